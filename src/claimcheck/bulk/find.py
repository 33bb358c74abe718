"""Candidate passages for claims, ranked in all documents of a table.

Documents are taken apart in shards, a process each, which is most of the work. The shards are then
put together into one index, so that what is ranked first is what `claimcheck find` ranks first:
how rare a word is depends on all documents, and a shard that weighs words by itself ranks others.
"""

from __future__ import annotations

import mmap
import tempfile
import time
from dataclasses import dataclass
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from claimcheck.anchor import Text
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.bulk import files, local
from claimcheck.bulk.exchange import read_batches, write_batches
from claimcheck.bulk.tables import (
    DOCUMENTS,
    USUAL_DOCUMENT_COLUMNS,
    DocumentColumns,
    QuoteColumns,
    document_rows,
    quote_rows,
)
from claimcheck.bulk.workers import Workers, processors
from claimcheck.bulk.writers import require_writable, writing
from claimcheck.dossier.locators import read_marks
from claimcheck.search import Index, IndexedDocument, analyse, pack_index
from claimcheck.search.index import PackedIndex
from claimcheck.search.passages import choose_sentences, ranked_for
from claimcheck.search.sentences import quote_of_span, sentence_spans

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from claimcheck.bulk.files import Split
    from claimcheck.bulk.local import DocumentTable, QuoteTable, Settings

    Row = tuple[object, ...]

PASSAGE_FIELDS: Final[tuple[tuple[str, pa.DataType, str], ...]] = (
    ("id", pa.string(), "The claim's id, as text; null where it has none."),
    ("rank", pa.int64(), "The passage's rank, from 1; null where there is no passage."),
    ("document", pa.string(), "The document that it is in."),
    ("score", pa.float64(), "How well it fits; not to be compared between claims."),
    ("start", pa.int64(), "Where it begins in the text, in Unicode code points from 0."),
    ("end", pa.int64(), "Where it ends; the code point after its last."),
    ("line", pa.int64(), "The line on which it begins, from 1."),
    ("column", pa.int64(), "The column in which it begins, from 1."),
    ("quote", pa.string(), "What to write into a claim to cite it."),
    ("prefix", pa.string(), "What stands before it, where that is needed to single it out."),
    ("suffix", pa.string(), "What stands behind it, where that is needed to single it out."),
    ("passage", pa.string(), "What the document prints there, shortened for display."),
    ("reason", pa.string(), "Why there is no passage; null where there is one."),
)
PASSAGES: Final = pa.schema([(name, kind) for name, kind, _about in PASSAGE_FIELDS])
CLAIM_COLUMNS: Final = QuoteColumns(quote="claim", document="", prefix="", suffix="")
_CLAIMS: Final = pa.schema([("id", pa.string()), ("claim", pa.string()), ("trouble", pa.string())])
LIMIT: Final = 10
_CLAIMS_PER_TASK: Final = 200


@dataclass(slots=True)
class FindSummary:
    """What came of a search.

    Attributes:
        claims: how many were looked for.
        passages: how many were found.
        without: claims for which nothing was.
        searched: documents.
        unsearched: documents that cannot be read.
        seconds: how long it took.
        deaths: workers that the system killed, and that were replaced.
    """

    claims: int = 0
    passages: int = 0
    without: int = 0
    searched: int = 0
    unsearched: int = 0
    seconds: float = 0.0
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class _Corpus:
    """An index, and the texts that it is of."""

    index: Index
    text: Callable[[str], str]


def find(
    claims: pa.RecordBatch | pa.Table,
    documents: pa.RecordBatch | pa.Table,
    limit: int = LIMIT,
    claim_columns: QuoteColumns = CLAIM_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
) -> pa.RecordBatch:
    """Rank the passages of documents for each claim, as `claimcheck find` does.

    Args:
        claims: a row for each claim: its words, and an id where it has one.
        documents: a row for each document: its id and its text.
        limit: how many passages of each claim at most.
        claim_columns: what the columns of `claims` are called; its `quote` is the claim's words.
        document_columns: what the columns of `documents` are called.

    Returns:
        Rows of `PASSAGES`, by claim and rank. A claim without a passage has a row with the reason.

    Raises:
        RequestError: a column is not there.
    """
    rows = document_rows(documents, document_columns)
    texts, indexed = _analysed(rows)
    corpus = _Corpus(Index(pack_index(sorted(indexed, key=_id))), texts.__getitem__)
    return _passages(_claim_rows(claims, claim_columns), corpus, limit)


