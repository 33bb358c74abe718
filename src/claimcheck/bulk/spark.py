"""Bulk jobs on Spark: its shuffle brings quotations to documents, `mapInArrow` verifies them.

    from claimcheck.bulk import spark

    results = spark.verify(session.read.parquet("quotes"), session.read.parquet("documents"))
    results.write.parquet("results")

`locate` looks for quotations that name no document: a shuffle joins the runs of letters that
quotations and texts have, and then quotations with the documents in which they may stand. Every
worker needs `claimcheck-cli[bulk]` in its Python. Spark retries, spills and schedules; nothing here
does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pyarrow as pa
from pyspark.sql import functions as f
from pyspark.sql.pandas.types import from_arrow_schema
from pyspark.sql.types import ArrayType, StringType

from claimcheck.anchor.batch import longest_key
from claimcheck.anchor.key import key_of
from claimcheck.bulk.candidates import MAX_EXACT, MAX_NEAR, in_stretches
from claimcheck.bulk.letter_runs import LONG, SHORT, Letters, distinct
from claimcheck.bulk.quote_runs import runs_of
from claimcheck.bulk.tables import (
    PAIR_RESULTS,
    RESULTS,
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    DocumentColumns,
    QuoteRow,
    document_rows,
    no_column,
    quote_trouble,
    text_trouble,
)
from claimcheck.bulk.verify import ResultColumns, duplicate_trouble, missing_trouble
from claimcheck.model import Quote
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyspark.sql import Column, DataFrame

    from claimcheck.bulk.letter_runs import Array
    from claimcheck.bulk.tables import QuoteColumns

MAX_QUOTES_PER_GROUP: Final = 4_096
_PARTS_OF_UNNAMED: Final = 4_096


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
        A row for each quotation, in no order, with the columns of `tables.RESULTS`.

    Raises:
        RequestError: a column is not there, or holds no text.
    """
    _require(documents, document_columns, "documents")
    _require(quotes, (quote_columns.quote, quote_columns.document), "quotations")
    several = isinstance(quotes.schema[quote_columns.document].dataType, ArrayType)
    pairs = _pairs(quotes, quote_columns)
    results = _results(pairs, _texts(documents, document_columns), max_quotes)
    return (_best_of(results) if several else results).select(*RESULTS.names)


def locate(
    quotes: DataFrame,
    documents: DataFrame,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
    max_quotes: int = MAX_QUOTES_PER_GROUP,
) -> DataFrame:
    """Say of every quotation in which of all documents it stands best, as `bulk.locate` does.

    Whether any quotation is too short for long runs is looked up at once; all else waits until the
    results are asked for.

    Args:
        quotes: a row for each quotation; the documents that it names do not count.
        documents: a row for each document, with its text.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.
        max_quotes: with how many quotations a document is joined at once.

    Returns:
        A row for each quotation, in no order, with the columns of `tables.RESULTS`.

    Raises:
        RequestError: a column is not there, or holds no text.
    """
    _require(documents, document_columns, "documents")
    _require(quotes, (quote_columns.quote,), "quotations")
    texts = _texts(documents, document_columns)
    # Quotations with the same words are one. Their number is made of the words, so that it is the
    # same wherever and however often Spark works it out.
    rows = _rows(quotes, quote_columns).withColumn("words", f.unhex(f.sha2("quote", 256)))
    words = rows.select("words", "quote").where("quote is not null").dropDuplicates(["words"])
    named = _candidates(words, texts, max_quotes)
    pairs = rows.join(named, "words", "left").select(
        "row", "id", "quote", "prefix", "suffix", f.lit(None).cast("string").alias("trouble"),
        f.col("candidate.document").alias("document"),
        f.coalesce("candidate.rank", f.lit(0)).cast("long").alias("rank"),
    )  # fmt: skip
    return _best_of(_results(pairs, texts, max_quotes)).select(*RESULTS.names)


def _candidates(words: DataFrame, texts: DataFrame, max_quotes: int) -> DataFrame:
    """The documents in which quotations may stand, as `bulk.candidates` chooses them.

    Args:
        words: a row for each quotation: `words`, its number, and `quote`.
        texts: a row for each document: `document` and `text`.
        max_quotes: with how many quotations a document is joined at once.

    Returns:
        A row for each quotation and document: `words`, and `candidate` with `rank` and `document`.
    """
    runs = words.mapInArrow(_runs_of_words, from_arrow_schema(_WORD_RUNS))
    of_texts = texts.mapInArrow(_long_runs_of_texts, from_arrow_schema(_TEXT_RUNS))
    if runs.where(f.col("letters") == SHORT).limit(1).count():
        of_texts = of_texts.union(
            texts.mapInArrow(_short_runs_of_texts, from_arrow_schema(_TEXT_RUNS))
        )
    shared = runs.where("letters > 0").join(of_texts, ["letters", "run"])
    anywhere = runs.where("letters = 0").select("words").crossJoin(texts.select("document"))
    possible = shared.where("exact").select("words", "document").union(anywhere).distinct()
    grouped, parted = _parted(possible.join(words, "words"), f.hash("words"), texts, max_quotes)
    groups = grouped.groupBy(*_KEYS).agg(f.collect_list(f.struct("words", "quote")).alias("quotes"))
    passing = (
        groups.join(parted, _KEYS)
        .select("document", "quotes", "text")
        .mapInArrow(_having_letters, from_arrow_schema(_PASSING))
        .distinct()
    )
    near = (
        shared.where("not exact")
        .groupBy("words", "document")
        .agg(f.count(f.lit(1)).alias("runs"))
        .join(passing.select("words").distinct(), "words", "left_anti")
    )
    return _first_of(passing, MAX_EXACT, "document").union(
        _first_of(near, MAX_NEAR, f.desc("runs"), "document")
    )


