"""E-mails: who wrote to whom and when, and every text in them, as mail programs show it."""

from __future__ import annotations

import base64
import re
from collections import Counter
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.headerregistry import BaseHeader, HeaderRegistry
from email.message import EmailMessage
from email.utils import getaddresses
from typing import TYPE_CHECKING, Final

from claimcheck.documents.charset import decode
from claimcheck.documents.mail_headers import day_of, header, written_header
from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.truncation import TRUNCATED, is_truncated, truncated
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, clean, pinned

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIXES = (".eml",)
MEDIA_TYPES = ("message/rfc822",)
DISTRIBUTION = ""
EXTRA = ""
HAS_PARTS = True
_MOST_NAMED: Final = 10
_LONGEST_NAME: Final = 100
_SHOWN: Final = ("From", "To", "Cc", "Date", "Subject")
# What mails have, and no other text.
_OTHERS: Final = (
    "Content-Type", "Message-ID", "MIME-Version", "Received", "Reply-To", "Return-Path", "Sender"
)  # fmt: skip
_FOLLOWED: Final = (
    "another message follows it in the file and is not read: save that as a file of its own"
)
# The line between two messages of a mailbox, with headers behind it.
_NEXT_MESSAGE: Final = re.compile(
    rb"(?<=\n)\r?\nFrom \S+ [^\r\n]*\d\d:\d\d[^\r\n]*\r?\n"
    rb"(?=(?:[!-9;-~]+:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*){3})"
)
# Blanks before a header's colon are the old syntax, which the standard library takes for the body.
_OLD_HEADER: Final = re.compile(rb"^([!-9;-~]{1,78})[ \t]+:", re.MULTILINE)
_HEAD: Final = re.compile(rb"\A(?:[^\r\n]+(?:\r?\n|\Z))+")

# What parts are set apart by may have no `=` in it without quotation marks, and often has.
_BARE_BOUNDARY: Final = re.compile(r'(;\s*boundary=)([^\s";]*=[^\s";]*)', re.IGNORECASE)
_WORD: Final = re.compile(r"\w+")
_SIGNATURE: Final = "-- "
# Text with a few marks, before there was HTML in mails (RFC 1896 and 1341): `<bold>`, `<<` is `<`.
_ENRICHED: Final = frozenset({"text/enriched", "text/richtext"})
_MESSAGES: Final = frozenset({"message/rfc822", "message/global"})
_ENRICHED_MARK: Final = re.compile(
    r"<<|<param>.{0,1000}?</param>|<(/?[a-z-]{1,60})>", re.IGNORECASE | re.DOTALL
)
_INVITATION: Final = "text/calendar"
# A file within the text, as mails had them before MIME.
_UUENCODED: Final = re.compile(
    r"^begin [0-7]{3,4} (\S[^\n]*)\n(?:[ -`]{1,90}\n)+(?:end *$|\Z)", re.MULTILINE
)
# What some programs send before and behind each attachment.
_EMPTY_PAGE: Final = re.compile(
    rb"(?:\s|&nbsp;|<(?:!doctype|/?(?:html|head|meta|body|div|br|p|span))\b[^<>]*>)*", re.IGNORECASE
)
_ENDS_OF_LINES: Final = re.compile(r"\n+")
_DEEPEST: Final = 30


_HEADERS: Final = HeaderRegistry()


def _lenient_header(name: str, value: str) -> BaseHeader:
    """A header as mail programs read it, which forgive more than the standard."""
    if name.lower() == "content-type":
        value = _BARE_BOUNDARY.sub(r'\1"\2"', value)
    return _HEADERS(name, value)


