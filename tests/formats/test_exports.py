"""What is exported is read back by readers that are not ours, and says what the dossier says."""

from __future__ import annotations

import csv
import functools
import hashlib
import io
import json
import re
import zipfile
from typing import TYPE_CHECKING

import pyarrow.parquet
import pypandoc
import pytest

from claimcheck.dossier.load import load
from claimcheck.formats import exports
from claimcheck.formats.tables import TABLES
from claimcheck.system import plugins
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import model
    from support.project import CommandResult

    Run = Callable[..., CommandResult]

ADDRESS = "https://facts.example.org/"
HOSTILE = "=cmd|' /C calc'!A0"


@functools.cache
def own() -> model.Dossier:
    """The dossier of this repository."""
    return load(ROOT)


class Dossier:
    """A dossier that a test writes."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("claimcheck.toml", "")

    def write(self, path: str, text: str) -> None:
        """Write a file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def source(self, name: str, text: str) -> None:
        """Pin a text."""
        digest = hashlib.sha256(text.encode()).hexdigest()
        self.write(f"sources/{name}.txt", text)
        record = f"title: {name}\npublisher: {name}\nfile: {name}.txt\nsha256: {digest}\n"
        self.write(f"sources/{name}.yaml", record)


@pytest.fixture
def project(tmp_path: Path) -> Dossier:
    return Dossier(tmp_path / "dossier")


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Callable[..., bytes]:
    def export(name: str, *arguments: str, project: Path = ROOT) -> bytes:
        file = tmp_path / f"out.{name}"
        result = run("export", name, "-C", project, "--output", file, *arguments)
        assert result.status == 0
        assert result.err == "" or (name == "claimreview" and result.err.startswith("left out: "))
        data = file.read_bytes()
        assert result.out == f"{file}: {len(data):,} bytes\n"
        return data

    return export


@pytest.fixture
def hostile(project: Dossier) -> Path:
    project.source(
        "gazette", "The =SUM(1) bridge is closed. It is <b>safe</b>, “they” said & left."
    )
    project.write(
        "claims/c.yaml",
        f"""\
claim: {json.dumps(HOSTILE)}
claimant: "-2+3"
tags: ["@x", 'a"b']
evidence:
  - source: gazette
    stance: supports
    quote: The =SUM(1) bridge is closed
    rationale: "}}</script><b>] --> |x| \\\\ \\" ` #quot; &amp;"
""",
    )
    return project.root


@pytest.mark.parametrize("name", plugins.names(exports))
def test_the_same_dossier_gives_the_same_bytes(exported: Callable[..., bytes], name: str) -> None:
    assert exported(name) == exported(name)


@pytest.mark.parametrize("name", plugins.names(exports))
def test_help_lists_a_format_with_who_reads_it(run: Run, name: str) -> None:
    listed = run("export", "--help").out.split("Formats, and who reads them:")[1]
    starts = [line.split()[:1] for line in listed.splitlines()]
    assert [name] in starts
    assert f" {name} {plugins.module(exports, name).READERS} " in " ".join(["", *listed.split()])


@pytest.mark.parametrize("table", TABLES)
def test_a_spreadsheet_reads_every_row_and_column(
    exported: Callable[..., bytes], table: str
) -> None:
    rows = list(csv.reader(io.StringIO(exported("csv", "--table", table).decode())))
    columns = [column.name for column in TABLES[table].columns]
    assert rows[0] == columns
    assert {len(row) for row in rows} == {len(columns)}
    lines = [json.loads(line) for line in exported("jsonl", "--table", table).splitlines()]
    assert len(lines) == len(rows) - 1
    assert all([*line] == ["table", *columns] for line in lines)
    read = pyarrow.parquet.read_table(io.BytesIO(exported("parquet", "--table", table)))
    assert read.column_names == columns
    assert read.to_pylist() == [
        {name: value for name, value in line.items() if name != "table"} for line in lines
    ]


def test_a_workbook_has_a_sheet_for_each_table_and_no_formula(
    exported: Callable[..., bytes], hostile: Path
) -> None:
    import openpyxl  # as all of these readers, only where a test needs it: each worker collects

    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", project=hostile)))
    assert book.sheetnames == [*TABLES]
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert HOSTILE in [cell.value for cell in cells]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert not any(cell.data_type == "f" for cell in cells)


def test_what_a_spreadsheet_would_run_is_a_text(
    exported: Callable[..., bytes], hostile: Path
) -> None:
    table = exported("csv", "--table", "claims", project=hostile).decode()
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["claim"], row["claimant"], row["tags"]) == (f"'{HOSTILE}", "'-2+3", "'@x; a\"b")
    evidence = next(csv.DictReader(io.StringIO(exported("csv", project=hostile).decode())))
    assert evidence["quote"] == "The =SUM(1) bridge is closed"


