"""Spreadsheets (XLSX): what cells show, a line each row and a page each sheet; formulas' values."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow
from claimcheck.documents.drawing_text import plain_text
from claimcheck.documents.number_format import BUILT_IN, shown
from claimcheck.documents.package import Each, Package, attribute, child, local
from claimcheck.documents.properties import office_properties
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.tables import lines_of
from claimcheck.errors import UnreadableError
from claimcheck.text.pinned_text import Aside, AsideKind, clean, pinned

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

SUFFIXES = (".xlsx", ".xlsm", ".xltx")
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)
DISTRIBUTION = ""
EXTRA = ""
_KIND: Final = "Excel file"
_PLACE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_OFF: Final = frozenset({"", "0", "false"})
_LAST_COLUMN: Final = 16_384


@dataclass(frozen=True, slots=True)
class _CellStyle:
    """How a cell is shown: the format of its numbers, and whether it is struck out."""

    code: str = "General"
    struck: bool = False


class _Workbook:
    """What sheets share: texts, styles, the day from which days are counted.

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
        each = Each("si", lambda node: self.texts.append(self.rich(node)))
        package.tree(by_kind.get("sharedStrings", ""), each)
        self.styles = _styles(package.tree(by_kind.get("styles", "")))
        tree = package.tree(main)
        properties = child(tree, "workbookPr")
        written = attribute(properties, "date1904") if properties is not None else ""
        self.from_1904 = written not in _OFF
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
        strike = child(properties, "strike")
        if strike is not None and attribute(strike, "val") not in _OFF - {""}:
            self.struck.append(text)
            return ""
        shift = child(properties, "vertAlign")
        marks = {"superscript": flow.RAISED, "subscript": flow.LOWERED}
        mark = marks.get(attribute(shift, "val")) if shift is not None else None
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
        if attribute(entry, "state") not in {"", "visible"}:
            gaps.count("hidden sheets are left out")
            pages.append("")
            continue
        if kind != "worksheet":
            gaps.count("sheets that are no tables are not read")
            pages.append("")
            continue
        pages.append(_Sheet(book, gaps).text(part))
        asides += [Aside(AsideKind.HEAD, name, str(number)), *_beside(package, part, number, gaps)]
    asides += [Aside(AsideKind.STRUCK, flow.finished(text)) for text in book.struck]
    if not any(map(str.strip, pages)):
        raise UnreadableError("it holds no text")
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
        if kind == "worksheet" and attribute(entry, "state") in {"", "visible"}:
            name = " ".join(attribute(entry, "name").split()) or str(number)
            cells_by_sheet[name] = _Sheet(book, gaps).cells(part)
    return cells_by_sheet


class _Gaps:
    """What of a file is not in the text, with how often."""

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
        self._number = 0

    def text(self, part: str) -> str:
        """Return what the cells of a sheet show, as text."""
        return lines_of(self.cells(part))

    def cells(self, part: str) -> dict[int, dict[int, str]]:
        """Return what the cells of a sheet show, by rows and columns from 1."""
        tree = self._book.package.tree(part, Each("row", self._row))
        columns = child(tree, "cols")
        for node in columns if columns is not None else ():
            if attribute(node, "hidden") not in _OFF:
                first, last = _whole(attribute(node, "min")), _whole(attribute(node, "max"))
                self._hidden.update(range(first, min(last, _LAST_COLUMN) + 1))
        return self._shown()

    def _shown(self) -> dict[int, dict[int, str]]:
        hidden = {column for row in self._rows.values() for column in row if column in self._hidden}
        if hidden:
            self._gaps.count("hidden columns are left out", len(hidden))
        return {
            number: {column: text for column, text in row.items() if column not in hidden}
            for number, row in self._rows.items()
        }

    def _row(self, element: Element) -> None:
        self._number = _whole(attribute(element, "r")) or self._number + 1
        cells: dict[int, str] = {}
        column = 0
        for cell in element:
            hit = _PLACE.fullmatch(attribute(cell, "r"))
            column = _column(hit[1]) if hit else column + 1
            if text := self._cell(cell):
                cells[column] = text
        if cells and attribute(element, "hidden") not in _OFF:
            self._gaps.count("hidden rows are left out")
        elif cells:
            self._rows[self._number] = cells

    def _cell(self, cell: Element) -> str:
        style = self._book.styles.get(_whole(attribute(cell, "s")), _CellStyle())
        text = self._value(cell, style)
        if style.struck and text.strip():
            self._book.struck.append(text)
            return ""
        return text

    def _value(self, cell: Element, style: _CellStyle) -> str:
        kind, value = attribute(cell, "t"), child(cell, "v")
        if kind == "inlineStr":
            inline = child(cell, "is")
            return self._book.rich(inline) if inline is not None else ""
        text = "" if value is None else value.text or ""
        if not text:
            if child(cell, "f") is not None:
                self._gaps.count("formulas have no value in the file, and are left out")
            return ""
        if kind == "s":
            at = _whole(text)
            text = self._book.texts[at] if at < len(self._book.texts) else ""
        elif kind == "b":
            return "TRUE" if text.strip() == "1" else "FALSE"
        elif kind in {"", "n"}:
            return clean(shown(text.strip(), style.code, from_1904=self._book.from_1904))
        elif kind == "str":
            text = _words(value) if value is not None else ""
        # A format of four parts says what is shown of words; with an empty one nothing is.
        return "" if style.code.count(";") == 3 and style.code.endswith(";") else text  # noqa: PLR2004


def _beside(package: Package, part: str, number: int, gaps: _Gaps) -> list[Aside]:
    """Return the text boxes that lie on a sheet; count what else belongs to it."""
    asides = []
    for _id, kind, name in package.related(part):
        if kind == "drawing":
            tree = package.tree(name)
            words = plain_text(tree) if tree is not None else ""
            if words.strip():
                asides.append(Aside(AsideKind.BOX, words, str(number)))
            charts = sum(node == "chart" for _id, node, _name in package.related(name))
            if charts:
                gaps.count("charts are not read", charts)
        elif kind in {"comments", "threadedComment"}:
            gaps.count("sheets have comments, which are not read")
    return asides


def _styles(tree: Element | None) -> dict[int, _CellStyle]:
    codes = dict(BUILT_IN)
    formats, fonts, styles = (child(tree, name) for name in ("numFmts", "fonts", "cellXfs"))
    for node in formats if formats is not None else ():
        codes[_whole(attribute(node, "numFmtId"))] = attribute(node, "formatCode")
    struck = []
    for node in fonts if fonts is not None else ():
        strike = child(node, "strike")
        struck.append(strike is not None and attribute(strike, "val") not in _OFF - {""})
    cells = {}
    for number, node in enumerate(styles if styles is not None else ()):
        font = _whole(attribute(node, "fontId"))
        code = codes.get(_whole(attribute(node, "numFmtId")), "General")
        cells[number] = _CellStyle(code, font < len(struck) and struck[font])
    return cells


def _words(element: Element) -> str:
    text = _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)), element.text or "")
    return clean(text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return min(number, _LAST_COLUMN)


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0  # noqa: PLR2004
