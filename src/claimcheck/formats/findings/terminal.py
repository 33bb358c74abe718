"""For people at a terminal: each finding with its excerpts and remedy, then what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.terminal_parts import write_finding

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:
    """Return every finding with its excerpts and remedy, then what was counted."""
    page = TerminalPage(screen)
    for finding in report.findings:
        write_finding(page, finding, report.assessment.dossier.texts)
        page.gap()
    style = "bold red" if report.failed else "bold green"
    page.write(Text(phrases.closing(report.totals), style), 0)
    return page.text()
