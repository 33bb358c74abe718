"""JSON for programs: the rules with their pages and levels."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped
from claimcheck.rules import OFF

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.gate.rulebook import Page
    from claimcheck.model import Severity


def render(pages: Sequence[Page], levels: Mapping[str, Severity], screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the rules with their pages and levels.

    Args:
        pages: the rules, in this order.
        levels: the severity of each rule that is on, by name.
        screen: is not looked at.
    """
    objects = [{**asdict(page), "level": str(levels.get(page.name, OFF))} for page in pages]
    return dump(enveloped("rules", {"rules": objects}))
