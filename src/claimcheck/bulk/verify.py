"""The results on quotations that name their documents: one function over Arrow tables.

Every quotation has an effort of its own, so that its result depends on itself and its documents
alone: not on the rows beside it, their order, or how an engine parts them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Final

import pyarrow as pa
import pyarrow.compute as pc

from claimcheck import __version__
from claimcheck.anchor import Anchor, Fit, Text, locate_each, with_cut
from claimcheck.assessment.passages import place_in, shorten
from claimcheck.assessment.quotations import LocatedQuotation, SearchableFile
from claimcheck.assessment.quote_warnings import omitted_words, replaced_words
from claimcheck.bulk.tables import (
    PAIR_RESULTS,
    RESULTS,
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    DocumentColumns,
    QuoteColumns,
    QuoteRow,
    document_rows,
    quote_rows,
    read_quote_rows,
)
from claimcheck.dossier.locators import read_marks
from claimcheck.model import Place, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor.result import Cut

_BYTE_ORDER_MARK: Final = "\ufeff"
# Rows that are held as values of Python's before they become columns.
_ROWS_PER_BATCH: Final = 1_024


def verify(
    quotes: pa.RecordBatch | pa.Table,
    documents: pa.RecordBatch | pa.Table,
    quote_columns: QuoteColumns = USUAL_QUOTE_COLUMNS,
    document_columns: DocumentColumns = USUAL_DOCUMENT_COLUMNS,
) -> pa.RecordBatch:
    """Say of every quotation where it stands in its documents, and how well.

    Args:
        quotes: a row for each quotation: its words, the id of its document or a list of ids, and,
            where wanted, an id of its own and what stands before and behind it.
        documents: a row for each document: its id and its text. An id that ends in `.srt` or `.vtt`
            marks the times of a recording, as the name of a file does.
        quote_columns: what the columns of `quotes` are called.
        document_columns: what the columns of `documents` are called.

    Returns:
        The results (`tables.RESULTS`), in the order of the quotations. A row that cannot be read
        is `unchecked`, with the reason.

    Raises:
        RequestError: a column is not there.
    """
    rows = quote_rows(quotes, quote_columns)
    return best_of(verify_rows(rows, document_rows(documents, document_columns)))


def verify_rows(quotes: pa.RecordBatch | pa.Table, documents: pa.RecordBatch) -> pa.RecordBatch:
    """Return the result on every quotation in every document that it names.

    Args:
        quotes: rows of `tables.QUOTES`.
        documents: rows of `tables.DOCUMENTS`, all that the quotations name.

    Returns:
        Rows of `tables.PAIR_RESULTS`, grouped by document.
    """
    by_document: defaultdict[str, list[QuoteRow]] = defaultdict(list)
    columns = ResultColumns()
    for row in read_quote_rows(quotes):
        if row.trouble:
            columns.add_unchecked(row, row.trouble)
        elif row.document is None:
            columns.add_missing(row)
        else:
            by_document[row.document].append(row)
    offsets = _offsets(documents, by_document)
    for name, rows in by_document.items():
        where = offsets.get(name, [])
        text = documents.column("text")[where[0]].as_py() if where else None
        trouble = documents.column("trouble")[where[0]].as_py() if where else None
        if len(where) > 1:
            text, trouble = None, duplicate_trouble(name, len(where))
        columns.add_document(name, text, trouble or missing_trouble(name), rows)
    return columns.batch()


def missing_trouble(document: str) -> str:
    """Return why nothing can be looked for in a document that is not there."""
    return f"there is no document '{document}'"


def duplicate_trouble(document: str, copies: int) -> str:
    """Return why nothing can be looked for in a document that is there more than once."""
    return f"there are {copies:,} documents with the id '{document}'"


def _offsets(documents: pa.RecordBatch, names: Mapping[str, object]) -> dict[str, list[int]]:
    """Where the documents of some names stand in a table."""
    offsets: dict[str, list[int]] = {}
    for offset, name in enumerate(documents.column("id").to_pylist()):
        if name in names:
            offsets.setdefault(name, []).append(offset)
    return offsets


def best_of(results: pa.RecordBatch | pa.Table) -> pa.RecordBatch:
    """Choose for every quotation the document in which it stands best, as `claimcheck quote` does.

    What passes goes before what is near, the nearest before others, and the first of equals wins. A
    quotation that stands nowhere, and could not be looked for in one of its documents, is
    unchecked: it may stand there.

    Args:
        results: rows of `tables.PAIR_RESULTS`, all those of each quotation.

    Returns:
        Rows of `tables.RESULTS`, in the order of the quotations' rows.
    """
    is_unchecked = pc.match_like(results.column("fit"), str(Fit.UNCHECKED))
    keys = pa.table(
        {
            "row": results.column("row"),
            "fails": pc.invert(results.column("stands")).cast(pa.int8()),
            "checked": pc.invert(is_unchecked).cast(pa.int8()),
            "nowhere": pc.is_null(results.column("start")).cast(pa.int8()),
            "distance": pc.negate(results.column("similarity")),
            "rank": results.column("rank"),
        }
    )
    order = pc.sort_indices(keys, sort_keys=[(name, "ascending") for name in keys.column_names])
    rows = keys.column("row").take(order).combine_chunks()
    begins = pc.not_equal(rows.slice(1), rows.slice(0, max(0, len(rows) - 1)))
    firsts = pa.concat_arrays([order.slice(0, 1), order.slice(1).filter(begins)])
    columns = [results.column(name).take(firsts) for name in RESULTS.names]
    return one_batch(pa.Table.from_arrays(columns, schema=RESULTS), RESULTS)


def one_batch(table: pa.Table, schema: pa.Schema) -> pa.RecordBatch:
    """Return a table as one batch of rows."""
    arrays = [
        column.combine_chunks() if column.num_chunks != 1 else column.chunk(0)
        for column in table.columns
    ]
    arrays = [pa.concat_arrays(a.chunks) if isinstance(a, pa.ChunkedArray) else a for a in arrays]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


class ResultColumns:
    """Collects results, a column each."""

    def __init__(self) -> None:
        self._rows: list[tuple[object, ...]] = []
        self._batches: list[pa.RecordBatch] = []

    def add_unchecked(self, row: QuoteRow, reason: str) -> None:
        """Add a quotation that nobody could look for."""
        self._add_nowhere(row, Fit.UNCHECKED, reason)

    def add_missing(self, row: QuoteRow) -> None:
        """Add a quotation that can stand in no document, and is near to nothing in any."""
        self._add_nowhere(row, Fit.NOT_FOUND, "no document has its letters, or a run of them")

    def _add_nowhere(self, row: QuoteRow, fit: Fit, reason: str) -> None:
        names = (row.row, row.rank, row.id, row.document)
        nowhere = (None, None, None, None, None)
        self._rows.append(
            (*names, False, str(fit), *nowhere, *_NO_MARKS, None, 0, 0.0, [], None, reason, 0)
        )

    def add_document(
        self, name: str, text: str | None, trouble: str, rows: Sequence[QuoteRow]
    ) -> None:
        """Add the results on quotations in one document.

        Args:
            name: the document's id.
            text: its text; None where there is none.
            trouble: why there is none.
            rows: the quotations.
        """
        if text is None:
            for row in rows:
                self.add_unchecked(row, trouble)
            return
        content = read_marks(text.removeprefix(_BYTE_ORDER_MARK), name)
        raw = content.text or ""
        source = Source(name, name, Place(name), content=content, text_path=name)
        file = SearchableFile(source, Text(raw), document=False)
        is_marked = bool(content.locators or content.asides)
        answers = locate_each([row.quote for row in rows], file.text)
        for row, (bare, steps) in zip(rows, answers, strict=True):
            anchor = with_cut(bare, raw)
            start, end = anchor.start, anchor.end
            passage = None if start is None else shorten(raw[start:end]) or None
            place = None if start is None else place_in(raw, name, start)
            labels: tuple[tuple[str, str], ...] = ()
            aside: str | None = None
            if is_marked:
                located = LocatedQuotation(row.id, row.quote.exact, anchor, file)
                labels, aside = located.labels, located.aside
            fit = anchor.fit
            self._rows.append(
                (
                    row.row, row.rank, row.id, name, fit.passes, str(fit),
                    start, end, place and place.line, place and place.column, passage,
                    *_marks(anchor, raw), anchor.doubt or None, anchor.count, anchor.similarity,
                    [{"measure": measure, "label": label} for measure, label in labels],
                    aside, anchor.reason or None, steps,
                )
            )  # fmt: skip
        if len(self._rows) >= _ROWS_PER_BATCH:
            self._pack()

    def batch(self) -> pa.RecordBatch:
        """Return all that was added, as rows of `tables.PAIR_RESULTS`."""
        self._pack()
        return one_batch(pa.Table.from_batches(self._batches), PAIR_RESULTS)

    def _pack(self) -> None:
        """Make rows into columns, which take less memory than values of Python's."""
        schema = PAIR_RESULTS
        columns: Iterable[Sequence[object]] = zip(*self._rows, strict=True)
        arrays = [
            pa.array(column, field.type)
            for column, field in zip(
                columns if self._rows else [()] * (len(schema) - 1), schema, strict=False
            )
        ]
        arrays.append(pa.array([__version__] * len(self._rows), pa.string()))
        self._batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
        self._rows = []


