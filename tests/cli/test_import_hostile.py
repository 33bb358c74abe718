"""`claimcheck import` of files that were made to harm: refused in words, and nothing is written."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

SHEET = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</worksheet>'
)
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORKBOOK = (
    '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    f'xmlns:r="{RELATIONS}"><sheets><sheet name="claims" sheetId="1" r:id="rId1"/></sheets>'
    "</workbook>"
)
LINKS = (
    f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" '
    'Target="worksheets/sheet1.xml"/></Relationships>'
)
LAUGHS = "<!DOCTYPE l [<!ENTITY a 'ha'>]>"


def _workbook(sheet: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/workbook.xml", WORKBOOK)
        package.writestr("xl/_rels/workbook.xml.rels", LINKS)
        package.writestr("xl/worksheets/sheet1.xml", sheet)
    return out.getvalue()


DEEP = b"[" * 100_000
FILES = {
    ("xlsx", "bomb"): (
        b"",  # takes long to pack
        "its part xl/worksheets/sheet1.xml unpacks to more than 67,108,864 bytes",
    ),
    ("xlsx", "laughs"): (
        _workbook(LAUGHS + SHEET.format("&a;")),
        "its XML declares a document type, which no such file does",
    ),
    ("xlsx", "no archive"): (
        b"PK\x03\x04",
        (
            "it is damaged, or no Excel file: File is not a zip file\n"
            "  help: open it in its program and save it again, or get another copy"
        ),
    ),
    ("xlsx", "a table of text"): (
        b"claim,source\n",
        "is no workbook\n  help: a table of text is read by `claimcheck import csv`",
    ),
    ("csv", "a workbook"): (
        b"PK\x03\x04",
        "is a workbook\n  help: read it by `claimcheck import xlsx`, or save it as CSV",
    ),
    ("csv", "a cell of 2 MB"): (
        b'claim,quote\n"' + b"x" * (2 << 20) + b'",q\n',
        "line 2: field larger than field limit (1048576)",
    ),
    ("jsonl", "deep"): (DEEP, "line 1: is nested too deeply"),
    ("jsonl", "not a number"): (b'{"table": "claims"}\nNaN\n', "line 2: NaN is no value of JSON"),
    ("jsonl", "a comma too many"): (
        b'{"table": "claims",}\n',
        "line 1, column 19: is no JSON: a comma stands behind the last value",
    ),
    ("csl", "a comma too many"): (
        b'[{"id": "a"},\n]',
        (
            "line 1, column 13: is no JSON: a comma stands behind the last value\n"
            "  help: save it again as the program or the service wrote it"
        ),
    ),
    ("csl", "deep"): (DEEP, "is nested too deeply"),
    ("csl", "a long number"): (b"[" + b"9" * 5000 + b"]", "holds a number that is too long"),
    ("csl", "a key twice"): (
        b'[\n{"id": "a", "id": "b"}]',
        "line 2, column 1: an object has the key 'id' twice",
    ),
    ("hypothesis", "deep"): (DEEP, "is nested too deeply"),
    ("zotero", "deep"): (DEEP, "is nested too deeply"),
    ("claimreview", "deep"): (DEEP, "is nested too deeply"),
    ("bibtex", "an open brace"): (
        b"@book{k, title={" + b"{" * 10_000,
        "line 1: this entry cannot be read; a brace or a quotation mark is open",
    ),
    ("citations", "deep"): (DEEP, "is nested too deeply"),
}


@pytest.mark.parametrize(("name", "kind"), FILES)
def test_a_hostile_file_is_refused_in_words(run: Run, write: Write, name: str, kind: str) -> None:
    data, message = FILES[name, kind]
    if kind == "bomb":
        data = _workbook(SHEET.format(" " * (65 << 20)))
    root = write({"in": data})
    result = run("import", name, root / "in", "-C", root)
    assert (result.status, result.out) == (2, "")
    assert result.err == f"error: {root / 'in'}: {message}\n"
    assert [*(root / "claims").iterdir(), *(root / "sources").iterdir()] == []


def test_a_sheet_as_wide_as_can_be_is_read_by_its_cells(run: Run, write: Write) -> None:
    cell = '<row r="{0}"><c r="{1}{0}" t="inlineStr"><is><t>{2}</t></is></c></row>'
    rows = cell.format(1, "A", "claim") + cell.format(1_048_576, "XFD", "x")
    root = write({"in.xlsx": _workbook(SHEET.format(f"<sheetData>{rows}</sheetData>"))})
    result = run("import", "xlsx", root / "in.xlsx", "-C", root)
    assert (result.status, result.err) == (0, "")
    assert result.out.splitlines()[0] == "columns: claim from 'claim'"


def test_words_of_a_surrogate_alone_are_left_out(run: Run, write: Write) -> None:
    root = write({"in.json": json.dumps([{"id": "a", "title": "\ud800 Report"}])})
    result = run("import", "csl", root / "in.json", "-C", root)
    assert (result.status, result.err) == (0, "")
    assert "title: Report\n" in (root / "sources" / "a.yaml").read_text(encoding="utf-8")
