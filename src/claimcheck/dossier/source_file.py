"""The record of a source: YAML in, a Source with the hashes of its files and its flaws out."""

from __future__ import annotations

import posixpath
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.dossier.fields import Fields, FlawLog, root_mapping
from claimcheck.dossier.keys import Form, Key
from claimcheck.dossier.locators import MarksRead, marks_read, read_marks
from claimcheck.dossier.pinned_contents import Latest
from claimcheck.dossier.wrong_content import WrongContent, wrong_content, wrong_text
from claimcheck.model import Notice, Pin, PinnedText, Place, Source
from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import (
    MAX_DOCUMENT_BYTES,
    MAX_TEXT_BYTES,
    MissingError,
    RefusedError,
)
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from claimcheck.dossier.strict_yaml import YamlDocument
    from claimcheck.model import Stamp
    from claimcheck.system.tree import FileContent, Tree


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
        required=True,
        example="report.pdf",
    ),
    "sha256": Key(Form.SHA256, "The SHA-256 of the pinned file's bytes, in hexadecimal."),
    "text": Key(
        Form.FILE,
        "The text extracted from the document, where that is no plain text; quotes anchor in it.",
        example="report.txt",
    ),
    "text_sha256": Key(Form.SHA256, "The SHA-256 of the extracted text's bytes, in hexadecimal."),
    "text_of": Key(
        Form.SHA256,
        "The SHA-256 of the document's bytes that the text was taken from, in hexadecimal.",
    ),
    "extractor": Key(
        Form.TEXT, "The program, and its version, that made the text.", example="trafilatura 2.0.0"
    ),
    "shipped": Key(
        Form.YES_NO,
        "Whether the document may be handed on with the dossier; where it may not, it need not be "
        "there, and what is quoted from it is unchecked until `claimcheck source fetch` gets it.",
        example="no",
    ),
    "stamp": Key(
        Form.FILE,
        "The token of a time-stamp server (RFC 3161) for the pinned document, beside this record.",
        example="report.tsr",
    ),
    "stamp_root": Key(
        Form.FILE,
        "The certificate, in PEM, of the authority that vouches for that server.",
        example="authority.pem",
    ),
    "main": Key(
        Form.SPANS,
        "The main part of a page, as spans of its text; it ranks and proposes, no more.",
        example=["120-4500"],
    ),
    "doubtful": Key(
        Form.SPANS, "Spans of the text whose letters are in doubt.", example=["880-913"]
    ),
    "gaps": Key(
        Form.TEXTS,
        "What of the document is not in the text, or cannot be trusted there.",
        example=["no text was found on 1 of 2 pages: 2 (they may be scanned)"],
    ),
    "page_labels": Key(
        Form.TEXTS,
        "What the pages call themselves, one by one, where that is not 1, 2, 3.",
        example=["i", "ii", "1"],
    ),
    "origin": Key(
        Form.TEXT,
        "The id of the source that this one repeats, or unknown.",
        example="agency-dispatch-2020-07-10",
    ),
    "supersedes": Key(
        Form.TEXT,
        "The id of the source that this one is a newer capture of: one page, fetched again.",
        example="council-page-2021-03",
    ),
    "notice": Key(
        Form.CHOICE, "What the publisher said of the document afterwards.", choices=Notice
    ),
}
TEXT_SUFFIXES = (".txt", ".text", ".md", ".markdown")


# What was told last of contents, by their hashes: a file that many records name is looked at once.
_TEXTS: Final = Latest[str, str](MAX_TEXT_BYTES)
_MARKS: Final = Latest[tuple[str, MarksRead], PinnedText](MAX_TEXT_BYTES)
_LINE_ENDS: Final = Latest[str, frozenset[str]](0)


class _ContentCheck(NamedTuple):
    """The result of looking into a file: its content, where that is no document; else None."""

    wrong: WrongContent | None


_CONTENT_CHECKS: Final = Latest[tuple[str, str, bool], _ContentCheck](0)


class _PinnedFile(NamedTuple):
    """A pin and, where quotes are to anchor in the file, its text; or why it is none."""

    pin: Pin
    text: str | None = None
    trouble: str = ""


class _QuotableText(NamedTuple):
    """The text that quotes anchor in, and the file that it came from; or why there is none."""

    text: str | None
    path: str = ""
    missing_because: str = ""


