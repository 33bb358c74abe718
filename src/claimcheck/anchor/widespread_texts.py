"""Texts that consist for the most part of runs that too many texts have to be told pair by pair.

A run in more than eight texts looks like a footer, and says nothing of two of them. A story that
ten papers print has such runs alone: it is told by how much of a text they are.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.shared_runs import hash_of_run, hashes_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor.shared_runs import Sharing

# A third of the sampled runs: whoever asks compares the two texts letter by letter.
_LEAST_SHARE: Final = 3
# So many sampled runs of such texts are looked at, at most.
_MOST_RUNS: Final = 4_000_000


def widespread_pairs(sharing: Sharing) -> Iterator[tuple[str, str]]:
    """Yield each text that may be for the most part what many print, behind the first such one.

    It is bounded: of thousands of long texts the last are left out.

    Args:
        sharing: what all texts share.
    """
    widespread = set(map(hash_of_run, sharing.boilerplate))
    if not widespread:
        return
    first_with: dict[int, str] = {}
    first_with_runs: dict[bytes, str] = {}
    left = _MOST_RUNS
    for text_id in sorted(sharing.sketches):
        sketch = sharing.sketches[text_id]
        if sketch.hashes in first_with_runs:
            yield first_with_runs[sketch.hashes], text_id
            continue
        hashes = hashes_of(sketch)
        own = widespread.intersection(hashes)
        if not own or _LEAST_SHARE * len(own) < len(hashes):
            continue
        left -= len(own)
        if left < 0:
            return
        first_with_runs[sketch.hashes] = text_id
        common = Counter(first_with[number] for number in own if number in first_with)
        # Of equally like ones the foremost, whatever the order of a set.
        likest = min(common, key=lambda first: (-common[first], first), default=None)
        if likest is not None and _LEAST_SHARE * common[likest] >= len(own):
            yield likest, text_id
        for number in own:
            first_with.setdefault(number, text_id)
