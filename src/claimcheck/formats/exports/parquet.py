"""One table as Parquet, with typed columns and lists."""

from __future__ import annotations

import io
from itertools import islice
from typing import TYPE_CHECKING, Final

from claimcheck.formats.export import missing_library
from claimcheck.formats.tables import DEFAULT_TABLE, TABLES, other_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "duckdb, pandas, polars, Spark and what else analyses tables"
BINARY = True
_ROWS_OF_A_GROUP: Final = 10_000


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the file.

    Args:
        report: the dossier, checked.
        options: the table, by default the evidence.

    Raises:
        MissingLibraryError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # an extra, and large
        import pyarrow.parquet as pq
    except ImportError:
        raise missing_library("Parquet files", "pyarrow", "bulk") from None
    table = TABLES[options.table or DEFAULT_TABLE]
    types = {
        "text": pa.string(),
        "number": pa.int64(),
        "flag": pa.bool_(),
        "list": pa.list_(pa.string()),
    }
    schema = pa.schema(
        [
            pa.field(column.name, types[column.form], metadata={"description": column.description})
            for column in table.columns
        ]
    )
    out = io.BytesIO()
    rows = iter(table.rows(report))
    with pq.ParquetWriter(out, schema) as writer:
        while batch := list(islice(rows, _ROWS_OF_A_GROUP)):
            columns = [
                pa.array([row[number] for row in batch], field.type)
                for number, field in enumerate(schema)
            ]
            writer.write_table(pa.Table.from_arrays(columns, schema=schema))
    yield out.getvalue()


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield what the table cannot say."""
    del report
    yield other_tables(options.table)