def test_pandoc_reads_both_bibliographies_alike(exported: Callable[..., bytes]) -> None:
    items = json.loads(pypandoc.convert_text(exported("csl").decode(), "csljson", format="csljson"))
    titles = {source.id: _plain(source.title) for source in own().sources.values()}
    assert {item["id"]: _plain(item["title"]) for item in items} == titles
    entries = json.loads(
        pypandoc.convert_text(exported("bibtex").decode(), "csljson", format="biblatex")
    )
    assert {item["id"]: _plain(item["title"]) for item in entries} == titles
    days = {item["id"]: item.get("issued") for item in entries}
    assert days == {item["id"]: item.get("issued") for item in items}


def _plain(title: str) -> str:
    """A title without its quotation marks, which pandoc sets as it likes."""
    return re.sub("[‘’“”'\"]", "", title)


def test_only_signed_verdicts_on_what_others_claim_are_reviews(
    run: Run, exported: Callable[..., bytes], project: Dossier
) -> None:
    from pyld import jsonld

    project.source("gazette", "The bridge was closed in winter, the council said.")
    claim = """\
claim: The bridge was closed.
claimant: {claimant}
evidence:
  - {{source: gazette, stance: supports, quote: The bridge was closed in winter}}
  - {{source: radio, stance: contradicts, quote: The bridge is open to all}}
  - {{source: radio, stance: supports, quote: The bridge is closed to all}}
"""
    project.source("radio", "The bridge is open to all.")
    verdict = "verdict: {status: supported, by: desk, on: 2026-01-02, rationale: seen}\n"
    project.write("claims/mine.yaml", claim.format(claimant="Desk") + verdict)
    project.write("claims/open.yaml", claim.format(claimant="council"))
    project.write("claims/reviewed.yaml", claim.format(claimant="council") + verdict)
    reviews = json.loads(exported("claimreview", "--base-url", ADDRESS, project=project.root))
    expanded = jsonld.expand(
        [review | {"@context": {"@vocab": "https://schema.org/"}} for review in reviews]
    )
    (review,) = expanded
    schema = "https://schema.org/"
    assert review["@type"] == [f"{schema}ClaimReview"]
    assert review[f"{schema}url"] == [{"@value": f"{ADDRESS}claims/reviewed.html"}]
    (item,) = review[f"{schema}itemReviewed"]
    assert [each[f"{schema}name"] for each in item[f"{schema}appearance"]] == [
        [{"@value": "gazette"}]
    ]
    (rating,) = review[f"{schema}reviewRating"]
    assert rating[f"{schema}ratingValue"] == [{"@value": 5}]
    result = run("export", "claimreview", "--base-url", ADDRESS, "--check", "-C", project.root)
    assert result.status == 1
    assert result.out.splitlines() == [
        "claim 'mine' is left out: the claimant is the reviewer",
        "claim 'open' is left out: nobody has signed a verdict",
        "2 losses",
    ]


def test_annotations_point_at_the_words(exported: Callable[..., bytes]) -> None:
    from pyld import jsonld

    page = json.loads(exported("annotations", "--base-url", ADDRESS))
    expanded = jsonld.expand(page | {"@context": {"@vocab": "http://www.w3.org/ns/anno.jsonld#"}})
    assert expanded
    assert len(page["items"]) == len({item["id"] for item in page["items"]})
    texts = [source.text or "" for source in own().sources.values()]
    for item in page["items"]:
        for target in item["target"]:
            quote, position = target["selector"]
            words = quote["prefix"] + quote["exact"] + quote["suffix"]
            assert any(
                text[position["start"] : position["end"]] == quote["exact"] and words in text
                for text in texts
            )


def test_a_graph_has_every_claim_and_source(exported: Callable[..., bytes]) -> None:
    import networkx as nx

    graph = nx.parse_graphml(exported("graphml").decode())
    names = {f"claim:{claim.id}" for claim in own().claims}
    names |= {f"source:{source}" for source in own().sources}
    assert names <= {*graph.nodes}
    dot = exported("dot").decode()
    assert dot.count(" -> ") == graph.number_of_edges()
    mermaid = exported("mermaid").decode()
    assert mermaid.count(" -->|") == graph.number_of_edges()


@pytest.mark.parametrize("name", ["mermaid", "dot", "graphml"])
def test_a_graph_says_which_edges_lead_to_nothing(run: Run, project: Dossier, name: str) -> None:
    project.write("sources/a.yaml", "title: A\norigin: unknown\n")
    project.write("sources/b.yaml", "title: B\norigin: gone\n")
    project.write(
        "claims/c.yaml",
        "claim: C.\nrests_on: [lost]\nevidence:\n- {source: nowhere, stance: supports, quote: q}\n",
    )

    result = run("export", name, "--check", "-C", project.root)

    assert result.out.splitlines() == [
        "source:b -> source:gone (repeats): one of the two is not there",
        "source:nowhere -> claim:c (supports): one of the two is not there",
        "claim:c -> claim:lost (rests on): one of the two is not there",
        "3 losses",
    ]


