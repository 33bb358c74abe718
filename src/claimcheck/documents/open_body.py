"""The content of an OpenDocument file, in reading order: paragraphs, lists, tables, frames."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow, formula
from claimcheck.documents.chart_text import in_paragraphs
from claimcheck.documents.office_flags import is_open_set
from claimcheck.documents.open_chart import open_chart_text
from claimcheck.documents.open_styles import ListNumbers, is_page_with_ground
from claimcheck.documents.open_value import value_in_place_of
from claimcheck.documents.package import attribute, child, local
from claimcheck.documents.symbol_fonts import readable
from claimcheck.documents.word_styles import RunFormat
from claimcheck.text.pinned_text import COVERED, Aside, AsideKind, clean, list_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.open_styles import OpenStyles
    from claimcheck.documents.package import Package

_LEFT_OUT: Final = frozenset(
    {
        "annotation", "annotation-end", "tracked-changes", "forms", "title", "desc",
        "event-listeners", "sequence-decls", "variable-decls", "user-field-decls",
        "dde-connection-decls",
        "header-decl", "footer-decl", "date-time-decl", "notes", "named-expressions", "shapes",
        "calculation-settings", "content-validations", "database-ranges", "number", "plugin",
        "script",
    }
)  # fmt: skip
# What may lie behind a text and make white letters seen.
_GROUNDS: Final = frozenset({"frame", "custom-shape", "rect", "conditional-formats", "map"})
_ROWS: Final = "table-row"
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED: Final = 50
_MOST_ROWS: Final = 1000
_PARAGRAPHS: Final = frozenset({"p", "h"})
_MOST_BLANKS: Final = 1000
_HIDDEN_ROWS: Final = frozenset({"collapse", "filter"})


class OpenBody:
    """Goes through the content of an OpenDocument file, and keeps what stands beside its flow.

    Args:
        package: the file.
        styles: the styles that hold in this part of it.
        makes_cells_anew: whether cells show their numbers, and not the words that the file has for
            them, as in a spreadsheet; a text document shows the words.
    """

    def __init__(
        self, package: Package, styles: OpenStyles, *, makes_cells_anew: bool = False
    ) -> None:
        self._makes_cells_anew = makes_cells_anew
        self._package = package
        self._styles = styles
        self._lists = ListNumbers(styles)
        self.pieces: list[str] = []
        self.hidden_words = 0
        self.hidden_rows = 0
        self.hidden_columns = 0
        self.objects = 0
        self.repeated_rows = 0
        self.other_values = 0
        self.struck: list[str] = []
        self.notes: list[Aside] = []
        self.comments = 0
        self.controls = 0
        self.silent_charts = 0
        self.shapes_beside = 0
        self.beside: set[Element] = set()
        self._format = RunFormat()
        self._cell: RunFormat | None = None
        self._has_grounds = False
        self._label = ""
        self._is_struck = False
        self._frames: list[Element] | None = None

    def look_for_grounds(self, *trees: Element | None) -> None:
        """Look whether a page may have a colour that is not its paper's: white letters are seen."""
        self._has_grounds = any(
            local(node) in _GROUNDS or is_page_with_ground(node)
            for tree in trees
            if tree is not None
            for node in tree.iter()
        )

    def _is_white_on_white(self) -> bool:
        """Whether nobody sees a text: a drawing may lie behind it, or its cell have a colour."""
        form = self._format
        cell_grounded = self._cell is not None and self._cell.grounded
        return form.white and not (form.grounded or cell_grounded or self._has_grounds)

    def text_of(self, element: Element) -> str:
        """Return the text of an element by itself."""
        return flow.finished(self._apart(self._inside, element))

    def lines_of(self, element: Element) -> list[str]:
        """Return the lines of an element by itself, as it is shown among others."""
        return flow.finished(self._apart(self.walk, element)).split("\n")

    def walk(self, element: Element) -> None:
        """Go through an element and what is in it; the text behind it is its parent's."""
        name = local(element)
        self.comments += name == "annotation"
        if element in self.beside:
            self.shapes_beside += 1
            return
        if name in _LEFT_OUT:
            return
        self.controls += name == "control"
        is_hidden_section = name == "section" and is_open_set(element, "is-hidden")
        if is_hidden_section or attribute(element, "display") == "none":
            self.hidden_words += len(" ".join(element.itertext()).split())
            return
        step: Callable[[Element], None] | None = {
            "p": self._paragraph, "h": self._paragraph, "list": self._list, "table": self._table,
            "span": self._span, "s": self._blanks, "tab": self._tab, "line-break": self._line,
            "note": self._note, "frame": self._frame, "custom-shape": self._frame,
            "hidden-text": self._conditional, "hidden-paragraph": self._conditional,
            "ruby": self._ruby, "object": self._object,
        }.get(name)  # fmt: skip
        if step is None:
            self._inside(element)
        else:
            step(element)

    def struck_asides(self) -> list[Aside]:
        """Return what is struck out."""
        return [Aside(AsideKind.STRUCK, flow.finished(text)) for text in self.struck]

    def _apart(self, step: Callable[[Element], None], element: Element) -> str:
        """Return what a step emits for an element, by itself."""
        pieces, self.pieces = self.pieces, []
        label, self._label = self._label, ""
        step(element)
        text = "".join(self.pieces)
        self.pieces, self._label = pieces, label
        return text

    def _inside(self, element: Element) -> None:
        self._words(element.text)
        for node in element:
            self.walk(node)
            self._words(node.tail)

    def _words(self, text: str | None) -> None:
        """Emit text as it is shown where it stands."""
        # Blanks between blocks are no text; in a paragraph they are.
        if not text or self._frames is None:
            return
        form = self._format
        if form.hidden or form.unreadable or form.blends or self._is_white_on_white():
            self.hidden_words += len(text.split())
            if form.is_bar and self.pieces[-1:] != [COVERED]:
                self.pieces.append(COVERED)
            return
        words = re.sub(r"\s+", " ", clean(readable(text, self._format.font)))
        if self._format.struck:
            if words.strip():
                if self._is_struck:
                    self.struck[-1] += words
                else:
                    self.struck.append(words)
                self._is_struck = True
            return
        if words.strip():
            self._is_struck = False
        marks = {"superscript": flow.RAISED, "subscript": flow.LOWERED}
        if self._format.shift and words.strip():
            words = f"{marks[self._format.shift]}{words}{flow.SHIFT_END}"
        self.pieces.append(words)

    def _paragraph(self, element: Element) -> None:
        outer, frames = self._format, self._frames
        style = attribute(element, "style-name")
        self._format, self._frames, self._is_struck = self._styles.paragraph(style), [], False
        if self._cell is not None and not style:
            # A cell of a sheet gives its words their form.
            self._format = self._cell
        label, self._label = self._label, ""
        if local(element) == "h" and not label:
            label = self._lists.heading(element)
        start = len(self.pieces)
        self._inside(element)
        content = "".join(self.pieces[start:])
        del self.pieces[start:]
        lead = list_number(label) if content.strip() else ""
        self.pieces += (flow.PARAGRAPH, lead, content, flow.PARAGRAPH)
        inner, self._format, self._frames = self._frames, outer, frames
        for frame in inner:
            self._frame(frame)

    def _span(self, element: Element) -> None:
        outer = self._format
        self._format = self._styles.span(attribute(element, "style-name"), outer)
        self._inside(element)
        self._format = outer

    def _blanks(self, element: Element) -> None:
        self._words(" " * _count(attribute(element, "c"), _MOST_BLANKS))

    def _tab(self, _element: Element) -> None:
        self.pieces.append(flow.TAB)

    def _line(self, _element: Element) -> None:
        self.pieces.append(flow.LINE)

    def _list(self, element: Element) -> None:
        self._lists.begin(element)
        for node in element:
            # An item that holds a list alone is how a deeper list goes on; it has no number.
            if local(node) == "list-item" and any(local(inner) in _PARAGRAPHS for inner in node):
                self._label = self._lists.item(node)
            self._inside(node)
        self._label = ""
        self._lists.end()

    def _conditional(self, element: Element) -> None:
        """Go through text that a condition hides: what it was when the file was saved counts."""
        if is_open_set(element, "is-hidden"):
            words = attribute(element, "string-value") or "".join(element.itertext())
            self.hidden_words += len(words.split())
        else:
            self._inside(element)

    def _ruby(self, element: Element) -> None:
        for node in element:
            if local(node) == "ruby-text":
                self._words(f"({''.join(node.itertext())})")
            else:
                self._inside(node)

    def _note(self, element: Element) -> None:
        citation, body = child(element, "note-citation"), child(element, "note-body")
        mark = "" if citation is None else clean("".join(citation.itertext())).strip()
        label = mark if attribute(element, "note-class") != "endnote" else f"end {mark}"
        self.pieces.append(f"{flow.NOTE}{label}{flow.SHIFT_END}")
        if body is not None:
            words = " ".join(self.text_of(body).split())
            self.notes.append(Aside(AsideKind.NOTE, words, label[:20]))

    def _frame(self, element: Element) -> None:
        """Go through a frame or a shape: in a paragraph it comes after it, formulas excepted."""
        formulas = [node for node in element if local(node) == "object"]
        if self._frames is None or formulas:
            self._inside(element)
        else:
            self._frames.append(element)

    def _object(self, element: Element) -> None:
        """Take the formula that is embedded here; count anything else."""
        href = attribute(element, "href").removeprefix("./")
        inner, tree = child(element, "math"), None
        if inner is None and href:
            tree = self._package.tree(posixpath.join(href, "content.xml"))
            inner = tree if tree is not None and local(tree) == "math" else None
        chart = child(child(child(tree, "body"), "chart"), "chart")
        if inner is not None:
            self.pieces.append(clean(formula.linear(inner)))
        elif chart is not None and tree is not None:
            text = open_chart_text(chart, tree)
            self.silent_charts += text.has_silent_numbers
            self.pieces.append(in_paragraphs(text.lines))
        else:
            self.objects += 1

    def _table(self, element: Element) -> None:
        self.pieces.append(flow.PARAGRAPH)
        hidden, styles = _columns(element)
        unseen: set[int] = set()
        for row in _own(element, _ROWS):
            unseen |= self._row(row, hidden, styles)
        self.hidden_columns += len(unseen)
        self.pieces.append(flow.PARAGRAPH)

    def _cell_content(self, cell: Element, style: str) -> str:
        """Return what a cell shows: its words, or its value where they are another number.

        Args:
            cell: the cell.
            style: the name of its style.
        """
        outer, self._cell = self._cell, self._styles.cell(style)
        content = self._apart(self._inside, cell) if local(cell) == "table-cell" else ""
        self._cell = outer
        if self._makes_cells_anew and (value := value_in_place_of(cell, content)):
            self.other_values += 1
            return value
        return content

    def _row(
        self, element: Element, hidden: frozenset[int], styles: dict[int, str]
    ) -> frozenset[int]:
        """Emit a row, and return which of its cells stand in hidden columns.

        Args:
            element: the row.
            hidden: the columns that are hidden, from 0.
            styles: the styles that columns give their cells.
        """
        unseen: set[int] = set()
        pieces, self.pieces = self.pieces, []
        column = 0
        for cell in element:
            if local(cell) not in _CELLS:
                continue
            repeats = _count(attribute(cell, "number-columns-repeated"), 1 << 20)
            style = (
                attribute(cell, "style-name")
                or attribute(element, "default-cell-style-name")
                or styles.get(column, "")
            )
            content = self._cell_content(cell, style)
            shown = sum(at not in hidden for at in range(column, column + min(repeats, 1 << 14)))
            if column in hidden and content.strip():
                # A cell that spans columns beside it is seen in them.
                spans = _count(attribute(cell, "number-columns-spanned"), 1 << 14)
                reaches = any(at not in hidden for at in range(column, column + spans))
                shown = max(shown, reaches)
                if not reaches:
                    unseen.add(column)
            self.pieces.append((content + flow.CELL) * min(shown, _MOST_REPEATED))
            column += repeats
        content, self.pieces = "".join(self.pieces), pieces
        if not content.strip(flow.CELL + flow.PARAGRAPH + " "):
            return frozenset(unseen)
        repeats = _count(attribute(element, "number-rows-repeated"), 1 << 20)
        if attribute(element, "visibility") in _HIDDEN_ROWS:
            self.hidden_rows += repeats
            return frozenset()
        self.repeated_rows += max(0, repeats - _MOST_ROWS)
        line = flow.SOFT_LINE + flow.row(content) + flow.SOFT_LINE
        self.pieces.append(line * min(repeats, _MOST_ROWS))
        return frozenset(unseen)


def _own(element: Element, name: str) -> Iterator[Element]:
    """Go through the rows of a table, those in groups too."""
    for node in element:
        if local(node) == name:
            yield node
        elif local(node) in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _own(node, name)


def _columns(element: Element) -> tuple[frozenset[int], dict[int, str]]:
    """Return which columns of a table are hidden, and the styles that they give their cells."""
    hidden: set[int] = set()
    styles: dict[int, str] = {}
    column = 0
    for node in element.iter():
        if local(node) == "table-row":
            break
        if local(node) == "table-column":
            repeats = _count(attribute(node, "number-columns-repeated"), 1 << 14)
            if attribute(node, "visibility") in _HIDDEN_ROWS:
                hidden.update(range(column, column + repeats))
            if style := attribute(node, "default-cell-style-name"):
                styles |= dict.fromkeys(range(column, column + repeats), style)
            column += repeats
    return frozenset(hidden), styles


def _count(text: str, most: int) -> int:
    # Python takes long to read a very long number.
    return min(int(text), most) if text.isdecimal() and len(text) < 10 else 1
