"""`claimcheck quote`: one-shot checks of quotations, without a project."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import claimcheck
from claimcheck.anchor import locate
from claimcheck.system.plain_files import MAX_TEXT_BYTES
from support.documents import docx
from support.project import ROOT, standard_input

if TYPE_CHECKING:
    from collections.abc import Callable

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

TEXT = "The bridge was closed on 3 April.\nNobody was hurt, the council said. It snowed.\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text("Snow fell on Monday.\n")
    return "article.txt"


def test_a_quotation_that_stands_there(run: Run, article: str) -> None:
    outcome = run("quote", "Nobody was hurt, the council said", "other.txt", article)

    assert outcome.status == 0
    assert outcome.out == (
        "verbatim: Nobody was hurt, the council said\n"
        "  article.txt:2:1\n"
        "  source: Nobody was hurt, the council said\n"
    )


def test_an_altered_one_shows_the_difference(run: Run, article: str) -> None:
    outcome = run("quote", "The bridge was closed on 4 April.", article)

    assert outcome.status == 1
    assert outcome.out == (
        "altered (number): The bridge was closed on 4 April.\n"
        "  article.txt:1:1\n"
        "   quote: The bridge was closed on >>4<< April.\n"
        "  source: The bridge was closed on >>3<< April.\n"
    )


def test_many_are_read_from_standard_input(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = 'Nobody was hurt\n\n{"quote": "It rained all day long", "id": "weather"}\n'
    monkeypatch.setattr(sys, "stdin", standard_input(lines))

    outcome = run("quote", "-", article, "--format", "json")

    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert outcome.status == 1
    assert [(answer["id"], answer["stands"], answer["place"]) for answer in answers] == [
        (1, True, "article.txt:2:1"),
        ("weather", False, None),
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hurt", "gone.txt"), "error: gone.txt: there is no such file\n"),
        (
            ("hurt", "artcle.txt"),
            "error: artcle.txt: there is no such file\n  help: did you mean a",
        ),
        (("hurt", "."), "error: .: is a folder, not a file\n"),
        ((" ", "article.txt"), "error: the quotation is empty\n"),
        (("-", "article.txt"), "error: standard input holds no quotation\n"),
        (("hurt", "binary.bin"), "error: binary.bin: is not UTF-8\n"),
    ],
)
def test_what_cannot_be_checked_is_said(
    run: Run,
    article: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    message: str,
) -> None:
    (tmp_path / "binary.bin").write_bytes(b"\xff\xfe\x00")
    monkeypatch.setattr(sys, "stdin", standard_input(""))

    outcome = run("quote", *arguments)

    assert article
    assert outcome.status == 2
    assert outcome.err.startswith(message)


def test_what_other_signs_take_for_a_line_end_parts_no_records(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = json.dumps({"quote": "Nobody\u2028was\x85hurt"}, ensure_ascii=False)
    monkeypatch.setattr(sys, "stdin", standard_input(f"{lines}\r\n"))

    outcome = run("quote", "-", article, "--format", "json")

    assert (outcome.status, json.loads(outcome.out)["fit"]) == (0, "normalized")
    assert outcome.out.isascii()


def test_a_document_may_be_larger_than_a_text(run: Run, tmp_path: Path) -> None:
    """Most of a document is pictures, and its text is small."""
    size = MAX_TEXT_BYTES + 1
    data = docx("<w:p><w:r><w:t>Nobody was hurt in the storm.</w:t></w:r></w:p>")
    report, text = tmp_path / "report.docx", tmp_path / "report.txt"
    report.write_bytes(b"\0" * (size - len(data)) + data)
    text.write_bytes(b"a" * size)

    assert run("quote", "Nobody was hurt in the storm", report).status == 0
    refused = run("quote", "Nobody was hurt in the storm", text)
    assert (refused.status, "is a text of more than" in refused.err) == (2, True)


def test_a_page_without_an_ending_is_known_behind_a_byte_order_mark(
    run: Run, tmp_path: Path
) -> None:
    page = tmp_path / "page"
    page.write_bytes("\ufeff<!DOCTYPE html><p>Nobody was &quot;hurt&quot; there.".encode())

    assert run("quote", 'Nobody was "hurt" there', page).status == 0


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (b"Nobody was hurt\nNobody \xff\n", "line 2 of standard input is not UTF-8"),
        (b"a" * ((16 << 20) + 1), "standard input is larger than 16,777,216 bytes"),
        (b"a" * ((1 << 20) + 1), "line 1 of standard input is longer than 1,048,576 characters"),
    ],
    ids=["bytes", "too-much", "too-long"],
)
def test_what_standard_input_may_hold_is_bounded(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, given: bytes, message: str
) -> None:
    monkeypatch.setattr(sys, "stdin", standard_input(given))

    outcome = run("quote", "-", article)

    assert outcome.status == 2
    assert outcome.err.startswith(f"error: {message}\n")


BRIDGE = ROOT / "docs" / "guide" / "bridge"


def test_documents_are_read_and_their_pages_told(run: Run, article: str) -> None:
    outcome = run(
        "quote", "The bridge was still closed on 1 June 2021", article, BRIDGE / "report.pdf",
        BRIDGE / "gazette.html",
    )  # fmt: skip

    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "verbatim: The bridge was still closed on 1 June 2021\n"
        f"  {BRIDGE / 'report.pdf'}  page 2\n"
        "  source: The bridge was still closed on 1 June 2021\n"
    )


def test_times_are_told_to_programs(run: Run, article: str, tmp_path: Path) -> None:
    (tmp_path / "talk.srt").write_text(
        "1\n00:00:01,000 --> 00:00:02,500\nThe bridge\n\n"
        "2\n00:01:02,500 --> 00:01:04,000\nis open again.\n"
    )

    outcome = run("quote", "The bridge is open", "talk.srt", "--format", "json")

    assert article
    answer = json.loads(outcome.out)
    assert (answer["file"], answer["place"], answer["fit"]) == (
        "talk.srt",
        "talk.srt",
        "normalized",
    )
    assert answer["locators"] == [
        {"measure": "time", "label": "00:00:01.000"},
        {"measure": "time", "label": "00:01:02.500"},
    ]


def test_a_charset_can_be_named_and_all_of_a_page_is_looked_in(
    run: Run, article: str, tmp_path: Path
) -> None:
    (tmp_path / "old.txt").write_bytes("Der Fluß war grün.\nUnd kalt.\n".encode("cp1252"))
    page = ROOT / "tests" / "documents" / "saved" / "news.html"

    assert article
    assert run("quote", "Und kalt", "old.txt").status == 2
    outcome = run("quote", "Und kalt", "old.txt", "--charset", "windows-1252")
    assert outcome.out.splitlines()[1] == "  old.txt:2:1"
    assert run("quote", "All rights reserved", page).status == 0
    assert run("quote", "All rights reserved", page, "--whole-page").status == 0


@pytest.mark.parametrize(
    ("name", "library", "libraries"),
    [
        ("gazette.html", "trafilatura", "'lxml>=6' 'tinycss2>=1.4' 'trafilatura>=2'"),
        ("report.pdf", "pypdfium2", "'pypdfium2>=5.10'"),
    ],
)
def test_a_library_that_is_not_there_is_named(
    run: Run, monkeypatch: pytest.MonkeyPatch, name: str, library: str, libraries: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    outcome = run("quote", "The bridge", BRIDGE / name)

    assert outcome.status == 2
    problem = f"{library}, which reads such documents, is not installed"
    assert f"{problem}\n  help: install it with: pip install '" in outcome.err
    assert outcome.err.endswith(f"{libraries}\n")
    assert "claimcheck-cli" not in outcome.err  # nobody may have registered it where pip looks


@pytest.mark.parametrize("line", ["{", '{"id": 1}', '{"quote": 3}'])
def test_a_bad_line_is_named(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    monkeypatch.setattr(sys, "stdin", standard_input(f"Nobody was hurt\n{line}\n"))

    outcome = run("quote", "-", article)

    assert outcome.status == 2
    assert outcome.err.startswith("error: line 2 of standard input: ")


def test_every_file_that_has_it_is_named_with_its_place(run: Run, article: str) -> None:
    outcome = run(
        "quote", "Nobody was hurt", article, BRIDGE / "report.pdf", "copy.txt", "other.txt"
    )

    assert outcome.status == 2  # there is no copy
    Path("copy.txt").write_text("\n\n  Nobody was hurt.\n")
    outcome = run("quote", "Nobody was hurt", article, "other.txt", "copy.txt")
    result = run("quote", "Nobody was hurt", article, "copy.txt", "--format", "jsonl")

    assert outcome.status == 0
    assert outcome.out.splitlines()[-1] == "  also in copy.txt:3:3"
    assert json.loads(result.out)["also"] == [
        {"file": "copy.txt", "place": "copy.txt:3:3", "fit": "verbatim", "locators": []}
    ]


def test_a_file_that_cannot_be_read_spoils_no_other(run: Run, article: str) -> None:
    Path("binary.bin").write_bytes(b"\xff\xfe\x00")
    files = ("binary.bin", "gone.txt", article)

    there = run("quote", "Nobody was hurt", *files)
    near = run("quote", "Nobody was late", *files)
    nowhere = run("quote", "The ferry company protested loudly", *files, "--format", "json")

    assert there.out.splitlines()[:2] == ["verbatim: Nobody was hurt", "  article.txt:2:1"]
    assert near.out.splitlines()[0] == "altered: Nobody was late"
    assert near.out.splitlines()[-2:] == [
        "  binary.bin: not looked in: is not UTF-8",
        "  gone.txt: not looked in: there is no such file",
    ]
    answer = json.loads(nowhere.out)
    assert (answer["fit"], answer["stands"], len(answer["gaps"])) == ("unchecked", False, 2)
    for outcome in (there, near, nowhere):
        assert outcome.status == 2
        assert [line for line in outcome.err.splitlines() if line.startswith("error")] == [
            "error: binary.bin: is not UTF-8",
            "error: gone.txt: there is no such file",
        ]


def test_where_no_file_could_be_read_nothing_is_told_of_the_words(run: Run) -> None:
    outcome = run("quote", "safe", "gone.txt", "lost.txt")

    assert outcome.status == 2
    assert outcome.out.splitlines() == [
        "unchecked: safe",
        "  nobody looked for it: no file could be read",
        "  gone.txt: not looked in: there is no such file",
        "  lost.txt: not looked in: there is no such file",
    ]


def test_what_is_not_in_a_document_that_was_not_read_whole_is_unchecked(
    run: Run, article: str
) -> None:
    letter = (
        "From: a@b.example\nTo: c@d.example\nSubject: x\nMIME-Version: 1.0\n"
        'Content-Type: multipart/mixed; boundary="z"\n\n--z\nContent-Type: text/plain\n\n'
        "Nobody was hurt.\n--z\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n"
        'Content-Disposition: attachment; filename="a.png"\n\niVBORw0KGgo=\n--z--\n'
    )
    Path("letter.eml").write_text(letter)

    outcome = run("quote", "The ferry company protested loudly", "letter.eml", article)

    assert outcome.status == 2
    assert outcome.out.splitlines()[:2] == [
        "unchecked: The ferry company protested loudly",
        "  it does not appear in what could be read; it may appear in what could not",
    ]
    assert "letter.eml: " in outcome.out
    assert run("quote", "Nobody was hurt", "letter.eml").status == 0


def test_a_bad_line_spoils_only_itself(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = 'Nobody was hurt\n{"quote": \n{"id": "b", "quote": 3}\nIt snowed twice\n'
    monkeypatch.setattr(sys, "stdin", standard_input(lines))

    outcome = run("quote", "-", article, "--format", "jsonl")

    answers = [json.loads(line) for line in outcome.out.splitlines()]
    assert [(each["id"], each["fit"], each["stands"]) for each in answers] == [
        (1, "verbatim", True),
        (2, "unchecked", False),
        ("b", "unchecked", False),
        (4, "not-found", False),
    ]
    assert answers[1]["reason"] == 'line 2 of standard input: is no JSON object with "quote"'
    assert outcome.err.count("error: line") == 2
    assert outcome.status == 2


def test_who_relays_the_words_is_asked_for(run: Run, article: str) -> None:
    assert article
    Path("paper.txt").write_text(
        "The mine will reopen in May, a spokeswoman for Acme told reporters.\n\nIt was shut.\n"
    )

    relayed = run("quote", "The mine will reopen in May", "paper.txt").out
    plain = run("quote", "It was shut", "paper.txt").out

    remark = "relayed speech there ('a spokeswoman for Acme told reporters'): say who speaks\n"
    assert f"  the words seem to be {remark}" in relayed
    assert "who speaks" not in plain


def test_what_the_gate_would_warn_of_is_said(run: Run, article: str) -> None:
    Path("talk.txt").write_text(
        "MARA: It is not true that the bridge was closed for a year.\n\n"
        "JO: “We never hurt anybody,” she said.\n\nMARA: Thank you.\n"
    )
    Path("page.html").write_text(
        "<html><body><article><p>The accident hurt <s>twelve people were hurt</s> fifteen people "
        "on the bridge, the council said on Monday.</p></article></body></html>"
    )

    first = run("quote", "the bridge was closed for a year", "talk.txt").out
    second = run("quote", "We never hurt anybody", "talk.txt").out
    third = run("quote", "twelve people were hurt", "page.html").out

    assert article
    assert "  the quote is cut off at 'is not true that', which may turn its meaning\n" in first
    assert "  the words are given to 'MARA' there: say who speaks\n" in first
    assert "  the words are given to 'JO' there: say who speaks\n" in second
    assert "  the document strikes out the words that are quoted\n" in third


def test_a_document_that_was_read_is_not_read_again(
    run: Run, article: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CLAIMCHECK_CACHE_DIR", str(tmp_path / "cache"))
    quotation = "The bridge was still closed on 1 June 2021"
    first = run("quote", quotation, BRIDGE / "report.pdf")
    copy = tmp_path / "another.pdf"
    copy.write_bytes((BRIDGE / "report.pdf").read_bytes())

    def started(*_arguments: object, **_options: object) -> None:
        pytest.fail("a document was read again")

    monkeypatch.setattr("subprocess.Popen", started)
    again = run("quote", quotation, "another.pdf")

    assert article
    assert first.status == again.status == 0
    assert again.out.splitlines()[1] == "  another.pdf  page 2"


def test_python_gets_the_same_answer(article: str) -> None:
    result = claimcheck.quote("closed on 4 April", article, "other.txt")

    assert (result.passes, result.fit, result.path, result.line) == (
        False, "altered", "article.txt", 1,
    )  # fmt: skip
    assert [str(change) for change in result.changes] == ["number"]
    with pytest.raises(TypeError, match="this quotation is altered"):
        bool(result)
    with pytest.raises(TypeError, match=r"this one: not-found"):
        bool(locate("Something else entirely was said", TEXT))
    with pytest.raises(claimcheck.ClaimcheckError, match="there is no such file"):
        claimcheck.quote("x", "gone.txt")
    with pytest.raises(claimcheck.ClaimcheckError, match="empty"):
        claimcheck.quote(" ", article)


def test_times_before_most_lines_of_a_plain_text_are_no_words_of_it(
    run: Run, tmp_path: Path
) -> None:
    tape = tmp_path / "tape.txt"
    tape.write_text("[00:01:02] We opened the sluice\n[1:05] and told nobody.\n\nEnd.\n", "utf-8")
    outcome = run("quote", "We opened the sluice and told nobody", tape, "--format", "json")

    assert outcome.status == 0
    assert json.loads(outcome.out)["locators"] == [
        {"measure": "time", "label": "00:01:02"},
        {"measure": "time", "label": "1:05"},
    ]


@pytest.mark.parametrize("text", ["[00:01:02] Stop.", "So it began:\n[00:01:02] Stop.\nGo.\nStop."])
def test_a_time_before_few_lines_is_text(run: Run, tmp_path: Path, text: str) -> None:
    tape = tmp_path / "tape.txt"
    tape.write_text(text, "utf-8")
    outcome = run("quote", "Stop.", tape, "--format", "json")

    assert json.loads(outcome.out)["locators"] == []


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--charset", "nope"), "there is no charset 'nope'; such are windows-1252"),
        (("--charset", "latin-1"), "there is no charset 'latin-1'; did you mean latin1?"),
        (("--part", "3"), "article.txt: it has no parts of which '3' could be one\n"),
        (("--time-limit", "nan"), "nan is not a number"),
        (("--time-limit", "inf"), "inf is not in the range"),
    ],
)
def test_what_says_nothing_of_how_a_file_is_read_is_refused(
    run: Run, article: str, options: tuple[str, ...], message: str
) -> None:
    answer = run("quote", "Nobody was hurt, the council said", article, *options)

    assert answer.status == 2
    assert message in answer.err


@pytest.mark.parametrize("command", [("source", "add", "article.txt"), ("check", "--re-extract")])
def test_no_time_limit_is_no_number(run: Run, article: str, command: tuple[str, ...]) -> None:
    assert article
    run("init", "--bare")

    answer = run(*command, "--time-limit", "nan")

    assert answer.status == 2
    assert "Invalid value for '--time-limit': nan is not a number." in answer.err


def test_a_part_of_what_has_none_is_not_pinned(run: Run, article: str) -> None:
    page = Path(article).with_suffix(".html")
    page.write_text("<p>The bridge was closed on 3 April.")
    run("init", "--bare")

    answers = [run("source", "add", name, "--part", "3") for name in (article, str(page))]

    assert [answer.status for answer in answers] == [2, 2]
    assert all("it has no parts of which '3' could be one" in answer.err for answer in answers)
