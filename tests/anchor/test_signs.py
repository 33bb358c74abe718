"""Signs before numbers are never folded, whatever line they are drawn with."""

from __future__ import annotations

import pytest

from claimcheck.anchor import locate
from claimcheck.anchor.signs import same_signs

SAME = [
    ("a profit of −5 million in all", "a profit of -5 million in all"),
    ("a profit of −5 million in all", "a profit of –5 million in all"),
    ("between 3-5 people in all", "between 3–5 people in all"),
    ("the Covid-19 wards in all", "the Covid–19 wards in all"),
    ("the firm – 5 people in all", "the firm — 5 people in all"),
    ("the firm - 5 people in all", "the firm—5 people in all"),
    ("from (−5) to 3 degrees in all", "from (-5) to 3 degrees in all"),
    ("well-known people of 5 towns", "well‐known people of 5 towns"),
    ("no number - none at all", "no number — none at all"),
]
OTHER = [
    ("a profit −5 million in all", "a profit —5 million in all"),
    ("a profit −5 million in all", "a profit — 5 million in all"),
    ("a profit -5 million in all", "a profit - 5 million in all"),
    ("a profit –5 million in all", "a profit – 5 million in all"),
    ("a profit −.5 million in all", "a profit —.5 million in all"),
    ("of 3 people −5 came in all", "of 3 people — 5 came in all"),
    ("a profit －5 million in all", "a profit — 5 million in all"),
    ("a profit -$5 million in all", "a profit — $5 million in all"),
]

# Compared by their signs alone: other rules see most of these first.
SIGNED = [
    ("5 and -3", "5 and 3", False),
    ("5 and 3", "5 and -3", False),
    ("-3", "-3", True),
    ("--5", "-5", False),
    ("-5", "--5", False),
    ("a-5", "a -5", False),
    ("a -5", "a-5", False),
    ("ab-5", "ab - 5", True),
    ("7-5", "7–5", True),
    ("-5 of 7", "−5 of 7", True),
    ("-5 of 7", "−5 of -7", False),
]


@pytest.mark.parametrize(("words", "passage", "same"), SIGNED)
def test_each_number_keeps_its_sign(words: str, passage: str, *, same: bool) -> None:
    assert same_signs(words, passage) is same


@pytest.mark.parametrize(("words", "passage"), SAME)
def test_one_sign_may_be_drawn_in_several_ways(words: str, passage: str) -> None:
    assert same_signs(words, passage)
    assert same_signs(passage, words)
    assert locate(words, f"It was so: {passage}.").fit.passes


@pytest.mark.parametrize(("words", "passage"), OTHER)
def test_a_dash_before_a_number_is_no_minus_sign(words: str, passage: str) -> None:
    assert not same_signs(words, passage)
    for ours, theirs in ((words, passage), (passage, words)):
        assert not locate(ours, f"It was so: {theirs}.").fit.passes
