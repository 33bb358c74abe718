"""What a writer's square brackets may hold, whatever the source has."""

from __future__ import annotations

import pytest

from claimcheck.anchor.bracket_words import Bracket, bracket_trouble

NEGATE = "the words in square brackets negate"
NUMBER = "the words in square brackets hold a number"
HOW_MANY = "the words in square brackets say how many"
HOW_SURE = "the words in square brackets say how sure it is (“{}”)"
TURN = "the words in square brackets turn the sentence (“{}”)"
REFUSED = {
    "not": NEGATE,
    "non-violent": NEGATE,
    "no one": NEGATE,
    "without": NEGATE,
    "**not**": NEGATE,
    "n\u200bot": NEGATE,
    "ｎｏｔ": NEGATE,
    "nicht": NEGATE,
    "не": NEGATE,
    "没有": NEGATE,
    "unless": TURN.format("unless"),
    "alleged": TURN.format("alleged"),
    "few": TURN.format("few"),
    "5": NUMBER,
    "½": NUMBER,
    "five": NUMBER,
    "about five": NUMBER,
    "first": NUMBER,
    "all": HOW_MANY,
    "only": HOW_MANY,
    "nur": HOW_MANY,
    "perhaps": HOW_SURE.format("perhaps"),
    "about": HOW_SURE.format("about"),
    "if": "the words in square brackets set a condition",
    "a b c d e f": "more than five words stand in square brackets",
    "€": "the bracket “[€]” holds a sign and no words",
    "☺ !": "the bracket “[☺ !]” holds a sign and no words",
    "Тrump": "the bracket “[Тrump]” has letters of two scripts in one word",
    "μgm": "the bracket “[μgm]” has letters of two scripts in one word",
    "n o t": "the bracket “[n o t]” looks like “not” and is not written so",
    "n-o-t": "the bracket “[n-o-t]” looks like “not” and is not written so",
    "n*o*t": "the bracket “[n*o*t]” looks like “not” and is not written so",
    "\u202enot": "the bracket “[\u202enot]” holds marks that set letters in another order",
}
MAY_STAND = (
    "Trump", "Trump’s", "a b c d e", "about the town", "around the town", "un-safe", "μg", "αβγ",
    "𗀀𗀁", "t h e y", "the mayor, who", "...", "", "sic", "sic!", "emphasis added",
    "italics mine",
    "emphasis in the original", "my italics", "Hervorhebung von mir", "laughter",
)  # fmt: skip


@pytest.mark.parametrize(("words", "reason"), REFUSED.items())
def test_words_that_turn_a_sentence_stand_in_no_bracket(words: str, reason: str) -> None:
    assert bracket_trouble(Bracket(words)) == reason


@pytest.mark.parametrize("words", MAY_STAND)
def test_names_phrases_and_remarks_may_stand_in_a_bracket(words: str) -> None:
    assert bracket_trouble(Bracket(words)) == ""


@pytest.mark.parametrize(
    ("before", "words", "follows", "reason"),
    [
        ("k", "ed", "", ""),
        ("k", "ed", ".", ""),
        ("k", "s", "", ""),
        ("k", "’s", "", ""),
        ("k", "'s", "", ""),
        ("k", "ʼs", "", ""),
        (".", "ed", "", ""),
        ("k", "ation", "", "the bracket “[ation]” changes a word's meaning"),
        ("o", "n't", "", "the bracket “[n't]” changes a word's meaning"),
        ("", "un", "s", "the bracket “[un]” changes a word's beginning"),
        ("k", "X", "s", "the bracket “[X]” changes a word's beginning"),
        ("k", "sic", "s", ""),
        ("5", "ation", "", ""),
        ("山", "的", "山", ""),
        ("k", "的", "", "the bracket “[的]” changes a word's meaning"),
    ],
)
def test_a_bracket_glued_to_a_word_may_only_be_its_ending(
    before: str, words: str, follows: str, reason: str
) -> None:
    assert bracket_trouble(Bracket(words, before, follows)) == reason


@pytest.mark.parametrize(
    ("words", "is_remark"),
    [
        ("sic", True),
        ("sic.", True),
        ("SIC", True),
        ("emphasis is added", True),
        ("italics in original", True),
        ("souligné par nous", True),
        ("…", True),
        ("sick", False),
        ("emphasis on it", False),
        ("my mother", False),
    ],
)
def test_a_remark_says_something_of_the_quotation(words: str, *, is_remark: bool) -> None:
    assert Bracket(words).is_remark is is_remark
