"""Parquet: rows as lines, values as they are, and nothing read beyond bounds."""

from __future__ import annotations

import datetime as dt
import decimal
import io

import pytest

from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.readers import parquet
from claimcheck.model.errors import UnreadableError

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def packed(**columns: list[object]) -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table(columns), out)
    return out.getvalue()


def text_of(**columns: list[object]) -> str:
    return parquet.read(packed(**columns), ExtractOptions()).text


def test_a_row_is_a_line_under_the_names_of_the_columns() -> None:
    text = text_of(
        town=["Elm", "Oak"],
        injured=[14, None],
        cost=[decimal.Decimal("1.10"), decimal.Decimal("2.00")],
        day=[dt.date(2021, 5, 3), None],
        closed=[True, False],
    )

    assert text == (
        "town\tinjured\tcost\tday\tclosed\nElm\t14\t1.10\t2021-05-03\ttrue\nOak\t\t2.00\t\tfalse\n"
    )


def test_a_tab_in_a_value_makes_no_cell() -> None:
    assert text_of(a=["x\ty\nz"], b=["c"]) == "a\tb\nx y z\tc\n"


@pytest.mark.parametrize("cut", [4, 40, 200])
def test_a_damaged_file_is_refused_in_words(cut: int) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        parquet.read(packed(a=[1])[:cut], ExtractOptions())


def test_a_reason_of_several_lines_is_one() -> None:
    data = packed(a=[1])

    with pytest.raises(UnreadableError, match="damaged") as refusal:
        parquet.read(data[:-40] + b"\xff" * 32 + data[-8:], ExtractOptions())

    assert "\n" not in str(refusal.value)


def test_a_table_without_rows_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no rows"):
        text_of(a=[])
