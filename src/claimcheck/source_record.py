"""What a source's record says, and whether the files it pins are what it says they are."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.fields import Fields, Flaws, root_mapping, shown
from claimcheck.model import Notice, Pin, Place, Source
from claimcheck.opening import portable_parts
from claimcheck.tree import RefusedError

if TYPE_CHECKING:
    from claimcheck.tree import Tree
    from claimcheck.yaml_text import Document

KEYS = (
    "id", "title", "type", "author", "container_title", "publisher", "issued", "accessed", "url",
    "archive_url", "file", "sha256", "text", "text_sha256", "extractor", "origin", "notice",
)  # fmt: skip
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_URL = re.compile(r"https?://[A-Za-z0-9\[][^\s<>\"'`\\@]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pinned:
    """A pin and, where quotes are to anchor in the file, its bytes."""

    pin: Pin
    data: bytes = b""


def read_source(document: Document, source_id: str, tree: Tree, flaws: Flaws) -> Source | None:
    """Read a record and the files it pins; None when the file is no record at all."""
    fields = root_mapping(document, flaws, "a source's record")
    if fields is None:
        return None
    fields.refuse_unknown(KEYS)
    fields.own_id(source_id)
    title = fields.required("title", "the document's title")
    original = _named_file(fields, "file", flaws)
    extracted = _named_file(fields, "text", flaws)
    if fields.node("file") is None and fields.node("text") is None:
        flaws.note("a source's record has no `file`", fields.place, "add file: the pinned document")
    original_sha, extracted_sha = _sha(fields, "sha256", flaws), _sha(fields, "text_sha256", flaws)
    pins: list[Pin] = []
    text, text_path, reason = None, "", "its record names no file"
    if original:
        quotable = extracted is None and original.lower().endswith(TEXT_SUFFIXES)
        pinned = _pin(tree, original, original_sha, fields.at("file"), keep=quotable)
        pins.append(pinned.pin)
        text, text_path, reason = _text(pinned) if quotable else (None, "", _no_text(original))
    if extracted:
        pinned = _pin(tree, extracted, extracted_sha, fields.at("text"), keep=True)
        pins.append(pinned.pin)
        text, text_path, reason = _text(pinned)
    return Source(
        id=source_id,
        title=title or "",
        place=fields.place,
        type=fields.text("type"),
        author=fields.texts("author"),
        container_title=fields.text("container_title"),
        publisher=fields.text("publisher"),
        issued=fields.partial_date("issued"),
        accessed=fields.day("accessed"),
        url=_url(fields, "url", flaws),
        archive_url=_url(fields, "archive_url", flaws),
        extractor=fields.text("extractor"),
        origin=fields.text("origin"),
        origin_place=fields.at("origin"),
        notice=fields.choice("notice", Notice),
        pins=tuple(pins),
        text=text,
        text_path=text_path,
        no_text_because=reason,
    )


def _named_file(fields: Fields, key: str, flaws: Flaws) -> str | None:
    """Return the path of a file named in the record, relative to the project root."""
    name = fields.text(key)
    if name is None:
        return None
    try:
        portable_parts(name)
    except RefusedError as error:
        message = f"`{key}` is {shown(name)}, which is no file beside this record: {error}"
        flaws.note(message, fields.at(key), "name a file in the record's own folder or below it")
        return None
    return posixpath.join(posixpath.dirname(flaws.path), name)


def _sha(fields: Fields, key: str, flaws: Flaws) -> str | None:
    text = fields.text(key)
    if text is None:
        return None
    if _SHA256.fullmatch(text.lower()):
        return text.lower()
    message = f"`{key}` is {shown(text)}, which is no SHA-256"
    flaws.note(message, fields.at(key), "write the 64 hexadecimal digits that `sha256sum` prints")
    return None


def _url(fields: Fields, key: str, flaws: Flaws) -> str | None:
    text = fields.text(key)
    if text is None or _URL.fullmatch(text):
        return text
    message = f"`{key}` is {shown(text)}, which is no web address"
    flaws.note(message, fields.at(key), "write it whole, beginning with https:// or http://")
    return None


def _pin(tree: Tree, path: str, expected: str | None, place: Place, *, keep: bool) -> _Pinned:
    try:
        opened = tree.read(path) if keep else None
        found = opened.sha256 if opened else tree.digest(path)
    except RefusedError as error:
        return _Pinned(Pin(path, expected, None, place, trouble=str(error)))
    data = opened.data if opened else b""
    only_ends = expected is not None and found != expected and _matches_lf(data, expected)
    return _Pinned(Pin(path, expected, found, place, differs_in_line_ends=only_ends), data)


def _matches_lf(data: bytes, expected: str) -> bool:
    import hashlib  # only for a pin that does not match

    unix = data.replace(b"\r\n", b"\n")
    windows = unix.replace(b"\n", b"\r\n")
    return expected in {hashlib.sha256(form).hexdigest() for form in (unix, windows)}


def _text(pinned: _Pinned) -> tuple[str | None, str, str]:
    """Return the text, the file that it came from, and why there is none."""
    pin = pinned.pin
    if pin.found is None:
        return None, "", f"{pin.path} cannot be read: {pin.trouble}"
    try:
        return pinned.data.decode("utf-8-sig"), pin.path, ""
    except UnicodeDecodeError as error:
        line = pinned.data.count(b"\n", 0, error.start) + 1
        return None, "", f"{pin.path} is not UTF-8 (line {line})"


def _no_text(path: str) -> str:
    suffix = posixpath.splitext(path)[1] or "such a file"
    return f"{suffix} is not plain text, and the record names no `text` extracted from it"
