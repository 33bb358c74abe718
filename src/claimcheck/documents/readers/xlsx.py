"""Spreadsheets (XLSX): what cells show, a line each row and a page each sheet; formulas' values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow
from claimcheck.documents.chart_text import SILENT, UNREAD, chart_in
from claimcheck.documents.drawing_text import plain_text
from claimcheck.documents.number_format import BUILT_IN, shown
from claimcheck.documents.office_flags import has_flag, is_on, is_set
from claimcheck.documents.package import (
    ElementHandler,
    Package,
    attribute,
    child,
    child_value,
    local,
)
from claimcheck.documents.print_heads import print_heads
from claimcheck.documents.properties import office_properties
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.tables import lines_of
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, clean, pinned

if TYPE_CHECKING:
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

SUFFIXES = (".xlsx", ".xlsm", ".xltx")
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
DISTRIBUTION = ""
EXTRA = ""
_KIND: Final = "Excel file"
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
# What may give a cell a colour that its own style does not.
_GROUNDS: Final = frozenset({"conditionalFormatting", "tableParts", "picture"})
_HIDDEN: Final = frozenset({"hidden", "veryHidden"})  # states of a sheet
_LAST_COLUMN: Final = 16_384
_LENGTH: Final = re.compile(r"\d{1,6}(?:\.\d{1,30})?")
_LEAST_LENGTH: Final = 0.5  # points of a row's height, characters of a column's width
_MERGED: Final = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclass(frozen=True, slots=True)
class _CellStyle:
    """How a cell is shown.

    Attributes:
        code: the format of its numbers.
        struck: it is struck out.
        white: its letters are white, and nothing that its style says lies behind them.
    """

    code: str = "General"
    struck: bool = False
    white: bool = False


class _Workbook:
    """The parts that sheets share: texts, styles, the day from which days are counted.

    Args:
        package: the file.
        main: its main part.
    """

    def __init__(self, package: Package, main: str) -> None:
        self.package = package
        related = list(package.related(main))
        self.parts = {name: (kind, part) for name, kind, part in related}
        by_kind = {kind: part for _name, kind, part in related}
        self.texts: list[str] = []
        self.struck: list[str] = []
        handler = ElementHandler("si", lambda node: self.texts.append(self.rich(node)))
        package.tree(by_kind.get("sharedStrings", ""), handler)
        self.styles = _styles(package.tree(by_kind.get("styles", "")))
        tree = package.tree(main)
        self.from_1904 = is_set(child(tree, "workbookPr"), "date1904")
        sheets = child(tree, "sheets")
        self.sheets = list(sheets) if sheets is not None else []

    def rich(self, element: Element) -> str:
        """Return a text that may have runs of its own; what is struck out goes aside."""
        text = ""
        for node in element:
            if local(node) == "t":
                text += _words(node)
            elif local(node) == "r":
                text += self._run(node)
        return text

    def _run(self, element: Element) -> str:
        properties, words = child(element, "rPr"), child(element, "t")
        text = _words(words) if words is not None else ""
        if has_flag(properties, "strike"):
            self.struck.append(text)
            return ""
        marks = {"superscript": flow.RAISED, "subscript": flow.LOWERED}
        mark = marks.get(child_value(properties, "vertAlign"))
        return f"{mark}{text}{flow.SHIFT_END}" if mark and text.strip() else text


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return what the cells of each sheet show; a sheet is a page, and calls itself by its name.

    Raises:
        UnreadableError: it is locked, damaged, declares entities, or unpacks to too much.
    """
    book = _opened(data)
    package = book.package
    pages, labels, asides, gaps = [], [], [], _Gaps()
    for number, entry in enumerate(book.sheets, 1):
        name = " ".join(attribute(entry, "name").split()) or str(number)
        relation = next((entry.get(key, "") for key in entry.attrib if key.endswith("}id")), "")
        labels.append(name)
        kind, part = book.parts.get(relation, ("", ""))
        if attribute(entry, "state") in _HIDDEN:
            gaps.count("hidden sheets are left out")
            pages.append("")
            continue
        if kind == "chartsheet":
            drawings = [part for _id, inner, part in package.related(part) if inner == "drawing"]
            lines = [line for drawing in drawings for line in _charts(package, drawing, gaps)]
            pages.append("\n".join(lines))
            asides.append(Aside(AsideKind.HEAD, name, str(number)))
            continue
        if kind != "worksheet":
            gaps.count("sheets that are no tables are not read")
            pages.append("")
            continue
        sheet = _Sheet(book, gaps)
        pages.append(sheet.text(part))
        asides.append(Aside(AsideKind.HEAD, name, str(number)))
        asides += print_heads(sheet.tree, name, number)
        asides += _beside(package, part, number, gaps)
    asides += [Aside(AsideKind.STRUCK, flow.finished(text)) for text in book.struck]
    if not any(map(str.strip, pages)) and all(aside.kind is AsideKind.HEAD for aside in asides):
        raise UnreadableError("it holds no text", "; ".join(gaps.clauses()))
    metadata, remarks = office_properties(package, "\n".join(pages))
    return Extract(
        pinned(pages, asides), metadata, remarks, tuple(gaps.clauses()), page_labels=tuple(labels)
    )


