"""Bring back the files of a source that are not here: the very bytes that were pinned, or none."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.documents import extract
from claimcheck.documents.fetch import Limits, is_public
from claimcheck.documents.originals import STANDARD_INPUT, from_addresses, from_place
from claimcheck.documents.progress import silent
from claimcheck.dossier.wrong_content import wrong_content
from claimcheck.editing import conflicts
from claimcheck.model.errors import (
    FetchError,
    RequestError,
    UnreadableError,
)
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, SECONDS_PER_DOCUMENT, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimcheck.documents.fetch import Address
    from claimcheck.documents.originals import Candidate
    from claimcheck.documents.progress import Busy
    from claimcheck.dossier.project import Project
    from claimcheck.model import Pin, Source

_HASH_DIGITS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """Where the files of sources are to be looked for, and what that may cost.

    Attributes:
        place: a folder, a file, or `-` for standard input; "" for the addresses in the records.
        allow: which machines may be asked.
        seconds: what fetching, or reading, one document may take.
    """

    place: str = ""
    allow: Callable[[Address], bool] = field(default=is_public)
    seconds: float = SECONDS_PER_DOCUMENT


@dataclass(frozen=True, slots=True)
class FetchedFile:
    """A file that was not here: where its bytes were had, or why they were not.

    Attributes:
        source: the id of the source that pins it.
        path: the file's path, relative to the project's root.
        origin: where its bytes were had; "" where they were not.
        problems: why they were not, a clause for each place that was asked.
    """

    source: str
    path: str
    origin: str = ""
    problems: tuple[str, ...] = ()


def is_wanting(source: Source) -> bool:
    """Whether a file of a source is not here, or is a pointer or a page in its place."""
    return any(wants(pin) for pin in source.pins)


def wants(pin: Pin) -> bool:
    """Whether a pinned file is not here, or is a pointer or a page in its place."""
    return pin.missing or bool(pin.instead)


def fetch_source(
    project: Project, source: Source, request: FetchRequest, busy: Busy = silent
) -> Iterator[FetchedFile]:
    """Bring back the document of a source, and then its text, where they are not here.

    Bytes are written only where their SHA-256 is the one in the record. A text that nobody has is
    taken out of the document again, and kept where it is the pinned one.

    Args:
        project: the project.
        source: the source.
        request: where to look.
        busy: shows what is being done while it takes long.

    Yields:
        Each file that was not here, with where its bytes were had, or why they were not.

    Raises:
        RequestError: there is no such place to look in.
        MissingLibraryError: the library that reads the document is not installed.
        ConflictError: a file cannot be written.
    """
    document: bytes | None = None
    for pin in source.pins:
        is_text = len(source.pins) > 1 and pin is source.pins[-1]
        if pin.actual is not None and pin.actual == pin.expected:
            continue
        if reason := _kept_because(pin, source):
            yield FetchedFile(source.id, pin.path, problems=(reason,))
            continue
        search = _Search(pin, is_whole_folder=bool(request.place))
        fetched = search.first(_candidates(source, pin, request, is_text=is_text), busy)
        if fetched is None and is_text:
            fetched = search.taken_out(_document(project, source, document), source, request, busy)
        if fetched is None:
            yield FetchedFile(source.id, pin.path, problems=search.explanation())
            continue
        data, origin = fetched
        if not is_text:
            document = data
        yield _written(project, source, pin, data, origin)


def _candidates(
    source: Source, pin: Pin, request: FetchRequest, *, is_text: bool
) -> Iterator[Candidate]:
    """Return the places that may have a file.

    Args:
        source: whose file it is.
        pin: the file.
        request: where to look.
        is_text: whether it is a text that was taken out of a document: no address has that, nor
            has standard input, where the document itself is to be read from there.
    """
    if request.place:
        is_used_up = is_text and request.place == STANDARD_INPUT and wants(source.pins[0])
        return iter(()) if is_used_up else from_place(request.place, pin)
    if is_text:
        return iter(())
    return from_addresses(source, request.allow, Limits(seconds=request.seconds))


def _kept_because(pin: Pin, source: Source) -> str:
    """Say why a file is not to be looked for; nothing where it is."""
    if pin.expected is None:
        return f"the record of {source.id} holds no hash of it, so no bytes are known to be right"
    if wants(pin):
        return ""
    if pin.actual is None:
        return f"it cannot be replaced: {pin.read_error}"
    return (
        "another file of that name is there: move it away first, or see "
        f"`claimcheck pin {source.id}`"
    )


class _Search:
    """Looks for the bytes of one pinned file, and keeps why they were not had.

    Args:
        pin: the file.
        is_whole_folder: whether one problem is told for all candidates, since most files of a
            folder are others.
    """

    def __init__(self, pin: Pin, *, is_whole_folder: bool) -> None:
        self._pin = pin
        self._is_whole_folder = is_whole_folder
        self.problems: list[str] = []

    def first(self, candidates: Iterable[Candidate], busy: Busy) -> tuple[bytes, str] | None:
        """Return the first bytes that are the pinned ones, with where they were had.

        Args:
            candidates: the places to ask, in this order.
            busy: shows which one is asked.
        """
        number = 0
        for candidate in candidates:
            number += 1
            try:
                with busy(f"fetching {candidate.name}"):
                    data = candidate.read()
            except (FetchError, RequestError) as error:
                self.problems.append(f"{candidate.name}: {error}")
                continue
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 == self._pin.expected:
                return data, candidate.name
            self.problems.append(f"{candidate.name}: {self._other(data, sha256)}")
        if self._is_whole_folder and number > 1:
            self.problems = [f"none of {number} files there has the hash in the record"]
        elif self._is_whole_folder and not number:
            self.problems = ["there is no file there"]
        return None

    def _other(self, data: bytes, sha256: str) -> str:
        """Say what bytes are that are not the pinned ones."""
        wrong = wrong_content(data, self._pin.path)
        what = wrong.what if wrong else "other bytes than those that were pinned"
        expected = (self._pin.expected or "")[:_HASH_DIGITS_SHOWN]
        return f"{what} (SHA-256 {sha256[:_HASH_DIGITS_SHOWN]}…, not {expected}…)"

    def explanation(self) -> tuple[str, ...]:
        """Say why the file was not had, and what else would get it."""
        problems = self.problems or ["its record names no address; name a folder with --from"]
        return (*problems, *([self._pin.instead_help] if self._pin.instead_help else []))

    def taken_out(
        self, document: bytes | None, source: Source, request: FetchRequest, busy: Busy
    ) -> tuple[bytes, str] | None:
        """Return a text that was taken out of its document again, if it is the pinned one.

        Args:
            document: the pinned document's bytes, if they are here.
            source: the source.
            request: what that may cost.
            busy: shows what is being done.
        """
        path = source.pins[0].path
        kind = extract.kind_of_name(path)
        if document is None or not kind:
            self.problems.append(f"it can be taken out of {path} again when that is here")
            return None
        options = extract.parse_extractor(source.extractor or "")
        try:
            with busy(f"reading {path}"):
                bounds = extract.Bounds(seconds=request.seconds)
                extraction = extract.extract(document, kind, options, bounds)
        except UnreadableError as error:
            self.problems.append(f"{path}: {error}")
            return None
        text = extraction.extract.text.encode()
        if hashlib.sha256(text).hexdigest() == self._pin.expected:
            return text, f"{path}, by {extraction.extractor}"
        self.problems.append(
            f"what {extraction.extractor} takes out of {path} is not the text that was pinned, "
            f"which {source.extractor or 'an unnamed program'} made"
        )
        return None


def _document(project: Project, source: Source, fetched: bytes | None) -> bytes | None:
    """Return the bytes of a source's document as they were pinned, if they are here."""
    pin = source.pins[0]
    if fetched is not None or pin.actual is None or pin.actual != pin.expected:
        return fetched
    try:
        return project.tree.read(pin.path, MAX_DOCUMENT_BYTES).data
    except RefusedError:
        return None


def _written(project: Project, source: Source, pin: Pin, data: bytes, origin: str) -> FetchedFile:
    """Write a file where it is pinned.

    Args:
        project: the project.
        source: whose file it is.
        pin: the file.
        data: its bytes.
        origin: where they were had.

    Raises:
        ConflictError: it cannot be written, or somebody else has written it meanwhile.
    """
    if pin.missing:
        conflicts.create(project.root, pin.path, data)
    else:
        with conflicts.explained(pin.path):
            present = project.tree.read(pin.path, MAX_DOCUMENT_BYTES).data
        conflicts.replace(project.root, pin.path, data, expect=present)
    return FetchedFile(source.id, pin.path, origin)
