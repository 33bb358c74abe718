"""Anchors many quotes in one text at once.

A dictionary holds the short runs of characters at the first offsets of every quote; the text is
probed at every so many characters, so that each place of a quote is met exactly once, and each hit is
compared in full. With `n` characters and `q` quotes a stride of the square root of `n/q` makes both
sides equally dear. Nothing is missed, and the borders, the context and the fold are looked at by the
same functions as for one quote.
"""

from __future__ import annotations

from functools import partial
from itertools import compress
from math import isqrt
from operator import is_not, ne
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.locate import attempted, proposed
from claimcheck.anchor.standing import Standing, among, sound, wanted
from claimcheck.anchor.text import Text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.anchor.result import Anchor

_GRAM: Final = 12
_STRIDES: Final = (32, 8)
# Fewer quotes are found sooner one by one.
_FEWEST: Final = 16
_MOST_HITS: Final = 5000
_is_met: Final = partial(is_not, None)


def locate_all(quotes: Iterable[Quote | str], text: str | Text) -> list[Anchor]:
    """Anchor many quotes in one text: the same answers as one `locate` each, sooner.

    Args:
        quotes: words or selectors, in any order.
        text: the source's text.

    Returns:
        One anchor for each quote, in the order of the quotes.
    """
    text = text if isinstance(text, Text) else Text(text)
    asked = [Quote(quote) if isinstance(quote, str) else quote for quote in quotes]
    distinct = list(dict.fromkeys(quote.exact.strip() for quote in asked))
    exact: dict[str, Standing] = {}
    equal: dict[str, Standing] = {}
    if len(distinct) >= _FEWEST:
        hits = occurrences(distinct, text.raw)
        exact = {words: sound(words, text.raw, found) for words, found in hits.items()}
        rest = [wanted(words) for words in exact if not exact[words].places]
        if len(rest) >= _FEWEST:
            keys = occurrences(list(dict.fromkeys(words.key for words in rest)), text.index.key)
            equal = {
                words.raw: among(words, text, keys[words.key]) for words in rest if words.key in keys
            }
    anchored: dict[Quote, Anchor] = {}
    for quote in asked:
        if quote not in anchored:
            words = quote.exact.strip()
            attempt = attempted(quote, text, exact.get(words), equal.get(words))
            anchored[quote] = attempt.anchor or proposed(attempt)
    return [anchored[quote] for quote in asked]


def occurrences(needles: Sequence[str], text: str) -> dict[str, list[int]]:
    """Return where each needle stands in a text, overlapping places included, in order.

    Needles that are too short to be sampled, or stand there too often, are left out.
    """
    best = min(_STRIDES[0], isqrt(max(1, len(text) // max(1, len(needles)))))
    found: dict[str, list[int]] = {}
    waiting = needles
    for stride in sorted({max(1, best), min(best, _STRIDES[1])}, reverse=True):
        ready = [needle for needle in waiting if len(needle) >= _GRAM + stride - 1]
        waiting = [needle for needle in waiting if len(needle) < _GRAM + stride - 1]
        if ready:
            found.update(_sampled(ready, text, stride))
    return found


def _sampled(needles: list[str], text: str, stride: int) -> dict[str, list[int]]:
    """Every step below runs in C over whole sequences; only hits are seen by the interpreter."""
    windows = [slice(offset, offset + _GRAM) for offset in range(stride)]
    grams = [gram for needle in needles for gram in map(needle.__getitem__, windows)]
    codes = range(len(grams))
    table = dict(zip(grams, codes, strict=True))
    shared: dict[str, list[int]] = {}
    if len(table) < len(grams):
        for code in compress(codes, map(ne, map(table.__getitem__, grams), codes)):
            shared.setdefault(grams[code], []).append(code)
    probes = range(0, len(text) - _GRAM + 1, stride)
    slices = map(slice, probes, range(_GRAM, len(text) + 1, stride))
    met = list(map(table.get, map(text.__getitem__, slices)))
    found: dict[str, list[int]] = {needle: [] for needle in needles}
    for number in compress(range(len(met)), map(_is_met, met)):
        last = met[number]
        for code in (*shared.get(grams[last], ()), last):
            needle = needles[code // stride]
            start = number * stride - code % stride
            places = found.get(needle)
            if places is not None and start >= 0 and text.startswith(needle, start):
                places.append(start)
                if len(places) > _MOST_HITS:
                    del found[needle]
    return found