_POLICY: Final = policy.default.clone(header_factory=_lenient_header)


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the headers that people read, and every text of the body in order.

    Of an alternative the HTML is taken, unless the plain text holds all its words.

    Raises:
        UnreadableError: it is no e-mail, has no body with text, or not the message that is asked
            for.
    """
    data, is_followed = _first(data)
    message = _message(data)
    cut = (TRUNCATED,) if is_truncated(message) else ()
    if cut and not data.endswith((b"\n", b"\r")):
        raise truncated()
    if options.part:
        message = _attached(message, options.part)
    if not any(header(message, name) for name in (*_SHOWN, *_OTHERS)):
        raise UnreadableError("it has none of the headers of an e-mail")
    body = _MailBody(options.charset)
    body.add(message)
    flow = "\n\n".join(text for text in body.texts if text.strip())
    heads = [f"{name}: {_header(message, name)}" for name in _SHOWN if _header(message, name)]
    if not flow.strip():
        body.refuse_without_text()
        if not heads:
            raise UnreadableError("it has no body with text, and nobody is named in it")
    parts = ["\n".join(heads), flow.strip("\n")]
    text = pinned(["\n\n".join(part for part in parts if part.strip()) + "\n"], body.asides)
    metadata = DocumentMetadata(
        title=_header(message, "Subject"),
        type="personal_communication",
        author=_senders(message),
        issued=day_of(message),
    )
    followed = (_FOLLOWED,) if is_followed else ()
    return Extract(text, metadata, tuple(body.remarks), (*cut, *followed, *body.gaps()))


def _first(data: bytes) -> tuple[bytes, bool]:
    """Return the first message of a file, and whether others follow, as in a mailbox."""
    following = _NEXT_MESSAGE.search(data)
    return (data[: following.start()], True) if following else (data, False)


def _message(data: bytes) -> EmailMessage:
    data = data.lstrip(b"\r\n")
    head = _HEAD.match(data)
    end = head.end() if head else 0
    return message_from_bytes(_OLD_HEADER.sub(rb"\1:", data[:end]) + data[end:], policy=_POLICY)


@dataclass(slots=True)
class _MailBody:
    """The texts of a message, and what of it is not read.

    Attributes:
        charset: the charset that the user names; "" where it is the parts' own.
        texts: what is shown, in order.
        asides: what is struck out in it.
        remarks: what was odd about how it is encoded.
        unread: the names of its attachments.
        messages: the subjects of the messages that are attached to it.
    """

    charset: str
    texts: list[str] = field(default_factory=list)
    asides: list[Aside] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    _gaps: list[str] = field(default_factory=list)
    _unreadable: list[UnreadableError] = field(default_factory=list)

    def add(self, part: EmailMessage, depth: int = 0) -> None:
        """Take in a part and the parts in it."""
        kind = part.get_content_type()
        if depth > _DEEPEST:
            raise UnreadableError("it is nested too deeply to be read")
        if kind in _MESSAGES:
            self.messages.append(_subject(part))
        elif kind == "multipart/alternative":
            self._add_alternative(part, depth)
        elif kind == "multipart/related":
            self._add_related(part, depth)
        elif part.is_multipart():
            for inner in _parts(part):
                self.add(inner, depth + 1)
        elif kind in {"text/plain", "text/html", *_ENRICHED} and not _is_attached(part):
            self.texts.append(self._html(part) if kind == "text/html" else self._plain(part))
        elif _is_unread(part):
            self.unread.append((part.get_filename() or kind)[:_LONGEST_NAME])

    def refuse_without_text(self) -> None:
        """Refuse a message whose only text cannot be read.

        Raises:
            UnreadableError: why it cannot.
        """
        if self._unreadable:
            raise self._unreadable[0]

    def gaps(self) -> Iterator[str]:
        """Say what of the message is not in its text."""
        if not any(text.strip() for text in self.texts):
            yield "it has no body with text: its headers alone are read"
        yield from self._gaps
        if self.unread:
            yield f"its attachments are not read: {_named(self.unread)}"
        if self.messages:
            yield (
                f"the messages attached to it are not read: {_named(self.messages)} "
                "(--part 1 reads the first)"
            )

    def _add_alternative(self, part: EmailMessage, depth: int) -> None:
        parts = _parts(part)
        plain = [
            alternative for alternative in parts if alternative.get_content_type() == "text/plain"
        ]
        others = [alternative for alternative in parts if alternative not in plain]
        # Behind the page an invitation often comes, or a form of it for some programs alone.
        pages = [alternative for alternative in others if _is_page(alternative)]
        rich = _MailBody(self.charset)
        for alternative in (pages or others)[-1:]:
            rich.add(alternative, depth + 1)
        invitations = (
            alternative for alternative in others if alternative.get_content_type() == _INVITATION
        )
        for invitation in invitations if pages else ():
            rich.add(invitation, depth + 1)
        poor = [self._plain(alternative) for alternative in plain]
        # What cannot be read of the better form stands in the other one.
        shown = "\n".join(rich.texts)
        if poor and (not shown.strip() or _holds(" ".join(poor), shown)):
            self.texts += poor
        else:
            self.texts += rich.texts
            self.asides += rich.asides
        self.remarks += rich.remarks
        self._gaps += rich._gaps
        self._unreadable += rich._unreadable
        self.unread += rich.unread
        self.messages += rich.messages

    def _add_related(self, part: EmailMessage, depth: int) -> None:
        parts = _parts(part)
        start = str(part.get_param("start") or "").strip()
        root = next(
            (related for related in parts if start and header(related, "Content-ID") == start), None
        )
        for related in [root] if root is not None else parts[:1]:
            self.add(related, depth + 1)
        # Pictures that a page shows are in it; what else comes along is not.
        self.unread += [
            (related.get_filename() or related.get_content_type())[:_LONGEST_NAME]
            for related in parts
            if related is not (root or parts[0]) and not _is_in_page(related)
        ]

    def _plain(self, part: EmailMessage) -> str:
        try:
            text = self._decoded(part)
        except UnreadableError as error:
            self._unreadable.append(error)
            self._gaps.append(f"a part of it is not read: {error}")
            return ""
        if part.get_content_type() in _ENRICHED:
            return _without_marks(text)
        self.unread += [name[:_LONGEST_NAME] for name in _UUENCODED.findall(text)]
        text = _UUENCODED.sub("", text)
        flowed = str(part.get_param("format") or "").lower() == "flowed"
        deleted = str(part.get_param("delsp") or "").lower() == "yes"
        return unflowed(text, delsp=deleted) if flowed else text

    def _decoded(self, part: EmailMessage) -> str:
        payload = part.get_payload(decode=True)
        charset = self.charset or str(part.get_param("charset") or "")
        source = decode(payload if isinstance(payload, bytes) else b"", charset)
        self.remarks += source.remarks
        self._gaps += source.gaps
        return clean("\n".join(source.text.splitlines()))

    def _html(self, part: EmailMessage) -> str:
        from claimcheck.documents.webpage import seen_page

        payload = part.get_payload(decode=True)
        if not isinstance(payload, bytes) or _EMPTY_PAGE.fullmatch(payload):
            return ""
        try:
            seen = seen_page(payload, self.charset or str(part.get_param("charset") or ""))
        except ImportError:
            self._gaps.append("its HTML is not read: the libraries for web pages are not installed")
            return ""
        except UnreadableError as error:
            if "nothing is seen" not in str(error):
                self._unreadable.append(error)
            self._gaps.append(f"its HTML is not read: {error}")
            return ""
        self.remarks += seen.remarks
        self.asides += [Aside(AsideKind.STRUCK, text) for text in seen.page.struck]
        return seen.page.text


def unflowed(text: str, *, delsp: bool) -> str:
    """Join the lines that a mail program broke (RFC 3676); each quoted paragraph keeps its marks.

    Args:
        text: the text, with its lines as they were sent.
        delsp: whether the blank at a flowed line's end is no part of the text.
    """
    lines: list[str] = []
    depth_before = -1
    for line in text.split("\n"):
        marks, words = _quote_depth(line)
        words = words.removeprefix(" ")  # a stuffed blank
        if depth_before == len(marks) and lines:
            lines[-1] += words
        else:
            lines.append(f"{marks} {words}" if marks else words)
        is_flowed = words.endswith(" ") and words != _SIGNATURE
        if is_flowed and delsp:
            lines[-1] = lines[-1][:-1]
        depth_before = len(marks) if is_flowed else -1
    return "\n".join(lines)


def _without_marks(text: str) -> str:
    """Return the words of enriched text; a single end of a line in it is a blank."""

    def meaning(hit: re.Match[str]) -> str:
        return {"<<": "<", "<nl>": "\n\n", "<lt>": "<"}.get(hit[0].lower(), "")

    text = _ENRICHED_MARK.sub(meaning, text)
    return _ENDS_OF_LINES.sub(lambda hit: "\n" * (len(hit[0]) - 1) or " ", text)


def _quote_depth(line: str) -> tuple[str, str]:
    marks = line[: len(line) - len(line.lstrip(">"))]
    return marks, line[len(marks) :]


def _holds(plain: str, rich: str) -> bool:
    """Whether a plain text holds every word of another form of it."""
    return not Counter(_words(rich)) - Counter(_words(plain))


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _parts(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    return (
        [inner for inner in payload if isinstance(inner, EmailMessage)]
        if (isinstance(payload, list))
        else []
    )


def _is_attached(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _is_page(part: EmailMessage) -> bool:
    """Whether a part is a form of the text that mail programs show, or holds one."""
    return part.is_multipart() or part.get_content_type() in {"text/html", *_ENRICHED}


def _is_in_page(part: EmailMessage) -> bool:
    """Whether a part beside a page is a picture or a sheet of it, which the page may name."""
    if any(header(part, name) for name in ("Content-ID", "Content-Location")):
        return part.get_content_maintype() in {"image", "text"}
    is_picture = part.get_content_maintype() == "image" or part.get_content_type() == "text/css"
    return is_picture and not _is_attached(part)


def _is_unread(part: EmailMessage) -> bool:
    """Whether a part holds something for a reader: not a picture within a page, not a signature."""
    kind = part.get_content_type()
    if kind in {
        "application/pgp-signature",
        "application/pkcs7-signature",
        "message/delivery-status",
    }:
        return False
    return bool(part.get_payload()) or bool(part.get_filename())


def _attached(message: EmailMessage, wanted: str) -> EmailMessage:
    """Return the message that is attached to another, by its number from 1.

    Raises:
        UnreadableError: there is no such message.
    """
    attached = [
        inner
        for part in message.walk()
        if part.get_content_type() in _MESSAGES and isinstance(part, EmailMessage)
        for inner in _messages_in(part)
    ]
    if not wanted.isdecimal() or not 0 < int(wanted) <= len(attached):
        raise UnreadableError(
            f"it has no attached message '{wanted[:40]}'",
            f"it has {len(attached):,}: --part 1 is the first" if attached else "",
        )
    return attached[int(wanted) - 1]


def _messages_in(part: EmailMessage) -> list[EmailMessage]:
    """Return the messages in a part that holds some, packed ones too, which some programs send."""
    if str(part.get("Content-Transfer-Encoding") or "").strip().lower() != "base64":
        return _parts(part)
    packed = (inner.get_payload() for inner in _parts(part))
    return [_message(_unpacked(text)) for text in packed if isinstance(text, str)]


def _unpacked(text: str) -> bytes:
    try:
        return base64.b64decode(text)
    except ValueError:
        return b""


def _subject(part: EmailMessage) -> str:
    subjects = [_header(inner, "Subject") for inner in _messages_in(part)]
    return next((subject for subject in subjects if subject), "message/rfc822")[:_LONGEST_NAME]


def _named(names: list[str]) -> str:
    more = f" and {len(names) - _MOST_NAMED:,} more" if len(names) > _MOST_NAMED else ""
    return ", ".join(names[:_MOST_NAMED]) + more


def _header(message: EmailMessage, name: str) -> str:
    value = str(header(message, name) or "")
    return " ".join((_in_charset_of_body(message, name) if "\ufffd" in value else value).split())


def _in_charset_of_body(message: EmailMessage, name: str) -> str:
    """Return a header whose letters an old program sent as they are in the charset of the text."""
    charsets = (str(part.get_param("charset") or "") for part in message.walk())
    try:
        raw = str(written_header(message, name)).encode("utf-8", "surrogateescape")
        return clean(decode(raw, next(filter(None, charsets), "")).text)
    except (UnreadableError, UnicodeEncodeError):
        return str(header(message, name))


def _senders(message: EmailMessage) -> tuple[str, ...]:
    senders = getaddresses([_header(message, "From")])
    return tuple(dict.fromkeys(name or address for name, address in senders if name or address))
