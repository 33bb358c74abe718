"""Word documents: paragraphs, lists, tables and footnotes; a place is a paragraph and a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.office_draft import OfficeDraft, bounded_package
from claimcheck.documents.package import Package, attribute, child, local
from claimcheck.dossier.article import BlockKind
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.office_draft import TextPlace
    from claimcheck.dossier.article import Article

SUFFIXES = (".docx", ".docm")
PART: Final = "word/document.xml"
_SKIPPED: Final = frozenset({"del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sdtPr"})
_TEXTS: Final = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "softHyphen": ""}
# Parts of the names that office programs give their styles: `IntenseQuote`, `Quotations`.
_QUOTE_STYLES: Final = ("quot", "blocktext", "zitat", "citat", "citaz", "citaat")
_LIST_STYLES: Final = ("listbullet", "listnumber", "aufzählung", "listepuces", "listenumros")
_HEADING_STYLES: Final = ("heading", "title", "überschrift", "titel", "titre", "título", "titolo")


def read(path: str, data: bytes) -> Article:
    """Return a draft in Word's format.

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
            _paragraph(element, draft, _kind(element))
        elif name == "tbl":
            for row in (part for part in element if local(part) == "tr"):
                cells = [cell for cell in row if local(cell) == "tc"]
                draft.begin(BlockKind.ROW)
                for number, cell in enumerate(cells):
                    if number:
                        draft.add(" | ")
                    for paragraph in (part for part in cell.iter() if local(part) == "p"):
                        _runs(paragraph, draft)
                draft.end()
        elif name in ("sdt", "sdtContent", "ins", "customXml", "smartTag"):
            pending += reversed(element)


def _paragraph(element: Element, draft: OfficeDraft, kind: BlockKind) -> None:
    draft.begin(kind)
    _runs(element, draft)
    draft.end()


def _runs(paragraph: Element, draft: OfficeDraft) -> None:
    for element in _leaves(paragraph):
        name = local(element)
        if name == "t":
            draft.add(element.text or "", element)
        elif name in _TEXTS:
            draft.add(_TEXTS[name])
        elif name in ("footnoteReference", "endnoteReference"):
            draft.refer(f"{name[0]}{attribute(element, 'id')}")


def _leaves(parent: Element) -> Iterator[Element]:
    pending = [*reversed(parent)]
    while pending:
        element = pending.pop()
        if local(element) in _SKIPPED:
            continue
        if len(element):
            pending += reversed(element)
        else:
            yield element


def _kind(paragraph: Element) -> BlockKind:
    properties = child(paragraph, "pPr")
    if properties is None:
        return BlockKind.PARAGRAPH
    style = child(properties, "pStyle")
    name = attribute(style, "val").lower() if style is not None else ""
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
        for paragraph in (element for element in note.iter() if local(element) == "p"):
            _runs(paragraph, draft)
            draft.add(" ")
        draft.end_note()