def read_source(document: YamlDocument, source_id: str, tree: Tree, log: FlawLog) -> Source | None:
    """Read a record and the files it pins; None when the file is no record at all.

    Args:
        document: the record.
        source_id: the source's id, which its file's name gives.
        tree: where the pinned files are.
        log: where flaws are noted.
    """
    fields = root_mapping(document, log, "a source's record")
    if fields is None:
        return None
    fields.refuse_unknown(KEYS)
    fields.check_id(source_id)
    title = fields.required_text("title", "the document's title")
    original = _named_file(fields, "file", log)
    if fields.node("file") is None:
        log.note("a source's record has no `file`", fields.place, "add file: the pinned document")
    sha256 = fields.sha256("sha256")
    pins, quotable = _pinned_files(fields, (original, sha256), tree, log)
    stamp = _stamp(fields, sha256, tree, log)
    extractor = fields.text("extractor")
    content = PinnedText()
    if quotable.text is not None:
        content = _marked(quotable.text, pins[-1].actual or "", original or "", extractor)
    publisher, container = fields.name("publisher"), fields.name("container_title")
    return Source(
        id=source_id,
        title=title or "",
        place=fields.place,
        type=fields.text("type"),
        author=fields.texts("author"),
        container_title=container,
        publisher=publisher,
        language=fields.language("language"),
        issued=fields.partial_date("issued"),
        accessed=fields.day("accessed"),
        url=fields.web_address("url"),
        archive_url=fields.web_address("archive_url"),
        text_of=fields.sha256("text_of"),
        extractor=extractor,
        origin=fields.text("origin"),
        origin_place=fields.place_of("origin"),
        notice=fields.choice("notice", Notice),
        outlet=publisher or container or "",
        supersedes=fields.text("supersedes"),
        supersedes_place=fields.place_of("supersedes"),
        shipped=fields.yes_no("shipped") is not False,
        stamp=stamp,
        pins=pins,
        content=content,
        text_path=quotable.path,
        no_text_because=quotable.missing_because,
        main=fields.spans("main"),
        doubtful=fields.spans("doubtful"),
        gaps=fields.texts("gaps"),
        page_labels=fields.texts("page_labels"),
    )


def _pinned_files(
    fields: Fields, document: tuple[str | None, str | None], tree: Tree, log: FlawLog
) -> tuple[tuple[Pin, ...], _QuotableText]:
    """Return the document and its extracted text as pins, and the text that quotes anchor in.

    Args:
        fields: the record.
        document: the path of the document, and its SHA-256; None for what the record lacks.
        tree: where the files are.
        log: where flaws are noted.
    """
    extracted = _named_file(fields, "text", log)
    pins: list[Pin] = []
    quotable = _QuotableText(None, missing_because="its record names no file")
    original, sha256 = document
    extracted_sha256 = fields.sha256("text_sha256")
    if original:
        is_text = extracted is None and original.lower().endswith(TEXT_SUFFIXES)
        pinned = _pin(tree, original, sha256, fields.place_of("file"), keep=is_text)
        pins.append(pinned.pin)
        quotable = _text_of(pinned) if is_text else _no_text(original)
    if extracted:
        pinned = _pin(tree, extracted, extracted_sha256, fields.place_of("text"), keep=True)
        pins.append(pinned.pin)
        quotable = _text_of(pinned)
    return tuple(pins), quotable


def _stamp(fields: Fields, sha256: str | None, tree: Tree, log: FlawLog) -> Stamp | None:
    """Return the document's time stamp, verified; None where the record names none.

    Args:
        fields: the record.
        sha256: the document's SHA-256; None where the record has none.
        tree: where the files are.
        log: where flaws are noted.
    """
    token, root = _named_file(fields, "stamp", log), _named_file(fields, "stamp_root", log)
    if token is None:
        return None
    from claimcheck.dossier.stamps import read_stamp  # few records have one

    return read_stamp(tree, token, root, sha256, fields.place_of("stamp"))


def restore_line_ends(data: bytes, expected: str) -> bytes | None:
    """Return a pinned file's bytes with the line ends that give the recorded hash again.

    Args:
        data: the file's bytes, whose hash is another one.
        expected: the recorded SHA-256, in lower-case hexadecimal.

    Returns:
        The bytes that were pinned; None where other line ends do not lead to them.
    """
    forms = _line_end_forms(data)
    return next((form for form in forms if _sha256(form) == expected), None)


def _line_end_forms(data: bytes) -> tuple[bytes, bytes]:
    unix = data.replace(b"\r\n", b"\n")
    return unix, unix.replace(b"\n", b"\r\n")


