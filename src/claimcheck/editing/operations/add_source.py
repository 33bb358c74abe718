"""Pin a document: get it, take its text out, and write both with their record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.document import is_url, open_document
from claimcheck.documents.extract import Bounds, extract
from claimcheck.documents.fetch import Limits
from claimcheck.documents.progress import silent
from claimcheck.documents.reader import ExtractOptions
from claimcheck.dossier.load import load
from claimcheck.editing.new_source import new_source, write
from claimcheck.errors import MissingLibraryError, RequestError, UnreadableError
from claimcheck.system.plain_files import MAX_TEXT_BYTES

if TYPE_CHECKING:
    from claimcheck.documents.document import Document
    from claimcheck.documents.extract import Extraction
    from claimcheck.documents.progress import Busy
    from claimcheck.dossier.project import Project
    from claimcheck.editing.new_source import NewSource, SourceRequest


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
    charset = request.charset or document.charset
    options = ExtractOptions(request.whole_page, charset, request.part)
    extraction = None
    if not _is_quotable(document, charset):
        with busy(f"reading {document.name}"):
            extraction = _extraction(document, options, Bounds(seconds=request.seconds))
    dossier = load(project.root, project.config)
    new = new_source(request, document, extraction, project, dossier)
    write(new, project.root)
    return new


def _document(request: SourceRequest, busy: Busy) -> Document:
    if not is_url(request.location):
        return open_document(request.location)
    with busy(f"fetching {request.location}"):
        limits = Limits(seconds=request.seconds)
        return open_document(request.location, allow=request.allow, limits=limits)


def _is_quotable(document: Document, charset: str) -> bool:
    """Whether a document is plain text that quotations can anchor in as it is.

    Raises:
        RequestError: it is plain text, but too large, or in a charset that nobody names.
    """
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


def _extraction(document: Document, options: ExtractOptions, bounds: Bounds) -> Extraction:
    try:
        return extract(document.data, document.kind, options, bounds)
    except (UnreadableError, MissingLibraryError) as error:
        raise type(error)(f"{document.name}: {error}", error.help) from None