def _id(document: IndexedDocument) -> str:
    return document.id


def _analysed(rows: pa.RecordBatch) -> tuple[dict[str, str], list[IndexedDocument]]:
    """The texts of documents that can be searched, and what they are found by."""
    texts: dict[str, str] = {}
    documents = []
    for name, text in zip(rows.column("id").to_pylist(), rows.column("text"), strict=True):
        if name is None or not text.is_valid or name in texts:
            continue
        content = read_marks(text.as_py(), name).text or ""
        texts[name] = content
        sentences = [content[start:end] for start, end in sentence_spans(content)]
        documents.append(IndexedDocument(name, "", analyse("", sentences, None)))
    return texts, documents


def _claim_rows(batch: pa.RecordBatch | pa.Table, columns: QuoteColumns) -> pa.RecordBatch:
    rows = quote_rows(batch, columns, needs_document=False, what="claims")
    arrays = [rows.column(name) for name in ("id", "quote", "trouble")]
    return pa.RecordBatch.from_arrays(arrays, schema=_CLAIMS)


def _passages(claims: pa.RecordBatch, corpus: _Corpus, limit: int) -> pa.RecordBatch:
    rows = [row for claim in claims.to_pylist() for row in _ranked(claim, corpus, limit)]
    columns: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [()] * len(PASSAGES)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, PASSAGES, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=PASSAGES)


def _ranked(claim: dict[str, str | None], corpus: _Corpus, limit: int) -> list[Row]:
    """The passages of a claim, or the row that says why there is none."""
    nothing = (None,) * (len(PASSAGES) - 2)
    if claim["trouble"]:
        return [(claim["id"], *nothing, claim["trouble"].replace("quotation", "claim"))]
    texts: dict[str, Text] = {}

    def quotable(name: str, number: int | None, score: float) -> Row | None:
        text = texts[name] = texts.get(name) or Text(corpus.text(name))
        start, end = _spans(text.raw)[number or 0]
        quote = quote_of_span(text, start, end)
        if quote is None:
            return None
        place = place_in(text.raw, name, start)
        passage = shorten(text.raw[start:end])
        where = (name, score, start, end, place.line, place.column)
        return (*where, quote.exact, quote.prefix or None, quote.suffix or None, passage, None)

    ranked = corpus.index.rank_sentences(claim["claim"] or "", ranked_for(limit))
    chosen = choose_sentences(ranked, limit, quotable)
    rows = [(claim["id"], rank, *passage) for rank, passage in enumerate(chosen, start=1)]
    return rows or [(claim["id"], *nothing, "no sentence that can be quoted has its words")]


@lru_cache(maxsize=64)
def _spans(text: str) -> list[tuple[int, int]]:
    return sentence_spans(text)


@dataclass(frozen=True, slots=True)
class _Shard:
    """A part of the documents, and where its index and its texts are written."""

    split: Split
    columns: DocumentColumns
    index: Path
    texts: Path


@dataclass(frozen=True, slots=True)
class _Questions:
    """A part of the claims, and where its passages are written."""

    claims: Path
    number: int
    folder: Path
    limit: int
    path: Path


@dataclass(frozen=True, slots=True)
class FindJob:
    """Claims and documents in files, and where to write.

    Attributes:
        claims: the claims; the column `quote` holds their words.
        documents: the documents.
        out: the file to write.
        limit: how many passages of each claim at most.
    """

    claims: QuoteTable
    documents: DocumentTable
    out: str
    limit: int = LIMIT


