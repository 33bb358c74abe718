"""Write footnotes and declarations into the articles of office programs: DOCX and ODT.

Only the bytes at the marks and the part that holds the notes change: every other part of the file
is packed again as it was. What cannot be found again for certain is refused.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape

from claimcheck.documents.draft import office_places
from claimcheck.model.errors import EditError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from xml.etree.ElementTree import Element

    from claimcheck.documents.office_draft import TextPlace

SUFFIXES: Final = (".docx", ".docm", ".odt", ".ott")
_WORD: Final = (".docx", ".docm")
_SIGNATURES: Final = re.compile(r"_xmlsignatures/|META-INF/documentsignatures\.xml", re.IGNORECASE)
_ENCODING: Final = re.compile(rb"""\s*<\?xml[^>]*\sencoding=["']([\w.-]+)["']""")
_TEXT_SPACE: Final = b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
_BOXES: Final = frozenset({"txbxContent", "drawing", "pict", "oMath", "text-box"})
_TAG: Final = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")
_LETTER: Final = re.compile(r"&[^;]{1,32};|\r\n|.", re.DOTALL)
_NOTES: Final = "word/footnotes.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_TYPES: Final = "[Content_Types].xml"
_SPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_NOTES_RELATION: Final = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
)
_NO_NOTES: Final = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<w:footnotes xmlns:w="{_SPACE}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0">'
    "<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote></w:footnotes>"
)
_NOTE: Final = re.compile(
    rb"<((?:\w+:)?)footnote(?=[\s/>])[^>]*?(?:/>|(?<!/)>.*?</\1footnote\s*>)", re.DOTALL
)
_MARK: Final = re.compile(
    rb"(<(?:\w+:)?footnoteReference\s[^>]*?\bid=[\"'])(-?\d+)([\"'])", re.DOTALL
)
_ID: Final = re.compile(rb"(\bid=[\"'])(-?\d+)([\"'])")
_KIND: Final = re.compile(rb"\btype=[\"'](?!normal)")
_MAX_UNPACKED: Final = 256 << 20
_HELP: Final = "write them in your office program, with what the proposals say as their text"


class OfficeMark(NamedTuple):
    """What is to be written behind a letter of an article.

    Attributes:
        behind: the letter's offset in the article's original, in code points.
        note: what the footnote says; "" for a declaration.
        declaration: what is written into the sentence; "" for a note.
    """

    behind: int
    note: str = ""
    declaration: str = ""


@dataclass(slots=True)
class _Span:
    """Where an element stands in the bytes of its part.

    Attributes:
        tag: its name.
        begin: where its first tag begins.
        inner: where that ends, and what it holds begins.
        outer: where its last tag begins.
        end: where that ends.
        run: the run of Word's that it stands in, if it stands in one.
        in_box: whether it stands in a drawing, a box or a formula, which have no footnotes.
        next_begin: where the next tag behind it begins.
    """

    tag: str
    begin: int
    inner: int
    outer: int = 0
    end: int = 0
    run: _Span | None = None
    in_box: bool = False
    next_begin: int = 0


def with_office_marks(path: str, data: bytes, marks: Sequence[OfficeMark]) -> bytes:
    """Return an office file with footnotes and declarations.

    Args:
        path: the file's name.
        data: its bytes.
        marks: what to write.

    Raises:
        EditError: it is signed, or a place cannot be told for certain.
    """
    try:
        part, tree, places = office_places(path, data)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(map(_SIGNATURES.match, names)):
                raise EditError(f"{path}: is signed; a footnote would break its signature", _HELP)
            if sum(each.file_size for each in archive.infolist()) > _MAX_UNPACKED:
                raise EditError(f"{path}: unpacks to more than {_MAX_UNPACKED:,} bytes", _HELP)
            xml = archive.read(part)
            parts: tuple[str, ...] = (_NOTES, _RELATIONS, _TYPES)
            held = {name: archive.read(name) for name in parts if name in names}
    except (UnreadableError, zipfile.BadZipFile, OSError) as error:
        raise EditError(f"{path}: cannot be read: {error}", _HELP) from None
    writing = _Writing(path, xml, _spans(path, xml, tree), places)
    is_word = path.lower().endswith(_WORD)
    number = _free_number(held.get(_NOTES, b"")) if is_word else _free_note(xml)
    insertions: list[tuple[int, bytes]] = []
    notes: list[tuple[int, str]] = []
    for mark in marks:
        if not mark.note:
            insertions.append((writing.at(mark.behind)[0], _text(f" {mark.declaration}")))
        elif is_word:
            insertions.append(writing.word_mark(mark.behind, number))
            notes.append((number, mark.note))
            number += 1
        else:
            insertions.append((writing.at(mark.behind)[0], _open_note(number, mark.note)))
            number += 1
    changed = {part: _inserted(xml, insertions)}
    if notes:
        changed |= _word_parts(path, held, notes)
        changed[_NOTES], changed[part] = _in_order(changed[_NOTES], changed[part])
    return _packed(data, changed)


