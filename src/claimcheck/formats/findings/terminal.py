"""For people at a terminal: each finding with its excerpts and remedy, then what was counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from claimcheck.formats import phrases
from claimcheck.formats.page import TerminalPage
from claimcheck.formats.remedies import remedies
from claimcheck.formats.terminal_parts import LABEL_COLUMNS, write_finding
from claimcheck.gate.consequences import grouped

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.consequences import FindingGroup
    from claimcheck.gate.report import Report


def render_findings(report: Report, screen: Screen) -> str:
    """Return every finding with its excerpts and remedy, and nothing that is counted."""
    page = TerminalPage(screen)
    _write_findings(page, report)
    return page.text()


def _write_findings(page: TerminalPage, report: Report) -> tuple[FindingGroup, ...]:
    groups = grouped(report.findings)
    for group in groups:
        write_finding(page, group.finding, report.assessment.dossier.texts)
        if group.following:
            page.write(Text(phrases.following(group.following)), LABEL_COLUMNS, "    then:")
        page.gap()
    return groups


def render(report: Report, screen: Screen) -> str:
    """Return every finding with its excerpts and remedy, then what was counted."""
    page = TerminalPage(screen)
    groups = _write_findings(page, report)
    style = "bold red" if report.failed else "bold green"
    page.write(Text(phrases.closing(report.totals), style), 0)
    if commands := remedies(group.finding for group in groups):
        page.write(Text(commands), 0)
    return page.text()
