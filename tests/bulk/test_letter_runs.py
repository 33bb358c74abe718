"""Runs of letters: a text has those of each stretch of it, and tables say who has which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("pyarrow", reason="pyarrow is not installed: the extra `bulk`")

import numpy as np

from claimcheck.bulk.letter_runs import LetterRuns, Letters, RunTable, least, spread

KEYS = st.text(alphabet="enthaonобмі橋閉0123", max_size=80)


def runs_of(keys: list[str], kind: str) -> LetterRuns:
    letters = Letters(keys)
    runs: LetterRuns = getattr(letters, kind)()
    return runs


@pytest.mark.parametrize("kind", ["long_runs", "short_runs"])
@given(keys=st.lists(KEYS, min_size=1, max_size=5), cuts=st.tuples(st.integers(0, 80)))
def test_a_text_has_all_runs_of_every_stretch_of_it(
    kind: str, keys: list[str], cuts: tuple[int]
) -> None:
    stretches = [key[cuts[0] : cuts[0] + 40] for key in keys]
    owners, hashes = runs_of(stretches, kind).owned()

    texts, quotes = (
        np.concatenate(column)
        for column in zip(
            *RunTable(owners, hashes).pairs(runs_of(keys, kind)),
            (np.array([], int), np.array([], int)),
            strict=True,
        )
    )

    pairs = list(zip(texts.tolist(), quotes.tolist(), strict=True))
    for number in range(len(keys)):
        wanted = len(set(hashes[owners == number].tolist()))
        assert pairs.count((number, number)) == wanted


def test_a_short_run_begins_at_every_letter_that_has_enough_behind_it() -> None:
    owners, hashes = runs_of(["abcdefghij", "abcdefg", "xxabcdefgh"], "short_runs").owned()

    assert owners.tolist() == [0, 0, 0, 2, 2, 2]
    assert hashes[0] == hashes[5]
    assert len(set(hashes.tolist())) == 5


def test_a_long_run_stands_behind_a_landmark() -> None:
    owners, hashes = runs_of(
        ["tothenorthofthecitybridge", "northofthecitybridge"], "long_runs"
    ).owned()

    assert owners.tolist() == [0, 0, 1]
    assert hashes[1] == hashes[2]


def test_the_least_run_and_a_few_runs_are_chosen_for_each_owner() -> None:
    owners = np.array([0] * 12 + [3] * 2)
    runs = np.array([*range(100, 112), 7, 5], dtype=np.uint64)

    assert [column.tolist() for column in least(owners, runs)] == [[0, 3], [100, 5]]
    chosen = spread(owners, runs, 6)
    assert [column.tolist() for column in chosen] == [
        [0] * 6 + [3] * 2,
        [101, 103, 105, 107, 109, 111, 7, 5],
    ]
