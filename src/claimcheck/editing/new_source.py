"""What is written when a document is pinned: the original, its text, and the record of both."""

from __future__ import annotations

import hashlib
import itertools
import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents import media
from claimcheck.documents.fetch import is_public
from claimcheck.documents.page_origin import of_address
from claimcheck.dossier import modeline, strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.locators import read_marks
from claimcheck.dossier.source_file import read_source
from claimcheck.editing import conflicts
from claimcheck.editing.ids import RESERVED_SOURCES, proposed_id, require_id
from claimcheck.editing.splice import read_editable
from claimcheck.editing.values import with_value
from claimcheck.model.errors import ConflictError, PinnedAlreadyError, RequestError
from claimcheck.system import atomic, journal
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.system.tree import EmptyTree
from claimcheck.text.ignorable import count_marks, without_marks
from claimcheck.text.plural import count
from claimcheck.text.unicode_text import is_unicode

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from claimcheck.documents.document import Document
    from claimcheck.documents.extract import Extraction
    from claimcheck.documents.fetch import Address
    from claimcheck.documents.reader import DocumentMetadata, Extract
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Source

Values = dict[str, str | list[str]]

# Their first line is somebody's words, or the head of a table.
_WITHOUT_A_TITLE_LINE: Final = frozenset({"csv", "json", "parquet", "subtitles"})
_MAX_TITLE_LENGTH = 200
# What writers of Markdown put above a text, and the title in it, with or without quotation marks.
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\n(?=[\w-]+:)(?:.*\n)*?(?:---|\.{3})[ \t]*(?:\n|\Z)")
_FRONT_TITLE: Final = re.compile(r"^title:[ \t]*([^\s|>&*].*)$", re.MULTILINE)
# What a person can say of a document, in the order of a record.
DESCRIBING = (
    "title", "type", "author", "container_title", "publisher", "language", "issued", "accessed",
    "url", "archive_url",
)  # fmt: skip
# What matters most to a reader of the record.
_MISSED = ("publisher", "author", "issued", "url")