@pytest.mark.parametrize("name", ["mermaid", "dot", "graphml", "links"])
def test_no_word_of_a_dossier_ends_a_label(
    exported: Callable[..., bytes], hostile: Path, name: str
) -> None:
    text = exported(name, project=hostile).decode()
    assert "<b>" not in text
    if name == "graphml":
        import networkx as nx

        assert nx.parse_graphml(text).nodes["claim:c"]["label"] == HOSTILE


def test_an_archive_is_a_crate_with_every_file(
    exported: Callable[..., bytes], tmp_path: Path
) -> None:
    from rocrate.rocrate import ROCrate

    data = exported("ro-crate")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package.extractall(tmp_path / "crate")
        names = set(package.namelist())
    crate = ROCrate(tmp_path / "crate")
    assert {entity.id for entity in crate.data_entities} == names - {"ro-crate-metadata.json"}
    assert {claim.place.path for claim in own().claims} <= names
    assert {pin.path for source in own().sources.values() for pin in source.pins} <= names
    assert load(tmp_path / "crate").claims == own().claims


@pytest.mark.parametrize(
    ("written", "shown", "seconds"),
    [
        ("0:05", "0:05", 5),
        ("12:34", "12:34", 754),
        ("1:00:01.500", "1:00:01", 3601),
        ("13:01,500", "13:01", 781),
    ],
)
def test_a_passage_of_a_transcript_leads_to_its_time(
    exported: Callable[..., bytes], project: Dossier, written: str, shown: str, seconds: int
) -> None:
    words = "The mayor opened the bridge"
    project.source("talk", f"[{written}] {words} at noon.\n[{written}] Nobody asked why.\n")
    record = (project.root / "sources" / "talk.yaml").read_text()
    project.write("sources/talk.yaml", f"{record}url: https://example.org/talk\n")
    item = f"  - {{source: talk, stance: supports, quote: {words}}}\n"
    project.write("claims/c.yaml", f"claim: It was opened.\nevidence:\n{item}")

    links = exported("links", project=project.root).decode()
    (row,) = csv.DictReader(io.StringIO(exported("csv", project=project.root).decode()))

    assert links == f"- c: [{words}](https://example.org/talk#t={seconds})\n"
    assert row["found_on"] == f"at {shown}"


def test_an_archive_holds_large_documents_and_their_time_stamps(
    exported: Callable[..., bytes], project: Dossier
) -> None:
    project.write("claims/.gitkeep", "")
    stamp = "stamp: big.tsr\nstamp_root: root.pem\n"
    project.write("sources/big.yaml", f"title: Big\nfile: big.png\n{stamp}")
    for name in ("big.tsr", "root.pem"):
        project.write(f"sources/{name}", "no stamp")
    (project.root / "sources" / "big.png").write_bytes(bytes((16 << 20) + 1))

    with zipfile.ZipFile(io.BytesIO(exported("ro-crate", project=project.root))) as package:
        assert package.getinfo("sources/big.png").file_size == (16 << 20) + 1
        assert {"sources/big.tsr", "sources/root.pem"} <= set(package.namelist())


def test_what_is_no_format_or_table_is_named(run: Run, project: Dossier) -> None:
    project.write("claims/c.yaml", "claim: x\n")
    project.source("gazette", "The bridge is closed.")
    result = run("export", "claimreviews", "-C", project.root)
    assert (result.status, result.err) == (
        2,
        "error: there is no format 'claimreviews'\n  help: did you mean claimreview?\n",
    )
    result = run("export", "csv", "--table", "claim", "-C", project.root)
    assert (result.status, result.err) == (
        2,
        "error: --table claim: there is no such table\n  help: did you mean claims?\n",
    )
    result = run("export", "csv", "--output", project.root / "claims" / "x.csv", "-C", project.root)
    assert result.status == 2
    assert "lies among the project's claims, sources and reviews" in result.err


def test_claims_that_are_in_no_list_of_reviews_are_counted(run: Run, project: Dossier) -> None:
    project.source("gazette", "The bridge is closed.")
    project.write("claims/c.yaml", "claim: The bridge is closed.\n")
    file = project.root.parent / "reviews.json"

    answer = run("export", "claimreview", "-C", project.root)
    written = run("export", "claimreview", "--output", file, "-C", project.root)

    assert json.loads(answer.out) == json.loads(file.read_text()) == []
    assert answer.err == "left out: 1 claim; the same command with --check says why\n"
    assert written.err == answer.err
    assert run("export", "csl", "-C", project.root).err == ""
