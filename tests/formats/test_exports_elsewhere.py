"""What is exported opens in office, database and drawing programs, and means there what it says."""

from __future__ import annotations

import csv
import io
import json
import shutil
import subprocess
import zipfile
from typing import TYPE_CHECKING

import duckdb
import openpyxl
import pypdfium2
import pytest
from lxml import etree
from pyld import jsonld
from rdflib.namespace import SDO

from claimcheck.dossier.load import load
from claimcheck.formats.tables import TABLES
from support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.project import CommandResult

    Export = Callable[..., Path]

HOSTILE = "=1+1"
FORMULA = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f"
SSCONVERT = shutil.which("ssconvert") or ""
DOT = shutil.which("dot") or ""
OFFICE = pytest.mark.skipif(
    not SSCONVERT, reason="no office suite: ssconvert (Gnumeric) is not here"
)
DRAWING = pytest.mark.skipif(not DOT, reason="no Graphviz: dot is not here")


@pytest.fixture
def export(run: Callable[..., CommandResult], tmp_path: Path) -> Export:
    def write(name: str, *arguments: str, project: Path = ROOT, file: str = "") -> Path:
        path = tmp_path / (file or f"out.{name}")
        result = run("export", name, "-C", project, "--output", path, *arguments)
        assert (result.status, result.err) == (0, "")
        return path

    return write


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    root = tmp_path / "hostile"
    (root / "claims").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "claimcheck.toml").write_text("")
    claim = {"claim": HOSTILE, "claimant": "+cmd|'/C calc'!A0", "tags": ["@SUM(1)", "-2"]}
    (root / "claims" / "c.yaml").write_text(json.dumps(claim))
    return root


def _office(*arguments: object) -> None:
    subprocess.run([SSCONVERT, *map(str, arguments)], check=True, capture_output=True)


@OFFICE
def test_an_office_suite_shows_every_sheet_as_it_was_exported(
    export: Export, tmp_path: Path
) -> None:
    workbook = export("xlsx")
    _office("--export-file-per-sheet", workbook, tmp_path / "sheet%n.csv")
    for number, table in enumerate(TABLES):
        shown = list(csv.reader(io.StringIO((tmp_path / f"sheet{number}.csv").read_text())))
        sheet = openpyxl.load_workbook(workbook)[table]
        written = [
            ["" if cell is None else str(cell) for cell in row]
            for row in sheet.iter_rows(values_only=True)
        ]
        assert shown == written


@OFFICE
@pytest.mark.parametrize("name", ["xlsx", "csv"])
def test_an_office_suite_calculates_nothing_in_a_hostile_table(
    export: Export, hostile: Path, tmp_path: Path, name: str
) -> None:
    arguments = ["--table", "claims"] if name == "csv" else []
    table = export(name, *arguments, project=hostile)
    _office("--recalc", table, tmp_path / "again.xlsx")
    _office("--recalc", table, tmp_path / "again.csv")
    with zipfile.ZipFile(tmp_path / "again.xlsx") as package:
        sheets = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        assert sheets
        for sheet in sheets:
            assert not [*etree.fromstring(package.read(sheet)).iter(FORMULA)]
    (row,) = csv.DictReader(io.StringIO((tmp_path / "again.csv").read_text()))
    assert row["claim"].lstrip("'") == HOSTILE
    assert row["claimant"].lstrip("'") == "+cmd|'/C calc'!A0"


@OFFICE
def test_an_office_suite_prints_the_claims(export: Export, tmp_path: Path) -> None:
    _office(export("xlsx"), tmp_path / "print.pdf")
    pages = pypdfium2.PdfDocument(tmp_path / "print.pdf")
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    # What is long is broken over lines.
    assert all(claim.id[:20] in words for claim in load(ROOT).claims)


@pytest.mark.parametrize("table", TABLES)
def test_a_database_reads_three_formats_alike(export: Export, table: str) -> None:
    database = duckdb.connect()
    counts = set()
    for name, function in (
        ("parquet", "read_parquet('{}')"),
        ("jsonl", "read_json('{}', format='newline_delimited')"),
        ("csv", "read_csv('{}', header=true, all_varchar=true)"),
    ):
        path = export(name, "--table", table, file=f"{table}.{name}")
        if not path.stat().st_size:
            continue  # no lines, and so no columns
        answer = database.execute(f"select * from {function.format(path)}")  # noqa: S608 - our path
        columns = [column[0] for column in answer.description]
        assert columns[name == "jsonl" :] == [column.name for column in TABLES[table].columns]
        counts.add(len(answer.fetchall()))
    assert len(counts) == 1


def test_a_database_counts_the_claims_of_each_status(export: Export) -> None:
    path = export("parquet", "--table", "claims")
    rows = duckdb.connect().execute(f"select id, status from '{path}' order by id").fetchall()  # noqa: S608 - our path
    assert [claim for claim, _status in rows] == sorted(claim.id for claim in load(ROOT).claims)
    assert all(status for _claim, status in rows)


@DRAWING
def test_graphviz_draws_every_claim_and_source(export: Export) -> None:
    drawing = subprocess.run([DOT, "-Tsvg", export("dot")], check=True, capture_output=True)
    assert drawing.stderr == b""
    nodes = [
        title.text
        for group in etree.fromstring(drawing.stdout).iter("{http://www.w3.org/2000/svg}g")
        if group.get("class") == "node"
        for title in group.iter("{http://www.w3.org/2000/svg}title")
    ]
    dossier = load(ROOT)
    assert {f"claim:{claim.id}" for claim in dossier.claims} <= {*nodes}
    assert {f"source:{source}" for source in dossier.sources} <= {*nodes}


def test_reviews_use_the_vocabulary_of_schema_org_alone(export: Export, tmp_path: Path) -> None:
    root = tmp_path / "reviewed"
    (root / "claims").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "claimcheck.toml").write_text("")
    (root / "claims" / "c.yaml").write_text(
        "claim: The bridge was closed.\nclaimant: council\nclaimed_on: 2026-01-01\n"
        "verdict: {status: unsourced, by: desk, on: 2026-01-02, rationale: nobody has seen it}\n"
    )
    path = export("claimreview", "--base-url", "https://facts.example.org/", project=root)
    reviews = json.loads(path.read_text())
    assert len(reviews) == 1
    local = [review | {"@context": {"@vocab": str(SDO)}} for review in reviews]
    terms = {term.removeprefix(str(SDO)) for term in _terms(jsonld.expand(local))}
    assert {"ClaimReview", "claimReviewed", "reviewRating"} <= terms
    assert [term for term in sorted(terms) if term not in SDO] == []


def _terms(value: object) -> Iterator[str]:
    """Yield the properties and types of expanded JSON-LD."""
    if isinstance(value, list):
        for member in value:
            yield from _terms(member)
    elif isinstance(value, dict):
        yield from value.get("@type", ())
        for name, member in value.items():
            if not name.startswith("@"):
                yield name
                yield from _terms(member)
