"""Files that belong to no project, opened to look for quotations in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Text
from claimcheck.assessment.quotations import SearchableFile
from claimcheck.documents import extract
from claimcheck.documents.document import refuse_blank, refuse_unless_file
from claimcheck.documents.extract_cache import cached_extraction
from claimcheck.documents.progress import silent
from claimcheck.dossier.locators import read_marks
from claimcheck.model import Place, Source
from claimcheck.model.errors import (
    ClaimcheckError,
    MissingLibraryError,
    RequestError,
    UnreadableError,
)
from claimcheck.system.file_errors import cannot_read
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, MAX_TEXT_BYTES

if TYPE_CHECKING:
    from pathlib import Path

    from claimcheck.documents.extract import Bounds
    from claimcheck.documents.progress import Busy
    from claimcheck.documents.reader import ExtractOptions


def open_searchable(
    file: Path,
    options: ExtractOptions,
    bounds: Bounds,
    busy: Busy = silent,
) -> SearchableFile:
    """Open a text, or take the text out of a document.

    Args:
        file: where it is.
        options: how a document is to be read.
        bounds: what that may cost.
        busy: shows what is being done while it takes long, given a phrase such as `reading x`.

    Raises:
        RequestError: there is no such file, it is too large, or no text that can be read as it is.
        UnreadableError: a document's text cannot be taken out.
        MissingLibraryError: the library that this needs is not installed.
    """
    refuse_unless_file(str(file))
    try:
        size = file.stat().st_size
        if size > MAX_DOCUMENT_BYTES:
            raise RequestError(f"{file}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
        data = file.read_bytes()
    except OSError as error:
        raise cannot_read(str(file), error) from None
    kind = extract.kind_of_name(file.name) or extract.kind_of_content(data) or "text"
    if kind == "text" and size > MAX_TEXT_BYTES:
        message = f"{file}: is a text of more than {MAX_TEXT_BYTES:,} bytes"
        raise RequestError(message, "split it")
    is_document = kind != "text"
    if is_document or options.charset or options.part:
        with busy(f"reading {file}"):
            source = _extracted(file, data, kind, options, bounds)
    else:
        name = str(file)
        text = _decoded(file, data)
        refuse_blank(name, text)
        content = read_marks(text, file.name)
        source = Source(name, name, Place(name), content=content, text_path=name)
    return SearchableFile(source, Text(source.text or ""), is_document)


def open_or_explain(
    file: Path,
    options: ExtractOptions,
    bounds: Bounds,
    busy: Busy = silent,
) -> tuple[SearchableFile, ClaimcheckError | None]:
    """Open a text or a document; one that cannot be read is a file without text, and a gap.

    So other files are looked in all the same, and what is not in them is unchecked.

    Args:
        file: where it is.
        options: how a document is to be read.
        bounds: what that may cost.
        busy: shows what is being done while it takes long.

    Returns:
        The file, and why it could not be read; None where it was.
    """
    try:
        return open_searchable(file, options, bounds, busy), None
    except ClaimcheckError as error:
        name = str(file)
        gap = f"not looked in: {str(error).removeprefix(f'{name}: ')}"
        source = Source(name, name, Place(name), text_path=name, gaps=(gap,))
        return SearchableFile(source, Text(""), document=True), error


def _decoded(file: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RequestError(
            f"{file}: is not UTF-8",
            "name the charset of a text with --charset, such as windows-1252; documents are known "
            f"by their endings: {', '.join(extract.suffixes())}",
        ) from None


def _extracted(
    file: Path, data: bytes, kind: str, options: ExtractOptions, bounds: Bounds
) -> Source:
    try:
        extract.refuse_part(kind, options)
        extraction = cached_extraction(data, kind, options, bounds)
    except (UnreadableError, MissingLibraryError) as error:
        raise type(error)(f"{file}: {error}", error.help) from None
    name, made = str(file), extraction.extract
    return Source(
        name, name, Place(name),
        content=read_marks(made.text, file.name, extraction.extractor),
        text_path=name,
        main=made.main,
        doubtful=made.doubtful,
        gaps=made.gaps,
        page_labels=made.page_labels,
    )  # fmt: skip
