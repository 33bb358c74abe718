"""Documents that end in the middle, as a copy does that was cut off.

Saved pages and archives are refused, and so are mails that end within a line. A mail that ends with
a whole line is read as far as it goes, as mail programs read it: many lack the line that ends them.
"""

from __future__ import annotations

import re
import zlib
from email import errors
from typing import TYPE_CHECKING, Final

from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from email.message import EmailMessage

# What is told of a document that is read as far as it goes.
TRUNCATED: Final = "it ends in the middle, so that what followed is not there"
_UNENDED: Final = (errors.CloseBoundaryNotFoundDefect, errors.StartBoundaryNotFoundDefect)
_NOT_BASE64: Final = re.compile("[^A-Za-z0-9+/=]+")
_BASE64_QUANTUM: Final = 4
# In quoted-printable a letter is `=E9`, and no line that has an end ends with a part of one.
_PART_OF_A_LETTER: Final = re.compile(r"=[0-9A-Fa-f]?\Z")
_GZIP_MAGIC: Final = b"\x1f\x8b"
_RECORD_ENDS: Final = (b"\r\n\r\n", b"\n\n")
_PIECE_BYTES: Final = 1 << 16  # unpacked a thousand times as many at most
_TAIL_BYTES: Final = 4


def truncated() -> UnreadableError:
    """Return the message for a document that ends in the middle."""
    return UnreadableError("it ends in the middle", "save it again, whole")


def is_truncated(message: EmailMessage) -> bool:
    """Whether the last part of a message has no end, or its packed text is not whole."""
    encoding = str(message.get("Content-Transfer-Encoding") or "").strip().lower()
    body = message.get_payload()
    if isinstance(body, str) and _ends_in_the_middle(body, encoding):
        return True
    return any(isinstance(defect, _UNENDED) for defect in message.defects)


def _ends_in_the_middle(body: str, encoding: str) -> bool:
    if encoding == "base64":
        return len(_NOT_BASE64.sub("", body)) % _BASE64_QUANTUM != 0
    return encoding == "quoted-printable" and _PART_OF_A_LETTER.search(body) is not None


def refuse_truncated_archive(data: bytes) -> None:
    """Refuse a WARC whose last record has no end, packed or not.

    Raises:
        UnreadableError: it ends in the middle.
    """
    tail = _unpacked_tail(data) if data.startswith(_GZIP_MAGIC) else data[-_TAIL_BYTES:]
    if not tail.endswith(_RECORD_ENDS):
        raise truncated()


def _unpacked_tail(data: bytes) -> bytes:
    """The last few bytes of what is packed, member by member; none where one has no end."""
    tail, member = b"", None
    for start in range(0, len(data), _PIECE_BYTES):
        piece = data[start : start + _PIECE_BYTES]
        while piece.strip(b"\0") if member is None else piece:
            member = member or zlib.decompressobj(zlib.MAX_WBITS | 16)
            try:
                tail = (tail + member.decompress(piece))[-_TAIL_BYTES:]
            except zlib.error:
                return b""
            piece = member.unused_data
            member = None if member.eof else member
    return b"" if member else tail
