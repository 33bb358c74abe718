"""SARIF 2.1.0 (OASIS), for code scanning and every viewer that reads it.

Paths are relative to the project's root, `%SRCROOT%`. Findings that a claim allows are results that
are suppressed, with the claim's reason; so are those that a change or a baseline inherited.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck import __version__, rules
from claimcheck.dossier.fingerprint import fingerprints
from claimcheck.formats import excerpts, phrases
from claimcheck.formats.json_parts import dump
from claimcheck.gate import rulebook
from claimcheck.gate.runner import severities
from claimcheck.system import plugins
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding, Place, Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "claimcheck/v1"
_ROOT = "%SRCROOT%"
# SARIF: the index of what is not in the list.
_NO_RULE = -1
_INHERITED = {
    "kind": "external",
    "justification": "it was there before this change, or the baseline accepts it",
}


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return one run: the rules that ran, every finding, those that claims allow."""
    findings = (*report.findings, *report.allowed, *report.inherited)
    levels = _levels(report, findings)
    rule_numbers = {name: number for number, name in enumerate(levels)}
    reasons = phrases.reasons_of(report.assessment)
    # SARIF: an empty list means "not suppressed"; an absent one, that nobody knows.
    suppressions = [
        *([] for _finding in report.findings),
        *([_allowance(finding, reasons)] for finding in report.allowed),
        *([_INHERITED] for _finding in report.inherited),
    ]
    results = [
        _result(finding, rule_numbers, fingerprint) | {"suppressions": suppressed}
        for finding, fingerprint, suppressed in zip(
            findings, fingerprints(findings), suppressions, strict=True
        )
    ]
    run = {
        "tool": {
            "driver": {
                "name": "claimcheck",
                "version": __version__,
                "rules": [_rule(name, level) for name, level in levels.items()],
            }
        },
        "invocations": [_invocation(report, rule_numbers)],
        "originalUriBaseIds": {_ROOT: {"description": _message("the project's root folder")}},
        "columnKind": "unicodeCodePoints",
        "properties": _texts(report),
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return dump(log)


def _texts(report: Report) -> dict[str, object]:
    """Return how many pinned texts there are, and which were compared with their documents."""
    comparisons = report.assessment.dossier.comparisons
    compared = {
        name: comparison for name, comparison in sorted(comparisons.items()) if comparison.compared
    }
    return {
        "texts": report.totals.extracts,
        "textsNotCompared": report.totals.uncompared,
        "comparedOn": str(report.assessment.today) if compared else None,
        "textsCompared": [
            one_line(name) for name, comparison in compared.items() if not comparison.problem
        ],
        "textsDiffering": [
            one_line(name) for name, comparison in compared.items() if comparison.problem
        ],
        "unchecked": report.totals.unchecked,
    }


def _levels(report: Report, findings: Sequence[Finding]) -> dict[str, Severity]:
    """Return the rules that ran, by name: the project's, and any other that found something."""
    names = plugins.names(rules)
    levels = {finding.rule: finding.severity for finding in findings if finding.rule in names}
    configured = severities(report.assessment.dossier.config)
    levels |= {name: level for name, level in configured.items() if name not in report.not_run}
    return dict(sorted(levels.items()))


def _rule(name: str, level: Severity) -> dict[str, object]:
    page = rulebook.page(name)
    parts = {"Why": page.why, "Mend": page.mend, "Example": page.example}
    return {
        "id": name,
        "shortDescription": _message(page.summary),
        "fullDescription": _message(page.why or page.summary),
        "help": {
            "text": "\n\n".join(f"{title}: {text}" for title, text in parts.items() if text),
            "markdown": "\n\n".join(f"**{title}** {text}" for title, text in parts.items() if text),
        },
        "defaultConfiguration": {"level": level},
    }


def _result(
    finding: Finding, rule_numbers: Mapping[str, int], fingerprint: str
) -> dict[str, object]:
    related = [
        excerpt for excerpt in finding.excerpts if excerpt.label not in excerpts.WITHOUT_PLACE
    ]
    result: dict[str, object] = {"ruleId": finding.rule}
    if finding.rule in rule_numbers:
        result["ruleIndex"] = rule_numbers[finding.rule]
    result |= {
        "level": finding.severity,
        "message": _message("\n".join([one_line(finding.message), *excerpts.lines(finding)])),
        "locations": [{"physicalLocation": _location(finding.place)}],
    }
    if related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _location(excerpt.place),
                "message": _message(
                    f"{one_line(excerpt.label)}: {excerpts.with_marks(excerpt.runs)}"
                ),
            }
            for number, excerpt in enumerate(related, start=1)
        ]
    result["partialFingerprints"] = {FINGERPRINT: fingerprint}
    ids = {"claim": finding.claim, "source": finding.source}
    properties = {name: one_line(id_) for name, id_ in ids.items() if id_}
    if properties:
        result["properties"] = properties
    return result


def _allowance(finding: Finding, reasons: Mapping[tuple[str, str], str]) -> dict[str, str]:
    reason = reasons.get((phrases.silenced_by(finding), finding.rule), "")
    return {"kind": "inSource", "justification": one_line(reason)}


def _invocation(report: Report, rule_numbers: Mapping[str, int]) -> dict[str, object]:
    invocation: dict[str, object] = {"executionSuccessful": not report.failures}
    if report.failures:
        invocation["toolExecutionNotifications"] = [
            {
                "level": "error",
                "message": _message(phrases.rule_failure(failure)),
                "associatedRule": {
                    "id": failure.rule,
                    "index": rule_numbers.get(failure.rule, _NO_RULE),
                },
            }
            for failure in report.failures
        ]
    return invocation


def _location(place: Place) -> dict[str, object]:
    location: dict[str, object] = {
        "artifactLocation": {"uri": _uri(place.path), "uriBaseId": _ROOT}
    }
    if place.line:
        region = {"startLine": place.line}
        if place.column:
            region["startColumn"] = place.column
        location["region"] = region
    return location


def _uri(path: str) -> str:
    return quote(path, safe="/", errors="surrogatepass")


def _message(text: str) -> dict[str, str]:
    # SARIF reads `[words](target)` in a plain message as a link, and has no escape for that.
    return {"text": text.replace("](", "] (")}
