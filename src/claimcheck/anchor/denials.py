"""A short sentence behind a passage's own that calls it false: `That is a lie`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.punctuation import COLON_AT_END, FULL_STOPS
from claimcheck.anchor.result import Cut, Turn, abridge
from claimcheck.anchor.sentences import sentence_end

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue, Word

_WORDS_OF_A_PREDICATION: Final = 3
# The next sentence, where it has five words at most: `Wrong!`, `Verdict: False.`, `That is a lie.`
_IN_A_WORD: Final = r"[^\s\d_.!?,:;()\"“”„«»" + FULL_STOPS + "]"
_RETORT: Final = re.compile(
    rf"[\"”’»)]?(?:\s++|(?<=[{FULL_STOPS}]))(?:[QAFВО][.:]\s|\()?"
    rf"((?:[^\W\d_]{_IN_A_WORD}{{0,13}}+[:,]?\s){{0,4}}[^\W\d_]{_IN_A_WORD}{{1,13}}+)"
    rf"(?:[ \xa0\u202f]?[.!！](?=[\s)]|\Z)|[{FULL_STOPS}])"
)


def denial_behind(text: str, start: int, end: int) -> Cut | None:
    """Return the short sentence behind a passage's own that calls it false, if there is one.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    # Where no blank follows a full stop, the next sentence begins right there.
    ends = end > start and text[end - 1] in FULL_STOPS
    retort = _RETORT.match(text, end if ends else sentence_end(text, end))
    vocabulary = vocabulary_at(text, start, end) if retort else None
    return _calls_false(vocabulary, text, retort) if retort and vocabulary else None


def _calls_false(vocabulary: Vocabulary, text: str, retort: re.Match[str]) -> Cut | None:
    """A short sentence behind a passage's own that calls it false: `Not.`, `That is a lie.`."""
    cues, words = vocabulary.cues(text, *retort.span(1)), vocabulary.words(text, *retort.span(1))
    if not cues:
        return None  # `No. 5`
    kinds = frozenset[str]().union(*(cue.kinds for cue in cues))
    label = COLON_AT_END.search(text, retort.start(1), words[-1].start)
    alone = label or (len(words) == 1 and _opens(vocabulary, text, words[0], cues))
    alone = alone or ("condition" not in kinds and _is_all(vocabulary, words, cues))
    if "reversal" in kinds and (alone or _predicates(vocabulary, words, cues[-1])):
        return Cut(abridge(retort[1]), Turn.REVERSAL)
    return Cut(abridge(retort[1]), Turn.NEGATION) if alone and "negation" in kinds else None


def _is_all(vocabulary: Vocabulary, words: list[Word], cues: list[Cue]) -> bool:
    """Whether a sentence has small words beside those that turn, and no more: `Not at all`."""
    # `It failed` tells of a thing.
    tells = "pronoun" in vocabulary.naming.of_word(words[0].text)
    negates = any("negation" in cue.kinds for cue in cues)
    return (negates or not tells) and all(
        word.text in vocabulary.small_words
        or vocabulary.naming.of_word(word.text)
        or any(cue.start <= word.start < cue.end for cue in cues)
        for word in words
    )


def _opens(vocabulary: Vocabulary, text: str, word: Word, cues: list[Cue]) -> bool:
    """Whether one word calls something false: in scripts without blanks, where it begins so.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        word: the word, which is a whole sentence in such a script.
        cues: what turns a statement in it.
    """
    names = vocabulary.names(text, word.start, word.end)
    points = [cue for cue in names if "pronoun" in cue.kinds]
    return any(cue.start == word.start for cue in (*cues, *points))


def _predicates(vocabulary: Vocabulary, words: list[Word], cue: Cue) -> bool:
    """Whether the last words of a sentence judge the statement before it: `That is not true`.

    Args:
        vocabulary: the words of the text's language.
        words: the sentence's.
        cue: the last of them that turn a statement.
    """
    # `That's a lie`, `C'est faux`
    pronoun, apostrophe, verb = words[0].text.partition("'")
    first = pronoun if verb else pronoun + apostrophe
    first_person = vocabulary.first_person.split()
    kinds = vocabulary.naming.of_word(first)
    points = "pronoun" in kinds and first not in first_person
    # `It failed` tells of a thing, `Это ложь` of what is said.
    many = len(words) + bool(verb)
    says = many >= _WORDS_OF_A_PREDICATION or "determiner" in kinds
    # A copula may end the sentence: `यह झूठ है`.
    last = [word for word in words if word.start >= cue.end][vocabulary.verb_last :]
    return points and says and "reversal" in cue.kinds and not last
