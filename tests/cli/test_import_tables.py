"""`claimcheck import` of tables, bibliographies and notes: drafts, and exactly what was edited."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.documents.bibliographies import bibtex, csl
from claimcheck.documents.note_shapes import claimreview, zotero
from claimcheck.documents.spreadsheet import matched_columns, read_csv
from claimcheck.dossier.load import load
from claimcheck.formats.respelled import read_date
from claimcheck.model.errors import AnswerError
from support.project import ROOT, standard_input

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

TEXT = "The bridge reopened on Monday, the council said. Nobody was hurt in the storm.\n"
TABLE = """\
Behauptung;Zitat;Quelle;Seite;Notiz
Die Brücke ist offen.;The bridge reopened on Monday;gazette;;
;Nobody was harmed;gazette;;gesagt am Telefon
Der Sturm war schwach.;A weak storm;Der Bote;12;
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "dossier"
    (root / "claims").mkdir(parents=True)
    (root / "sources").mkdir()
    (root / "claimcheck.toml").write_text("")
    (root / "sources" / "gazette.txt").write_text(TEXT)
    (root / "sources" / "gazette.yaml").write_text("title: Gazette\nfile: gazette.txt\n")
    monkeypatch.chdir(root)
    return root


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "own"
    for name in ("claims", "seeds"):
        shutil.copytree(ROOT / name, root / name)
    (root / "claimcheck.toml").write_text('sources = "seeds"\n')
    monkeypatch.chdir(root)
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*.yaml"))
    }


def test_a_newsrooms_table_becomes_drafts_with_every_quotation_looked_for(
    run: Run, dossier: Path
) -> None:
    (dossier / "liste.csv").write_text(TABLE, encoding="utf-8")

    outcome = run("import", "csv", "liste.csv")

    assert outcome.status == 0
    assert outcome.out.splitlines() == [
        (
            "columns: claim from 'Behauptung', quote from 'Zitat', source from 'Quelle', "
            "page from 'Seite', rationale from 'Notiz'"
        ),
        "wrote claims/die-brucke-ist-offen.yaml: 2 passages",
        "wrote claims/der-sturm-war-schwach.yaml: 1 passage",
        ("2 claims, 3 passages: 1 appears in the source that is cited, 1 does not, 1 unchecked"),
        (
            "claims/die-brucke-ist-offen.yaml:10:23: error[quote-altered] the quote is not what "
            "'gazette' prints"
        ),
        (
            "claims/die-brucke-ist-offen.yaml:7:12: warning[speaker-unstated] the quote seems to "
            "be relayed speech in 'gazette' ('the council said'), and no speaker is given"
        ),
        "no source here is called 'Der Bote'; it is written as der-bote. Pin it:",
        "  claimcheck source add FILE --id der-bote",
        "next: `claimcheck judge`: does each passage support, contradict, or give context?",
    ]
    claim = next(claim for claim in load(dossier).claims if claim.id == "die-brucke-ist-offen")
    assert [item.rationale for item in claim.evidence] == [None, "gesagt am Telefon"]
    assert [item.stance for item in claim.evidence] == ["unset", "unset"]
    again = run("import", "csv", "liste.csv")
    assert again.out.splitlines()[1:] == [
        "2 statements were imported before; nothing was added for them"
    ]


def test_what_a_table_notes_of_one_passage_in_two_documents_stays_with_each(
    run: Run, dossier: Path
) -> None:
    (dossier / "list.csv").write_text(
        "claim,source,quote,stance,speaker,rationale\n"
        "The bridge is open.,gazette,the bridge is open to all,supports,Ana Moor,on Monday\n"
        "The bridge is open.,courier,the bridge is open to all,contradicts,Bo Kim,he joked\n"
    )

    assert run("import", "csv", "list.csv").status == 0

    (claim,) = load(dossier).claims
    assert [
        (item.source, item.stance, item.speaker, item.rationale) for item in claim.evidence
    ] == [
        ("gazette", "supports", "Ana Moor", "on Monday"),
        ("courier", "contradicts", "Bo Kim", "he joked"),
    ]


def test_two_notes_on_one_passage_are_put_together_and_left_to_be_judged(
    run: Run, dossier: Path
) -> None:
    (dossier / "list.csv").write_text(
        "claim,source,quote,stance,speaker,rationale\n"
        "It is open.,gazette,The bridge reopened on Monday,supports,council,says so\n"
        "It is open.,gazette,The bridge reopened on Monday,Supports,council,says so\n"
        "It is open.,Gazette,The bridge reopened on Monday,contradicts,council,no date\n"
    )

    run("import", "csv", "list.csv")

    (claim,) = load(dossier).claims
    (item,) = claim.evidence
    assert (item.stance, item.speaker) == ("unset", "council")
    assert item.rationale == "says so; no date; noted as: supports, contradicts"


