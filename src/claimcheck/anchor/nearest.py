"""The passage of a text nearest to a quote that does not stand in it: where to look, never a pass.

Works on keys. Tiles that overlap by a quote's length and more are ranked by their longest common
subsequence with the quote (bit-parallel, in rapidfuzz), which bounds the edit distance from below,
so no nearer passage is lost; the best tiles are aligned by Myers' bit-parallel algorithm (J. ACM
46(3), 1999) on Python's integers. In large texts, runs of the quote that stand there unchanged are
tried first, and of a long quote the tiles are compared with its middle, so that its length does not
count. Quotes longer than `LONGEST` are placed by such runs alone, so work is bounded.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 4000
_LARGE: Final = 200_000
# The longest text whose tiles are kept for the next quote: they take three times its size.
_KEPT: Final = 2_000_000
_SMALL: Final = 60_000
_SHARES: Final = ((60, 0.35), (24, 0.28), (0, 0.2))
_SHARES_IN_A_SMALL_TEXT: Final = ((60, 0.5), (24, 0.42), (0, 0.34))
# Letters of a quote that tiles of a large text are compared with: three machine words.
_MIDDLE: Final = 192
_STRIDES: Final = ((48, 1.0), (0, 0.5))
# Sizes are rounded up, so that quotes of nearly one length share their tiles.
_ROUNDED: Final = 16
# A Han or Kana character tells as much as three letters.
_HAN: Final = "\u3040"
_SEED: Final = 12
_SEEDS: Final = 4
_HITS_OF_A_SEED: Final = 6
_SURELY_NEAR: Final = 0.18
# Bit steps of alignment; each tile costs its length times the quote's.
_MOST_STEPS: Final = 250_000_000
_MOST_TILES: Final = 48
# Units of effort, of one or two nanoseconds: one for a letter of text and each machine word of a
# quote, so many for a letter of a window that is aligned, and for what comes after the search.
_UNITS_OF_A_LETTER: Final = 350
_UNITS_OF_A_DIFFERENCE: Final = 400_000
_BITS: Final = 64
_BITS_OF_A_SLOWER_LETTER: Final = 1000
# Of the tiles that may hold a passage, so many are looked at again in quarters.
_MOST_LIKELY: Final = 4000
_END_OF_A_LONG_QUOTE: Final = 400
_PIECES_OF_A_LONG_QUOTE: Final = 48


# Some two seconds.
STEPS: Final = 1_000_000_000
TRIES: Final = 10_000


@dataclass(slots=True)
class Effort:
    """What may still be spent on passages near quotes that do not stand in their texts.

    `left` is for near passages, `tries` for other texts in which a quote may stand.

    Counted in steps of work and not in time, so that the same quotes always have the same answers.
    A check of many hostile quotes ends in time; whether a quote passes never depends on it.
    """

    left: int = field(default_factory=lambda: STEPS)
    tries: int = field(default_factory=lambda: TRIES)

    @property
    def exhausted(self) -> bool:
        """Whether there is something that may not have been looked for."""
        return self.left <= 0 or self.tries <= 0

    def spend(self, units: int) -> None:
        """Take note of work that was done."""
        self.left -= units


@dataclass(frozen=True, slots=True)
class Alignment:
    """A passage of a key, and how many letters must change to turn the quote's key into it."""

    distance: int
    start: int
    end: int


def tolerance(length: int, within: int) -> int:
    """The largest distance at which a passage is still proposed for a key of some length.

    Measured: the best passages of absent quotes lie 0.56 of the length away and more from 120
    letters on, whatever the text; short quotes find chance likenesses in large texts, down to 0.27
    at 30 letters in 10 MB, so there the bound is closer.
    """
    shares = _SHARES_IN_A_SMALL_TEXT if within <= _SMALL else _SHARES
    return int(length * next(share for least, share in shares if length >= least))