_NO_MARKS: Final[tuple[object, ...]] = ([], [], [], [], None)


def _marks(anchor: Anchor, raw: str) -> tuple[object, ...]:
    """The columns of a word diff, and of what the writer marked or cut."""
    if not (anchor.difference or anchor.changes or anchor.omissions or anchor.brackets):
        return _NO_MARKS if anchor.cut is None else (*_NO_MARKS[:-1], _cut(anchor.cut))
    difference = [
        {"written": segment.written, "printed": segment.printed, "same": segment.same}
        for segment in anchor.difference
    ]
    omissions = [
        {
            "start": omission.start,
            "end": omission.end,
            "words": omitted_words(omission, raw),
            "turn": None if omission.turn is None else str(omission.turn),
        }
        for omission in anchor.omissions
    ]
    brackets = [
        {
            "words": bracket.words,
            "start": bracket.start,
            "end": bracket.end,
            "printed": replaced_words(bracket, raw),
            "doubt": bracket.doubt or None,
        }
        for bracket in anchor.brackets
    ]
    cut = anchor.cut and _cut(anchor.cut)
    return difference, [str(change) for change in anchor.changes], omissions, brackets, cut


def _cut(cut: Cut) -> dict[str, str]:
    return {"words": cut.words, "turn": str(cut.turn)}


def count_fits(results: pa.RecordBatch | pa.Table) -> Counter[str]:
    """Return how many results have each fit."""
    counted = pc.value_counts(results.column("fit"))
    if isinstance(counted, pa.ChunkedArray):
        counted = counted.combine_chunks()
    return Counter({entry["values"]: entry["counts"] for entry in counted.to_pylist()})
