"""Bulk jobs on one machine: a process for each processor, tables read and moved by Arrow.

Quotations and documents are sent to buckets by a hash of the document's id. A bucket's documents
are verified together, in tasks of bounded size, so that a document with half of all quotations
occupies every process. Results are put back into the order of the quotations' rows. Neither the
number of processes nor that of buckets changes a byte of what is written.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zlib import crc32

import pyarrow as pa

from claimcheck.bulk import files
from claimcheck.bulk.exchange import receive, send
from claimcheck.bulk.tables import (
    DOCUMENTS,
    PAIR_RESULTS,
    QUOTES,
    RESULTS,
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    DocumentColumns,
    QuoteColumns,
    document_rows,
    quote_rows,
)
from claimcheck.bulk.verify import best_of, count_fits, one_batch, verify_rows
from claimcheck.bulk.workers import Workers, processors
from claimcheck.bulk.writers import require_writable, writing
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import error_clause

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.bulk.files import Split

# A row's number: that of its split, then its place there.
_ROW_BITS: Final = 40
_SHOWN_FIELDS: Final = ("id", "document", "quote", "text")
_BYTES_PER_BUCKET: Final = 16 << 20
_QUOTE_BYTES_PER_BUCKET: Final = 2 << 20
_MAX_BUCKETS: Final = 2048
# Many, so that no process waits long for the last one.
_BUCKETS_PER_PROCESS: Final = 32
MAX_QUOTES_PER_TASK: Final = 16_384
ROWS_PER_RANGE: Final = 32_768
# What one sender holds before it sends.
_BYTES_PER_SENDING: Final = 32 << 20
# Below so many bytes, starting processes takes longer than the work.
_MIN_BYTES_FOR_PROCESSES: Final = 2 << 20


@dataclass(frozen=True, slots=True)
class QuoteTable:
    """A table of quotations: a file or a folder of files, and what its columns are called."""

    location: str
    columns: QuoteColumns = USUAL_QUOTE_COLUMNS


@dataclass(frozen=True, slots=True)
class DocumentTable:
    """A table of documents: a file or a folder of files, and what its columns are called."""

    location: str
    columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS


@dataclass(frozen=True, slots=True)
class Settings:
    """How a job is done; none of it changes what is written.

    Attributes:
        processes: how many at once; 0 for one a processor, or for one where there is little to do.
        buckets: into how many parts quotations and documents are parted; 0 for as many as they ask.
        folder: where rows are kept on their way; "" for the system's folder of temporary files.
        progress: told the phase, and how many of how many of its tasks have ended.
    """

    processes: int = 0
    buckets: int = 0
    folder: str = ""
    progress: Callable[[str, int, int], None] = lambda _phase, _ended, _tasks: None


@dataclass(slots=True)
class Summary:
    """What came of a job.

    Attributes:
        rows: quotations.
        fits: how many have each fit.
        seconds: how long it took.
        bytes_read: of both tables, as they are once unpacked.
        bytes_moved: of rows that went from process to process.
        peak_bytes: the most memory that one worker held.
        deaths: workers that the system killed, and that were replaced.
        beyond: quotations whose letters stand in more documents than were looked in.
    """

    rows: int = 0
    fits: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    bytes_read: int = 0
    bytes_moved: int = 0
    peak_bytes: int = 0
    deaths: int = 0
    beyond: int = 0


@dataclass(frozen=True, slots=True)
class _Sending:
    """A part of a table that is sent to buckets."""

    number: int
    split: Split
    columns: QuoteColumns | DocumentColumns
    buckets: int
    folder: Path
    needs_document: bool


@dataclass(frozen=True, slots=True)
class _Sent:
    """The files of a part, how many of its rows each bucket gets, and how many rows it has."""

    paths: tuple[Path, ...]
    counts: tuple[int, ...]
    rows: int
    peak: int


@dataclass(frozen=True, slots=True)
class _Bucket:
    """A stretch of the quotations of a bucket, to be verified in the bucket's documents."""

    number: int
    start: int
    end: int
    quotes: tuple[Path, ...]
    documents: tuple[Path, ...]
    path: Path
    first_range: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Range:
    """A range of rows, whose results are put together; `path` where a part is to be written."""

    number: int
    results: tuple[Path, ...]
    path: str = ""


