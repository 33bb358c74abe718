"""JUnit XML: each claim a test case, for every CI that shows test results.

A claim fails when an error is found about it, passes with its warnings as output, and is skipped
when some of its evidence could not be checked and nothing else is wrong with it. Files and sources
with findings of their own follow as further test cases. There is no clock, so no test has a time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from claimcheck.assessment.text_states import compared_texts
from claimcheck.formats import excerpts, phrases
from claimcheck.model import Severity
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Failure, Report
    from claimcheck.model import Finding

# What XML 1.0 allows in no form, not even escaped, and `printable` leaves as it is.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _TestCase:
    """One test case before it is XML."""

    classname: str
    name: str
    file: str
    findings: Sequence[Finding] = ()
    notes: Sequence[str] = ()
    skipped: str = ""


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return one suite for the claims, one for other files, one for rules that broke."""
    ids = {assessed.claim.id for assessed in report.assessment.claims}
    by_claim: dict[str, list[Finding]] = defaultdict(list)
    by_file: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.claim is not None and finding.claim in ids:
            by_claim[finding.claim].append(finding)
        else:
            by_file[finding.place.path].append(finding)
    claims = [
        _claim_case(assessed, by_claim.pop(assessed.claim.id, []), report)
        for assessed in report.assessment.claims
    ]
    files = [_TestCase("files", path, path, findings) for path, findings in by_file.items()]
    texts = report.assessment.dossier.texts
    suites = [
        _suite("claims", [_element(case, texts) for case in claims]),
        _suite("files", [_element(case, texts) for case in files]),
        _suite("claimcheck", [_failed_rule(failure) for failure in report.failures]),
    ]
    root = ET.Element("testsuites", {"name": "claimcheck"})
    root.extend([suite for suite in suites if len(suite) or suite.get("name") == "claims"])
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _claim_case(assessed: AssessedClaim, findings: list[Finding], report: Report) -> _TestCase:
    claim = assessed.claim
    reasons = {allowance.rule: allowance.reason for allowance in claim.allow}
    allowed = [
        f"allowed[{finding.rule}] {one_line(finding.message)}: {one_line(reasons[finding.rule])}"
        for finding in report.allowed
        if finding.claim == claim.id and finding.rule in reasons
    ]
    unchecked = [item for item in assessed.evidence if item.unchecked]
    skipped = ""
    if unchecked:
        items = count(len(assessed.evidence), "evidence item")
        reason = "; ".join(dict.fromkeys(_reason(item) for item in unchecked))
        skipped = f"{len(unchecked)} of {items} could not be checked: {reason}"
    texts = phrases.compared_of(
        compared_texts(assessed, report.assessment.dossier, report.assessment.today)
    )
    notes = [*allowed, *([one_line(f"texts {texts}")] if texts else [])]
    return _TestCase("claims", claim.id, claim.place.path, findings, notes, skipped)


def _reason(item: AssessedEvidence) -> str:
    """Say why an evidence item could not be checked."""
    return one_line(item.anchor.reason or item.silent_because.removeprefix("unchecked: "))


def _element(case: _TestCase, texts: Mapping[str, str]) -> ET.Element:
    names = {"classname": case.classname, "name": case.name, "file": case.file}
    element = ET.Element("testcase", {name: _xml(one_line(text)) for name, text in names.items()})
    errors = [finding for finding in case.findings if finding.severity is Severity.ERROR]
    others = [finding for finding in case.findings if finding.severity is not Severity.ERROR]
    if errors:
        # One element, since several readers take only the first failure of a test case.
        first = one_line(errors[0].message)
        more = f" (and {count(len(errors) - 1, 'more error')})" if len(errors) > 1 else ""
        rules = ", ".join(dict.fromkeys(finding.rule for finding in errors))
        failure = ET.SubElement(
            element, "failure", {"type": _xml(one_line(rules)), "message": _xml(first + more)}
        )
        failure.text = _xml("\n\n".join(_description(finding, texts) for finding in errors))
    elif case.skipped:
        ET.SubElement(element, "skipped", {"message": _xml(case.skipped)})
    output = [_description(finding, texts) for finding in others] + list(case.notes)
    if output:
        ET.SubElement(element, "system-out").text = _xml("\n\n".join(output))
    return element


def _failed_rule(failure: Failure) -> ET.Element:
    names = {"classname": "claimcheck", "name": f"rule {failure.rule}"}
    element = ET.Element("testcase", names)
    message = _xml(phrases.rule_failure(failure))
    ET.SubElement(element, "error", {"type": type(failure.error).__name__, "message": message})
    return element


def _description(finding: Finding, texts: Mapping[str, str]) -> str:
    help_lines = [f"  help: {one_line(finding.help)}"] if finding.help else []
    return "\n".join([excerpts.headline(finding), *excerpts.block(finding, texts), *help_lines])


def _suite(name: str, cases: Sequence[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", {"name": name})
    suite.extend(cases)
    _count(suite)
    return suite


def _count(element: ET.Element) -> None:
    tags = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for attribute, tag in tags.items():
        element.set(attribute, str(sum(1 for _element in element.iter(tag))))


def _xml(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
