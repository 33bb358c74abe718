"""A draft as its readers see it, with the way back to every place of the original."""

from __future__ import annotations

import pytest

from claimcheck.dossier.article import (
    Block,
    BlockKind,
    DeclarationKind,
    Draft,
    citations_in,
    declarations_in,
)
from claimcheck.model import Place

PARAGRAPH = BlockKind.PARAGRAPH


def cited(text: str, raw_start: int = 0) -> list[tuple[str, str, str, str, int]]:
    return [
        (each.kind, each.id, each.words, each.page, each.raw_start)
        for each in citations_in(text, raw_start)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("nobody@example.org", []),
        ("claims: a", []),
        ("claim: bridge-safe", [("claim", "bridge-safe", "", "", 0)]),
        ("See claim: a and source: b.", [("claim", "a", "", "", 4), ("source", "b", "", "", 17)]),
        ("Claim:bridge-safe", [("claim", "bridge-safe", "", "", 0)]),
        ("Source:gazette P. 3", [("source", "gazette", "", "3", 0)]),
        ("source\t: gazette", [("source", "gazette", "", "", 0)]),
        ("Source: gazette, Source:Reuters, Source:https://example.org, Claim: a", []),
        ("source: a.b/c:d-", [("source", "a.b/c:d", "", "", 0)]),
        ("@gazette", [("", "gazette", "", "", 0)]),
        ("-@gazette, p. 12", [("", "gazette", "", "12", 0)]),
        ("see @{a}; @b, pp. 1-2", [("", "a", "", "", 4), ("", "b", "", "1-2", 10)]),
        *(
            (f"source: a, {mark}the words{end}, page 3", [("source", "a", "the words", "3", 0)])
            for mark, end in ('""', "“”", "„“", "„”", "«»", "»«", "「」")
        ),
        *(
            (f"@a {mark}the words{end}", [("", "a", "the words", "", 0)])
            for mark, end in ('""', "“”", "„“", "«»", "「」")
        ),
        *(
            (f"source: a {page} iv", [("source", "a", "", "iv", 0)])
            for page in ("p.", "pp.", "page", "pages", "S.", "Seite", "pág.", "pag.", "с.")
        ),
        ("source: a, p. 3 – 4", [("source", "a", "", "3 – 4", 0)]),
        ("source: a, pages 3-4", [("source", "a", "", "3-4", 0)]),
        ("source: a has pages.", [("source", "a", "", "", 0)]),
    ],
)
def test_what_a_note_names(text: str, expected: list[tuple[str, str, str, str, int]]) -> None:
    assert cited(text) == expected
    assert cited(text, 7) == [(*each[:4], each[4] + 7) for each in expected]


def test_what_a_note_declares() -> None:
    text = "[unverified] and [Own reporting: Ana] and [OPINION] [other] [@a]"

    assert declarations_in(text) == (
        DeclarationKind.UNVERIFIED,
        DeclarationKind.OWN_REPORTING,
        DeclarationKind.OPINION,
    )


def test_blocks_are_parted_by_empty_lines_and_empty_ones_left_out() -> None:
    draft = Draft("a.md", "# Head\n\nText\n")
    draft.begin(BlockKind.HEADING)
    draft.add("Head", 2)
    draft.begin(PARAGRAPH)
    draft.begin(BlockKind.ITEM)
    draft.add("Text", 8)
    draft.end()
    draft.end()
    article = draft.article()

    assert article.text == "Head\n\nText\n\n"
    assert article.blocks == (Block(BlockKind.HEADING, 0, 4), Block(BlockKind.ITEM, 6, 10))
    assert draft.article().blocks == article.blocks


def test_every_character_leads_back_to_the_original() -> None:
    raw = "One &amp; two\nthree [unverified] four\n"
    draft = Draft("a.md", raw)
    draft.begin(PARAGRAPH)
    draft.add("One ", 0)
    draft.add("&", 4, 5)
    draft.add(" two", 9, 4)
    draft.blank(13)
    draft.add(raw[14:37], 14)
    article = draft.article()

    assert article.text == "One & two three  four\n\n"
    places = [article.raw_offset(offset) for offset in range(len(article.text))]
    assert places == [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, *range(14, 20), *range(32, 37), 37, 37]
    for offset, raw_offset in enumerate(places[:20]):
        if article.text[offset] not in "& ":
            assert article.text[offset] == raw[raw_offset]
    assert article.place(0) == Place("a.md", 1, 1)
    assert article.place(article.text.index("three")) == Place("a.md", 2, 1)
    assert article.raw_place(14) == Place("a.md", 2, 1)
    assert article.raw_place(13) == Place("a.md", 1, 14)
    assert Draft("a.md", "").article().raw_offset(3) == 0
    assert [
        (declaration.kind, declaration.detail, declaration.at, declaration.raw_start)
        for declaration in article.declarations
    ] == [(DeclarationKind.UNVERIFIED, "", 16, 20)]


def test_marks_are_no_running_text() -> None:
    raw = "a [own reporting: Ana] b [see @s, p. 3] c [^lost] d [other] e [^1]"
    draft = Draft("a.md", raw)
    draft.begin(PARAGRAPH)
    draft.add(raw[:62], 0)
    draft.refer("1", 62, 66)
    article = draft.article()

    assert article.text == "a  b  c  d [other] e \n\n"
    assert [
        (declaration.at, declaration.kind, declaration.detail, declaration.raw_start)
        for declaration in article.declarations
    ] == [(2, DeclarationKind.OWN_REPORTING, "Ana", 2)]
    assert [
        (reference.at, reference.label, reference.raw_start, reference.raw_end)
        for reference in article.references
    ] == [
        (5, "", 25, 39),
        (8, "lost", 42, 49),
        (21, "1", 62, 66),
    ]
    assert [citation.id for citation in article.citations] == ["s"]
    assert article.references[0].citations[0].raw_start == 30
    for start, end, labels in (
        (5, 5, [""]), (0, 4, []), (6, 8, ["lost"]), (5, 21, ["", "lost", "1"]), (9, 20, []),
    ):  # fmt: skip
        assert [each.label for each in article.references_between(start, end)] == labels


def test_the_text_of_a_note_stands_beside_the_running_text() -> None:
    draft = Draft("a.md", "x" * 99)
    draft.begin(PARAGRAPH)
    draft.add("One", 0)
    draft.begin_note("1", 10)
    draft.add(" See claim: a [opinion] ", 10)
    draft.refer("2", 20, 21)
    draft.cite("@b", 22, 24)
    draft.end_note()
    draft.end_note()
    draft.begin_note("1", 40)
    draft.add("again", 40)
    draft.end_note()
    draft.begin(PARAGRAPH)
    draft.add("Two", 50)
    draft.cite("@c [unverified]", 53, 60)
    article = draft.article()

    assert article.text == "One\n\nTwo\n\n"
    (note,) = article.notes.values()
    assert (note.label, note.text, note.raw_start) == ("1", "See claim: a [opinion]", 10)
    assert note.declarations == (DeclarationKind.OPINION,)
    assert [citation.id for citation in article.citations] == ["c", "a"]
    assert [
        (reference.at, reference.raw_start, reference.raw_end) for reference in article.references
    ] == [(8, 53, 60)]
    assert [
        (declaration.at, declaration.kind, declaration.raw_start)
        for declaration in article.declarations
    ] == [(8, DeclarationKind.UNVERIFIED, 53)]
