"""Web archives (WARC): the first page in them that a server answered with."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from claimcheck.documents.webpage import read_page
from claimcheck.errors import UnreadableError

if TYPE_CHECKING:
    from claimcheck.documents.reader import Extract, ExtractOptions

SUFFIXES = (".warc", ".warc.gz")
MEDIA_TYPES = ("application/warc",)
DISTRIBUTION = "warcio"
EXTRA = "warc"
MAGIC = (b"WARC/1.",)
_MAX_PAGE_BYTES = 64 << 20


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the text of the first web page in an archive.

    Raises:
        UnreadableError: there is no page in it, or it cannot be read.
    """
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    try:
        pages = 0
        first: tuple[bytes, str, str] | None = None
        for record in ArchiveIterator(io.BytesIO(data)):
            media_type = _media_type(record)
            if media_type.partition(";")[0].strip().lower() in {
                "text/html",
                "application/xhtml+xml",
            }:
                pages += 1
                first = first or (_body(record), media_type, _address(record))
    except ArchiveLoadFailed as error:
        raise UnreadableError(f"it is damaged, or no web archive: {error}") from None
    except AttributeError:  # all that warcio says of it
        raise UnreadableError("it is damaged: a response in it names no address") from None
    if first is None:
        raise UnreadableError("there is no web page in it")
    body, media_type, address = first
    charset = media_type.lower().partition("charset=")[2].partition(";")[0].strip("\"' ")
    extract = read_page(body, options, charset)
    remarks = (*extract.remarks, *([f"the first of {pages} pages was read"] if pages > 1 else []))
    metadata = extract.metadata if extract.metadata.url else replace(extract.metadata, url=address)
    return replace(extract, metadata=metadata, remarks=remarks)


def _media_type(record: Any) -> str:  # noqa: ANN401 - warcio has no types
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return ""
    return str(headers.get_header("Content-Type") or "")


def _body(record: Any) -> bytes:  # noqa: ANN401 - warcio has no types
    body: bytes = record.content_stream().read(_MAX_PAGE_BYTES + 1)
    if len(body) > _MAX_PAGE_BYTES:
        raise UnreadableError(f"its page is larger than {_MAX_PAGE_BYTES:,} bytes")
    return body


def _address(record: Any) -> str:  # noqa: ANN401 - warcio has no types
    address = str(record.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    return address if address.startswith(("https://", "http://")) else ""
