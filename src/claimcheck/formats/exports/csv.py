"""One table as CSV (RFC 4180, with plain line ends); what would be a formula is made a text.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
Injection"); `claimcheck import csv` takes it away again.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from claimcheck.formats.export import batches, encoded
from claimcheck.formats.tables import DEFAULT_TABLE, TABLES, csv_lines, other_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "spreadsheets and statistics programs; `claimcheck import csv` reads changes back"
BINARY = False


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield a header and one line a row.

    Args:
        report: the dossier, checked.
        options: the table, by default the evidence.
    """
    table = TABLES[options.table or DEFAULT_TABLE]
    header = tuple(column.name for column in table.columns)
    for rows in batches(chain((header,), table.rows(report))):
        yield encoded(csv_lines(rows))


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield what the table cannot say."""
    del report
    yield other_tables(options.table)
