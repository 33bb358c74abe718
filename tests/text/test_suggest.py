"""A misspelt word is answered with the word that was meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz, utils

from claimcheck.dossier import claim_file, config, source_file
from claimcheck.text.suggest import Suggester, did_you_mean, is_near_miss

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.dossier.keys import Key


@pytest.mark.parametrize(
    "slip",
    [
        lambda key: key[:-2] + "x" + key[-1],
        lambda key: key[:-2] + key[-1],
        lambda key: key + key[-1],
        lambda key: key[:2] + key[1:],
    ],
    ids=["another-letter", "a-letter-missing", "the-last-twice", "an-early-one-twice"],
)
@pytest.mark.parametrize("keys", [claim_file.KEYS, source_file.KEYS, config.KEYS])
def test_a_long_key_with_one_slip_is_told_by_its_name(
    slip: Callable[[str], str], keys: Mapping[str, Key]
) -> None:
    long_keys = [key for key in keys if len(key) > 5]

    answers = [did_you_mean(slip(key), keys) for key in long_keys]

    assert answers == [f"did you mean {key}?" for key in long_keys]


def test_a_short_word_inside_is_no_better_than_the_word_that_was_misspelt() -> None:
    assert did_you_mean("evidense", ["id", "evidence"]) == "did you mean evidence?"


def test_a_part_of_a_name_still_finds_it() -> None:
    assert did_you_mean("gazette", ["elm-gazette-2021-05-05"]) == (
        "did you mean elm-gazette-2021-05-05?"
    )


@pytest.mark.parametrize(
    ("slip", "meant"), [("cvs", "csv"), ("sarf", "sarif"), ("jsn", "json"), ("xslx", "xlsx")]
)
def test_one_slip_in_a_short_word_is_seen(slip: str, meant: str) -> None:
    words = ["csv", "json", "sarif", "xlsx", "dot", "id"]

    assert did_you_mean(slip, words) == f"did you mean {meant}?"


@pytest.mark.parametrize(("word", "other"), [("claim", "a"), ("claim", "im"), ("a", "bridge-a")])
def test_a_letter_or_two_are_no_likeness(word: str, other: str) -> None:
    assert did_you_mean(word, [other]) == ""


def test_nothing_is_guessed_for_a_word_that_resembles_none() -> None:
    assert did_you_mean("zzz", ["evidence", "claim"]) == ""
    assert did_you_mean("zzz", []) == ""


def test_of_a_long_vocabulary_a_word_is_found_by_its_beginning_or_its_end() -> None:
    suggester = Suggester(f"source-{number}-of-{number * 7 % 1000}" for number in range(5000))

    assert suggester.did_you_mean("sauce-77-of-539", "one") == "did you mean source-77-of-539?"
    assert suggester.did_you_mean("source-77-off-539", "one") == "did you mean source-77-of-539?"


def test_a_file_of_nothing_but_mistakes_has_the_first_of_them_answered() -> None:
    suggester = Suggester(["evidence", "claim"])

    answers = [suggester.did_you_mean("evidense", "one") for _ in range(30)]

    assert answers == ["did you mean evidence?"] * 20 + [""] * 10
    assert suggester.did_you_mean("evidense", "other") == "did you mean evidence?"


@given(
    st.text("abAB1 -.é", min_size=1, max_size=14),
    st.text("abAB1 -.é", min_size=1, max_size=14),
    st.sampled_from([50.0, 70.0, 84.0, 95.0]),
)
def test_a_near_miss_is_what_the_share_of_common_letters_says(
    word: str, other: str, min_score: float
) -> None:
    score = fuzz.ratio(word, other, processor=utils.default_process)

    assert is_near_miss(word, other, min_score) == (score >= min_score and score > 0)
