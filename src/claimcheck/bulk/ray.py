"""Bulk jobs on Ray: Ray Data brings quotations and documents together, and claimcheck verifies.

    import ray
    from claimcheck.bulk import ray as bulk

    results = bulk.verify(ray.data.read_parquet("quotes"), ray.data.read_parquet("documents"))
    results.write_parquet("results")

Every node needs `claimcheck-cli[bulk]` in its Python. Ray retries, spills and schedules; nothing
here does.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from zlib import crc32

import pyarrow as pa
import pyarrow.compute as pc

from claimcheck.bulk.tables import (
    DOCUMENTS,
    PAIR_RESULTS,
    QUOTES,
    RESULTS,
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    document_rows,
    quote_rows,
)
from claimcheck.bulk.verify import best_of, one_batch, verify_rows

if TYPE_CHECKING:
    from ray.data import Dataset

    from claimcheck.bulk.tables import DocumentColumns, QuoteColumns

MAX_QUOTES_PER_GROUP: Final = 4_096
_BUCKETS: Final = 64
_FORMAT: Final = "pyarrow"


def verify(
    quotes: Dataset,
    documents: Dataset,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
    buckets: int = _BUCKETS,
) -> Dataset:
    """Say of every quotation where it stands in its documents, as `claimcheck.bulk.verify` does.

    Quotations and documents are parted by a hash of the document's id; a document with more than
    `MAX_QUOTES_PER_GROUP` quotations goes to so many buckets more, with a part of them each.

    Args:
        quotes: a row for each quotation, which names a document or a list of documents. Of those
            that name several, two with the same id, words and documents count once.
        documents: a row for each document, with its text.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.
        buckets: into how many parts they are parted.

    Returns:
        A row for each quotation, in no order, with the columns of `tables.RESULTS`.
    """
    pairs = quotes.map_batches(partial(_pairs, quote_columns), batch_format=_FORMAT)
    counts = pairs.groupby("document").count().take_all()
    parts = {
        row["document"]: -(-row["count()"] // MAX_QUOTES_PER_GROUP)
        for row in counts
        if row["count()"] > MAX_QUOTES_PER_GROUP and row["document"] is not None
    }
    bucketed = pairs.map_batches(partial(_to_buckets, parts, buckets), batch_format=_FORMAT)
    texts = documents.map_batches(
        partial(_texts_to_buckets, document_columns, parts, buckets), batch_format=_FORMAT
    )
    results = (
        bucketed.union(texts).groupby("bucket").map_groups(_verify_bucket, batch_format=_FORMAT)
    )
    if _names_several(quotes, quote_columns.document):
        spread = results.map_batches(partial(_spread, buckets), batch_format=_FORMAT)
        results = spread.groupby("bucket").map_groups(_choose, batch_format=_FORMAT)
    return results.select_columns(RESULTS.names)


# Both tables go through one shuffle, so that both have all columns.
_MIXED: Final = pa.schema(
    [("bucket", pa.int64()), *QUOTES, ("text", pa.large_string()), ("is_text", pa.bool_())]
)


def _names_several(quotes: Dataset, column: str) -> bool:
    """Whether quotations name lists of documents."""
    schema = quotes.schema()
    types = dict(zip(schema.names, schema.types, strict=True)) if schema else {}
    return not isinstance(types.get(column), pa.DataType) or not pa.types.is_string(types[column])


def _pairs(columns: QuoteColumns, table: pa.Table) -> pa.Table:
    """A row for each quotation and each document that it names; its number is made of its words."""
    rows = quote_rows(table, columns)
    records = rows.to_pylist()
    named: defaultdict[int, list[str | None]] = defaultdict(list)
    for record in records:
        named[record["row"]].append(record["document"])
    numbers = [_number(record, named[record["row"]]) for record in records]
    return pa.Table.from_batches([rows.set_column(0, "row", pa.array(numbers, pa.int64()))])


def _number(record: dict[str, Any], documents: list[str | None]) -> int:
    words = [record[name] for name in ("id", "quote", "prefix", "suffix")]
    digest = hashlib.blake2b(repr((words, documents)).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def _bucket(document: str | None, part: int, buckets: int) -> int:
    return crc32(f"{part} {document or ''}".encode()) % buckets


def _to_buckets(parts: dict[str, int], buckets: int, pairs: pa.Table) -> pa.Table:
    """Quotations with their buckets, as rows of `_MIXED`."""
    numbers = [
        _bucket(document, row % parts.get(document, 1), buckets)
        for row, document in zip(
            pairs.column("row").to_pylist(), pairs.column("document").to_pylist(), strict=True
        )
    ]
    return _mixed(pairs, numbers)


def _texts_to_buckets(
    columns: DocumentColumns, parts: dict[str, int], buckets: int, table: pa.Table
) -> pa.Table:
    """Documents with their buckets, once for each bucket, as rows of `_MIXED`."""
    rows = document_rows(table, columns)
    offsets, numbers = [], []
    for offset, name in enumerate(rows.column("id").to_pylist()):
        for number in {_bucket(name, part, buckets) for part in range(parts.get(name, 1))}:
            offsets.append(offset)
            numbers.append(number)
    return _mixed(pa.Table.from_batches([rows]).take(pa.array(offsets, pa.int64())), numbers)


def _mixed(table: pa.Table, buckets: list[int]) -> pa.Table:
    columns = dict(zip(table.column_names, table.columns, strict=True))
    columns["bucket"] = pa.chunked_array([pa.array(buckets, pa.int64())])
    columns["is_text"] = pa.chunked_array([pa.array(["text" in columns] * len(table), pa.bool_())])
    nothing = {field.name: pa.nulls(len(table), field.type) for field in _MIXED}
    return pa.table({**nothing, **columns}, schema=_MIXED)


def _verify_bucket(table: pa.Table) -> pa.Table:
    """Verify a bucket's quotations in its documents."""
    pa.set_cpu_count(1)
    texts = table.filter(table.column("is_text")).select(DOCUMENTS.names)
    quotes = table.filter(pc.invert(table.column("is_text"))).select(QUOTES.names)
    documents = one_batch(texts.cast(DOCUMENTS), DOCUMENTS)
    return pa.Table.from_batches([verify_rows(quotes.cast(QUOTES), documents)], PAIR_RESULTS)


def _spread(buckets: int, results: pa.Table) -> pa.Table:
    """Results with a bucket, the same for all on one quotation."""
    numbers = [row % buckets for row in results.column("row").to_pylist()]
    return results.append_column("bucket", pa.array(numbers, pa.int64()))


def _choose(results: pa.Table) -> pa.Table:
    """Choose for every quotation the document in which it stands best."""
    return pa.Table.from_batches([best_of(results.select(PAIR_RESULTS.names))], RESULTS)
