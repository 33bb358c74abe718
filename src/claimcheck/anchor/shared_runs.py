"""Long runs of text that two sources share: one may be a copy of the other.

Content-defined sampling, as of document fingerprints (Manber 1994): the character runs that begin
at some fixed letters, the landmarks, are looked up, whatever their place. Only texts that have such
a run in common are compared, there, and what they share is grown both ways.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

from claimcheck.anchor.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimcheck.anchor.key import KeyIndex

# Letters and digits: about two lines of print, more than chance or a stock phrase makes.
LEAST: Final = 120
_GRAM: Final = 23
# Letters of middling frequency in the languages that use Latin script; others by their code point.
_LANDMARKS: Final = "gv"
_EVERY: Final = 24
_SAMPLE: Final = 2000
_MANY: Final = 0.05
_MOST_SHARING: Final = 8
# Of each text. A run that comes back more often in one is a refrain, and has been compared enough.
_MOST_PLACES: Final = 2
# Looking for one number among very many is quicker than looking at all of them, for so many.
_FEW: Final = 8
_NUMBER: Final = "I"


@dataclass(frozen=True, slots=True)
class SharedRun:
    """A run of text that two sources share: both spans, and its length in letters and digits."""

    one: str
    one_span: tuple[int, int]
    other: str
    other_span: tuple[int, int]
    length: int


class Sketch(NamedTuple):
    """What tells whether a text has a run in common with another, without the text.

    `begins` holds how often each of the usual landmarks stands in its first letters, and how many
    letters these are; `runs` the CRC-32 of each run, as an array of unsigned numbers.
    """

    begins: tuple[int, ...]
    runs: bytes


@dataclass(frozen=True, slots=True)
class Sharing:
    """What texts share, and what it takes to tell what some of them share when they have changed.

    Attributes:
        runs: the long runs, in the order of the ids and of the texts; no two of one pair overlap.
        letters: the landmarks.
        sketches: of every text, by its id.
        twice: CRC-32 of runs that more than one text has; there may be others among them.
        crowded: the runs that too many texts have to say anything.
    """

    runs: tuple[SharedRun, ...]
    letters: str
    sketches: Mapping[str, Sketch]
    twice: AbstractSet[int]
    crowded: AbstractSet[str]

    def after(self, changed: AbstractSet[str], text: Callable[[str], Text]) -> Sharing | None:
        """Say what is shared when some texts are new, gone or not what they were.

        Args:
            changed: their ids.
            text: returns a text as it is now; an empty one where there is none any more.

        Returns:
            What `sharing` says of all texts; None where only that can tell.
        """
        indexes = {one: now.transient_index for one in sorted(changed) if (now := text(one)).raw}
        new = {one: _hashes(index.key, self.letters) for one, index in indexes.items()}
        kept = {one: sketch for one, sketch in self.sketches.items() if one not in changed}
        sketches = kept | {one: _sketch(indexes[one].key, runs) for one, runs in new.items()}
        if _letters(sketch.begins for sketch in sketches.values()) != self.letters:
            return None
        after = set[int]().union(*new.values())
        gone = (self.sketches[one] for one in changed & self.sketches.keys())
        before = set[int]().union(*map(_numbers, gone))
        # What was a changed text's alone is no other's.
        asked = {run for run in before | after if run in self.twice or run not in before}
        met = _having(asked, kept)
        common = _met_again(new).union(*met.values())
        indexes |= {one: text(one).transient_index for one in met}
        keys = {one: indexes[one].key for one in sorted(indexes)}
        places = _places({one: met.get(one, common) for one in keys}, keys, self.letters)
        if any(self._concerns_others(run, where, changed) for run, where in places.items()):
            return None
        anew = {
            pair: where
            for pair, where in _shared_places(places).items()
            if not changed.isdisjoint(pair)
        }
        runs = [one for one in self.runs if changed.isdisjoint((one.one, one.other))]
        runs += _grown_places(anew, indexes, LEAST)
        return Sharing(
            tuple(sorted(runs, key=lambda run: (run.one, run.other, run.one_span))),
            self.letters,
            sketches,
            self.twice | (after & common),
            (self.crowded - places.keys()) | _crowded(places),
        )

    def _concerns_others(
        self, run: str, where: list[tuple[str, int]], changed: AbstractSet[str]
    ) -> bool:
        """Whether a run brings texts together, or parts them, that have not changed."""
        having = {one for one, _at in where}
        crowded = len(having) > _MOST_SHARING
        return len(having - changed) > 1 and crowded is not (run in self.crowded)


def shared_runs(texts: Mapping[str, str], least: int = LEAST) -> list[SharedRun]:
    """Find the long runs of letters and digits that two texts share, whatever their typography.

    A shared stretch of the least length holds some four landmarks. The work is linear in the
    corpus; a run that more than eight texts share (a footer) is left out.

    Args:
        texts: each source's text by its id.
        least: the least length of a run, in letters and digits.

    Returns:
        Runs in the order of the ids and of the texts; no two of one pair of texts overlap.
    """
    prepared = {source: Text(raw) for source, raw in texts.items()}
    return list(sharing(prepared, least).runs)


def sharing(texts: Mapping[str, Text], least: int = LEAST) -> Sharing:
    """Find what texts share, as `shared_runs`, with what it takes to tell when some change."""
    indexes = {source: texts[source].transient_index for source in sorted(texts)}
    keys = {source: index.key for source, index in indexes.items()}
    letters = _letters(map(_begins, keys.values()))
    hashes = {source: _hashes(key, letters) for source, key in keys.items()}
    twice = _met_again(hashes)
    met = {source: common for source, runs in hashes.items() if (common := runs & twice)}
    places = _places(met, keys, letters)
    return Sharing(
        tuple(_grown_places(_shared_places(places), indexes, least)),
        letters,
        {source: _sketch(keys[source], runs) for source, runs in hashes.items()},
        twice,
        _crowded(places),
    )


def _met_again(hashes: Mapping[str, set[int]]) -> set[int]:
    """The runs that more than one text has.

    Whole sets are compared, at the speed of C: hardly any text shares anything.
    """
    seen: set[int] = set()
    twice: set[int] = set()
    for runs in hashes.values():
        twice |= seen & runs
        seen |= runs
    return twice


def _having(runs: set[int], sketches: Mapping[str, Sketch]) -> dict[str, set[int]]:
    """Which of some runs a text has, for each text that has some."""
    if len(runs) <= _FEW:
        together = b"".join(sketch.runs for sketch in sketches.values())
        # One that is found across two numbers costs a closer look, and no more.
        if not any(array(_NUMBER, (run,)).tobytes() in together for run in runs):
            return {}
    return {
        source: common
        for source, sketch in sketches.items()
        if (common := runs.intersection(_numbers(sketch)))
    }


def _sketch(key: str, runs: set[int]) -> Sketch:
    return Sketch(_begins(key), array(_NUMBER, runs).tobytes())


def _numbers(sketch: Sketch) -> memoryview:
    return memoryview(sketch.runs).cast(_NUMBER)


def _hashes(key: str, letters: str) -> set[int]:
    """The CRC-32 of every run behind a landmark."""
    landmarks = _landmarks(key, letters)
    if key.isascii():
        plain = re.compile(landmarks.pattern.encode(), re.DOTALL)
        return set(map(crc32, plain.findall(key.encode())))
    return set(map(_hash, landmarks.findall(key)))


def _hash(run: str) -> int:
    return crc32(run.encode("utf-8", "surrogatepass"))


def _places(
    wanted: Mapping[str, set[int]], keys: Mapping[str, str], letters: str
) -> dict[str, list[tuple[str, int]]]:
    """Where texts have runs, landmarks included, of which some CRC-32 are given for each text."""
    places: dict[str, list[tuple[str, int]]] = {}
    for source, hashes in wanted.items():
        key, times = keys[source], Counter[str]()
        for found in _landmarks(key, letters).finditer(key):
            if _hash(found[1]) in hashes:
                run = key[found.start() : found.end() + _GRAM]
                times[run] += 1
                if times[run] <= _MOST_PLACES:
                    places.setdefault(run, []).append((source, found.start()))
    return places


def _crowded(places: Mapping[str, list[tuple[str, int]]]) -> set[str]:
    return {
        run
        for run, where in places.items()
        if len(where) > _MOST_SHARING and len({one for one, _at in where}) > _MOST_SHARING
    }


def _shared_places(
    places: Mapping[str, list[tuple[str, int]]],
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where each two texts have a run in common."""
    shared: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for where in places.values():
        if 1 < len({source for source, _at in where}) <= _MOST_SHARING:
            for (one, at), (other, there) in combinations(where, 2):
                if one != other:
                    shared.setdefault((one, other), []).append((at, there))
    return shared


