"""A workbook with a sheet each for claims, evidence, sources, findings and reviews."""

from __future__ import annotations

import datetime as dt
import io
import re
import string
import zipfile
from functools import partial
from typing import IO, TYPE_CHECKING, Final
from xml.sax.saxutils import escape

from claimcheck.formats.archive import ArchiveParts, archive, archive_beside_check
from claimcheck.formats.export import for_xml, in_pieces, missing_library
from claimcheck.formats.tables import LONGEST_CELL, TABLES, in_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.formats.export import ExportOptions, ReportOnDemand
    from claimcheck.formats.tables import Cell, Table

READERS = "Excel, LibreOffice, Numbers and Google Sheets; `claimcheck import xlsx` reads it"
BINARY = True
_MADE: Final = dt.datetime(1980, 1, 1)  # noqa: DTZ001 - a workbook has no time zone
# In characters.
_WIDTHS: Final = {
    "claim": 60,
    "quote": 60,
    "passage": 60,
    "message": 60,
    "title": 50,
    "help": 40,
    "file": 40,
    "id": 40,
    "source": 30,
    "status": 20,
    "corroboration": 16,
}
_COLUMN_STYLE: Final = re.compile(rb'<col [^>]*style="(\d+)"')
_NO_USUAL_TEXT: Final = re.compile("[<>&\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]|_x")
_LIKE_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the workbook.

    The library makes a workbook of empty sheets with headers, and the rows are put into those: it
    looks at every cell for what it might be besides a text, which takes seconds.

    Args:
        report: the dossier, checked.
        options: the table, where only one is wanted.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
    """
    tables = [table for table in TABLES.values() if options.table in {"", table.name}]
    with zipfile.ZipFile(_empty_book(tables, options.title)) as empty:
        members = {name: empty.read(name) for name in empty.namelist()}
    sheets = {f"xl/worksheets/sheet{n}.xml": table for n, table in enumerate(tables, 1)}
    in_archive = partial(_in_archive, report, members, sheets)
    if options.table:
        yield archive(map(in_archive, members))
        return
    by_table = {table.name: name for name, table in sheets.items()}
    # Of all tables, that of evidence takes as long to write as the rules to run.
    later = {name for name in by_table.values() if name != by_table["evidence"]}
    yield archive_beside_check(
        report,
        ArchiveParts(
            files=map(in_archive, (name for name in members if name not in later)),
            late=map(in_archive, (name for name in sheets if name in later)),
        ),
    )


def _in_archive(
    report: ReportOnDemand, members: Mapping[str, bytes], sheets: Mapping[str, Table], name: str
) -> tuple[str, bytes]:
    """A file of the workbook, with its contents.

    Args:
        report: the dossier.
        members: the files of the workbook of empty sheets.
        sheets: the tables, by the names of their sheets.
        name: the file's name.
    """
    table = sheets.get(name)
    data = members[name]
    return name, data if table is None else b"".join(_sheet(data, table, report))


def _empty_book(tables: Iterable[Table], title: str) -> IO[bytes]:
    try:
        import xlsxwriter  # an extra, and slow to load
    except ImportError:
        raise missing_library("workbooks", "XlsxWriter", "exchange") from None
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": _MADE, "title": title})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for table in tables:
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.repeat_rows(0)
            for number, column in enumerate(table.columns):
                sheet.set_column(number, number, _WIDTHS.get(column.name, 14), wrapped)
                sheet.write_string(0, number, column.name, bold)
    out.seek(0)
    return out


def _sheet(empty: bytes, table: Table, report: ReportOnDemand) -> Iterator[bytes]:
    """Yield a sheet that has a header alone, with its rows.

    Args:
        empty: the sheet.
        table: what is in it.
        report: the dossier.
    """
    style = _COLUMN_STYLE.search(empty)
    head, end, tail = empty.partition(b"</sheetData>")
    yield head
    rows, width = table.rows(report), len(table.columns)
    yield from in_pieces(_row_lines(rows, width, style[1].decode() if style else "0"))
    yield end + tail


def _row_lines(rows: Iterable[tuple[Cell, ...]], width: int, style: str) -> Iterator[str]:
    """Yield rows as a sheet has them, from its second row on.

    No text is ever taken for a formula, a number or an address: what is written is what is shown.

    Args:
        rows: the rows.
        width: how many cells each has.
        style: the number of the style of all cells.
    """
    columns = [f'<c r="{name}' for name in _column_names(width)]
    text_is = f'" s="{style}" t="inlineStr"><is><t xml:space="preserve">'
    number_is = f'" s="{style}"><v>'
    for line, row in enumerate(rows, 2):
        # One look at all texts of a row takes half the time of a look at each.
        texts = "\n".join([cell for cell in row if type(cell) is str])
        is_usual = not _NO_USUAL_TEXT.search(texts)
        cells = [
            f"{column}{line}{text_is}{cell[:LONGEST_CELL]}</t></is></c>"
            if is_usual and type(cell) is str
            else f"{column}{line}{number_is}{cell}</v></c>"
            if type(cell) is int
            else f"{column}{line}{text_is}{_text(cell)}</t></is></c>"
            for column, cell in zip(columns, row, strict=True)
            if cell is not None and cell != ()
        ]
        yield f'<row r="{line}">{"".join(cells)}</row>\n'


def _column_names(width: int) -> list[str]:
    letters = string.ascii_uppercase
    return [name for first in ("", *letters) for name in map(first.__add__, letters)][:width]


def _text(cell: Cell) -> str:
    text = in_line(cell)[:LONGEST_CELL]
    if not _NO_USUAL_TEXT.search(text):
        return text
    # What looks like an escape of the format's own is escaped, or it would be read as one.
    text = _LIKE_ESCAPE.sub("_x005F_", for_xml(text))
    return escape(text).replace("\r", "_x000D_")


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield which cells are longer than a workbook holds."""
    for table in TABLES.values():
        if options.table in {"", table.name}:
            for number, row in enumerate(table.rows(report), 2):
                for column, cell in zip(table.columns, row, strict=True):
                    if not isinstance(cell, int) and len(in_line(cell)) > LONGEST_CELL:
                        yield (
                            f"sheet {table.name}, row {number}: `{column.name}` is cut after "
                            f"{LONGEST_CELL:,} characters"
                        )
