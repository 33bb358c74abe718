"""Quotes that stop just before the words that turn them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.anchor.result import Anchor


def cut_off(text: str, anchor: Anchor) -> str | None:
    """Return the words beside a passage that turn its meaning, if the quote leaves them out."""
    return None
