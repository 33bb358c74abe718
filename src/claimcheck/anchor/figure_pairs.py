"""Figures that share a unit: `10 to 12 km`, `46 euros instead of 52`, `2 hours and 40 minutes`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import Figure, FigureKind, kind_of
from claimcheck.anchor.figure_values import significant_digits
from claimcheck.anchor.figure_words import BETWEEN, INSTEAD
from claimcheck.anchor.measure_words import SCALES, SMALLER_UNITS

if TYPE_CHECKING:
    from collections.abc import Sequence

_WORD: Final = re.compile(r"[^\W\d_]+")
# By how much a figure is larger than the one that it falls to, at most.
_MOST_TIMES_SMALLER: Final = 20
_NOON: Final = 12
_HOURS: Final = 24
_NO_RANGES: Final = (FigureKind.DATE, FigureKind.TIME, FigureKind.YEAR, FigureKind.ORDINAL)
# What a figure is compared with behind it, whose unit it leaves out.
_AGAINST: Final = re.compile(
    r",?\s(?:against|instead of|rather than|compared (?:with|to)|up from|down from|versus|"
    r"gegenüber|gegen|statt|anstatt|nach|contre|au lieu d[e'’]s?|après|frente a|contra|"
    r"en vez de|en lugar de|contro|invece d(?:i|ei|egli)|anziché|a fronte d(?:i|ei|egli)|"
    r"rispetto a(?:i|gli)?|em vez de|face a(?:os)?|tegen|tegenover|in plaats van|mot|mod|"
    r"i stället för|istället för|i stedet for|jämfört med|sammenlignet med)"
    r"\s?(?:(?:the|den|die|der|les?|la|los|las|gli|i|le|os|as|de|previous)\s)?",
    re.IGNORECASE,
)
# Units of which the next smaller one says the rest.
_PARTED: Final = frozenset(("h", "yr", "min"))
_AND: Final = re.compile(r",?\s?(?:and|und|et|y|e|en|och|og|a|и)?\s", re.IGNORECASE)


def with_shared_units(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Give figures the units that they share with those beside them.

    Args:
        text: the text.
        figures: its figures, in order.

    Returns:
        The figures, in order; `2 hours and 40 minutes` is one, of 160 minutes, and `1億2000万円`,
        of 120 million yen.
    """
    shared = list(figures)
    for number in range(len(shared) - 1):
        first, last = shared[number : number + 2]
        shared[number] = _of_range(text, first, last)
        shared[number + 1] = _of_comparison(text, first, last)
    return _with_parts(text, shared)


def _of_range(text: str, first: Figure, last: Figure) -> Figure:
    """Give the first figure of a range the unit of the second: `10 to 12 km`."""
    between = text[first.end : last.start]
    if last.kind is FigureKind.TIME and BETWEEN.match(between):
        return _hour_before(text, first, last)
    if first.kind is not FigureKind.NUMBER or first.unit or last.kind in _NO_RANGES:
        return first
    instead = between.strip().lower() in INSTEAD and first.in_words == last.in_words
    if not instead and not BETWEEN.match(between):
        return first
    value = first.value * _scale_between(text, first, last)
    return replace(first, kind=last.kind, unit=last.unit, noun=last.noun, value=value)


def _hour_before(text: str, first: Figure, last: Figure) -> Figure:
    """Take a number before a time for the hour at which its span begins: `von 19 bis 7 Uhr`."""
    is_hour = first.kind is FigureKind.NUMBER and not first.in_words and not first.unit
    if not is_hour or first.value != int(first.value) or first.value > _HOURS:
        return first
    hour = int(first.value)
    later = hour + _NOON
    if "p" in text[last.start : last.end].lower() and 60 * later < last.value:
        hour = later  # `7 to 9 pm`
    return replace(first, kind=last.kind, value=Decimal(60 * hour), parts=(hour, 0), noun="")


def _of_comparison(text: str, first: Figure, last: Figure) -> Figure:
    """Give a figure the unit of the one that it is compared with: `46 euros instead of 52`."""
    is_bare = last.kind is FigureKind.NUMBER and not last.unit
    if not is_bare or not first.unit or not _AGAINST.fullmatch(text, first.end, last.start):
        return last
    value = last.value * _scale_between(text, last, first)
    return replace(last, kind=first.kind, unit=first.unit, noun="", value=value)


def _scale_between(text: str, bare: Figure, other: Figure) -> Decimal:
    """The factor that a figure takes over from another one: `120 to 150 million`."""
    own = text[bare.start : bare.end].lower()
    written = text[other.start : other.end].lower()
    words = [word for word in _WORD.findall(f"{own} {written}") if word not in own]
    scale = next((Decimal(10) ** SCALES[word] for word in words if word in SCALES), Decimal(1))
    # `fell from 9.6 to 7.1 million`, but `grew from 900 to 1.2 million`
    is_alike = bare.value <= _MOST_TIMES_SMALLER * other.value / scale
    return scale if bare.value * scale <= other.value or is_alike else Decimal(1)


def _with_parts(text: str, figures: Sequence[Figure]) -> list[Figure]:
    """Put figures together of which the second says what the first leaves: hours and minutes."""
    whole: list[Figure] = []
    for figure in figures:
        if whole and _goes_on(text, whole[-1], figure):
            value = whole[-1].value + figure.value
            whole[-1] = replace(
                whole[-1], end=figure.end, kind=kind_of(figure.unit), value=value,
                unit=figure.unit, noun=figure.noun, digits=significant_digits(value),
            )  # fmt: skip
            continue
        first = whole[-1] if whole and whole[-1].unit in _PARTED else None
        times = SMALLER_UNITS.get((first.unit, figure.unit), 0) if first else 0
        if first and 0 < figure.value < times and _AND.fullmatch(text, first.end, figure.start):
            value = first.value * times + figure.value
            whole[-1] = replace(
                first, end=figure.end, value=value, unit=figure.unit,
                digits=significant_digits(value),
            )  # fmt: skip
        else:
            whole.append(figure)
    return whole


def _goes_on(text: str, first: Figure, figure: Figure) -> bool:
    """Whether a number that ends with a sign of scale goes on right behind it: `1億2000万`."""
    if first.end != figure.start or first.unit:
        return False
    scale = SCALES.get(text[first.end - 1], 0)
    return figure.value < Decimal(10) ** scale
