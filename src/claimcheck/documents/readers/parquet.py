"""Tables in columns (Parquet): a line each row under the names of the columns, cells by tabs."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Final

from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions
from claimcheck.documents.tables import line
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pyarrow.parquet as pq

SUFFIXES = (".parquet", ".pq")
MEDIA_TYPES = ("application/vnd.apache.parquet", "application/x-parquet")
DISTRIBUTION = "pyarrow"
EXTRA = "bulk"
MAGIC = (b"PAR1",)
MOST_CELLS: Final = 5_000_000
_ROWS_AT_ONCE: Final = 10_000


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its text is UTF-8
    """Return the rows, each value in digits or words as JSON has it; an empty cell for null.

    Raises:
        UnreadableError: it is damaged, holds nothing, or more cells than are read.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(io.BytesIO(data))
        names = file.schema_arrow.names
        if file.metadata.num_rows * len(names) > MOST_CELLS:
            raise UnreadableError(f"it has more than {MOST_CELLS:,} cells")
        rows = [line(map(_in_cell, row)) for row in _rows(file)]
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        raise UnreadableError(f"it is damaged, or no Parquet file: {reason}") from None
    if not rows:
        raise UnreadableError("it holds no rows")
    text = "\n".join([line(names), *rows])
    return Extract(f"{text}\n", DocumentMetadata(type="dataset"))


def _rows(file: pq.ParquetFile) -> Iterator[tuple[object, ...]]:
    for batch in file.iter_batches(batch_size=_ROWS_AT_ONCE, use_threads=False):
        yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)


def _in_cell(value: object) -> str:
    """Return a value as a cell shows it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return str(value)
