"""Long runs of text that two sources share: one may be a copy of the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.key import index_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

# Letters and digits: about two lines of print, more than chance or a stock phrase makes.
LEAST: Final = 120
_GRAM: Final = 23
# Letters of middling frequency in the languages that use Latin script; others by their code point.
_LANDMARKS: Final = "gv"
_EVERY: Final = 24
_SAMPLE: Final = 2000
_MANY: Final = 0.05
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

    Content-defined sampling, as of document fingerprints (Manber 1994): the character runs that
    begin at some fixed letters are looked up, whatever their place. Only texts that share one are
    compared, there, and the run is grown both ways. A shared stretch of the least length holds some
    four such letters. The work is linear in the corpus; a run that more than eight texts share (a
    footer) is left out.

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
    """Where each two texts have a character run at a landmark in common."""
    letters = _letters(keys.values())
    met_again = _met_again(keys, letters)
    places: dict[str, list[tuple[str, int]]] = {}
    for source, runs in met_again.items():
        key = keys[source]
        for found in _landmarks(key, letters).finditer(key):
            run = key[found.start() : found.end() + _GRAM]
            if run[1:] in runs:
                places.setdefault(run, []).append((source, found.start()))
    shared: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for where in places.values():
        if 1 < len({source for source, _at in where}) <= _MOST_SHARING:
            for (one, at), (other, there) in combinations(where[: 2 * _MOST_SHARING], 2):
                if one != other:
                    shared.setdefault((one, other), []).append((at, there))
    return shared


def _met_again(keys: Mapping[str, str], letters: str) -> dict[str, set[str]]:
    """The runs behind landmarks that a text has in common with another, for each that has some.

    Whole sets are compared, at the speed of C: hardly any text shares anything.
    """
    sampled = {source: set(_landmarks(key, letters).findall(key)) for source, key in keys.items()}
    seen: set[str] = set()
    twice: set[str] = set()
    for runs in sampled.values():
        twice |= seen & runs
        seen |= runs
    return {source: common for source, runs in sampled.items() if (common := runs & twice)}


def _letters(keys: Iterable[str]) -> str:
    """The letters at which runs are taken in all texts: one of two, where both are frequent."""
    sample = "".join(key[:_SAMPLE] for key in keys)
    counts = {letter: sample.count(letter) for letter in _LANDMARKS}
    if sum(counts.values()) < _MANY * len(sample):
        return _LANDMARKS
    return min(
        (letter for letter in counts if counts[letter] >= _MANY / 2 * len(sample)),
        key=counts.__getitem__,
    )


def _landmarks(key: str, letters: str) -> re.Pattern[str]:
    """Match the letters at which character runs are taken, with the run behind each.

    In any script that is about one letter in thirty.
    """
    beyond = set() if key.isascii() else {sign for sign in set(key) if sign > "\x7f"}
    chosen = (sign for sign in beyond if not ord(sign) % _EVERY)
    landmarks = letters + re.escape("".join(sorted(chosen)))
    return re.compile(f"[{landmarks}](?=(.{{{_GRAM}}}))", re.DOTALL)


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
