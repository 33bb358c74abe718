"""The sources of a check and what their texts share, kept for the next check in two files.

One file holds a whole table of sources, the other the sources that have changed since. They are
read only by a check that finds a source changed.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claimcheck.anchor import SharedRun, Sharing, Sketch
from claimcheck.gate.incremental.delta import Delta
from claimcheck.gate.incremental.rows import to_row
from claimcheck.system.packed import packed, unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.dossier.foundation import Foundation

_SOURCES: Final = "sources"
_CHANGED_SOURCES: Final = "changed-sources"
_NUMBER: Final = "I"
# Numbers are kept as this machine has them.
_NUMBER_FORM: Final = f"{sys.byteorder} {array(_NUMBER).itemsize}"
Get = Callable[[str], bytes | None]
Put = Callable[[str, bytes], None]


class StoredSource(NamedTuple):
    """A source as it is written, as a row without its text, and the sketch of that text, if any."""

    row: list[Any]
    sketch: Sketch | None = None


class SourceTable(NamedTuple):
    """The sources of one check.

    Attributes:
        hash: over all that they were made of.
        entries: by id.
        sharing: what their texts share, if a rule asked.
        base_hash: the hash of the table in the large file, "" if it is to be written.
        base: the entries of that table.
    """

    hash: str
    entries: Mapping[str, StoredSource]
    sharing: Sharing | None = None
    base_hash: str = ""
    base: Mapping[str, StoredSource] = {}


def renewed_table(
    foundation: Foundation,
    changed: frozenset[str],
    sharing: Sharing | None,
    stored: SourceTable | None,
) -> SourceTable:
    """Return the table of today's sources; those that did not change are taken from a stored one.

    Args:
        foundation: what claims stand on today.
        changed: the ids of the sources that are not what they were in the stored table.
        sharing: what the texts share; None where no rule asked.
        stored: the table of an earlier check; None where there is none.
    """
    stored = stored or SourceTable("", {})
    entries = {}
    for name in foundation.digests:
        sketch = sharing.sketches.get(name) if sharing else None
        entry = None if name in changed else stored.entries.get(name)
        # A record that is changed while others are read may be none any more.
        if entry is None and name in foundation.sources:
            entry = StoredSource(to_row(foundation.sources.as_written(name)), sketch)
        if entry is not None:
            entries[name] = entry if entry.sketch is sketch else entry._replace(sketch=sketch)
    return SourceTable(foundation.sources_hash, entries, sharing, stored.base_hash, stored.base)


def save_table(table: SourceTable, put: Put) -> None:
    """Keep a table: whole where much has changed since the last whole one, else what has changed.

    Args:
        table: the table.
        put: keeps bytes under a name.
    """
    base_hash, delta = table.base_hash, Delta.between(table.base, table.entries)
    if not base_hash or delta.is_large(len(table.entries)):
        base_hash, delta = table.hash, Delta({}, [])
        put(_SOURCES, _packed_sources({"hash": base_hash}, table.entries))
    head: dict[str, Any] = {"base": base_hash, "hash": table.hash, "removed": delta.removed}
    repeated = b""
    if (sharing := table.sharing) is not None:
        runs = [
            [run.first, run.first_span, run.second, run.second_span, run.length]
            for run in sharing.runs
        ]
        head["sharing"] = [runs, sharing.landmarks, sorted(sharing.boilerplate)]
        repeated = array(_NUMBER, sharing.repeated).tobytes()
    put(_CHANGED_SOURCES, _packed_sources(head, delta.changed, repeated))


def read_table(get: Get) -> SourceTable | None:
    """Return the sources that were saved; None where they are not all there."""
    stored, changed = get(_SOURCES), get(_CHANGED_SOURCES)
    if stored is None or changed is None:
        return None
    try:
        base_head, base, _numbers = _unpacked_sources(stored)
        head, entries, numbers = _unpacked_sources(changed)
        if head["base"] != base_head["hash"]:
            return None
        entries = Delta(entries, head["removed"]).applied_to(base)
        sharing = _read_sharing(head["sharing"], entries, numbers) if "sharing" in head else None
        return SourceTable(head["hash"], entries, sharing, head["base"], base)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _packed_sources(
    head: dict[str, Any], entries: Mapping[str, StoredSource], numbers: bytes = b""
) -> bytes:
    """Return entries as JSON, with the numbers of their sketches and other numbers behind it.

    Many sources may have one text, whose numbers are kept once.
    """
    table: dict[str, list[object]] = {}
    hashes: list[bytes] = []
    starts: dict[bytes, int] = {}
    end = 0
    for name, (source, sketch) in entries.items():
        row: list[object] = [source]
        if sketch is not None:
            if sketch.hashes not in starts:
                starts[sketch.hashes] = end
                hashes.append(sketch.hashes)
                end += len(sketch.hashes)
            row += [sketch.counts, starts[sketch.hashes], len(sketch.hashes)]
        table[name] = row
    return packed({**head, "form": _NUMBER_FORM, "entries": table}, *hashes, numbers)


def _unpacked_sources(data: bytes) -> tuple[dict[str, Any], dict[str, StoredSource], memoryview]:
    """Return what `_packed_sources` was given.

    Raises:
        ValueError, KeyError, TypeError, AttributeError: the bytes are not of that form.
    """
    head, numbers = unpacked(data)
    if head["form"] != _NUMBER_FORM:
        raise ValueError("of another machine")
    entries, end = {}, 0
    sketches: dict[tuple[int, int], bytes] = {}
    for name, (row, *sketch) in head["entries"].items():
        if sketch:
            counts, start, length = sketch
            if (start, length) not in sketches:
                sketches[start, length] = bytes(numbers[start : start + length])
                end = max(end, start + length)
            entries[name] = StoredSource(row, Sketch(tuple(counts), sketches[start, length]))
        else:
            entries[name] = StoredSource(row)
    return head, entries, numbers[end:]


def _read_sharing(
    written: Sequence[Any], entries: Mapping[str, StoredSource], repeated: memoryview
) -> Sharing:
    runs, landmarks, boilerplate = written
    return Sharing(
        tuple(
            SharedRun(first, tuple(first_span), second, tuple(second_span), length)
            for first, first_span, second, second_span, length in runs
        ),
        landmarks,
        {name: entry.sketch for name, entry in entries.items() if entry.sketch},
        set(repeated.cast(_NUMBER)),
        set(boilerplate),
    )
