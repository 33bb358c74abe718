"""Words of a number that a passage leaves out at one of its ends."""

from __future__ import annotations

import pytest

from claimcheck.anchor.languages import load
from claimcheck.anchor.number_cuts import number_cut
from claimcheck.anchor.result import Cut, Turn

CASES = [
    ("en", "Two hundred and fifty people came.", "fifty people came", "Two hundred and"),
    ("en", "The hall took in two hundred and fifty.", "The hall took in two hundred", "and fifty"),
    ("en", "It cost 2.5 million a day.", "million a day", "2.5"),
    ("da", "De solgte to hundrede og fyrre.", "De solgte to hundrede", "og fyrre"),
    # So few words tell no language.
    ("es", "mil doscientos", "doscientos", "mil"),
    ("pt", "um mil", "mil", ""),
    # Beside it stands another number that is worth as much.
    (
        "en",
        "Two hundred and fifty came, and two hundred and fifty left.",
        "fifty came, and two hundred and fifty left",
        "Two hundred and",
    ),
    (
        "en",
        "Two hundred and fifty came, and two hundred and fifty left.",
        "Two hundred and fifty came, and two hundred",
        "and fifty",
    ),
    (
        "en",
        "It sold two hundred and fifty, then two hundred and fifty.",
        "It sold two hundred",
        "and fifty",
    ),
    # What is left out at its beginning is a unit alone.
    ("en", "It paid EUR 20 for two hundred and fifty.", "20 for two hundred", "and fifty"),
    # What is left out changes no number.
    ("en", "They say that one hundred people came.", "hundred people came", ""),
    ("en", "They lost fifty euros a day.", "They lost fifty", ""),
    ("en", "It paid EUR 20 for it.", "20 for it", ""),
    ("en", "Two hundred and fifty people came.", "Two hundred and fifty people came", ""),
    ("en", "It met on 4 May 2021 in the hall.", "May 2021 in the hall", ""),
    ("da", "De siger at et hundrede kom.", "hundrede kom", ""),
]


@pytest.mark.parametrize(("code", "text", "passage", "words"), CASES)
def test_the_words_of_a_number_that_a_passage_leaves_out(
    code: str, text: str, passage: str, words: str
) -> None:
    start = text.index(passage)

    cut = number_cut(load(code), text, start, start + len(passage))

    assert cut == (Cut(words, Turn.SCALE) if words else None)
