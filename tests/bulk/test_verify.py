"""Results on tables: those of the command line, whatever stands beside a row."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

pa = pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import claimcheck  # noqa: E402 - after the library that it needs
from claimcheck.anchor import STEPS  # noqa: E402 - after the library that it needs
from claimcheck.bulk import verify  # noqa: E402 - after the library that it needs
from claimcheck.bulk.json_schema import (  # noqa: E402 - after the library that it needs
    finding_schema_text,
    passage_schema_text,
    quotation_schema_text,
)
from claimcheck.bulk.tables import DocumentColumns, QuoteColumns  # noqa: E402 - after the library that it needs
from claimcheck.model.errors import RequestError  # noqa: E402 - after the library that it needs
from claimcheck.system.plain_files import MAX_TEXT_BYTES  # noqa: E402 - after the library that it needs
from claimcheck.text.pinned_text import (  # noqa: E402 - after the library that it needs
    gathered,
    without_note_marks,
)
from support.project import standard_input  # noqa: E402 - after the library that it needs

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Sequence

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

PACKAGE = Path(claimcheck.__file__).parent
BRIDGE = (
    "The bridge was closed on 3 April.\nNobody was hurt, the council said, although “two\n"
    "cars” were dam-\naged. It snowed. The bridge was closed on 3 April.\fA new one is not planned "
    "before 2031, unless the county pays.\n"
)
SNOW = (
    "Snow fell on Monday; the plough of the council ran until noon — and the schools stayed open.\n"
)
TALK = "[00:00:01.000] Nobody was hurt, I am told.\n[00:00:09.500] It snowed all day long.\n"
DOCUMENTS = {"bridge.txt": BRIDGE, "snow.txt": SNOW, "talk.txt": TALK, "empty.txt": ""}
QUOTES = [
    "Nobody was hurt, the council said",
    'although "two cars" were damaged',
    "The bridge was closed on 3 April.",
    "The bridge was closed on 4 April.",
    "Nobody was hurt […] It snowed.",
    "A new one is not planned",
    "A new one is planned before 2031",
    "[The mayor] said nobody was hurt",
    "the schools stayed open",
    "The plough of the council ran until noon - and the schools stayed open.",
    "the council ran until noon",
    "ran until noo",
    "Nobody has written these words anywhere",
    "It snowed all day long",
    "…",
    "3 April. A new one",
]
# What a table of results has more than a line of `quote --format json`, and what it has less.
MORE = {"document", "line", "column", "difference", "similarity", "effort", "version"}


def quotes_of(rows: Sequence[tuple[str, object]]) -> Any:  # noqa: ANN401 - pyarrow has no types
    named = [names if isinstance(names, list) else [names] for _quote, names in rows]
    return pa.table(
        {
            "id": [str(number) for number in range(len(rows))],
            "quote": [quote for quote, _names in rows],
            "document": pa.array(named, pa.list_(pa.string())),
        }
    )


def documents_of(texts: dict[str, str]) -> Any:  # noqa: ANN401 - pyarrow has no types
    return pa.table({"id": list(texts), "text": list(texts.values())})


@pytest.mark.parametrize(
    "names", [["bridge.txt"], ["snow.txt"], ["talk.txt"], ["snow.txt", "bridge.txt"]]
)
def test_results_are_those_of_the_command_line_to_the_byte(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in DOCUMENTS.items():
        (tmp_path / name).write_text(text, "utf-8", newline="")
    lines = [json.dumps({"id": str(n), "quote": quote}) for n, quote in enumerate(QUOTES)]
    monkeypatch.setattr(sys, "stdin", standard_input("\n".join(lines)))

    outcome = run("quote", "-", *names, "--format", "json")
    results = verify(quotes_of([(quote, names) for quote in QUOTES]), documents_of(DOCUMENTS))

    expected = [json.loads(line) for line in outcome.out.splitlines()]
    rows = results.to_pylist()
    assert len(rows) == len(QUOTES) > len({row["fit"] for row in rows}) > 2
    shared = set(expected[0]) & set(rows[0])
    assert set(rows[0]) - shared == MORE
    for row, answer in zip(rows, expected, strict=True):
        assert json.dumps({name: row[name] for name in sorted(shared)}) == json.dumps(
            {name: answer[name] for name in sorted(shared)}
        )
        place = f"{row['document']}:{row['line']}:{row['column']}" if row["line"] else None
        assert place == answer["place"]
        assert answer["file"] in {None, row["document"]}


def test_a_row_that_cannot_be_read_says_so() -> None:
    invalid = pa.Array.from_buffers(
        pa.string(), 2, [None, pa.py_buffer(b"\0\0\0\0\3\0\0\0\5\0\0\0"), pa.py_buffer(b"hu\xffok")]
    )
    quotes = pa.table({"quote": invalid, "document": ["a", "a"]})
    documents = pa.table({"id": ["a"], "text": ["ok, it is"]})

    assert verify(quotes, documents).column("reason").to_pylist() == [
        "the quotation is not UTF-8",
        None,
    ]
    swapped = quotes.rename_columns(["text", "id"]), documents.rename_columns(["document", "quote"])
    assert verify(swapped[1], swapped[0]).column("reason").to_pylist() == [
        "there are 2 documents with the id 'a'",
    ]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"quote": None}, "the row has no quotation"),
        ({"quote": " \n"}, "the quotation is empty"),
        ({"quote": "x" * (1 << 20) + "x"}, "the quotation is longer than 1,048,576 characters"),
        ({"document": None}, "the quotation names no document"),
        ({"document": "gone"}, "there is no document 'gone'"),
        ({"document": "none"}, "the document has no text"),
        ({"document": "twice"}, "there are 2 documents with the id 'twice'"),
        ({"document": "large"}, "the document's text is larger than 16,777,216 bytes"),
    ],
)
def test_what_cannot_be_looked_up_is_unchecked(row: dict[str, str | None], reason: str) -> None:
    rows = [{"id": "7", "quote": "it snowed", "document": "a", **row}]
    documents = {
        "id": ["a", "none", "twice", "twice", "large"],
        "text": ["it snowed", None, "it snowed", "it snowed", "it snowed " * (2 << 20)],
    }

    (result,) = verify(pa.Table.from_pylist(rows), pa.table(documents)).to_pylist()

    assert (result["id"], result["fit"], result["reason"]) == ("7", "unchecked", reason)
    assert result["stands"] is False


def test_the_work_of_a_row_is_bounded_and_told() -> None:
    near_misses = "It rained in the plains of Spain. " * (MAX_TEXT_BYTES // 34)
    quotes = ["It rained in the plane of Spain.", "It rained in the hills, and in those of Italy"]

    results = verify(
        pa.table({"quote": quotes, "document": ["a", "a"]}),
        pa.table({"id": ["a"], "text": [near_misses]}),
    ).to_pylist()

    assert [row["stands"] for row in results] == [False, False]
    assert all(0 < row["effort"] < STEPS for row in results)


def test_a_quotation_may_stand_in_a_document_that_could_not_be_read() -> None:
    texts = {"a": "It snowed on Monday.", "b": "It snowed on Tuesday."}
    quotes = quotes_of(
        [("It snowed on Friday", ["a", "gone"]), ("snowed on Monday", ["gone", "a"])]
    )

    results = verify(quotes, documents_of(texts)).to_pylist()

    assert [(row["document"], row["fit"]) for row in results] == [
        ("gone", "unchecked"),
        ("a", "verbatim"),
    ]


def test_columns_may_have_other_names_and_one_that_is_missing_is_named() -> None:
    quotes = pa.table({"words": ["it snowed"], "ref": [5], "n": [1], "before": ["and"]})
    documents = pa.table({"key": ["5"], "body": ["and it snowed, and it snowed"]})
    columns = QuoteColumns(quote="words", document="ref", id="n", prefix="before")

    result = verify(quotes, documents, columns, DocumentColumns("key", "body")).to_pylist()[0]

    assert (result["id"], result["fit"], result["count"]) == ("1", "ambiguous", 2)
    with pytest.raises(RequestError, match="the table of quotations has no column 'quote'"):
        verify(quotes, documents)


def test_a_pinned_text_is_read_over_a_page_s_end_once_its_heads_are_gathered() -> None:
    pinned = "The bridge was opened\n\x1e12\x1e\n\f\x1cElm Council\x1c\nin 2021^3\u2060, it said.\n"
    quotes = pa.table({"document": ["a"], "quote": ["The bridge was opened in 2021, it said"]})
    texts = (pinned, without_note_marks(gathered(pinned)))

    stands = [
        verify(quotes, pa.table({"id": ["a"], "text": [text]}))["stands"].to_pylist()
        for text in texts
    ]

    assert stands == [[False], [True]]


def test_no_table_is_too_small() -> None:
    assert verify(quotes_of([]), documents_of({})).num_rows == 0


WORDS = st.sampled_from(
    ["the", "bridge", "was", "not", "closed", "on", "3", "4", ",", "and", "“all", "day”", "[…]"]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@given(
    st.lists(st.tuples(TEXTS, st.lists(st.sampled_from("abcd"), max_size=3)), max_size=12),
    st.dictionaries(st.sampled_from("abc"), TEXTS),
    st.randoms(use_true_random=False),
)
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_results_depend_on_no_other_row(
    rows: list[tuple[str, object]], texts: dict[str, str], shuffled: random.Random
) -> None:
    quotes, documents = quotes_of(rows), documents_of(texts)
    together = {row["id"]: row for row in verify(quotes, documents).to_pylist()}
    order = list(range(len(rows)))
    shuffled.shuffle(order)

    alone = [verify(quotes.slice(n, 1), documents).to_pylist()[0] for n in order]

    assert together == {row["id"]: row for row in alone}


def test_the_schema_that_is_printed_is_that_of_the_table(
    run: Run, golden: Callable[[Path, str], None]
) -> None:
    golden(PACKAGE / "formats" / "schemas" / "bulk-quotations.json", quotation_schema_text())
    golden(PACKAGE / "formats" / "schemas" / "bulk-passages.json", passage_schema_text())
    golden(PACKAGE / "formats" / "schemas" / "bulk-findings.json", finding_schema_text())
    printed = json.loads(run("schema", "bulk-quotations").out)
    checker = jsonschema.Draft202012Validator(printed)
    texts = {name: text for name, text in DOCUMENTS.items() if text}

    results = verify(quotes_of([(quote, [*texts]) for quote in QUOTES]), documents_of(texts))

    for row in results.to_pylist():
        checker.validate(row)
    assert list(printed["properties"]) == results.schema.names
