"""The web pages in a WARC: what servers answered with, and what was saved without an answer."""

from __future__ import annotations

import gzip
import zlib
from dataclasses import replace
from typing import IO, TYPE_CHECKING, Final, Protocol

from claimcheck.documents.page_origin import is_address
from claimcheck.documents.saved_pages import PAGE_TYPES, SHEET_TYPE, ZSTD_MAGIC, SavedPage
from claimcheck.documents.truncation import truncated
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

_MAX_PAGE: Final = 64 << 20
_MAX_PAGES: Final = 256 << 20
_LONGEST_REASON: Final = 200
_PIECE: Final = 1 << 16
_DAY: Final = len("2021-05-05")


def pages_of(file: IO[bytes]) -> list[SavedPage]:
    """Return the web pages of a WARC, in order.

    Args:
        file: the archive, packed record by record, as a whole, or not at all; it can seek.

    Raises:
        UnreadableError: it is damaged, or its pages are too large.
    """
    from warcio.exceptions import ArchiveLoadFailed

    try:
        try:
            return _pages(file)
        except ArchiveLoadFailed as error:
            if "non-chunked" not in str(error):
                raise
        file.seek(0)
        with gzip.GzipFile(fileobj=file) as unpacked:
            return _pages(unpacked)
    except (ArchiveLoadFailed, OSError, EOFError, zlib.error) as error:
        reason = " ".join(str(error).split())[:_LONGEST_REASON]
        raise UnreadableError(f"it is damaged, or no web archive: {reason}") from None
    except AttributeError:  # all that warcio says of it
        raise UnreadableError("it is damaged: a response in it names no address") from None


def _pages(file: IO[bytes] | gzip.GzipFile) -> list[SavedPage]:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.bufferedreaders import BufferedReader

    # warcio's own sets an attribute that today's brotli does not take.
    BufferedReader.DECOMPRESSORS["br"] = _Brotli
    left = _MAX_PAGES
    frames: set[str] = set()
    pages: list[SavedPage] = []
    for record in _whole_records(ArchiveIterator(file)):
        if record.rec_type == "request" and _fills_frame(record):
            frames.add(_address(record))
        media_type = _media_type(record)
        kind = media_type.partition(";")[0].strip().lower()
        if kind not in PAGE_TYPES and kind != SHEET_TYPE:
            continue
        body = _body(record)
        left -= len(body)
        if left < 0:
            raise UnreadableError(f"its pages are larger than {_MAX_PAGES:,} bytes together")
        charset = media_type.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
        day = _header(record.rec_headers, "WARC-Date")[:_DAY]
        is_sheet = kind == SHEET_TYPE
        is_cut = bool(_header(record.rec_headers, "WARC-Truncated"))
        page = SavedPage(_address(record), body, charset, day, is_sheet=is_sheet, is_cut=is_cut)
        pages.append(page)
    return [replace(page, is_frame=page.address in frames) for page in pages]


class _Headers(Protocol):
    """The headers of a record, or of the answer in it; warcio has no types."""

    def get_header(self, name: str, /) -> str | None: ...

    def get_statuscode(self) -> str: ...


class _Record(Protocol):
    """A record of an archive.

    Attributes:
        rec_type: its kind: `request`, `response`, `resource`.
        rec_headers: its own headers.
        http_headers: those of the request or the answer in it.
        raw_stream: what follows the headers, as it was stored.
    """

    rec_type: str
    rec_headers: _Headers
    http_headers: _Headers | None
    raw_stream: IO[bytes]

    def content_stream(self) -> IO[bytes]: ...


class _Archive(Protocol):
    """The records of an archive in order, and how many of them are longer than they say."""

    err_count: int

    def __iter__(self) -> Iterator[_Record]: ...


def _whole_records(archive: _Archive) -> Iterator[_Record]:
    """Yield records, each to be read before the next; refuse one that ends in the middle."""
    for record in archive:
        yield record
        stream = record.raw_stream
        while stream.read(_PIECE):
            pass
        if getattr(stream, "limit", 0) > 0:
            raise truncated()
    if archive.err_count:
        raise UnreadableError("it is damaged: a record in it is longer than it says")


class _Brotli:
    """A decompressor with the interface that warcio expects."""

    unused_data: bytes | None = None

    def __init__(self) -> None:
        import brotli

        self._decompressor = brotli.Decompressor()

    def decompress(self, data: bytes) -> bytes:
        """Unpack the next piece of a stream."""
        unpacked: bytes = self._decompressor.process(data)
        return unpacked


def _fills_frame(record: _Record) -> bool:
    """Whether a browser asked for something to show it in a frame."""
    wanted = _header(record.http_headers, "Sec-Fetch-Dest")
    return wanted.lower() in {"iframe", "frame", "embed", "object"}


def _header(headers: _Headers | None, name: str) -> str:
    return str(headers.get_header(name) or "") if headers is not None else ""


def _media_type(record: _Record) -> str:
    if record.rec_type == "resource":
        return _header(record.rec_headers, "Content-Type")
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return ""
    return _header(headers, "Content-Type")


def _body(record: _Record) -> bytes:
    body: bytes = record.content_stream().read(_MAX_PAGE + 1)
    if len(body) > _MAX_PAGE:
        raise UnreadableError(f"its page is larger than {_MAX_PAGE:,} bytes")
    return _unpacked(body) if body.startswith(ZSTD_MAGIC) else body


def _unpacked(body: bytes) -> bytes:
    """Return what a server packed with zstd, which warcio does not know.

    Where nothing here unpacks it, it stays as it is: another page of the archive may be wanted.
    """
    try:
        import pyarrow as pa
    except ImportError:
        return body
    try:
        with pa.input_stream(pa.py_buffer(body), compression="zstd") as stream:
            unpacked: bytes = stream.read(_MAX_PAGE + 1)
    except OSError as error:
        raise UnreadableError(f"it is damaged: {error}") from None
    if len(unpacked) > _MAX_PAGE:
        raise UnreadableError(f"its page is larger than {_MAX_PAGE:,} bytes")
    return unpacked


def _address(record: _Record) -> str:
    address = _header(record.rec_headers, "WARC-Target-URI").strip("<> ")
    return address if is_address(address) or record.rec_type == "resource" else ""
