"""Numbers with a half or a quarter: `tre milioni e mezzo`, `dreieinhalb Jahre`, `5½`, `5 1/2`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import Figure, FigureKind, kind_of
from claimcheck.anchor.measure_words import SCALES, UNIT_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEHIND: Final = re.compile(
    r"\s(?:and a half|und eine? halbe[snr]?|et demie?|y medi[oa]|e mezz[oa]|e mei[oa]|en een half|"
    r"en een halve|och en halv|och ett halvt|og en halv|og et halvt)\b",
    re.IGNORECASE,
)
_FRACTION: Final = re.compile(r"[ \u00a0-]?(½|¼|¾|[13]/4|1/2)(?![\d/])")
_FRACTIONS: Final = {
    "½": Decimal("0.5"), "1/2": Decimal("0.5"), "¼": Decimal("0.25"), "1/4": Decimal("0.25"),
    "¾": Decimal("0.75"), "3/4": Decimal("0.75"),
}  # fmt: skip
_MOST_BEFORE: Final = 1000
SPANS_OF_TIME: Final = frozenset(("yr", "mo", "wk", "d", "h", "min", "s"))
_SCALES: Final = tuple(Decimal(10) ** exponent for exponent in (9, 6, 3, 0))
# One word for a number and its half: the first is one and a half.
_COMPOUND_WORDS: Final = {
    "1.5": "anderthalb anderthalbe anderthalben eineinhalb anderhalf anderhalve halvannan "
    "halvannen halvanden eenenhalf",
    "2.5": "zweieinhalb tweeënhalf tweeëneenhalf",
    "3.5": "dreieinhalb drieënhalf drieëneenhalf",
    "4.5": "viereinhalb vierenhalf viereneenhalf",
    "5.5": "fünfeinhalb vijfenhalf vijfeneenhalf",
    "6.5": "sechseinhalb zesenhalf zeseneenhalf",
    "7.5": "siebeneinhalb zevenenhalf zeveneneenhalf",
    "8.5": "achteinhalb achtenhalf achteneenhalf",
    "9.5": "neuneinhalb negenenhalf negeneneenhalf",
}
_COMPOUNDS: Final = {
    word: Decimal(value) for value, words in _COMPOUND_WORDS.items() for word in words.split()
}
_COMPOUND: Final = re.compile(rf"\b(?:{'|'.join(_COMPOUNDS)})\b", re.IGNORECASE)
_WORD_BEHIND: Final = re.compile(r"\s+(?:d[ei]\s+|d['’])?([^\W\d_]+)")


class Fraction(NamedTuple):
    """A fraction behind a number.

    Attributes:
        value: what it is worth.
        digits: how many decimals that takes.
        end: where it ends, in code points.
    """

    value: Decimal
    digits: int
    end: int


def fraction_behind(text: str, at: int, end: int, number: Decimal) -> Fraction:
    """Return the half or the quarter that stands behind a number in digits: `5½`, `5 1/2`.

    Args:
        text: the text.
        at: where the number ends, in code points.
        end: where the stretch ends that is read.
        number: the number; behind a large one, or one with decimals, stands none.
    """
    match = _FRACTION.match(text, at, end) if number < _MOST_BEFORE and not number % 1 else None
    if match is None:
        return Fraction(Decimal(0), 0, at)
    value = _FRACTIONS[match[1]]
    return Fraction(value, len(value.as_tuple().digits), match.end())


def with_halves(text: str, figures: Iterable[Figure], end: int) -> Iterator[Figure]:
    """Yield figures, those with a half behind them being worth it, too.

    Args:
        text: the text.
        figures: its figures.
        end: where the stretch ends that is read, in code points.
    """
    for figure in figures:
        match = _BEHIND.match(text, figure.end, end)
        if match is None or not figure.value or figure.value % 1:
            yield figure
            continue
        scale = next(scale for scale in _SCALES if not figure.value % scale)
        value = figure.value + scale / 2
        half = replace(figure, end=match.end(), value=value, digits=figure.digits + 1)
        counted = _counted(half, text, end)
        # How long something took is mostly worked out, and said by no source in those words.
        yield half if counted.unit in SPANS_OF_TIME else counted


def _counted(half: Figure, text: str, stop: int) -> Figure:
    """Give a number that ends with its half the scale and the unit that stand behind it."""
    word = _WORD_BEHIND.match(text, half.end, stop)
    scale = SCALES.get(word[1].lower()) if word else None
    if word and scale:
        half = replace(half, end=word.end(), value=half.value.scaleb(scale))
        word = _WORD_BEHIND.match(text, half.end, stop)
    unit = UNIT_OF.get(word[1].lower()) if word else None
    if word and unit:
        return replace(half, end=word.end(), unit=unit, kind=kind_of(unit))
    return half


def half_words_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the numbers of a stretch of a text that are one word with their half.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    for match in _COMPOUND.finditer(text, start, end):
        value = _COMPOUNDS[match[0].lower()]
        half = Figure(*match.span(), FigureKind.NUMBER, value, digits=2, in_words=True)
        half = _counted(half, text, end)
        noun = None if half.unit else _WORD_BEHIND.match(text, half.end, end)
        yield replace(half, noun=noun[1].lower()) if noun else half
