"""Whether two words are forms of one, by their endings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor.difference import first_reversal, has_negation
from claimcheck.anchor.lexicon import ENDINGS, MODALS, NUMBERS, QUANTIFIERS, TENSES

if TYPE_CHECKING:
    import re

    from claimcheck.anchor.languages.vocabulary import Vocabulary

# Inflected forms share at least so many letters (`take`, `taken`).
_LETTERS_OF_A_STEM: Final = 3
# What stands before an ending in brackets: `go[es]`.
_FEWEST_LETTERS: Final = 2
# Languages whose nouns say by their endings who does what to whom.
_WITH_CASES: Final = frozenset({
    "Bulgarian", "Czech", "Finnish", "Georgian", "German", "Greek", "Hindi", "Hungarian",
    "Polish", "Romanian", "Russian", "Tamil", "Turkish", "Ukrainian",
})  # fmt: skip


def declines(vocabulary: Vocabulary | None) -> bool:
    """Whether a language's nouns say by their endings who does what, as far as is known."""
    return vocabulary is None or vocabulary.name in _WITH_CASES


def ending_trouble(stem: re.Match[str] | None, printed_ending: str, bracket: str) -> str:
    """Say why a bracket may not be the ending of a word; empty if it may.

    Args:
        stem: the letters before the bracket, in the source.
        printed_ending: the ending that the source prints.
        bracket: what the bracket holds.
    """
    word = stem[0] if stem else ""
    ending = printed_ending.replace("’", "'").replace("ʼ", "'")
    written, printed = word + bracket, word + printed_ending
    if _may_end(word, ending, bracket) and _say_alike(written, printed):
        return ""
    return f"a bracket makes “{written}” of “{printed}”"


def _may_end(word: str, ending: str, bracket: str) -> bool:
    """Whether a bracket may stand for an ending: `go[es]`, and not `health[y]`."""
    if len(word) < _FEWEST_LETTERS or (ending and ending not in ENDINGS):
        return False
    return bracket != "y" or ending in {"ies", "ied"}


def _say_alike(written: str, printed: str) -> bool:
    """Whether of two forms of a word neither negates, counts, or alone takes something back."""
    if bool(first_reversal(written)) != bool(first_reversal(printed)):
        return False
    if has_negation(written) or has_negation(printed):
        return False
    return {written.lower(), printed.lower()}.isdisjoint(NUMBERS | QUANTIFIERS)


def forms_of_one_word(word: str, other: str) -> bool:
    """Whether two words in lower case differ in their endings alone, and in no number or mood."""
    if not {word, other}.isdisjoint(MODALS | NUMBERS | QUANTIFIERS):
        return False
    if bool(first_reversal(word)) != bool(first_reversal(other)):
        return False
    if word == other or frozenset((word, other)) in TENSES:
        return True
    shared = 0
    while shared < min(len(word), len(other)) and word[shared] == other[shared]:
        shared += 1
    return any(
        all(not rest or rest in ENDINGS for rest in (word[stem:], other[stem:]))
        for stem in range(_LETTERS_OF_A_STEM, shared + 1)
    )
