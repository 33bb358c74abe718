"""What is written when a document is pinned: the original, its text, and the record of both."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import modeline, strict_yaml
from claimcheck.dossier.fields import FlawLog, is_id
from claimcheck.dossier.locators import blank_marks
from claimcheck.dossier.source_file import read_source
from claimcheck.editing.ids import proposed_id
from claimcheck.errors import ProjectError
from claimcheck.system import atomic
from claimcheck.system.tree import EmptyTree

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from claimcheck.documents.document import Document
    from claimcheck.documents.extract import Extraction
    from claimcheck.documents.reader import DocumentMetadata
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier

Values = dict[str, str | list[str]]

_LONGEST_TITLE = 200
# What a person can say of a document, in the order of a record.
DESCRIBING = (
    "title", "type", "author", "container_title", "publisher", "language", "issued", "accessed",
    "url", "archive_url",
)  # fmt: skip
_ASKED_FOR = ("publisher", "author", "issued", "url")


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source that is about to be written.

    Attributes:
        id: its id.
        files: what is to be written, by path: the original (unless it lies there already), its
            text, and at last the record.
        original: where the original is.
        record: where the record is.
        text: where the extracted text is; None where quotes anchor in the original.
        unknown: what nobody said of the document, of what matters most.
        remarks: what else its user should know.
    """

    id: str
    files: Mapping[Path, bytes]
    original: Path
    record: Path
    text: Path | None
    unknown: tuple[str, ...]
    remarks: tuple[str, ...]


def new_source(
    document: Document,
    extraction: Extraction | None,
    given: Values,
    project: Project,
    dossier: Dossier,
) -> NewSource:
    """Decide what is written for a document.

    Args:
        document: the document.
        extraction: the text taken from it; None where it is plain text itself.
        given: what the user says of it, by the record's keys, and perhaps an `id`; that goes before
            what the document says.
        project: where it is to be pinned.
        dossier: what is pinned there already.

    Raises:
        ProjectError: no id can be made, it is taken, the document is pinned already, or what the
            user says cannot stand in a record.
    """
    folder = project.root / project.config.sources
    sha256 = hashlib.sha256(document.data).hexdigest()
    for other in dossier.sources.values():
        if sha256 in {pin.actual for pin in other.pins}:
            raise ProjectError(
                f"{document.name}: this very document is pinned already, as '{other.id}'"
            )
    about = extraction.extract.metadata if extraction else None
    source_id = _id(document, given, about, dossier)
    if not _is_text(document.file.name if document.file else ""):
        raise ProjectError(f"{document.name}: its name is not UTF-8", help="rename the file")
    in_place = document.file is not None and document.file.is_relative_to(folder.resolve())
    original = (
        document.file
        if document.file is not None and in_place
        else folder / f"{source_id}{document.suffix}"
    )
    record = original.parent / f"{source_id}.yaml"
    text = _text_beside(original, source_id) if extraction else None
    values: Values = {"title": _title(document, extraction)}
    values |= _acceptable(_said(about)) if about else {}
    if document.url:
        values["url"] = document.url
    values |= {key: value for key, value in given.items() if value and key in DESCRIBING}
    values = {key: values[key] for key in DESCRIBING if values.get(key)}
    values |= {"file": original.name, "sha256": sha256}
    files: dict[Path, bytes] = {} if in_place else {original: document.data}
    if extraction and text:
        data = extraction.extract.text.encode()
        files[text] = data
        values |= {
            "text": text.name,
            "text_sha256": hashlib.sha256(data).hexdigest(),
            "extractor": extraction.extractor,
        }
    written = _record(values)
    for flaw in _flaws(written, source_id):
        raise ProjectError(f"the record cannot be written: {flaw[0]}", help=flaw[1])
    path = record.resolve().relative_to(project.root.resolve()).as_posix()
    files[record] = (modeline.modeline(project.root, "source", path) + written).encode()
    return NewSource(
        id=source_id,
        files=files,
        original=original,
        record=record,
        text=text,
        unknown=tuple(key for key in _ASKED_FOR if key not in values),
        remarks=extraction.extract.remarks if extraction else (),
    )


