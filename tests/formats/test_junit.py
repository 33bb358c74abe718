"""JUnit: each claim a test case, and counts that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given, settings

from claimcheck import Report, assess, check, load
from claimcheck.text.printable import one_line
from support.markup import ANY_TEXT
from support.project import TODAY, CommandResult
from support.reports import HOSTILE_TEXT, rendered, report_with

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    RunCommand = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]


def suites(report: Report) -> ET.Element:
    root = ET.fromstring(rendered("junit", report))  # noqa: S314 - expat, on a text that we wrote
    for element in root.iter():
        if element.tag.startswith("testsuite"):
            for attribute, tag in (
                ("tests", "testcase"),
                ("failures", "failure"),
                ("errors", "error"),
                ("skipped", "skipped"),
            ):
                assert element.get(attribute) == str(len(list(element.iter(tag))))
    return root


def test_each_claim_is_a_test_case(small: Report) -> None:
    root = suites(small)
    (suite,) = root
    names = [case.get("name") for case in suite]
    failed = {
        case.get("name"): failure.get("type") for case in suite for failure in case.iter("failure")
    }

    assert names == [claim.claim.id for claim in small.assessment.claims]
    assert failed == {"bridge-safe": "quote-altered", "rumour": "no-evidence"}
    assert all(case.get("file") == f"claims/{case.get('name')}.yaml" for case in suite)


def test_hostile_text_reads_back_from_junit(hostile: Report) -> None:
    root = suites(hostile)
    claims, others, own = root
    unhurt, attacked = claims

    assert [suite.get("name") for suite in root] == ["claims", "files", "claimcheck"]
    assert attacked.get("name") == one_line(HOSTILE_TEXT).replace("\ufffe\uffff", "\ufffd\ufffd")
    (failure,) = attacked.iter("failure")
    assert (failure.get("message") or "").endswith("(and 1 more error)")
    assert (failure.text or "").count("error[quote-altered]") == 2
    assert "a warning" in (attacked.findtext("system-out") or "")
    assert "allowed[single-origin]" in (attacked.findtext("system-out") or "")
    assert [case.tag for case in unhurt] == ["skipped", "system-out"]
    assert [element.tag for case in others for element in case] == ["failure"]
    assert [element.tag for case in own for element in case] == ["error"]


def test_a_claim_is_skipped_only_when_nothing_failed(write: Write, run: RunCommand) -> None:
    claim = "claim: A.\nevidence:\n  - {{source: pdf, stance: supports, quote: {}}}\n"
    root = write(
        {
            "claims/a.yaml": claim.format("one"),
            "claims/b.yaml": claim.format("words that stand there"),
            "sources/pdf.yaml": "title: A leaflet\nfile: leaflet.pdf\npublisher: us\n",
            "sources/leaflet.pdf": b"%PDF-1.4",
        }
    )
    report = check(assess(load(root), TODAY))
    cases = {
        case.get("name"): [each.tag for each in case] for case in suites(report).iter("testcase")
    }

    assert report.totals.unchecked == 2
    assert "skipped" in cases["b"]
    assert ("failure" in cases["a"]) != ("skipped" in cases["a"])
    assert run("check", "-C", root, "--format", "junit").out == rendered("junit", report)


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_xml(text: str) -> None:
    assert len(list(suites(report_with(text)).iter("testcase"))) == 3
