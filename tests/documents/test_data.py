"""Tables in text and data in JSON: a line a row, cells by tabs, every value as it is written."""

from __future__ import annotations

import pytest

from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.readers import csv, json
from claimcheck.model.errors import UnreadableError


def table(text: str) -> str:
    return csv.read(text.encode(), ExtractOptions()).text


def data(text: str) -> Extract:
    return json.read(text.encode(), ExtractOptions())


TABLES = {
    "commas": ('Year,Sum\n2019,"2,236,457"\n', "Year\tSum\n2019\t2,236,457\n"),
    "semicolons": ("Jahr;Summe\n2019;2.236,50\n", "Jahr\tSumme\n2019\t2.236,50\n"),
    "tabs": ("a\tb\n1\t2, 3\n", "a\tb\n1\t2, 3\n"),
    "bars": ("a|b\n1|2\n", "a\tb\n1\t2\n"),
    "one column": ("Total\n12\n", "Total\n12\n"),
    "said in the first line": ("sep=;\na;b,c\n", "a\tb,c\n"),
    "lines and tabs in cells": ('a,b\n"one\ntwo\tthree",4\n', "a\tb\none two three\t4\n"),
    "empty cells": ("a,b,c\n,,3\n1,,\n", "a\tb\tc\n\t\t3\n1\n"),
    "quotes in cells": ('a,b\n"said ""so""",2\n', 'a\tb\nsaid "so"\t2\n'),
    "ends of lines": ("a,b\r\n1,2\r\n", "a\tb\n1\t2\n"),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_table_has_a_line_each_row(case: str) -> None:
    source, text = TABLES[case]

    assert table(source) == text


def test_a_table_in_another_charset_is_read_as_it_is_said() -> None:
    extract = csv.read("Stadt;Zahl\nKöln;5\n".encode("cp1252"), ExtractOptions(charset="cp1252"))

    assert extract.text == "Stadt\tZahl\nKöln\t5\n"
    assert extract.metadata.type == "dataset"


def test_quotation_marks_that_do_not_close_swallow_nothing() -> None:
    extract = csv.read(b'pipe,sum\n"5 inches,3\n6,4\n', ExtractOptions())

    assert extract.text == 'pipe\tsum\n"5 inches\t3\n6\t4\n'
    assert extract.gaps == (
        "quotation marks in it do not close, so they stand there as they are written",
    )


def test_a_cell_of_ten_megabytes_is_read() -> None:
    long = "x" * (10 << 20)

    assert table(f"a,b\n{long},2\n").endswith(f"{long}\t2\n")


DATA = {
    "records": (
        '[{"year": 2019, "sum": 1.10}, {"year": 2020, "sum": null, "note": "late"}]',
        "year\tsum\tnote\n2019\t1.10\n2020\tnull\tlate\n",
    ),
    "objects in records": (
        '[{"at": {"lat": 5, "lon": 6}, "tags": ["a", "b"]}]',
        "at.lat\tat.lon\ttags\n5\t6\ta; b\n",
    ),
    "values by name": ('{"a": {"b": 12, "c": true}}', "a.b\t12\na.c\ttrue\n"),
    "a table in an object": (
        '{"title": "Boats", "rows": [{"n": 1}, {"n": 2}]}',
        "title\tBoats\n\nrows\nn\n1\n2\n",
    ),
    "rows of values": ("[[1, 2], [3, 4]]", "1\t2\n3\t4\n"),
    "a value a line": ('{"n": 1}\n{"n": 2}\n', "n\n1\n2\n"),
    "numbers as they are written": ("[1E3, 2.50, 12345678901234567890123]",
                                    "1E3\t2.50\t12345678901234567890123\n"),
    "keys that are repeated": ('{"n": 1, "n": 2}', "n\t1\nn\t2\n"),
    "what no table can hold": ('[{"a": [{"b": 1}]}, 7]', "1.a\nb\n1\n\n2\t7\n"),
}  # fmt: skip


@pytest.mark.parametrize("case", DATA)
def test_data_are_tables_and_lines(case: str) -> None:
    source, text = DATA[case]

    assert data(source).text == text


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("[" * 100_000, "nested too deeply"),
        ("[" * 300 + "1" + "]" * 300, "nested too deeply"),
        ('{"a": ', "no JSON"),
        ("[]", "no text"),
        ("words", "no JSON"),
    ],
)
def test_what_is_no_data_is_refused(source: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        data(source)


def test_an_empty_table_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        table(",,\n")
