"""Runs of letters of many texts at once, as arrays of numbers, and who has which.

A long run is what stands behind a landmark, a letter that many texts have often; a short one begins
at any letter. Where runs begin depends on the letters alone, so that a text has all runs of any
stretch of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from claimcheck.anchor.batch import low_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    Array = Any  # numpy's, which has no types here

# Letters of a long run, more than the stock phrases of a language have, and of a short one.
LONG: Final = 14
SHORT: Final = 8
# Letters of high frequency in the languages that use Latin script: a tenth to a fifth of a text. In
# other scripts, the characters whose code point is a multiple of this.
_LANDMARKS: Final = b"en"
_LANDMARK_STEP: Final = 8
_WORD_BYTES: Final = 8
# Behind every text, so that no run goes on into the next.
_GAP: Final = bytes(2 * _WORD_BYTES)
# Odd numbers by which bytes are spread over all bits of a hash (the fractional parts of the golden
# ratio and of two square roots).
_SPREAD: Final = np.array(
    [0x9E3779B97F4A7C15, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B], dtype=np.uint64
)
_HALF: Final = np.uint64(32)
# A table of yes and no has so many places for each run, and at least and at most so many in all.
_PLACES_PER_RUN: Final = 16
_MIN_PLACES, _MAX_PLACES = 1 << 10, 1 << 25
# So many pairs of a text and an owner are made at a time.
_MAX_PAIRS: Final = 1 << 21


def _landmark_table() -> Array:
    table: Array = np.zeros(256, dtype=bool)
    table[_LANDMARK_STEP::_LANDMARK_STEP] = True
    table[ord("a") : ord("z") + 1] = False
    table[list(_LANDMARKS)] = True
    return table


_IS_LANDMARK: Final = _landmark_table()


@dataclass(frozen=True, slots=True)
class LetterRuns:
    """Runs of letters of some texts, in order.

    Attributes:
        begins: for each text the place at which it begins, where all are put one after the other.
        ends: and that at which it ends.
        places: where the runs begin, as an array or as a range from 0.
        hashes: a number for each, which depends on its letters.
        letters: how many letters each of them has.
    """

    begins: Array
    ends: Array
    places: Array | range
    hashes: Array
    letters: int

    def texts(self, chosen: Array) -> Array:
        """Return the numbers of the texts in which some runs stand.

        Args:
            chosen: the numbers of the runs.
        """
        return np.searchsorted(self.ends, self._places(chosen))

    def _places(self, chosen: Array) -> Array:
        return chosen if isinstance(self.places, range) else self.places[chosen]

    def owned(self) -> tuple[Array, Array]:
        """Return all runs that lie inside a text: the texts' numbers, and the hashes."""
        numbers = np.arange(len(self.hashes))
        numbers = numbers[self._places(numbers) <= (self.ends[-1] if len(self.ends) else -1)]
        texts, places = self.texts(numbers), self._places(numbers)
        inside = (places >= self.begins[texts]) & (places + self.letters <= self.ends[texts])
        return texts[inside], self.hashes[numbers[inside]]


class Letters:
    """The letters of some texts, one after the other.

    Args:
        keys: the texts' letters and digits (`claimcheck.anchor.key.key_of`).
    """

    def __init__(self, keys: Sequence[str]) -> None:
        # One byte a letter tells runs apart well enough, in any script.
        data = _GAP.join([*map(low_bytes, keys), b""])
        sizes = np.array([len(key) for key in keys], np.int64)
        self._ends = np.cumsum(sizes + len(_GAP)) - len(_GAP)
        self._begins = self._ends - sizes
        self._bytes = np.frombuffer(data, np.uint8)
        # The eight bytes from every byte on.
        count = max(0, len(data) - _WORD_BYTES + 1)
        self._words = np.ndarray((count,), "<u8", data, strides=(1,))

    def long_runs(self) -> LetterRuns:
        """Return the runs behind landmarks."""
        places: Array = np.flatnonzero(_IS_LANDMARK[self._bytes]) + 1
        words = (self._words[places], self._words[places + LONG - _WORD_BYTES])
        mixed = words[0] * _SPREAD[0] + words[1] * _SPREAD[1]
        hashes = (mixed ^ (mixed >> _HALF)) * _SPREAD[2]
        return LetterRuns(self._begins, self._ends, places, hashes, LONG)

    def short_runs(self) -> LetterRuns:
        """Return the runs that begin at every letter; those at a text's end go on beyond it."""
        hashes = self._words * _SPREAD[0]
        hashes ^= hashes >> _HALF
        return LetterRuns(self._begins, self._ends, range(len(hashes)), hashes, SHORT)


