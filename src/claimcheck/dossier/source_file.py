"""What a source's record says, and whether the files it pins are what it says they are."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier.fields import Fields, FlawLog, root_mapping, shown
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.locators import blank_marks
from claimcheck.model import Notice, Pin, Place, Source
from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from claimcheck.dossier.strict_yaml import YamlDocument
    from claimcheck.system.tree import Tree

KEYS = {
    "id": Key(Form.ID, "The source's id; when given, the file's name without .yaml."),
    "title": Key(Form.TEXT, "The document's title.", required=True),
    "type": Key(
        Form.TEXT,
        "What kind of document it is: a type of the Citation Style Language.",
        example="article-newspaper",
    ),
    "author": Key(Form.TEXTS, "Who wrote it.", example=["Justin Vallejo"]),
    "container_title": Key(Form.TEXT, "The newspaper, journal, site or book that it appeared in."),
    "publisher": Key(
        Form.TEXT,
        "Who published it: a party's id or a name; whose word a passage is, unless it says more.",
        example="independent",
    ),
    "language": Key(
        Form.LANGUAGE, "The document's language, as BCP 47 writes it.", example="en-GB"
    ),
    "issued": Key(
        Form.PARTIAL_DATE,
        "When it appeared: a day, a month or a year; absent when not known, never guessed.",
        example="2020-07-10",
    ),
    "accessed": Key(Form.DAY, "The day on which it was fetched.", example="2026-11-22"),
    "url": Key(
        Form.WEB_ADDRESS, "Where it was found.", example="https://example.org/news/2020-07-10"
    ),
    "archive_url": Key(Form.WEB_ADDRESS, "Where an archive keeps a copy."),
    "file": Key(
        Form.FILE,
        "The pinned document: a file beside this record or below its folder.",
        example="report.pdf",
    ),
    "sha256": Key(Form.SHA256, "The SHA-256 of the pinned file's bytes, in hexadecimal."),
    "text": Key(
        Form.FILE,
        "The text extracted from the document, where that is no plain text; quotes anchor in it.",
        example="report.txt",
    ),
    "text_sha256": Key(Form.SHA256, "The SHA-256 of the extracted text's bytes, in hexadecimal."),
    "extractor": Key(
        Form.TEXT, "The program, and its version, that made the text.", example="trafilatura 2.0.0"
    ),
    "origin": Key(
        Form.TEXT,
        "The id of the source that this one repeats, or unknown.",
        example="agency-dispatch-2020-07-10",
    ),
    "notice": Key(
        Form.CHOICE, "What the publisher said of the document afterwards.", choices=Notice
    ),
}
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_SHA256 = re.compile(r"[0-9a-f]{64}")
LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_URL = re.compile(r"https?://[A-Za-z0-9\[][^\s<>\"'`\\@]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _PinnedFile:
    """A pin and, where quotes are to anchor in the file, its bytes."""

    pin: Pin
    data: bytes = b""


def read_source(
    document: YamlDocument, source_id: str, tree: Tree, flaws: FlawLog
) -> Source | None:
    """Read a record and the files it pins; None when the file is no record at all."""
    fields = root_mapping(document, flaws, "a source's record")
    if fields is None:
        return None
    fields.refuse_unknown(KEYS)
    fields.check_id(source_id)
    title = fields.required_text("title", "the document's title")
    original = _named_file(fields, "file", flaws)
    extracted = _named_file(fields, "text", flaws)
    if fields.node("file") is None and fields.node("text") is None:
        flaws.note("a source's record has no `file`", fields.place, "add file: the pinned document")
    original_sha, extracted_sha = _sha(fields, "sha256", flaws), _sha(fields, "text_sha256", flaws)
    pins: list[Pin] = []
    text, text_path, reason = None, "", "its record names no file"
    if original:
        quotable = extracted is None and original.lower().endswith(TEXT_SUFFIXES)
        pinned = _pin(tree, original, original_sha, fields.place_of("file"), keep=quotable)
        pins.append(pinned.pin)
        text, text_path, reason = _text(pinned) if quotable else (None, "", _no_text(original))
    if extracted:
        pinned = _pin(tree, extracted, extracted_sha, fields.place_of("text"), keep=True)
        pins.append(pinned.pin)
        text, text_path, reason = _text(pinned)
    text, locators = blank_marks(text, original or "") if text is not None else (None, ())
    return Source(
        id=source_id,
        title=title or "",
        place=fields.place,
        type=fields.text("type"),
        author=fields.texts("author"),
        container_title=fields.text("container_title"),
        publisher=fields.text("publisher"),
        language=_language(fields, flaws),
        issued=fields.partial_date("issued"),
        accessed=fields.day("accessed"),
        url=_url(fields, "url", flaws),
        archive_url=_url(fields, "archive_url", flaws),
        extractor=fields.text("extractor"),
        origin=fields.text("origin"),
        origin_place=fields.place_of("origin"),
        notice=fields.choice("notice", Notice),
        pins=tuple(pins),
        text=text,
        text_path=text_path,
        no_text_because=reason,
        locators=locators,
    )


def restore_line_ends(data: bytes, expected: str) -> bytes | None:
    """Return a pinned file's bytes with the line ends that give the recorded hash again.

    Args:
        data: the file's bytes, whose hash is another one.
        expected: the recorded SHA-256, in lower-case hexadecimal.

    Returns:
        The bytes that were pinned; None where other line ends do not lead to them.
    """
    import hashlib  # only for a pin that does not match

    unix = data.replace(b"\r\n", b"\n")
    windows = unix.replace(b"\n", b"\r\n")
    forms = (unix, windows)
    return next((form for form in forms if hashlib.sha256(form).hexdigest() == expected), None)


def _named_file(fields: Fields, key: str, flaws: FlawLog) -> str | None:
    """Return the path of a file named in the record, relative to the project root."""
    name = fields.text(key)
    if name is None:
        return None
    try:
        portable_parts(name)
    except RefusedError as error:
        message = f"`{key}` is {shown(name)}, which is no file beside this record: {error}"
        flaws.note(
            message, fields.place_of(key), "name a file in the record's own folder or below it"
        )
        return None
    return posixpath.join(posixpath.dirname(flaws.path), name)


def _sha(fields: Fields, key: str, flaws: FlawLog) -> str | None:
    text = fields.text(key)
    if text is None:
        return None
    if _SHA256.fullmatch(text.lower()):
        return text.lower()
    message = f"`{key}` is {shown(text)}, which is no SHA-256"
    flaws.note(
        message, fields.place_of(key), "write the 64 hexadecimal digits that `sha256sum` prints"
    )
    return None


def _url(fields: Fields, key: str, flaws: FlawLog) -> str | None:
    text = fields.text(key)
    if text is None or _URL.fullmatch(text):
        return text
    message = f"`{key}` is {shown(text)}, which is no web address"
    flaws.note(message, fields.place_of(key), "write it whole, beginning with https:// or http://")
    return None


def _language(fields: Fields, flaws: FlawLog) -> str | None:
    text = fields.text("language")
    if text is None or LANGUAGE.fullmatch(text):
        return text
    message = f"`language` is {shown(text)}, which is no code of a language"
    flaws.note(message, fields.place_of("language"), "write it as BCP 47 does, such as en or pt-BR")
    return None


def _pin(tree: Tree, path: str, expected: str | None, place: Place, *, keep: bool) -> _PinnedFile:
    try:
        content = tree.read(path) if keep else None
        actual = content.sha256 if content else tree.digest(path)
    except RefusedError as error:
        return _PinnedFile(Pin(path, expected, None, place, read_error=str(error)))
    data = content.data if content else b""
    differs_in_line_ends = (
        expected is not None
        and actual != expected
        and restore_line_ends(data, expected) is not None
    )
    pin = Pin(path, expected, actual, place, differs_in_line_ends=differs_in_line_ends)
    return _PinnedFile(pin, data)


def _text(pinned: _PinnedFile) -> tuple[str | None, str, str]:
    """Return the text, the file that it came from, and why there is none."""
    pin = pinned.pin
    if pin.actual is None:
        return None, "", f"{pin.path} cannot be read: {pin.read_error}"
    try:
        return pinned.data.decode("utf-8-sig"), pin.path, ""
    except UnicodeDecodeError as error:
        line = pinned.data.count(b"\n", 0, error.start) + 1
        return None, "", f"{pin.path} is not UTF-8 (line {line})"


def _no_text(path: str) -> str:
    suffix = posixpath.splitext(path)[1] or "such a file"
    return f"{suffix} is not plain text, and the record names no `text` extracted from it"
