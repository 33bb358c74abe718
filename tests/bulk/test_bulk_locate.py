"""Quotations that name no document: found wherever they pass, and compared with what is near."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import pyarrow as pa

from claimcheck.anchor import passes
from claimcheck.bulk import candidates, locate
from claimcheck.bulk.candidates import MAX_EXACT, MAX_NEAR
from support.tables import made_up, write_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import CommandResult

    Run = Callable[..., CommandResult]

WORDS = [
    "the",
    "bridge",
    "Brücke",
    "was",
    "not",
    "мост",
    "закрыт",
    "橋",
    "は",
    "閉",
    "[…]",
    "“never”",
]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def tables(quotes: list[str], texts: list[str]) -> tuple[pa.Table, pa.Table]:
    ids = [f"d{number:02}" for number in range(len(texts))]
    return pa.table({"quote": pa.array(quotes, pa.string())}), pa.table({"id": ids, "text": texts})


@given(st.lists(TEXTS, min_size=1, max_size=6), st.lists(TEXTS, max_size=6), st.data())
@settings(deadline=None)
def test_every_document_in_which_a_quotation_passes_is_a_candidate(
    texts: list[str], others: list[str], data: st.DataObject
) -> None:
    cuts = [data.draw(st.integers(0, len(text))) for text in texts]
    quotes = [text[cut:] for text, cut in zip(texts, cuts, strict=True)] + others
    quote_table, documents = tables(quotes, texts)

    chosen = candidates(quote_table, documents).to_pylist()
    results = locate(quote_table, documents).to_pylist()

    for quote, candidate, result in zip(quotes, chosen, results, strict=True):
        passing = [
            f"d{n:02}" for n, text in enumerate(texts) if quote and passes(quote, text) is not None
        ]
        assert result["stands"] is bool(passing)
        if passing:
            assert candidate["exact"]
            assert set(passing) <= set(candidate["documents"])
            assert result["document"] == passing[0]


def test_brute_force_finds_no_quotation_more() -> None:
    quotes, documents = made_up(60, 300)
    quote_table = pa.table({"quote": [row["quote"] for row in quotes]})
    texts = pa.Table.from_pylist(documents)

    results = locate(quote_table, texts).to_pylist()

    for row, result in zip(quotes, results, strict=True):
        passing = [
            d["id"] for d in documents if passes(str(row["quote"]), str(d["text"])) is not None
        ]
        assert result["stands"] is bool(passing)
        assert not passing or result["document"] == min(map(str, passing))
    assert len({result["stands"] for result in results}) == 2


def test_what_stands_nowhere_is_compared_with_what_it_is_near_to() -> None:
    texts = ["The ploughs of the county cleared the harbour before noon on Monday.", "It snowed."]
    quote_table, documents = tables(
        ["The ploughs of the county cleared the harbour after noon on Monday.", "Nothing of it"],
        texts,
    )

    near, nothing = locate(quote_table, documents).to_pylist()

    assert (near["fit"], near["document"]) == ("altered", "d00")
    assert (nothing["fit"], nothing["document"]) == ("not-found", None)
    assert nothing["reason"] == "no document has its letters, or a run of them"


def test_candidates_are_bounded_and_counted() -> None:
    phrase = "The county denied that the bridge had been closed at the time."
    ids = [f"d{number:05}" for number in range(MAX_EXACT + 5)]
    random.Random(1).shuffle(ids)
    documents = pa.table({"id": ids, "text": [f"{phrase} {name}" for name in ids]})
    quote_table = pa.table(
        {"quote": [phrase, phrase.replace("denied", "said"), phrase + " d00007"]}
    )

    many, near, single = candidates(quote_table, documents).to_pylist()

    assert (many["total"], many["documents"]) == (MAX_EXACT + 5, sorted(ids)[:MAX_EXACT])
    assert (near["exact"], near["documents"]) == (False, sorted(ids)[:MAX_NEAR])
    assert (single["exact"], single["documents"]) == (True, ["d00007"])


@pytest.mark.parametrize("processes", [1, 2])
def test_a_table_in_files_is_located_the_same(run: Run, tmp_path: Path, processes: int) -> None:
    quotes, documents = made_up(40, 120)
    rows = [{"id": row["id"], "quote": row["quote"]} for row in quotes]
    rows += [{"id": "empty", "quote": ""}]

    answer = run(
        "bulk", "locate", "--quotes", write_table(tmp_path / "q.parquet", rows),
        "--documents", write_table(tmp_path / "d.parquet", documents),
        "--out", tmp_path / "v.jsonl", "--processes", str(processes),
    )  # fmt: skip

    lines = (tmp_path / "v.jsonl").read_text().splitlines()
    expected = locate(pa.Table.from_pylist(rows), pa.Table.from_pylist(documents)).to_pylist()
    assert answer.status == 1
    assert [json.loads(line) for line in lines] == expected
    assert expected[-1]["reason"] == "the quotation is empty"