@dataclass(frozen=True, slots=True)
class SourceRequest:
    """A document that is to be pinned.

    Attributes:
        location: its file, its address, or `-` for standard input.
        today: the day on which it is fetched.
        source_id: the id that it is to have; by default it is made of its name or title.
        description: what the user says of it, by the record's keys; that goes before what it says.
        whole_page: whether all of a web page is its main part.
        charset: how its characters are encoded, where it does not say so rightly.
        part: which of its pages or messages is read; "" for the one that it is made for.
        seconds: how long fetching it may take, and how long reading it.
        allow: which machines may be asked for it.
        is_one_of_many: whether others are pinned with it: then an id that is taken gets a number.
        supersedes: the id of the source that it is a newer capture of; "" for none.
        shipped: whether its files may be handed on with the dossier.
    """

    location: str
    today: dt.date
    source_id: str = ""
    description: Values = field(default_factory=dict)
    whole_page: bool = False
    charset: str = ""
    part: str = ""
    seconds: float = SECONDS_PER_DOCUMENT
    allow: Callable[[Address], bool] = is_public
    is_one_of_many: bool = False
    supersedes: str = ""
    shipped: bool = True


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
        extractor: what took the text out; "" where quotes anchor in the original.
        unknown: what nobody said of the document, of what matters most.
        remarks: what else its user should know.
        waiting: what the record held, where there was one that waited for its document.
        shipped: whether its files may be handed on with the dossier.
    """

    id: str
    files: Mapping[Path, bytes]
    original: Path
    record: Path
    text: Path | None
    extractor: str
    unknown: tuple[str, ...]
    remarks: tuple[str, ...]
    waiting: bytes | None = None
    shipped: bool = True


def new_source(
    request: SourceRequest,
    document: Document,
    extraction: Extraction | None,
    project: Project,
    dossier: Dossier,
) -> NewSource:
    """Decide what is written for a document.

    Args:
        request: what the user says of it.
        document: the document.
        extraction: the text taken from it; None where it is plain text itself.
        project: where it is to be pinned.
        dossier: what is pinned there already.

    Raises:
        RequestError: no id can be made, it is taken, the document is pinned already, or what the
            user says cannot stand in a record.
    """
    refuse_pinned(document, dossier)
    metadata = extraction.extract.metadata if extraction else None
    proposed = request.source_id or _proposed_id(request, document, metadata)
    source_id, waiting = _record_to_fill(proposed, request, project, dossier)
    if request.supersedes:
        _refuse_superseding(request.supersedes, source_id, dossier)
    if not is_unicode(document.file.name if document.file else ""):
        raise RequestError(f"{document.name}: its name is not UTF-8", "rename the file")
    original = _original(document, source_id, project)
    record = original.parent / f"{source_id}.yaml"
    if atomic.behind_link(record, project.root):
        raise conflicts.behind_link(path_in(record, project.root))
    text = _text_beside(original, source_id) if extraction else None
    values = _description(request, document, extraction)
    values |= {"supersedes": request.supersedes} if request.supersedes else {}
    values |= {} if request.shipped else {"shipped": "no"}
    values |= {"file": original.name, "sha256": hashlib.sha256(document.data).hexdigest()}
    files = {} if original == document.file else {original: document.data}
    if extraction and text:
        files[text] = extraction.extract.text.encode()
        values |= {
            "text": text.name,
            "text_sha256": hashlib.sha256(files[text]).hexdigest(),
            "text_of": values["sha256"],
            "extractor": extraction.extractor,
        }
        values |= {key: value for key, value in regions_of(extraction.extract).items() if value}
    if waiting is None:
        files[record] = _record_file(values, record, source_id, project)
    else:
        record = project.root / dossier.sources[source_id].place.path
        values |= {key: value for key, value in request.description.items() if value}
        files[record] = _completed(waiting, values)
    return NewSource(
        id=source_id,
        files=files,
        original=original,
        record=record,
        text=text,
        extractor=extraction.extractor if extraction else "",
        unknown=tuple(key for key in _MISSED if key not in values),
        remarks=tuple(_remarks(document, extraction)),
        waiting=waiting,
        shipped=request.shipped,
    )


def _record_to_fill(
    proposed: str, request: SourceRequest, project: Project, dossier: Dossier
) -> tuple[str, bytes | None]:
    """Return the id that a document gets, and its record where one waits for a document.

    Args:
        proposed: the id that the user gives it, or that its name or title makes.
        request: what the user says of it.
        project: where it is to be pinned.
        dossier: what is pinned there already.

    Raises:
        RequestError: the id is taken, or cannot be one.
    """
    recorded = _recorded_id(proposed, dossier)
    waiting = _waiting_record(recorded, project, dossier)
    if waiting is not None:
        return recorded, waiting
    source_id = _free_id(proposed, dossier) if request.is_one_of_many else proposed
    _refuse_id(source_id, dossier)
    return source_id, None


def _waiting_record(source_id: str, project: Project, dossier: Dossier) -> bytes | None:
    """Return a record that describes a document and names no file yet; None where there is none."""
    source = dossier.sources.get(source_id)
    if source is None or source.pins:
        return None
    record = project.tree.read(source.place.path).data
    return record if read_editable(record).node("file") is None else None


def _recorded_id(source_id: str, dossier: Dossier) -> str:
    """Return an id in the letters in which a record has it; itself where none has."""
    names = (name for name in dossier.sources if name.casefold() == source_id.casefold())
    return next(names, source_id)


def _completed(record: bytes, values: Values) -> bytes:
    """Add to a record what it does not say; what a person wrote in it stands."""
    for key, value in values.items():
        if read_editable(record).node(key) is None:
            record = with_value(record, (key,), tuple(value) if isinstance(value, list) else value)
    return record


def _remarks(document: Document, extraction: Extraction | None) -> Iterator[str]:
    if document.kind == media.KIND:
        yield from media.describe(document.suffix, document.data).remarks
        return
    if extraction:
        yield from extraction.extract.gaps
        yield from extraction.extract.remarks
    text = extraction.extract.text if extraction else document.data.decode("utf-8-sig")
    if marks := count_marks(text):
        yield (
            f"the text holds {count(marks, 'unseen character')} in runs, as generators mark texts "
            "(C2PA): they stay in the pinned file, and are written nowhere else"
        )


def write(new: NewSource, root: Path) -> None:
    """Write a source's files: the record last, so that it never points to nothing.

    Whatever ends the writing, be it Ctrl-C, what was written before the record is taken back.

    Args:
        new: the source.
        root: the project's root.

    Raises:
        ConflictError: a file is there already, lies behind a link or cannot be written; nothing was
            written.
    """
    created = {path: data for path, data in new.files.items() if not _is_waiting(path, new)}
    _refuse_taken(created, root)
    if journal.rehearsed() is not None:
        _rehearse(new, root)
        return
    begun: list[Path] = []
    is_complete = False
    try:
        for path, data in created.items():
            # An interruption may come when the file is there, and before anybody is told.
            begun.append(path)
            try:
                with conflicts.explained(path_in(path, root)):
                    atomic.create(path, data)
                if path.is_relative_to(root):
                    journal.note(root, path_in(path, root), None, data)
            except ConflictError:
                begun.pop()
                raise
        if new.waiting is not None:
            name = path_in(new.record, root)
            conflicts.replace(root, name, new.files[new.record], expect=new.waiting)
        is_complete = True
    finally:
        if not is_complete and not _holds(new.record, new):
            for path in begun:
                if _holds(path, new):
                    path.unlink(missing_ok=True)


def _rehearse(new: NewSource, root: Path) -> None:
    """Note what would be written, as `write` notes what it wrote."""
    for path, data in new.files.items():
        if path.is_relative_to(root):
            journal.note(root, path_in(path, root), new.waiting if _is_waiting(path, new) else None,
                         data)  # fmt: skip


def _refuse_taken(paths: Iterable[Path], root: Path) -> None:
    for path in paths:
        name = path_in(path, root)
        with conflicts.explained(name):
            if atomic.behind_link(path, root):
                raise conflicts.behind_link(name)
            if path.exists() or path.is_symlink():
                raise atomic.ExistsError(name)


def _is_waiting(path: Path, new: NewSource) -> bool:
    return new.waiting is not None and path == new.record


def path_in(path: Path, root: Path) -> str:
    """Return a path as messages name it: relative to the project where it lies in it."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


