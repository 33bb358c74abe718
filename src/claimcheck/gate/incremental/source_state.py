"""What is kept of the sources of a project, which only a check that finds them changed asks for.

It lies in two files: one of all sources, which is large, and one of what has changed since that was
written.
"""

from __future__ import annotations

import sys
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claimcheck.anchor import SharedRun, Sharing, Sketch
from claimcheck.gate.incremental.delta import Since
from claimcheck.system.packed import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Row = Sequence[Any]

_ALL, _SINCE = "sources", "sources-since"
_NUMBER: Final = "I"
# Numbers are kept as this machine has them.
_FORM = f"{sys.byteorder} {array(_NUMBER).itemsize}"


class Filed(NamedTuple):
    """Records and sketches as they lie in the large file, and the hash that it bears."""

    mark: str
    records: Mapping[str, Row]
    sketches: Mapping[str, Sketch]


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of sources.

    Attributes:
        mark: a hash of all of them as they were.
        records: what is in each, as rows that `claimcheck.gate.incremental.rows` makes.
        sharing: what their texts share, if somebody asked.
        filed: what of this lies in the large file.
    """

    mark: str
    records: Mapping[str, Row]
    sharing: Sharing | None = None
    filed: Filed | None = None


def save(kept: Kept, put: Callable[[str, bytes], None]) -> None:
    """Keep it, by `put(name, data)`."""
    now = Filed(kept.mark, kept.records, kept.sharing.sketches if kept.sharing else {})
    filed = kept.filed or now
    records = Since.of(now.records, filed.records)
    sketches = Since.of(now.sketches, filed.sketches)
    if not kept.filed or any(one.is_much_of(len(now.records)) for one in (records, sketches)):
        filed, records, sketches = now, Since({}, []), Since({}, [])
        put(_ALL, _packed({"mark": now.mark}, now.records, now.sketches))
    head: dict[str, Any] = {
        "filed": filed.mark, "mark": now.mark, "gone": [records.gone, sketches.gone]
    }  # fmt: skip
    numbers = b""
    if kept.sharing is not None:
        runs = [
            [run.first, run.first_span, run.second, run.second_span, run.length]
            for run in kept.sharing.runs
        ]
        head["sharing"] = [runs, kept.sharing.landmarks, sorted(kept.sharing.boilerplate)]
        numbers = array(_NUMBER, kept.sharing.repeated).tobytes()
    put(_SINCE, _packed(head, records.changed, sketches.changed, numbers))


def recall(get: Callable[[str], bytes | None]) -> Kept | None:
    """Return what `save` kept, by `get(name)`; None where it is not all there."""
    stored, added = get(_ALL), get(_SINCE)
    if stored is None or added is None:
        return None
    try:
        head, filed_records, filed_sketches, _numbers = _unpacked(stored)
        filed = Filed(head["mark"], filed_records, filed_sketches)
        head, changed, sketches, numbers = _unpacked(added)
        if head["filed"] != filed.mark:
            return None
        records_gone, sketches_gone = head["gone"]
        records = Since(changed, records_gone).on(filed_records)
        sketches = Since(sketches, sketches_gone).on(filed_sketches)
        sharing = _sharing(head["sharing"], sketches, numbers) if "sharing" in head else None
        return Kept(head["mark"], records, sharing, filed)
    except (ValueError, KeyError, TypeError):
        return None


def _packed(
    head: dict[str, Any],
    records: Mapping[str, Row],
    sketches: Mapping[str, Sketch],
    numbers: bytes = b"",
) -> bytes:
    begins = [[name, one.counts, len(one.hashes)] for name, one in sketches.items()]
    head |= {"form": _FORM, "records": records, "sketches": begins}
    return packed(head, *(one.hashes for one in sketches.values()), numbers)


def _unpacked(data: bytes) -> tuple[dict[str, Any], dict[str, Row], dict[str, Sketch], memoryview]:
    """Return what `_packed` was given.

    Raises:
        ValueError, KeyError, TypeError: it is none of ours.
    """
    head, numbers = unpacked(data)
    if head["form"] != _FORM:
        raise ValueError("of another machine")
    sketches, end = {}, 0
    for name, begins, length in head["sketches"]:
        sketches[name] = Sketch(tuple(begins), bytes(numbers[end : end + length]))
        end += length
    return head, head["records"], sketches, numbers[end:]


def _sharing(told: Sequence[Any], sketches: Mapping[str, Sketch], twice: memoryview) -> Sharing:
    runs, letters, crowded = told
    return Sharing(
        tuple(
            SharedRun(one, tuple(one_span), other, tuple(other_span), length)
            for one, one_span, other, other_span, length in runs
        ),
        letters,
        sketches,
        set(twice.cast(_NUMBER)),
        set(crowded),
    )