def _opened(data: bytes) -> _Workbook:
    package = Package(data, _KIND)
    main = next((name for _id, kind, name in package.related("") if kind == "officeDocument"), "")
    main = main if main in package.names else "xl/workbook.xml"
    if main not in package.names:
        raise UnreadableError(f"it is no {_KIND} ({main} is missing)")
    return _Workbook(package, main)


def sheets(data: bytes) -> dict[str, dict[int, dict[int, str]]]:
    """Return what the cells of each visible sheet show, by rows and columns from 1.

    Raises:
        UnreadableError: as for `read`.
    """
    book, gaps = _opened(data), _Gaps()
    cells_by_sheet = {}
    for number, entry in enumerate(book.sheets, 1):
        relation = next((entry.get(key, "") for key in entry.attrib if key.endswith("}id")), "")
        kind, part = book.parts.get(relation, ("", ""))
        if kind == "worksheet" and attribute(entry, "state") not in _HIDDEN:
            name = " ".join(attribute(entry, "name").split()) or str(number)
            cells_by_sheet[name] = _Sheet(book, gaps).cells(part)
    return cells_by_sheet


class _Gaps:
    """Parts of a file that are left out of the text, each with its count."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}

    def count(self, clause: str, number: int = 1) -> None:
        """Count what is not read."""
        self._counts[clause] = self._counts.get(clause, 0) + number

    def clauses(self) -> list[str]:
        """Return a clause each."""
        return [f"{clause} ({number:,})" for clause, number in self._counts.items()]


class _Sheet:
    """Reads a sheet, row by row.

    Args:
        book: what sheets share.
        gaps: what is not read.
    """

    def __init__(self, book: _Workbook, gaps: _Gaps) -> None:
        self._book = book
        self._gaps = gaps
        self._rows: dict[int, dict[int, str]] = {}
        self._hidden: set[int] = set()
        self._white: list[tuple[int, int]] = []
        self._reaching_out: set[tuple[int, int]] = set()
        self._number = 0
        self.tree: Element | None = None

    def text(self, part: str) -> str:
        """Return what the cells of a sheet show, as text."""
        return lines_of(self.cells(part))

    def cells(self, part: str) -> dict[int, dict[int, str]]:
        """Return what the cells of a sheet show, by rows and columns from 1."""
        tree = self.tree = self._book.package.tree(part, ElementHandler("row", self._row))
        columns = child(tree, "cols")
        for node in columns if columns is not None else ():
            if is_set(node, "hidden") or _is_nothing(attribute(node, "width")):
                first, last = _whole(attribute(node, "min")), _whole(attribute(node, "max"))
                self._hidden.update(range(first, min(last, _LAST_COLUMN) + 1))
        if not any(local(node) in _GROUNDS for node in (tree if tree is not None else ())):
            self._drop_white()
        merged = child(tree, "mergeCells")
        self._drop_merged(merged if merged is not None else ())
        return self._shown()

    def _drop_merged(self, merged: Iterable[Element]) -> None:
        """Leave out what cells hold that lie under the first of those merged: nobody sees it."""
        unseen = 0
        for node in merged:
            hit = _MERGED.fullmatch(attribute(node, "ref"))
            if hit is None:
                continue
            first, last = int(hit[2]), int(hit[4])
            left, right = _column(hit[1]), _column(hit[3])
            within = range(first, last + 1)
            columns = range(left, min(right, _LAST_COLUMN) + 1)
            if left in self._hidden and not self._hidden.issuperset(columns):
                self._reaching_out.add((first, left))
            rows = within if len(within) < len(self._rows) else tuple(self._rows)
            for number in rows:
                row = self._rows.get(number, {}) if number in within else {}
                under = [
                    column
                    for column in row
                    if left <= column <= right and (number, column) != (first, left)
                ]
                for column in under:
                    row.pop(column)
                unseen += len(under)
        if unseen:
            self._gaps.count("cells under merged ones are left out", unseen)

    def _drop_white(self) -> None:
        """Leave out white words on white cells: nobody sees them."""
        unseen = [(row, column) for row, column in self._white if row in self._rows]
        for row, column in unseen:
            self._rows[row].pop(column)
        if unseen:
            self._gaps.count("cells with white letters are left out", len(unseen))

    def _shown(self) -> dict[int, dict[int, str]]:
        """Leave out hidden columns, but for cells that are merged with others beside them."""
        unseen = {
            (number, column)
            for number, row in self._rows.items()
            for column in self._hidden.intersection(row)
        } - self._reaching_out
        if unseen:
            hidden = {column for _number, column in unseen}
            self._gaps.count("hidden columns are left out", len(hidden))
        return {
            number: {column: text for column, text in row.items() if (number, column) not in unseen}
            for number, row in self._rows.items()
        }

    def _row(self, element: Element) -> None:
        self._number = _whole(attribute(element, "r")) or self._number + 1
        cells: dict[int, str] = {}
        column = 0
        for cell in element:
            hit = _PLACE.fullmatch(attribute(cell, "r"))
            column = _column(hit[1]) if hit else column + 1
            style = self._book.styles.get(_whole(attribute(cell, "s")), _CellStyle())
            if text := self._cell(cell, style):
                cells[column] = text
                if style.white:
                    self._white.append((self._number, column))
        is_hidden = is_set(element, "hidden") or _is_nothing(attribute(element, "ht"))
        if cells and is_hidden:
            self._gaps.count("hidden rows are left out")
        elif cells:
            self._rows[self._number] = cells

    def _cell(self, cell: Element, style: _CellStyle) -> str:
        text = self._value(cell, style)
        if style.struck and text.strip():
            self._book.struck.append(text)
            return ""
        return text

    def _value(self, cell: Element, style: _CellStyle) -> str:
        kind, value = attribute(cell, "t"), child(cell, "v")
        # A format of four parts says what is shown of words; with an empty one nothing is.
        shows_words = style.code.count(";") != 3 or not style.code.endswith(";")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return self._book.rich(inline) if inline is not None and shows_words else ""
        text = "" if value is None else value.text or ""
        if not text:
            if child(cell, "f") is not None:
                self._gaps.count("formulas have no value in the file, and are left out")
            return ""
        if kind == "s":
            at = _whole(text)
            text = self._book.texts[at] if at < len(self._book.texts) else ""
        elif kind == "b":
            return "TRUE" if is_on(text, otherwise=False) else "FALSE"
        elif kind in {"", "n"}:
            return clean(shown(text.strip(), style.code, from_1904=self._book.from_1904))
        elif kind == "str":
            text = _words(value) if value is not None else ""
        return text if shows_words else ""


def _beside(package: Package, part: str, number: int, gaps: _Gaps) -> list[Aside]:
    """Return the text boxes that lie on a sheet; count what else belongs to it."""
    asides = []
    for _id, kind, name in package.related(part):
        if kind == "drawing":
            tree = package.tree(name)
            words = plain_text(tree) if tree is not None else ""
            if words.strip():
                asides.append(Aside(AsideKind.BOX, words, str(number)))
            asides += [
                Aside(AsideKind.BOX, line, str(number)) for line in _charts(package, name, gaps)
            ]
        elif kind in {"comments", "threadedComment"}:
            gaps.count("sheets have comments, which are not read")
    return asides


def _charts(package: Package, drawing: str, gaps: _Gaps) -> list[str]:
    """Return the lines that are written in a drawing's charts; count what they draw alone."""
    lines: list[str] = []
    for _id, kind, name in package.related(drawing):
        if kind not in {"chart", "chartEx"}:
            continue
        chart = chart_in(package, name)
        if chart is None:
            gaps.count(UNREAD)
        else:
            lines += chart.lines
            if chart.has_silent_numbers:
                gaps.count(SILENT)
    return lines


