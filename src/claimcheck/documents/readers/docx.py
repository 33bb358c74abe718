"""Word documents (DOCX): paragraphs as they read when changes are accepted, then footnotes."""

from __future__ import annotations

import io
import zipfile
import zlib
from xml.parsers import expat

from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.errors import UnreadableError

SUFFIXES = (".docx",)
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
DISTRIBUTION = ""
EXTRA = ""
_MAX_PART_BYTES = 64 << 20
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
_SKIPPED_ELEMENTS = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_PROPERTIES = {"title": "title", "creator": "author", "language": "language", "created": "created"}


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return a document's paragraphs, parted by empty lines, and what it says of itself.

    Raises:
        UnreadableError: it is damaged, declares entities, or unpacks to more than 64 MiB.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            names = set(parts.namelist())
            if "word/document.xml" not in names:
                raise UnreadableError("it is no Word document (word/document.xml is missing)")
            paragraphs = _Paragraphs(_part(parts, "word/document.xml")).paragraphs
            for name in ("word/footnotes.xml", "word/endnotes.xml"):
                if name in names:
                    paragraphs += _Paragraphs(_part(parts, name)).paragraphs
            core = _part(parts, "docProps/core.xml") if "docProps/core.xml" in names else b""
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise UnreadableError(f"it is damaged, or no Word document: {error}") from None
    text = "\n\n".join(paragraphs)
    if not text.strip():
        raise UnreadableError("it holds no text")
    properties = _Properties(core).values if core else {}
    metadata = DocumentMetadata(
        title=properties.get("title", ""),
        author=tuple(name for name in [properties.get("author", "")] if name),
        language=properties.get("language", ""),
    )
    day = properties.get("created", "")[:10]
    remark = f"the file was made on {day}; if it appeared then, write issued: {day}"
    return Extract(text + "\n", metadata, (remark,) if day else ())


def _part(parts: zipfile.ZipFile, name: str) -> bytes:
    with parts.open(name) as part:
        data = part.read(_MAX_PART_BYTES + 1)
    if len(data) > _MAX_PART_BYTES:
        raise UnreadableError(f"its part {name} unpacks to more than {_MAX_PART_BYTES:,} bytes")
    return data


def _parse(data: bytes, parser: expat.XMLParserType) -> None:
    def refuse(*_declared: object) -> None:
        raise UnreadableError("its XML declares a document type, which no Word document does")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.buffer_text = True
    try:
        parser.Parse(data, True)  # noqa: FBT003 - the parser's own way to say that this is all
    except expat.ExpatError as error:
        raise UnreadableError(f"its XML is damaged: {error}") from None


class _Paragraphs:
    """Gathers paragraphs while expat reads: no tree is built, so depth costs nothing."""

    def __init__(self, data: bytes) -> None:
        self.paragraphs: list[str] = []
        self._pieces: list[str] = []
        self._skip_depth = 0
        self._in_text = False
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        _parse(data, parser)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        space, _, tag = name.rpartition(" ")
        if tag in _SKIPPED_ELEMENTS:
            self._skip_depth += 1
        if f"{space} " not in {_WORD, _STRICT} or self._skip_depth:
            return
        if tag in _CHARACTERS and attributes.get(f"{space} type") != "page":
            self._pieces.append(_CHARACTERS[tag])
        self._in_text = tag == "t"

    def _end(self, name: str) -> None:
        tag = name.rpartition(" ")[2]
        if tag in _SKIPPED_ELEMENTS:
            self._skip_depth -= 1
        if tag == "t":
            self._in_text = False
        elif tag in {"p", "tr"}:
            paragraph = "".join(self._pieces).strip()
            self._pieces.clear()
            if paragraph:
                self.paragraphs.append(paragraph)

    def _characters(self, text: str) -> None:
        if self._in_text and not self._skip_depth:
            self._pieces.append(text)


class _Properties:
    """Reads the few properties that a record can use."""

    def __init__(self, data: bytes) -> None:
        self.values: dict[str, str] = {}
        self._key = ""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        _parse(data, parser)

    def _start(self, name: str, _attributes: dict[str, str]) -> None:
        self._key = _PROPERTIES.get(name.rpartition(" ")[2], "")

    def _end(self, _name: str) -> None:
        self._key = ""

    def _characters(self, text: str) -> None:
        if self._key:
            self.values[self._key] = self.values.get(self._key, "") + text
