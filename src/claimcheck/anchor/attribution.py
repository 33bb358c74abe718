"""Whose word a quotation is, as the sentence around it says: `“…,” said the mayor`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.sentences import is_abbreviated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue, Word

_TURNS: Final = frozenset({"concession", "contrast"})
_SAYS: Final = frozenset({"report", "source", "thought", "claim"})
# How far from the quotation, in characters, somebody is named as its speaker.
_NEAR: Final = 140
_MARK: Final = re.compile('[“”„«»‹›「」『』"]')
_STOP: Final = re.compile(r"[.!?。！？;]\s|\n")
_WORDS_OF_A_SPEAKER: Final = 7
# What many are called, without accents: `Mr. Roe` and `Mr. Lee` share no name.
_TITLES: Final = frozenset(
    (
        "mr", "mrs", "ms", "miss", "mx", "dr", "dra", "prof", "st", "jr", "sr", "sra", "sir",
        "dame", "rev", "hon", "sen", "rep", "gov", "gen", "col", "capt", "lt", "sgt", "maj", "supt",
        "insp", "cllr", "herr", "herrn", "frau", "hr", "fr", "mm", "mme", "mlle", "monsieur",
        "madame", "senor", "senora", "dott",
    )
)  # fmt: skip
# Katakana and Han: names and titles, without the endings and particles that follow them.
_NAME_RUN: Final = re.compile(r"[\u30a0-\u30ff]{2,}|[\u4e00-\u9fff\u3400-\u4dbf]{2,}")
_SHORTEST_NAME: Final = 3
_WORDS_BESIDE: Final = 3
# `a-t-elle raconté`
_INVERTED: Final = ("-il", "-elle", "-ils", "-elles", "-on", "-je")
_WHERE: Final = frozenset(
    (
        "in", "at", "on", "after", "during", "before", "an", "auf", "bei", "nach", "vor", "während",
        "dans", "lors", "après", "devant", "en", "durante", "ante", "tras", "nella", "nel", "dopo",
        "davanti", "em", "na", "no", "perante", "após", "tijdens", "voor", "vid", "under", "efter",
        "i", "på", "ved", "etter",
    )
)  # fmt: skip
_OF: Final = re.compile(
    r"(?:(?<!\w)(?:of|at|in|von|vom|der|des|beim?|für|de|du|d['’]|del|della|dei|degli|do|da|dos|das|"
    r"van|van de|bij|av|på|för|vid|til|i)\s*(?:the |la |le |el |los |de |het |den )?)\Z",
    re.IGNORECASE,
)
_FAR_OF_AN_OWNER: Final = 16
# Behind a verb this is an article in the nominative: `sagte der Bürgermeister`.
_GERMAN_ARTICLE: Final = re.compile(r"(?<!\w)([^\W\d_][\w-]*)\s+der\s*\Z")
_FAR_OF_A_NOUN: Final = 60
_GERMAN_PREPOSITIONS: Final = frozenset(
    ("vor", "mit", "für", "gegen", "ohne", "um", "durch", "unter", "über", "aus", "seit", "bei")
)
# With those that stand in a preposition: `am Rand`.
_GERMAN_ARTICLES: Final = frozenset(
    ("der", "die", "das", "ein", "eine", "am", "im", "zum", "zur", "vom", "beim", "ans", "ins")
)


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
    after = _clause_after(text, end, min(high, end + _NEAR))
    if any(
        _TURNS & cue.kinds and not text[after[0] : cue.start].strip(' ,;—–-"”»“’')
        for cue in vocabulary.cues(text, *after)
    ):
        after = end, end  # `…, though she admits delays`
    before = _clause_before(text, max(low, start - _NEAR), start)
    for clause in (after, before):
        speaker = _speaker_in(vocabulary, text, *clause)
        if speaker is not None:
            return speaker
    return Attribution()


def _clause_after(text: str, low: int, high: int) -> tuple[int, int]:
    mark = _MARK.search(text, low, high)
    stop = next(_stops(text, low, high), None)
    ends = [match.start() for match in (mark, stop) if match]
    return low, min(ends, default=high)


def _clause_before(text: str, low: int, high: int) -> tuple[int, int]:
    for match in (*_MARK.finditer(text, low, high), *_stops(text, low, high)):
        low = max(low, match.end())
    return low, high


def _stops(text: str, low: int, high: int) -> Iterator[re.Match[str]]:
    """Yield what ends clauses and sentences; not the full stop of `Mr. Roe`."""
    for stop in _STOP.finditer(text, low, high):
        if text[stop.start()] != "." or not is_abbreviated(text, stop.start()):
            yield stop


def _speaker_in(vocabulary: Vocabulary, text: str, low: int, high: int) -> Attribution | None:
    """Whom a clause names beside a verb of saying; None where there is no such verb."""
    cues = [cue for cue in vocabulary.cues(text, low, high) if _SAYS & cue.kinds]
    if not cues:
        return None
    cue = cues[0]
    if not vocabulary.spaced:
        return _unspaced_speaker(text, low, high, cues)
    words = vocabulary.words(text, low, high)
    before = [word for word in words if word.end <= cue.start][-_WORDS_OF_A_SPEAKER:]
    behind = [word for word in words if word.start >= cue.end][:_WORDS_OF_A_SPEAKER]
    words_beside = before + behind
    speakers = _Speakers(vocabulary, text, len(before))
    articles = vocabulary.determiner.split()
    after_preposition = False
    for number, word in enumerate(words_beside):
        # What stands behind a preposition is where it was said: `aseguró en la rueda de prensa`.
        # `said an aide` has a word of another language that is one.
        is_preposition = word.text in _WHERE and word.text not in articles
        after_preposition |= number >= len(before) and is_preposition
        speakers.read(words_beside, number, after_preposition=after_preposition)
    shown = " ".join(text[low:high].split()).strip(" ,:;—–")
    return speakers.attribution(shown, words_beside)


class _Speakers:
    """Reads the words of a clause that may say who speaks, beside its verb of saying.

    Args:
        vocabulary: the words of its language.
        text: the text.
        words_before_verb: how many words stand before the verb.
    """

    def __init__(self, vocabulary: Vocabulary, text: str, words_before_verb: int) -> None:
        self._vocabulary, self._text = vocabulary, text
        self._words_before_verb = words_before_verb
        self._small = {*vocabulary.small_words, *vocabulary.determiner.split()}
        self._names: set[str] = set()
        self._roles: set[str] = set()
        self._pronoun = self._is_subject = False

    def read(self, words: list[Word], number: int, *, after_preposition: bool) -> None:
        """Take up a word: a name, a role, a pronoun or none of these.

        Args:
            words: the words beside the verb.
            number: which of them it is.
            after_preposition: whether it stands behind a preposition.
        """
        word, vocabulary = words[number], self._vocabulary
        kinds = vocabulary.naming.of_word(word.text)
        distance = abs(number - self._words_before_verb)
        inverted = word.text.endswith(_INVERTED)
        if inverted or ("pronoun" in kinds and "determiner" not in kinds):
            self._pronoun |= word.text not in vocabulary.relatives
            self._is_subject |= distance <= 1 and any(
                word.text in genders for genders in vocabulary.genders
            )
            return
        # `the ETA's chief executive`
        owns = word.text.endswith("'s") and number + 1 < len(words)
        if owns or word.text in self._small or kinds or len(word.text) < _SHORTEST_NAME - 1:
            return
        is_capital = self._text[word.start].isupper()
        if is_capital and _plain(word.text) in _TITLES:
            return
        is_noun = vocabulary.name == "German" and _is_noun(vocabulary, words[:number], self._text)
        if is_capital and not is_noun:
            self._names.add(_plain(word.text))
        elif not after_preposition and distance <= _WORDS_BESIDE:
            self._roles.add(_plain(word.text))

    def attribution(self, shown: str, words: list[Word]) -> Attribution:
        """Return whom the words name.

        Args:
            shown: the clause.
            words: the words beside the verb.
        """
        owners = {_plain(word.text) for word in _owners(self._text, words)}
        # In `Asked by Berg, he said` and `the chair of Barclays` the name is not the speaker's.
        elsewhere = self._is_subject or (self._roles and self._names <= owners)
        names = set() if elsewhere else self._names
        return Attribution(shown, frozenset(names), frozenset(self._roles), self._pronoun)


def _owners(text: str, words: list[Word]) -> list[Word]:
    """The words with a capital behind a preposition of owning, and those that continue such."""
    owners: list[Word] = []
    for word in words:
        follows = owners and text[owners[-1].end : word.start] == " "
        if text[word.start].isupper() and (follows or _is_owned(text, word.start)):
            owners.append(word)
    return owners


def _is_owned(text: str, at: int) -> bool:
    """Whether a preposition of owning stands before an offset: `chair of `, `Chefin der `."""
    article = _GERMAN_ARTICLE.search(text, max(0, at - _FAR_OF_A_NOUN), at)
    if article and not article[1][0].isupper():
        return False
    return _OF.search(text, max(0, at - _FAR_OF_AN_OWNER), at) is not None


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


def _is_noun(vocabulary: Vocabulary, before: list[Word], text: str) -> bool:
    """Whether a German word with a capital is a noun, as the words before it tell."""
    leads = {*vocabulary.determiner.split(), *_GERMAN_ARTICLES, *_GERMAN_PREPOSITIONS}
    if before and text[before[-1].start].islower() and before[-1].text not in leads:
        before = before[:-1]  # `die parteilose Rathauschefin`
    return bool(before) and before[-1].text in leads


def _plain(word: str) -> str:
    """A word without accents and its possessive ending, for comparing names."""
    word = word.replace("’", "'").removesuffix("'s")
    if word.isascii():
        return word.casefold()
    decomposed = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _is_title(word: str) -> bool:
    return word[0].isupper() and _plain(word) in _TITLES


def name_words(name: str) -> frozenset[str]:
    """The words of a name as `Attribution.names` has them; of two joined ones each, too."""
    joined = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name)
    words = [*joined, *(part for word in joined for part in word.split("-"))]
    plain = (_plain(word) for word in words if len(word) > 1 and not _is_title(word))
    return frozenset(plain) | frozenset(
        first + second for run in _NAME_RUN.findall(name) for first, second in pairwise(run)
    )


def alike(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether two sets of name words share one, up to an ending that a case may ask for."""
    if some & others:
        return True
    stems = {word[: max(4, len(word) - 2)] for word in others if len(word) > 4}  # a stem
    return any(word[: max(4, len(word) - 2)] in stems for word in some if len(word) > 4)  # a stem
