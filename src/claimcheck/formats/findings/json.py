"""JSON for programs: every finding, those that claims allow, and the totals."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, finding_object

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return every finding, those that claims allow, and the totals."""
    fields = {
        "today": str(report.assessment.today),
        "findings": [finding_object(finding) for finding in report.findings],
        "allowed": [finding_object(finding) for finding in report.allowed],
        "inherited": [finding_object(finding) for finding in report.inherited],
        "failures": [
            {"rule": failure.rule, "error": type(failure.error).__name__}
            for failure in report.failures
        ],
        "totals": report.totals._asdict(),
        "comparisons": [
            {"source": source, **asdict(comparison), "on": str(report.assessment.today)}
            for source, comparison in sorted(report.assessment.dossier.comparisons.items())
        ],
    }
    return dump(enveloped("findings", fields))