def least(owners: Array, runs: Array) -> tuple[Array, Array]:
    """Choose for each owner the run with the least hash.

    Args:
        owners: the owners' numbers, ascending.
        runs: the hash of a run for each.
    """
    order = np.lexsort((runs, owners))
    return _firsts(owners[order], runs[order])


def spread(owners: Array, runs: Array, count: int) -> tuple[Array, Array]:
    """Choose for each owner a few of its runs, from all along it.

    Args:
        owners: the owners' numbers, ascending.
        runs: the hash of a run for each, in the order in which they stand.
        count: about how many of each.
    """
    _owners, begins, sizes = np.unique(owners, return_index=True, return_counts=True)
    places = np.arange(len(owners)) - np.repeat(begins, sizes)
    steps: Array = np.repeat(np.maximum(1, sizes // count), sizes)
    chosen: Array = (places - steps // 2) % steps == 0
    chosen &= places >= steps // 2
    return owners[chosen], runs[chosen]


def distinct(owners: Array, runs: Array) -> tuple[Array, Array]:
    """Return each pair of an owner and a run once, by run and then by owner.

    Args:
        owners: the owners' numbers.
        runs: the hash of a run for each.
    """
    order = np.lexsort((owners, runs))
    owners, runs = owners[order], runs[order]
    again: Array = np.zeros(len(runs), dtype=bool)
    again[1:] = (runs[1:] == runs[:-1]) & (owners[1:] == owners[:-1])
    return owners[~again], runs[~again]


def _firsts(owners: Array, runs: Array) -> tuple[Array, Array]:
    chosen: Array = np.ones(len(owners), dtype=bool)
    chosen[1:] = owners[1:] != owners[:-1]
    return owners[chosen], runs[chosen]


class RunTable:
    """Who has which run.

    Args:
        owners: numbers of quotations.
        runs: the hash of a run for each.
    """

    def __init__(self, owners: Array, runs: Array) -> None:
        self._owners, runs = distinct(owners, runs)
        self._runs, begins = np.unique(runs, return_index=True)
        self._begins: Array = np.append(begins, len(self._owners))
        wanted = _PLACES_PER_RUN * len(self._runs)
        places = min(_MAX_PLACES, max(_MIN_PLACES, 1 << wanted.bit_length()))
        self._mask = np.uint64(places - 1)
        self._may_have: Array = np.zeros(places, dtype=bool)
        self._may_have[self._runs & self._mask] = True

    def pairs(self, runs: LetterRuns) -> Iterator[tuple[Array, Array]]:
        """Yield pairs of a text and of a quotation that has a run of it, once for each such run.

        Args:
            runs: the texts' runs.

        Yields:
            The numbers of texts, ascending, and those of quotations; all pairs of a text together.
        """
        if not len(self._runs):
            return
        maybe = np.flatnonzero(self._may_have[runs.hashes & self._mask])
        wanted = runs.hashes[maybe]
        numbers: Array = np.searchsorted(self._runs, wanted)
        numbers[numbers == len(self._runs)] = 0
        equal = self._runs[numbers] == wanted
        shared = np.unique(runs.texts(maybe[equal]) * len(self._runs) + numbers[equal])
        having, numbers = np.divmod(shared, len(self._runs))
        sizes = self._begins[numbers + 1] - self._begins[numbers]
        for start, end in _stretches(having, sizes):
            yield (
                np.repeat(having[start:end], sizes[start:end]),
                self._owners[_ranges(self._begins[numbers[start:end]], sizes[start:end])],
            )


def _ranges(begins: Array, sizes: Array) -> Array:
    """The numbers of some ranges, one after the other."""
    ends = np.cumsum(sizes)
    return np.repeat(begins - ends + sizes, sizes) + np.arange(ends[-1] if len(ends) else 0)


def _stretches(texts: Array, sizes: Array) -> Iterator[tuple[int, int]]:
    """Part a list of texts, each of which may stand there often, so that sizes stay bounded.

    A text is not parted.
    """
    borders: Array = np.append(np.flatnonzero(np.diff(texts, prepend=-1)), len(texts))
    totals: Array = np.append(0, np.cumsum(sizes))
    start = 0
    while start < len(texts):
        fitting = np.searchsorted(totals[borders], totals[start] + _MAX_PAIRS, "right") - 1
        end = max(int(borders[fitting]), int(borders[np.searchsorted(borders, start, "right")]))
        yield start, end
        start = end
