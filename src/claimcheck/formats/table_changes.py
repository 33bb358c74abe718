"""What a table that was exported and edited says otherwise than the dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.editing.operations.import_table import CellEdit, place_of
from claimcheck.errors import AnswerError
from claimcheck.formats.tables import FORMULA_SIGNS, SEPARATOR, TABLES, Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.editing.values import Value
    from claimcheck.formats.export import ReportOnDemand
    from claimcheck.formats.tables import Column, Table

EDITABLE = ("claims", "evidence", "sources")
_KEYS = {"claims": ("id",), "evidence": ("claim", "number"), "sources": ("id",)}
# What no table of notes has: by these an exported table is known.
_OWN = {"claims": {"id", "claim"}, "evidence": {"claim", "number", "stance"}, "sources": {"id"}}
_WORKED_OUT = {"claims": "status", "evidence": "fit", "sources": "state"}


def table_of(header: Iterable[str]) -> str:
    """Return which exported table a header is of; "" where it is of none.

    Columns may be missing or added, but those that say which row is which must be there, and one
    that only an export has.
    """
    names = set(header)
    return next(
        (table for table in EDITABLE if names >= _OWN[table] | {_WORKED_OUT[table]}),
        "",
    )


def cell_edits(
    name: str, records: Iterable[tuple[int, Mapping[str, object]]], report: ReportOnDemand
) -> Iterator[CellEdit]:
    """Yield the cells that differ, in the order of the table.

    Args:
        name: the table.
        records: its rows, by the names of columns, each with its line.
        report: the dossier as it stands.

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
    for line, record in records:
        key = tuple(_plain(record.get(part)) for part in _KEYS[name])
        if key not in rows:
            raise AnswerError(
                f"row {line}: there is no {_label(name, key)} in the dossier",
                "rows are changed, never added; import new claims from a table of notes",
            )
        if key in seen:
            raise AnswerError(f"row {line}: {_label(name, key)} stands in row {seen[key]} already")
        seen[key] = line
        yield from _row_edits(table, record, rows[key], line, report)


def _row_edits(
    table: Table,
    record: Mapping[str, object],
    standing: Mapping[str, Cell],
    line: int,
    report: ReportOnDemand,
) -> Iterator[CellEdit]:
    for column in table.columns:
        if not column.written or column.name not in record:
            continue
        value = _value(record[column.name], column)
        if value == _value(standing[column.name], column):
            continue
        number = standing.get("number")
        in_selector = bool(standing.get("prefix") or standing.get("suffix"))
        number = number if isinstance(number, int) else 0
        place = place_of(table.name, column.name, number, in_selector=in_selector)
        yield CellEdit(_file(table.name, standing, report), place, value, line)


def _file(name: str, standing: Mapping[str, Cell], report: ReportOnDemand) -> str:
    if name == "sources":
        return report.dossier.sources[str(standing["id"])].place.path
    return str(standing["file"])


def _label(name: str, key: tuple[str, ...]) -> str:
    if name == "evidence":
        return f"evidence item {key[1]} of claim '{key[0]}'"
    return f"{name.removesuffix('s')} '{key[0]}'"


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
