"""Anchors many quotes in one text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.locate import locate
from claimcheck.anchor.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.anchor.result import Anchor
    from claimcheck.model import Quote


def locate_all(quotes: Iterable[Quote | str], text: str | Text) -> list[Anchor]:
    """Anchor many quotes in one text: the same answers as one `locate` each."""
    text = text if isinstance(text, Text) else Text(text)
    return [locate(quote, text) for quote in quotes]
