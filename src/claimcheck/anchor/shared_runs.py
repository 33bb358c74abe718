"""Long runs of text that two sources share: one may be a copy of the other.

Content-defined sampling, as of document fingerprints (Manber 1994): the character runs that begin
at some fixed letters, the landmarks, are looked up by their hash, whatever their place. Only texts
that have such a run in common are compared, there, and what they share is extended both ways.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from itertools import chain, combinations
from typing import TYPE_CHECKING, Final, NamedTuple, TypeVar
from zlib import crc32

from claimcheck.anchor.characters import beyond_ascii
from claimcheck.anchor.key import key_of
from claimcheck.anchor.speech import first_of_each

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from claimcheck.anchor.key import KeyIndex
    from claimcheck.anchor.text import Text

    # Where texts have a run, as a text's id and an offset of its key.
    Places = list[tuple[str, int]]

# Letters and digits of a run that is worth a report: about two lines of print, more than chance or
# a stock phrase makes. It holds some four landmarks.
MIN_SHARED_LETTERS: Final = 120
# Letters behind a landmark that are hashed with it.
_RUN_LETTERS: Final = 23
# Letters of middling frequency in the languages that use Latin script. In other scripts, the
# characters whose code point is a multiple of this.
_LATIN_LANDMARKS: Final = "gv"
_LANDMARK_CODE_POINT_STEP: Final = 24
# Landmarks are counted in so many letters of each text; where they are at least this share of the
# letters, one landmark does.
_SAMPLE_LETTERS: Final = 2000
_FREQUENT_LANDMARK_SHARE: Final = 0.05
# A run that more texts have is boilerplate.
MAX_TEXTS_PER_RUN: Final = 8
# A run that comes back more often in one text is a refrain, and has been compared enough.
_MAX_PLACES_PER_TEXT: Final = 2
# Up to so many hashes are looked for one by one, as bytes in the joined sketches: a substring
# search for each is quicker than a set intersection with every sketch.
_MAX_HASHES_FOR_SUBSTRING_SEARCH: Final = 8
_HASH_TYPECODE: Final = "I"
_HASHES_PER_RANGE: Final = 1 << 15
_STEP_LETTERS: Final = 4096
_Result = TypeVar("_Result")


class SharedRun(NamedTuple):
    """A run of text that two sources share.

    Attributes:
        first: the id of one source, which sorts before the other's.
        first_span: where the run stands in its text, in code points.
        second: the id of the other source.
        second_span: where the run stands there.
        length: the run's letters and digits.
    """

    first: str
    first_span: tuple[int, int]
    second: str
    second_span: tuple[int, int]
    length: int


class Sketch(NamedTuple):
    """What tells whether a text has a run in common with another, without the text.

    Attributes:
        counts: how often each of the Latin landmarks stands in the text's first letters, and how
            many letters these are.
        hashes: the CRC-32 of each run, as an array of unsigned numbers in order.
    """

    counts: tuple[int, ...]
    hashes: bytes


class Sharing(NamedTuple):
    """What texts share, and what it takes to tell what some of them share when they have changed.

    Attributes:
        runs: the long runs, in the order of the ids and of the texts; no two of one pair overlap.
        landmarks: the Latin letters at which runs are taken.
        sketches: of every text, by its id.
        repeated: CRC-32 of runs that more than one text has; there may be others among them.
        boilerplate: the runs that too many texts have to say anything.
    """

    runs: tuple[SharedRun, ...]
    landmarks: str
    sketches: Mapping[str, Sketch]
    repeated: AbstractSet[int]
    boilerplate: AbstractSet[str]

    def update(self, changed: AbstractSet[str], text: Callable[[str], Text]) -> Sharing | None:
        """Say what is shared when some texts are new, gone or not what they were.

        Args:
            changed: their ids.
            text: returns a text as it is now; an empty one where there is none any more.

        Returns:
            What `sharing` says of all texts; None where only that can tell.
        """
        present = {
            text_id: current for text_id in sorted(changed) if (current := text(text_id)).raw
        }
        indexes = _indexes(present)
        new = _sketches({text_id: index.key for text_id, index in indexes.items()}, self.landmarks)
        unchanged = {
            text_id: sketch for text_id, sketch in self.sketches.items() if text_id not in changed
        }
        sketches = unchanged | new
        if _choose_landmarks(sketch.counts for sketch in sketches.values()) != self.landmarks:
            return None
        telling_sketches = {text_id: new[text_id] for text_id in _telling(present)}
        new_hashes = set[int]().union(*map(hashes_of, telling_sketches.values()))
        replaced = (self.sketches[text_id] for text_id in changed & self.sketches.keys())
        old_hashes = set[int]().union(*map(hashes_of, replaced))
        # What only a changed text had, and has no more, no other text has.
        candidates = {
            run for run in new_hashes | old_hashes if run in self.repeated or run not in old_hashes
        }
        common = _common_hashes(candidates, unchanged)
        among_new = _repeated_hashes(telling_sketches)
        repeated = set[int]().union(*among_new.values(), *common.values())
        indexes |= _indexes({text_id: text(text_id) for text_id in common})
        telling = {*_telling(present), *_telling({text_id: text(text_id) for text_id in common})}
        keys = {text_id: indexes[text_id].key for text_id in sorted(telling)}
        places = _places(
            {text_id: common.get(text_id, repeated) for text_id in keys}, keys, self.landmarks
        )
        if any(self._concerns_unchanged(run, where, changed) for run, where in places.items()):
            return None
        pairs = {
            pair: offsets
            for pair, offsets in _places_by_pair(places).items()
            if not changed.isdisjoint(pair)
        }
        runs = [run for run in self.runs if changed.isdisjoint((run.first, run.second))]
        runs += _extend_pairs(pairs, indexes, MIN_SHARED_LETTERS)
        return Sharing(
            tuple(sorted(runs, key=lambda run: (run.first, run.second, run.first_span))),
            self.landmarks,
            sketches,
            self.repeated | (new_hashes & repeated),
            (self.boilerplate - places.keys()) | _boilerplate(places),
        )

    def _concerns_unchanged(self, run: str, places: Places, changed: AbstractSet[str]) -> bool:
        """Whether a run brings texts together, or parts them, that have not changed."""
        having = {text_id for text_id, _offset in places}
        boilerplate = len(having) > MAX_TEXTS_PER_RUN
        return len(having - changed) > 1 and boilerplate is not (run in self.boilerplate)


def sharing(texts: Mapping[str, Text], min_letters: int = MIN_SHARED_LETTERS) -> Sharing:
    """Find the long runs of letters and digits that two texts share, whatever their typography.

    The work is linear in the corpus; a run that more than eight texts share (a footer) is left out.

    Args:
        texts: each source's text by its id.
        min_letters: the least length of a run, in letters and digits.

    Returns:
        The runs, with what it takes to tell when some of the texts change.
    """
    sorted_texts = {text_id: texts[text_id] for text_id in sorted(texts)}
    keys = _once_each(_raw(sorted_texts), key_of)
    landmarks = _choose_landmarks(_once_each(keys, _landmark_counts).values())
    sketches = _sketches(keys, landmarks)
    telling = {text_id: sketches[text_id] for text_id in _telling(sorted_texts)}
    common = _repeated_hashes(telling)
    places = _places(common, keys, landmarks)
    pairs = _places_by_pair(places)
    # The way back to a text's offsets takes longer to build than its key, and few texts need it.
    indexes = _indexes({text_id: texts[text_id] for text_id in {*chain(*pairs)}})
    runs = tuple(_extend_pairs(pairs, indexes, min_letters))
    repeated = set[int]().union(*common.values())
    return Sharing(runs, landmarks, sketches, repeated, _boilerplate(places))


def _indexes(texts: Mapping[str, Text]) -> dict[str, KeyIndex]:
    """The key of each text, by its id; texts of the same words have one."""
    by_words = {text.raw: text for text in texts.values()}
    return _once_each(_raw(texts), lambda words: by_words[words].transient_index)


def _sketches(keys: Mapping[str, str], landmarks: str) -> dict[str, Sketch]:
    """The sketch of each text, by its id; texts of one key have one."""
    return _once_each(keys, lambda key: _sketch(key, landmarks))


def _once_each(strings: Mapping[str, str], work: Callable[[str], _Result]) -> dict[str, _Result]:
    """Work on each string once, however many ids have it, and return the results by id."""
    results = {string: work(string) for string in dict.fromkeys(strings.values())}
    return {text_id: results[string] for text_id, string in strings.items()}


def _raw(texts: Mapping[str, Text]) -> dict[str, str]:
    return {text_id: text.raw for text_id, text in texts.items()}


def _telling(texts: Mapping[str, Text]) -> list[str]:
    """The ids of texts that say of all what runs they share, in order.

    Of texts of the same words so many will do as make whatever they have boilerplate.
    """
    return first_of_each(_raw(texts), MAX_TEXTS_PER_RUN + 1)


def _repeated_hashes(sketches: Mapping[str, Sketch]) -> dict[str, set[int]]:
    """Which hashes of a text another one has, too, for each text that has some.

    Range by range, so that each set of hashes stays small enough for a processor's cache.
    """
    views = {text_id: hashes_of(sketch) for text_id, sketch in sketches.items()}
    ranges = 1 + sum(map(len, views.values())) // _HASHES_PER_RANGE
    bounds = [(number << 32) // ranges for number in range(ranges + 1)]
    ends = {
        text_id: [bisect_left(hashes, bound) for bound in bounds]
        for text_id, hashes in views.items()
    }
    repeated: dict[str, set[int]] = {}
    for number in range(ranges):
        groups = {
            text_id: hashes[ends[text_id][number] : ends[text_id][number + 1]]
            for text_id, hashes in views.items()
        }
        for text_id, common in _in_several(groups).items():
            repeated.setdefault(text_id, set()).update(common)
    # Texts of one key have one sketch, and get one set, so that `_places` looks at them once.
    of_sketch: dict[int, set[int]] = {}
    return {
        text_id: of_sketch.setdefault(id(sketch), repeated[text_id])
        for text_id, sketch in sketches.items()
        if text_id in repeated
    }


def _in_several(groups: Mapping[str, memoryview]) -> dict[str, set[int]]:
    """Which numbers of a group stand in another one, too, for each group that has some.

    Hardly any do, and a group that has one is told by how much all together grow by its own: one
    look at each number, at the speed of C, and a second at few.
    """
    seen: set[int] = set()
    sharing_groups = []
    for group in groups.values():
        size = len(seen)
        seen.update(group)
        if len(seen) < size + len(group):
            sharing_groups.append(group)
    if not sharing_groups:
        return {}
    candidates = set[int]().union(*sharing_groups)
    having = {
        name: both for name, group in groups.items() if (both := candidates.intersection(group))
    }
    times = Counter(chain.from_iterable(having.values()))
    several = {number for number, count in times.items() if count > 1}
    return {name: both for name, some in having.items() if (both := some & several)}


def _common_hashes(hashes: set[int], sketches: Mapping[str, Sketch]) -> dict[str, set[int]]:
    """Which of some hashes a text has, for each text that has some."""
    if len(hashes) <= _MAX_HASHES_FOR_SUBSTRING_SEARCH:
        joined = b"".join({sketch.hashes for sketch in sketches.values()})
        # A hit across two numbers costs a closer look, and no more.
        if not any(array(_HASH_TYPECODE, (number,)).tobytes() in joined for number in hashes):
            return {}
    return {
        text_id: common
        for text_id, sketch in sketches.items()
        if (common := hashes.intersection(hashes_of(sketch)))
    }


def _sketch(key: str, landmarks: str) -> Sketch:
    hashes = array(_HASH_TYPECODE, sorted(_run_hashes(key, landmarks)))
    return Sketch(_landmark_counts(key), hashes.tobytes())


def hashes_of(sketch: Sketch) -> memoryview:
    """The CRC-32 of the runs of a text, in order."""
    return memoryview(sketch.hashes).cast(_HASH_TYPECODE)


def _run_hashes(key: str, landmarks: str) -> set[int]:
    """The CRC-32 of every run behind a landmark."""
    pattern = _run_pattern(key, landmarks)
    if key.isascii():
        of_bytes = re.compile(pattern.pattern.encode())
        return set(map(crc32, of_bytes.findall(key.encode())))
    return set(map(_hash, pattern.findall(key)))


def hash_of_run(run: str) -> int:
    """The CRC-32 by which sketches have a run that stands with its landmark in `boilerplate`."""
    return _hash(run[1:])


def _hash(run: str) -> int:
    return crc32(run.encode())


def _places(
    hashes: Mapping[str, set[int]], keys: Mapping[str, str], landmarks: str
) -> dict[str, Places]:
    """Where texts have runs of given hashes.

    Args:
        hashes: the CRC-32 of the runs to look for in each text, by its id.
        keys: the key of each text.
        landmarks: the Latin letters at which runs are taken.

    Returns:
        The places of each run, by its letters, the landmark included.
    """
    places: dict[str, Places] = {}
    starts: dict[tuple[int, int], list[tuple[str, int]]] = {}
    for text_id, text_hashes in hashes.items():
        # Many ids may have one text, of which one look tells all.
        text = id(keys[text_id]), id(text_hashes)
        if text not in starts:
            starts[text] = list(_run_starts(keys[text_id], text_hashes, landmarks))
        for run, start in starts[text]:
            places.setdefault(run, []).append((text_id, start))
    return places


def _run_starts(key: str, hashes: set[int], landmarks: str) -> Iterator[tuple[str, int]]:
    """Yield each run of given hashes that a key has, a refrain twice, and where it begins."""
    times = Counter[str]()
    for match in _run_pattern(key, landmarks).finditer(key):
        if _hash(match[1]) in hashes:
            run = key[match.start() : match.end() + _RUN_LETTERS]
            times[run] += 1
            if times[run] <= _MAX_PLACES_PER_TEXT:
                yield run, match.start()


def _boilerplate(places: Mapping[str, Places]) -> set[str]:
    return {
        run
        for run, where in places.items()
        if len({text_id for text_id, _offset in where}) > MAX_TEXTS_PER_RUN
    }


def _places_by_pair(
    places: Mapping[str, Places],
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """Where each two texts have a run in common."""
    pairs: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for where in places.values():
        if len({text_id for text_id, _offset in where}) <= MAX_TEXTS_PER_RUN:
            for (first, first_offset), (second, second_offset) in combinations(where, 2):
                if first != second:
                    pairs.setdefault((first, second), []).append((first_offset, second_offset))
    return pairs


def _landmark_counts(key: str) -> tuple[int, ...]:
    sample = key[:_SAMPLE_LETTERS]
    return (*map(sample.count, _LATIN_LANDMARKS), len(sample))


def _choose_landmarks(counts: Iterable[tuple[int, ...]]) -> str:
    """The Latin letters at which runs are taken in all texts: one of two, if both are frequent."""
    *totals, letters = map(sum, zip(_landmark_counts(""), *counts, strict=True))
    if sum(totals) < _FREQUENT_LANDMARK_SHARE * letters:
        return _LATIN_LANDMARKS
    least = _FREQUENT_LANDMARK_SHARE / 2 * letters
    frequent = zip(totals, _LATIN_LANDMARKS, strict=True)
    return min((total, landmark) for total, landmark in frequent if total >= least)[1]


def _run_pattern(key: str, landmarks: str) -> re.Pattern[str]:
    """Match the letters at which runs are taken, with the run behind each.

    In any script that is about one letter in thirty.
    """
    others = (char for char in beyond_ascii(key) if not ord(char) % _LANDMARK_CODE_POINT_STEP)
    chars = landmarks + re.escape("".join(sorted(others)))
    return re.compile(f"[{chars}](?=(.{{{_RUN_LETTERS}}}))")


def _extend_pairs(
    pairs: Mapping[tuple[str, str], list[tuple[int, int]]],
    indexes: Mapping[str, KeyIndex],
    min_letters: int,
) -> Iterator[SharedRun]:
    """Extend what each two texts have in common, in the order of their ids.

    Args:
        pairs: where two texts have a run in common, by their ids.
        indexes: the key of each text.
        min_letters: the least length of a run that is worth a report.
    """
    for (first, second), places in sorted(pairs.items()):
        first_index, second_index = indexes[first], indexes[second]
        runs = _extend_places(first_index.key, second_index.key, places, min_letters)
        for first_start, second_start, length in runs:
            first_span = first_index.raw_span(first_start, first_start + length)
            second_span = second_index.raw_span(second_start, second_start + length)
            yield SharedRun(first, first_span, second, second_span, length)


def _extend_places(
    first: str, second: str, places: list[tuple[int, int]], min_letters: int
) -> Iterator[tuple[int, int, int]]:
    """Extend each shared place to both sides; places inside a run that was yielded are skipped."""
    done = 0
    for first_offset, second_offset in sorted(places):
        if first_offset >= done:
            first_start, second_start, length = _extend(first, first_offset, second, second_offset)
            # What a run before it has already may go on elsewhere in the other text.
            overlap = max(0, done - first_start)
            if length - overlap >= min_letters:
                done = first_start + length
                yield first_start + overlap, second_start + overlap, length - overlap


def _extend(first: str, first_offset: int, second: str, second_offset: int) -> tuple[int, int, int]:
    """The longest run that two keys share around two offsets: both its starts, and its length."""
    first_start, second_start = first_offset, second_offset
    while True:
        back = _common_prefix(
            first[max(0, first_start - _STEP_LETTERS) : first_start][::-1],
            second[max(0, second_start - _STEP_LETTERS) : second_start][::-1],
        )
        first_start, second_start = first_start - back, second_start - back
        if back < _STEP_LETTERS:
            break
    length = first_offset - first_start
    while True:
        forth = _common_prefix(
            first[first_start + length : first_start + length + _STEP_LETTERS],
            second[second_start + length : second_start + length + _STEP_LETTERS],
        )
        length += forth
        if forth < _STEP_LETTERS:
            return first_start, second_start, length


def _common_prefix(first: str, second: str) -> int:
    """How many characters two strings begin with in common, by bisection."""
    low, high = 0, min(len(first), len(second))
    while low < high:
        middle = (low + high + 1) // 2
        if first[low:middle] == second[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low
