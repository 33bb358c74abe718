"""E-mails: who wrote to whom and when, and the body's text."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.utils import parseaddr
from typing import TYPE_CHECKING

from claimcheck.documents.charset import decode
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.errors import UnreadableError

if TYPE_CHECKING:
    from email.message import EmailMessage

SUFFIXES = (".eml",)
MEDIA_TYPES = ("message/rfc822",)
DISTRIBUTION = ""
EXTRA = ""
_MAX_NAMES_SHOWN = 10
_LONGEST_NAME = 100  # characters
_HEADERS = ("From", "To", "Cc", "Date", "Subject")


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the headers that people read, and the body, plain where there is a plain one.

    Raises:
        UnreadableError: it is no e-mail, or has no body with text.
    """
    message = message_from_bytes(data, policy=policy.default)
    if not any(message.get(name) for name in _HEADERS):
        raise UnreadableError("it has none of the headers of an e-mail")
    body, remarks = _body(message, options)
    if not body.strip():
        raise UnreadableError("it has no body with text")
    headers = [f"{name}: {_header(message, name)}" for name in _HEADERS if _header(message, name)]
    text = "\n".join(headers) + "\n\n" + body.strip() + "\n"
    names = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    if names:
        listed = ", ".join(name[:_LONGEST_NAME] for name in names[:_MAX_NAMES_SHOWN])
        more = (
            f" and {len(names) - _MAX_NAMES_SHOWN:,} more" if len(names) > _MAX_NAMES_SHOWN else ""
        )
        remarks.append(f"its attachments are not read: {listed}{more}")
    name, address = parseaddr(_header(message, "From"))
    metadata = DocumentMetadata(
        title=_header(message, "Subject"),
        type="personal_communication",
        author=(name or address,) if name or address else (),
        issued=_issued(message),
    )
    return Extract(text, metadata, tuple(remarks))


def _body(message: EmailMessage, options: ExtractOptions) -> tuple[str, list[str]]:
    part = message.get_body(preferencelist=("plain", "html"))
    payload = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(payload, bytes):
        return "", []
    charset = options.charset or str(part.get_param("charset") or "")
    if part.get_content_subtype() == "html":
        from dataclasses import replace

        from claimcheck.documents.webpage import read_page

        # Nothing around an e-mail's text is furniture.
        page = read_page(payload, replace(options, whole_page=True), charset)
        return page.text, []
    return "\n".join(decode(payload, charset).text.splitlines()), []


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _issued(message: EmailMessage) -> str:
    moment = getattr(message.get("Date"), "datetime", None)
    return f"{moment:%Y-%m-%d}" if moment is not None else ""
