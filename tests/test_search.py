"""Ranking passages for a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.search import build

DOCUMENTS = [
    (
        "bridge",
        "Repairs in Elm Street",
        ["The bridge was closed on 3 April.", "It reopened in May.", "Nobody was hurt."],
    ),
    ("bread", "Prices in 2023", ["Bread cost 4.5 % more.", "Milk cost less than the year before."]),
    ("river", "Walks", ["Ten walks lead along the river.", "One crosses a bridge."]),
]
WORDS = st.lists(
    st.sampled_from(
        ["bridge", "closed", "bread", "river", "walk", "4.5", "the", "May", "milk", "snow"]
    ),
    max_size=6,
).map(" ".join)


def test_sentences_and_documents_are_ranked_together_and_apart() -> None:
    index = build(DOCUMENTS)

    assert [hit[:2] for hit in index.rank_sentences("bridges closing", 2)] == [
        ("bridge", 0),
        ("river", 1),
    ]
    assert [hit[:2] for hit in index.rank_documents("bridges closing", 2)] == [
        ("bridge", None),
        ("river", None),
    ]
    assert {hit[:2] for hit in index.rank("bridges closing", 4)} == {
        ("bridge", 0),
        ("bridge", None),
        ("river", 1),
        ("river", None),
    }


def test_a_number_is_a_word() -> None:
    assert build(DOCUMENTS).rank_sentences("4.5", 5)[0][:2] == ("bread", 0)


@pytest.mark.parametrize("text", ["", "the of", "snow", "…", "\x00\u202e"])
def test_nothing_in_common_gives_nothing(text: str) -> None:
    assert build(DOCUMENTS).rank(text, 5) == []


@pytest.mark.parametrize("limit", [0, -1])
def test_nothing_is_asked_for(limit: int) -> None:
    assert build(DOCUMENTS).rank("bridge", limit) == []


def test_an_empty_index_answers() -> None:
    assert build([]).rank("bridge", 5) == []
    assert build([("a", "", [])]).rank("bridge", 5) == []


@given(text=WORDS, limit=st.integers(1, 9), order=st.permutations(DOCUMENTS))
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_changes_nothing(
    text: str, limit: int, order: list[tuple[str, str, list[str]]]
) -> None:
    found = build(order).rank(text, limit)

    assert found == build(DOCUMENTS).rank(text, limit)
    assert len(found) <= limit
    assert [hit[2] for hit in found] == sorted((hit[2] for hit in found), reverse=True)
