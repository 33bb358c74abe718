"""The tables that go in and come out: their columns, and how rows are read that cannot be read.

A row is never dropped. What is wrong with it stands in its column `trouble`, and becomes the reason
of an unchecked result.
"""

from __future__ import annotations

import json
from array import array
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.model import Quote
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import MAX_TEXT_BYTES
from claimcheck.text.suggest import did_you_mean
from claimcheck.text.unicode_text import is_unicode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In the metadata of rows that were read from a file: the names of all columns that it has.
ALL_COLUMNS: Final = b"claimcheck.columns"
_TEXTS: Final = pa.list_(pa.string())
_OMISSION: Final = pa.struct(
    [("start", pa.int64()), ("end", pa.int64()), ("words", pa.string()), ("turn", pa.string())]
)
_BRACKET: Final = pa.struct(
    [
        ("words", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("printed", pa.string()),
        ("doubt", pa.string()),
    ]
)
_SEGMENT: Final = pa.struct(
    [("written", pa.string()), ("printed", pa.string()), ("same", pa.bool_())]
)
# What is said of a quotation. The columns that `claimcheck quote --format json` has as fields hold
# the same values.
RESULT_FIELDS: Final[tuple[tuple[str, pa.DataType, str], ...]] = (
    ("id", pa.string(), "The quotation's id, as text; null where it has none."),
    (
        "document",
        pa.string(),
        "The document that was looked in; of several, the one in which it fits best.",
    ),
    (
        "stands",
        pa.bool_(),
        "Whether the quotation passes: its words appear there, but for typography.",
    ),
    (
        "fit",
        pa.string(),
        "How well it agrees with its passage; `unchecked` where nobody could look.",
    ),
    ("start", pa.int64(), "Where the passage begins in the text, in Unicode code points from 0."),
    ("end", pa.int64(), "Where it ends; the code point after its last."),
    ("line", pa.int64(), "The line on which it begins, from 1."),
    ("column", pa.int64(), "The column in which it begins, from 1."),
    ("passage", pa.string(), "What the document prints there, shortened for display."),
    (
        "difference",
        pa.list_(_SEGMENT),
        "For a quotation that does not pass, the word diff from it to the passage.",
    ),
    ("changes", _TEXTS, "The kinds of difference that have a name, such as `number`."),
    ("omissions", pa.list_(_OMISSION), "What the quotation marks as left out, in order."),
    ("brackets", pa.list_(_BRACKET), "The writer's square brackets, in the order of their places."),
    (
        "cut",
        pa.struct([("words", pa.string()), ("turn", pa.string())]),
        "What turns the sentence outside the quotation; null where nothing seems to.",
    ),
    ("doubt", pa.string(), "Why the passage can be read in two ways; null where it cannot."),
    ("count", pa.int64(), "How often the quotation appears there."),
    ("similarity", pa.float64(), "How near the passage is, from 0 to 1; it decides nothing."),
    (
        "locators",
        pa.list_(pa.struct([("measure", pa.string()), ("label", pa.string())])),
        "The pages or times that the passage touches, the first and the last.",
    ),
    ("aside", pa.string(), "What the passage stands in beside the document's flow, if anything."),
    ("reason", pa.string(), "Why it does not pass where the difference does not show it."),
    ("effort", pa.int64(), "The steps that looking for a near passage took, of some 2 ns each."),
    ("version", pa.string(), "The version of claimcheck that said so."),
)
RESULTS: Final = pa.schema([(name, kind) for name, kind, _about in RESULT_FIELDS])
# A result on a quotation in one of its documents: the quotation's row, and the document's place
# among those that it names.
_PAIR: Final = [("row", pa.int64()), ("rank", pa.int64())]
PAIR_RESULTS: Final = pa.schema([*_PAIR, *RESULTS])
QUOTES: Final = pa.schema(
    [
        *_PAIR,
        ("id", pa.string()),
        ("document", pa.string()),
        ("quote", pa.string()),
        ("prefix", pa.string()),
        ("suffix", pa.string()),
        ("trouble", pa.string()),
    ]
)
DOCUMENTS: Final = pa.schema(
    [("id", pa.string()), ("text", pa.large_string()), ("trouble", pa.string())]
)


_TEXT_TYPES: Final = (pa.string(), pa.large_string())
# A character that is white space for nobody.
_NO_BLANK: Final = (
    r"[^\x00-\x20\x7f-\x{a0}\x{1680}\x{180e}\x{2000}-\x{200f}\x{2028}-\x{202f}"
    r"\x{205f}-\x{206f}\x{3000}\x{feff}]"
)


class QuoteColumns(NamedTuple):
    """What the columns of a table of quotations are called; the last four may be missing."""

    quote: str = "quote"
    id: str = "id"
    document: str = "document"
    prefix: str = "prefix"
    suffix: str = "suffix"


class DocumentColumns(NamedTuple):
    """What the columns of a table of documents are called."""

    id: str = "id"
    text: str = "text"


USUAL_QUOTE_COLUMNS: Final = QuoteColumns()
USUAL_DOCUMENT_COLUMNS: Final = DocumentColumns()


class QuoteRow(NamedTuple):
    """A quotation and a document to look in, as a row of `QUOTES`."""

    row: int
    rank: int
    id: str | None
    document: str | None
    quote: Quote
    trouble: str


def quote_rows(
    batch: pa.RecordBatch | pa.Table,
    columns: QuoteColumns,
    first_row: int = 0,
    *,
    needs_document: bool = True,
    what: str = "quotations",
) -> pa.RecordBatch:
    """Return the rows of a table of quotations, one for each document that a quotation names.

    Args:
        batch: the table; a column `trouble` says of rows that could not be read why.
        columns: what its columns are called.
        first_row: the number of its first row.
        needs_document: whether a quotation without a document cannot be checked.
        what: what else the table is of, in the plural.

    Raises:
        RequestError: there is no column of quotations, or none of documents where one is needed.
    """
    required = (columns.quote, columns.document) if needs_document else (columns.quote,)
    _require(batch, required, what)
    readable = _readable_quotes(batch, columns, required, first_row)
    if readable is not None:
        return readable
    values = {
        field: _values(batch, name)
        for field, name in (*columns._asdict().items(), ("trouble", "trouble"))
    }
    rows: list[tuple[object, ...]] = []
    for offset in range(batch.num_rows):
        row = {field: column[offset] for field, column in values.items()}
        trouble = _text(row["trouble"]) or quote_trouble(row["quote"])
        documents, document_trouble = _documents(row["document"])
        if needs_document:
            trouble = trouble or document_trouble
        words = [_text(row[field]) for field in ("quote", "prefix", "suffix")]
        for rank, document in enumerate(documents):
            rows.append(
                (first_row + offset, rank, _text(row["id"]), document, *words, trouble or None)
            )
    return _batch(rows, QUOTES)


def document_rows(batch: pa.RecordBatch | pa.Table, columns: DocumentColumns) -> pa.RecordBatch:
    """Return the rows of a table of documents.

    Args:
        batch: the table; a column `trouble` says of rows that could not be read why.
        columns: what its columns are called.

    Raises:
        RequestError: there is no column of ids, or none of texts.
    """
    _require(batch, columns, "documents")
    readable = _readable_documents(batch, columns)
    if readable is not None:
        return readable
    rows = []
    for name, text, trouble in zip(
        _values(batch, columns.id),
        _values(batch, columns.text),
        _values(batch, "trouble"),
        strict=True,
    ):
        trouble_of_row = _text(trouble) or text_trouble(text)
        rows.append((_text(name), None if trouble_of_row else text, trouble_of_row or None))
    return _batch(rows, DOCUMENTS)


def _readable_documents(
    batch: pa.RecordBatch | pa.Table, columns: DocumentColumns
) -> pa.RecordBatch | None:
    """The rows of documents without a look at each, where all can be read; else None."""
    arrays = _text_arrays(batch, columns, columns)
    if arrays is None or not _is_no_longer(arrays[1], MAX_TEXT_BYTES):
        return None
    return _batch_of([*arrays, pa.nulls(batch.num_rows)], DOCUMENTS)


def _readable_quotes(
    batch: pa.RecordBatch | pa.Table,
    columns: QuoteColumns,
    required: Sequence[str],
    first_row: int,
) -> pa.RecordBatch | None:
    """The rows of quotations without a look at each, where all can be read; else None.

    Args:
        batch: the table.
        columns: what its columns are called.
        required: those that have no nulls.
        first_row: the number of its first row.
    """
    arrays = _text_arrays(batch, columns, required)
    if arrays is None:
        return None
    words, name, document, prefix, suffix = arrays
    if (
        not _is_no_longer(words, MAX_BYTES)
        or not pc.all(pc.match_substring_regex(words, _NO_BLANK)).as_py()
        or pc.min(pc.binary_length(document)).as_py() == 0
    ):
        return None
    rows = _integers(range(first_row, first_row + batch.num_rows))
    ranks = _integers([0] * batch.num_rows)
    troubles = pa.nulls(batch.num_rows)
    return _batch_of([rows, ranks, name, document, words, prefix, suffix, troubles], QUOTES)


def _integers(values: Iterable[int]) -> pa.Array:
    """A column of numbers, without the import of pandas that `pa.array` begins with."""
    numbers = array("q", values)
    return pa.Array.from_buffers(pa.int64(), len(numbers), [None, pa.py_buffer(numbers)])


def _text_arrays(
    batch: pa.RecordBatch | pa.Table, columns: Sequence[str], required: Sequence[str]
) -> list[pa.Array] | None:
    """The columns of a table, nulls for those that are not there.

    Args:
        batch: the table.
        columns: what they are called.
        required: those that have no nulls.

    Returns:
        None where something is no text, no UTF-8 or missing.
    """
    if not isinstance(batch, pa.RecordBatch) or "trouble" in batch.schema.names:
        return None
    arrays = []
    for name in columns:
        there = name in batch.schema.names
        array = batch.column(name) if there else pa.nulls(batch.num_rows, pa.string())
        if array.type not in _TEXT_TYPES or (array.null_count and name in required):
            return None
        try:
            array.validate(full=True)
        except pa.ArrowInvalid:  # a value that is no UTF-8
            return None
        arrays.append(array)
    return arrays


def _is_no_longer(texts: pa.Array, size: int) -> bool:
    """Whether there are texts, of so many bytes at most."""
    longest = pc.max(pc.binary_length(texts)).as_py()
    return longest is not None and longest <= size


def _batch_of(arrays: Sequence[pa.Array], schema: pa.Schema) -> pa.RecordBatch:
    values = [array.cast(field.type) for array, field in zip(arrays, schema, strict=True)]
    return pa.RecordBatch.from_arrays(values, schema=schema)


def read_quote_rows(batch: pa.RecordBatch | pa.Table) -> list[QuoteRow]:
    """Return the rows of `QUOTES` as values."""
    columns = [batch.column(name).to_pylist() for name in QUOTES.names]
    return [
        QuoteRow(
            row, rank, name, document, Quote(quote or "", prefix or "", suffix or ""), trouble or ""
        )
        for row, rank, name, document, quote, prefix, suffix, trouble in zip(*columns, strict=True)
    ]


def _batch(rows: Sequence[tuple[object, ...]], schema: pa.Schema) -> pa.RecordBatch:
    columns: Iterable[Sequence[object]] = zip(*rows, strict=True) if rows else [[] for _ in schema]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _columns_of(batch: pa.RecordBatch | pa.Table) -> list[str]:
    """The columns of the file that some rows were read from, not only those wanted."""
    names = (batch.schema.metadata or {}).get(ALL_COLUMNS)
    if names is not None:
        return list(json.loads(names))
    return [name for name in batch.schema.names if name != "trouble"]


def _require(batch: pa.RecordBatch | pa.Table, names: Iterable[str], what: str) -> None:
    for name in names:
        if name not in batch.schema.names:
            raise no_column(name, _columns_of(batch), what)


def no_column(name: str, columns: Sequence[str], what: str) -> RequestError:
    """Return the error for a column that a table has not.

    Args:
        name: the column.
        columns: those that it has.
        what: what the table is of, in the plural.
    """
    hint = did_you_mean(name, columns) or f"there are: {', '.join(columns)}"
    return RequestError(f"the table of {what} has no column '{name}'", hint)


def _values(batch: pa.RecordBatch | pa.Table, name: str) -> list[Any]:
    """The values of a column; nulls where there is none, and for those that cannot be read, why.

    Arrow does not look whether a column of texts holds UTF-8, and holds times that Python has not.
    """
    if name not in batch.schema.names:
        return [None] * batch.num_rows
    column = batch.column(name)
    try:
        values: list[Any] = column.to_pylist()
    except Exception:  # noqa: BLE001 - each kind of value has errors of its own
        values = [_value(scalar) for scalar in column]
    return values


def _value(scalar: pa.Scalar) -> object:
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return _Unreadable("not UTF-8")
    except Exception:  # noqa: BLE001 - each kind of value has errors of its own
        return _Unreadable("no text")


class _Unreadable(NamedTuple):
    """A value that cannot be read, such as bytes which are no UTF-8; `because` says what it is."""

    because: str


def _text(value: object) -> str | None:
    """A value as text; None for a value that is none."""
    if value is None or isinstance(value, _Unreadable):
        return None
    text = value if isinstance(value, str) else str(value)
    return text if is_unicode(text) else None


def _because(value: object) -> str:
    """Say why a value is no text, behind "is"."""
    if isinstance(value, _Unreadable):
        return value.because
    return "not UTF-8" if isinstance(value, str) else "no text"


def quote_trouble(value: object) -> str:
    """Return why a quotation cannot be looked for; "" where it can."""
    if value is None:
        return "the row has no quotation"
    if not isinstance(value, str) or not is_unicode(value):
        return f"the quotation is {_because(value)}"
    if not value.strip():
        return "the quotation is empty"
    if len(value) > MAX_BYTES:
        return f"the quotation is longer than {MAX_BYTES:,} characters"
    return ""


def text_trouble(value: object) -> str:
    """Return why nothing can be looked for in a text; "" where something can."""
    if value is None:
        return "the document has no text"
    if not isinstance(value, str) or not is_unicode(value):
        return f"the document's text is {_because(value)}"
    if len(value) > MAX_TEXT_BYTES or len(value.encode()) > MAX_TEXT_BYTES:
        return f"the document's text is larger than {MAX_TEXT_BYTES:,} bytes"
    return ""


def _documents(value: object) -> tuple[list[str | None], str]:
    """The documents that a quotation names, at least one, and what is wrong with how it does."""
    values = value if isinstance(value, list) else [value]
    names = [name for name in map(_text, values) if name]
    if not names:
        return [None], "the quotation names no document"
    if len(names) < len(values):
        return [*names], "one of the quotation's documents has no name"
    return [*dict.fromkeys(names)], ""