def _holds(path: Path, new: NewSource) -> bool:
    """Whether a file stands there as it was to be written, though the writing was interrupted."""
    try:
        return path.read_bytes() == new.files[path]
    except OSError:
        return False


def refuse_pinned(document: Document, dossier: Dossier) -> None:
    """Refuse a document that is pinned already, or that is the text of one.

    Raises:
        PinnedAlreadyError: it is.
    """
    sha256 = hashlib.sha256(document.data).hexdigest()
    for source in dossier.sources.values():
        if sha256 in {pin.actual for pin in source.pins}:
            raise PinnedAlreadyError(
                f"{document.name}: this very document is pinned already, as '{source.id}'",
                f"cite it with source: {source.id}; `claimcheck source set {source.id} …` changes "
                "what its record says",
            )


def _proposed_id(
    request: SourceRequest, document: Document, metadata: DocumentMetadata | None
) -> str:
    title = str(request.description.get("title") or (metadata.title if metadata else ""))
    # A file has the name that its user gave it; an address has one that says little.
    names = (title, document.stem) if document.file is None else (document.stem, title)
    proposed = next(filter(None, map(proposed_id, names)), "")
    if not proposed:
        raise RequestError(
            f"no id can be made from '{document.stem or document.name}'",
            "give one, such as --id report-2024",
        )
    return proposed


def _free_id(proposed: str, dossier: Dossier) -> str:
    """Return an id that no source has: the proposed one, with a number where it needs one."""
    taken = {*map(str.casefold, dossier.sources), *RESERVED_SOURCES}
    numbered = (f"{proposed}-{number}" for number in itertools.count(2))
    ids = itertools.chain([proposed], numbered)
    return next(source_id for source_id in ids if source_id.casefold() not in taken)


def _refuse_id(source_id: str, dossier: Dossier) -> None:
    require_id(source_id, "source", how="with --id")
    if source_id.casefold() in map(str.casefold, dossier.sources):
        raise RequestError(f"there is a source '{source_id}' already", "name another with --id")


