"""OpenDocument texts: paragraphs, lists, tables and notes; a place is a paragraph and a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.office_draft import OfficeDraft, bounded_package
from claimcheck.documents.package import attribute, child, local
from claimcheck.dossier.article import BlockKind
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.office_draft import TextPlace
    from claimcheck.dossier.article import Article

SUFFIXES = (".odt", ".ott")
PART: Final = "content.xml"
_SKIPPED: Final = frozenset({"tracked-changes", "annotation", "annotation-end", "note-citation"})
_ITEMS: Final = frozenset({"list-item", "numbered-paragraph"})
_CONTAINERS: Final = _ITEMS | {
    "section", "list", "list-header", "table-row", "table-header-rows", "text", "table-rows",
    "frame", "text-box",
}  # fmt: skip
_MOST_BLANKS: Final = 100


def read(path: str, data: bytes) -> Article:
    """Return an article in OpenDocument's format.

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
    package = bounded_package(data, "OpenDocument text")
    tree = package.tree(PART)
    text = child(child(tree, "body"), "text")
    if tree is None or text is None:
        raise UnreadableError("it is no OpenDocument text")
    reading = _OdtReading(OfficeDraft(path), _quote_styles(tree))
    reading.blocks(text)
    reading.notes()
    return tree, reading.draft


def _quote_styles(tree: Element | None) -> frozenset[str]:
    """The styles of block quotes: those of that name, and automatic ones made from them."""
    names = {"Quotations", "Quote"}
    for style in child(tree, "automatic-styles") or ():
        if attribute(style, "parent-style-name") in ("Quotations", "Quote"):
            names.add(attribute(style, "name"))
    return frozenset(names)


class _OdtReading:
    def __init__(self, draft: OfficeDraft, quote_styles: frozenset[str]) -> None:
        self.draft = draft
        self._quotes = quote_styles
        self._notes: list[tuple[str, Element]] = []
        self._boxes: list[Element] = []

    def blocks(self, parent: Element) -> None:
        """Read the blocks of a text."""
        pending = [(element, BlockKind.PARAGRAPH) for element in reversed(parent)]
        while pending:
            element, kind = pending.pop()
            name = local(element)
            if name in ("p", "h"):
                style = attribute(element, "style-name")
                if name == "h" or style in ("Title", "Subtitle"):
                    kind = BlockKind.HEADING
                elif style in self._quotes:
                    kind = BlockKind.QUOTE
                self.draft.begin(kind)
                self._inline(element)
                self.draft.end()
                self._end_boxes()
            elif name == "table":
                self._table(element)
            elif name in _CONTAINERS:
                inner = BlockKind.ITEM if name in _ITEMS else kind
                pending += [(child, inner) for child in reversed(element)]

    def notes(self) -> None:
        """Add the notes that were referred to."""
        for label, body in self._notes:
            self.draft.begin_note(label)
            for paragraph in (element for element in body.iter() if local(element) in ("p", "h")):
                self._inline(paragraph)
                self.draft.add(" ")
            self.draft.end_note()
            self._end_boxes()

    def _end_boxes(self) -> None:
        """Read the boxes that stand in what was just read: each paragraph is a block of its own."""
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            self.blocks(box)

    def _table(self, table: Element) -> None:
        for row in _uppermost(table, "table-row"):
            self.draft.begin(BlockKind.ROW)
            for number, cell in enumerate(part for part in row if local(part) == "table-cell"):
                if number:
                    self.draft.add(" | ")
                for place, paragraph in enumerate(_uppermost(cell, "p", "h")):
                    if place:
                        self.draft.add(" | ")
                    self._inline(paragraph)
            self.draft.end()
            self._end_boxes()

    def _inline(self, parent: Element) -> None:
        self.draft.add(parent.text or "", parent)
        pending: list[Element | _Tail] = [*_with_tails(parent)]
        while pending:
            element = pending.pop()
            if isinstance(element, _Tail):
                self.draft.add(element.of.tail or "", element.of, is_tail=True)
                continue
            name = local(element)
            if name == "note":
                body = child(element, "note-body")
                label = attribute(element, "id") or f"note{len(self._notes) + 1}"
                self.draft.refer(label)
                if body is not None:
                    self._notes.append((label, body))
            elif name == "text-box":
                self._boxes.append(element)
            elif name == "s":
                count = attribute(element, "c") or "1"
                self.draft.add(" " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS))
            elif name in ("tab", "line-break"):
                self.draft.add(" ")
            elif name not in _SKIPPED:
                self.draft.add(element.text or "", element)
                pending += _with_tails(element)


def _uppermost(parent: Element, *names: str) -> Iterator[Element]:
    """The elements of some names below one, without those in them."""
    pending = [*reversed(parent)]
    while pending:
        element = pending.pop()
        if local(element) in names:
            yield element
        else:
            pending += reversed(element)


class _Tail(NamedTuple):
    """The text behind an element."""

    of: Element


def _with_tails(parent: Element) -> list[Element | _Tail]:
    """The children and the texts behind them, the last first."""
    parts: list[Element | _Tail] = []
    for element in parent:
        parts.append(element)
        if element.tail:
            parts.append(_Tail(element))
    return parts[::-1]
