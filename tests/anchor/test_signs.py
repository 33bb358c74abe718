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
]


@pytest.mark.parametrize(("words", "passage"), SAME)
def test_one_sign_may_be_drawn_in_several_ways(words: str, passage: str) -> None:
    assert same_signs(words, passage)
    assert same_signs(passage, words)
    assert locate(words, f"It was so: {passage}.").fit.passes


@pytest.mark.parametrize(("words", "passage"), OTHER)
def test_a_dash_before_a_number_is_no_minus_sign(words: str, passage: str) -> None:
    assert not same_signs(words, passage)
    for one, other in ((words, passage), (passage, words)):
        assert not locate(one, f"It was so: {other}.").fit.passes
