"""What words before and behind a passage have in common: facts, questions, how they are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

# In characters, farther than any reach in words.
FAR_BEFORE: Final = 200
DENIES: Final = frozenset({"negation", "reversal"})
# So near before a passage stands the verb that takes it for true.
WORDS_OF_A_FACT: Final = 3
# `one of the nine`
WORDS_OF_A_SHARE: Final = 4
QUESTION: Final = re.compile(r"[?？؟፧][\"'”’»)\]\s]*\Z")
LABEL: Final = re.compile(r"[:：]\s*[\"“„«‘'(]*\s*\Z")
# In characters.
LONGEST_CONJUNCTION: Final = 24
TIDY: Final = "\"“„«‘' \n"
_SHOWN: Final = 8


def is_fact(vocabulary: Vocabulary, text: str, low: int, start: int) -> bool:
    """Whether a verb leaves true what follows it, negated even: `did not notice that`.

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


def counts_a_share(vocabulary: Vocabulary, text: str, limit: Cue, high: int) -> bool:
    """Whether a limit says of how many of how many it is: `only one of nine runs`.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        limit: the limit.
        high: where its sentence ends.
    """
    words = vocabulary.words(text, limit.end, min(high, limit.end + FAR_BEFORE))
    numbers = [_is_number(vocabulary, word.text) for word in words[:WORDS_OF_A_SHARE]]
    return "limit" in limit.kinds and numbers[:1] == [True] and any(numbers[2:])


def _is_number(vocabulary: Vocabulary, word: str) -> bool:
    return word.isdigit() or "number" in vocabulary.naming.of_word(word)


def shown(words: str) -> str:
    """Words as a message shows them, in single blanks."""
    every = words.strip(TIDY).split()
    first = " ".join(every[:_SHOWN]).rstrip(',;:.!?"”’»')
    return first + (" …" if len(every) > _SHOWN else "")
