"""A finding points at the wrong word, however the file writes the quotation."""

from __future__ import annotations

import pytest

from claimcheck.gate.word_place import word_place
from claimcheck.model import Excerpt, Finding, Place, Run

HEAD = "claim: X\nevidence:\n  - source: a\n"
BEFORE = "The bridge carries "


def place_of(text: str, runs: tuple[Run, ...], line: int, column: int) -> tuple[int, int]:
    start = Place("claims/x.yaml", line, column)
    place = word_place(Finding("m", start, excerpts=(Excerpt("quote", start, runs),)), text)
    return place.line, place.column


RUNS = (Run(BEFORE), Run("16", marked=True), Run(" million crossings"))
RUNS_OF_MEN = (Run("16 men and "), Run("16", marked=True), Run(" women"))


@pytest.mark.parametrize(
    ("written", "column", "expected"),
    [
        ("    quote: The bridge carries 16 million crossings\n", 12, (4, 31)),
        ("    quote: 'The bridge carries 16 million crossings'\n", 12, (4, 32)),
        ("    quote: >-\n      The bridge\n      carries 16 million crossings\n", 12, (6, 15)),
        ("    quote: {exact: The bridge carries 16 million crossings}\n", 12, (4, 39)),
    ],
)
def test_the_word_is_pointed_at(written: str, column: int, expected: tuple[int, int]) -> None:
    assert place_of(HEAD + written, RUNS, 4, column) == expected


def test_the_second_of_two_like_words_is_pointed_at() -> None:
    text = HEAD + "    quote: 16 men and 16 women\n"

    assert place_of(text, RUNS_OF_MEN, 4, 12) == (4, 23)


def test_the_first_line_may_be_empty() -> None:
    assert place_of("\nquote: 16 men and 16 women\n", RUNS_OF_MEN, 2, 8) == (2, 19)


def test_part_of_a_word_is_pointed_at() -> None:
    runs = (Run("(over "), Run("16", marked=True), Run(")"))

    assert place_of(HEAD + "    quote: (over 16)\n", runs, 4, 12) == (4, 18)
    only = (Run("cost $"), Run("16", marked=True))
    assert place_of(HEAD + "    quote: cost $16\n", only, 4, 12) == (4, 18)


@pytest.mark.parametrize(
    ("text", "runs", "line"),
    [
        (HEAD + '    quote: "The bridge \\u0063arries 16"\n', RUNS, 4),  # written otherwise
        (HEAD + "    quote: The bridge carries many\n", (Run("The bridge carries many"),), 4),
        (HEAD, RUNS, 40),
        ("", RUNS, 1),
    ],
)
def test_where_it_cannot_be_told_the_quotation_is_pointed_at(
    text: str, runs: tuple[Run, ...], line: int
) -> None:
    assert place_of(text, runs, line, 12) == (line, 12)


def test_a_quotation_may_begin_a_file() -> None:
    assert place_of("16 men and 16 women\n", RUNS_OF_MEN, 1, 1) == (1, 12)


def test_what_a_shortened_quotation_leaves_out_is_not_looked_for() -> None:
    runs = (Run("… men and "), Run("16", marked=True), Run(" women"))

    assert place_of(HEAD + "    quote: 15 men and 16 women\n", runs, 4, 12) == (4, 23)


def test_a_marked_blank_is_no_word() -> None:
    runs = (Run("16 men"), Run(" ", marked=True), Run("and"))

    assert place_of(HEAD + "    quote: 16 men and\n", runs, 4, 12) == (4, 12)


@pytest.mark.parametrize(("line", "column"), [(0, 0), (4, 0), (0, 12)])
def test_a_finding_on_a_whole_file_or_line_stays_there(line: int, column: int) -> None:
    text = HEAD + "    quote: 16 men and 16 women\n"

    assert place_of(text, RUNS_OF_MEN, line, column) == (line, column)


@pytest.mark.parametrize(("words", "is_looked_for"), [(399, True), (400, False)])
def test_a_word_is_looked_for_behind_four_hundred_others_at_most(
    words: int, is_looked_for: bool
) -> None:
    before = "on " * words
    runs = (Run(before), Run("16", marked=True))
    column = 12 + len(before) if is_looked_for else 12

    assert place_of(f"{HEAD}    quote: {before}16\n", runs, 4, 12) == (4, column)


@pytest.mark.parametrize(("blanks", "is_looked_for"), [(19_000, True), (20_001, False)])
def test_a_word_is_looked_for_in_twenty_thousand_characters(
    blanks: int, is_looked_for: bool
) -> None:
    runs = (Run("on "), Run("16", marked=True))
    column = 14 + blanks if is_looked_for else 12

    assert place_of(f"{HEAD}    quote: on{' ' * blanks}16\n", runs, 4, 12) == (4, column)


def test_only_the_quotation_says_where_its_word_stands() -> None:
    start = Place("claims/x.yaml", 4, 12)
    excerpts = (Excerpt("source", start, RUNS_OF_MEN),)
    text = HEAD + "    quote: 16 men and 16 women\n"

    assert word_place(Finding("m", start, excerpts=excerpts), text) == start
