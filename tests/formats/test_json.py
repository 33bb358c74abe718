"""Our own JSON: every field is in its published schema, and the schemas know every word."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from claimcheck import Report, assess, check, load
from claimcheck.anchor import Fit
from claimcheck.assessment import pins, sources
from claimcheck.assessment.pins import verify_pins
from claimcheck.assessment.status import Corroboration, Flag
from claimcheck.editing.operations.watch_source import Fate
from claimcheck.formats.claim import json as claim_json
from claimcheck.formats.claims import json as claims_json
from claimcheck.formats.evidence import json as evidence_json
from claimcheck.formats.findings import json as findings_json
from claimcheck.formats.json_parts import dump
from claimcheck.formats.screen import Screen
from claimcheck.formats.source import json as source_json
from claimcheck.formats.sources import json as sources_json
from claimcheck.formats.verification import json as verification_json
from claimcheck.model import Kind, Measure, Notice, Severity, Stance, Status
from support import views as views_by_name
from support.project import ROOT, TODAY, CommandResult
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    RunCommand = Callable[..., CommandResult]

SCHEMAS = ("findings", "claims", "claim", "evidence")
SOURCE_SCHEMAS = ("sources", "source", "verification")


def schema(name: str) -> dict[str, Any]:
    text = (files("claimcheck") / "formats" / "schemas" / f"{name}.json").read_text("utf-8")
    value: dict[str, Any] = json.loads(text)
    return value


def strict(node: Any) -> Any:  # noqa: ANN401 - any JSON
    """Return a schema that refuses what it does not describe: no field may be forgotten."""
    if isinstance(node, list):
        return [strict(each) for each in node]
    if not isinstance(node, dict):
        return node
    closed = {key: strict(value) for key, value in node.items()}
    if node.get("type") in ("object", ["object", "null"]):
        closed["additionalProperties"] = False
        assert set(node["required"]) == set(node["properties"])
    return closed


def views(report: Report) -> Iterator[tuple[str, str]]:
    yield "findings", findings_json.render(report, Screen())
    yield "claims", claims_json.render(report.assessment.claims, report, Screen())
    yield "evidence", evidence_json.render(report.assessment.claims, report, Screen())
    for claim in report.assessment.claims:
        yield "claim", claim_json.render(claim, report, Screen())


def test_every_field_of_our_json_is_in_its_schema(hostile: Report) -> None:
    cases = [load(folder) for folder in sorted((ROOT / "tests" / "cases").iterdir())]
    reports = [check(assess(dossier, TODAY)) for dossier in (load(GOLDEN / "dossier"), *cases)]
    validators = {name: jsonschema.Draft202012Validator(strict(schema(name))) for name in SCHEMAS}

    for report in (*reports, hostile):
        for name, text in views(report):
            validators[name].validate(json.loads(text))


def test_every_field_of_what_is_said_of_sources_is_in_its_schema(hostile: Report) -> None:
    validators = {
        name: jsonschema.Draft202012Validator(strict(schema(name))) for name in SOURCE_SCHEMAS
    }
    cases = [load(folder) for folder in sorted((ROOT / "tests" / "cases").iterdir())]
    assessments = [assess(dossier, TODAY) for dossier in (load(GOLDEN / "dossier"), *cases)]

    for assessment in (*assessments, hostile.assessment):
        entries = sources.catalogue(assessment)
        verified = [verify_pins(each.source)._replace(remarks=("x",)) for each in entries]
        validators["sources"].validate(
            json.loads(sources_json.render(entries, assessment, Screen()))
        )
        validators["verification"].validate(
            json.loads(verification_json.render(verified, (), Screen()))
        )
        for each in entries:
            validators["source"].validate(
                json.loads(source_json.render(each, assessment, Screen()))
            )


def test_every_field_of_what_became_of_pages_is_in_its_schema(hostile: Report) -> None:
    validator = jsonschema.Draft202012Validator(strict(schema("watched")))

    for report in (check(assess(load(GOLDEN / "dossier"), TODAY)), hostile):
        validator.validate(json.loads(views_by_name.render("watched", "json", report)))
    words = {word.replace(" ", "-") for word in Fate}
    assert set(schema("watched")["properties"]["totals"]["required"]) == words


@pytest.mark.parametrize(("name", "view"), [("log", "log"), ("source-log", "source_log")])
def test_every_field_of_a_log_is_in_its_schema(hostile: Report, name: str, view: str) -> None:
    validator = jsonschema.Draft202012Validator(strict(schema(name)))

    for report in (check(assess(load(GOLDEN / "dossier"), TODAY)), hostile):
        validator.validate(json.loads(views_by_name.render(view, "json", report)))


@pytest.mark.parametrize(
    "quote", ["The bridge was still closed on 1 June 2021", "was still closed on 2 June", "Absent"]
)
def test_every_field_of_an_answer_about_a_quotation_is_in_its_schema(
    run: RunCommand, quote: str
) -> None:
    result = run(
        "quote", quote, ROOT / "docs" / "guide" / "bridge" / "report.pdf", "--format", "json"
    )

    jsonschema.Draft202012Validator(strict(schema("quotation"))).validate(json.loads(result.out))


@pytest.mark.parametrize(
    "name", [*SCHEMAS, *SOURCE_SCHEMAS, "quotation", "log", "source-log", "watched"]
)
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
    state = schema("log")["properties"]["events"]["items"]["properties"]["after"]["properties"]
    assert state["status"]["enum"] == list(Status)
    assert state["corroboration"]["enum"] == list(Corroboration)
    assert state["flags"]["items"]["enum"] == list(Flag)
    source, quotation = schema("source"), schema("quotation")
    citation = source["$defs"]["citation"]["properties"]
    assert source["properties"]["state"]["enum"] == list(pins.PinState)
    assert source["properties"]["notice"]["enum"] == [*Notice, None]
    assert citation["stance"]["enum"] == list(Stance)
    assert citation["fit"]["enum"] == quotation["properties"]["fit"]["enum"] == list(Fit)
    assert claim["$defs"]["locator"]["properties"]["measure"]["enum"] == list(Measure)
    shared = [
        value["$defs"] for value in (claim, claims, findings, source, schema("sources"), quotation)
    ]
    for name in {name for definitions in shared for name in definitions}:
        assert len({json.dumps(each[name]) for each in shared if name in each}) == 1


def test_half_a_character_is_shown_and_never_written() -> None:
    text = dump({"path": "claims/\udcff.yaml", "whole": "\U0001f600", "plain": "\\udcff"})

    read = json.loads(text)

    assert read["path"] == r"claims/\udcff.yaml"
    assert (read["whole"], read["plain"]) == ("\U0001f600", r"\udcff")
    json.dumps(read, ensure_ascii=False).encode()
