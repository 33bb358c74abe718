"""Long runs of text that two sources share: one may be a copy of the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final
from zlib import crc32

from claimcheck.anchor.key import index_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Letters and digits: about two lines of print, more than chance or a stock phrase makes.
LEAST: Final = 120
_GRAM: Final = 24
_WINDOW: Final = 32
_MOST_SHARING: Final = 8


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of text that two sources share: both spans, and its length in letters and digits."""

    one: str
    one_span: tuple[int, int]
    other: str
    other_span: tuple[int, int]
    length: int


def shared_runs(texts: Mapping[str, str], least: int = LEAST) -> list[SharedRun]:
    """Find the long runs of letters and digits that two texts share, whatever their typography.

    Winnowing (Schleimer, Wilkerson, Aiken, 2003): of every window of neighbouring character runs
    the one with the least hash is kept, so that any shared stretch of a window's length shares a
    kept one. Only texts that share one are compared, there, and the run is grown both ways. The
    work is linear in the corpus; a run that more than eight texts share (a footer) is left out.

    Args:
        texts: each source's text by its id.
        least: the least length of a run, in letters and digits.

    Returns:
        Runs in the order of the ids and of the texts; no two of one pair of texts overlap.
    """
    indexes = {source: index_key(texts[source]) for source in sorted(texts)}
    keys = {source: index.key for source, index in indexes.items()}
    found = []
    for (one, other), places in sorted(_shared_places(keys).items()):
        for at, there, length in _grown_runs(keys[one], keys[other], places, least):
            one_span = indexes[one].raw_span(at, at + length)
            other_span = indexes[other].raw_span(there, there + length)
            found.append(SharedRun(one, one_span, other, other_span, length))
    return found


def _shared_places(keys: Mapping[str, str]) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where each two texts have a kept run of characters in common."""
    having: dict[str, list[tuple[str, int]]] = {}
    for source, key in keys.items():
        for at in _fingerprints(key):
            having.setdefault(key[at : at + _GRAM], []).append((source, at))
    shared: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for places in having.values():
        if 1 < len({source for source, _at in places}) <= _MOST_SHARING:
            for (one, at), (other, there) in combinations(places[: 2 * _MOST_SHARING], 2):
                if one != other:
                    shared.setdefault((one, other), []).append((at, there))
    return shared


def _grown_runs(
    one: str, other: str, places: list[tuple[int, int]], least: int
) -> Iterator[tuple[int, int, int]]:
    """Grow each shared place to both sides; places inside a run already grown are skipped."""
    done = -1
    for at, there in sorted(places):
        if at >= done:
            start, begin, length = _grown(one, at, other, there)
            if length >= least and start >= done:
                done = start + length
                yield start, begin, length


def _fingerprints(key: str) -> list[int]:
    """Where the kept character runs begin."""
    data = key.encode("utf-8", "surrogatepass") if key.isascii() else None
    hashes = [
        crc32(
            data[at : at + _GRAM] if data else key[at : at + _GRAM].encode("utf-8", "surrogatepass")
        )
        for at in range(max(0, len(key) - _GRAM + 1))
    ]
    kept: list[int] = []
    best = -1
    for at, value in enumerate(hashes):
        if best <= at - _WINDOW:
            low = max(0, at - _WINDOW + 1)
            best = min(range(low, at + 1), key=lambda place: (hashes[place], -place))
        elif value <= hashes[best]:
            best = at
        if at >= _WINDOW - 1 and (not kept or kept[-1] != best):
            kept.append(best)
    return kept


def _grown(one: str, at: int, other: str, there: int) -> tuple[int, int, int]:
    """The longest run that two keys share around two places."""
    back = _shared(one[max(0, at - _STEP) : at][::-1], other[max(0, there - _STEP) : there][::-1])
    start, begin = at - back, there - back
    while back == _STEP:
        back = _shared(
            one[max(0, start - _STEP) : start][::-1], other[max(0, begin - _STEP) : begin][::-1]
        )
        start, begin = start - back, begin - back
    length = at - start
    while True:
        forth = _shared(
            one[start + length : start + length + _STEP],
            other[begin + length : begin + length + _STEP],
        )
        length += forth
        if forth < _STEP:
            return start, begin, length


_STEP: Final = 4096


def _shared(one: str, other: str) -> int:
    """How many characters two strings begin with in common, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
