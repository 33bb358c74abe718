"""Edits of a source: values of its record, its id, and its removal."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.independence import UNKNOWN_ORIGIN
from claimcheck.dossier import source_file, strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.keys import Form
from claimcheck.editing import conflicts
from claimcheck.editing.file_edit import FileEdit
from claimcheck.editing.values import with_value
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError
from claimcheck.text.plural import count
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.dossier.project import Project
    from claimcheck.editing.values import Value
    from claimcheck.model import Dossier, Flaw, Source

# What a person does not write, and the command that does.
_MADE: Final[Mapping[str, str]] = {
    "id": "`claimcheck source rename` gives it another id",
    "file": "`claimcheck source add` pins another document",
    "sha256": "`claimcheck pin` accepts a document that changed",
    "text": "`claimcheck source add` takes it out of a document",
    "text_sha256": "`claimcheck pin` takes the text out of its document again",
    "text_of": "`claimcheck pin` takes the text out of its document again",
    "extractor": "`claimcheck pin` takes the text out of its document again",
    "main": "`claimcheck pin` takes the text out of its document again",
    "doubtful": "`claimcheck pin` takes the text out of its document again",
    "gaps": "`claimcheck pin` takes the text out of its document again",
    "page_labels": "`claimcheck pin` takes the text out of its document again",
    "stamp": "`claimcheck source stamp` asks for a time stamp",
    "stamp_root": "`claimcheck source stamp` asks for a time stamp",
}
SETTABLE: Final = tuple(key for key in source_file.KEYS if key not in _MADE)
_NAMING_SOURCES: Final = ("origin", "supersedes")


def set_values(
    project: Project, dossier: Dossier, source: Source, values: Iterable[tuple[str, str]]
) -> FileEdit:
    """Return the edit that gives a source's record other values; nothing is written.

    Args:
        project: the project.
        dossier: its sources, which `origin` and `supersedes` name.
        source: the source.
        values: keys with values; an empty value takes the key away, and a key of a list that is
            named several times gets as many entries.

    Raises:
        RequestError: there is no such key, a command of its own writes it, or the record would
            say something more that cannot be read; or a key that has one value is given several.
        EditError: the record cannot be edited without changing something else in it.
        ConflictError: it cannot be read.
    """
    grouped: dict[str, list[str]] = {}
    for key, value in values:
        grouped.setdefault(key, []).append(value)
    path = source.place.path
    with conflicts.explained(path):
        before = after = project.tree.read(path).data
        for key, texts in grouped.items():
            after = with_value(after, (key,), _value(key, texts, dossier, source))
    # Either look reads and hashes what the record pins: the second is for what is wrong alone.
    if flaws := _flaws(project, source, after):
        conflicts.refuse_new_flaws(_flaws(project, source, before), flaws, grouped)
    return FileEdit(path, before, after)


def _flaws(project: Project, source: Source, record: bytes) -> list[Flaw]:
    log = FlawLog(source.place.path, source=source.id)
    source_file.read_source(strict_yaml.read(record), source.id, project.tree, log)
    return log.flaws


def _value(key: str, texts: list[str], dossier: Dossier, source: Source) -> Value:
    """Return what a key is to say, as it is written.

    Args:
        key: the key.
        texts: what was given for it.
        dossier: the sources that it may name.
        source: the source whose key it is.

    Raises:
        RequestError: there is no such key, or it names a source that is not there.
    """
    if key in _MADE:
        raise RequestError(f"'{key}' is not set by hand", _MADE[key])
    if key not in SETTABLE:
        hint = did_you_mean(key, SETTABLE) or f"there are {', '.join(SETTABLE)}"
        raise RequestError(f"a source has no key '{key}'", hint)
    given = [text for text in texts if text]
    if key in _NAMING_SOURCES and given:
        named, others = (
            given[-1],
            [source_id for source_id in dossier.sources if source_id != source.id],
        )
        is_unknown = key == "origin" and named == UNKNOWN_ORIGIN
        if named not in others and not is_unknown:
            hint = did_you_mean(named, others) or "`claimcheck source list` shows every source"
            raise RequestError(f"{key}: there is no other source '{named}'", hint)
    if len(texts) > 1:
        if source_file.KEYS[key].form is not Form.TEXTS:
            raise conflicts.given_twice(key)
        return tuple(given) or None
    return given[-1] if given else None


def citing(dossier: Dossier, source_id: str) -> list[str]:
    """Return who needs a source, as noun phrases: claims that cite it, sources that name it.

    Args:
        dossier: the claims and sources.
        source_id: the source.
    """
    claims = [
        f"claim '{claim.id}'"
        for claim in dossier.claims
        if any(source_id in {item.source, item.origin} for item in claim.evidence)
    ]
    sources = [
        f"source '{other.id}'"
        for other in dossier.sources.values()
        if source_id in {other.origin, other.supersedes} and other.id != source_id
    ]
    return claims + sources


def removal(
    project: Project, dossier: Dossier, source: Source, *, force: bool = False
) -> list[FileEdit]:
    """Return the edits that remove a source: its record first, then the files that it alone names.

    Args:
        project: the project.
        dossier: its claims and sources.
        source: the source.
        force: whether to remove it though it is cited.

    Raises:
        RequestError: it is cited.
        ConflictError: the record cannot be read.
    """
    if (users := citing(dossier, source.id)) and not force:
        uses = count(len(users), "place")
        raise RequestError(
            f"source '{source.id}' is named in {uses}: {', '.join(users)}",
            "take it out there first, or use --force, which leaves findings",
        )
    unchanged = {
        path
        for other in dossier.sources.values()
        if other.id != source.id
        for path in _files_of(other)
    }
    record = source.place.path
    with conflicts.explained(record):
        edits = [FileEdit(record, project.tree.read(record).data, None)]
    for path in _files_of(source):
        if path not in unchanged:
            # A file that is not here, or is no plain one, stays as it is.
            with suppress(RefusedError):
                edits.append(FileEdit(path, project.tree.read(path, MAX_DOCUMENT_BYTES).data, None))
    return edits


def _files_of(source: Source) -> Iterator[str]:
    yield from (pin.path for pin in source.pins)
    if source.stamp is not None:
        yield from source.stamp.files
