"""Footnotes are written behind their sentences, and every other byte stays as it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor import Effort
from claimcheck.assessment.articles import assess_articles
from claimcheck.assessment.assess import assess
from claimcheck.documents.draft import read_draft
from claimcheck.dossier.load import load
from claimcheck.editing.operations.bind import Binding, note_of, safe_bindings, with_bindings
from support.planted import SCENES, project_of
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck import Assessment
    from support.project import CommandResult

DRAFT = (
    "# The bridge\n\n“The bridge is safe and it will stay open for 30 years,” said Ann Moor. *It "
    "is long.* See [the page](http://b.example).\n\nNobody knows.[^1]\n\n[^1]: source:gazette\n"
)


@pytest.fixture
def dossier(write: Callable[[dict[str, str]], Path]) -> Assessment:
    return assess(load(write(project_of(SCENES["en"]))), TODAY)


def assessed(dossier: Assessment, text: bytes) -> Assessment:
    claims = {claim.id: claim for claim in dossier.claims}
    draft = read_draft("a.md", text)
    articles = assess_articles([draft], dossier.dossier, claims, dossier.corpus, Effort())
    return replace(dossier, articles=articles)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_notes_and_declarations_are_added_and_nothing_else(
    dossier: Assessment, newline: str, mark: bytes
) -> None:
    data = mark + DRAFT.replace("\n", newline).encode()
    article = assessed(dossier, data).articles[0]
    bindings = [
        Binding(1, note="source:gazette"),
        Binding(2, note="claim:bridge-reopened"),
        Binding(3, declaration="[opinion]"),
    ]

    written = with_bindings(data, article, bindings)

    expected = (
        DRAFT.replace("Ann Moor.", "Ann Moor.[^1]")
        .replace("long.*", "long.*[^bridge-reopened]")
        .replace("b.example).", "b.example). [opinion]")
    )
    expected += "[^bridge-reopened]: claim:bridge-reopened\n"
    assert written == mark + expected.replace("\n", newline).encode()


def test_a_draft_that_somebody_changed_is_left_alone(dossier: Assessment) -> None:
    article = assessed(dossier, DRAFT.encode()).articles[0]

    assert with_bindings(b"other", article, [Binding(1, note="source:gazette")]) is None


def test_what_stands_word_for_word_in_one_place_is_safe_to_bind(dossier: Assessment) -> None:
    bound = assessed(dossier, DRAFT.encode())

    bindings = safe_bindings(bound.articles[0], bound)

    words = "The bridge is safe and it will stay open for 30 years"
    assert bindings == [Binding(1, f'source:gazette "{words}"')]


def test_no_mark_is_set_in_the_front_matter(dossier: Assessment) -> None:
    title = "title: “The bridge is safe and it will stay open for 30 years”"
    bound = assessed(dossier, f"---\n{title}\n---\n\nNobody knows.\n".encode())

    assert safe_bindings(bound.articles[0], bound) == []


@pytest.mark.parametrize(
    ("words", "note"),
    [
        ("the words", 'source:a "the words"'),
        ('the "words"', 'source:a «the "words"»'),
        ('the "words" «so»', "source:a"),
        ("x" * 500, "source:a"),
    ],
)
def test_a_note_quotes_what_it_can(words: str, note: str) -> None:
    assert note_of("a", words) == note


def test_write_safe_binds_and_the_gate_agrees(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    root = write({**project_of(SCENES["en"]), "draft.md": DRAFT})

    result = run("-C", str(root), "article", str(root / "draft.md"), "--write-safe")

    assert (result.status, result.out) == (0, "draft.md: wrote 1 mark\n")
    text = (root / "draft.md").read_text("utf-8")
    assert "said Ann Moor.[^gazette] *It" in text
    again = run("-C", str(root), "article", str(root / "draft.md"), "--write-safe")
    assert again.out == "draft.md: nothing to bind\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_write_safe_writes_html_as_its_own_reader_has_it(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult], newline: str
) -> None:
    quotation = "&ldquo;The bridge is safe and it will stay open for 30 years.&rdquo;"
    html = f"<html><body>\n<p>She said {quotation}</p>\n<p>So it is.</p>\n</body></html>\n"
    root = write(project_of(SCENES["en"]))
    (root / "draft.html").write_bytes(html.replace("\n", newline).encode())

    result = run("-C", str(root), "article", str(root / "draft.html"), "--write-safe")

    assert (result.status, result.out) == (0, "draft.html: wrote 1 mark\n")
    mark = '<sup><a href="#fn-gazette">[1]</a></sup>'
    words = "The bridge is safe and it will stay open for 30 years."
    note = f'<p id="fn-gazette">source:gazette "{words.rstrip(".")}"</p>\n'
    expected = html.replace("&rdquo;", f"&rdquo;{mark}").replace("</body>", f"{note}</body>")
    assert (root / "draft.html").read_bytes() == expected.replace("\n", newline).encode()
    again = run("-C", str(root), "article", str(root / "draft.html"), "--write-safe")
    assert again.out == "draft.html: nothing to bind\n"


def test_no_footnotes_are_written_into_other_files(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    root = write({**project_of(SCENES["en"]), "draft.rtf": "no document"})

    result = run("-C", str(root), "article", str(root / "draft.rtf"), "--write-safe")

    assert result.status == 2
    assert "footnotes are written into Markdown, plain text, HTML, DOCX and ODT alone" in result.err


def test_bind_asks_about_each_bare_sentence(
    write: Callable[[dict[str, str]], Path],
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = "The bridge is 482 metres long. It is pretty. Nobody was there. We asked them.\n"
    root = write({**project_of(SCENES["en"]), "draft.md": draft})
    answers = iter(["a", "o", "s", "r", "Ana Moor"])
    monkeypatch.setattr("claimcheck.cli.console.ask", lambda _question: next(answers, None))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    result = run("-C", str(root), "article", str(root / "draft.md"), "--bind")

    assert result.out == "draft.md: wrote 3 marks\n", result
    assert (root / "draft.md").read_text("utf-8") == (
        "The bridge is 482 metres long.[^gazette] It is pretty. [opinion] Nobody was there. We "
        "asked them. [own reporting: Ana Moor]\n\n"
        '[^gazette]: source:gazette "The bridge is 482 metres long."\n'
    )


def test_a_proposal_says_what_figures_of_the_sentence_it_does_not_print(
    write: Callable[[dict[str, str]], Path],
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = write({**project_of(SCENES["en"]), "draft.md": "The bridge is 428 metres long.\n"})
    questions: list[str] = []
    monkeypatch.setattr("claimcheck.cli.console.ask", questions.append)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    run("-C", str(root), "article", str(root / "draft.md"), "--bind")

    (question,) = questions
    assert "gazette: The bridge is 482 metres long.\n  (does not print 428 metres)\n" in question


def test_a_sentence_may_rest_on_two_passages_and_enter_alone_ends_nothing(
    write: Callable[[dict[str, str]], Path],
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    draft = "The bridge is 482 metres long, and it is safe.\n"
    root = write({**project_of(SCENES["en"]), "draft.md": draft})
    answers = iter(["", "m", "a"])
    monkeypatch.setattr("claimcheck.cli.console.ask", lambda _question: next(answers, None))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    result = run("-C", str(root), "article", str(root / "draft.md"), "--bind")

    assert result.out == "draft.md: wrote 1 mark\n", result
    (note,) = re.findall(r"^\[\^.*$", (root / "draft.md").read_text("utf-8"), re.MULTILINE)
    assert note.count("source:gazette") == 2
    assert "; source:gazette" in note


@pytest.mark.parametrize(
    ("answers", "behind"),
    [
        (["m", "q"], "[^gazette]"),
        (["m", None], "[^gazette]"),
        (["m", "s"], "[^gazette]"),
        (["m", "u"], "[^gazette] [unverified]"),
        (["m", "r", "Ana Moor"], "[^gazette] [own reporting: Ana Moor]"),
    ],
)
def test_an_accepted_passage_stays_accepted_whatever_is_answered_next(
    write: Callable[[dict[str, str]], Path],
    run: Callable[..., CommandResult],
    monkeypatch: pytest.MonkeyPatch,
    answers: list[str | None],
    behind: str,
) -> None:
    words = "The bridge is 482 metres long, and it is safe."
    root = write({**project_of(SCENES["en"]), "draft.md": f"{words}\n"})
    replies = iter(answers)
    monkeypatch.setattr("claimcheck.cli.console.ask", lambda _question: next(replies, None))
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    run("-C", str(root), "article", str(root / "draft.md"), "--bind")

    bound = (root / "draft.md").read_text("utf-8")
    assert bound.startswith(f"{words}{behind}\n\n[^gazette]: source:gazette "), bound


def test_new_claims_are_drafted_with_a_passage_that_nobody_judged(
    write: Callable[[dict[str, str]], Path], run: Callable[..., CommandResult]
) -> None:
    draft = "The bridge is 482 metres long.\n"
    root = write({**project_of(SCENES["en"]), "draft.md": draft})

    result = run("-C", str(root), "article", str(root / "draft.md"), "--new-claims")

    assert result.out == ("wrote claims/bridge-482-metres-long.yaml\ndraft.md: drafted 1 claim\n")
    claim = (root / "claims/bridge-482-metres-long.yaml").read_text("utf-8")
    assert "claim: The bridge is 482 metres long." in claim
    assert "stance: unset" in claim