def verify_files(
    quotes: QuoteTable,
    documents: DocumentTable,
    out: str,
    settings: Settings = Settings(),
) -> Summary:
    """Verify the quotations of a table in the documents of another, and write the results.

    Args:
        quotes: the quotations.
        documents: the documents.
        out: the file to write, by whose ending its kind is known; without one, a folder of Parquet.
        settings: how the job is done.

    Raises:
        RequestError: a table cannot be read, a column is not there, or nothing can be written.
    """
    return run_job(quotes, documents, out, settings)


def run_job(
    quotes: QuoteTable,
    documents: DocumentTable,
    out: str,
    settings: Settings,
    *,
    needs_document: bool = True,
) -> Summary:
    """Do a job; see `verify_files`.

    Args:
        quotes: the quotations.
        documents: the documents.
        out: the file or folder to write.
        settings: how the job is done.
        needs_document: whether a quotation that names no document is unchecked; otherwise it has
            been looked for in all, and stands in none.
    """
    begin = time.monotonic()
    require_writable(out, (quotes.location, documents.location), or_folder=True)
    quote_splits = checked_splits(quotes, needs_document=needs_document)
    document_splits = checked_splits(documents)
    sizes = [sum(split.size for split in splits) for splits in (quote_splits, document_splits)]
    processes = settings.processes or (processors() if sum(sizes) > _MIN_BYTES_FOR_PROCESSES else 1)
    buckets = settings.buckets or _bucket_count(processes, *sizes)
    summary = Summary(bytes_read=sum(sizes))
    try:
        with (
            tempfile.TemporaryDirectory(prefix="claimcheck-", dir=settings.folder or None) as name,
            Workers(processes) as workers,
        ):
            job = _Job(Path(name), workers, buckets, settings.progress, summary, needs_document)
            sent_quotes = job.send("reading quotations", quote_splits, quotes.columns)
            sent_documents = job.send("reading documents", document_splits, documents.columns)
            results, ranges = job.verify(sent_quotes, sent_documents)
            job.write(results, ranges, out)
    except OSError as error:
        raise RequestError(f"{error.filename or out}: {error_clause(error)}") from None
    summary.rows = summary.fits.total()
    summary.deaths = workers.deaths
    summary.seconds = time.monotonic() - begin
    return summary


