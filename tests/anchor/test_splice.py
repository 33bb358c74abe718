"""Quotes that are silently put together from a few parts of a text."""

from __future__ import annotations

import pytest

from claimcheck.anchor.splice import splice_spans
from claimcheck.anchor.text import Text

TEXT = (
    "The old bridge was safe for all, said the mayor of the town. She had looked at every beam. "
    "The new bridge was closed again in May, and nobody knew why it had been closed for so long."
)
# What somebody wrote, and the parts of the text that it is put together from.
SPLICED = {
    "The old bridge was safe for all She had looked at every beam.": (
        "The old bridge was safe for all",
        "She had looked at every beam.",
    ),
    "said the mayor of the town. The new bridge was closed again": (
        "said the mayor of the town.",
        "The new bridge was closed again",
    ),
    "The old bridge was closed again in May": ("The old bridge was", "closed again in May"),
    "The old bridge was, she had looked at it had been closed": (),
    "was safe for all, said the mayor She had looked at and nobody knew why": (
        "was safe for all, said the mayor",
        "She had looked at",
        "and nobody knew why",
    ),
    "The old bridge was for all, said the had looked at every nobody knew why": (
        "The old bridge was",
        "for all, said the",
        "had looked at every",
        "nobody knew why",
    ),
    "The old bridge was for all, said the had looked at every closed again in been closed for": (),
    # A mark that the text has not.
    "The old bridge was safe for all. She had looked at every beam.": (),
    # In another order, with a part that is too short, or with words that stand nowhere.
    "She had looked at every beam. The old bridge was safe for all": (),
    "The old bridge was safe for all. Nobody.": (),
    "The old bridge was safe for all, and nobody minded": (),
    "The old bridge was safe for all, said the mayor": (),
    "Nobody minded": (),
    "": (),
}


@pytest.mark.parametrize("quote", SPLICED)
def test_parts_of_a_text(quote: str) -> None:
    spans = splice_spans(quote, Text(TEXT)) or ()

    assert tuple(TEXT[start:end] for start, end in spans) == SPLICED[quote]


@pytest.mark.parametrize(("letters", "parts"), [(19_984, 2), (19_985, 0)])
def test_a_quote_may_have_so_many_characters(letters: int, parts: int) -> None:
    long = "a" * letters
    quote = f"{long} of the mayor in"
    spans = splice_spans(quote, Text(f"{long} said so of the mayor in May."))

    assert (len(quote) <= 20_000, len(spans or ())) == (bool(parts), parts)


def test_a_part_stands_behind_the_one_before() -> None:
    text = f"{TEXT} {TEXT}"
    spans = splice_spans("nobody knew why it had been The old bridge was safe", Text(text))

    assert spans is not None
    assert [text[start:end] for start, end in spans] == [
        "nobody knew why it had been",
        "The old bridge was safe",
    ]
    assert spans[0][0] < len(TEXT) < spans[1][0]