def nearest(quote: str, text: str, effort: Effort | None = None) -> Alignment | None:
    """Return the nearest passage of a text's key to a quote's key, or None when all are far.

    What it costs is taken from `effort`, but never held back by it.
    """
    if not quote or not text:
        return None
    effort = effort or Effort()
    effort.spend(_UNITS_OF_A_DIFFERENCE + len(text))
    if len(quote) > LONGEST:
        return _nearest_to_long_quote(quote, text)
    telling = len(quote) + 2 * sum(char >= _HAN for char in quote)
    most = min(tolerance(telling, len(text)), len(quote) // 2)
    best = None
    if len(text) > _LARGE:
        best = _nearest_by_seeds(quote, text, most, effort)
        if best and best.distance < _SURELY_NEAR * len(quote):
            return best
    return _nearest_by_tiles(quote, text, best.distance - 1 if best else most, effort) or best


def _nearest_by_seeds(quote: str, text: str, most: int, effort: Effort) -> Alignment | None:
    """Align the quote where one of a few runs of it stands unchanged, until that is surely near."""
    size = len(quote)
    if size < 2 * _SEED:
        return None
    surely = min(most, int(_SURELY_NEAR * size))
    count = min(_SEEDS, size // _SEED)
    best = None
    tried: set[int] = set()
    for number in range(count):
        offset = number * (size - _SEED) // (count - 1)
        seed = quote[offset : offset + _SEED]
        at = text.find(seed)
        for _ in range(_HITS_OF_A_SEED):
            if at < 0:
                break
            bucket = (at - offset) // (most + 1)
            if bucket not in tried:
                tried.add(bucket)
                effort.spend(2 * _alignment_cost(size, size + 5 * most))
                best = _align_around(quote, text, at - offset, surely, best) or best
            at = text.find(seed, at + 1)
        if best and best.distance <= surely:
            return best
    for bucket in sorted(tried):
        best = _align_around(quote, text, bucket * (most + 1), most, best) or best
    return best


def _alignment_cost(size: int, window: int) -> int:
    """The effort of aligning a quote of some letters in a window."""
    return window * _UNITS_OF_A_LETTER * (1 + size // _BITS_OF_A_SLOWER_LETTER)


def _align_around(
    quote: str, text: str, start: int, most: int, best: Alignment | None
) -> Alignment | None:
    """Align the quote where it should begin, if that is nearer than the best so far."""
    low = max(0, start - 2 * (most + 1))
    window = text[low : start + len(quote) + 3 * (most + 1)]
    found = align(quote, window, min(most, best.distance - 1 if best else most))
    return found and Alignment(found.distance, low + found.start, low + found.end)


def _nearest_by_tiles(quote: str, text: str, most: int, effort: Effort) -> Alignment | None:
    """Align the quote in the tiles that may hold a passage at most so far away, likeliest first."""
    if most < 0:
        return None
    size, skipped, part, far = len(quote), 0, quote, most
    if size > _MIDDLE and len(text) > _LARGE:
        skipped = (size - _MIDDLE) // 2
        part = quote[skipped : skipped + _MIDDLE]
        far = min(most, tolerance(_MIDDLE, len(text)))
    best = None
    steps = _MOST_STEPS
    seen: set[str] = set()
    for start, end, common in _rank_tiles(part, text, far, effort):
        low = max(0, start - skipped - most)
        window = text[low : end + size - len(part) - skipped + most] if skipped else text[low:end]
        if window in seen:
            continue
        seen.add(window)
        steps -= size * len(window)
        if (best and len(part) - common >= best.distance) or steps < 0:
            break
        effort.spend(_alignment_cost(size, len(window)))
        found = align(quote, window, best.distance - 1 if best else most)
        if found:
            best = Alignment(found.distance, low + found.start, low + found.end)
    return best


def _rank_tiles(part: str, text: str, most: int, effort: Effort) -> list[tuple[int, int, int]]:
    """Where enough letters are shared with a part of a quote, and how many, most first.

    Wide tiles come first, since they overlap less; then quarters of those that may hold a passage.
    """
    from rapidfuzz.distance import LCSseq  # costs 20 ms, seldom needed
    from rapidfuzz.process import extract

    size, least = len(part), len(part) - most
    stride = max(8, int(size * next(share for least, share in _STRIDES if size >= least)))
    stride += -stride % _ROUNDED
    width = stride + size + most
    width += -width % _ROUNDED
    tiles = (_tiles if len(text) <= _KEPT else _tiles.__wrapped__)(text, stride, width)
    ranked = extract(part, tiles[0], scorer=LCSseq.similarity, score_cutoff=least, limit=None)
    quarter = max(8, size // 4)
    starts = [
        at
        for tile, _common, number in ranked[:_MOST_LIKELY]
        for at in range(
            tiles[1][number], tiles[1][number] + max(1, len(tile) - size - most), quarter
        )
    ]
    inner = [text[at : at + quarter + size + most] for at in starts]
    compared = 2 * len(text) + len(inner) * (quarter + size + most)
    effort.spend(compared * (1 + size // _BITS))
    ranked = extract(part, inner, scorer=LCSseq.similarity, score_cutoff=least, limit=_MOST_TILES)
    return [(starts[number], starts[number] + len(tile), common) for tile, common, number in ranked]


# Many quotes of one length are looked for in one text, where a document has moved on.
@lru_cache(maxsize=8)
def _tiles(text: str, stride: int, width: int) -> tuple[list[str], Sequence[int]]:
    """Overlapping tiles and where they begin; of equal ones, in texts that are kept, the first."""
    starts = range(0, max(1, len(text)), stride)
    if len(text) > _KEPT:
        return [text[at : at + width] for at in starts], starts
    first = {text[at : at + width]: at for at in reversed(starts)}
    return list(reversed(first)), list(reversed(first.values()))


def _nearest_to_long_quote(quote: str, text: str) -> Alignment | None:
    """Place a very long quote by runs of it that stand unchanged, then align its two ends."""
    size = len(quote)
    step = (size - _SEED * 2) // (_PIECES_OF_A_LONG_QUOTE - 1)
    hits = []
    done = 0
    for number in range(_PIECES_OF_A_LONG_QUOTE):
        offset = number * step
        at = text.find(quote[offset : offset + _SEED * 2], done)
        if at >= 0:
            hits.append((at - offset, offset))
            done = at
    if not hits:
        return None
    slack = size // 8
    votes = Counter(shift // slack for shift, _offset in hits)
    bucket, _count = max(votes.items(), key=lambda vote: (vote[1], -vote[0]))
    near = [(s, o) for s, o in hits if abs(s // slack - bucket) <= 1]
    if len(near) * 4 < _PIECES_OF_A_LONG_QUOTE:
        return None
    start = _align_end(quote[:_END_OF_A_LONG_QUOTE], text, near[0][0])
    shift = near[-1][0] + size - _END_OF_A_LONG_QUOTE
    end = _align_end(quote[-_END_OF_A_LONG_QUOTE:], text, shift)
    first = start.start if start else max(0, near[0][0])
    last = end.end if end else min(len(text), near[-1][0] + size)
    lost = 1 - len(near) / _PIECES_OF_A_LONG_QUOTE
    return Alignment(max(1, int(lost * size / 8)), first, last)


def _align_end(quote: str, text: str, expected: int) -> Alignment | None:
    low = max(0, expected - _END_OF_A_LONG_QUOTE)
    found = align(quote, text[low : low + 3 * _END_OF_A_LONG_QUOTE], len(quote) // 2)
    return found and Alignment(found.distance, low + found.start, low + found.end)


def align(quote: str, text: str, most: int) -> Alignment | None:
    """Return the passage of a text with the least edit distance to a quote, if at most `most`.

    Myers' bit-parallel approximate matching: one column of the distance matrix is two integers of
    as many bits as the quote has characters. A second pass, backwards, finds the passage's start.
    """
    distance, end = _edit_distance(quote, text, most, anchored=False)
    if end < 0:
        return None
    before = text[max(0, end - len(quote) - distance) : end]
    _, length = _edit_distance(quote[::-1], before[::-1], distance, anchored=True)
    return Alignment(distance, end - length, end)


def _edit_distance(quote: str, text: str, most: int, *, anchored: bool) -> tuple[int, int]:
    """The least distance and where its passage ends; -1 when all are above `most`.

    Anchored, the passage begins where the text begins, and of equally near passages the longest
    counts; free, the first.
    """
    size = len(quote)
    full, top = (1 << size) - 1, 1 << (size - 1)
    where: dict[str, int] = {}
    for number, char in enumerate(quote):
        where[char] = where.get(char, 0) | 1 << number
    more, less, score = full, 0, size
    best, end = most + 1, -1
    carry = int(anchored)
    for number, char in enumerate(text):
        same = where.get(char, 0)
        diagonal = same | less
        flat = (((same & more) + more) ^ more) | same
        up = less | ~(flat | more) & full
        down = more & flat
        if up & top:
            score += 1
        elif down & top:
            score -= 1
        up = up << 1 | carry
        down <<= 1
        more = (down | ~(diagonal | up)) & full
        less = up & diagonal
        if score < best or (anchored and score == best and end >= 0):
            best, end = score, number + 1
    return best, end
