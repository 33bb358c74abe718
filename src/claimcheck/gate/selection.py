"""The part of a report that concerns some files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.gate.report import Report
    from claimcheck.model import Finding


def report_on(report: Report, paths: Collection[str]) -> Report:
    """Keep the findings in some files, and on the sources that the claims there cite.

    Args:
        report: the report on a whole project, with its claims.
        paths: files and folders relative to the project's root; `.` is all of them.
    """
    sources = {
        item.source
        for claim in report.assessment.dossier.claims
        if _is_among(claim.place.path, paths)
        for item in claim.evidence
    }

    def concerns(finding: Finding) -> bool:
        if _is_among(finding.place.path, paths):
            return True
        return not finding.claim and finding.source in sources

    return replace(
        report,
        findings=tuple(filter(concerns, report.findings)),
        allowed=tuple(filter(concerns, report.allowed)),
        inherited=tuple(filter(concerns, report.inherited)),
    )


def _is_among(file: str, paths: Collection[str]) -> bool:
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)
