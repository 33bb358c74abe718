"""Pin a document: get it, take its text out, and write both with their record."""

from __future__ import annotations

from collections import deque
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from threading import Event
from typing import TYPE_CHECKING, Final

from claimcheck.documents import extract, media
from claimcheck.documents.document import is_url, open_document
from claimcheck.documents.extract import Bounds
from claimcheck.documents.fetch import Limits
from claimcheck.documents.progress import silent
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier.foundation import read_foundation
from claimcheck.dossier.listing import list_files
from claimcheck.editing.new_source import new_source, refuse_pinned, write
from claimcheck.model.errors import (
    ClaimcheckError,
    MissingLibraryError,
    RequestError,
    UnreadableError,
)
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_TEXT_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from concurrent.futures import Future

    from claimcheck.documents.document import Document
    from claimcheck.documents.extract import Extraction
    from claimcheck.documents.progress import Busy
    from claimcheck.dossier.project import Project
    from claimcheck.editing.new_source import NewSource, SourceRequest
    from claimcheck.model import Dossier

_AT_A_TIME: Final = 2


def add_source(
    project: Project,
    request: SourceRequest,
    busy: Busy = silent,
) -> NewSource:
    """Pin a document beside the other sources of a project.

    Args:
        project: the project.
        request: the document, and what is said of it.
        busy: shows what is being done while it takes long, given a phrase such as `reading x`.

    Raises:
        UnreadableError: its text cannot be taken out.
        MissingLibraryError: the library that it needs is not installed.
        RequestError: there is no such document, or it cannot be had; it is pinned already, its id
            is taken, or what is said of it cannot stand in a record.
        ConflictError: a file is there already, or cannot be written.
    """
    document = _document(request, busy)
    with busy(f"reading {document.name}"):
        extraction = _extraction(request, document)
    return _pin(project, request, document, extraction)


@dataclass(frozen=True, slots=True)
class Addition:
    """One of many documents, with the source that it is now, or the reason why it is none.

    Attributes:
        location: its file or its address.
        source: what was written for it; None where nothing was.
        refusal: why nothing was written; None where it was.
    """

    location: str
    source: NewSource | None = None
    refusal: ClaimcheckError | None = None


def add_sources(project: Project, requests: Sequence[SourceRequest]) -> Iterator[Addition]:
    """Pin documents, two read at a time, each within its own bounds; go on after one that fails.

    Args:
        project: the project.
        requests: the documents, and what is said of them.

    Yields:
        What became of each, in order.
    """
    cancelled = Event()
    pinned = _pinned(project)

    def prepare(request: SourceRequest) -> tuple[Document, Extraction | None] | ClaimcheckError:
        if cancelled.is_set():
            return RequestError(f"{request.location}: was not read")
        try:
            document = _document(request, silent)
            refuse_pinned(document, pinned)
            return document, _extraction(request, document, cancelled)
        except ClaimcheckError as error:
            return error

    with ThreadPoolExecutor(_AT_A_TIME) as pool:
        waiting: deque[Future[tuple[Document, Extraction | None] | ClaimcheckError]] = deque()
        try:
            for number, request in enumerate(requests):
                ahead = requests[number + len(waiting) : number + _AT_A_TIME + 1]
                waiting += [pool.submit(prepare, following) for following in ahead]
                yield _addition(project, request, waiting.popleft().result())
        finally:
            cancelled.set()


def _addition(
    project: Project,
    request: SourceRequest,
    prepared: tuple[Document, Extraction | None] | ClaimcheckError,
) -> Addition:
    if isinstance(prepared, ClaimcheckError):
        return Addition(request.location, refusal=prepared)
    try:
        return Addition(request.location, _pin(project, request, *prepared))
    except ClaimcheckError as error:
        return Addition(request.location, refusal=error)


def _pin(
    project: Project, request: SourceRequest, document: Document, extraction: Extraction | None
) -> NewSource:
    new = new_source(request, document, extraction, project, _pinned(project))
    write(new, project.root)
    return new


def _pinned(project: Project) -> Dossier:
    """Read what is pinned by now, and no claim: a document is pinned for all of them."""
    tree = Folder(project.root)
    return read_foundation(tree, project.config, list_files(tree, project.config)).dossier


def _extraction(
    request: SourceRequest, document: Document, cancelled: Event | None = None
) -> Extraction | None:
    """Return the text of a document; None where it is plain text that is quoted as it is."""
    charset = request.charset or document.charset
    options = ExtractOptions(request.whole_page, charset, request.part)
    bounds = Bounds(seconds=request.seconds)
    try:
        extract.refuse_part(document.kind, options)
        if _is_quotable(document, charset):
            return None
        return extract.extract(document.data, document.kind, options, bounds, cancelled)
    except (UnreadableError, MissingLibraryError) as error:
        raise type(error)(f"{document.name}: {error}", error.help) from None


def _document(request: SourceRequest, busy: Busy) -> Document:
    if not is_url(request.location):
        return open_document(request.location, with_media=True)
    with busy(f"fetching {request.location}"):
        limits = Limits(seconds=request.seconds)
        return open_document(request.location, allow=request.allow, limits=limits)


def _is_quotable(document: Document, charset: str) -> bool:
    """Whether a document is pinned as it is: as plain text, or as a picture that has none.

    Raises:
        RequestError: it is plain text, but too large, or in a charset that nobody names.
    """
    if document.kind == media.KIND:
        return True  # there is nothing to take out of it
    if document.kind != "text":
        return False
    try:
        document.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if charset:
            return False
        line = document.data.count(b"\n", 0, error.start) + 1
        raise RequestError(
            f"{document.name}:{line}: is not UTF-8",
            "save it as UTF-8, or name its charset with --charset, such as windows-1252",
        ) from None
    if len(document.data) > MAX_TEXT_BYTES:
        raise RequestError(
            f"{document.name}: is a text of more than {MAX_TEXT_BYTES:,} bytes", "split it"
        )
    return True
