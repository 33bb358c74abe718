"""One line a finding, for editors and `grep`: `path:line:column: severity[rule] message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats import excerpts, phrases

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return one line a finding, then what was counted."""
    lines = [excerpts.headline(finding) for finding in report.findings]
    return "\n".join([*lines, phrases.closing(report.totals)]) + "\n"