def _first_of(candidates: DataFrame, most: int, *order: Column | str) -> DataFrame:
    """The first candidates of each quotation, so many at most, with their ranks."""
    from pyspark.sql import Window

    rank = f.row_number().over(Window.partitionBy("words").orderBy(*order)) - 1
    ranked = candidates.withColumn("rank", rank).where(f.col("rank") < most)
    return ranked.select("words", f.struct("rank", "document").alias("candidate"))


_WORD_RUNS: Final = pa.schema(
    [
        ("words", pa.binary()),
        ("exact", pa.bool_()),  # whether it passes only where the run stands
        ("letters", pa.int32()),  # of the run; 0 for a quotation without one
        ("run", pa.int64()),
    ]
)
_PASSING: Final = pa.schema([("words", pa.binary()), ("document", pa.string())])
_TEXT_RUNS: Final = pa.schema(
    [("document", pa.string()), ("letters", pa.int32()), ("run", pa.int64())]
)


def _runs_of_words(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The runs by which quotations are looked up; runs on the workers."""
    for batch in batches:
        quotes = batch.column("quote").to_pylist()
        usable = pa.array([n for n, quote in enumerate(quotes) if not quote_trouble(quote)])
        numbers = batch.column("words").take(usable.cast(pa.int64()))
        runs = runs_of([quotes[n] for n in usable.to_pylist()])
        nothing: Array = np.zeros(len(runs.shortest), np.uint64)
        for exact, letters, (owners, hashes) in (
            (True, LONG, runs.long),
            (True, SHORT, runs.short),
            (False, LONG, distinct(*runs.near)),
            (True, 0, (np.array(runs.shortest, np.int64), nothing)),
        ):
            columns = [
                numbers.take(pa.array(owners, pa.int64())),
                pa.array([exact] * len(owners), pa.bool_()),
                pa.array(np.full(len(owners), letters, np.int32)),
                pa.array(hashes.view(np.int64)),
            ]
            yield pa.RecordBatch.from_arrays(columns, schema=_WORD_RUNS)


def _long_runs_of_texts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return _runs_of_texts(batches, LONG)


def _short_runs_of_texts(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    return _runs_of_texts(batches, SHORT)


def _runs_of_texts(batches: Iterator[pa.RecordBatch], length: int) -> Iterator[pa.RecordBatch]:
    """The runs of texts, of so many letters, once for each text; runs on the workers."""
    columns = DocumentColumns("document", "text")
    for batch in batches:
        for names, keys in in_stretches(document_rows(batch, columns)):
            letters = Letters(keys)
            runs = letters.long_runs() if length == LONG else letters.short_runs()
            owners, hashes = distinct(*runs.owned())
            arrays = [
                pa.array(names, pa.string()).take(pa.array(owners, pa.int64())),
                pa.array(np.full(len(owners), length, np.int32)),
                pa.array(hashes.view(np.int64)),
            ]
            yield pa.RecordBatch.from_arrays(arrays, schema=_TEXT_RUNS)


def _having_letters(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The quotations whose longest part's letters a text has; runs on the workers."""
    for batch in batches:
        hits: list[tuple[bytes, str]] = []
        for document, quotes, text in zip(*(c.to_pylist() for c in batch.columns), strict=True):
            letters = "" if text_trouble(text) else key_of(text)
            hits += [
                (quote["words"], document)
                for quote in quotes
                if (key := longest_key(quote["quote"])) and key in letters
            ]
        columns = zip(*hits, strict=True) if hits else ([], [])
        arrays = [pa.array(c, field.type) for c, field in zip(columns, _PASSING, strict=True)]
        yield pa.RecordBatch.from_arrays(arrays, schema=_PASSING)


_KEYS: Final = ["document", "part"]


def _texts(documents: DataFrame, columns: DocumentColumns) -> DataFrame:
    return documents.select(
        f.col(columns.id).cast("string").alias("document"), f.col(columns.text).alias("text")
    )


def _parted(
    pairs: DataFrame, number: Column, texts: DataFrame, max_quotes: int
) -> tuple[DataFrame, DataFrame]:
    """Quotations and texts by document and part: a document with many quotations has several.

    Args:
        pairs: a row for each quotation and document.
        number: a number for each quotation, by which it comes to a part.
        texts: a row for each document.
        max_quotes: how many quotations a part has, about.
    """
    counts = pairs.groupBy("document").count().where(f.col("count") > max_quotes)
    parts = f.broadcast(
        counts.select("document", f.ceil(f.col("count") / max_quotes).cast("int").alias("parts"))
    )
    # A number of partitions that is asked for is left alone: Spark would put small rows together
    # again, and knows nothing of the work that is in them.
    count = int(pairs.sparkSession.conf.get("spark.sql.shuffle.partitions") or 1)
    # Those without a document have no text to be joined with, and need not be together.
    unnamed = f.when(f.col("document").isNull(), f.lit(_PARTS_OF_UNNAMED))
    grouped = (
        pairs.join(parts, "document", "left")
        .withColumn("part", f.pmod(number, f.coalesce(unnamed, "parts", f.lit(1))).cast("int"))
        .repartition(count, *_KEYS)
    )
    parted = (
        texts.join(parts, "document", "left")
        .withColumn("part", f.explode(f.sequence(f.lit(0), f.coalesce("parts", f.lit(1)) - 1)))
        .repartition(count, *_KEYS)
    )
    return grouped, parted


def _results(pairs: DataFrame, texts: DataFrame, max_quotes: int) -> DataFrame:
    """Verify each quotation in each document that it is paired with.

    Args:
        pairs: a row for each, as `_pairs` makes them.
        texts: a row for each document.
        max_quotes: with how many quotations a document is joined at once.

    Returns:
        Rows of `tables.PAIR_RESULTS`.
    """
    grouped, parted = _parted(pairs, f.col("row"), texts, max_quotes)
    fields = ["row", "rank", "id", "quote", "prefix", "suffix", "trouble"]
    groups = grouped.groupBy(*_KEYS).agg(f.collect_list(f.struct(*fields)).alias("quotes"))
    of_documents = parted.groupBy(*_KEYS).agg(
        f.first("text").alias("text"), f.count(f.lit(1)).alias("copies")
    )
    joined = groups.join(of_documents, _KEYS, "left")
    return joined.select("document", "quotes", "text", "copies").mapInArrow(
        _verify_groups, from_arrow_schema(PAIR_RESULTS)
    )


def _require(table: DataFrame, names: Sequence[str], what: str) -> None:
    """Refuse a table that lacks a column, or has none of texts.

    Raises:
        RequestError: always then.
    """
    for number, name in enumerate(names):
        if name not in table.columns:
            raise no_column(name, table.columns, what)
        is_words = (number == 0) is (what == "quotations")
        if is_words and not isinstance(table.schema[name].dataType, StringType):
            raise RequestError(f"the column '{name}' of the {what} holds no text")


def _rows(quotes: DataFrame, columns: QuoteColumns) -> DataFrame:
    """A row for each quotation, with a number of its own, its words, and what it names."""

    def text(name: str) -> Column:
        there = name in quotes.columns
        return f.col(name).cast("string") if there else f.lit(None).cast("string")

    named = f.array()
    if columns.document in quotes.columns:
        named = f.col(columns.document)
        if not isinstance(quotes.schema[columns.document].dataType, ArrayType):
            named = f.array(named.cast("string"))
    return quotes.select(
        f.monotonically_increasing_id().alias("row"),
        *(text(getattr(columns, field)).alias(field) for field in ("id", "quote")),
        *(text(getattr(columns, field)).alias(field) for field in ("prefix", "suffix")),
        named.alias("named"),
    )


def _pairs(quotes: DataFrame, columns: QuoteColumns) -> DataFrame:
    """A row for each quotation and each document that it names."""
    names = f.filter("named", lambda name: name.isNotNull() & (name != ""))
    unnamed = f.coalesce(f.size(names), f.lit(0)) < 1
    trouble = f.when(unnamed, f.lit("the quotation names no document")).when(
        f.size(names) < f.size("named"), f.lit("one of the quotation's documents has no name")
    )
    return _rows(quotes, columns).withColumns(
        {"names": f.array_distinct(names), "trouble": trouble}
    ).select(
        "row", "id", "quote", "prefix", "suffix", "trouble",
        f.posexplode_outer("names").alias("position", "document"),
        f.coalesce("position", f.lit(0)).cast("long").alias("rank"),
    )  # fmt: skip


def _best_of(results: DataFrame) -> DataFrame:
    """Choose for every quotation the document in which it stands best, as `best_of` does."""
    from pyspark.sql import Window

    ordered = Window.partitionBy("row").orderBy(
        f.desc("stands"),
        f.desc(f.col("fit") == "unchecked"),
        f.desc(f.col("start").isNotNull()),
        f.desc("similarity"),
        "rank",
    )
    return results.withColumn("place", f.row_number().over(ordered)).where("place = 1")


def _verify_groups(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Verify rows of a document and its quotations; runs on the workers."""
    pa.set_cpu_count(1)
    for batch in batches:
        columns = ResultColumns()
        for group in range(batch.num_rows):
            document, quotes, text, copies = (column[group].as_py() for column in batch.columns)
            _add_group(columns, document, quotes, text, copies)
        yield columns.batch()


def _add_group(
    columns: ResultColumns,
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
        if trouble:
            columns.add_unchecked(row, trouble)
        elif document is None:
            columns.add_missing(row)
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
