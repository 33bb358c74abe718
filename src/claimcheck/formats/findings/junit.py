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

from claimcheck.anchor import Fit
from claimcheck.formats import excerpts, phrases
from claimcheck.model import Severity
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Finding

# What XML 1.0 allows in no form, not even escaped, and `printable` leaves as it is.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class _Case:
    """One test case before it is XML."""

    classname: str
    name: str
    file: str
    findings: Sequence[Finding] = ()
    allowed: Sequence[str] = ()
    skipped: str = ""


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return one suite for the claims, one for other files, one for rules that broke."""
    ids = {assessed.claim.id for assessed in report.assessment.claims}
    about: dict[str, list[Finding]] = defaultdict(list)
    elsewhere: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.claim is not None and finding.claim in ids:
            about[finding.claim].append(finding)
        else:
            elsewhere[finding.place.path].append(finding)
    claims = [_claim(one, about.pop(one.claim.id, []), report) for one in report.assessment.claims]
    files = [_Case("files", path, path, found) for path, found in elsewhere.items()]
    texts = report.assessment.dossier.texts
    suites = [
        _suite("claims", [_element(case, texts) for case in claims]),
        _suite("files", [_element(case, texts) for case in files]),
        _suite("claimcheck", [_broken(one.rule, one.error) for one in report.failures]),
    ]
    root = ET.Element("testsuites", {"name": "claimcheck"})
    root.extend([suite for suite in suites if len(suite) or suite.get("name") == "claims"])
    _count(root)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def _claim(assessed: AssessedClaim, found: list[Finding], report: Report) -> _Case:
    one = assessed.claim
    reasons = {allowance.rule: allowance.reason for allowance in one.allow}
    allowed = [
        f"allowed[{finding.rule}] {one_line(finding.message)}: {one_line(reasons[finding.rule])}"
        for finding in report.allowed
        if finding.claim == one.id and finding.rule in reasons
    ]
    unchecked = [item for item in assessed.evidence if item.anchor.fit is Fit.UNCHECKED]
    skipped = ""
    if unchecked:
        items = phrases.count(len(assessed.evidence), "evidence item")
        why = "; ".join(dict.fromkeys(one_line(item.anchor.reason) for item in unchecked))
        skipped = f"{len(unchecked)} of {items} could not be checked: {why}"
    return _Case("claims", one.id, one.place.path, found, allowed, skipped)


def _element(case: _Case, texts: Mapping[str, str]) -> ET.Element:
    names = {"classname": case.classname, "name": case.name, "file": case.file}
    element = ET.Element("testcase", {name: _xml(one_line(text)) for name, text in names.items()})
    errors = [finding for finding in case.findings if finding.severity is Severity.ERROR]
    others = [finding for finding in case.findings if finding.severity is not Severity.ERROR]
    if errors:
        # One element, since several readers take only the first failure of a test case.
        first = one_line(errors[0].message)
        more = f" (and {phrases.count(len(errors) - 1, 'more error')})" if len(errors) > 1 else ""
        rules = ", ".join(dict.fromkeys(finding.rule for finding in errors))
        failure = ET.SubElement(
            element, "failure", {"type": _xml(one_line(rules)), "message": _xml(first + more)}
        )
        failure.text = _xml("\n\n".join(_told(finding, texts) for finding in errors))
    elif case.skipped:
        ET.SubElement(element, "skipped", {"message": _xml(case.skipped)})
    output = [_told(finding, texts) for finding in others] + list(case.allowed)
    if output:
        ET.SubElement(element, "system-out").text = _xml("\n\n".join(output))
    return element


def _broken(rule: str, error: Exception) -> ET.Element:
    element = ET.Element("testcase", {"classname": "claimcheck", "name": f"rule {rule}"})
    message = f"rule {rule} itself failed ({type(error).__name__})"
    ET.SubElement(element, "error", {"type": type(error).__name__, "message": _xml(message)})
    return element


def _told(finding: Finding, texts: Mapping[str, str]) -> str:
    place = one_line(str(finding.place))
    head = f"{place}: {finding.severity}[{finding.rule}] {one_line(finding.message)}"
    remedy = [f"  help: {one_line(finding.help)}"] if finding.help else []
    return "\n".join([head, *excerpts.block(finding, texts), *remedy])


def _suite(name: str, cases: Sequence[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", {"name": name})
    suite.extend(cases)
    _count(suite)
    return suite


def _count(element: ET.Element) -> None:
    counted = {"tests": "testcase", "failures": "failure", "errors": "error", "skipped": "skipped"}
    for attribute, tag in counted.items():
        element.set(attribute, str(sum(1 for _one in element.iter(tag))))


def _xml(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
