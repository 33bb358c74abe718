"""The form of a text that is taken out of a document: how its marks are written, and read again."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from claimcheck.text import pinned_text
from claimcheck.text.pinned_text import Aside, AsideKind


@pytest.mark.parametrize(
    ("text", "before", "after", "written"),
    [
        ("6", "10", " boats", "^6"),
        ("50", "$12", "", "^50"),
        ("-3", "10", "", "^-3"),
        ("2", "x", "y", "^2"),
        ("1", "the ", "H", "^1"),
        ("2", "x", "3", "^(2)"),
        ("n", "x", "y", "^(n)"),
        ("1H", "x", "", "^(1H)"),
        ("2+", "Ca", "", "^(2+)"),
        ("n + 1", "x", "", "^(n + 1)"),
        ("st", "1", " of", "st"),
        ("e", "2", "", "e"),
        ("st", "x", "", "^st"),
        ("TM", "Acme", "", "^TM"),
        ("℠", "Acme", "", "^℠"),
        ("1", "points", " and", "^1\u2060"),
        ("1, 2", "points", "", "^1, 2\u2060"),
        ("14 15", "bias", "", "^14 15\u2060"),
        ("2,3,∗", "Acmeson", "", "^2,3,∗\u2060"),
        ("28,32", "sis", "", "^28,32\u2060"),
        ("28", "sis", "", "^28"),
        ("1,2", "x", "", "^(1,2)"),
        ("a, b", "points.", "", "^(a, b)"),
        ("*", "Table", "", "^*\u2060"),
        ("3", "in 2020", ",", "^3\u2060"),
        ("3", "in 3020", ",", "^3"),
        ("3", "the end.", "", "^3\u2060"),
        ("2", "15 km", "", "^2"),
        ("2", "(a + b)", "", "^2"),
        ("[7]", "x", "", "^[7]"),
        ("  ", "x", "", ""),
    ],
)
def test_raised_text_is_marked(text: str, before: str, after: str, written: str) -> None:
    assert pinned_text.raised(text, before, after) == written


@pytest.mark.parametrize(
    ("text", "before", "after", "written"),
    [
        ("2", "CO", " is", "2"),
        ("2", "log", "8", "2 "),
        ("2", "5", "", "_2"),
        ("max", "5", "", "max"),
    ],
)
def test_lowered_text_is_marked_where_it_would_join_a_number(
    text: str, before: str, after: str, written: str
) -> None:
    assert pinned_text.lowered(text, before, after) == written


def test_asides_move_nothing_in_the_flow() -> None:
    pages = ["One.\n", "Two."]
    asides = [
        Aside(AsideKind.HEAD, "Minutes", "1"),
        Aside(AsideKind.STRUCK, " no \n more "),
        Aside(AsideKind.FOOT, "- 1 -", "1"),
        Aside(AsideKind.FOOT, "- 9 -", "9"),
    ]

    text = pinned_text.pinned(pages, asides)
    read = pinned_text.gathered(text)

    assert text == (
        "One.\n\x1d[head 1] Minutes\x1e[foot 1] - 1 -\fTwo.\n"
        "\x1d\n[struck] no more\n[foot 9] - 9 -\n"
    )
    assert read.startswith(pinned_text.pinned(pages))
    assert pinned_text.flow_end(read) == len(pinned_text.pinned(pages))
    assert [
        (aside.kind, aside.label, read[aside.start : aside.end])
        for aside in pinned_text.asides_of(read)
    ] == [
        ("head", "1", "[head 1] Minutes"),
        ("foot", "1", "[foot 1] - 1 -"),
        ("struck", "", "[struck] no more"),
        ("foot", "9", "[foot 9] - 9 -"),
    ]


def test_heads_and_feet_stand_where_their_page_has_them() -> None:
    head = pinned_text.running(AsideKind.HEAD, "Minutes\tMay")
    foot = pinned_text.running(AsideKind.FOOT, "- 2 -")
    pages = ["The board held\n", f"{head}its meeting.\nIt ended{foot}\n", f"{head}early.\n"]

    text = pinned_text.pinned(pages, [Aside(AsideKind.STRUCK, "late")])
    read = pinned_text.gathered(text)

    assert read == (
        "The board held\n\fits meeting.\nIt ended\n\fearly.\n"
        "\x1d\n[head 2] Minutes May\n[foot 2] - 2 -\n[head 3] Minutes May\n[struck] late\n"
    )
    assert " ".join(text.split()) == (
        "The board held Minutes May its meeting. It ended - 2 - Minutes May early. [struck] late"
    )
    assert text.index("ended") - text.rindex("\n", 0, text.index("ended")) == (
        read.index("ended") - read.rindex("\n", 0, read.index("ended"))
    )


def test_numbers_of_lines_stand_before_their_lines_and_are_one_aside() -> None:
    first, second, tenth = map(pinned_text.line_number, (1, 2, 10))
    listed = pinned_text.list_number("3.") + pinned_text.list_number("(a)") + "first\n"
    page = f"{first}The board held\n{second}{tenth}its meeting.\n{listed}"

    text = pinned_text.pinned([page, "End.\n"])
    read = pinned_text.gathered(text)

    assert read == f"The board held\nits meeting.\n{listed}\fEnd.\n\x1d\n[line 1] 1 2 10\n"
    assert pinned_text.gathered(listed) == listed


def test_a_page_of_a_head_alone_has_an_empty_flow() -> None:
    head = pinned_text.running(AsideKind.HEAD, "Minutes")

    assert pinned_text.gathered(f"{head}\n\fEnd.\n") == "\n\fEnd.\n\x1d\n[head 1] Minutes\n"


def test_a_text_without_asides_has_none() -> None:
    assert pinned_text.asides_of("One.\n[struck] no\n") == ()
    assert pinned_text.pinned(["One."], [Aside(AsideKind.NOTE, "  ")]) == "One.\n"


@pytest.mark.parametrize(
    ("text", "blanked"),
    [
        ("in 2020^[3], the", "in 2020, the"),
        ("in 2020^3\u2060, the", "in 2020, the"),
        ("in 2020^3)\u2060, the", "in 2020, the"),
        ("in 2020^3, 12\u2060, the", "in 2020, the"),
        ("in 2020^3,∗\u2060, the", "in 2020, the"),
        ("10^6 and in 2020^3\u2060, the", "10^6 and in 2020, the"),
        ("a^3\u2060b", "a   b"),
        ("the radius^2 of", "the radius^2 of"),
        ("a word^[3] and", "a word and"),
        ("a^[3]b", "a    b"),
        ("no [3] mark", "no [3] mark"),
        ("10^6", "10^6"),
    ],
)
def test_the_mark_of_a_note_is_blanked(text: str, blanked: str) -> None:
    read = pinned_text.without_note_marks(text)

    assert read.replace("\u2060", "") == blanked
    assert len(read) == len(text)


@pytest.mark.parametrize(
    ("extractor", "form"),
    [(None, 1), ("trafilatura 2.3.1", 1), ("pypdf 7; text 2", 2), ("x 1; text 2; charset=y", 2)],
)
def test_the_form_of_a_text_stands_in_its_record(extractor: str | None, form: int) -> None:
    assert pinned_text.form_of(extractor) == form


@example("10^6\u2060 km")
@given(st.text())
def test_no_sign_of_a_document_is_one_of_ours(text: str) -> None:
    clean = pinned_text.clean(text)

    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2060\ud800-\udfff]", clean)
    assert pinned_text.clean(clean) == clean


WORDS = st.text().map(lambda text: pinned_text.clean(text).replace("\n", " "))
RUNNING = st.lists(st.tuples(st.sampled_from([AsideKind.HEAD, AsideKind.FOOT]), WORDS), max_size=3)


@given(st.lists(st.tuples(st.lists(st.tuples(RUNNING, WORDS), min_size=1), RUNNING), min_size=1))
def test_the_flow_is_what_it_is_without_heads_and_feet(
    pages: list[tuple[list[tuple[list[tuple[AsideKind, str]], str]], list[tuple[AsideKind, str]]]],
) -> None:
    def marked(running: list[tuple[AsideKind, str]]) -> str:
        return "".join(pinned_text.running(kind, words) for kind, words in running)

    whole = [
        "\n".join(marked(before) + line for before, line in lines) + marked(last) + "\n"
        for lines, last in pages
    ]
    bare = ["".join(f"{line}\n" for _, line in lines) for lines, _ in pages]

    read = pinned_text.gathered(pinned_text.pinned(whole))

    assert read[: pinned_text.flow_end(read)] == pinned_text.pinned(bare)
    assert list(map(pinned_text.without_running, whole)) == bare


@given(
    st.lists(st.text().map(pinned_text.clean), min_size=1),
    st.lists(st.tuples(st.sampled_from(AsideKind), st.text(), st.sampled_from(["", "1", "2"]))),
)
def test_what_is_put_together_can_be_told_apart(
    pages: list[str], words: list[tuple[AsideKind, str, str]]
) -> None:
    asides = [Aside(kind, pinned_text.clean(word), label) for kind, word, label in words]

    text = pinned_text.pinned(pages, asides)
    read = pinned_text.gathered(text)

    flow = read[: pinned_text.flow_end(read)]
    assert flow == pinned_text.pinned(pages)
    assert text.count("\f") == flow.count("\f") == len(pages) - 1
    lines = [whole[: whole.rfind("\f") + 1].count("\n") for whole in (text, flow)]
    assert lines[0] == lines[1]
    assert sorted(
        (aside.kind, read[aside.start : aside.end]) for aside in pinned_text.asides_of(read)
    ) == sorted(
        (
            each.kind,
            f"[{each.kind}{' ' * bool(each.label)}{each.label}] {' '.join(each.text.split())}",
        )
        for each in asides
        if each.text.split()
    )
