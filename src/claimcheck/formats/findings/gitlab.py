"""A Code Quality report for GitLab merge requests: a JSON array, one entry a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.fingerprint import fingerprints
from claimcheck.formats import excerpts, phrases
from claimcheck.formats.json_parts import dump
from claimcheck.model import Finding, Severity
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Failure, Report

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return every finding; a rule that broke is an entry too, at the folder of the claims."""
    pairs = zip(report.findings, fingerprints(report.findings), strict=True)
    entries = [_finding_entry(finding, fingerprint) for finding, fingerprint in pairs]
    folder = report.assessment.dossier.config.claims
    entries += [_failure_entry(failure, folder) for failure in report.failures]
    entries += _uncompared_entries(report, folder)
    return dump(entries)


def _finding_entry(finding: Finding, fingerprint: str) -> dict[str, object]:
    # A merge request shows the description as one run of plain text.
    return {
        "description": "; ".join([one_line(finding.message), *excerpts.lines(finding)]),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": _location(finding.place.path, finding.place.line),
    }


def _uncompared_entries(report: Report, folder: str) -> list[dict[str, object]]:
    """Return an entry on the texts that nobody has compared with their documents, if there are."""
    uncompared = report.totals.uncompared
    if not uncompared:
        return []
    entry: dict[str, object] = {
        "description": phrases.uncompared_texts(uncompared),
        "check_name": "text-not-compared",
        "fingerprint": "claimcheck/text-not-compared",
        "severity": "info",
        "location": _location(folder, 1),
    }
    return [entry]


def _failure_entry(failure: Failure, folder: str) -> dict[str, object]:
    # GitLab has no other place for what could not be checked, and an empty report would be green.
    return {
        "description": phrases.rule_failure(failure),
        "check_name": failure.rule,
        "fingerprint": f"claimcheck/failure/{failure.rule}",
        "severity": "blocker",
        "location": _location(folder, 1),
    }


def _location(path: str, line: int) -> dict[str, object]:
    return {"path": printable(path), "lines": {"begin": max(1, line)}}