def _styles(tree: Element | None) -> dict[int, _CellStyle]:
    codes = dict(BUILT_IN)
    formats, fonts, styles = (child(tree, name) for name in ("numFmts", "fonts", "cellXfs"))
    for node in formats if formats is not None else ():
        codes[_whole(attribute(node, "numFmtId"))] = attribute(node, "formatCode")
    struck, white = set(), set()
    for number, node in enumerate(fonts if fonts is not None else ()):
        if has_flag(node, "strike"):
            struck.add(number)
        if _is_white(child(node, "color")):
            white.add(number)
    fills = child(tree, "fills")
    plain = {n for n, fill in enumerate(fills if fills is not None else ()) if _is_plain(fill)}
    cells = {}
    for number, node in enumerate(styles if styles is not None else ()):
        font, fill = _whole(attribute(node, "fontId")), _whole(attribute(node, "fillId"))
        code = codes.get(_whole(attribute(node, "numFmtId")), "General")
        cells[number] = _CellStyle(code, font in struck, font in white and fill in plain)
    return cells


def _is_white(color: Element | None) -> bool:
    if color is None or attribute(color, "tint").strip("0.-"):
        return False
    written = (
        attribute(color, "rgb").upper(),
        attribute(color, "theme"),
        attribute(color, "indexed"),
    )
    return written[0] in {"FFFFFFFF", "00FFFFFF"} or written[1] == "0" or written[2] in {"1", "9"}


def _is_plain(fill: Element) -> bool:
    """Whether a fill leaves a cell white."""
    pattern = child(fill, "patternFill")
    if pattern is None:
        return False
    kind = attribute(pattern, "patternType")
    return kind in {"", "none"} or (kind == "solid" and _is_white(child(pattern, "fgColor")))


def _is_nothing(length: str) -> bool:
    """Whether a height or a width is written, and is none."""
    return _LENGTH.fullmatch(length) is not None and float(length) < _LEAST_LENGTH


def _words(element: Element) -> str:
    text = _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)), element.text or "")
    return clean(text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return min(number, _LAST_COLUMN)


def _whole(text: str) -> int:
    # A longer number counts nothing in a workbook; Python takes long to read a very long one.
    return int(text) if text.isdecimal() and len(text) < 9 else 0
