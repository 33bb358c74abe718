"""The verb and the object of a figure, and its opposites: `created 1,200 jobs`, or `cut` them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.clause_borders import alternatives, clause_around
from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.figure_halves import SPANS_OF_TIME
from claimcheck.anchor.measure_words import code_of
from claimcheck.anchor.opposite_words import DATED, FAMILIES, SUMS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary
    from claimcheck.anchor.languages.word_table import Cue
    from claimcheck.anchor.opposite_words import OppositeFamily

# How long something took says nothing of what was done.
_SPANS: Final = SPANS_OF_TIME | {"fortnight", "10yr"}
_TURNING: Final = frozenset({"negation", "reversal", "doubt", "condition"})
# The class of what is lost, turned down, or below nought.
_LOSS: Final = 1
_BETWEEN_SCORES: Final = frozenset(("-", "–", ":"))
_DECISION: Final = "decision"
_CONTEST: Final = "contest"
_RESULT: Final = "result"
_BETWEEN_VOTES: Final = re.compile(
    r"\s?(?:votes?|stimmen|ja-stimmen|voix|votos|voti|stemmen|röster|stemmer|głosów|głosami|голосов)?"
    r"\s?(?:[-–:]|to|against|zu|gegen|contre|à|contra|a|contro|tegen|mot|mod|imod|przeciw|против|do)\s?",
    re.IGNORECASE,
)
_FAR_OF_A_NOUN: Final = 40
_LETTERS_OF_A_PREPOSITION: Final = 4
_LARGE_SUM: Final = 100_000


class Deed(NamedTuple):
    """A verb, or its noun, of which a figure is the object.

    Attributes:
        family: the family of its word.
        side: which class of the family it is of.
        start: where the word begins, in code points.
        end: where it ends.
        low: where its clause begins.
        high: where its clause ends.
    """

    family: str
    side: int
    start: int
    end: int
    low: int
    high: int

    @property
    def has_parties(self) -> bool:
        """Whether two parties may say the contrary of each other, and both be right."""
        return FAMILIES[self.family].has_parties

    @property
    def has_object(self) -> bool:
        """Whether it is enough that it is done to the same thing."""
        return FAMILIES[self.family].has_object


def deeds_of(
    text: str,
    span: tuple[int, int],
    figures: Sequence[Figure],
    number: int,
    vocabulary: Vocabulary | None,
) -> dict[str, Deed]:
    """Say what is done with a figure, by family; nothing where its clause says two things, or none.

    Args:
        text: the text.
        span: where the sentence of the figure begins and ends, in code points.
        figures: the figures of the sentence, in order.
        number: which of them it is.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    figure = figures[number]
    if not code or vocabulary is None or figure.unit in _SPANS:
        return {}
    low, high = clause_around(text, code, span, figure)
    if _opens_with_votes(text, low, figures, number):
        # The word before it says what they decided: `was carried, seven votes to four`.
        low, _high = clause_around(text, code, span, replace(figure, start=low - 1, end=low - 1))
    deeds = {}
    for name, family in FAMILIES.items():
        if not _counts(text, code, family, figure, high):
            continue
        if name == _DECISION and _is_minority(text, figure, figures):
            continue
        words = _words_of_family(text, code, name, (low, high))
        others = [other for other in figures if not _is_score(text, name, figure, other)]
        beside = [word for word in words if not _is_parted(word, figure, others)]
        if beside:
            deeds[name] = min(beside, key=lambda word: abs(word.start - figure.start))
    if figure.kind is FigureKind.MONEY and figure.value < 0:
        deeds[_RESULT] = Deed(_RESULT, _LOSS, figure.start, figure.end, low, high)
    if not deeds:
        return {}
    cues = vocabulary.cues(text, low, high)
    return {} if any(_turns(text, cue, deeds.values(), figures) for cue in cues) else deeds


def _words_of_family(text: str, code: str, family: str, clause: tuple[int, int]) -> list[Deed]:
    """Return the words of a family in a clause; none where they say one thing and its opposite.

    Args:
        text: the text.
        code: the code of its language.
        family: the family's name.
        clause: where the clause begins and ends, in code points.
    """
    words = [
        Deed(family, side, *match.span(), *clause)
        for side, pattern in enumerate(_classes(family, code))
        for match in pattern.finditer(text, *clause)
    ]
    return words if len({word.side for word in words}) == 1 else []


