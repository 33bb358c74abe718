"""`claimcheck source`: what is pinned, who quotes it, and whether it is what it was."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from claimcheck.documents.extract import Bounds, extract
from claimcheck.documents.reader import ExtractOptions
from claimcheck.model.errors import UnreadableError
from support.documents import bomb, docx, sheets, shown
from support.project import ROOT, files_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]
    Write = Callable[[dict[str, str | bytes]], Path]

BRIDGE = ROOT / "docs" / "guide" / "bridge"
LIST = """\
gazette  pinned  html
    Bridge open again
    The Elm Gazette, 2021-05-05 · cited by 1 claim · text not compared
report   pinned  pdf
    Report on the bridge
    publisher not known · cited by 1 claim · text not compared

2 sources: 2 pinned; 2 texts not compared with the document
"""
SHOW = """\
 page 1
1  Report on the bridges of the town
2  The inspection took place in June.
   page 2
3  >>The bridge was still closed on 1 June 2021<<
   ^ reopened item 2 contradicts, verbatim, page 2
4  when the engineer came to look at it.
"""


# The files of the project, which is made once.
MADE: dict[str, str | bytes] = {}


@pytest.fixture
def project(run: Run, write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    if MADE:
        monkeypatch.chdir(tmp_path)
        return write(MADE)
    for name in ("gazette.html", "report.pdf"):
        shutil.copy(BRIDGE / name, tmp_path)
    monkeypatch.chdir(tmp_path)
    for command in (
        ("init", "--bare"),
        ("source", "add", "gazette.html", "report.pdf"),
        (
            "new", "The bridge reopened.", "--id", "reopened", "--source", "gazette",
            "--stance", "supports", "--quote", "The Elm Street bridge reopened on 4 May 2021",
        ),
        (
            "link", "reopened", "report", "--stance", "contradicts", "--page", "2",
            "--quote", "The bridge was still closed on 1 June 2021",
        ),
    ):  # fmt: skip
        assert run(*command).status == 0
    MADE.update(files_of(tmp_path))
    return tmp_path


def test_the_list_says_how_sources_stand_and_who_cites_them(run: Run, project: Path) -> None:
    assert project
    assert run("source", "list").out == LIST

    report = json.loads(run("source", "list", "--format", "json").out)["sources"]
    assert [(each["id"], each["language"]) for each in report] == [
        ("gazette", "en-GB"),
        ("report", "en-GB"),
    ]


def test_a_source_shows_its_text_and_where_claims_quote_it(run: Run, project: Path) -> None:
    assert project
    assert SHOW in run("source", "show", "report").out


def test_what_is_as_it_was_is_verified(run: Run, project: Path) -> None:
    assert project
    for more in ((), ("--re-extract",)):
        answer = run("source", "verify", *more)
        assert (answer.status, answer.out) == (0, "2 sources: 2 verified, 0 not\n")


def test_a_changed_file_is_found(run: Run, project: Path) -> None:
    text = project / "sources" / "report.txt"
    text.write_text(text.read_text().replace("June", "July"))

    answer = run("source", "verify")

    assert answer.status == 1
    assert answer.out == (
        "report: sources/report.txt is not the file that was pinned\n2 sources: 1 verified, 1 not\n"
        "see `claimcheck pin SOURCE` for what a change does, or restore the file\n"
    )


def forge_text(project: Path, source: str, edit: Callable[[str], str]) -> Path:
    """Write another text of a source, and its hash into the record, which is returned."""
    text, record = (project / "sources" / f"{source}.{kind}" for kind in ("txt", "yaml"))
    before = text.read_bytes()
    after = edit(before.decode()).encode()
    assert after != before
    text.write_bytes(after)
    old, new = (hashlib.sha256(data).hexdigest() for data in (before, after))
    record.write_text(record.read_text().replace(old, new))
    return record


def test_a_text_that_its_document_does_not_give_is_found(run: Run, project: Path) -> None:
    """Forged together with its hash, only reading the document again tells."""
    forge_text(project, "report", lambda text: text.replace("June", "July"))

    assert run("source", "verify").status == 0
    assert run("source", "verify", "--re-extract").status == 1


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        ("June", "July", "has what the document has nowhere: 'july'"),
        ("still closed", "closed still", "stand in the document, in another order"),
        (
            "June.",
            "June.\n\n",
            "readers of another day may have read it so, or somebody took lines",
        ),
    ],
)
def test_what_is_not_the_text_of_its_document_is_told_by_its_words(
    run: Run, project: Path, old: str, new: str, answer: str
) -> None:
    forge_text(project, "report", lambda text: text.replace(old, new))

    result = run("source", "verify", "report", "--re-extract")

    assert result.status == 1
    assert answer in result.out


@pytest.mark.parametrize(
    ("edit", "status", "answer"),
    [
        (
            lambda text: text.replace("\f", "\n"),
            0,
            (
                "its text is in an older form; the words and figures of every line stand in "
                "sources/report.pdf, and the marks between them were not compared"
            ),
        ),
        (
            lambda text: text.replace("June", "July"),
            1,
            "has what the document has nowhere: 'july'",
        ),
        (
            lambda text: text.replace("still closed", "closed still"),
            1,
            "stand in the document, in another order: somebody 1 may have read it so",
        ),
    ],
)
def test_an_older_reading_is_told_from_an_edit(
    run: Run, project: Path, edit: Callable[[str], str], status: int, answer: str
) -> None:
    import re

    record = forge_text(project, "report", edit)
    lines = re.sub(r"(?m)^extractor: .*$", "extractor: somebody 1", record.read_text())
    record.write_text(lines)

    result = run("source", "verify", "report", "--re-extract")

    assert result.status == status
    assert answer in result.out


@pytest.mark.parametrize(
    ("old", "new", "status"),
    [
        ("10.5", "105", 1),
        ("-3.2", "3.2", 1),
        ("2019-2020", "2019–2020", 0),
        ("well-known", "well known", 0),
    ],
)
def test_a_figure_with_another_mark_is_no_older_reading(
    run: Run, project: Path, old: str, new: str, status: int
) -> None:
    words = "It cost 10.5 million in 2019-2020, the well-known bridge, and lost -3.2 percent."
    (project / "costs.docx").write_bytes(docx(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"))
    assert run("source", "add", "costs.docx").status == 0
    record = forge_text(project, "costs", lambda text: text.replace(old, new))
    record.write_text(record.read_text().replace("; text 2", "; text 2; edition 9"))

    answer = run("source", "verify", "costs", "--re-extract")

    assert answer.status == status
    assert (f"what the document has nowhere: '{new}'" in answer.out) is bool(status)


@pytest.mark.parametrize(("foot", "status"), [("Minutes", 0), ("Protocol", 1)])
def test_a_reading_with_heads_behind_their_page_is_an_older_one(
    run: Run, project: Path, foot: str, status: int
) -> None:
    page = "The board met in {2}.\n\x1d[head {0}] Harbour\x1e[foot {0}] {1}"
    old = f"{page.format(1, 'Minutes', 'May')}\f{page.format(2, foot, 'June')}"
    (project / "minutes.pdf").write_bytes(
        sheets(
            *(
                shown(60, 760, "Harbour")
                + shown(60, 700, f"The board met in {month}.")
                + shown(60, 30, "Minutes")
                for month in ("May", "June")
            )
        )
    )
    assert run("source", "add", "minutes.pdf").status == 0
    record = forge_text(project, "minutes", lambda _text: old)
    record.write_text(record.read_text().replace("; text 2", "; text 2; edition 9"))

    assert run("source", "verify", "minutes", "--re-extract").status == status


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("source", "add", "gone.html"), "gone.html: there is no such file"),
        (("source", "add", "gazete.html"), "no such file\n  help: did you mean gazette.html?\n"),
        (
            ("source", "add", "www.example.org/page"),
            "no such file\n  help: an address is written whole, such as https://www.example.org/page\n",
        ),
        (("source", "add", "http//example.org/page"), "such as https://example.org/page\n"),
        (("source", "add", "gazette.html"), "is pinned already, as 'gazette'"),
        (
            ("source", "add", "a.txt", "b.txt", "--id", "x", "--title", "y"),
            "error: --id and --title can be said of one document only\n",
        ),
        (("source", "show", "repor"), "did you mean report?"),
    ],
)
def test_what_cannot_be_done_is_refused(
    run: Run, project: Path, arguments: tuple[str, ...], message: str
) -> None:
    before = sorted((project / "sources").iterdir())

    answer = run(*arguments)

    assert answer.status == 2
    assert message in answer.err
    assert sorted((project / "sources").iterdir()) == before


def test_a_document_that_takes_too_long_is_refused() -> None:
    slow = "<p " + " ".join(f"a{number}=1" for number in range(200_000)) + ">text</p>"

    with pytest.raises(UnreadableError, match=r"could not be read within 1 seconds"):
        extract(
            f"<html><body>{slow}</body></html>".encode(),
            "html",
            ExtractOptions(),
            Bounds(seconds=1),
        )


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux")
def test_a_document_that_needs_too_much_memory_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"needed more than 256 MiB of memory"):
        extract(bomb(256), "pdf", ExtractOptions(), Bounds(memory=256 << 20))


def test_a_shown_claim_tells_programs_the_page_of_each_passage(run: Run, project: Path) -> None:
    assert project
    report = json.loads(run("show", "reopened", "--format", "json").out)["evidence"]

    assert [(each["page"], each["locators"]) for each in report] == [
        (None, []),
        ("2", [{"measure": "page", "label": "2"}]),
    ]


def test_verification_is_told_to_programs(run: Run, project: Path) -> None:
    text = project / "sources" / "report.txt"
    text.write_text(text.read_text().replace("June", "July"))

    answer = run("source", "verify", "--format", "json")

    report = json.loads(answer.out)
    assert (answer.status, report["verified"], report["failed"]) == (1, 1, 1)
    assert [
        (source["id"], source["verified"], source["troubles"]) for source in report["sources"]
    ] == [
        ("gazette", True, []),
        ("report", False, ["sources/report.txt is not the file that was pinned"]),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such file there")
@pytest.mark.parametrize("thing", ["endless", "pipe"])
def test_attributes_that_never_end_are_not_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, thing: str
) -> None:
    monkeypatch.chdir(tmp_path)
    run("init", "--bare")
    attributes = tmp_path / ".gitattributes"
    attributes.unlink()
    if thing == "pipe":
        os.mkfifo(attributes)
    else:
        attributes.symlink_to("/dev/zero")
    (tmp_path / ".git").mkdir()
    (tmp_path / "new.txt").write_text("\x1b[31mThe bridge\x07 reopened.\n")

    answer = run("source", "add", "new.txt")

    assert answer.status == 0
    assert "add this line to .gitattributes" in answer.out
    record = (tmp_path / "sources" / "new.yaml").read_text()
    assert 'title: "[31mThe bridge reopened."\n' in record


def test_an_original_may_be_larger_than_a_text(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    page = (BRIDGE / "gazette.html").read_text().replace("2021", "2022")
    (project / "large.html").write_text(page + f"<!-- {'x' * (17 << 20)} -->")

    assert run("source", "add", "large.html").status == 0
    assert run("source", "verify", "large", "--re-extract").status == 0


def test_a_text_that_is_too_large_is_not_pinned(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    (project / "large.txt").write_text("a line\n" * (3 << 20))

    answer = run("source", "add", "large.txt")

    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        "error: large.txt: is a text of more than 16,777,216 bytes\n  help: split it\n"
    )


def test_what_is_said_first_is_no_title_and_documents_are_told_apart(
    run: Run, project: Path
) -> None:
    subtitles = "1\n00:00:01,000 --> 00:00:04,000\nThe bridge was closed\n"
    (project / "talk.srt").write_text(subtitles)
    (project / "note.txt").write_text("A note on the ferry.\n")

    answer = run("source", "add", "talk.srt", "note.txt")

    assert "cite it with  source: talk\n\npinned sources/note.txt\n" in answer.out
    assert 'title: "talk"\n' in (project / "sources/talk.yaml").read_text()


@pytest.mark.parametrize(
    ("name", "text", "title"),
    [
        ("talk.srt", "1\n00:00:01,000 --> 00:00:04,000\nGood evening\n", "talk"),
        ("a.vtt", "WEBVTT - The hearing\n\n00:01.000 --> 00:04.000\nHello\n", "The hearing"),
        ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nHello\n", "a"),
        ("budget.csv", "year,budget\n2020,3\n", "budget"),
        ("note.txt", "A note on the ferry.\nIt sank.\n", "A note on the ferry."),
        ("a.md", "---\nlayout: note\ntitle: The ferry\n---\n\n# It sank\n", "The ferry"),
        ("a.md", "---\r\ntitle: 'The mill''s end'\r\n---\r\nIt burnt.\r\n", "The mill's end"),
        ("a.md", "---\nlayout: note\n---\n\n# It sank\n", "It sank"),
        ("a.md", "---\ntitle: >-\n  long\n---\n# It sank\n", "It sank"),
        ("a.md", '---\ntitle: "The mill" \t\n---\nIt burnt.\n', "The mill"),
        ("a.md", "---\ntitle: 'The mill\n---\nIt burnt.\n", "'The mill"),
        ("a.md", "---\ntitle: It" + " " * 300_000 + "sank\n---\nIt burnt.\n", "It" + " " * 198),
        ("a.md", "---\n\nIt sank\n\n---\nand rose\n", "It sank"),
        ("dashes.md", "---\n* * *\n", "dashes"),
    ],
)
def test_a_document_is_called_by_what_is_its_title(
    run: Run, project: Path, name: str, text: str, title: str
) -> None:
    (project / name).write_text(text)

    assert run("source", "add", name, "--id", "it").status == 0

    assert f'title: "{title}"\n' in (project / "sources/it.yaml").read_text()


@pytest.mark.parametrize(
    ("name", "source_id"),
    [
        ("Notiz Weiß.txt", "notiz-weiss"),
        ("Łódź i Wałbrzych.txt", "lodz-i-walbrzych"),
        ("Æble på Øresund.txt", "aeble-pa-oresund"),
        ("İstanbul ışık.txt", "istanbul-isik"),
        ("GROẞ.txt", "gross"),
    ],
)
def test_an_id_keeps_the_letters_of_a_name(
    run: Run, project: Path, name: str, source_id: str
) -> None:
    (project / name).write_text("It rained.\n")

    assert run("source", "add", name).status == 0

    assert (project / f"sources/{source_id}.yaml").is_file()