def find_files(job: FindJob, settings: Settings) -> FindSummary:
    """Rank the passages of a table's documents for the claims of another, and write them.

    Args:
        job: what is looked for, where, and where to write.
        settings: how the job is done.

    Raises:
        RequestError: a table cannot be read, a column is not there, or nothing can be written.
    """
    begin = time.monotonic()
    require_writable(job.out, (job.claims.location, job.documents.location))
    claim_splits = local.checked_splits(job.claims, needs_document=False, what="claims")
    document_splits = local.checked_splits(job.documents)
    summary = FindSummary()
    with (
        tempfile.TemporaryDirectory(prefix="claimcheck-", dir=settings.folder or None) as name,
        Workers(settings.processes or processors()) as workers,
    ):
        folder = Path(name)
        shards = [
            _Shard(
                split, job.documents.columns,
                folder / f"{number:05}.index", folder / f"{number:05}.texts",
            )
            for number, split in enumerate(document_splits)
        ]  # fmt: skip
        counts = workers.map(_index_shard, shards, partial(settings.progress, "indexing"))
        summary.searched = _merge(folder, shards)
        summary.unsearched = sum(counts) - summary.searched
        tasks = list(_questions(folder, claim_splits, job))
        workers.map(_answer, tasks, partial(settings.progress, "looking for passages"))
        with writing(job.out, PASSAGES) as writer:
            for task in tasks:
                for batch in read_batches(task.path):
                    writer.write(batch)
                    _count(batch, summary)
        summary.deaths = workers.deaths
    summary.seconds = time.monotonic() - begin
    return summary


def _count(batch: pa.RecordBatch, summary: FindSummary) -> None:
    ranks = batch.column("rank").to_pylist()
    summary.claims += sum(rank is None or rank == 1 for rank in ranks)
    summary.passages += sum(rank is not None for rank in ranks)
    summary.without += ranks.count(None)


def _index_shard(shard: _Shard) -> int:
    """Take the documents of a shard apart; return how many there are."""
    local.single_threaded()
    documents, batches, count = [], [], 0
    for batch in files.read(shard.split, local.wanted(shard.columns)):
        rows = document_rows(batch, shard.columns)
        texts, indexed = _analysed(rows)
        documents += indexed
        columns = (list(texts), list(texts.values()), [None] * len(texts))
        arrays = [
            pa.array(column, field.type) for column, field in zip(columns, DOCUMENTS, strict=True)
        ]
        batches.append(pa.RecordBatch.from_arrays(arrays, schema=DOCUMENTS))
        count += batch.num_rows
    write_batches(shard.texts, batches, DOCUMENTS)
    shard.index.write_bytes(pack_index(documents))
    return count


def _merge(folder: Path, shards: Sequence[_Shard]) -> int:
    """Put the indexes of all shards together into one; return how many documents it has."""
    documents: dict[str, IndexedDocument] = {}
    for shard in shards:
        part = PackedIndex(shard.index.read_bytes())
        for number, name in enumerate(part.ids):
            documents.setdefault(name, part.document(number))
    (folder / "index").write_bytes(pack_index(documents[name] for name in sorted(documents)))
    return len(documents)


def _questions(folder: Path, splits: Sequence[Split], job: FindJob) -> Iterator[_Questions]:
    """Write the claims in parts of bounded size, and yield the parts."""
    number = 0
    for split in splits:
        for batch in files.read(split, local.wanted(job.claims.columns)):
            claims = _claim_rows(batch, job.claims.columns)
            for start in range(0, claims.num_rows, _CLAIMS_PER_TASK):
                path = folder / f"{number:07}.claims"
                write_batches(path, [claims.slice(start, _CLAIMS_PER_TASK)], _CLAIMS)
                answers = folder / f"{number:07}.passages"
                yield _Questions(path, number, folder, job.limit, answers)
                number += 1


def _answer(task: _Questions) -> None:
    """Rank the passages of a part of the claims, and write them."""
    local.single_threaded()
    (claims,) = read_batches(task.claims)
    passages = _passages(claims, _open(task.folder), task.limit)
    write_batches(task.path, [passages], PASSAGES)


@lru_cache(maxsize=1)
def _open(folder: Path) -> _Corpus:
    """The index of all shards, and their texts, where they lie; a process opens them once."""
    with (folder / "index").open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    places: dict[str, tuple[pa.RecordBatch, int]] = {}
    for path in sorted(folder.glob("*.texts")):
        for batch in read_batches(path):
            for offset, name in enumerate(batch.column("id").to_pylist()):
                places.setdefault(name, (batch, offset))

    def text(name: str) -> str:
        batch, offset = places[name]
        words: str = batch.column("text")[offset].as_py()
        return words

    return _Corpus(Index(memoryview(data)), text)
