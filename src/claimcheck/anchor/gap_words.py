"""Which of the words that a gap leaves out turn a quote: many do so only in some places.

A limit that is a preposition bounds a number and else names a place; what makes another thing of a
noun does so beside it; what is `against` something turns what it stands before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages.word_table import POINTING, Cue
from claimcheck.anchor.punctuation import PAUSES, STOPS

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Word

# In characters, farther than the words that are looked at beside a gap.
_FAR: Final = 60
# `the former Dutch [queen]`
_WORDS_BEFORE_A_NOUN: Final = 2
# `over about 40`
_WORDS_BEFORE_A_NUMBER: Final = 2
_MARKS: Final = tuple(f"{PAUSES}{STOPS}—–(")


def applying(vocabulary: Vocabulary, text: str, start: int, end: int) -> list[Cue]:
    """The words of a gap within a sentence that turn it, without the kinds that they are not here.

    What may be a condition, and may not, is of the kind `perhaps`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        start: where the gap begins, in code points.
        end: where it ends, exclusive.
    """
    cues = []
    for cue in vocabulary.cues(text, start, end):
        kinds = cue.kinds
        if "modifier" in kinds and not _describes(vocabulary, text, (start, end), cue):
            kinds -= {"modifier"}
        word = text[cue.start : cue.end].lower()
        if "limit" in kinds and not _precedes_number(vocabulary, text, cue):
            if word in vocabulary.prepositions:
                kinds -= {"limit"}  # `over the hill`
            elif word in vocabulary.loose_limits:
                kinds = (kinds - {"limit"}) | {"rough"}
        if "condition" in kinds and word in vocabulary.about.split():
            joins = text[max(0, cue.start - _FAR) : cue.start].rstrip().endswith(_MARKS)
            kinds = kinds if joins else (kinds - {"condition", "doubt"}) | {"perhaps"}
        if "opposing" in kinds and vocabulary.distance(text, cue.end, end):
            kinds -= {"opposing"}
        if kinds:
            cues.append(Cue(kinds, cue.start, cue.end))
    return cues


def _describes(vocabulary: Vocabulary, text: str, gap: tuple[int, int], cue: Cue) -> bool:
    """Whether words make another thing of a noun that is quoted: `the [former] mayor`."""
    start, end = gap
    nouns = _WORDS_BEFORE_A_NOUN if vocabulary.spaced else 0
    if vocabulary.distance(text, cue.end, end) <= nouns:
        following = next(iter(vocabulary.words(text, end, min(len(text), end + _FAR))), None)
        if following and not _is_small(vocabulary, following):
            return True
    between = vocabulary.words(text, start, cue.start)
    if not vocabulary.adjective_last or not all(_is_small(vocabulary, word) for word in between):
        return False  # `plus [ancienne]`
    before = vocabulary.words(text, max(0, start - _FAR), start)[-1:]
    return bool(before) and not _is_small(vocabulary, before[0])


def _is_small(vocabulary: Vocabulary, word: Word) -> bool:
    """Whether a word is no noun, as far as is known."""
    kinds = vocabulary.naming.of_word(word.text)
    return vocabulary.spaced and (word.text in vocabulary.small_words or bool(kinds & POINTING))


def _precedes_number(vocabulary: Vocabulary, text: str, cue: Cue) -> bool:
    """Whether a number follows words, a word apart at most."""
    words = vocabulary.words(text, cue.end, min(len(text), cue.end + _FAR))
    return any(
        any(map(str.isdigit, word.text)) or vocabulary.is_number(word.text)
        for word in words[:_WORDS_BEFORE_A_NUMBER]
    )
