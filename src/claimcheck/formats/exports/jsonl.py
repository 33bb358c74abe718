"""All tables, a line of JSON a row, each with the name of its table."""

from __future__ import annotations

import json
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from claimcheck.formats.export import in_pieces, while_checked
from claimcheck.formats.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand
    from claimcheck.formats.tables import Table

READERS = "programs, jq, duckdb and pandas; `claimcheck import jsonl` reads changes back"
BINARY = False


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the rows of all tables, or of one.

    Args:
        report: the dossier, checked.
        options: the table, where only one is wanted.
    """
    tables = [table for table in TABLES.values() if options.table in {"", table.name}]
    first = list(takewhile(lambda table: table.name != "findings", tables))
    rest = tables[len(first) :]
    pieces = chain.from_iterable(_lines(table, report) for table in first)
    yield from while_checked(report, pieces) if rest else pieces
    for table in rest:
        yield from _lines(table, report)


def _lines(table: Table, report: ReportOnDemand) -> Iterator[bytes]:
    names = ["table", *(column.name for column in table.columns)]
    return in_pieces(
        json.dumps(dict(zip(names, (table.name, *row), strict=True))) + "\n"
        for row in table.rows(report)
    )


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield nothing: every column of every table is there."""
    del report, options
    yield from ()