def _refuse_superseding(older: str, source_id: str, dossier: Dossier) -> None:
    """Refuse to let a source be a newer capture of one that cannot have it.

    Args:
        older: the source that it is to be a newer capture of.
        source_id: its own id.
        dossier: what is pinned already.
    """
    if older not in dossier.sources or older == source_id:
        others = [name for name in dossier.sources if name != source_id]
        raise conflicts.no_source(older, others, dossier.unread_records)
    if newer := [name for name in dossier.successors.get(older, ()) if name != source_id]:
        raise RequestError(
            f"'{newer[0]}' is a newer capture of '{older}' already",
            f"name the newest: --supersedes {newer[0]}",
        )


def _original(document: Document, source_id: str, project: Project) -> Path:
    """Return where the original is to lie: where it is, if that is among the sources."""
    folder = project.root / project.config.sources
    if document.file is not None and document.file.is_relative_to(folder.resolve()):
        return document.file
    return folder / f"{source_id}{document.suffix}"


def _text_beside(original: Path, source_id: str) -> Path:
    usual = original.with_name(f"{source_id}.txt")
    return usual if usual != original else original.with_name(f"{source_id}.utf-8.txt")


def _description(
    request: SourceRequest, document: Document, extraction: Extraction | None
) -> Values:
    """Return what a record says of its document: the user goes before the document itself."""
    values: Values = {"title": _title(document, extraction)}
    if document.kind == media.KIND:
        values["type"] = media.describe(document.suffix, document.data).type
    if extraction:
        values |= _acceptable(extraction.extract.metadata)
    if document.url:
        address = of_address(document.url)
        values |= {"url": address.url, "accessed": request.today.isoformat()}
        values |= {"archive_url": address.archive_url} if address.archive_url else {}
    values |= {key: value for key, value in request.description.items() if value}
    return {key: _unmarked(values[key]) for key in DESCRIBING if values.get(key)}


def _unmarked(value: str | list[str]) -> str | list[str]:
    return without_marks(value) if isinstance(value, str) else list(map(without_marks, value))


def _plain_scalar(value: str) -> str:
    """Return a value of YAML as it reads, without the marks around it."""
    value = value.rstrip()
    mark, inner = value[0], value[1:-1]
    if mark not in {"'", '"'} or not inner or value[-1] != mark:
        return value
    return inner.replace("''", "'") if mark == "'" else inner


def _title(document: Document, extraction: Extraction | None) -> str:
    if document.kind == media.KIND or document.kind in _WITHOUT_A_TITLE_LINE:
        return document.stem or document.name
    text = extraction.extract.text if extraction else document.data.decode("utf-8-sig")
    made_by = extraction.extractor if extraction else None
    text = "\n".join((read_marks(text, document.suffix, made_by).text or "").splitlines())
    if front := _FRONT_MATTER.match(text):
        if title := _FRONT_TITLE.search(front[0]):
            return _plain_scalar(title[1])[:_MAX_TITLE_LENGTH]
        text = text[front.end() :]
    for line in text.splitlines():
        # Whatever controls a screen is no part of a title.
        visible = "".join(sign if sign.isprintable() else " " for sign in line)
        plain = " ".join(visible.lstrip("# ").split())
        if any(map(str.isalnum, plain)):
            return plain[:_MAX_TITLE_LENGTH]
    return document.stem or document.name


def _acceptable(metadata: DocumentMetadata) -> Values:
    """Keep what can stand in a record: a document may say anything of itself."""
    values: Values = {key: getattr(metadata, key, "") for key in DESCRIBING}
    values["author"] = list(metadata.author)
    return {
        key: value
        for key, value in values.items()
        if value and not any(_flaws(_record({"title": "x", "file": "x", key: value}), "x"))
    }


def regions_of(text: Extract | Source) -> dict[str, list[str]]:
    """Return what a record keeps of a text beside its words, by the record's keys."""
    return {
        "main": [f"{start}-{end}" for start, end in text.main],
        "doubtful": [f"{start}-{end}" for start, end in text.doubtful],
        "gaps": list(text.gaps),
        "page_labels": list(text.page_labels),
    }


def _record_file(values: Values, record: Path, source_id: str, project: Project) -> bytes:
    text = _record(values)
    for message, remedy in _flaws(text, source_id):
        raise RequestError(f"the record cannot be written: {message}", remedy)
    path = record.resolve().relative_to(project.root.resolve()).as_posix()
    return (modeline.modeline(project.root, "source", path) + text).encode()


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