def _sha256(data: bytes) -> str:
    import hashlib  # only for a pin that does not match

    return hashlib.sha256(data).hexdigest()


def _named_file(fields: Fields, key: str, log: FlawLog) -> str | None:
    """Return the path of a file named in the record, relative to the project root."""
    name = fields.text(key)
    if name is None:
        return None
    try:
        portable_parts(name)
    except RefusedError as error:
        message = f"`{key}` is {short_repr(name)}, which is no file beside this record: {error}"
        remedy = "name a file in the record's own folder or below it"
        log.note(message, fields.place_of(key), remedy)
        return None
    return posixpath.join(posixpath.dirname(log.path), name)


def _pin(tree: Tree, path: str, expected: str | None, place: Place, *, keep: bool) -> _PinnedFile:
    """Compare a pinned file with the hash in its record.

    Args:
        tree: where the file is.
        path: the file.
        expected: the SHA-256 in the record; None where it has none.
        place: where the record names the file.
        keep: whether quotes anchor in the file, so that its text is wanted.
    """
    try:
        content = tree.read(path) if keep else None
        actual = content.sha256 if content else tree.digest(path)
    except RefusedError as error:
        is_missing = isinstance(error, MissingError)
        return _PinnedFile(
            Pin(path, expected, None, place, read_error=str(error), missing=is_missing)
        )
    checked = _CONTENT_CHECKS.get((actual, path, keep))
    if checked is None and content is None and expected is not None and actual != expected:
        # Only a document that was replaced is worth a second look: what is it now?
        with suppress(RefusedError):
            content = tree.read(path, MAX_DOCUMENT_BYTES)
    if content is not None and checked is None:
        wrong = wrong_content(content.data, path) or (wrong_text(content.data) if keep else None)
        checked = _ContentCheck(wrong)
        _CONTENT_CHECKS.put((actual, path, keep), checked, 0)
    if checked is None or (not keep and expected in {None, actual}):
        return _PinnedFile(Pin(path, expected, actual, place))
    text, trouble, differs_in_line_ends = None, "", False
    if keep and content is not None:
        text, trouble = _decoded(content)
        differs_in_line_ends = _differs_in_line_ends(content, expected)
    pin = Pin(
        path,
        expected,
        actual,
        place,
        differs_in_line_ends=differs_in_line_ends,
        instead=checked.wrong.what if checked.wrong else "",
        instead_help=checked.wrong.help if checked.wrong else "",
    )
    return _PinnedFile(pin, text, trouble)


def _differs_in_line_ends(content: FileContent, expected: str | None) -> bool:
    """Whether a text is the pinned one but for the ends of its lines."""
    if expected is None or content.sha256 == expected:
        return False
    forms = _LINE_ENDS.get_or_make(
        content.sha256, 0, lambda: frozenset(map(_sha256, _line_end_forms(content.data)))
    )
    return expected in forms


def _decoded(content: FileContent) -> tuple[str | None, str]:
    """The text of a file, or why it is none."""
    text = _TEXTS.get(content.sha256)
    if text is not None:
        return text, ""
    try:
        text = content.data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.data.count(b"\n", 0, error.start) + 1
        return None, f"is not UTF-8 (line {line})"
    _TEXTS.put(content.sha256, text, len(text))
    return text, ""


def _marked(text: str, sha256: str, document: str, extractor: str | None) -> PinnedText:
    """The text without its marks.

    Args:
        text: the text.
        sha256: the hash of the file that it was decoded from.
        document: the name of the document that it was taken from.
        extractor: what the record says made the text.
    """
    return _MARKS.get_or_make(
        (sha256, marks_read(document, extractor)),
        len(text),
        lambda: read_marks(text, document, extractor),
    )


def _text_of(pinned: _PinnedFile) -> _QuotableText:
    pin = pinned.pin
    if pin.actual is None:
        return _QuotableText(None, missing_because=f"{pin.path} cannot be read: {pin.read_error}")
    if pinned.text is None:
        return _QuotableText(None, missing_because=f"{pin.path} {pinned.trouble}")
    return _QuotableText(pinned.text, pin.path)


def _no_text(path: str) -> _QuotableText:
    suffix = posixpath.splitext(path)[1] or "such a file"
    reason = f"{suffix} is not plain text, and the record names no `text` extracted from it"
    return _QuotableText(None, missing_because=reason)
