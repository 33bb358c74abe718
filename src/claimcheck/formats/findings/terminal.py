"""For people at a terminal: each finding with its excerpts and remedy, then what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.remedies import remedies
from claimcheck.formats.terminal_parts import write_findings

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:
    """Return every finding with its excerpts and remedy, then what was counted."""
    page = TerminalPage(screen)
    groups = write_findings(page, report)
    style = "bold red" if report.failed else "bold green"
    page.write(Text(phrases.closing(report.totals), style), 0)
    if commands := remedies(group.finding for group in groups):
        page.write(Text(commands), 0)
    return page.text()
