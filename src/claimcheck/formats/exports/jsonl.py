"""All tables, a line of JSON a row, each with the name of its table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimcheck.formats.export import in_pieces
from claimcheck.formats.tables import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions
    from claimcheck.gate.report import Report

READERS = "programs, jq, duckdb and pandas; `claimcheck import jsonl` reads changes back"
BINARY = False


def render(report: Report, options: ExportOptions) -> Iterator[bytes]:
    """Yield the rows of all tables, or of one.

    Args:
        report: the dossier, checked.
        options: the table, where only one is wanted.
    """
    for table in TABLES.values():
        if options.table in {"", table.name}:
            names = ["table", *(column.name for column in table.columns)]
            yield from in_pieces(
                json.dumps(dict(zip(names, (table.name, *row), strict=True))) + "\n"
                for row in table.rows(report)
            )


def losses(report: Report, options: ExportOptions) -> Iterator[str]:
    """Yield nothing: every column of every table is there."""
    del report, options
    yield from ()
