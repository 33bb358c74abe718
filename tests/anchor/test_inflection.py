"""Whether two words are forms of one."""

from __future__ import annotations

import re

import pytest

from claimcheck.anchor.inflection import ending_trouble, forms_of_one_word


@pytest.mark.parametrize(
    ("stem", "theirs", "mine", "made"),
    [
        ("walk", "", "ed", ""),
        ("walk", "ing", "ed", ""),
        ("go", "", "es", ""),
        ("g", "o", "es", "a bracket makes “ges” of “go”"),
        ("walk", "about", "ed", "a bracket makes “walked” of “walkabout”"),
        ("health", "", "y", "a bracket makes “healthy” of “health”"),
        ("carr", "ies", "y", ""),
        ("carr", "ied", "y", ""),
        ("Roe", "’s", "s", ""),
        ("fail", "", "ed", ""),
        ("den", "s", "ies", "a bracket makes “denies” of “dens”"),
        ("no", "", "r", "a bracket makes “nor” of “no”"),
        ("six", "", "th", "a bracket makes “sixth” of “six”"),
        ("man", "", "y", "a bracket makes “many” of “man”"),
    ],
)
def test_what_a_bracket_may_make_of_a_word(stem: str, theirs: str, mine: str, made: str) -> None:
    assert ending_trouble(re.search(r"\w*\Z", stem), theirs, mine) == made


def test_a_bracket_that_follows_no_word_inflects_none() -> None:
    assert ending_trouble(None, "", "ed") == "a bracket makes “ed” of “”"


@pytest.mark.parametrize(
    ("mine", "theirs", "same"),
    [
        ("walks", "walked", True),
        ("walk", "walk", True),
        ("went", "go", True),
        ("is", "was", True),
        ("cat", "cats", True),
        ("cat", "car", False),
        ("ship", "shipment", False),
        ("as", "at", False),
        ("may", "might", False),
        ("five", "fives", False),
        ("most", "mosts", False),
        ("fail", "failed", True),
        ("den", "denies", False),
        ("moře", "mořem", True),
    ],
)
def test_two_words_are_forms_of_one(mine: str, theirs: str, *, same: bool) -> None:
    assert forms_of_one_word(mine, theirs) is same
