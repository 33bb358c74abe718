"""Web pages saved with everything in one file (MHTML, as browsers save them)."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from claimcheck.documents.webpage import read_page
from claimcheck.errors import UnreadableError

if TYPE_CHECKING:
    from claimcheck.documents.reader import Extract, ExtractOptions

SUFFIXES = (".mhtml", ".mht")
MEDIA_TYPES = ("multipart/related", "application/x-mimearchive")
DISTRIBUTION = "trafilatura"
EXTRA = "html"


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the text of the page that was saved, not of what it contains.

    Raises:
        UnreadableError: there is no page in it, or it cannot be read.
    """
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in {"text/html", "application/xhtml+xml"}:
            body = part.get_payload(decode=True)
            charset = str(part.get_param("charset") or "")
            extract = read_page(body if isinstance(body, bytes) else b"", options, charset)
            address = str(message.get("Snapshot-Content-Location") or "").strip()
            if not extract.metadata.url and address.startswith(("https://", "http://")):
                return replace(extract, metadata=replace(extract.metadata, url=address))
            return extract
    raise UnreadableError("there is no web page in it")
