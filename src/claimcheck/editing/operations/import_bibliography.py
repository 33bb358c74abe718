"""Records from a bibliography: new ones wait for their file, old ones are completed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.dossier import modeline
from claimcheck.dossier.fields import is_id
from claimcheck.editing import conflicts
from claimcheck.editing.ids import RESERVED_SOURCES, proposed_id
from claimcheck.editing.new_source import DESCRIBING
from claimcheck.editing.scalars import key_and_text
from claimcheck.editing.values import with_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.documents.bibliography import BibliographyEntry, Value
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Source

# What a record has several of. A date is a tuple, too, as most values of the model are.
_LISTS: Final = frozenset({"author"})


@dataclass(frozen=True, slots=True)
class RecordEdit:
    """What a bibliography brings to one record.

    Attributes:
        source: the id of the source.
        path: its record, relative to the project's root.
        changes: each key with what stood there, or nothing, and what is to stand there.
        is_new: whether the record is begun, and waits for its file.
        left_out: what the entry says that a record has no key for, by the entry's names.
        files: the files that the entry says its document lies in.
    """

    source: str
    path: str
    changes: Mapping[str, tuple[Value | None, Value]]
    is_new: bool
    left_out: tuple[str, ...]
    files: tuple[str, ...] = ()


def record_edits(
    entries: Iterable[BibliographyEntry], dossier: Dossier, project: Project
) -> Iterator[RecordEdit]:
    """Decide what entries bring: by id, or by web address, they are of sources that are there.

    Args:
        entries: the bibliography.
        dossier: the sources that there are.
        project: where new records are to lie.
    """
    by_id = {source.casefold(): source for source in dossier.sources}
    by_url = {source.url: source.id for source in dossier.sources.values() if source.url}
    taken, numbers = {*by_id, *RESERVED_SOURCES}, dict[str, int]()
    for entry in entries:
        url = str(entry.values.get("url", ""))
        source_id = by_id.get(entry.key.casefold()) or by_url.get(url)
        if source_id is not None:
            source = dossier.sources[source_id]
            changes = dict(_changes(entry.values, source))
            path = source.place.path
        else:
            source_id = _new_id(entry, taken, numbers)
            taken.add(source_id.casefold())
            changes = {key: (None, value) for key, value in _described(entry, source_id).items()}
            path = f"{project.config.sources}/{source_id}.yaml"
        is_new = source_id not in dossier.sources
        yield RecordEdit(source_id, path, changes, is_new, entry.left_out, entry.files)


def write_record(project: Project, edit: RecordEdit) -> None:
    """Write what a bibliography brings to a record.

    Raises:
        EditError: the record cannot be edited without changing something else in it.
        ConflictError: it is there already, or cannot be read or written.
    """
    if edit.is_new:
        lines = [
            line for key, (_earlier, value) in edit.changes.items() for line in _lines(key, value)
        ]
        head = modeline.modeline(project.root, "source", edit.path)
        data = (head + "".join(f"{line}\n" for line in lines)).encode()
        conflicts.create(project.root, edit.path, data)
        return

    def revised(data: bytes) -> bytes:
        for key, (_earlier, value) in edit.changes.items():
            data = with_value(data, (key,), value)
        return data

    conflicts.revise(project.root, edit.path, revised)


def _described(entry: BibliographyEntry, source_id: str) -> dict[str, Value]:
    values = {"title": source_id} | dict(entry.values)
    return {key: values[key] for key in DESCRIBING if key in values}


def _changes(
    values: Mapping[str, Value], source: Source
) -> Iterator[tuple[str, tuple[Value | None, Value]]]:
    for key in DESCRIBING:
        if key not in values or values[key] == _stands(source, key):
            continue
        if key == "type" and _is_vaguer(str(values[key]), source.type or ""):
            continue
        yield key, (_stands(source, key), values[key])


def _is_vaguer(kind: str, standing: str) -> bool:
    """Whether a kind of document may be another one: formats know fewer kinds than people do."""
    return kind == "document" or kind.partition("-")[0] == standing.partition("-")[0]


def _stands(source: Source, key: str) -> Value | None:
    value = getattr(source, key)
    if value is None or value == ():
        return None
    return value if key in _LISTS else str(value)


def _new_id(entry: BibliographyEntry, taken: set[str], numbers: dict[str, int]) -> str:
    """Return an id for a new entry.

    Args:
        entry: the entry.
        taken: the ids that there are, case-folded.
        numbers: the last number that each id got, so that a thousand alike are not counted anew.
    """
    names = (entry.key, str(entry.values.get("title", "")))
    usable = is_id(entry.key) and entry.key.casefold() not in RESERVED_SOURCES
    base = entry.key if usable else next(filter(None, map(proposed_id, names)), "source")
    number, free = numbers.get(base, 1), base
    while free.casefold() in taken:
        number += 1
        free = f"{base}-{number}"
    numbers[base] = number
    return free


def _lines(key: str, value: Value) -> list[str]:
    written = with_value(b"title: x\n", (key,), value).decode()
    if isinstance(value, str) and key == "title":
        return key_and_text(key, value, 0)
    return written.removeprefix("title: x\n").splitlines()
