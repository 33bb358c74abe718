"""Code Quality for GitLab: the fields that it asks for, and stable fingerprints."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings

from support.markup import ANY_TEXT
from support.reports import rendered, report_with

if TYPE_CHECKING:
    from claimcheck import Report


def test_gitlab_has_what_code_quality_asks_for(small: Report, hostile: Report) -> None:
    for report in (small, hostile):
        entries = json.loads(rendered("gitlab", report))

        assert len(entries) == len(report.findings) + len(report.failures)
        assert len({entry["fingerprint"] for entry in entries}) == len(entries)
        for entry in entries:
            assert set(entry) == {
                "description",
                "check_name",
                "fingerprint",
                "severity",
                "location",
            }
            assert entry["severity"] in {"blocker", "major", "minor", "info"}
            assert entry["location"]["lines"]["begin"] >= 1
            assert "\n" not in entry["description"]


def test_gitlab_and_sarif_name_a_finding_alike(small: Report) -> None:
    entries = json.loads(rendered("gitlab", small))
    results = json.loads(rendered("sarif", small))["runs"][0]["results"]
    sarif = [result["partialFingerprints"]["claimcheck/v1"] for result in results]

    assert [entry["fingerprint"] for entry in entries] == sarif[: len(entries)]


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_json(text: str) -> None:
    assert len(json.loads(rendered("gitlab", report_with(text)))) == 5
