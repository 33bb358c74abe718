"""OpenDocument texts: paragraphs, lists, tables and notes; a place is a paragraph and a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.office_draft import OfficeDraft, bounded_package
from claimcheck.documents.package import attribute, child, local
from claimcheck.dossier.article import BlockKind
from claimcheck.errors import UnreadableError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from claimcheck.dossier.article import Article

SUFFIXES = (".odt", ".ott")
_SKIPPED: Final = frozenset({"tracked-changes", "annotation", "annotation-end", "note-citation"})
_CONTAINERS: Final = frozenset({
    "section", "list", "list-item", "list-header", "table-row", "table-header-rows", "text",
    "table-rows", "frame", "text-box",
})  # fmt: skip
_MOST_BLANKS: Final = 100


def read(path: str, data: bytes) -> Article:
    """Return a draft in OpenDocument's format.

    Raises:
        UnreadableError: it is damaged, locked, or unpacks to too much.
    """
    package = bounded_package(data, "OpenDocument text")
    tree = package.tree("content.xml")
    text = child(child(tree, "body"), "text")
    if text is None:
        raise UnreadableError("it is no OpenDocument text")
    reading = _OdtReading(OfficeDraft(path), _quote_styles(tree))
    reading.blocks(text)
    reading.notes()
    return reading.draft.article()


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
            elif name == "table":
                self._table(element)
            elif name in _CONTAINERS:
                inner = BlockKind.ITEM if name == "list-item" else kind
                pending += [(child, inner) for child in reversed(element)]

    def notes(self) -> None:
        """Add the notes that were referred to."""
        for label, body in self._notes:
            self.draft.begin_note(label)
            for paragraph in (element for element in body.iter() if local(element) in ("p", "h")):
                self._inline(paragraph)
                self.draft.add(" ")
            self.draft.end_note()

    def _table(self, table: Element) -> None:
        for row in (element for element in table.iter() if local(element) == "table-row"):
            self.draft.begin(BlockKind.ROW)
            for number, cell in enumerate(part for part in row if local(part) == "table-cell"):
                if number:
                    self.draft.add(" | ")
                for paragraph in (part for part in cell.iter() if local(part) in ("p", "h")):
                    self._inline(paragraph)
            self.draft.end()

    def _inline(self, parent: Element) -> None:
        self.draft.add(parent.text or "")
        pending: list[Element | str] = [*_with_tails(parent)]
        while pending:
            element = pending.pop()
            if isinstance(element, str):
                self.draft.add(element)
                continue
            name = local(element)
            if name == "note":
                body = child(element, "note-body")
                label = attribute(element, "id") or f"note{len(self._notes) + 1}"
                self.draft.refer(label)
                if body is not None:
                    self._notes.append((label, body))
            elif name == "s":
                count = attribute(element, "c") or "1"
                self.draft.add(" " * min(int(count) if count.isdigit() else 1, _MOST_BLANKS))
            elif name in ("tab", "line-break"):
                self.draft.add(" ")
            elif name not in _SKIPPED:
                self.draft.add(element.text or "")
                pending += _with_tails(element)


def _with_tails(parent: Element) -> list[Element | str]:
    """The children and the texts behind them, the last first."""
    parts: list[Element | str] = []
    for element in parent:
        parts.append(element)
        if element.tail:
            parts.append(element.tail)
    return parts[::-1]
