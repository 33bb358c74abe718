"""Rows of tables are the same whether Arrow looks at a whole batch or each value is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa

from claimcheck.bulk.tables import (
    USUAL_DOCUMENT_COLUMNS,
    USUAL_QUOTE_COLUMNS,
    document_rows,
    quote_rows,
)
from claimcheck.dossier.strict_yaml import MAX_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping

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
    assert read[1]["trouble"] == "the document's text is no valid UTF-8"