def _bucket_count(processes: int, quote_bytes: int, document_bytes: int) -> int:
    needed = max(document_bytes // _BYTES_PER_BUCKET, quote_bytes // _QUOTE_BYTES_PER_BUCKET) + 1
    return min(_MAX_BUCKETS, max(_BUCKETS_PER_PROCESS * processes, needed))


def checked_splits(
    table: QuoteTable | DocumentTable, *, needs_document: bool = True, what: str = "quotations"
) -> list[Split]:
    """Return the parts of a table, refusing one without the columns that it needs.

    Args:
        table: the table.
        needs_document: whether a quotation without a document cannot be checked.
        what: what a table of quotations is of, in the plural.

    Raises:
        RequestError: one is not there, or the table cannot be read.
    """
    splits, columns = files.splits(table.location), table.columns
    for batch in itertools.islice(files.read(splits[0], wanted(columns)), 1) if splits else ():
        # JSON has a column if any of its first lines has the field.
        there = [
            name
            for name in batch.schema.names
            if splits[0].kind != "json" or batch.column(name).null_count < batch.num_rows
        ]
        if splits[0].kind == "json" and batch.num_rows and not {*there} - {"trouble"}:
            raise _no_field(table)
        rows = batch.select(there) if there else batch
        if isinstance(columns, QuoteColumns):
            quote_rows(rows, columns, needs_document=needs_document, what=what)
        else:
            document_rows(rows, columns)
    return splits


def _no_field(table: QuoteTable | DocumentTable) -> RequestError:
    """Return the error for lines of which none is an object with a field that is looked for."""
    columns = table.columns._asdict()
    shown = {name: "…" for field, name in columns.items() if field in _SHOWN_FIELDS}
    return RequestError(
        f"{table.location}: its first lines have none of the fields {', '.join(columns.values())}",
        f"write an object on each line, such as {json.dumps(shown, ensure_ascii=False)}",
    )


def wanted(columns: QuoteColumns | DocumentColumns) -> dict[str, bool]:
    """The columns to read, and whether a number counts as text in each."""
    return {name: field in {"id", "document"} for field, name in columns._asdict().items()}


def _rows(
    batch: pa.RecordBatch,
    columns: QuoteColumns | DocumentColumns,
    first_row: int = 0,
    *,
    needs_document: bool = True,
) -> pa.RecordBatch:
    if isinstance(columns, QuoteColumns):
        return quote_rows(batch, columns, first_row, needs_document=needs_document)
    return document_rows(batch, columns)


def row_number(split: int, place: int) -> int:
    """Return the number of a row, which orders all rows of a table.

    Args:
        split: the number of its part.
        place: its place there.
    """
    return (split << _ROW_BITS) + place


@dataclass(frozen=True, slots=True)
class _Job:
    """A job in its folder, with its workers."""

    folder: Path
    workers: Workers
    buckets: int
    progress: Callable[[str, int, int], None]
    summary: Summary
    needs_document: bool

    def send(
        self, phase: str, splits: Sequence[Split], columns: QuoteColumns | DocumentColumns
    ) -> list[_Sent]:
        """Read a table, and send its rows to their buckets.

        Args:
            phase: what to call it while it is done.
            splits: the parts of the table.
            columns: what its columns are called.
        """
        folder = self.folder / type(columns).__name__
        folder.mkdir()
        tasks = [
            _Sending(number, split, columns, self.buckets, folder, self.needs_document)
            for number, split in enumerate(splits)
        ]
        sent = self.workers.map(_send, tasks, partial(self.progress, phase))
        self._account(
            [path for batch in sent for path in batch.paths], [batch.peak for batch in sent]
        )
        return sent

    def verify(self, quotes: list[_Sent], documents: list[_Sent]) -> tuple[list[Path], int]:
        """Verify every bucket; return the files of results, and how many ranges of rows."""
        folder = self.folder / "results"
        folder.mkdir()
        quote_paths, document_paths = (
            tuple(path for sent in table for path in sent.paths) for table in (quotes, documents)
        )
        ranges = [-(-sent.rows // ROWS_PER_RANGE) for sent in quotes]
        first_range = tuple(itertools.accumulate(ranges, initial=0))
        counts = [sum(counts) for counts in zip(*(sent.counts for sent in quotes), strict=True)]
        tasks = [
            _Bucket(
                number, start, start + MAX_QUOTES_PER_TASK, quote_paths, document_paths,
                folder / f"{number:05}-{start:09}.arrow", first_range,
            )
            for number, count in enumerate(counts)
            for start in range(0, count, MAX_QUOTES_PER_TASK)
        ]  # fmt: skip
        peaks = self.workers.map(_verify, tasks, partial(self.progress, "verifying"))
        paths = [task.path for task in tasks]
        self._account(paths, peaks)
        return paths, first_range[-1]

    def write(self, results: list[Path], ranges: int, out: str) -> None:
        """Put the results into the order of the quotations, and write them.

        Args:
            results: the files that they lie in.
            ranges: into how many ranges the quotations' rows are parted.
            out: the file, or the folder, to write to.
        """
        progress = partial(self.progress, "writing")
        if Path(out).suffix:
            with writing(out, RESULTS) as writer:
                for number in range(ranges):
                    batch = _gather(_Range(number, tuple(results)))
                    writer.write(batch)
                    self.summary.fits += count_fits(batch)
                    progress(number + 1, ranges)
            return
        system, path = files.filesystem(out)
        system.create_dir(path)
        tasks = [
            _Range(number, tuple(results), f"{out}/part-{number:05}.parquet")
            for number in range(max(1, ranges))
        ]
        for fits in self.workers.map(_write_part, tasks, progress):
            self.summary.fits += fits

    def _account(self, paths: Sequence[Path], peaks: Sequence[int]) -> None:
        self.summary.bytes_moved += sum(path.stat().st_size for path in paths)
        self.summary.peak_bytes = max([self.summary.peak_bytes, *peaks])


def _send(task: _Sending) -> _Sent:
    """Read a part of a table, and send its rows to their buckets."""
    single_threaded()
    schema = QUOTES if isinstance(task.columns, QuoteColumns) else DOCUMENTS
    key = "document" if isinstance(task.columns, QuoteColumns) else "id"
    counts, rows = [0] * task.buckets, 0
    paths: list[Path] = []
    for batches, read in _chunks(task):
        table = pa.Table.from_batches(batches, schema)
        receivers = [bucket_of(name, task.buckets) for name in table.column(key).to_pylist()]
        path = task.folder / f"{task.number:05}-{len(paths):05}.arrow"
        sent = send(path, table, receivers, task.buckets)
        counts = [count + more for count, more in zip(counts, sent, strict=True)]
        paths.append(path)
        rows += read
    return _Sent(tuple(paths), tuple(counts), rows, peak_memory())


def _chunks(task: _Sending) -> Iterator[tuple[list[pa.RecordBatch], int]]:
    """The rows of a part, as many at a time as a process may hold, and how many rows it read."""
    held: list[pa.RecordBatch] = []
    size = read = first_row = 0
    for batch in files.read(task.split, wanted(task.columns)):
        first = row_number(task.number, first_row)
        rows = _rows(batch, task.columns, first, needs_document=task.needs_document)
        first_row += batch.num_rows
        read += batch.num_rows
        held.append(rows)
        size += rows.nbytes
        if size > _BYTES_PER_SENDING:
            yield held, read
            held, size, read = [], 0, 0
    yield held, read


def bucket_of(document: str | None, buckets: int) -> int:
    """Return the bucket of a document, by its id."""
    return crc32((document or "").encode()) % buckets


def _verify(task: _Bucket) -> int:
    """Verify a stretch of a bucket; return the peak of this process's memory."""
    single_threaded()
    quotes = receive(task.quotes, task.number, QUOTES)
    if quotes.num_rows > MAX_QUOTES_PER_TASK:
        order = [("document", "ascending"), ("row", "ascending"), ("rank", "ascending")]
        quotes = quotes.sort_by(order).slice(task.start, task.end - task.start)
    documents = one_batch(receive(task.documents, task.number, DOCUMENTS), DOCUMENTS)
    results = pa.Table.from_batches([verify_rows(quotes, documents)])
    ranges = [
        task.first_range[row >> _ROW_BITS] + (row & ((1 << _ROW_BITS) - 1)) // ROWS_PER_RANGE
        for row in results.column("row").to_pylist()
    ]
    send(task.path, results, ranges, task.first_range[-1])
    return peak_memory()


def _gather(task: _Range) -> pa.RecordBatch:
    return best_of(receive(task.results, task.number, PAIR_RESULTS))


def _write_part(task: _Range) -> Counter[str]:
    """Write a range of rows as a file of its own; return how many results have each fit."""
    single_threaded()
    batch = _gather(task)
    with writing(task.path, RESULTS) as writer:
        writer.write(batch)
    return count_fits(batch)


def single_threaded() -> None:
    """Keep Arrow from starting threads of its own beside this process's work."""
    pa.set_cpu_count(1)
    pa.set_io_thread_count(1)


def peak_memory() -> int:
    """Return the most memory that this process has held, in bytes; 0 where nobody tells."""
    if sys.platform == "linux":
        # `ru_maxrss` counts what the parent held when it started this process, too.
        status = Path("/proc/self/status").read_text("utf-8")
        peak = re.search(r"^VmHWM:\s*(\d+) kB$", status, re.MULTILINE)
        return int(peak[1]) * 1024 if peak else 0
    with contextlib.suppress(ImportError):
        import resource  # not on Windows

        peak_rss = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak_rss if sys.platform == "darwin" else peak_rss * 1024
    return 0