class _Writing:
    """A part of a file, and where the letters of its text stand in its bytes."""

    def __init__(
        self, path: str, xml: bytes, spans: Mapping[int, _Span], places: Sequence[TextPlace]
    ) -> None:
        self._path = path
        self._xml = xml
        self._spans = spans
        self._places = places

    def at(self, letter: int) -> tuple[int, _Span, bool]:
        """Return the byte behind a letter, its element, and whether its text ends there."""
        for place in self._places:
            if place.start <= letter < place.start + place.length:
                break
        else:
            raise self._lost()
        span = self._spans[id(place.element)]
        if span.in_box:
            raise self._lost()
        low, high = (span.end, span.next_begin) if place.is_tail else (span.inner, span.outer)
        written = self._xml[low:high].decode("utf-8", "replace")
        stop = written.find("<")
        written = written if stop < 0 else written[:stop]
        letters = [match[0] for match in _LETTER.finditer(written)]
        text = "".join(_read(each) for each in letters)
        expected = place.element.tail if place.is_tail else place.element.text
        if text != expected or len(letters) != place.length:
            raise self._lost()
        before = letters[: letter - place.start + 1]
        return low + len("".join(before).encode()), span, len(before) == len(letters)

    def word_mark(self, letter: int, number: int) -> tuple[int, bytes]:
        """Return where the mark of a note goes, and its bytes: a run of its own."""
        at, span, is_end = self.at(letter)
        run = span.run
        if run is None:
            raise self._lost()
        prefix = run.tag.rpartition(":")[0]
        w = f"{prefix}:" if prefix else ""
        mark = _text_of_mark(w, number)
        if is_end and self._xml[span.end : run.outer].strip() == b"":
            return run.end, mark
        head = re.match(
            rb"\s*(<%(n)srPr\b[^>]*/>|<%(n)srPr\b.*?</%(n)srPr>)" % {b"n": w.encode()},
            self._xml[run.inner : run.outer], re.DOTALL,
        )  # fmt: skip
        look = head[1] if head else b""
        opened = f"<{w}r>".encode() + look
        closed = f"</{w}r>".encode()
        if is_end:
            return span.end, closed + mark + opened
        text = f'<{w}t xml:space="preserve">'.encode()
        return at, f"</{w}t>".encode() + closed + mark + opened + text

    def _lost(self) -> EditError:
        return EditError(
            f"{self._path}: where a footnote goes cannot be told for certain; nothing was written",
            _HELP,
        )


def _text_of_mark(w: str, number: int) -> bytes:
    return (
        f'<{w}r><{w}rPr><{w}rStyle {w}val="FootnoteReference"/><{w}vertAlign {w}val="superscript"/>'
        f'</{w}rPr><{w}footnoteReference {w}id="{number}"/></{w}r>'
    ).encode()


def _read(letter: str) -> str:
    """The character that a piece of written text stands for."""
    if letter in ("\r\n", "\r"):
        return "\n"
    return unescape(letter) if letter.startswith("&") else letter


def _spans(path: str, xml: bytes, tree: Element) -> dict[int, _Span]:
    """Where each element of a tree stands in the bytes that it was read from."""
    encoding = _ENCODING.match(xml)
    is_plain = encoding is None or encoding[1].lower() in (b"utf-8", b"us-ascii", b"ascii")
    has_names = _TEXT_SPACE in xml or not path.lower().endswith((".odt", ".ott"))
    if not (is_plain and has_names) or b"<![CDATA[" in xml:
        raise EditError(
            f"{path}: its text is written in an unusual way; nothing was written", _HELP
        )
    parser = expat.ParserCreate()
    spans: list[_Span] = []
    opened: list[_Span] = []
    closed: list[_Span] = []

    def start(name: str, _attributes: dict[str, str]) -> None:
        begin = parser.CurrentByteIndex
        tag = _TAG.match(xml, begin)
        run = next((each for each in reversed(opened) if _local(each.tag) == "r"), None)
        boxed = bool(opened and opened[-1].in_box) or _local(name) in _BOXES
        span = _Span(name, begin, tag.end() if tag else begin, run=run, in_box=boxed)
        spans.append(span)
        opened.append(span)

    def end(_name: str) -> None:
        span = opened.pop()
        at = parser.CurrentByteIndex
        tag = _TAG.match(xml, at)
        is_empty = xml[span.inner - 2 : span.inner] == b"/>"
        span.outer = span.inner if is_empty else at
        span.end = span.inner if is_empty else (tag.end() if tag else at)
        closed.append(span)

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(xml, True)  # noqa: FBT003 - the parameter has no name
    for span in closed:
        # The tail behind an element ends at the next tag.
        following = xml.find(b"<", span.end)
        span.next_begin = following if following >= 0 else len(xml)
    elements = list(tree.iter())
    if len(elements) != len(spans):
        raise EditError(f"{path}: is nested too deeply; nothing was written", _HELP)
    return {id(element): span for element, span in zip(elements, spans, strict=True)}


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _text(words: str) -> bytes:
    return escape(words).encode("utf-8")


def _free_number(notes: bytes) -> int:
    numbers = [int(number) for number in re.findall(rb":?id=[\"'](\d{1,9})[\"']", notes)]
    return max([0, *numbers]) + 1


