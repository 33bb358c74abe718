"""Quotations that name no document: looked for in all documents, by their candidates.

One function over Arrow tables, and the same for tables in files, a process a processor.
"""

from __future__ import annotations

import itertools
import tempfile
import time
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.bulk import files, local
from claimcheck.bulk.candidates import MAX_EXACT, Collected, QuoteIndex, Search, candidates
from claimcheck.bulk.local import DocumentTable, QuoteTable, Settings, Summary
from claimcheck.bulk.tables import (
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    DocumentColumns,
    QuoteColumns,
    document_rows,
    quote_rows,
)
from claimcheck.bulk.verify import best_of, verify_rows
from claimcheck.bulk.workers import Workers, processors
from claimcheck.bulk.writers import require_writable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.bulk.files import Split

# Quotations that one process looks for at once: some 50 MB of runs.
_QUOTES_PER_BLOCK: Final = 100_000
_ASKED: Final = pa.schema([("row", pa.int64()), ("quote", pa.string())])
_NAMED: Final = pa.schema(
    [
        ("id", pa.string()),
        ("document", pa.list_(pa.string())),
        ("quote", pa.string()),
        ("prefix", pa.string()),
        ("suffix", pa.string()),
        ("trouble", pa.string()),
    ]
)


def locate(
    quotes: pa.RecordBatch | pa.Table,
    documents: pa.RecordBatch | pa.Table,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
) -> pa.RecordBatch:
    """Say of every quotation in which of all documents it stands best, and how well.

    A quotation that stands in some document is always found; of several, the one with the first id
    is told. One that stands in none is compared with the documents that share most with it.

    Args:
        quotes: a row for each quotation; the documents that it names do not count.
        documents: a row for each document.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.

    Returns:
        The results (`tables.RESULTS`), in the order of the quotations.
    """
    chosen = candidates(quotes, documents, quote_columns, document_columns)
    quote_table = quote_rows(quotes, quote_columns, needs_document=False)
    named = _named(quote_table, chosen.column("documents").to_pylist())
    rows = quote_rows(named, USUAL_QUOTE_COLUMNS, needs_document=False)
    return best_of(verify_rows(rows, document_rows(documents, document_columns)))


def _named(quote_table: pa.RecordBatch, documents: Sequence[list[str]]) -> pa.RecordBatch:
    """Quotations with their candidates as the documents that they name."""
    columns = {name: quote_table.column(name).to_pylist() for name in _NAMED.names}
    firsts = [n for n, rank in enumerate(quote_table.column("rank").to_pylist()) if rank == 0]
    arrays = [
        pa.array(
            documents if field.name == "document" else [columns[field.name][n] for n in firsts],
            field.type,
        )
        for field in _NAMED
    ]
    return pa.RecordBatch.from_arrays(arrays, schema=_NAMED)


@dataclass(frozen=True, slots=True)
class _BlockSearch:
    """A block of quotations, and a part of the documents that they are looked for in."""

    block: Path
    split: Split
    columns: DocumentColumns


def locate_files(
    quotes: QuoteTable,
    documents: DocumentTable,
    out: str,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Summary:
    """Look for the quotations of a table in all documents of another, and write the results.

    Args:
        quotes: the quotations; the documents that they name do not count.
        documents: the documents.
        out: the file to write, by whose ending its kind is known; without one, a folder of Parquet.
        settings: how the job is done.

    Raises:
        RequestError: a table cannot be read, a column is not there, or nothing can be written.
    """
    begin = time.monotonic()
    require_writable(out, (quotes.location, documents.location), or_folder=True)
    quote_splits = local.checked_splits(quotes, needs_document=False)
    document_splits = local.checked_splits(documents)
    processes = settings.processes or processors()
    with tempfile.TemporaryDirectory(prefix="claimcheck-", dir=settings.folder or None) as name:
        folder = Path(name)
        blocks = list(_blocks(folder, quote_splits, quotes.columns))
        tasks = [
            _BlockSearch(block, split, documents.columns)
            for block in blocks
            for split in document_splits
        ]
        collected, deaths = _search(tasks, processes, settings)
        named = folder / "named.parquet"
        beyond = _write_named(named, quote_splits, quotes.columns, collected)
        del collected
        summary = local.run_job(
            QuoteTable(str(named)), documents, out, settings, needs_document=False
        )
    summary.deaths += deaths
    summary.beyond = beyond
    summary.seconds = time.monotonic() - begin
    return summary


def _search(
    tasks: Sequence[_BlockSearch], processes: int, settings: Settings
) -> tuple[Collected, int]:
    """Return the candidates of all quotations, and how many workers were killed."""
    collected = Collected()
    done = partial(settings.progress, "looking for candidates")
    with Workers(processes if len(tasks) > 1 else 1) as workers:
        for part in workers.map(_search_split, tasks, done):
            collected.merge(part)
    return collected, workers.deaths


def _rows_of_quotes(splits: Sequence[Split], columns: QuoteColumns) -> Iterator[pa.RecordBatch]:
    """Yield the quotations of a table, whatever documents they name, with their rows' numbers."""
    for number, split in enumerate(splits):
        place = 0
        for batch in files.read(split, local.wanted(columns)):
            first = local.row_number(number, place)
            yield quote_rows(batch, columns, first, needs_document=False)
            place += batch.num_rows


def _blocks(folder: Path, splits: Sequence[Split], columns: QuoteColumns) -> Iterator[Path]:
    """Write the quotations that can be looked for in blocks, and yield their files."""
    rows = (
        (row, quote)
        for batch in _rows_of_quotes(splits, columns)
        for row, rank, quote, trouble in zip(
            *(batch.column(name).to_pylist() for name in ("row", "rank", "quote", "trouble")),
            strict=True,
        )
        if rank == 0 and not trouble
    )
    for number in itertools.count():
        block = list(itertools.islice(rows, _QUOTES_PER_BLOCK))
        if not block:
            return
        path = folder / f"block-{number:05}.arrow"
        arrays = [
            pa.array(column, field.type)
            for column, field in zip(zip(*block, strict=True), _ASKED, strict=True)
        ]
        with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, _ASKED) as writer:
            writer.write_batch(pa.RecordBatch.from_arrays(arrays, schema=_ASKED))
        yield path


@lru_cache(maxsize=1)
def _index(block: Path) -> QuoteIndex:
    """The index of a block, which a process makes once for all parts of the documents."""
    with pa.memory_map(str(block)) as file, pa.ipc.open_file(file) as reader:
        rows, words = (column.to_pylist() for column in reader.get_batch(0).columns)
    return QuoteIndex(zip(rows, words, strict=True))


def _search_split(task: _BlockSearch) -> Collected:
    local.single_threaded()
    search = Search(_index(task.block))
    for batch in files.read(task.split, local.wanted(task.columns)):
        search.add(document_rows(batch, task.columns))
    return search.collected()


def _write_named(
    path: Path, splits: Sequence[Split], columns: QuoteColumns, collected: Collected
) -> int:
    """Write the quotations with their candidates; return how many have more than are looked in."""
    with pq.ParquetWriter(path, _NAMED) as writer:
        for batch in _rows_of_quotes(splits, columns):
            numbers = dict.fromkeys(batch.column("row").to_pylist())
            writer.write_batch(_named(batch, [collected.of(number)[0] for number in numbers]))
    return sum(total > MAX_EXACT for total in collected.totals.values())
