"""Pin a source's present bytes, after reading them and seeing what became of its quotations."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.assessment.assess import Assessment, assess
from claimcheck.assessment.changed_source import ChangeImpact, change_impact, pinned_source
from claimcheck.assessment.pins import Verification
from claimcheck.assessment.text_changes import LineChange, line_changes
from claimcheck.documents import extract
from claimcheck.documents.progress import silent
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.dossier.load import load_tree
from claimcheck.editing import conflicts
from claimcheck.editing.new_source import regions_of
from claimcheck.editing.record import with_values
from claimcheck.model.errors import MissingLibraryError, ProjectError, RequestError, UnreadableError
from claimcheck.system import git
from claimcheck.system.overlay import OverlayTree
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from claimcheck.documents.extract import Bounds
    from claimcheck.documents.progress import Busy
    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier, Pin, Source
    from claimcheck.system.tree import Tree


@dataclass(frozen=True, slots=True)
class PinUpdate:
    """What pinning a source's present bytes writes, and what it comes to.

    Attributes:
        source: the source as it is recorded.
        values: what the record is to say, by key; nothing where all is pinned as it is.
        text: the text as it was taken out of the document anew; None where it stays as it is.
        old_text: the bytes that the text's file holds; None where there is none.
        impact: what became of the passages that are quoted from the source.
        changes: the lines in which its text differs from the one that was pinned.
        assessment: the project as it will be.
    """

    source: Source
    values: Mapping[str, str | list[str]]
    text: bytes | None
    old_text: bytes | None
    impact: ChangeImpact
    changes: tuple[LineChange, ...]
    assessment: Assessment = field(repr=False)


def pin_update(
    project: Project,
    assessment: Assessment,
    source_id: str,
    busy: Busy = silent,
    bounds: Bounds | None = None,
) -> PinUpdate:
    """Return what pinning a source's present bytes comes to; nothing is written.

    A document whose text lies in a file of its own is read again, in a child process: the text is
    part of what is pinned.

    Args:
        project: the project.
        assessment: the project as it was read.
        source_id: the source.
        busy: shows what is being done while it takes long.
        bounds: what reading the document may cost.

    Raises:
        RequestError: there is no such source, or a file of it cannot be read.
        UnreadableError: its text cannot be taken out.
        MissingLibraryError: the library that it needs is not installed.
        EditError: its record has no lines that can be edited.
        ConflictError: its record cannot be read.
    """
    source = assessment.dossier.sources.get(source_id)
    if source is None:
        raise conflicts.no_source(
            source_id, assessment.dossier.sources, assessment.dossier.unread_records
        )
    is_read = source.has_extract and bool(extract.kind_of_name(source.pins[0].path))
    _refuse_unreadable(source, source.pins[:1] if is_read else source.pins)
    old_text = _read(project.tree, source.text_path) if source.has_extract else None
    text: bytes | None = None
    values: Mapping[str, str | list[str]] = dict(_hashes(source))
    if is_read:
        text, values = _reading(project, source, busy, bounds or extract.Bounds())
        if text == old_text:
            text = None
    values = _news(values, source, reread=text is not None)
    if not values and text is None:
        return PinUpdate(
            source, {}, None, old_text, change_impact(source_id, assessment), (), assessment
        )
    dossiers = _dossiers(project, assessment.dossier)
    pinned = pinned_source(source, dossiers)
    pinned_text = pinned.text if pinned is not None else None
    after = _after(project, assessment, source, text, values)
    # A document of a kind that is not read leaves its passages unchecked.
    impact = change_impact(
        source_id, after if is_read or not source.has_extract else assessment, pinned
    )
    new_text = after.dossier.sources[source_id].text
    comparable = pinned_text is not None and new_text is not None
    changes = line_changes(pinned_text or "", new_text or "") if comparable else ()
    return PinUpdate(source, values, text, old_text, impact, changes, after)


def repin(root: Path, update: PinUpdate) -> None:
    """Write a source's text, and then its hashes; nothing else of its record is changed.

    Args:
        root: the project's root.
        update: what is to be written.

    Raises:
        EditError: the record holds no line that can be edited.
        ConflictError: a file cannot be read or written, or somebody changes it meanwhile.
    """
    path = update.source.text_path
    if update.text is not None and update.old_text is not None:
        conflicts.replace(root, path, update.text, expect=update.old_text)
    elif update.text is not None:
        conflicts.create(root, path, update.text)
    is_complete = False
    try:
        record = update.source.place.path
        conflicts.revise(root, record, lambda data: with_values(data, update.values))
        is_complete = True
    finally:
        if not is_complete and update.text is not None and update.old_text is not None:
            conflicts.replace(root, path, update.old_text, expect=update.text)


def write_text_of(root: Path, verification: Verification) -> Verification:
    """Write into a record of which document its text is, where the two were compared and agree.

    Args:
        root: the project's root.
        verification: the source, and what comparing its text with its document came to.

    Returns:
        The verification, with a remark where something was written.

    Raises:
        EditError: the record holds no line that can be edited.
        ConflictError: the record cannot be read or written, or somebody changes it meanwhile.
    """
    source = verification.source
    if verification.failures or not source.has_extract or source.text_of is not None:
        return verification
    values: dict[str, str | list[str]] = {"text_of": source.pins[0].actual or ""}
    conflicts.revise(root, source.place.path, lambda data: with_values(data, values))
    remark = f"`text_of` was written into {source.place.path}"
    return Verification(source, (), (*verification.remarks, remark))


def _hashes(source: Source) -> dict[str, str]:
    """Return the hashes of the files as they are."""
    values = {key: pin.actual or "" for key, pin in _keyed(source)}
    if source.has_extract and (source.changed or source.text_outdated):
        values["text_of"] = values["sha256"]
    return values


def _keyed(source: Source) -> Iterator[tuple[str, Pin]]:
    yield from zip(("sha256", "text_sha256"), source.pins, strict=False)


def _reading(
    project: Project, source: Source, busy: Busy, bounds: Bounds
) -> tuple[bytes, dict[str, str | list[str]]]:
    """Take a source's text out of its document as it is now; return it with what is to be recorded.

    Args:
        project: the project.
        source: the source.
        busy: shows what is being done.
        bounds: what it may cost.
    """
    path = source.pins[0].path
    options = extract.parse_extractor(source.extractor or "")
    try:
        data = project.tree.read(path, MAX_DOCUMENT_BYTES).data
        with busy(f"reading {path}"):
            extraction = extract.extract(data, extract.kind_of_name(path), options, bounds)
    except RefusedError as error:
        raise RequestError(f"{path}: cannot be read: {error}") from None
    except (UnreadableError, MissingLibraryError) as error:
        raise type(error)(f"{path}: {error}", error.help) from None
    text, sha256 = extraction.extract.text.encode(), hashlib.sha256(data).hexdigest()
    return text, {
        "sha256": sha256,
        "text_sha256": hashlib.sha256(text).hexdigest(),
        "text_of": sha256,
        "extractor": extraction.extractor,
        **regions_of(extraction.extract),
    }


def _news(
    values: Mapping[str, str | list[str]], source: Source, *, reread: bool
) -> dict[str, str | list[str]]:
    """Return of what is to be recorded only what the record does not say already.

    Args:
        values: what is to be recorded.
        source: the source as it is recorded.
        reread: whether its text is another. Otherwise its extractor is whatever made it.
    """
    recorded: dict[str, str | list[str] | None]
    recorded = {key: pin.expected for key, pin in _keyed(source)}
    recorded |= {"text_of": source.text_of, "extractor": source.extractor}
    recorded |= regions_of(source)
    news = {key: value for key, value in values.items() if value != recorded[key]}
    if not reread and not source.changed and not source.text_outdated:
        for key in ("extractor", *regions_of(source)):
            news.pop(key, None)
    return news


def _refuse_unreadable(source: Source, pins: Sequence[Pin]) -> None:
    """Refuse a source of which a file is not here, or whose document is something else.

    Args:
        source: the source.
        pins: those of its files that are pinned as they lie there.

    Raises:
        RequestError: there is such a file.
    """
    for pin in pins:
        if pin.actual is None:
            remedy = f"`claimcheck source fetch {source.id}` gets it" if source.absent else ""
            raise RequestError(f"{pin.path}: cannot be read: {pin.read_error}", remedy)
    if source.pins and source.pins[0].instead:
        document = source.pins[0]
        raise RequestError(f"{document.path}: is {document.instead}", document.instead_help)


def _after(
    project: Project,
    assessment: Assessment,
    source: Source,
    text: bytes | None,
    values: Mapping[str, str | list[str]],
) -> Assessment:
    """Return the project as it will be when everything is written.

    Args:
        project: the project.
        assessment: the project as it is.
        source: the source as it is recorded.
        text: its text to be, if it is another.
        values: what its record is to say.
    """
    record = source.place.path
    tree: Tree = project.tree
    with conflicts.explained(record):
        edited = with_values(tree.read(record).data, values)
    if text is not None:
        tree = OverlayTree(tree, source.text_path, text)
    tree = OverlayTree(tree, record, edited)
    return assess(load_tree(tree, project.config), assessment.today)


def _read(tree: Tree, path: str) -> bytes | None:
    try:
        return tree.read(path).data
    except RefusedError:
        return None


def _dossiers(project: Project, present: Dossier) -> Iterator[Dossier]:
    """Yield the project now, and as it was committed last: one may hold the pinned text."""
    yield present
    try:
        committed = dossier_at(project.root, git.resolve(project.root, "HEAD"))
    except ProjectError:
        return
    if committed is not None:
        yield committed
