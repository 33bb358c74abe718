"""A workbook with a sheet each for claims, evidence, sources, findings and reviews."""

from __future__ import annotations

import datetime as dt
import io
import re
from typing import TYPE_CHECKING, Final

from claimcheck.formats.export import missing
from claimcheck.formats.tables import TABLES, in_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions
    from claimcheck.formats.tables import Cell
    from claimcheck.gate.report import Report

READERS = "Excel, LibreOffice, Numbers and Google Sheets; `claimcheck import xlsx` reads it"
BINARY = True
_MOST_CHARACTERS: Final = 32_767
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
_NO_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def render(report: Report, options: ExportOptions) -> Iterator[bytes]:
    """Yield the workbook.

    Args:
        report: the dossier, checked.
        options: the table, where only one is wanted.

    Raises:
        MissingLibraryError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter  # an extra, and slow to load
    except ImportError:
        raise missing("workbooks", "XlsxWriter", "exchange") from None
    out = io.BytesIO()
    # No text is ever taken for a formula, a number or an address: what is written is what is shown.
    settings = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(out, settings) as book:
        book.set_properties({"created": _MADE, "title": options.title})
        bold = book.add_format({"bold": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        for table in TABLES.values():
            if options.table not in {"", table.name}:
                continue
            sheet = book.add_worksheet(table.name)
            sheet.freeze_panes(1, 1)
            sheet.set_landscape()
            sheet.repeat_rows(0)
            for number, column in enumerate(table.columns):
                sheet.set_column(number, number, _WIDTHS.get(column.name, 14), wrapped)
                sheet.write_string(0, number, column.name, bold)
            for line, row in enumerate(table.rows(report), 1):
                for number, cell in enumerate(row):
                    _write(sheet, line, number, cell)
    yield out.getvalue()


def losses(report: Report, options: ExportOptions) -> Iterator[str]:
    """Yield which cells are longer than a workbook holds."""
    for table in TABLES.values():
        if options.table in {"", table.name}:
            for number, row in enumerate(table.rows(report), 2):
                for column, cell in zip(table.columns, row, strict=True):
                    if isinstance(cell, str) and len(cell) > _MOST_CHARACTERS:
                        yield (
                            f"sheet {table.name}, row {number}: `{column.name}` is cut after "
                            f"{_MOST_CHARACTERS:,} characters"
                        )


def _write(sheet: object, line: int, number: int, cell: Cell) -> None:
    if cell is None or cell == ():
        return
    if isinstance(cell, int) and not isinstance(cell, bool):
        sheet.write_number(line, number, cell)  # type: ignore[attr-defined]
        return
    text = _NO_XML.sub("\ufffd", in_line(cell))[:_MOST_CHARACTERS]
    sheet.write_string(line, number, text)  # type: ignore[attr-defined]
