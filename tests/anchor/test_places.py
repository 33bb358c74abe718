"""Where a quote stands in a text: as it is written, and after the fold."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor.effort import Effort
from claimcheck.anchor.places import (
    FoldedQuote,
    few_offsets,
    find_folded,
    find_verbatim,
    first_place,
    keep_equal,
    keep_verbatim,
    key_offsets,
    resolve_breaks,
)
from claimcheck.anchor.text import Text
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.anchor.places import Matches

# Quotes, and texts in which they may stand.
QUOTES = {
    "it is safe": (
        "They say it is safe.",
        "It is safe.",
        "it is safe",
        "“it is safe”",
        "it is safest",
        "rabbit is safe",
        "it  is\nsafe",
        "it is\u00a0safe",
        "it is safe, it is safe, it is safe",
        "it is-safe",
        "it\nis\n\nsafe",
        "it is sáfe",
        "it’s safe",
        "it is safe" + 3 * " it is safest",
        "it is un-\nsafe",
        "it is sa-\nfe",
        "it is safe5",
        "5it is safe",
        "it is safe-ish",
    ),
    "“it is safe”": (
        "He: “it is safe”.",
        'He: "it is safe".',
        "He: it is safe.",
        "«it is safe»",
        "‘it is safe’",
    ),
    "it is safe.": (
        "it is safe.",
        "it is safe. Now",
        "it is safe...",
        "it is safe. . .",
        "it is safe…",
        "it is safe!",
        "it is safe .",
        "it is safe.\n",
        "(it is safe.)",
    ),
    "... it is safe": (
        "... it is safe",
        "… it is safe",
        "it is safe",
        ". it is safe",
        "so ...it is safe",
    ),
    ".5 of it": ("at .5 of it", "at 0.5 of it", "at 1.5 of it", "at . 5 of it"),
    "(it is) safe": ("so (it is) safe", "so (it is)safe", "so ( it is ) safe", "so it is safe"),
    "safe, all of it": (
        "safe , all of it",
        "safe,all of it",
        "safe; all of it",
        "safe,\n\nall of it",
    ),
    "1,234 of them": (
        "1,234 of them",
        "1,234 of themes",
        "21,234 of them",
        "1,2345 of them",
        "1 234 of them",
        "-1,234 of them",
        "−1,234 of them",
        "$1,234 of them",
    ),
    "-5 degrees": ("-5 degrees", "−5 degrees", "– 5 degrees", "5 degrees", "minus -5 degrees"),
    "well-known words": (
        "well-known words",
        "well-\nknown words",
        "wellknown words",
        "well‐known words",
        "well known words",
        "well–known words",
    ),
    "example words": (
        "exam-\nple words",
        "exam\u00adple words",
        "example-words",
        "exam- ple words",
    ),
    "Roses are red,\nViolets are blue": (
        "Roses are red,\nViolets are blue",
        "Roses are red, Violets are blue",
        "Roses are red,\n   Violets are blue",
        "1 Roses are red,\n2 Violets are blue",
        "> Roses are red,\n> Violets are blue",
        "Roses are red, / Violets are blue",
    ),
    "Roses are red, / Violets are blue": (
        "Roses are red,\nViolets are blue",
        "Roses are red, Violets are blue",
        "Roses are red, / Violets are blue",
        "Roses are\nred, Violets are blue",
    ),
    "red / blue": ("red\nblue", "red / blue", "red/blue"),
    "桥很安全": ("桥很安全", "说桥很安全。", "桥很\n安全", "桥 很 安 全", "桥很安全吗"),
    "aa aa": ("aa aa aa", "aa aa aa aa", "aaa aa", "aa  aa aa"),
    "straße": ("Die straße", "Die strasse", "Die STRASSE", "straßen"),
    "—": ("— a", ""),
    "  it is  ": ("so it is.", "so  it is  so"),
}


def places_in(matches: Matches, text: str) -> str:
    places = [f"{start}-{end} {text[start:end]!r}" for start, end in matches.places]
    cut = f"; cut {matches.cut_place}" if matches.cut_place else ""
    return f"{', '.join(places) or 'none'}{cut}"


def test_all_places_of_quotes(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for quote, texts in QUOTES.items():
        lines.append(repr(quote))
        for text in texts:
            folded = FoldedQuote(quote)
            verbatim = find_verbatim(quote, text)
            matches = find_folded(folded, Text(text))
            lines.append(f"  {text!r}: {places_in(verbatim, text)} | {places_in(matches, text)}")
            beyond = f"{text}\n\n{text}"
            far = first_place(folded, Text(beyond), len(text) + 1)
            assert (far is None) == (not find_folded(folded, Text(f"\n\n{text}")).places)
            if folded.key:
                again = keep_verbatim(quote, Text(text), key_offsets(folded.key, Text(text)))
                assert again.places == verbatim.places

    golden(GOLDEN / "anchor-places.txt", "\n".join(lines) + "\n")


def test_so_many_places_are_looked_at_and_no_more() -> None:
    text = 300 * "so it is safe now. "
    little = Effort(comparisons=1)

    assert len(find_verbatim("it is safe", text).places) == len(
        find_folded(FoldedQuote("It is safe".lower()), Text(text)).places
    )
    assert len(find_verbatim("it is safe", text, little).places) == 3
    assert find_folded(FoldedQuote("it is safe"), Text(text), Effort(comparisons=1)).places


@pytest.mark.parametrize(
    ("quote", "places"),
    [
        ("so 5 it is", 4),
        ("so, 5 it is so", 53),
        ("it is so 5 of", 4),
        ("it is so 5 men", 53),
        ("it is so", 53),
    ],
)
def test_a_place_costs_more_where_a_number_may_be_cut(quote: str, places: int) -> None:
    """That is where a digit is among the first four characters, or the last."""
    matches = find_verbatim(quote, 60 * f"{quote}. ", Effort(comparisons=201))

    assert len(matches.places) == places


def test_places_that_are_equal_after_the_fold_cost_their_length_and_320() -> None:
    """But for the first."""
    quote, text = FoldedQuote('it is "safe"'), Text(60 * "it is “safe”. ")
    counts = [
        len(find_folded(quote, text, Effort(comparisons=characters)).places)
        for characters in (0, 1, 332, 333, 1_000_000)
    ]

    assert counts == [1, 2, 2, 3, 60]


def test_places_that_overlap_count_once() -> None:
    text = Text("ab ab ab ab")

    matches = keep_equal(FoldedQuote("ab ab"), text, few_offsets("abab", text) or ())

    assert matches.places == ((0, 5), (6, 11))


@pytest.mark.parametrize(
    ("quote", "before", "blanks", "behind"),
    [
        # as far as forty characters from the words
        ('it "is ...', "it “is", 37, "..."),
        ('... it" is', "...", 37, "it” is"),
        # or as twice the marks of the quote are long
        ('it "is ... ... ... ... ... ...', "it “is", 25, "... ... ... ... ... ..."),
        ('... ... ... ... ... ... it" is', "... ... ... ... ... ...", 25, "it” is"),
        # blanks between words
        ('it "is"', "it", 20_443, "“is”"),
    ],
)
def test_so_far_the_marks_and_words_of_a_quote_stand_apart(
    quote: str, before: str, blanks: int, behind: str
) -> None:
    for more, count in ((0, 1), (1, 0)):
        text = f"{before}{' ' * (blanks + more)}{behind}"
        assert find_folded(FoldedQuote(quote), Text(text)).places == ((0, len(text)),) * count


@pytest.mark.parametrize(("times", "few"), [(1, True), (3, True), (500, False)])
def test_few_places_are_told_from_many(times: int, few: bool) -> None:
    text = Text(times * "so it is. ")

    offsets = few_offsets("soitis", text)

    assert offsets == ([6 * number for number in range(times)] if few else None)
    assert few_offsets("", text) is None


@pytest.mark.parametrize(
    ("text", "other", "read"),
    [
        ("well\x01known", "well-known", "well-known"),
        ("well\x01known", "wellknown", "well\x01known"),
        ("a b\x01c d\x01e", "a b-c de", "a b-c d\x01e"),
        ("\x01known", "-known", "\x01known"),
        ("\x01known", "known-", "\x01known"),
        ("known\x01", "known-", "known-"),
        ("known\x01", "known", "known\x01"),
        ("plain", "plain", "plain"),
    ],
)
def test_a_broken_word_is_read_as_the_other_text_reads_it(text: str, other: str, read: str) -> None:
    assert resolve_breaks(text, other) == read
