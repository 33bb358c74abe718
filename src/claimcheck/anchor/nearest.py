"""The passage of a text nearest to a quote that does not stand in it: where to look, never a pass.

Works on keys. Tiles that overlap by a quote's length and more are ranked by their longest common
subsequence with the quote (bit-parallel, in rapidfuzz), which bounds the edit distance from below,
so no nearer passage is lost; the best tiles are aligned by Myers' bit-parallel algorithm (J. ACM
46(3), 1999) on Python's integers. In large texts, runs of the quote that stand there unchanged are
tried first, and of a long quote the tiles are compared with its middle, so that its length does not
count. Quotes longer than `MAX_ALIGNED_LETTERS` are placed by such runs alone, so work is bounded.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.effort import Effort

if TYPE_CHECKING:
    from collections.abc import Sequence

# Keys of more letters are placed by unchanged runs alone.
MAX_ALIGNED_LETTERS: Final = 4000
# In keys with more letters, unchanged runs of the quote are tried before tiles.
_MIN_LETTERS_FOR_SEEDS: Final = 200_000
# The longest key whose tiles are cached for the next quote: they take three times its size.
_MAX_LETTERS_CACHED: Final = 2_000_000
# Edit distance per letter up to which a passage is proposed, by the least letters of the quote; and
# the same in texts that are too short for chance likenesses.
_MAX_ERROR_RATES: Final = ((60, 0.35), (24, 0.28), (0, 0.2))
_MAX_ERROR_RATES_IN_A_SHORT_TEXT: Final = ((60, 0.5), (24, 0.42), (0, 0.34))
_SHORT_TEXT_LETTERS: Final = 60_000
# Edit distance per letter below which a search by seeds need not go on.
_CLEARLY_NEAR_ERROR_RATE: Final = 0.18
# Letters of a quote that tiles of a large text are compared with: three machine words.
_MIDDLE_LETTERS: Final = 192
# From one wide tile to the next: this times the letters compared, by their least number.
_STRIDE_RATIOS: Final = ((48, 1.0), (0, 0.5))
_MIN_STRIDE_LETTERS: Final = 8
# Sizes are rounded up, so that quotes of nearly one length share their tiles.
_TILE_ROUNDING_LETTERS: Final = 16
# A Han or Kana character tells as much as three letters.
_FIRST_HAN_OR_KANA: Final = "ぁ"
_SEED_LETTERS: Final = 12
_MAX_SEEDS: Final = 4
_MAX_HITS_PER_SEED: Final = 6
# Letters of a quote times letters of tiles: what may be spent on aligning one quote.
_MAX_ALIGNMENT_CELLS: Final = 250_000_000
_MAX_TILES_ALIGNED: Final = 48
# Wide tiles that are looked at again in quarters.
_MAX_WIDE_TILES: Final = 4000
# Units of effort, of one or two nanoseconds: one for a letter of text and each machine word of a
# quote, so many for a letter of a window that is aligned, and for what comes after the search.
_UNITS_PER_ALIGNED_LETTER: Final = 350
_UNITS_PER_DIFFERENCE: Final = 400_000
_MACHINE_WORD_BITS: Final = 64
# An alignment over integers of this many bits takes twice as long as over one machine word.
_BITS_AT_DOUBLE_PRICE: Final = 1000
_LONG_QUOTE_END_LETTERS: Final = 400
_LONG_QUOTE_SEEDS: Final = 48


@dataclass(frozen=True, slots=True)
class Alignment:
    """A passage of a key, and its edit distance from a quote's key, in letters."""

    distance: int
    start: int
    end: int


def tolerance(length: int, within: int) -> int:
    """The largest distance at which a passage is still proposed for a key of some length.

    Measured: the best passages of absent quotes lie 0.56 of the length away and more from 120
    letters on, whatever the text; short quotes find chance likenesses in large texts, down to 0.27
    at 30 letters in 10 MB, so there the bound is closer.
    """
    short = within <= _SHORT_TEXT_LETTERS
    rates = _MAX_ERROR_RATES_IN_A_SHORT_TEXT if short else _MAX_ERROR_RATES
    return int(length * next(rate for least, rate in rates if length >= least))


