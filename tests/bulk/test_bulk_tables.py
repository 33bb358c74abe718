"""Rows of tables are the same whether Arrow looks at a whole batch or each value is looked at."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa
import pyarrow.parquet as pq

from claimcheck.bulk import files
from claimcheck.bulk.tables import (
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    document_rows,
    quote_rows,
)
from claimcheck.bulk.writers import writing
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.model.errors import RequestError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

BLANKS = " \t\n\r\x0b\x0c\x1c\x1f\x85\xa0\u1680\u180e\u2003\u200b\u2028\u205f\u3000\ufeff\x00"
VALUES = st.none() | st.text(BLANKS + "aé橋", max_size=4)


def both_ways(columns: Mapping[str, list[str | None]]) -> tuple[pa.RecordBatch, pa.Table]:
    """A batch, at which Arrow looks as a whole, and a table, of which each value is looked at."""
    arrays = {name: pa.array(values, pa.string()) for name, values in columns.items()}
    return pa.RecordBatch.from_pydict(arrays), pa.table(arrays)


@given(
    rows=st.lists(st.tuples(VALUES, VALUES, VALUES, VALUES), max_size=4),
    needs_document=st.booleans(),
)
@example(rows=[("a" * (MAX_BYTES + 1), "d", None, None)], needs_document=True)
@example(rows=[("words", "d", None, None), ("橋", "d", "1", " ")], needs_document=True)
@example(rows=[("words", None, None, None), ("橋", None, "1", " ")], needs_document=False)
def test_quotations_are_read_the_same_in_a_batch_and_one_by_one(
    rows: list[tuple[str | None, ...]], needs_document: bool
) -> None:
    names = ("quote", "document", "id", "prefix")
    columns = {name: [row[number] for row in rows] for number, name in enumerate(names)}
    batch, table = both_ways(columns)

    read = quote_rows(batch, USUAL_QUOTE_COLUMNS, 7, needs_document=needs_document)

    assert read.equals(quote_rows(table, USUAL_QUOTE_COLUMNS, 7, needs_document=needs_document))


@given(st.lists(st.tuples(VALUES, VALUES), max_size=4))
@example([("a", "a text"), ("b", "")])
def test_documents_are_read_the_same_in_a_batch_and_one_by_one(
    rows: list[tuple[str | None, ...]],
) -> None:
    columns = {name: [row[number] for row in rows] for number, name in enumerate(("id", "text"))}
    batch, table = both_ways(columns)

    assert document_rows(batch, USUAL_DOCUMENT_COLUMNS).equals(
        document_rows(table, USUAL_DOCUMENT_COLUMNS)
    )


def test_a_text_that_is_no_utf_8_is_an_unreadable_row_of_a_batch() -> None:
    broken = pa.array([b"whole", b"\xff\xfe"], pa.binary()).view(pa.string())
    batch = pa.RecordBatch.from_pydict({"id": pa.array(["a", "b"]), "text": broken})

    read = document_rows(batch, USUAL_DOCUMENT_COLUMNS).to_pylist()

    assert [row["text"] for row in read] == ["whole", None]
    assert read[1]["trouble"] == "the document's text is not UTF-8"


@pytest.mark.parametrize(
    "kind",
    [pa.timestamp("us"), pa.date32(), pa.timestamp("us", tz="Nowhere/Land")],
    ids=["a time of no calendar", "a day of no calendar", "a time of no place"],
)
def test_a_value_that_python_has_not_is_an_unreadable_value_of_its_row(kind: pa.DataType) -> None:
    far = pa.array([(1 << 31) - 1], pa.int32())
    numbers = far if kind == pa.date32() else pa.array([1 << 62], pa.int64())
    odd = numbers.view(kind)
    whole = {"quote": pa.array(["words"]), "id": pa.array(["1"]), "document": pa.array(["d"])}
    troubles = []
    for name in whole:
        batch = pa.RecordBatch.from_pydict({**whole, name: odd})
        (row,) = quote_rows(batch, USUAL_QUOTE_COLUMNS).to_pylist()
        troubles.append((row[name], row["trouble"]))
    (text,) = document_rows(
        pa.RecordBatch.from_pydict({"id": whole["id"], "text": odd}), USUAL_DOCUMENT_COLUMNS
    ).to_pylist()

    assert troubles == [
        (None, "the quotation is no text"),
        (None, None),
        (None, "the quotation names no document"),
    ]
    assert text["trouble"] == "the document's text is no text"


def rows_of(file: Path) -> list[dict[str, object]]:
    """The rows of a file of quotations, as a job reads them."""
    columns = dict.fromkeys(USUAL_QUOTE_COLUMNS, False)
    return [
        row
        for split in files.splits(str(file))
        for batch in files.read(split, columns)
        for row in quote_rows(batch, USUAL_QUOTE_COLUMNS).to_pylist()
    ]


def test_a_line_that_has_a_key_twice_is_not_read_as_either(tmp_path: Path) -> None:
    (tmp_path / "q.jsonl").write_text(
        '{"quote": "never said", "document": "d", "\\u0071uote": "said"}\n'
        '{"quote": "said", "document": "d", "score": NaN}\n'
    )

    assert [(row["quote"], row["trouble"]) for row in rows_of(tmp_path / "q.jsonl")] == [
        (None, "the line has the key 'quote' twice"),
        ("said", None),
    ]


def write_repeated(file: Path, names: list[str]) -> None:
    """Write a table with one row, whose columns may have one name."""
    if file.suffix == ".csv":
        file.write_text(f"{','.join(names)}\n{','.join('d' * len(names))}\n")
    else:
        pq.write_table(pa.Table.from_arrays([pa.array(["d"]) for _ in names], names), file)


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_table_that_has_a_column_twice_is_refused(tmp_path: Path, ending: str) -> None:
    twice, other = tmp_path / f"twice.{ending}", tmp_path / f"other.{ending}"
    write_repeated(twice, ["quote", "document", "quote"])
    write_repeated(other, ["quote", "document", "note", "note"])

    with pytest.raises(RequestError, match="has the column 'quote' twice"):
        rows_of(twice)
    assert [row["quote"] for row in rows_of(other)] == ["d"], "the others are no concern"


def test_a_first_row_that_is_no_csv_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "q.csv").open("w") as file:
        file.write(f"quote,{'x' * (65 << 20)}\nwords,1\n")

    with pytest.raises(RequestError, match="its first row is no CSV: field larger than"):
        rows_of(tmp_path / "q.csv")


def test_results_in_csv_hold_no_formula(tmp_path: Path) -> None:
    values = ["=1+1", "@a", "-5", "\t=1", "＝1", "'x", "plain", "", None]
    table = pa.table({"id": pa.array(values), "start": pa.array([-5] * len(values))})

    with writing(str(tmp_path / "r.csv"), table.schema) as writer:
        for batch in table.to_batches():
            writer.write(batch)

    with (tmp_path / "r.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == [
        "'=1+1", "'@a", "'-5", "'\t=1", "'＝1", "''x", "plain", "", ""
    ]  # fmt: skip
    assert {row[1] for row in rows[1:]} == {"-5"}, "a number is none"