def test_a_workbook_is_read_as_it_is_shown(run: Run, dossier: Path) -> None:
    with xlsxwriter.Workbook(dossier / "liste.xlsx") as book:
        sheet = book.add_worksheet("July")
        for number, row in enumerate(csv.reader(io.StringIO(TABLE), delimiter=";")):
            sheet.write_row(number, 0, row)
    outcome = run("import", "xlsx", "liste.xlsx", "--sheet", "July")
    assert outcome.status == 0
    assert "2 claims, 3 passages: 1 appears" in outcome.out
    outcome = run("import", "xlsx", "liste.xlsx", "--sheet", "June")
    assert (outcome.status, outcome.err) == (
        2,
        "error: liste.xlsx: has no sheet 'June'\n  help: it has July\n",
    )


def test_columns_that_no_name_tells_are_asked_for(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (dossier / "t.csv").write_text("a,b,c\nOpen.,The bridge reopened on Monday,gazette\n")
    outcome = run("import", "csv", "t.csv")
    assert outcome.status == 2
    assert outcome.err.splitlines() == [
        "error: no column is known to hold the claims",
        "  help: name it: --column claim=COLUMN; there are a, b, c",
    ]
    terminal = standard_input("a\nb\nc\n")
    monkeypatch.setattr(terminal, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", terminal)
    outcome = run("import", "csv", "t.csv")
    assert outcome.out.splitlines()[:3] == [
        "columns: claim from 'a', quote from 'b', source from 'c'",
        "wrote claims/open.yaml: 1 passage",
        "1 claim, 1 passage: 1 appears in the source that is cited",
    ]
    outcome = run("import", "csv", "t.csv", "--column", "claim=z")
    assert outcome.err == "error: t.csv: has no column 'z' for claim\n  help: it has a, b, c\n"


@pytest.mark.parametrize("table", ["claims", "evidence", "sources"])
def test_a_table_that_nobody_edited_changes_nothing(run: Run, own: Path, table: str) -> None:
    before = files(own)
    exported = run("export", "csv", "--table", table, "--output", own / "t.csv")
    assert exported.status == 0
    outcome = run("import", "csv", "t.csv", "--yes")
    assert (outcome.status, outcome.out) == (0, "nothing in the table differs from the dossier\n")
    run("export", "jsonl", "--output", own / "d.jsonl")
    assert run("import", "jsonl", "d.jsonl", "--yes").out == outcome.out
    assert files(own) == before


def test_exactly_what_was_edited_is_changed(run: Run, own: Path) -> None:
    before = files(own)
    run("export", "csv", "--table", "evidence", "--output", own / "t.csv")
    rows = list(csv.reader(io.StringIO((own / "t.csv").read_text("utf-8"))))
    header = rows[0]
    row = rows[1]
    path, number = row[header.index("file")], int(row[header.index("number")])
    row[header.index("rationale")] = "Looked at once more: it stands."
    # Columns of their own and another order are the editor's business.
    for position, cells in enumerate(rows):
        cells.insert(0, "seen" if position == 0 else "yes")
    with (own / "t.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([rows[0], *reversed(rows[1:])])

    refused = run("import", "csv", "t.csv")

    assert (refused.status, refused.err) == (
        1,
        "nothing was written; --yes writes without asking\n",
    )
    assert files(own) == before
    outcome = run("import", "csv", "t.csv", "--yes")
    assert outcome.status == 0
    assert outcome.out.endswith("1 file changed\n")
    assert outcome.out.splitlines()[:2] == [f"--- a/{path}", f"+++ b/{path}"]
    after = files(own)
    assert {name for name in before if before[name] != after[name]} == {path}
    claim = next(claim for claim in load(own).claims if claim.place.path == path)
    assert claim.evidence[number - 1].rationale == "Looked at once more: it stands."
    assert run("import", "csv", "t.csv").out == "nothing in the table differs from the dossier\n"


def test_a_row_of_nothing_is_refused(run: Run, own: Path) -> None:
    (own / "t.csv").write_text("id,claim,status\nno-such,Words.,supported\n")
    outcome = run("import", "csv", "t.csv", "--yes")
    assert outcome.status == 2
    assert outcome.err.startswith(
        "error: t.csv: row 2: there is no claim 'no-such' in the dossier\n"
    )


@pytest.mark.parametrize("name", ["csl", "bibtex"])
def test_a_bibliography_comes_back_as_it_went(run: Run, own: Path, name: str) -> None:
    before = files(own)
    run("export", name, "--output", own / "b")
    outcome = run("import", name, "b")
    assert outcome.out.startswith("4 entries: 0 new, 0 changed, 4 as they were\n")
    assert files(own) == before


def test_a_new_entry_waits_for_its_document_and_then_is_completed(run: Run, dossier: Path) -> None:
    entry = {
        "id": "roe2020",
        "type": "article-journal",
        "title": "On <i>Bridges</i>",
        "author": [{"family": "Roe", "given": "Jane"}, {"literal": "Elm Council"}],
        "issued": {"date-parts": [["2020", 7]]},
        "DOI": "10.1/x",
    }
    (dossier / "z.json").write_text(json.dumps([entry]))

    outcome = run("import", "csl", "z.json")

    assert outcome.out.splitlines() == [
        "began sources/roe2020.yaml",
        "1 entry: 1 new, 0 changed, 0 as they were",
        "not taken over, since a record has no place for it: DOI",
        "new records wait for their document; pin each, such as:",
        "  claimcheck source add FILE --id roe2020",
    ]
    record = (dossier / "sources" / "roe2020.yaml").read_text("utf-8")
    assert record == (
        "title: On Bridges\ntype: article-journal\nauthor: [Jane Roe, Elm Council]\n"
        'issued: "2020-07"\n'
    )
    (dossier / "paper.txt").write_text("Bridges are safe when they are looked after.\n")
    added = run("source", "add", "paper.txt", "--id", "roe2020")
    assert added.status == 0
    completed = (dossier / "sources" / "roe2020.yaml").read_text("utf-8")
    assert completed.startswith(record)
    assert "file: roe2020.txt\n" in completed
    assert run("source", "verify", "roe2020").status == 0


def test_records_that_wait_are_completed_by_many_documents_at_once_too(
    run: Run, dossier: Path
) -> None:
    entries = [{"id": name, "title": name} for name in ("Roe2020", "doe-2021")]
    (dossier / "z.json").write_text(json.dumps(entries))
    run("import", "csl", "z.json")
    for name in ("roe2020", "doe 2021", "other", "unknown"):
        (dossier / f"{name}.txt").write_text(f"A text about {name}, and about no bridge.\n")

    added = run("source", "add", "roe2020.txt", "doe 2021.txt", "other.txt", "unknown.txt")

    assert added.status == 0
    sources = load(dossier).sources
    assert set(sources) == {"gazette", "Roe2020", "doe-2021", "other", "unknown-2"}
    assert all(source.pins for source in sources.values())


def test_a_file_without_notes_is_told(run: Run, dossier: Path) -> None:
    (dossier / "z.json").write_text("[]")

    outcome = run("import", "zotero", "z.json")

    assert outcome.out == "nothing to draft: it holds no claim, statement or note\n"


def test_a_name_with_the_sign_that_parts_names_is_no_edit(run: Run, dossier: Path) -> None:
    (dossier / "claims" / "c.yaml").write_text('claimant: "Doe; Jane"\nclaim: It is so.\n')
    run("export", "csv", "--table", "claims", "--output", dossier / "c.csv")

    assert run("import", "csv", "c.csv").out == "nothing in the table differs from the dossier\n"


def test_a_bibtex_key_or_field_that_stands_twice_loses_nothing_without_a_word() -> None:
    data = (
        b"@book{key, title = {One}, langid = {ngerman}}\n"
        b"@book{key, title = {Other}, file = {a.pdf}, file = {b.pdf}}\n"
        b"@misc{half, title = {Half \\href{https://example.org/}}}\n"
    )

    by_key = {entry.key: entry for entry in bibtex.entries(data)}

    titles = {key: str(entry.values["title"])[:5] for key, entry in by_key.items()}
    assert titles == {"key": "One", "key-2": "Other", "half": "Half "}
    assert by_key["key"].values["language"] == "de"
    assert by_key["key-2"].left_out == ("file", "file (again)")


@pytest.mark.parametrize(
    ("issued", "written", "left_out"),
    [
        ({"date-parts": [["2017", 14]]}, "2017", ("issued (in part)",)),
        ({"date-parts": [[2017, 3], [2018, 4]]}, "2017-03", ("issued (in part)",)),
        ({"date-parts": [["-334"]]}, None, ("issued",)),
        ({"literal": "13th cent."}, None, ("issued",)),
        ({"raw": "2018-05-04"}, "2018-05-04", ()),
        ({"date-parts": [], "raw": "2018-05-04T10:00:00Z"}, "2018-05-04", ()),
        ({"date-parts": [["²"]]}, None, ("issued",)),
    ],
)
def test_a_date_that_no_record_can_hold_is_named(
    issued: object, written: str | None, left_out: tuple[str, ...]
) -> None:
    (entry,) = csl.entries(json.dumps([{"id": "a", "title": "A", "issued": issued}]).encode())

    assert (entry.values.get("issued"), entry.left_out) == (written, left_out)


def test_an_author_that_is_no_list_is_named() -> None:
    (entry,) = csl.entries(b'[{"id": "a", "title": "A", "author": {"family": "Roe"}}]')

    assert (dict(entry.values), entry.left_out) == ({"title": "A"}, ("author",))


@pytest.mark.parametrize(
    ("field", "written", "left_out"),
    [
        ("year = {c. 1999}", None, ("year",)),
        ("year = {²}", None, ("year",)),
        ("date = {1999~}", None, ("date",)),
        ("date = {2020-05-03T10:00:00}", "2020-05-03", ()),
    ],
)
def test_a_date_of_bibtex_that_no_record_can_hold_is_named(
    field: str, written: str | None, left_out: tuple[str, ...]
) -> None:
    (entry,) = bibtex.entries(f"@misc{{a, title = {{A}}, {field}}}".encode())

    assert (entry.values.get("issued"), entry.left_out) == (written, left_out)


def test_a_name_of_bibtex_in_three_parts_is_in_the_order_of_readers() -> None:
    names = "King, Jr., Martin Luther and {Roe, Doe and Sons}"

    (entry,) = bibtex.entries(f"@misc{{a, title = {{A}}, author = {{{names}}}}}".encode())

    assert entry.values["author"] == ("Martin Luther King Jr.", "Roe, Doe and Sons")


def test_each_highlight_of_a_paragraph_of_zotero_has_its_own_words_beside_it() -> None:
    marked = '<span class="highlight" data-annotation="x">“{}”</span>'
    note = f"<p>{marked.format('Nobody was hurt')} Luck {marked.format('It fell')} Decay</p>"

    notes = list(zotero.notes(json.dumps([{"itemType": "note", "note": note}]).encode()))

    assert [(each.claim, each.quote) for each in notes] == [
        ("Luck", "Nobody was hurt"),
        ("Decay", "It fell"),
    ]


def test_a_broken_script_beside_a_review_keeps_nobody_from_it() -> None:
    script = "<script type='application/ld+json'>{}</script>"
    review = json.dumps(REVIEW | {"author": None, "publisher": None})
    page = script.format("{broken") + script.format(review)

    (note,) = claimreview.notes(page.encode())

    assert note.rationale == "a reviewer rated it False"
    with pytest.raises(AnswerError, match="is no JSON"):
        list(claimreview.notes(script.format("{broken").encode()))


def test_more_latex_than_can_be_read_soon_is_refused() -> None:
    content = "@misc{a, title={" + r"\'{e}" * 10_001 + "}}"

    with pytest.raises(AnswerError, match="too much text with LaTeX commands"):
        list(bibtex.entries(content.encode()))


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("{{The} Bridge}", "The Bridge"),
        ("Nu\u0301mero {\u2116}_5", "Nu\u0301mero \u2116_5"),
        (r"{\'E}lan", "Élan"),
        ("1--2", "1–2"),
        ("A }B{", "A B"),
    ],
)
def test_braces_of_bibtex_are_no_part_of_a_title(written: str, read: str) -> None:
    (entry,) = bibtex.entries(f'@misc{{a, title="{written}"}}'.encode())

    assert entry.values["title"] == read


def test_bibtex_is_read_as_others_write_it() -> None:
    data = rb"""
@article{roe2020, author = {Roe, Jane and {Elm Council} and M{\"u}ller, J.},
  title = "{B}ridges \& roads", journal = {The Elm Gazette}, year = 2020, month = jul,
  url = {https://example.org/a_b%20c}, keywords = {x}}
"""
    (entry,) = bibtex.entries(data)
    assert entry.key == "roe2020"
    assert entry.values == {
        "title": "Bridges & roads",
        "type": "article-journal",
        "author": ("Jane Roe", "Elm Council", "J. Müller"),
        "container_title": "The Elm Gazette",
        "issued": "2020-07",
        "url": "https://example.org/a_b%20c",
    }
    assert entry.left_out == ("keywords",)


HYPOTHESIS = {
    "rows": [
        {
            "uri": "https://example.org/gazette",
            "text": "The bridge is open.",
            "tags": ["bridge"],
            "document": {"title": ["Gazette"]},
            "target": [
                {
                    "selector": [
                        {"type": "RangeSelector"},
                        {"type": "TextQuoteSelector", "exact": "The bridge reopened on Monday"},
                    ]
                }
            ],
        }
    ]
}
ZOTERO = {
    "items": [
        {
            "key": "A",
            "itemType": "newspaperArticle",
            "title": "Gazette",
            "citationKey": "gazette",
            "attachments": [
                {
                    "annotations": [
                        {
                            "annotationType": "highlight",
                            "annotationText": "The bridge reopened <i>on Monday</i>",
                            "annotationComment": "The bridge is open.",
                            "annotationPageLabel": "3",
                            "tags": [{"tag": "bridge"}],
                        }
                    ]
                }
            ],
        }
    ]
}
CLAIMREVIEW = {
    "@context": "http://schema.org",
    "@graph": [
        {
            "@type": ["ClaimReview"],
            "claimReviewed": "The bridge is open.",
            "author": {"@type": "Organization", "name": "Fact Desk"},
            "url": "https://facts.example.org/1",
            "itemReviewed": {
                "@type": "CreativeWork",
                "author": [{"name": "Elm Council"}],
                "datePublished": "2020-07",
                "appearance": ["https://example.org/speech"],
            },
            "reviewRating": {"ratingValue": -1, "bestRating": -1, "alternateName": "Half true"},
        }
    ],
}


@pytest.mark.parametrize(
    ("name", "value", "passages"),
    [("hypothesis", HYPOTHESIS, 1), ("zotero", ZOTERO, 1), ("claimreview", CLAIMREVIEW, 0)],
)
def test_notes_become_drafts_that_nobody_has_judged(
    run: Run, dossier: Path, name: str, value: object, passages: int
) -> None:
    (dossier / "notes.json").write_text(json.dumps(value))
    outcome = run("import", name, "notes.json")
    assert outcome.status == 0
    assert outcome.out.startswith("wrote claims/bridge-open.yaml: ")
    (claim,) = load(dossier).claims
    assert claim.text == "The bridge is open."
    assert [item.stance for item in claim.evidence] == ["unset"] * passages
    if name == "claimreview":
        assert claim.claimants == ("Elm Council",)
        text = (dossier / claim.place.path).read_text("utf-8")
        assert "https://example.org/speech" in text
        assert "https://facts.example.org/1" in text
    else:
        assert claim.tags == ("bridge",)
        assert claim.evidence[0].quote.exact == "The bridge reopened on Monday"


@pytest.mark.parametrize("name", ["csl", "bibtex", "hypothesis", "zotero", "claimreview", "jsonl"])
@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[" * 100_000, b"{}", b"null", b'[1, "x", null]', b"@a{b, c = {d}"]
)
def test_what_is_no_such_file_is_said_to_be_none(
    run: Run, dossier: Path, name: str, data: bytes
) -> None:
    (dossier / "f").write_bytes(data)
    before = files(dossier)
    outcome = run("import", name, "f")
    assert outcome.status in {0, 2}
    assert not outcome.err or outcome.err.startswith("error: f: ")
    assert files(dossier) == before


@given(st.binary(max_size=300))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_bytes_break_a_reader(data: bytes) -> None:
    for read in (
        read_csv,
        lambda given_: list(csl.entries(given_)),
        lambda b: list(bibtex.entries(b)),
    ):
        with contextlib.suppress(AnswerError):
            read(data)


def test_columns_are_known_by_name_and_choice() -> None:
    assert matched_columns(("Claim", "Link", "QUOTE ", "x"), {}) == {
        "claim": "Claim",
        "quote": "QUOTE ",
        "source": "Link",
    }
    assert matched_columns(("Claim", "x"), {"claim": "x"}) == {"claim": "x"}


def test_records_without_a_type_go_to_csl_and_back_as_they_are(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    record = "title: A\npublisher: B\nfile: a.txt\n"
    root = write({"claimcheck.toml": "", "claims/.keep": "", "sources/a.txt": "x",
                  "sources/a.yaml": record})  # fmt: skip
    bibliography = root / "out.json"
    bibliography.write_text(run("-C", str(root), "export", "csl").out)

    result = run("-C", str(root), "import", "csl", str(bibliography))

    assert result.out == "1 entry: 0 new, 0 changed, 1 as they were\n"
    assert (root / "sources/a.yaml").read_text() == record


def edited(run: Run, dossier: Path, edits: dict[str, str]) -> CommandResult:
    """Bring back the exported claims with some cells of the first row written otherwise."""
    run("export", "csv", "--table", "claims", "--output", dossier / "t.csv")
    rows = list(csv.DictReader(io.StringIO((dossier / "t.csv").read_text("utf-8"))))
    rows[0] |= edits
    with (dossier / "t.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), delimiter=";")
        writer.writeheader()
        writer.writerows(rows)
    return run("import", "csv", "t.csv", "--yes")


@pytest.fixture
def dated(dossier: Path) -> Path:
    (dossier / "claims" / "bridge.yaml").write_text(
        'claim: "The bridge  is open."\nclaimant: The council\nclaimed_on: 2024-03-01\n'
        'as_of: 2024-04-03\ntags: [roads, "007", "1.50"]\n'
    )
    return dossier


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("id", " bridge "),
        ("claim", "The bridge is open. "),
        ("as_of", "03.04.2024"),
        ("as_of", "3.4.24"),
        ("as_of", "03/04/2024"),
        ("as_of", "4/3/2024"),
        ("as_of", "2024/04/03"),
        ("as_of", "2024-04-03 00:00:00"),
        ("as_of", "45385"),
        ("claimed_on", "01.03.2024"),
        ("claimed_on", "45352"),
        ("tags", "roads;7; 1,5"),
    ],
)
def test_what_a_spreadsheet_respells_is_no_edit(
    run: Run, dated: Path, column: str, cell: str
) -> None:
    before = files(dated)

    outcome = edited(run, dated, {column: cell})

    assert (outcome.out, outcome.err) == ("nothing in the table differs from the dossier\n", "")
    assert files(dated) == before


def test_a_month_may_have_become_its_first_day() -> None:
    assert read_date("2024-03", "01.03.2024") == "2024-03"
    assert read_date("2024", "45292") == "2024"
    assert read_date("2024-03", "02.03.2024") == "2024-03-02"


@pytest.mark.parametrize(
    ("standing", "cell", "day"),
    [
        ("1999-03-05", "05.03.99", "1999-03-05"),
        ("2031-03-05", "05.03.31", "2031-03-05"),
        ("1924-03-05", "05.03.24", "1924-03-05"),
        ("", "05.03.99", "1999-03-05"),
        ("2001-03-05", "05.03.29", "2029-03-05"),
        ("1999-03-05", "06.03.99", "1999-03-06"),
    ],
)
def test_a_year_of_two_digits_is_that_of_the_dossier_or_what_spreadsheets_take_it_for(
    standing: str, cell: str, day: str
) -> None:
    assert read_date(standing, cell) == day


@pytest.mark.parametrize(
    ("cell", "line"),
    [
        ("17.4.2024", "as_of: 2024-04-17"),
        ("4/17/2024", "as_of: 2024-04-17"),
        ("2025", "as_of: 2025"),
    ],
)
def test_another_day_is_written_as_the_dossier_writes_days(
    run: Run, dated: Path, cell: str, line: str
) -> None:
    assert edited(run, dated, {"as_of": cell}).status == 0
    assert line in (dated / "claims" / "bridge.yaml").read_text().splitlines()


@pytest.mark.parametrize(
    ("cell", "message", "help_line"),
    [
        (
            "5/6/2024",
            "'5/6/2024' may be 2024-06-05 or 2024-05-06",
            "write the year first, as the dossier does",
        ),
        ("Spring", "'Spring' is no date", "write it as 2024-03-05, 2024-03 or 2024"),
    ],
)
def test_a_day_that_nobody_can_tell_is_refused(
    run: Run, dated: Path, cell: str, message: str, help_line: str
) -> None:
    before = files(dated)

    outcome = edited(run, dated, {"as_of": cell})

    assert (outcome.status, files(dated)) == (2, before)
    assert outcome.err == f"error: t.csv: row 2, as_of: {message}\n  help: {help_line}\n"


@pytest.mark.parametrize("cell", ["45355", "04. Mrz", "4-Mar", "03.04.2026"])
def test_a_page_that_a_spreadsheet_takes_for_a_date_is_left_with_a_word(
    run: Run, dossier: Path, cell: str
) -> None:
    claim = dossier / "claims" / "bridge.yaml"
    claim.write_text(
        "claim: The bridge is open.\nevidence:\n  - source: gazette\n"
        "    quote: The bridge reopened on Monday\n    stance: supports\n    page: 3-4\n"
    )
    before = claim.read_text()
    table = run("export", "csv", "--table", "evidence").out.replace(",3-4,", f",{cell},")
    (dossier / "t.csv").write_text(table, encoding="utf-8")

    outcome = run("import", "csv", "t.csv", "--yes")

    assert outcome.out.splitlines() == [
        "left as they stand, since a spreadsheet made dates of them:",
        f"  row 2, page: '{cell}' for '3-4'",
        "nothing in the table differs from the dossier",
    ]
    assert claim.read_text() == before


def test_an_exported_table_is_known_without_its_other_columns(run: Run, dated: Path) -> None:
    (dated / "t.csv").write_text("ID;Claim;Seen\nbridge;The bridge is open again.;yes\n")

    outcome = run("import", "csv", "t.csv", "--yes")

    assert outcome.out.endswith("1 file changed\n")
    assert [claim.text for claim in load(dated).claims] == ["The bridge is open again."]


def test_blanks_and_dates_of_json_lines_are_edits(run: Run, dated: Path) -> None:
    table = run("export", "jsonl", "--table", "claims").out
    (dated / "t.jsonl").write_text(table.replace("bridge  is", "bridge is"))

    assert run("import", "jsonl", "t.jsonl", "--yes").out.endswith("1 file changed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals like these")
def test_a_newsrooms_own_columns_take_three_answers_at_a_terminal(
    forked: list[str], dossier: Path
) -> None:
    (dossier / "liste.csv").write_text(
        "Aufschlag;Wortlaut;Fundort\nDie Brücke ist offen.;The bridge reopened on Monday;gazette\n"
        "Der Sturm war schwach.;A weak storm;Der Bote\n",
        "utf-8",
    )
    terminal, other = os.openpty()
    begun = subprocess.Popen(
        [*forked, "import", "csv", "liste.csv"],
        stdin=other, stdout=other, stderr=other, cwd=dossier,
    )  # fmt: skip
    os.close(other)
    shown = ""
    for answer in ("aufschlg", "aufschlag", "Wortlaut", "Fundort"):
        shown += until(terminal, "] ")
        os.write(terminal, f"{answer}\n".encode())
    shown += until(terminal, "")
    os.close(terminal)

    assert begun.wait() == 0
    assert "there is no column 'aufschlg': did you mean Aufschlag?" in shown
    assert "columns: claim from 'Aufschlag', quote from 'Wortlaut', source from 'Fundort'" in shown
    assert "2 claims, 2 passages: 1 appears in the source that is cited" in shown
    assert "claimcheck source add FILE --id der-bote" in shown
    assert len(files(dossier)) == 3


def until(terminal: int, ending: str) -> str:
    """Read what a program shows, up to a question, or to its end."""
    shown = ""
    while not ending or not shown.endswith(ending):
        try:
            data = os.read(terminal, 1 << 12)
        except OSError:  # the program has ended
            break
        if not data:
            break
        shown += data.decode("utf-8", "replace")
    return shown


REVIEW = {
    "@type": "ClaimReview",
    "url": "https://check.example/1",
    "author": {"name": "The Checker"},
    "claimReviewed": "The bridge is shut",
    "reviewRating": {"ratingValue": -1, "bestRating": -1, "alternateName": "False"},
    "itemReviewed": {"author": {"name": "Roe"}, "datePublished": "2020-03-05"},
}
HIGHLIGHT = {
    "id": "a",
    "uri": "https://gazette.example/a",
    "text": "It is open",
    "target": [
        {
            "selector": [
                {"type": "TextQuoteSelector", "exact": "The bridge reopened"},
                {"type": "PageSelector", "index": 2, "label": "iv"},
            ]
        },
        {"selector": {"type": "TextQuoteSelector", "exact": "Nobody was hurt"}},
    ],
}
ZOTERO_NOTE = (
    '<div><h1>Notes</h1><p><span class="highlight" data-annotation='
    '"%7B%22pageLabel%22%3A%22iv%22%7D">“Nobody was hurt”</span> <span class="citation" '
    'data-citation="%7B%7D">(<span class="citation-item">Roe, p. 4</span>)</span> Luck &amp; care'
    "</p><p>Of no passage.</p></div>"
)


@pytest.mark.parametrize(
    ("name", "value", "lines"),
    [
        ("claimreview", REVIEW, ["# Noted with it: The Checker rated it False"]),
        (
            "claimreview",
            REVIEW | {"claimReviewed": ["The bridge is shut", "Le pont est fermé"]},
            ["claim: The bridge is shut", "# Noted with it: in other words: Le pont est fermé"],
        ),
        (
            "claimreview",
            REVIEW | {"itemReviewed": [{"author": [{"name": "Roe"}, "Doe"]}, {"author": "Poe"}]},
            [
                "claimant: Roe",
                "# Noted with it: also claimed by Doe",
                "# Noted with it: also claimed by Poe",
            ],
        ),
        (
            "claimreview",
            REVIEW | {"itemReviewed": {"datePublished": "2020-03"}},
            ["# Noted with it: dated 2020-03"],
        ),
        (
            "claimreview",
            REVIEW | {"itemReviewed": {"datePublished": "March 5, 2020"}},
            ["# Noted with it: dated March 5, 2020"],
        ),
        (
            "claimreview",
            REVIEW | {"reviewRating": {"ratingValue": "2", "bestRating": "5"}},
            ["# Noted with it: The Checker rated it 2 of 5"],
        ),
        (
            "claimreview",
            REVIEW | {"claimReviewed": "It&#8217;s &amp;quot;shut&amp;quot;"},
            ['claim: It’s "shut"'],
        ),
        (
            "claimreview",
            {"@type": "http://schema.org/ClaimReview", "schema:claimReviewed": "It is shut",
             "schema:itemReviewed": {"schema:author": {"schema:name": "Roe"}}},
            ["claim: It is shut", "claimant: Roe"],
        ),
        (
            "claimreview",
            f"<html><script type='application/ld+json'>{json.dumps(REVIEW)}</script></html>",
            ["claim: The bridge is shut"],
        ),
        (
            "hypothesis",
            {"rows": [HIGHLIGHT]},
            ["    quote: The bridge reopened", "    page: iv", "    quote: Nobody was hurt"],
        ),
        (
            "hypothesis",
            [HIGHLIGHT, {"id": "b", "references": ["a"], "text": "Is it?\nSince when?"}],
            ["claim: It is open", "# Noted with it: a reply: Is it? Since when?"],
        ),
        (
            "zotero",
            [{"itemType": "note", "parentItem": "K", "note": ZOTERO_NOTE},
             {"key": "K", "itemType": "book", "title": "Gazette"}],
            ["claim: Luck & care", "    quote: Nobody was hurt", "    page: iv"],
        ),
        (
            "zotero",
            [{"itemType": "book", "title": "Gazette", "annotations": [
                {"annotationType": "image", "annotationPageLabel": "5"}]}],
            ["claim: Highlight in Gazette", "# Noted with it: page 5"],
        ),
        (
            "zotero",
            [{"itemType": "book", "title": "Gazette", "annotations": [
                {"annotationType": "highlight", "annotationText": "Ham &amp; <i>eggs</i>"}]}],
            ["    quote: Ham & eggs"],
        ),
    ],
)  # fmt: skip
def test_nothing_that_was_noted_is_lost(
    run: Run, dossier: Path, name: str, value: object, lines: list[str]
) -> None:
    text = value if isinstance(value, str) else json.dumps(value)
    (dossier / "notes").write_text(text, encoding="utf-8")

    assert run("import", name, "notes").status == 0

    (draft,) = (dossier / "claims").glob("*.yaml")
    written = draft.read_text("utf-8").splitlines()
    assert [line for line in lines if line not in written] == []
    assert [claim.place.path for claim in load(dossier).claims] == [f"claims/{draft.name}"]


def test_bibtex_names_and_addresses_are_read_as_they_are_meant() -> None:
    (entry,) = bibtex.entries(
        rb"""@misc{a, title = {T}, howpublished = {\url{https://x.example/?a=1&b=2}},
        author = {{van der Roe}, Jane and {World Bank, The} and M{\"u}ller, J{\"o}rg and others}}"""
    )
    assert entry.values["author"] == ("Jane van der Roe", "World Bank, The", "Jörg Müller")
    assert entry.values["url"] == "https://x.example/?a=1&b=2"
    assert "container_title" not in entry.values
    assert entry.left_out == ("author (others)",)


TWICE = (
    "Bridge open. The bridge reopened on Monday, it says. We think the bridge reopened on Monday."
)


@pytest.mark.parametrize(
    ("text", "beside", "lines"),
    [
        # Hypothesis keeps 32 letters on each side, and cuts a word for them.
        (TWICE, ("hink the ", "."), ["      prefix: the", '      suffix: "."']),
        (TWICE, ("Bridge open. The ", ", it sa"), ["      prefix: Bridge open. The"]),
        (TWICE, ("other words ", ""), ["    rationale: before it “other words”"]),
        ("", ("hink the ", ", it sa"), ["      prefix: the", '      suffix: ", it"']),
    ],
)  # fmt: skip
def test_words_beside_a_highlight_tell_which_of_several_places_is_meant(
    run: Run, dossier: Path, text: str, beside: tuple[str, str], lines: list[str]
) -> None:
    if text:
        (dossier / "sources" / "twice.txt").write_text(text)
        (dossier / "sources" / "twice.yaml").write_text("title: Twice\nfile: twice.txt\n")
    selector = {"type": "TextQuoteSelector", "exact": "bridge reopened on Monday",
                "prefix": beside[0], "suffix": beside[1]}  # fmt: skip
    rows = [{"document": {"title": ["Twice"]}, "text": "X", "target": [{"selector": [selector]}]}]
    (dossier / "notes").write_text(json.dumps({"rows": rows}), encoding="utf-8")

    assert run("import", "hypothesis", "notes").status == 0

    (draft,) = (dossier / "claims").glob("*.yaml")
    written = draft.read_text("utf-8").splitlines()
    assert [line for line in lines if line not in written] == [], written


CROSS_REFERENCES = rb"""
@inproceedings{kole21, title = {Bridges}, author = {Kole, Mira}, crossref = {Proc21}}
@inbook{part, title = {Part one}, crossref = {whole}}
@article{may, title = {May}, crossref = {journal}, date = {2020-02-03}}
@article{lost, title = {Lost}, crossref = {nowhere}}
@misc{loop, title = {Loop}, crossref = {loop}}
@online{web, title = {Web}, xdata = {town, day}}
@xdata{town, publisher = {Town}}
@xdata{day, urldate = {2020-01-01}}
@proceedings{proc21, title = {Proceedings}, author = {An Editor}, year = 2021,
             publisher = {Verlag}, url = {https://x.example/p}}
@book{whole, title = {The Book}, author = {Roe, Jane}, year = 1999}
@periodical{journal, title = {The Journal}, year = 2019, month = may}
"""


def test_an_entry_of_bibtex_takes_over_what_it_refers_to() -> None:
    entries = {entry.key: entry for entry in bibtex.entries(CROSS_REFERENCES)}
    assert {"town", "day"} & set(entries) == set()
    assert entries["kole21"].values == {
        "title": "Bridges", "type": "paper-conference", "author": ("Mira Kole",),
        "container_title": "Proceedings", "publisher": "Verlag", "issued": "2021",
    }  # fmt: skip
    assert entries["part"].values["author"] == ("Jane Roe",)
    assert entries["part"].values["container_title"] == "The Book"
    assert entries["may"].values["issued"] == "2020-02-03"
    assert entries["may"].values["container_title"] == "The Journal"
    assert entries["web"].values["publisher"] == "Town"
    assert entries["web"].values["accessed"] == "2020-01-01"
    assert [name for name, entry in entries.items() if entry.left_out] == ["lost", "loop"]
    assert "container_title" not in entries["loop"].values


def test_a_table_of_another_charset_is_read_in_the_one_that_is_named(
    run: Run, dossier: Path
) -> None:
    (dossier / "liste.csv").write_bytes("Behauptung\nDie Brücke ist offen.\n".encode("cp1252"))

    refused = run("import", "csv", "liste.csv")

    assert (refused.status, "try --charset windows-1252" in refused.err) == (2, True)
    assert run("import", "csv", "liste.csv", "--charset", "windows-1252").status == 0
    (draft,) = (dossier / "claims").glob("*.yaml")
    assert "claim: Die Brücke ist offen.\n" in draft.read_text("utf-8")


def test_of_a_page_only_scripts_that_end_are_read() -> None:
    opening = b'<script type="application/ld+json">'
    review = b'{"@type": "ClaimReview", "claimReviewed": "The bridge is safe."}'
    page = b"<html>" + opening + review + b"</SCRIPT>" + opening + b"{}</script>" + opening + b"[["

    (note,) = claimreview.notes(page)

    assert note.claim == "The bridge is safe."


@pytest.mark.parametrize("key", ["rationale", "quote"])
def test_a_text_that_a_workbook_cuts_is_not_taken_for_an_edit(
    run: Run, dossier: Path, key: str
) -> None:
    values = {"quote": "The bridge", "rationale": "seen"} | {key: "word " * 8000}
    item = json.dumps({"source": "gazette", "stance": "supports"} | values)
    (dossier / "claims" / "long.yaml").write_text(f"claim: It is long.\nevidence:\n- {item}\n")
    before = files(dossier)

    assert run("export", "xlsx", "--table", "evidence", "--output", "table.xlsx").status == 0
    report = run("export", "xlsx", "--check").out
    outcome = run("import", "xlsx", "table.xlsx", "--yes")

    assert f"`{key}` is cut after 32,767 characters" in report
    assert (outcome.status, files(dossier)) == (0, before)
