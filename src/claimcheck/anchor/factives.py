"""Verbs that take for true what follows them, negated even: `did not notice that`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary

# So near before a passage, in words, stands the verb that takes it for true.
REACH_OF_A_FACTIVE: Final = 3


def takes_for_true(vocabulary: Vocabulary, text: str, low: int, start: int) -> bool:
    """Whether a verb takes for true what follows it.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        low: where the verb is looked for from, in code points.
        start: where what follows it begins.
    """
    words = vocabulary.words(text, low, start) if vocabulary.facts else []
    at = next((at for at, word in enumerate(words) if word.text in vocabulary.facts), None)
    return at is not None and not any(_is_open(vocabulary, word.text) for word in words[at + 1 :])


def _is_open(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word leaves open what follows it: `did not know which`."""
    return "pronoun" in vocabulary.naming.of_word(word) and word in vocabulary.joint.split()