def write(new: NewSource, root: Path) -> None:
    """Write a source's files: the record last, so that it never points to nothing.

    Whatever ends the writing, be it Ctrl-C, what was written before the record is taken back.

    Raises:
        ProjectError: a file is there already, or lies behind a link; nothing was written.
    """
    for path in new.files:
        if atomic.behind_link(path, root):
            raise ProjectError(
                f"{shown(path, root)}: lies behind a symbolic link, so nothing was written"
            )
        if path.exists() or path.is_symlink():
            raise ProjectError(
                f"{shown(path, root)}: there is such a file already; nothing was written"
            )
    written: list[Path] = []
    try:
        for path, data in new.files.items():
            try:
                atomic.create(path, data)
            except atomic.ExistsError:
                raise ProjectError(
                    f"{shown(path, root)}: somebody else wrote it meanwhile"
                ) from None
            written.append(path)
    finally:
        if len(written) < len(new.files) and not _is_written(new):
            for path in written:
                path.unlink(missing_ok=True)


def shown(path: Path, root: Path) -> str:
    """Return a path as messages name it: relative to the project where it lies in it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _is_written(new: NewSource) -> bool:
    """Whether the record stands there, though the writing was interrupted after that."""
    try:
        return new.record.read_bytes() == new.files[new.record]
    except OSError:
        return False


def _id(document: Document, given: Values, about: DocumentMetadata | None, dossier: Dossier) -> str:
    chosen = str(given.get("id") or "")
    if not chosen:
        title = str(given.get("title") or (about.title if about else ""))
        # A file has the name that its user gave it; an address has one that says little.
        names = (title, document.stem) if document.file is None else (document.stem, title)
        chosen = next((made for made in map(proposed_id, names) if made), "")
    if not chosen:
        raise ProjectError(
            f"no id can be made from '{document.stem or document.name}'",
            help="give one, such as --id report-2024",
        )
    if not is_id(chosen) or chosen == "parties":
        raise ProjectError(
            f"'{chosen}' cannot be a source's id",
            help="choose one with --id: letters, digits and hyphens",
        )
    if chosen.casefold() in {known.casefold() for known in dossier.sources}:
        raise ProjectError(f"there is a source '{chosen}' already", help="name another with --id")
    return chosen


def _text_beside(original: Path, source_id: str) -> Path:
    usual = original.with_name(f"{source_id}.txt")
    return usual if usual != original else original.with_name(f"{source_id}.utf-8.txt")


def _title(document: Document, extraction: Extraction | None) -> str:
    text = extraction.extract.text if extraction else document.data.decode("utf-8-sig")
    text, _times = blank_marks(text, document.suffix)
    for line in text.splitlines():
        # Whatever controls a screen is no part of a title.
        shown = "".join(sign if sign.isprintable() else " " for sign in line)
        plain = " ".join(shown.lstrip("# ").split())
        if plain:
            return plain[:_LONGEST_TITLE]
    return document.stem or document.name


def _said(about: DocumentMetadata) -> Values:
    said: Values = {key: getattr(about, key, "") for key in DESCRIBING}
    return said | {"author": list(about.author)}


def _is_text(text: str) -> bool:
    """Whether a text can be written: names of files may hold any bytes, JSON half a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _acceptable(said: Values) -> Values:
    """Keep what can stand in a record: a document may say anything of itself."""
    return {
        key: value
        for key, value in said.items()
        if value and not any(_flaws(_record({"title": "x", "file": "x", key: value}), "x"))
    }


def _flaws(record: str, source_id: str) -> Iterable[tuple[str, str]]:
    flaws = FlawLog(f"{source_id}.yaml", source=source_id)
    document = strict_yaml.read(record.encode("utf-8", "surrogatepass"))
    # Whether the files that it names are there is not asked here.
    read_source(document, source_id, EmptyTree(), flaws)
    return [(flaw.message, flaw.help) for flaw in flaws.flaws]


def _record(values: Values) -> str:
    # JSON's strings and lists are YAML's, and need no decision about quoting.
    return "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
    )
