"""For people at a terminal: the rules a line each, or the page of the only one."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from claimcheck.rules import OFF

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.gate.rulebook import Page
    from claimcheck.model import Severity

_LEVEL_COLUMNS = 7
_MIN_SUMMARY_COLUMNS = 30
_INDENT_COLUMNS = 4
_MAX_PAGE_COLUMNS = 100


def render(pages: Sequence[Page], levels: Mapping[str, Severity], screen: Screen) -> str:
    """Return a line for each rule, or the whole page where there is one rule.

    Args:
        pages: the rules, in this order.
        levels: the severity of each rule that is on, by name.
        screen: what the lines are wrapped to.
    """
    if len(pages) == 1:
        return _page(pages[0], _level(pages[0], levels), screen.width)
    return _list(pages, levels, screen.width)


def _level(page: Page, levels: Mapping[str, Severity]) -> str:
    return str(levels.get(page.name, OFF))


def _list(pages: Sequence[Page], levels: Mapping[str, Severity], width: int) -> str:
    widest = max((len(page.name) for page in pages), default=0)
    lines = []
    for page in pages:
        head = f"{page.name.ljust(widest)}  {_level(page, levels).ljust(_LEVEL_COLUMNS)}  "
        room = width - len(head)
        if room < _MIN_SUMMARY_COLUMNS:
            # No room beside it: below.
            indent = " " * _INDENT_COLUMNS
            summary = textwrap.fill(
                page.summary, width, initial_indent=indent, subsequent_indent=indent
            )
            lines += [f"{page.name} ({_level(page, levels)})", summary]
            continue
        first, *rest = textwrap.wrap(page.summary, room) or [""]
        lines += [head + first, *(" " * len(head) + line for line in rest)]
    on = sum(page.name in levels for page in pages)
    closing = f"{len(pages)} rules, {on} of them on; `claimcheck rules RULE` explains one"
    lines.append(f"\n{textwrap.fill(closing, width)}")
    return "\n".join(lines) + "\n"


def _page(page: Page, level: str, width: int) -> str:
    width = min(width, _MAX_PAGE_COLUMNS)
    parts = [f"{page.name} ({level})", textwrap.fill(page.summary, width), ""]
    sections = [("Why", page.why), ("Mend", page.mend), ("Example", page.example)]
    if page.coverage:
        sections.append(("Covers", page.coverage))
    for heading, text in sections:
        lead = f"{heading}: ".ljust(len("Example: "))
        parts.append(
            textwrap.fill(text, width, initial_indent=lead, subsequent_indent=" " * len(lead))
        )
    return "\n".join(parts) + "\n"