def _turns(text: str, cue: Cue, deeds: Iterable[Deed], figures: Sequence[Figure]) -> bool:
    """Whether a word of a clause turns what is done in it: `did not create 1,200 jobs`.

    Args:
        text: the text.
        cue: the word.
        deeds: what is done in the clause.
        figures: the figures of the sentence, in order.
    """
    if not cue.kinds & _TURNING or _parts_votes(text, cue, figures):
        return False
    # “Not guilty” has its own; `stellte nicht 120 Leute ein` is turned by what it holds.
    own = range(cue.start, cue.end)
    return not any(deed.start in own or deed.end - 1 in own for deed in deeds)


def _counts(text: str, code: str, family: OppositeFamily, figure: Figure, high: int) -> bool:
    """Whether a figure counts what its family is about."""
    noun = family.nouns.get(code)
    # `1200 Stellen` is read as a year where nothing else is known of it.
    if figure.kind not in family.kinds and not (noun and figure.kind is FigureKind.YEAR):
        return False
    if family.kinds is SUMS and figure.kind is FigureKind.NUMBER and figure.value < _LARGE_SUM:
        return False
    if not noun:
        return True
    behind = min(high, figure.end + _FAR_OF_A_NOUN)
    return _noun(noun).match(text, figure.end, behind) is not None


def _is_parted(deed: Deed, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether another figure of the same sort stands between a word and a figure."""
    low, high = min(deed.end, figure.end), max(deed.start, figure.start)
    is_dated = figure.kind in DATED
    return any(
        low <= other.start < high and (other.kind in DATED) is is_dated
        for other in figures
        if other is not figure
    )


def rejects(text: str, vocabulary: Vocabulary | None) -> bool:
    """Whether a word of a text says that something is rejected or lost: `voted against it`.

    Args:
        text: the text.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    return bool(code) and any(
        _classes(family, code)[_LOSS].search(text) for family in (_DECISION, _CONTEST)
    )


def _is_minority(text: str, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether a figure is the smaller one of two that a vote came to: `by 12 votes to 9`."""
    return any(
        other.value > figure.value
        and _BETWEEN_VOTES.fullmatch(
            text, min(figure.end, other.end), max(figure.start, other.start)
        )
        for other in figures
        if other is not figure
    )


def _opens_with_votes(text: str, low: int, figures: Sequence[Figure], number: int) -> bool:
    """Whether a figure is one of two that a vote came to, and with which its clause begins.

    Args:
        text: the text.
        low: where the clause begins, in code points.
        figures: the figures of the sentence, in order.
        number: which of them it is.
    """
    return any(
        number in (first, first + 1)
        and len(text[low : left.start].strip()) <= _LETTERS_OF_A_PREPOSITION
        and _BETWEEN_VOTES.fullmatch(text, left.end, right.start)
        for first, (left, right) in enumerate(pairwise(figures))
    )


def _parts_votes(text: str, cue: Cue, figures: Sequence[Figure]) -> bool:
    """Whether a word parts two counts of votes, and denies nothing: `52 voix contre 48`."""
    return any(
        _BETWEEN_VOTES.fullmatch(text, first.end, second.start)
        and first.end <= cue.start <= second.start
        for first, second in pairwise(figures)
    )


def _is_score(text: str, family: str, figure: Figure, other: Figure) -> bool:
    """Whether two figures are one score: `3-1`."""
    between = text[min(figure.end, other.end) : max(figure.start, other.start)]
    return family == _CONTEST and between in _BETWEEN_SCORES


@cache
def _noun(words: str) -> re.Pattern[str]:
    """What is counted, with two words before it at most: `1,200 new jobs`."""
    return re.compile(rf"\s(?:[^\W\d_]+\s){{0,2}}(?:{words})\b", re.IGNORECASE)


@cache
def _classes(family: str, code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<![\w-])(?:{alternatives(words)})\b", re.IGNORECASE)
        for words in FAMILIES[family].classes[code].split(" | ")
    )
