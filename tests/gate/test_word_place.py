"""A finding points at the wrong word, however the file writes the quotation."""

from __future__ import annotations

import pytest

from claimcheck.gate.word_place import word_place
from claimcheck.model import Excerpt, Finding, Place, Run

HEAD = "claim: X\nevidence:\n  - source: a\n"
BEFORE = "The bridge carries "


def place_of(text: str, runs: tuple[Run, ...], line: int, column: int) -> tuple[int, int]:
    start = Place("claims/x.yaml", line, column)
    found = word_place(Finding("m", start, excerpts=(Excerpt("quote", start, runs),)), text)
    return found.line, found.column


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