def nearest(quote: str, text: str, effort: Effort | None = None) -> Alignment | None:
    """Return the nearest passage of a text's key to a quote's key.

    Args:
        quote: the quote's key.
        text: the text's key.
        effort: what the search costs is taken from it; it never holds a search back.

    Returns:
        The passage; None when all are farther away than `tolerance` allows.
    """
    if not quote or not text:
        return None
    effort = effort or Effort()
    effort.spend(_UNITS_PER_DIFFERENCE + len(text))
    if len(quote) > MAX_ALIGNED_LETTERS:
        return _nearest_to_long_quote(quote, text)
    weight = len(quote) + 2 * sum(char >= _FIRST_HAN_OR_KANA for char in quote)
    max_distance = min(tolerance(weight, len(text)), len(quote) // 2)
    best = None
    if len(text) > _MIN_LETTERS_FOR_SEEDS:
        best = _nearest_by_seeds(quote, text, max_distance, effort)
        if best and best.distance < _CLEARLY_NEAR_ERROR_RATE * len(quote):
            return best
        max_distance = best.distance - 1 if best else max_distance
    return _nearest_by_tiles(quote, text, max_distance, effort) or best


def _nearest_by_seeds(quote: str, text: str, max_distance: int, effort: Effort) -> Alignment | None:
    """Seed and extend: align the quote where a few runs of it stand unchanged.

    The search stops after the seed that brings a passage that is clearly near.
    """
    size = len(quote)
    if size < 2 * _SEED_LETTERS:
        return None
    clearly_near = min(max_distance, int(_CLEARLY_NEAR_ERROR_RATE * size))
    count = min(_MAX_SEEDS, size // _SEED_LETTERS)
    best = None
    buckets: set[int] = set()
    for number in range(count):
        offset = number * (size - _SEED_LETTERS) // (count - 1)
        seed = quote[offset : offset + _SEED_LETTERS]
        hit = text.find(seed)
        for _ in range(_MAX_HITS_PER_SEED):
            if hit < 0:
                break
            bucket = (hit - offset) // (max_distance + 1)
            if bucket not in buckets:
                buckets.add(bucket)
                effort.spend(2 * _alignment_cost(size, size + 5 * max_distance))
                best = _align_around(quote, text, hit - offset, clearly_near, best) or best
            hit = text.find(seed, hit + 1)
        if best and best.distance <= clearly_near:
            return best
    for bucket in sorted(buckets):
        start = bucket * (max_distance + 1)
        best = _align_around(quote, text, start, max_distance, best) or best
    return best


def _alignment_cost(size: int, window: int) -> int:
    """The effort of aligning a quote of some letters in a window."""
    return window * _UNITS_PER_ALIGNED_LETTER * (1 + size // _BITS_AT_DOUBLE_PRICE)


def _align_around(
    quote: str, text: str, start: int, max_distance: int, best: Alignment | None
) -> Alignment | None:
    """Align the quote where it should begin, if that is nearer than the best so far."""
    low = max(0, start - 2 * (max_distance + 1))
    window = text[low : start + len(quote) + 3 * (max_distance + 1)]
    nearer = min(max_distance, best.distance - 1 if best else max_distance)
    return _shifted(align(quote, window, nearer), low)


def _shifted(alignment: Alignment | None, offset: int) -> Alignment | None:
    """An alignment in a window, as one in the text that the window begins in at an offset."""
    return alignment and Alignment(
        alignment.distance, offset + alignment.start, offset + alignment.end
    )


def _nearest_by_tiles(quote: str, text: str, max_distance: int, effort: Effort) -> Alignment | None:
    """Align the quote in the tiles that may hold a passage so near, the likeliest first."""
    size, skipped, part, part_distance = len(quote), 0, quote, max_distance
    if size > _MIDDLE_LETTERS and len(text) > _MIN_LETTERS_FOR_SEEDS:
        skipped = (size - _MIDDLE_LETTERS) // 2
        part = quote[skipped : skipped + _MIDDLE_LETTERS]
        part_distance = min(max_distance, tolerance(_MIDDLE_LETTERS, len(text)))
    best = None
    cells = _MAX_ALIGNMENT_CELLS
    windows: set[str] = set()
    aligned: list[tuple[int, int]] = []
    for start, end, common in _rank_tiles(part, text, part_distance, effort):
        low = max(0, start - skipped - max_distance)
        high = end + size - len(part) - skipped + max_distance if skipped else end
        window = text[low:high]
        if window in windows:
            continue
        windows.add(window)
        cells -= size * len(window)
        if (best and len(part) - common >= best.distance) or cells < 0:
            break
        effort.spend(_alignment_cost(size, len(window)))
        nearer = best.distance - 1 if best else max_distance
        begin, stop = _narrowed(low, low + len(window), aligned, size + nearer)
        aligned.append((low, low + len(window)))
        if _may_hold(quote, text[begin:stop], nearer):
            best = _shifted(align(quote, text[begin:stop], nearer), begin) or best
    return best


def _narrowed(
    low: int, high: int, aligned: Sequence[tuple[int, int]], longest: int
) -> tuple[int, int]:
    """Narrow a window to where a passage can lie that lies in no window that was aligned already.

    Args:
        low: where the window begins.
        high: where it ends.
        aligned: the other windows; none holds a passage that is wanted.
        longest: how many letters such a passage has at most.
    """
    for start, end in aligned:
        if start <= low < end:
            low = max(low, end - longest + 1) if end < high else high
        if start < high <= end:
            high = min(high, start + longest - 1)
    return low, max(low, high)


def _may_hold(quote: str, window: str, max_distance: int) -> bool:
    """Whether a window has so many of a quote's letters in order as a near passage has."""
    from rapidfuzz.distance import LCSseq  # costs 20 ms, seldom needed

    least = len(quote) - max_distance
    return LCSseq.similarity(quote, window, score_cutoff=least) > 0


def _rank_tiles(
    part: str, text: str, max_distance: int, effort: Effort
) -> list[tuple[int, int, int]]:
    """Rank tiles of a text by the letters that they share in order with a part of a quote.

    Wide tiles come first, since they overlap less; then quarters of those that may hold a passage.

    Args:
        part: the letters to compare with.
        text: the text's key.
        max_distance: how many letters of the part a tile may lack.
        effort: what the comparison costs is taken from it.

    Returns:
        Start and end of each tile, and the length of its longest common subsequence, longest first.
    """
    from rapidfuzz.distance import LCSseq  # costs 20 ms, seldom needed
    from rapidfuzz.process import extract

    size, least = len(part), len(part) - max_distance
    ratio = next(ratio for letters, ratio in _STRIDE_RATIOS if size >= letters)
    stride = max(_MIN_STRIDE_LETTERS, int(size * ratio))
    stride += -stride % _TILE_ROUNDING_LETTERS
    width = stride + size + max_distance
    width += -width % _TILE_ROUNDING_LETTERS
    cut = _cut_tiles if len(text) <= _MAX_LETTERS_CACHED else _cut_tiles.__wrapped__
    tiles, tile_starts = cut(text, stride, width)
    ranked = extract(part, tiles, scorer=LCSseq.similarity, score_cutoff=least, limit=None)
    quarter = max(_MIN_STRIDE_LETTERS, size // 4)
    starts = [
        start
        for tile, _common, number in ranked[:_MAX_WIDE_TILES]
        for start in range(
            tile_starts[number],
            tile_starts[number] + max(1, len(tile) - size - max_distance),
            quarter,
        )
    ]
    narrow = [text[start : start + quarter + size + max_distance] for start in starts]
    compared = 2 * len(text) + len(narrow) * (quarter + size + max_distance)
    effort.spend(compared * (1 + size // _MACHINE_WORD_BITS))
    ranked = extract(
        part, narrow, scorer=LCSseq.similarity, score_cutoff=least, limit=_MAX_TILES_ALIGNED
    )
    return [(starts[number], starts[number] + len(tile), common) for tile, common, number in ranked]


# Many quotes of one length are looked for in one text, where a document has moved on.
@lru_cache(maxsize=8)
def _cut_tiles(text: str, stride: int, width: int) -> tuple[list[str], Sequence[int]]:
    """Cut a text into overlapping tiles; in texts whose tiles are cached, equal tiles are one.

    Returns:
        The tiles, and where each begins; of equal ones the first.
    """
    starts = range(0, max(1, len(text)), stride)
    if len(text) > _MAX_LETTERS_CACHED:
        return [text[start : start + width] for start in starts], starts
    first_starts = {text[start : start + width]: start for start in reversed(starts)}
    return list(reversed(first_starts)), list(reversed(first_starts.values()))


def _nearest_to_long_quote(quote: str, text: str) -> Alignment | None:
    """Place a very long quote by runs of it that stand unchanged, then align its two ends.

    The runs vote for a shift between quote and text; those near the winner give the passage.
    """
    size = len(quote)
    run_letters = _SEED_LETTERS * 2
    step = (size - run_letters) // (_LONG_QUOTE_SEEDS - 1)
    shifts = []
    done = 0
    for number in range(_LONG_QUOTE_SEEDS):
        offset = number * step
        hit = text.find(quote[offset : offset + run_letters], done)
        if hit >= 0:
            shifts.append(hit - offset)
            done = hit
    if not shifts:
        return None
    slack = size // 8
    votes = Counter(shift // slack for shift in shifts)
    bucket, _count = max(votes.items(), key=lambda vote: (vote[1], -vote[0]))
    agreeing = [shift for shift in shifts if abs(shift // slack - bucket) <= 1]
    if len(agreeing) * 4 < _LONG_QUOTE_SEEDS:
        return None
    head = _align_end(quote[:_LONG_QUOTE_END_LETTERS], text, agreeing[0])
    end = agreeing[-1] + size
    tail = _align_end(quote[-_LONG_QUOTE_END_LETTERS:], text, end - _LONG_QUOTE_END_LETTERS)
    missing = 1 - len(agreeing) / _LONG_QUOTE_SEEDS
    return Alignment(
        max(1, int(missing * size / 8)),
        head.start if head else max(0, agreeing[0]),
        tail.end if tail else min(len(text), end),
    )


def _align_end(quote: str, text: str, expected: int) -> Alignment | None:
    low = max(0, expected - _LONG_QUOTE_END_LETTERS)
    window = text[low : low + 3 * _LONG_QUOTE_END_LETTERS]
    return _shifted(align(quote, window, len(quote) // 2), low)


def align(quote: str, text: str, max_distance: int) -> Alignment | None:
    """Return the passage of a text with the least edit distance to a quote.

    Myers' bit-parallel approximate matching: one column of the distance matrix is two integers of
    as many bits as the quote has characters. A second pass, backwards, finds the passage's start.

    Args:
        quote: the quote's key, not empty.
        text: where to look.
        max_distance: the largest edit distance, in letters, at which a passage counts.

    Returns:
        The passage; None where all are farther away.
    """
    distance, end = _scan(quote, text, max_distance, anchored=False)
    if not end:
        return None
    window = text[max(0, end - len(quote) - distance) : end]
    _, length = _scan(quote[::-1], window[::-1], distance, anchored=True)
    return Alignment(distance, end - length, end)


def _scan(quote: str, text: str, max_distance: int, *, anchored: bool) -> tuple[int, int]:
    """Run through the columns of the distance matrix, one character of the text after the other.

    The names are those of Myers' paper, in which `Pv` and `Mv` say where the distance rises and
    falls from one row to the next within a column, `Ph` and `Mh` from one column to the next.

    Args:
        quote: the rows.
        text: the columns.
        max_distance: the largest distance that counts.
        anchored: whether the passage begins where the text begins, and of equally near passages the
            longest counts; free, the first.

    Returns:
        The least distance, and where its passage ends; 0 when all are larger.
    """
    size = len(quote)
    ones, last_row = (1 << size) - 1, 1 << (size - 1)
    rows_with: dict[str, int] = {}
    for number, char in enumerate(quote):
        rows_with[char] = rows_with.get(char, 0) | 1 << number
    pv, mv, score = ones, 0, size
    best, end = max_distance + 1, 0
    carry = int(anchored)
    for number, char in enumerate(text):
        eq = rows_with.get(char, 0)
        xv = eq | mv
        xh = (((eq & pv) + pv) ^ pv) | eq
        ph = mv | ~(xh | pv) & ones
        mh = pv & xh
        if ph & last_row:
            score += 1
        elif mh & last_row:
            score -= 1
        ph = ph << 1 | carry
        mh <<= 1
        pv = (mh | ~(xv | ph)) & ones
        mv = ph & xv
        if score < best or (anchored and score == best and end):
            best, end = score, number + 1
    return best, end
