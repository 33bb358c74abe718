"""Web pages saved with everything in one file (MHTML, as browsers save them)."""

from __future__ import annotations

from email import message_from_bytes, policy
from typing import TYPE_CHECKING

from claimcheck.documents.mail_headers import day_of, header
from claimcheck.documents.saved_pages import PAGE_TYPES, SHEET_TYPE, SavedPage, read_saved
from claimcheck.documents.truncation import is_truncated, truncated

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from claimcheck.documents.reader import Extract, ExtractOptions

SUFFIXES = (".mhtml", ".mht")
MEDIA_TYPES = ("multipart/related", "application/x-mimearchive")
DISTRIBUTION = "trafilatura"
EXTRA = "html"
HAS_PARTS = True


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the page that was saved, with the frames in it.

    Raises:
        UnreadableError: there is no page in it, or it cannot be read.
    """
    message = message_from_bytes(data, policy=policy.default)
    if is_truncated(message):
        raise truncated()
    main = str(header(message, "Snapshot-Content-Location") or "").strip()
    return read_saved(list(_pages(message, main, day_of(message))), options, main)


def _pages(message: EmailMessage, main: str, saved: str) -> Iterator[SavedPage]:
    is_first = True
    for part in message.walk():
        kind = part.get_content_type()
        if kind not in PAGE_TYPES and kind != SHEET_TYPE:
            continue
        body = part.get_payload(decode=True)
        address = str(header(part, "Content-Location") or "").strip()
        name = str(header(part, "Content-ID") or "").strip("<> ")
        # A frame is named by the address or by the id of its part; the page itself by the file's.
        if is_first and not address and kind != SHEET_TYPE:
            address = main
        elif not address.startswith(("http:", "https:")) and name:
            address = f"cid:{name}"
        is_first = is_first and kind == SHEET_TYPE
        charset = str(part.get_param("charset") or "")
        content = body if isinstance(body, bytes) else b""
        yield SavedPage(address, content, charset, saved, is_sheet=kind == SHEET_TYPE)
