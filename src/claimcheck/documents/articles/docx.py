"""Word documents: paragraphs, lists, tables and footnotes; a place is a paragraph and a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.office_draft import OfficeDraft, bounded_package
from claimcheck.documents.package import Package, attribute, child, child_value, local
from claimcheck.dossier.article import BlockKind
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.office_draft import TextPlace
    from claimcheck.dossier.article import Article

SUFFIXES = (".docx", ".docm")
PART: Final = "word/document.xml"
# `Fallback` repeats what stands beside it, for programs that cannot draw that.
_SKIPPED: Final = frozenset(
    {"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr", "Fallback"}
)
_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "ins", "customXml", "smartTag"})
_BOX: Final = "txbxContent"
_TEXTS: Final = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
# Parts of the names that office programs give their styles: `IntenseQuote`, `Quotations`.
_QUOTE_STYLES: Final = ("quot", "blocktext", "zitat", "citat", "citaz", "citaat")
_LIST_STYLES: Final = ("listbullet", "listnumber", "aufzählung", "listepuces", "listenumros")
_HEADING_STYLES: Final = ("heading", "title", "überschrift", "titel", "titre", "título", "titolo")


def read(path: str, data: bytes) -> Article:
    """Return an article in Word's format.

    Raises:
        UnreadableError: it is damaged, locked, or unpacks to too much.
    """
    return _draft(path, data)[1].article()


def places(data: bytes) -> tuple[str, Element, list[TextPlace]]:
    """Return the part that holds a document's text, as a tree, and where each text stands in it.

    Raises:
        UnreadableError: it is damaged, locked, or unpacks to too much.
    """
    tree, draft = _draft("", data)
    return PART, tree, draft.places


def _draft(path: str, data: bytes) -> tuple[Element, OfficeDraft]:
    package = bounded_package(data, "Word document")
    tree = package.tree(PART)
    body = child(tree, "body")
    if tree is None or body is None:
        raise UnreadableError("it is no Word document")
    draft = OfficeDraft(path)
    _blocks(body, draft)
    for name in ("word/footnotes.xml", "word/endnotes.xml"):
        _notes(package, name, draft)
    return tree, draft


def _blocks(parent: Element, draft: OfficeDraft) -> None:
    pending = [*reversed(parent)]
    while pending:
        element = pending.pop()
        name = local(element)
        if name == "p":
            draft.begin(_kind(element))
            _runs(element, draft)
            draft.end()
            boxes = [box for box in _shown(element, _BOX) if local(box) == _BOX]
            pending += [part for box in reversed(boxes) for part in reversed(box)]
        elif name == "tbl":
            for row in _wrapped(element, "tr"):
                draft.begin(BlockKind.ROW)
                for number, cell in enumerate(_wrapped(row, "tc")):
                    if number:
                        draft.add(" | ")
                    _paragraphs(cell, draft, " | ")
                draft.end()
        elif name in _WRAPPERS:
            pending += reversed(element)


def _wrapped(parent: Element, name: str) -> Iterator[Element]:
    """The parts of a name below an element, whatever fields of a form they stand in."""
    pending = [*reversed(parent)]
    while pending:
        element = pending.pop()
        if local(element) == name:
            yield element
        elif local(element) in _WRAPPERS:
            pending += reversed(element)


def _paragraphs(parent: Element, draft: OfficeDraft, between: str) -> None:
    """Add all paragraphs of a cell or a note, those of boxes in it, too."""
    paragraphs = (part for part in _shown(parent) if local(part) == "p")
    for number, paragraph in enumerate(paragraphs):
        if number:
            draft.add(between)
        _runs(paragraph, draft)


def _runs(paragraph: Element, draft: OfficeDraft) -> None:
    for element in _shown(paragraph, _BOX):
        name = "" if len(element) else local(element)
        if name == "t":
            draft.add(element.text or "", element)
        elif name in _TEXTS:
            draft.add(_TEXTS[name])
        elif name in ("footnoteReference", "endnoteReference"):
            draft.refer(f"{name[0]}{attribute(element, 'id')}")


def _shown(parent: Element, *apart: str) -> Iterator[Element]:
    """The elements below one that a reader sees, in order; those in parts that stand apart not."""
    pending = [*reversed(parent)]
    while pending:
        element = pending.pop()
        if local(element) in _SKIPPED:
            continue
        yield element
        if local(element) not in apart:
            pending += reversed(element)


def _kind(paragraph: Element) -> BlockKind:
    properties = child(paragraph, "pPr")
    if properties is None:
        return BlockKind.PARAGRAPH
    name = child_value(properties, "pStyle").lower()
    if name.startswith(_HEADING_STYLES):
        return BlockKind.HEADING
    if any(each in name for each in _QUOTE_STYLES) or name == "cita":
        return BlockKind.QUOTE
    if name.startswith(("caption", "beschriftung", "légende", "leyenda", "didascalia")):
        return BlockKind.CAPTION
    is_item = child(properties, "numPr") is not None or name.startswith(_LIST_STYLES)
    return BlockKind.ITEM if is_item else BlockKind.PARAGRAPH


def _notes(package: Package, name: str, draft: OfficeDraft) -> None:
    tree = package.tree(name)
    for note in tree if tree is not None else ():
        if attribute(note, "type") in ("separator", "continuationSeparator"):
            continue
        label = f"{local(note)[0]}{attribute(note, 'id')}"
        draft.begin_note(label)
        _paragraphs(note, draft, " ")
        draft.end_note()
