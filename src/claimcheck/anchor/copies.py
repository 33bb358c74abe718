"""Long runs of text that two sources share: one may be a copy of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from zlib import crc32

from claimcheck.anchor.key import index_key

if TYPE_CHECKING:
    from collections.abc import Mapping

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

    Winnowing (Schleimer, Wilkerson, Aiken, 2003): of every window of neighbouring character runs the
    one with the least hash is kept, so that any shared stretch of a window's length shares a kept one.
    Only texts that share one are compared, there, and the run is grown both ways. The work is linear
    in the corpus; a run that more than eight texts share (a site's footer) is left out.

    Args:
        texts: each source's text by its id.
        least: the least length of a run, in letters and digits.

    Returns:
        Runs in the order of the ids and of the texts; no two of one pair of texts overlap.
    """
    indexes = {source: index_key(texts[source]) for source in sorted(texts)}
    places: dict[str, list[tuple[str, int]]] = {}
    for source, index in indexes.items():
        for at in _fingerprints(index.key):
            places.setdefault(index.key[at : at + _GRAM], []).append((source, at))
    grown: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for sharing in places.values():
        if not 1 < len({source for source, _at in sharing}) <= _MOST_SHARING:
            continue
        for number, (one, at) in enumerate(sharing[: 2 * _MOST_SHARING]):
            for other, there in sharing[number + 1 : 2 * _MOST_SHARING]:
                if one != other:
                    runs = grown.setdefault((one, other), [])
                    known = any(a <= at < a + n and there - at == b - a for a, b, n in runs[-64:])
                    if not known:
                        runs.append(_grown(indexes[one].key, at, indexes[other].key, there))
    found = []
    for (one, other), runs in sorted(grown.items()):
        done = -1
        for at, there, length in sorted(runs, key=lambda run: (run[0], -run[2])):
            if length < least or at < done:
                continue
            done = at + length
            one_span = indexes[one].raw_span(at, at + length)
            other_span = indexes[other].raw_span(there, there + length)
            found.append(SharedRun(one, one_span, other, other_span, length))
    return found


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
