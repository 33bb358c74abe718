"""Anchors many quotes in one text at once.

The text is split at a pair of characters that most quotes have, and each quote, split at the same
pair, is looked up by one of its pieces in a dictionary: a landmark that text and quote agree on by
themselves, so that each place of a quote is met exactly once (content-defined sampling, as in
winnowing, Schleimer et al. 2003). Every hit is compared in full. Quotes without the pair wait for
the next one. Borders, context and fold are looked at by the same functions as for one quote.
"""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, compress, count
from operator import itemgetter
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.locate import anchor_at, attempted, proposed
from claimcheck.anchor.result import Fit
from claimcheck.anchor.standing import Standing, among, sound, wanted
from claimcheck.anchor.text import Text
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.anchor.result import Anchor

_PIECE: Final = 12
_TELLING: Final = 8
_ROUNDS: Final = 6
_SAMPLE: Final = 64
_TEXT_SAMPLE: Final = 100_000
# Of the pairs that nearly as many quotes have as the best, the one that is rarest in the text.
_NEARLY: Final = 0.95
# Fewer quotes, or shorter texts, are searched sooner one by one (quotes times characters).
_FEWEST: Final = 16
_LEAST_WORK: Final = 50_000_000
_MOST_HITS: Final = 5000


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
    if _pays(distinct, text.raw):
        hits = occurrences(distinct, text.raw)
        exact = {words: sound(words, text.raw, found) for words, found in hits.items()}
        rest = [wanted(words) for words in exact if not exact[words].places]
        if _pays(rest, text.raw):
            keys = occurrences(list(dict.fromkeys(words.key for words in rest)), text.index.key)
            equal = {
                words.raw: among(words, text, keys[words.key])
                for words in rest
                if words.key in keys
            }
    anchored: dict[Quote, Anchor] = {}
    for quote in asked:
        if quote not in anchored:
            words = quote.exact.strip()
            known = exact.get(words)
            if (
                known
                and known.places
                and (anchor := anchor_at(Fit.VERBATIM, known, quote, text.raw))
            ):
                anchored[quote] = anchor
                continue
            attempt = attempted(quote, text, known, equal.get(words))
            anchored[quote] = attempt.anchor or proposed(attempt)
    return [anchored[quote] for quote in asked]


def _pays(quotes: Sequence[object], text: str) -> bool:
    """Whether one sweep of a text costs less than a search for each quote."""
    return len(quotes) >= _FEWEST and len(quotes) * len(text) >= _LEAST_WORK


def occurrences(needles: Sequence[str], text: str) -> dict[str, list[int]]:
    """Return where each needle stands in a text, overlapping places included, in order.

    Needles that share no landmark with others, or stand there too often, are left out.
    """
    found: dict[str, list[int]] = {}
    waiting = list(needles)
    for _ in range(_ROUNDS):
        pair = _landmark(waiting, text) if len(waiting) >= _FEWEST else ""
        if not pair:
            break
        waiting = _split_at(pair, waiting, text, found)
    return found


def _landmark(needles: list[str], text: str) -> str:
    """Choose the pair of characters to split at, or nothing when hardly any needles share one."""
    sample = needles[:: len(needles) // _SAMPLE + 1]
    having = Counter(
        pair
        for needle in sample
        for pair in {needle[at : at + 2] for at in range(min(len(needle), 400) - _PIECE)}
        if pair[0] != pair[-1]
    )
    if not having:
        return ""
    most = max(having.values())
    if most == 1:
        return ""
    middle = max(0, (len(text) - _TEXT_SAMPLE) // 2)
    part = text[middle : middle + _TEXT_SAMPLE]
    return min(
        (pair for pair, count in having.items() if count >= _NEARLY * most),
        key=lambda pair: (part.count(pair), pair),
    )


def _split_at(pair: str, needles: list[str], text: str, found: dict[str, list[int]]) -> list[str]:
    """Find the needles that have a landmark; return those that have none.

    The steps over the text run in C on whole sequences; the interpreter sees only hits.
    """
    table: dict[str, list[tuple[str, int]]] = {}
    without = []
    for needle in needles:
        head, place = _piece(pair, needle)
        if head:
            table.setdefault(head, []).append((needle, place))
            found[needle] = []
        else:
            without.append(needle)
    pieces = text.split(pair)
    known = list(map(table.__contains__, map(itemgetter(slice(_PIECE)), pieces)))
    ends = accumulate(map(len, pieces), initial=0)
    for number, end, piece in compress(zip(count(), ends, pieces, strict=False), known):
        start = end + number * len(pair)
        for needle, place in table[piece[:_PIECE]]:
            places = found.get(needle)
            if places is not None and start >= place and text.startswith(needle, start - place):
                places.append(start - place)
                if len(places) > _MOST_HITS:
                    del found[needle]
    return without


def _piece(pair: str, needle: str) -> tuple[str, int]:
    """How the text's piece after a landmark begins, as a needle shows it, and where that stands.

    The first piece long enough to be telling; a piece that the needle breaks off is used only
    where that does not show.
    """
    best, place = "", 0
    at = needle.find(pair)
    while at >= 0 and len(best) < _TELLING:
        start = at + len(pair)
        at = needle.find(pair, start)
        if at < 0 and len(needle) - start <= _PIECE:
            break
        head = needle[start : start + _PIECE if at < 0 else min(at, start + _PIECE)]
        if len(head) > len(best):
            best, place = head, start
    return best, place
