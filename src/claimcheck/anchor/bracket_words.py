"""Words in a writer's square brackets: remarks, endings, words that a bracket may never hold."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from claimcheck.anchor.borders import is_unspaced
from claimcheck.anchor.difference import first_hedge, first_reversal, has_negation, plain_words
from claimcheck.anchor.lexicon import CONDITIONS, ENDINGS, LOOK_ALIKES, NUMBERS, QUANTIFIERS

# What a bracket may hold: a name, a short phrase.
WORDS_OF_A_BRACKET: Final = 5
_TOO_MANY_WORDS: Final = "more than five words stand in square brackets"
# What the writer says of the quotation and not within it.
_REMARK: Final = re.compile(
    r"\W*(?:sic|(?:emphasis|italics)(?: (?:is |are )?(?:added|mine|ours|in (?:the )?original))?"
    r"|my (?:emphasis|italics)|hervorhebung[^\]]*|souligné[^\]]*|énfasis[^\]]*|corsivo[^\]]*"
    r"|laughter|laughs|applause|pause|inaudible|crosstalk|unintelligible)?\W*",
    re.IGNORECASE,
)
# Marks that a letter bears, and characters that print nothing.
_UNWRITTEN: Final = frozenset({"Mn", "Me", "Cf"})
_EMPHASIS: Final = frozenset("*_~^`|")
_REORDERING: Final = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Scripts, as Unicode names them, with letters that can be taken for Latin ones.
_GREEK: Final = frozenset({"GREEK"})
_LIKE_LATIN: Final = _GREEK | {
    "ARMENIAN", "CANADIAN", "CHEROKEE", "COPTIC", "CYRILLIC", "DESERET", "GEORGIAN", "LISU",
    "OSAGE", "WARANG",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W\d_]+")
_LETTERS_APART: Final = re.compile(r"(?<!\w)\w(?:[\W_]{1,2}\w){2,}(?!\w)")
# `about` and `around` are hedges only before a number.
PREPOSITIONS: Final = re.compile(r"\b(?:about|around)\b(?=\W+\w)", re.IGNORECASE)
# A word that hides another has at least so many letters.
_LETTERS_OF_A_STEM: Final = 3


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

    @property
    def is_remark(self) -> bool:
        """Whether it says something of the quotation, and stands for nothing in it: `[sic]`."""
        return bool(_REMARK.fullmatch(self.words))


def _touches(char: str, inner: str) -> bool:
    return char.isalpha() and not (is_unspaced(char) and is_unspaced(inner))


def bracket_trouble(bracket: Bracket) -> str:
    """Say why a bracket may not stand in a quote whatever the source has; empty if it may."""
    words = bracket.words
    if trouble := _reading_trouble(words):
        return f"the bracket “[{words}]” {trouble}"
    if disguise := _disguise(words):
        return f"the bracket “[{words}]” looks like “{disguise}” and is not written so"
    if bracket.is_remark:
        return ""
    if bracket.begins_a_word:
        return f"the bracket “[{words}]” changes a word's beginning"
    if bracket.ends_a_word:
        return "" if _is_ending(words) else f"the bracket “[{words}]” changes a word's meaning"
    return _statement_trouble(words)


def _statement_trouble(words: str) -> str:
    """Say which of the writer's words a source would have to answer for; empty if none."""
    plain = plain_words(words)
    apart = words.replace("-", " ")  # `[non-violent]`
    turn, hedge = first_reversal(apart), first_hedge(PREPOSITIONS.sub("", words))
    number = any(map(str.isnumeric, words)) or not NUMBERS.isdisjoint(plain)
    troubles = (
        (has_negation(apart), "the words in square brackets negate"),
        (turn, f"the words in square brackets turn the sentence (“{turn}”)"),
        (number, "the words in square brackets hold a number"),
        (not QUANTIFIERS.isdisjoint(plain), "the words in square brackets say how many"),
        (hedge, f"the words in square brackets say how sure it is (“{hedge}”)"),
        (not CONDITIONS.isdisjoint(plain), "the words in square brackets set a condition"),
        (len(words.split()) > WORDS_OF_A_BRACKET, _TOO_MANY_WORDS),
    )
    return next((trouble for is_so, trouble in troubles if is_so), "")


def _reading_trouble(words: str) -> str:
    """Say why nobody can read words as they are written: signs alone, or letters to deceive."""
    if not words.isascii():
        if any(char in _REORDERING for char in words):
            return "holds marks that set letters in another order"
        if any(map(_has_two_scripts, _WORD.findall(words))):
            return "has letters of two scripts in one word"
    plain = unicodedata.normalize("NFKC", words)
    if not any(map(str.isalnum, plain)) and any(unicodedata.category(c)[0] == "S" for c in plain):
        return "holds a sign and no words"
    return ""


def _has_two_scripts(word: str) -> bool:
    """Whether Latin letters stand in one word with letters that can be taken for them."""
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in word}
    # `μg` is a unit.
    units = _GREEK if len(word) < _LETTERS_OF_A_STEM else frozenset[str]()
    return "LATIN" in scripts and bool(scripts & _LIKE_LATIN - units)


def _disguise(words: str) -> str:
    """How words look whose letters are of two scripts, apart, or marked up to hide a “not”.

    Returns:
        The words that a reader sees, or "" where they are plainly written.
    """
    bare = "".join(
        char
        for char in unicodedata.normalize("NFKD", words).translate(LOOK_ALIKES)
        if unicodedata.category(char) not in _UNWRITTEN and char not in _EMPHASIS
    )
    joined = _LETTERS_APART.sub(_closed_up, bare)
    for word in _WORD.findall(unicodedata.normalize("NFC", words)):
        shown: str = word.translate(LOOK_ALIKES)
        if shown != word and shown.isascii() and any(map(str.isascii, word)):
            return shown
    plain = {*plain_words(joined), "".join(joined.split()).lower()}
    hidden = any(_turns(word) for word in plain if len(word) >= _LETTERS_OF_A_STEM)
    return joined if hidden and not _turns(words) else ""


def _turns(words: str) -> bool:
    return bool(first_reversal(words)) or has_negation(words)


def _closed_up(letters: re.Match[str]) -> str:
    return "".join(filter(str.isalnum, letters[0]))


def _is_ending(letters: str) -> bool:
    return letters.replace("’", "'").replace("ʼ", "'") in ENDINGS
