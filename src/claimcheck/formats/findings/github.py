"""Annotations for GitHub Actions: one workflow command a finding, on one line each.

Method: the escaping is the Actions toolkit's own (`escapeData`, `escapeProperty`). Foreign text
only ever follows the `::` of our own command, so that no line of a document becomes a command.
Paths are relative to the project's root: where that is not the repository's root, GitHub cannot tie
an annotation to its file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats import excerpts, phrases
from claimcheck.gate.consequences import grouped
from claimcheck.model import Severity
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.consequences import FindingGroup
    from claimcheck.gate.report import Report

# Of each kind, for each step of a workflow.
MAX_ANNOTATIONS_SHOWN = 10
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - lines are never broken
    """Return one annotation a cause, then a plain line with what was counted."""
    lines = [_annotation(group) for group in grouped(report.findings)]
    for failure in report.failures:
        message = one_line(phrases.rule_failure(failure))
        lines.append(f"::error title=claimcheck::{_data(message)}")
    lines.append(phrases.closing(report.totals) + _not_shown(report))
    return "\n".join(lines) + "\n"


def _annotation(group: FindingGroup) -> str:
    finding = group.finding
    place = finding.place
    properties = {
        "file": printable(place.path),
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": printable(finding.rule),
    }
    pairs = ",".join(f"{name}={_property(text)}" for name, text in properties.items() if text)
    then = [phrases.following(group.following)] if group.following else []
    message = "\n".join([one_line(finding.message), *excerpts.lines(finding), *then])
    return f"::{_COMMANDS[finding.severity]} {pairs}::{_data(message)}"


def _not_shown(report: Report) -> str:
    totals = report.totals
    errors = totals.errors + len(report.failures)
    if max(errors, totals.warnings, totals.notes) <= MAX_ANNOTATIONS_SHOWN:
        return ""
    number = count(errors + totals.warnings + totals.notes, "annotation")
    shown = f"GitHub shows the first {MAX_ANNOTATIONS_SHOWN} of each kind for a step"
    return f" ({number} above; {shown})"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
