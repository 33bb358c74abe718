"""One line a finding, for editors and `grep`: `path:line:column: severity[rule] message`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import words
from claimcheck.printable import one_line

if TYPE_CHECKING:
    from claimcheck.check import Report
    from claimcheck.format import Screen


def findings(report: Report, screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return one line a finding, then what was counted."""
    lines = [
        f"{one_line(str(finding.place))}: {finding.severity}[{finding.rule}] "
        f"{one_line(finding.message)}"
        for finding in report.findings
    ]
    return "\n".join([*lines, words.closing(report.totals)]) + "\n"
