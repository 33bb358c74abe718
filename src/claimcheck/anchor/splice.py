"""Quotes whose words stand in the text in order, with text left out and no mark of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.key import key_of
from claimcheck.anchor.places import first_place, fold_quote

if TYPE_CHECKING:
    from claimcheck.anchor.text import Text

_WORD: Final = re.compile(r"\S+")
# Shorter parts stand in any text by chance.
LETTERS_OF_A_PART: Final = 12
MOST_PARTS: Final = 4
_MOST_CHARACTERS: Final = 20_000


def splice_spans(quote: str, text: Text) -> tuple[tuple[int, int], ...] | None:
    """Return the spans of the few parts that a quote is silently put together from, if it is.

    Each part is the longest run of the quote's next words that the text has after the part before,
    found by halving: a run that stands in the key has all its beginnings there.
    """
    if len(quote) > _MOST_CHARACTERS:
        return None
    words = [(found.start(), found.end()) for found in _WORD.finditer(quote)]
    spans: list[tuple[int, int]] = []
    done, key_end = 0, 0
    while done < len(words):
        if len(spans) == MOST_PARTS:
            return None
        taken = _longest_run(quote, words, done, text, key_end)
        run = quote[words[done][0] : words[taken - 1][1]] if taken > done else ""
        asked = fold_quote(run)
        if len(asked.key) < LETTERS_OF_A_PART:
            return None
        place = first_place(asked, text, spans[-1][1] if spans else 0)
        if place is None:
            return None
        spans.append(place)
        key_end = text.index.key.find(asked.key, key_end) + len(asked.key)
        done = taken
    return tuple(spans) if len(spans) > 1 else None


def _longest_run(
    quote: str, words: list[tuple[int, int]], done: int, text: Text, key_end: int
) -> int:
    low, high = done, len(words)
    least = done + 1
    while least < high and words[least - 1][1] - words[done][0] < LETTERS_OF_A_PART:
        least += 1
    if text.index.key.find(key_of(quote[words[done][0] : words[least - 1][1]]), key_end) < 0:
        return done
    while low < high:
        middle = (low + high + 1) // 2
        if text.index.key.find(key_of(quote[words[done][0] : words[middle - 1][1]]), key_end) >= 0:
            low = middle
        else:
            high = middle - 1
    return low
