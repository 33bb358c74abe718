"""Two figures of which the one became the other: `from 37 to 21`, `21, against 37 in 2024`."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.measure_words import code_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary

COUNTED: Final = (FigureKind.NUMBER, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MEASURE)
# From one figure to another.
_PAIRS: Final = {
    "en": ("from", "to"), "de": ("von", "auf"), "fr": ("de", "à"), "es": ("del?", "al?"),
    "it": ("dal?|dall'", "al?"), "pt": ("de", "para"), "nl": ("van", "naar|tot"),
    "sv": ("från", "till"), "no": ("fra", "til"), "da": ("fra", "til"),
    "pl": ("ze?", "do"), "ru": ("со?", "до"),
}  # fmt: skip
# What leads to the figure of an earlier time, behind the later one.
_AGAINST: Final = {
    "en": "against|compared (?:with|to)|up from|down from|following|after",
    "de": "gegenüber|gegen|nach|statt", "fr": "contre|après", "es": "frente a|contra",
    "it": "contro|rispetto a(?:i|gli)?|a fronte di", "pt": "contra|face a(?:os?)?",
    "nl": "tegen|tegenover|na", "sv": "mot|jämfört med", "no": "mot|sammenlignet med",
    "da": "mod|sammenlignet med", "pl": "wobec|po", "ru": "против|после",
}  # fmt: skip
# What says behind a figure that it is of an earlier time.
_EARLIER: Final = {
    "en": "a year (?:earlier|before|ago)|(?:the )?(?:year|month|week) before|(?:(?:the )?same|the "
    "previous|last) (?:time|year|month|week|period|quarter)|previously|before",
    "de": "(?:im |ein )?(?:jahr|monat) (?:zuvor|davor|vorher)|(?:im )?vor(?:jahr|monat|quartal)"
    "\\w*|(?:im )?(?:letzte|vergangene|vorige)[ns]? jahr|zuvor|vorher|bisher",
    "fr": "l['’]année précédente|un an (?:plus tôt|auparavant|avant)|auparavant|"
    "l['’]an(?:née)? derni(?:er|ère)",
    "es": "(?:d?el )?año (?:anterior|pasado)|un año (?:antes|atrás)",
    "it": "(?:del)?l['’]anno (?:prima|precedente|scorso)|un anno (?:prima|fa)",
    "pt": "(?:d?o |no )?ano (?:anterior|passado)|um ano antes",
    "nl": "(?:het |een )?jaar (?:ervoor|eerder|daarvoor)|vorig jaar",
    "sv": "året (?:innan|före)|ett år tidigare|förra året", "no": "året (?:før|i forveien)|i fjor",
    "da": "året (?:inden|før)|et år tidligere|sidste år", "pl": "rok wcześniej",
    "ru": "годом ранее",
}  # fmt: skip
_FAR: Final = 40


def pair_at(
    text: str, figures: Sequence[Figure], number: int, vocabulary: Vocabulary | None
) -> tuple[Figure, Figure] | None:
    """Return the two figures of which the one became the other, and one is given; None for none.

    The earlier one comes first.

    Args:
        text: the text.
        figures: the figures of a sentence, in order.
        number: which of them is given.
        vocabulary: the words of its language, if it is known.
    """
    code = code_of(vocabulary)
    figure = figures[number]
    # `from 37 in 2022 to 21 in 2023`
    counted = [each for each in figures if each.kind in COUNTED]
    if not code or figure not in counted:
        return None
    at = counted.index(figure)
    for before, behind in pairwise(counted[max(0, at - 1) : at + 2]):
        if before.unit and behind.unit and before.unit != behind.unit:
            continue
        if _is_pair(text, _pair_patterns(code), before, behind):
            return before, behind
        if _is_pair(text, _reversed_patterns(code), before, behind) or _is_compared(
            text, code, figures, before, behind
        ):
            return behind, before
    return None


def _is_pair(
    text: str, patterns: tuple[re.Pattern[str], re.Pattern[str]], before: Figure, behind: Figure
) -> bool:
    opening, joint = patterns
    leads = opening.search(text, max(0, before.start - _FAR), before.start)
    return leads is not None and joint.fullmatch(text, before.end, behind.start) is not None


def _is_compared(
    text: str, code: str, figures: Sequence[Figure], before: Figure, behind: Figure
) -> bool:
    """Whether a figure is set against one of an earlier time: `14 cases, against 5 in 2024`.

    Args:
        text: the text.
        code: the code of its language.
        figures: the figures of the sentence, in order.
        before: the one figure.
        behind: the next one.
    """
    against, earlier = _against_patterns(code)
    if against.fullmatch(text, before.end, behind.start) is None:
        return False
    later = figures[figures.index(behind) + 1 :]
    if later and later[0].kind is FigureKind.YEAR and later[0].start - behind.end <= _FAR:
        return True
    return earlier.search(text, behind.end, behind.end + _FAR) is not None


@cache
def _pair_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before the first figure of a pair, and those between the two."""
    opening, joint = _PAIRS[code]
    return _opening(opening), _joint(r"(?:,?\s+[\w-]+){0,5}?", joint)


@cache
def _reversed_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The same where the later figure comes first: `to 18 per cent, from 22`."""
    joint, opening = _PAIRS[code]
    return _opening(opening), _joint(r"(?:\s+[\w-]+){0,3}?", joint)


@cache
def _against_patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    return (
        _joint(r"(?:\s+[\w-]+){0,4}?", _AGAINST[code]),
        re.compile(rf"[^.;,]*?\b(?:{_EARLIER[code]})\b", re.IGNORECASE),
    )


def _opening(words: str) -> re.Pattern[str]:
    """A pattern of words that lead to a figure, with one between at most."""
    return re.compile(rf"\b(?:{words})\s+(?:[^\W\d_]+\s+)?\Z", re.IGNORECASE)


def _joint(between: str, words: str) -> re.Pattern[str]:
    """A pattern of all that stands between two figures.

    Args:
        between: a pattern of what may stand before the words.
        words: those that lead to the second figure.
    """
    return re.compile(rf"{between},?\s+(?:{words})\s+(?:[^\W\d]+\s+)?", re.IGNORECASE)