def _free_note(xml: bytes) -> int:
    numbers = [int(number) for number in re.findall(rb"[\"']ftn-claimcheck-(\d{1,9})[\"']", xml)]
    return max([0, *numbers]) + 1


def _open_note(number: int, note: str) -> bytes:
    return (
        f'<text:note text:id="ftn-claimcheck-{number}" text:note-class="footnote">'
        f"<text:note-citation>{number}</text:note-citation><text:note-body>"
        f'<text:p text:style-name="Footnote">{escape(note)}</text:p>'
        "</text:note-body></text:note>"
    ).encode()


def _word_parts(
    path: str, held: Mapping[str, bytes], notes: Sequence[tuple[int, str]]
) -> dict[str, bytes]:
    """The parts that hold a document's footnotes, and name that part."""
    before = held.get(_NOTES) or _NO_NOTES.encode()
    last = re.search(rb"</((?:\w+:)?)footnotes\s*>\s*\Z", before)
    if last is None:
        raise EditError(f"{path}: its footnotes are not where they should be", _HELP)
    w = last[1].decode()
    added = "".join(
        f'<{w}footnote {w}id="{number}"><{w}p><{w}pPr><{w}pStyle {w}val="FootnoteText"/></{w}pPr>'
        f'<{w}r><{w}rPr><{w}vertAlign {w}val="superscript"/></{w}rPr><{w}footnoteRef/></{w}r>'
        f'<{w}r><{w}t xml:space="preserve"> {escape(note)}</{w}t></{w}r></{w}p></{w}footnote>'
        for number, note in notes
    )
    parts = {_NOTES: before[: last.start()] + added.encode() + before[last.start() :]}
    if _NOTES in held:
        return parts
    relation = (
        f'<Relationship Id="rIdClaimcheckNotes" Type="{_NOTES_RELATION}" Target="footnotes.xml"/>'
    )
    kind = f'<Override PartName="/{_NOTES}" ContentType="{_NOTES_TYPE}"/>'
    for name, tag, line in ((_RELATIONS, b"Relationships", relation), (_TYPES, b"Types", kind)):
        close = re.search(rb"</(?:\w+:)?" + tag + rb"\s*>\s*\Z", held.get(name, b""))
        if close is None or b":" in close[0]:
            raise EditError(f"{path}: its part {name} cannot be added to", _HELP)
        whole = held[name]
        parts[name] = whole[: close.start()] + line.encode() + whole[close.start() :]
    return parts


def _in_order(notes: bytes, document: bytes) -> tuple[bytes, bytes]:
    """Number footnotes in the order of their marks: LibreOffice pairs them by it, Word by the ids.

    Args:
        notes: the part that holds the footnotes.
        document: the part with their marks.
    """
    if b"<!--" in notes:  # what stands in a comment is no footnote
        return notes, document
    elements = list(_NOTE.finditer(notes))
    marks = [match[2] for match in _MARK.finditer(document)]
    between = (notes[note.end() : following.start()] for note, following in pairwise(elements))
    by_id: dict[bytes, bytes] = {}
    separators = []
    for element in elements:
        tag = element[0][: element[0].index(b">")]
        number = _ID.search(tag)
        if number is None or _KIND.search(tag):
            separators.append(element[0])
        else:
            by_id[number[2]] = element[0]
    if any(map(bytes.strip, between)) or len(set(marks)) < len(marks) or set(marks) - by_id.keys():
        return notes, document
    order = list(dict.fromkeys((*marks, *by_id)))
    if order == list(by_id) and order == sorted(order, key=int):
        return notes, document
    first = 1 + max(
        (int(number[2]) for each in separators if (number := _ID.search(each))), default=0
    )
    numbers = {each: b"%d" % number for number, each in enumerate(order, max(1, first))}
    written = [_ID.sub(_renumbered(numbers), by_id[each], count=1) for each in order]
    head, tail = notes[: elements[0].start()], notes[elements[-1].end() :]
    return (
        b"".join((head, *separators, *written, tail)),
        _MARK.sub(_renumbered(numbers), document),
    )


def _renumbered(numbers: Mapping[bytes, bytes]) -> Callable[[re.Match[bytes]], bytes]:
    return lambda match: match[1] + numbers[match[2]] + match[3]


def _inserted(xml: bytes, insertions: Sequence[tuple[int, bytes]]) -> bytes:
    pieces, reached = [], 0
    for at, new in sorted(insertions, key=lambda insertion: insertion[0]):
        pieces += [xml[reached:at], new]
        reached = at
    return b"".join([*pieces, xml[reached:]])


def _packed(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """A file with some parts changed or added; the others in their order, as they were."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as before,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        after.comment = before.comment
        for part in before.infolist():
            content = changed.get(part.filename)
            after.writestr(copy.copy(part), before.read(part) if content is None else content)
        # Parts that are new bear the date of all ZIP files without one.
        for name in sorted(changed.keys() - set(before.namelist())):
            after.writestr(zipfile.ZipInfo(name), changed[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()
