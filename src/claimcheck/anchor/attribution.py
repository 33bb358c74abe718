"""Whose word a quotation is, as the sentence around it says: `“…,” said the mayor`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Cue, Vocabulary, Word

_SAYS: Final = frozenset({"report", "source", "thought", "claim"})
# How far from the quotation, in characters, somebody is named as its speaker.
_NEAR: Final = 140
_MARK: Final = re.compile('[“”„«»‹›「」『』"]')
_STOP: Final = re.compile(r"[.!?。！？;]\s|\n")
_WORDS_OF_A_SPEAKER: Final = 7
# Katakana and Han: names and titles, without the endings and particles that follow them.
_NAME_RUN: Final = re.compile(r"[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff\u3400-\u4dbf]{2,}")
_SHORTEST_NAME: Final = 3


@dataclass(frozen=True, slots=True)
class Attribution:
    """Whose word something is said to be.

    Attributes:
        shown: the clause that says so, as it is written; "" where none does.
        names: the names in it, in lower case, a word each.
        roles: the other nouns beside the verb of saying, in lower case.
        pronoun: whether a pronoun stands for the speaker.
    """

    shown: str = ""
    names: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    pronoun: bool = False


def attribution_of(text: str, start: int, end: int, low: int, high: int) -> Attribution:
    """Say whose word a quotation is, as far as its own sentence tells.

    Args:
        text: the text.
        start: where the quotation begins, its marks included, in code points.
        end: where it ends.
        low: where its sentence or paragraph begins.
        high: where that ends.
    """
    if not any(map(str.isalnum, text[low:start])) and not any(map(str.isalnum, text[end:high])):
        return Attribution()
    vocabulary = vocabulary_at(text, start, end)
    if vocabulary is None:
        return Attribution()
    behind = _clause_behind(text, end, min(high, end + _NEAR))
    before = _clause_before(text, max(low, start - _NEAR), start)
    for clause in (behind, before):
        speaker = _speaker_in(vocabulary, text, *clause)
        if speaker is not None:
            return speaker
    return Attribution()


def _clause_behind(text: str, low: int, high: int) -> tuple[int, int]:
    mark = _MARK.search(text, low, high)
    stop = _STOP.search(text, low, high)
    ends = [match.start() for match in (mark, stop) if match]
    return low, min(ends, default=high)


def _clause_before(text: str, low: int, high: int) -> tuple[int, int]:
    for match in (*_MARK.finditer(text, low, high), *_STOP.finditer(text, low, high)):
        low = max(low, match.end())
    return low, high


def _speaker_in(vocabulary: Vocabulary, text: str, low: int, high: int) -> Attribution | None:
    """Whom a clause names beside a verb of saying; None where there is no such verb."""
    cues = [cue for cue in vocabulary.cues(text, low, high) if _SAYS & cue.kinds]
    if not cues:
        return None
    cue = cues[0]
    if not vocabulary.spaced:
        return _unspaced_speaker(text, low, high, cues)
    words = vocabulary.words(text, low, high)
    at = next((number for number, word in enumerate(words) if word.end > cue.start), 0)
    last = next((number for number, word in enumerate(words) if word.end >= cue.end), at)
    near = words[max(0, at - _WORDS_OF_A_SPEAKER) : at] + words[last + 1 :][:_WORDS_OF_A_SPEAKER]
    small = {*vocabulary.small_words, *vocabulary.determiner.split()}
    names, roles, pronoun = set(), set(), False
    for number, word in enumerate(near):
        kinds = vocabulary.naming.of_word(word.text)
        if "pronoun" in kinds and "determiner" not in kinds:
            pronoun = True
            continue
        if word.text in small or kinds or len(word.text) < _SHORTEST_NAME - 1:
            continue
        if text[word.start].isupper() and not _is_common(vocabulary, near, number, text, low):
            names.add(_plain(word.text))
        elif abs(number - min(at, _WORDS_OF_A_SPEAKER)) <= 3:  # noqa: PLR2004 - words beside the verb
            roles.add(_plain(word.text))
    shown = " ".join(text[low:high].split()).strip(" ,:;—–")
    return Attribution(shown, frozenset(names), frozenset(roles), pronoun)


def _unspaced_speaker(text: str, low: int, high: int, cues: list[Cue]) -> Attribution:
    """Whom a clause names in a script without blanks: pairs of letters of its names and titles."""
    clause = list(text[low:high])
    for cue in cues:
        clause[cue.start - low : cue.end - low] = " " * (cue.end - cue.start)
    pairs = {
        first + second
        for run in _NAME_RUN.findall("".join(clause))
        for first, second in pairwise(run)
    }
    shown = text[low:high].strip(" ,:;—–、，")
    return Attribution(shown, frozenset(pairs))


def _is_common(vocabulary: Vocabulary, words: list[Word], number: int, text: str, low: int) -> bool:
    """Whether a word with a capital is a noun, as in German, or only begins its sentence."""
    word = words[number]
    if vocabulary.name == "German":
        determiners = set(vocabulary.determiner.split()) | {"der", "die", "das", "ein", "eine"}
        before = words[number - 1].text if number else ""
        return before in determiners or before.endswith(("ischer", "ische", "igen", "iger"))
    begins = not text[low : word.start].strip(" \n“”\"'«»—–-")
    lone = number + 1 >= len(words) or not text[words[number + 1].start].isupper()
    return begins and lone and bool(vocabulary.naming.of_word(word.text))


def _plain(word: str) -> str:
    """A word without accents and its possessive ending, for comparing names."""
    word = word.removesuffix("'s").removesuffix("’s")
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def name_words(name: str) -> frozenset[str]:
    """The words of a name as `Attribution.names` has them."""
    return frozenset(
        _plain(word) for word in re.findall(r"[^\W\d_]+(?:['’][^\W\d_]+)*", name) if len(word) > 1
    ) | frozenset(
        first + second for run in _NAME_RUN.findall(name) for first, second in pairwise(run)
    )


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of name words share one, up to an ending that a case may ask for."""
    if some & others:
        return True
    stems = {word[: max(4, len(word) - 2)] for word in others if len(word) > 4}  # noqa: PLR2004 - a stem
    return any(word[: max(4, len(word) - 2)] in stems for word in some if len(word) > 4)  # noqa: PLR2004 - a stem