def _begins(key: str) -> tuple[int, ...]:
    begin = key[:_SAMPLE]
    return (*map(begin.count, _LANDMARKS), len(begin))


def _letters(begins: Iterable[tuple[int, ...]]) -> str:
    """The letters at which runs are taken in all texts: one of two, where both are frequent."""
    *counts, length = map(sum, zip(_begins(""), *begins, strict=True))
    if sum(counts) < _MANY * length:
        return _LANDMARKS
    counted = zip(counts, _LANDMARKS, strict=True)
    return min(one for one in counted if one[0] >= _MANY / 2 * length)[1]


def _landmarks(key: str, letters: str) -> re.Pattern[str]:
    """Match the letters at which character runs are taken, with the run behind each.

    In any script that is about one letter in thirty.
    """
    beyond = set() if key.isascii() else {sign for sign in set(key) if sign > "\x7f"}
    chosen = (sign for sign in beyond if not ord(sign) % _EVERY)
    landmarks = letters + re.escape("".join(sorted(chosen)))
    return re.compile(f"[{landmarks}](?=(.{{{_GRAM}}}))", re.DOTALL)


def _grown_places(
    shared: Mapping[tuple[str, str], list[tuple[int, int]]],
    indexes: Mapping[str, KeyIndex],
    least: int,
) -> Iterator[SharedRun]:
    """Grow what each two texts have in common, in the order of their ids."""
    for (one, other), places in sorted(shared.items()):
        first, second = indexes[one], indexes[other]
        for at, there, length in _grown_runs(first.key, second.key, places, least):
            one_span = first.raw_span(at, at + length)
            other_span = second.raw_span(there, there + length)
            yield SharedRun(one, one_span, other, other_span, length)


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
