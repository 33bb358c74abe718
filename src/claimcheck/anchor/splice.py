"""Quotes whose words stand in the text in order, with text left out and no mark of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.key import key_of
from claimcheck.anchor.places import FoldedQuote, first_place

if TYPE_CHECKING:
    from claimcheck.anchor.text import Text

_WORD: Final = re.compile(r"\S+")
# Shorter parts stand in any text by chance.
MIN_PART_LETTERS: Final = 12
MAX_PARTS: Final = 4
_MAX_QUOTE_CHARACTERS: Final = 20_000


def splice_spans(quote: str, text: Text) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of the few parts that a quote is silently put together from, if it is.

    Each part is the longest run of the quote's next words that the text has after the part before.
    It is found by bisection: a run that stands in the key has all its beginnings there.
    """
    if len(quote) > _MAX_QUOTE_CHARACTERS:
        return None
    words = [match.span() for match in _WORD.finditer(quote)]
    spans: list[tuple[int, int]] = []
    first, key_end = 0, 0
    while first < len(words):
        if len(spans) == MAX_PARTS:
            return None
        end = _end_of_longest_run(quote, words, first, text, key_end)
        if end == first:
            return None
        part = FoldedQuote(quote[words[first][0] : words[end - 1][1]])
        if len(part.key) < MIN_PART_LETTERS:
            return None
        place = first_place(part, text, spans[-1][1] if spans else 0)
        if place is None:
            return None
        spans.append(place)
        key_end = text.index.key.find(part.key, key_end) + len(part.key)
        first = end
    return tuple(spans) if len(spans) > 1 else None


def _end_of_longest_run(
    quote: str, words: list[tuple[int, int]], first: int, text: Text, key_end: int
) -> int:
    """The number behind the last of the words that stand in a text's key in one run.

    Args:
        quote: the quote.
        words: the spans of its words.
        first: the number of the word that the run begins with, and the answer where none stands.
        text: where to look.
        key_end: the offset in the text's key from which on to look.
    """

    def stands(end: int) -> bool:
        return text.index.key.find(key_of(quote[words[first][0] : words[end - 1][1]]), key_end) >= 0

    shortest = first + 1
    while shortest < len(words) and words[shortest - 1][1] - words[first][0] < MIN_PART_LETTERS:
        shortest += 1
    if not stands(shortest):
        return first
    low, high = first, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if stands(middle):
            low = middle
        else:
            high = middle - 1
    return low
