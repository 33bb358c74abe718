"""Bulk jobs on Spark: its shuffle brings quotations to their documents, `mapInArrow` verifies them.

    from claimcheck.bulk import spark

    verdicts = spark.verify(session.read.parquet("quotes"), session.read.parquet("documents"))
    verdicts.write.parquet("verdicts")

Every worker needs `claimcheck-cli[bulk]` in its Python. Spark retries, spills and schedules;
nothing here does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import ArrayType, StringType

from claimcheck.bulk.tables import (
    PAIR_VERDICTS,
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    VERDICTS,
    QuoteRow,
    quote_trouble,
    text_trouble,
)
from claimcheck.bulk.verify import VerdictColumns, duplicate_trouble, missing_trouble
from claimcheck.errors import RequestError
from claimcheck.model import Quote
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import Column, DataFrame

    from claimcheck.bulk.tables import DocumentColumns, QuoteColumns

MAX_QUOTES_PER_GROUP: Final = 4_096


def verify(
    quotes: DataFrame,
    documents: DataFrame,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
    max_quotes: int = MAX_QUOTES_PER_GROUP,
) -> DataFrame:
    """Say of every quotation where it stands in its documents, as `claimcheck.bulk.verify` does.

    Each document is joined once with all of its quotations; one with more than `max_quotes` is
    joined so many times more, with a part of them each.

    Args:
        quotes: a row for each quotation, which names a document or an array of documents.
        documents: a row for each document, with its text.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.
        max_quotes: with how many quotations a document is joined at once.

    Returns:
        A row for each quotation, in no order, with the columns of `tables.VERDICTS`.

    Raises:
        RequestError: a column is not there, or holds no text.
    """
    _require(documents, document_columns, "documents")
    _require(quotes, (quote_columns.quote, quote_columns.document), "quotations")
    several = isinstance(quotes.schema[quote_columns.document].dataType, ArrayType)
    pairs = _pairs(quotes, quote_columns)
    counts = pairs.groupBy("document").count().where(f.col("count") > max_quotes)
    parts = f.broadcast(
        counts.select("document", f.ceil(f.col("count") / max_quotes).cast("int").alias("parts"))
    )
    # A number of partitions that is asked for is left alone: Spark would put small rows together
    # again, and knows nothing of the work that is in them.
    count = int(quotes.sparkSession.conf.get("spark.sql.shuffle.partitions") or 1)
    keys = ["document", "part"]
    fields = ["row", "rank", "id", "quote", "prefix", "suffix", "trouble"]
    groups = (
        pairs.join(parts, "document", "left")
        .withColumn("part", f.pmod("row", f.coalesce("parts", f.lit(1))).cast("int"))
        .repartition(count, *keys)
        .groupBy(*keys)
        .agg(f.collect_list(f.struct(*fields)).alias("quotes"))
    )
    texts = (
        documents.select(
            f.col(document_columns.id).cast("string").alias("document"),
            f.col(document_columns.text).alias("text"),
        )
        .join(parts, "document", "left")
        .withColumn("part", f.explode(f.sequence(f.lit(0), f.coalesce("parts", f.lit(1)) - 1)))
        .repartition(count, *keys)
        .groupBy(*keys)
        .agg(f.first("text").alias("text"), f.count(f.lit(1)).alias("copies"))
    )
    joined = groups.join(texts, keys, "left")
    verdicts = joined.select("document", "quotes", "text", "copies").mapInArrow(
        _verify_groups, from_arrow_schema(PAIR_VERDICTS)
    )
    return (_best_of(verdicts) if several else verdicts).select(*VERDICTS.names)


def _require(table: DataFrame, names: Sequence[str], what: str) -> None:
    """Refuse a table that lacks a column, or has none of texts.

    Raises:
        RequestError: always then.
    """
    for number, name in enumerate(names):
        if name not in table.columns:
            hint = did_you_mean(name, table.columns) or f"there are: {', '.join(table.columns)}"
            raise RequestError(f"the table of {what} has no column '{name}'", hint)
        is_words = (number == 0) is (what == "quotations")
        if is_words and not isinstance(table.schema[name].dataType, StringType):
            raise RequestError(f"the column '{name}' of the {what} holds no text")


def _pairs(quotes: DataFrame, columns: QuoteColumns) -> DataFrame:
    """A row for each quotation and each document that it names."""

    def text(name: str) -> Column:
        there = name in quotes.columns
        return f.col(name).cast("string") if there else f.lit(None).cast("string")

    named = f.col(columns.document)
    if not isinstance(quotes.schema[columns.document].dataType, ArrayType):
        named = f.array(named.cast("string"))
    rows = quotes.select(
        f.monotonically_increasing_id().alias("row"),
        *(text(getattr(columns, field)).alias(field) for field in ("id", "quote")),
        *(text(getattr(columns, field)).alias(field) for field in ("prefix", "suffix")),
        named.alias("named"),
    )
    names = f.filter("named", lambda name: name.isNotNull() & (name != ""))
    unnamed = f.coalesce(f.size(names), f.lit(0)) < 1
    trouble = f.when(unnamed, f.lit("the quotation names no document")).when(
        f.size(names) < f.size("named"), f.lit("one of the quotation's documents has no name")
    )
    return rows.withColumns(
        {"names": f.array_distinct(names), "trouble": trouble}
    ).select(
        "row", "id", "quote", "prefix", "suffix", "trouble",
        f.posexplode_outer("names").alias("position", "document"),
        f.coalesce("position", f.lit(0)).cast("long").alias("rank"),
    )  # fmt: skip


def _best_of(verdicts: DataFrame) -> DataFrame:
    """Choose for every quotation the document in which it stands best, as `best_of` does."""
    from pyspark.sql import Window

    ordered = Window.partitionBy("row").orderBy(
        f.desc("stands"),
        f.desc(f.col("fit") == "unchecked"),
        f.desc(f.col("start").isNotNull()),
        f.desc("similarity"),
        "rank",
    )
    return verdicts.withColumn("place", f.row_number().over(ordered)).where("place = 1")


def _verify_groups(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Verify rows of a document and its quotations; runs on the workers."""
    pa.set_cpu_count(1)
    for batch in batches:
        columns = VerdictColumns()
        for group in range(batch.num_rows):
            document, quotes, text, copies = (column[group].as_py() for column in batch.columns)
            _add_group(columns, document, quotes, text, copies)
        yield columns.batch()


def _add_group(
    columns: VerdictColumns,
    document: str | None,
    quotes: list[dict[str, Any]],
    text: str | None,
    copies: int | None,
) -> None:
    rows = []
    for quote in quotes:
        words = Quote(quote["quote"] or "", quote["prefix"] or "", quote["suffix"] or "")
        trouble = quote_trouble(quote["quote"]) or quote["trouble"] or ""
        row = QuoteRow(quote["row"], quote["rank"], quote["id"], document, words, trouble)
        if trouble or document is None:
            columns.add_unchecked(row, trouble)
        else:
            rows.append(row)
    if rows and document is not None:
        if copies is None:
            trouble = missing_trouble(document)
        elif copies > 1:
            trouble = duplicate_trouble(document, copies)
        else:
            trouble = text_trouble(text)
        columns.add_document(document, None if trouble else text, trouble, rows)
