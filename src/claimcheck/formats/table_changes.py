"""What a table that was exported and edited says otherwise than the dossier."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.editing.operations.import_table import CellEdit, place_of
from claimcheck.formats.respelled import is_same_cell, is_taken_for_date, read_date
from claimcheck.formats.tables import LONGEST_CELL, SEPARATOR, TABLES, Cell, in_line
from claimcheck.model.errors import AnswerError
from claimcheck.text.formulas import FORMULA_SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcheck.documents.spreadsheet import Grid
    from claimcheck.editing.values import Value
    from claimcheck.formats.export import ReportOnDemand
    from claimcheck.formats.tables import Column, Table
    from claimcheck.model import Dossier

EDITABLE = ("claims", "evidence", "sources")
_KEYS = {"claims": ("id",), "evidence": ("claim", "number"), "sources": ("id",)}
# What no table of notes has: by these an exported table is known.
_OWN = {"claims": {"id", "claim"}, "evidence": {"claim", "number", "stance"}, "sources": {"id"}}
_WORKED_OUT = {"claims": "status", "evidence": "fit", "sources": "state"}
_DATES = {"claimed_on", "as_of", "review_by", "verdict_on", "issued", "accessed"}


def table_of(header: Iterable[str]) -> str:
    """Return which exported table a header is of; "" where it is of none.

    Columns may be missing or added, but those that say which row is which must be there, and one
    that only an export has. Capitals and blanks do not count.
    """
    names = set(map(_column_name, header))
    return next(
        (table for table in EDITABLE if names >= _OWN[table] | {_WORKED_OUT[table]}),
        "",
    )


def table_of_rows(grid: Grid, dossier: Dossier) -> str:
    """Return which exported table some rows are of whose worked out columns somebody deleted.

    Args:
        grid: the table.
        dossier: in which every row of it has to be.
    """
    ids = set(dossier.claim_ids)
    for table, key in (("evidence", "claim"), ("claims", "id")):
        names = {_column_name(name): name for name in grid.header}
        if names.keys() >= _OWN[table] and grid.rows:
            cells = (_plain(record.get(names[key])).strip() for _line, record in grid.records())
            if all(cell in ids for cell in cells):
                return table
    return ""


def _column_name(name: str) -> str:
    return "_".join(name.split()).casefold()


def cell_edits(
    name: str,
    records: Iterable[tuple[int, Mapping[str, object]]],
    report: ReportOnDemand,
    tell: Callable[[str], None] | None = None,
) -> Iterator[CellEdit]:
    """Yield the cells that differ, in the order of the table.

    Args:
        name: the table.
        records: its rows, by the names of columns, each with its line.
        report: the dossier as it stands.
        tell: for rows out of a spreadsheet, which writes dates, numbers and blanks its own way:
            told of every cell that is left as it stands since nobody else seems to have changed it.
            Without it every difference counts.

    Raises:
        AnswerError: a row is of nothing that is there, or stands twice.
    """
    table = TABLES[name]
    names = [column.name for column in table.columns]
    rows = {}
    for row in table.rows(report):
        standing = dict(zip(names, row, strict=True))
        rows[tuple(str(standing[key]) for key in _KEYS[name])] = standing
    seen: dict[tuple[str, ...], int] = {}
    for line, written in records:
        record = {_column_name(column): cell for column, cell in written.items()}
        key = tuple(_key(record.get(part)) for part in _KEYS[name])
        if key not in rows:
            raise AnswerError(
                f"row {line}: there is no {_label(name, key)} in the dossier",
                "rows are changed, never added; import new claims from a table of notes",
            )
        if key in seen:
            raise AnswerError(f"row {line}: {_label(name, key)} stands in row {seen[key]} already")
        seen[key] = line
        yield from _row_edits(_Row(table, record, rows[key], line), report, tell)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of a table, and the same as it stands in the dossier."""

    table: Table
    record: Mapping[str, object]
    standing: Mapping[str, Cell]
    line: int


def _row_edits(
    row: _Row, report: ReportOnDemand, tell: Callable[[str], None] | None
) -> Iterator[CellEdit]:
    for column in row.table.columns:
        if not column.written or column.name not in row.record:
            continue
        cell, was = row.record[column.name], row.standing[column.name]
        # A name in a list may itself have the sign that parts names in a cell.
        if column.form == "list" and isinstance(cell, str) and _plain(cell) == in_line(was):
            continue
        if isinstance(cell, str) and len(cell) == LONGEST_CELL < len(in_line(was)):
            if not in_line(was).startswith(cell):
                raise AnswerError(
                    f"row {row.line}, {column.name}: the cell holds a part of what stands there",
                    f"a workbook holds {LONGEST_CELL:,} characters in a cell: change the file",
                )
            continue
        value, standing = _value(cell, column), _value(was, column)
        if tell is not None:
            try:
                value, remark = _intended(column, standing, value)
            except AnswerError as error:
                raise AnswerError(f"row {row.line}, {column.name}: {error}", error.help) from None
            if remark:
                tell(f"row {row.line}, {column.name}: {remark}")
        if value == standing:
            continue
        number = row.standing.get("number")
        in_selector = bool(row.standing.get("prefix") or row.standing.get("suffix"))
        number = number if isinstance(number, int) else 0
        place = place_of(row.table.name, column.name, number, in_selector=in_selector)
        yield CellEdit(_file(row.table.name, row.standing, report), place, value, row.line)


def _intended(column: Column, standing: Value, value: Value) -> tuple[Value, str]:
    """What somebody meant by a cell of a spreadsheet, and a remark where that is not what it says.

    Args:
        column: its column.
        standing: what the dossier says.
        value: what the cell says.

    Raises:
        AnswerError: it is no date where there has to be one.
    """
    if isinstance(standing, tuple) and isinstance(value, tuple) and len(standing) == len(value):
        return (standing if all(map(is_same_cell, standing, value)) else value), ""
    if not isinstance(value, str):
        return value, ""
    text = standing if isinstance(standing, str) else ""
    if column.name in _DATES:
        return read_date(text, value) or None, ""
    if is_same_cell(text, value):
        return standing, ""
    if is_taken_for_date(text, value.strip()):
        return standing, f"'{value}' for '{text}'"
    return value, ""


def _file(name: str, standing: Mapping[str, Cell], report: ReportOnDemand) -> str:
    if name == "sources":
        return report.dossier.sources[str(standing["id"])].place.path
    return str(standing["file"])


def _label(name: str, key: tuple[str, ...]) -> str:
    if name == "evidence":
        return f"evidence item {key[1]} of claim '{key[0]}'"
    return f"{name.removesuffix('s')} '{key[0]}'"


def _key(value: object) -> str:
    """What a row is known by: without the blanks, and the `.0`, that a spreadsheet adds."""
    text = _plain(value).strip()
    return text.removesuffix(".0") if text.removesuffix(".0").isdecimal() else text


def _plain(value: object) -> str:
    text = "" if value is None else str(value)
    return text[1:] if text.startswith("'") and text[1:].startswith((*FORMULA_SIGNS, "'")) else text


def _value(cell: object, column: Column) -> Value:
    if isinstance(cell, (list, tuple)):
        return tuple(map(str, cell)) or None
    text = _plain(cell)
    if column.form == "list":
        return tuple(filter(None, (part.strip() for part in text.split(SEPARATOR.strip())))) or None
    return text or None
