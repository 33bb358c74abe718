"""The part of a report that concerns some files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimcheck.gate.report import is_in_parties

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.gate.report import Report
    from claimcheck.model import Finding, Source


def report_on(report: Report, paths: Collection[str]) -> Report:
    """Keep the findings that concern some files, and those on settings.

    A claim's are those in it, on who signed it, and on the sources that it cites; a document's, and
    its record's, are those on the source, in whatever claim. What stands outside of the dossier's
    folders concerns every file: the configuration, the baseline, what git does to files. So does a
    flaw in the parties' file, since statuses depend on who is who.

    Args:
        report: the report on a whole project, with its claims.
        paths: files and folders relative to the project's root; `.` is all of them.
    """
    claims = {
        claim.id: claim
        for claim in report.assessment.dossier.claims
        if _is_among(claim.place.path, paths)
    }
    sources = {item.source for claim in claims.values() for item in claim.evidence}
    documents = {
        source.id
        for source in report.assessment.dossier.sources.values()
        if any(_is_among(path, paths) for path in (source.place.path, *_pinned(source)))
    }
    config = report.assessment.dossier.config
    folders = (config.claims, config.sources, config.reviews)

    def concerns(finding: Finding) -> bool:
        if _is_among(finding.place.path, paths) or finding.source in documents:
            return True
        if finding.claim in claims or not _is_among(finding.place.path, folders):
            return True
        if is_in_parties(finding):
            return True
        return not finding.claim and finding.source in sources

    return replace(
        report,
        findings=tuple(filter(concerns, report.findings)),
        allowed=tuple(filter(concerns, report.allowed)),
        inherited=tuple(filter(concerns, report.inherited)),
    )


def _pinned(source: Source) -> tuple[str, ...]:
    return tuple(pin.path for pin in source.pins)


def _is_among(file: str, paths: Collection[str]) -> bool:
    return any(path in {".", file} or file.startswith(f"{path}/") for path in paths)
