"""Limits that say of how many of how many something holds: `only one of nine runs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

# `one of the nine`
_WORDS_OF_A_SHARE: Final = 4
# In characters, farther than these words.
_FAR: Final = 200


def counts_a_share(vocabulary: Vocabulary, text: str, limit: Cue, high: int) -> bool:
    """Whether two numbers follow a limit, one of the other.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        limit: the limit.
        high: where its sentence ends.
    """
    words = vocabulary.words(text, limit.end, min(high, limit.end + _FAR))
    numbers = [_is_number(vocabulary, word.text) for word in words[:_WORDS_OF_A_SHARE]]
    return "limit" in limit.kinds and numbers[:1] == [True] and any(numbers[2:])


def _is_number(vocabulary: Vocabulary, word: str) -> bool:
    return word.isdigit() or "number" in vocabulary.naming.of_word(word)
