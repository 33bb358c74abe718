"""What a writer's square brackets inside a quote may do to the source's words, and what they hide.

A bracket may change the case of one letter (`[T]he`), inflect a word (`walk[ed]`), stand for a
pronoun (`[Trump]` for `he`), or add a few words that neither count, doubt, negate nor take back.
Anything else is a claim of the writer's that nobody can check against the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from claimcheck.anchor.borders import is_unspaced
from claimcheck.anchor.difference import first_hedge, first_reversal, has_negation, plain_words
from claimcheck.anchor.lexicon import (
    CONDITIONS,
    ENDINGS,
    MODALS,
    NUMBERS,
    POLITE,
    PRONOUNS,
    QUANTIFIERS,
    TENSES,
)

# What a bracket may hold: a name, a short phrase.
WORDS_OF_A_BRACKET: Final = 5
# Inflected forms share at least so many letters (`take`, `taken`).
_LETTERS_OF_A_STEM: Final = 3
_SIC: Final = re.compile(r"\W*(?:sic)?\W*", re.IGNORECASE)
_LEADING_ENDING: Final = re.compile(r"[’'ʼ]?[^\W\d_]*")
_LAST_WORD: Final = re.compile(r"[^\W\d_]*\Z")
# `about` and `around` are hedges only before a number.
_PREPOSITIONS: Final = re.compile(r"\b(?:about|around)\b(?=\W+\w)", re.IGNORECASE)
_POSSESSIVE: Final = re.compile(r"['’ʼ]s\Z")


@dataclass(frozen=True, slots=True)
class Bracket:
    """The words in one pair of brackets, and whether a letter touches them on either side."""

    words: str
    before: str = ""
    follows: str = ""

    @property
    def ends_a_word(self) -> bool:
        """Whether it is glued to the end of a word: `walk[ed]`."""
        return _touches(self.before, self.words[:1])

    @property
    def begins_a_word(self) -> bool:
        """Whether it is glued to the beginning of a word: `[un]safe`."""
        return _touches(self.follows, self.words[-1:])


def _touches(char: str, inner: str) -> bool:
    return char.isalpha() and not (is_unspaced(char) and is_unspaced(inner))


def own_words(bracket: Bracket) -> str:
    """Say why a bracket may not stand in a quote whatever the source has; empty if it may."""
    words = bracket.words
    if _SIC.fullmatch(words):
        return ""
    if bracket.begins_a_word:
        return f"the bracket “[{words}]” changes a word's beginning"
    if bracket.ends_a_word:
        return "" if _is_ending(words) else f"the bracket “[{words}]” changes a word's meaning"
    return _claim(words)


def _claim(words: str) -> str:
    """Say which of the writer's words a source would have to answer for; empty if none."""
    plain = plain_words(words)
    apart = words.replace("-", " ")  # `[non-violent]`
    turn, hedge = first_reversal(apart), first_hedge(_PREPOSITIONS.sub("", words))
    number = any(map(str.isnumeric, words)) or not NUMBERS.isdisjoint(plain)
    refused = (
        (has_negation(apart), "the words in square brackets negate"),
        (turn, f"the words in square brackets turn the sentence (“{turn}”)"),
        (number, "the words in square brackets hold a number"),
        (not QUANTIFIERS.isdisjoint(plain), "the words in square brackets say how many"),
        (hedge, f"the words in square brackets say how sure it is (“{hedge}”)"),
        (not CONDITIONS.isdisjoint(plain), "the words in square brackets set a condition"),
        (len(words.split()) > WORDS_OF_A_BRACKET, "more than five words stand in square brackets"),
    )
    return next((reason for holds, reason in refused if holds), "")


def _is_ending(letters: str) -> bool:
    return letters.replace("’", "'").replace("ʼ", "'") in ENDINGS


def replaced(brackets: tuple[Bracket, ...], stem: str, gap: str) -> str:
    """Say why brackets may not stand for the words of a gap in the source; empty if they may.

    Args:
        brackets: the brackets between two parts of a quote.
        stem: the source's words before the gap.
        gap: the source's words in place of the brackets.
    """
    own = [bracket for bracket in brackets if not _SIC.fullmatch(bracket.words)]
    if own and own[0].ends_a_word:
        found = _LEADING_ENDING.match(gap)
        ending = found[0] if found else ""
        if trouble := _inflected(_LAST_WORD.search(stem), ending, own[0].words):
            return trouble
        gap, own = gap[len(ending) :], own[1:]
    theirs = [_POSSESSIVE.sub("", word) for word in plain_words(gap)]
    theirs = [word for word in theirs if any(map(str.isalnum, word))]
    mine = [word for bracket in own for word in plain_words(bracket.words)]
    shown = " ".join(gap.split())
    pronouns = bool(own) and set(theirs) <= PRONOUNS
    inflected = len(mine) == len(theirs) == 1 and _forms_of_one_word(mine[0], theirs[0])
    if not theirs or ((pronouns or inflected) and _same_letters(own, shown)):
        return ""
    return f"square brackets stand for “{shown}”" if own else f"nothing stands for “{shown}”"


def _same_letters(own: list[Bracket], shown: str) -> bool:
    """Whether more differs than case, but for articles and pronouns: not `[polish]`, `[US]`."""
    words = " ".join(bracket.words for bracket in own)
    if words.lower() != shown.lower() or words == shown:
        return True
    return words[1:] == shown[1:] and words.lower() in PRONOUNS - POLITE


def _inflected(stem: re.Match[str] | None, theirs: str, mine: str) -> str:
    word = stem[0] if stem else ""
    short = theirs.replace("’", "'").replace("ʼ", "'")
    bad = len(word) < 2 or (short and short not in ENDINGS)  # noqa: PLR2004 - `go[es]`
    if mine == "y" and short not in {"ies", "ied"}:
        bad = True  # `health[y]` is another word
    written, printed = word + mine, word + theirs
    if first_reversal(written) != first_reversal(printed) and not (
        first_reversal(written) and first_reversal(printed)
    ):
        bad = True
    if has_negation(written) or has_negation(printed):
        bad = True
    if not {written.lower(), printed.lower()}.isdisjoint(NUMBERS | QUANTIFIERS):
        bad = True
    return f"a bracket makes “{written}” of “{printed}”" if bad else ""


def _forms_of_one_word(mine: str, theirs: str) -> bool:
    if not {mine, theirs}.isdisjoint(MODALS | NUMBERS | QUANTIFIERS):
        return False
    if bool(first_reversal(mine)) != bool(first_reversal(theirs)):
        return False
    if mine == theirs or frozenset((mine, theirs)) in TENSES:
        return True
    shared = 0
    while shared < min(len(mine), len(theirs)) and mine[shared] == theirs[shared]:
        shared += 1
    return any(
        all(not rest or rest in ENDINGS for rest in (mine[stem:], theirs[stem:]))
        for stem in range(_LETTERS_OF_A_STEM, shared + 1)
    )


__all__ = ["WORDS_OF_A_BRACKET", "Bracket", "own_words", "replaced"]
