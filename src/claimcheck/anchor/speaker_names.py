"""Whom a text names as the one who says something: `said Poe`, `she added`, `the mayor replied`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue

SAYS: Final = frozenset({"report", "thought"})
_WORDS_OF_A_SPEAKER: Final = 5


def names_beside_saying(vocabulary: Vocabulary, text: str, low: int, high: int) -> frozenset[str]:
    """Return whom a stretch of text names beside a verb of saying.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        low: where the stretch begins, in code points.
        high: where it ends, exclusive.

    Returns:
        The words of names there, else pronouns, else the nearest other words: `said the mayor`.
    """
    verbs = [cue for cue in vocabulary.cues(text, low, high) if SAYS & cue.kinds]
    # `asked Poe`
    verbs += [cue for cue in vocabulary.attributions(text, low, high) if "relay" in cue.kinds]
    verb = next(iter(verbs), None)
    if verb is None:
        return frozenset()
    if not vocabulary.spaced:
        return _named_in_signs(vocabulary, text, low, verb)
    words = vocabulary.words(text, low, high)
    at = next(number for number, word in enumerate(words) if word.end > verb.start)
    before = words[max(0, at - _WORDS_OF_A_SPEAKER) : at]
    if (
        before
        and words[at].text.endswith("ing")
        and text[before[-1].end : words[at].start][:1] == ","
    ):
        before = []  # `… with Poe, adding:`
    words_beside = before + words[at + 1 :][:_WORDS_OF_A_SPEAKER]
    kinds = {word.text: vocabulary.naming.of_word(word.text) for word in words_beside}
    small = vocabulary.small_words
    other = [word for word in words_beside if not kinds[word.text] and word.text not in small]
    names = {word.text for word in other if text[word.start].isupper()}
    pronouns = {word for word, classes in kinds.items() if "pronoun" in classes}
    pronouns = {word for word in pronouns if "determiner" not in kinds[word]}
    beside = sorted(other, key=lambda word: abs(word.start - verb.start))
    return frozenset(names or pronouns or {word.text for word in beside[:1]})


def _named_in_signs(vocabulary: Vocabulary, text: str, low: int, verb: Cue) -> frozenset[str]:
    """The same in a script without blanks: what stands before the verb in its clause."""
    words = vocabulary.words(text, low, verb.start)
    name = words[-1].text if words and words[-1].end == verb.start else ""
    pronoun = any("pronoun" in cue.kinds for cue in vocabulary.names(name))
    return frozenset() if pronoun or not name else frozenset({name})


def are_pronouns(vocabulary: Vocabulary, words: frozenset[str]) -> bool:
    """Whether all of some words are pronouns."""
    return all("pronoun" in vocabulary.naming.of_word(word) for word in words)
