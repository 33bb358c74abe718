"""What two or three figures of a source come to: differences, sums, shares, quotients."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from itertools import combinations, product
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.arithmetic_words import Arithmetic, operations_in
from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.rates import TIMES
from claimcheck.anchor.sentences import sentence_end, sentence_start
from claimcheck.anchor.shares import SHARE
from claimcheck.anchor.trends import changes
from claimcheck.assessment.article_figure_equality import LARGE_SUM, is_same_word
from claimcheck.assessment.article_scores import scores_in
from claimcheck.assessment.article_working import (
    DIGITS_BEYOND_CHANCE,
    FAR_OF_A_WHOLE,
    LEFT_OF,
    MAY_LEAVE_UNIT,
    PERCENT,
    YEARS,
    Calculation,
    Working,
    add_up,
    are_in_neighbours,
    are_in_one_sentence,
    are_of_one_thing,
    count_alike,
    difference,
    have_one_unit,
    is_of_points,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article_printed_figure import PrintedFigure

# `fyra av färjans sex livflottar`, `three of the nine ships`
_PART_OF: Final = re.compile(
    r"[\s\w'’]*\b(?:of|von|aus|de[lrs]?|du|des|di|dei|delle|degli|do|da|dos|das|van|av|af|ud af|"
    r"z|ze|из|sur|su|sobre|op)\b[\s\w'’]*",
    re.IGNORECASE,
)
# What says how many times where the number is no whole one: `2,3 keer zo duur`.
TIMES_NOUNS: Final = ("times", "mal", "fois", "veces", "volte", "vezes", "keer", "maal", "gånger",
                       "ganger", "gange")  # fmt: skip
_DAYS: Final = {"d": 1, "wk": 7}
# Behind a figure and its noun, for what each has so many: `six applicants for every place`.
_FOR_EACH: Final = re.compile(
    r"\s+[^\W\d_]+\s+(?:(?:for\s+)?(?:each|every)|per|für\s+jede[ns]?|pro|je|pour\s+chaque|par|por(?:\s+cada)?|"
    r"per\s+ogni|voor\s+elke?|för\s+varje|for\s+hvert?)\s+(?P<each>[^\W\d_]+)",
    re.IGNORECASE,
)
_TIMES_OF_WORK: Final = (YEARS, "mo", "wk", "d", "h")


class _Clues(NamedTuple):
    """What speaks for it that an article's figure was worked out of two of a source.

    Attributes:
        are_neighbours: whether the two stand in one sentence, or in two that follow each other.
        are_in_one: whether they stand in one sentence.
        is_long: whether the figure has more digits than chance gives, and no word says how.
        is_alike: whether it counts what one of them does.
        is_change: whether their sentence speaks of a change of what is counted.
    """

    are_neighbours: bool
    are_in_one: bool
    is_long: bool
    is_alike: bool
    is_change: bool


def workings_of_pair(
    calculation: Calculation, first: PrintedFigure, second: PrintedFigure
) -> Iterator[Working]:
    """Yield what two figures of a source come to, as far as one of the texts says so.

    Args:
        calculation: the figure of the article.
        first: the one.
        second: the other.
    """
    figure = calculation.figure
    if figure.unit == TIMES:
        yield from ratios(calculation, first, second)
        return
    clues = _clues_of(calculation, first, second)
    together = clues.are_neighbours
    differs = _may_differ(calculation, clues, first, second)
    added = differs and add_up(calculation, first, second, loose=together)
    if differs and (added or _are_years_of(figure, first, second)):
        yield difference(first, second)
    if figure.noun and any(scores_in(first.text, (first.figure, second.figure))):
        yield difference(first, second)  # `a lead of three goals`, of 14-11
    yield from _days_between(figure, first, second)
    summed = _may_be_summed(calculation, clues, differs=differs)
    if summed and add_up(calculation, first, second, loose=together, sums=True):
        yield Working(value_of(first) + value_of(second), (first, second), "+")
    yield from ratios(calculation, first, second)
    if together:
        if clues.is_change and calculation.is_percentage:
            yield from _moved_shares(first, second)
        yield from parts(figure, first, second)
        yield from _durations(figure, first, second)


def _clues_of(calculation: Calculation, first: PrintedFigure, second: PrintedFigure) -> _Clues:
    """Return what speaks for it that a figure was worked out of two of a source.

    Args:
        calculation: the figure of the article.
        first: the one.
        second: the other.
    """
    figure = calculation.figure
    are_neighbours = are_in_neighbours(first, second)
    alike = count_alike(figure, first.figure) or count_alike(figure, second.figure)
    has_unit = figure.unit or first.figure.unit or second.figure.unit
    is_plain = not has_unit and figure.digits > 1
    is_plain = is_plain and not (first.figure.noun and second.figure.noun)
    theirs = _operations_beside(first, second) if are_neighbours else Arithmetic.NONE
    return _Clues(
        are_neighbours=are_neighbours,
        are_in_one=are_neighbours and are_in_one_sentence(first, second),
        is_long=figure.digits > DIGITS_BEYOND_CHANCE and not calculation.operations,
        is_alike=alike,
        is_change=Arithmetic.DIFFERENCE in theirs and (alike or is_plain),
    )


def _may_differ(
    calculation: Calculation, clues: _Clues, first: PrintedFigure, second: PrintedFigure
) -> bool:
    """Whether a figure may be by how much two others differ.

    Args:
        calculation: the figure of the article.
        clues: what speaks for it that it was worked out of them.
        first: the one.
        second: the other.
    """
    if calculation.differs or clues.is_long:
        return True
    if Arithmetic.SUM in calculation.operations:
        return False
    if clues.is_change:
        return True
    if not (clues.are_neighbours and clues.is_alike):
        return False
    many = calculation.figure.digits > 1
    return bool(many or calculation.is_led_by or _is_part_of(first, second))


def _may_be_summed(calculation: Calculation, clues: _Clues, *, differs: bool) -> bool:
    """Whether a figure may be what two others come to.

    Args:
        calculation: the figure of the article.
        clues: what speaks for it that it was worked out of them.
        differs: whether it may be by how much they differ.
    """
    if Arithmetic.SUM in calculation.operations or clues.is_long:
        return True
    # From a deficit to a surplus, both add up.
    is_likely = clues.is_change or (differs and calculation.figure.digits >= DIGITS_BEYOND_CHANCE)
    return clues.are_in_one and is_likely


def _days_between(figure: Figure, first: PrintedFigure, second: PrintedFigure) -> Iterator[Working]:
    """How many days, or weeks, lie between two dates, of which one may leave out its year."""
    dates = (first.figure, second.figure)
    if figure.unit not in _DAYS or any(each.kind is not FigureKind.DATE for each in dates):
        return
    years = [each.parts[0] for each in dates if each.parts[0]]
    try:
        days = [
            dt.date(each.parts[0] or years[0], each.parts[1] or 0, each.parts[2] or 0)
            for each in dates
        ]
    except (IndexError, ValueError):
        return
    apart = abs(days[0] - days[1]).days
    if apart and apart % _DAYS[figure.unit] == 0:
        yield Working(Decimal(apart // _DAYS[figure.unit]), (first, second), "to")


def _operations_beside(first: PrintedFigure, second: PrintedFigure) -> Arithmetic:
    """What the sentence of two figures of a source says of them."""
    text, (low, high) = first.text, sorted((first.figure.start, second.figure.start))
    start, end = sentence_start(text, low), sentence_end(text, high)
    vocabulary = vocabulary_at(text, start, end)
    operations = operations_in(text, start, end, vocabulary)
    if changes(text, (start, end), vocabulary):
        operations |= Arithmetic.DIFFERENCE
    return operations


def _is_part_of(first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether a source counts some of a whole: `four of the six boats`."""
    low, high = sorted((first.figure, second.figure), key=lambda each: each.start)
    return high.start - low.end < FAR_OF_A_WHOLE and bool(
        _PART_OF.fullmatch(first.text, low.end, high.start)
    )


def _moved_shares(first: PrintedFigure, second: PrintedFigure) -> Iterator[Working]:
    """What a percentage was, or will be, that moves by so many points."""
    for share, points in ((first, second), (second, first)):
        if share.figure.unit in (PERCENT, SHARE) and is_of_points(points.figure):
            percentage = value_of(share) * (100 if share.figure.unit == SHARE else 1)
            yield Working(percentage + value_of(points), (share, points), "+")
            yield Working(percentage - value_of(points), (share, points), LEFT_OF)


def parts(figure: Figure, first: PrintedFigure, second: PrintedFigure) -> Iterator[Working]:
    """Yield what a share of a figure comes to, what is left of it, and what both come to.

    Args:
        figure: the figure of the article.
        first: the one figure of the source.
        second: the other.
    """
    for whole, part in ((first, second), (second, first)):
        share = part.figure.value if part.figure.unit == SHARE else part.figure.value / 100
        is_share = part.figure.unit in (SHARE, PERCENT) and 0 < share < 1
        if is_share and have_one_unit(figure, whole.figure, loose=True) and figure.unit != PERCENT:
            value = value_of(whole)
            yield Working(value * share, (whole, part), "×")
            yield Working(value * (1 - share), (whole, part), "less")
            yield Working(value * (1 + share), (whole, part), "and")
            yield Working(value / (1 + share), (whole, part), "before")
            yield Working(value / (1 - share), (whole, part), "before")
        is_multiple = part.figure.unit == TIMES and figure.unit != PERCENT
        if is_multiple and have_one_unit(figure, whole.figure, loose=True):
            yield Working(value_of(whole) * part.figure.value, (whole, part), "×")
            yield Working(value_of(whole) / part.figure.value, (whole, part), "/")


def _durations(figure: Figure, first: PrintedFigure, second: PrintedFigure) -> Iterator[Working]:
    """How long something takes of which so much is done in a year, a month or a day."""
    whole, part = sorted((first, second), key=value_of, reverse=True)
    is_time = figure.unit in _TIMES_OF_WORK and figure.digits > 1
    if is_time and whole.figure.unit == part.figure.unit and value_of(part) > 0:
        yield Working(value_of(whole) / value_of(part), (whole, part), "/")


def workings_of_three(
    calculation: Calculation, three: tuple[PrintedFigure, ...]
) -> Iterator[Working]:
    """Yield what three figures come to, and what is left of the largest without the two others.

    Args:
        calculation: the figure of the article.
        three: the figures of the source.
    """
    if not all(add_up(calculation, *pair, sums=True) for pair in combinations(three, 2)):
        return
    figure = calculation.figure
    if Arithmetic.SUM in calculation.operations:
        yield Working(sum(map(value_of, three), Decimal()), three, "+")
    elif figure.rough or figure.digits > DIGITS_BEYOND_CHANCE:
        largest, *others = sorted(three, key=value_of, reverse=True)
        left = value_of(largest) - sum(map(value_of, others), Decimal())
        yield Working(left, (largest, *others), LEFT_OF)


def ratios(
    calculation: Calculation, first: PrintedFigure, second: PrintedFigure
) -> Iterator[Working]:
    """Yield how much of another a figure is in percent, how much it differs, and their quotient.

    Args:
        calculation: the figure of the article.
        first: the one figure of the source.
        second: the other.
    """
    figure, operations, _by = calculation
    part, whole = sorted((first, second), key=value_of)
    years = FigureKind.YEAR in (first.figure.kind, second.figure.kind)
    if value_of(part) <= 0 or years:
        return
    together = are_in_one_sentence(first, second)
    if calculation.is_percentage and _are_alike(figure, part, whole):
        if figure.rough or figure.value != figure.value.to_integral_value():
            yield Working(value_of(part) * 100 / value_of(whole), (part, whole), "of")
        if calculation.differs:
            for base, other in ((first, second), (second, first)):
                change = abs(value_of(other) - value_of(base)) * 100 / value_of(base)
                yield Working(change, (other, base), "against")
    if calculation.is_percentage and calculation.differs and _are_percentages(part, whole):
        yield Working(100 - value_of(part) - value_of(whole), (part, whole), "rest of")
    quotient = value_of(whole) / value_of(part)
    is_mean = Arithmetic.MEAN in operations and together and figure.unit in ("", whole.figure.unit)
    many = figure.unit == TIMES and figure.digits > 1 and together
    times = many or figure.noun.startswith(TIMES_NOUNS)
    is_multiple = times and part.figure.unit == whole.figure.unit
    if (is_mean and (figure.digits > 1 or quotient == figure.value)) or is_multiple:
        yield Working(quotient, (whole, part), "/")


def _are_alike(figure: Figure, part: PrintedFigure, whole: PrintedFigure) -> bool:
    """Whether one figure may be so many percent of another."""
    if are_of_one_thing(part, whole):
        return True
    # `of 22.4 billion euros, 1.9 billion`
    is_sum = part.figure.kind is FigureKind.NUMBER and whole.figure.kind is FigureKind.MONEY
    if is_sum and value_of(part) >= LARGE_SUM and are_in_one_sentence(part, whole):
        return True
    plain = part.figure.kind is whole.figure.kind is FigureKind.NUMBER
    large = value_of(part) >= MAY_LEAVE_UNIT or are_in_one_sentence(part, whole)
    return figure.rough and plain and large


def _are_percentages(*figures: PrintedFigure) -> bool:
    return all(printed.figure.unit == PERCENT for printed in figures)


def _are_years_of(figure: Figure, first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether two years may be those that a number of years lies between."""
    dated = (FigureKind.YEAR, FigureKind.DATE)
    return figure.unit == YEARS and all(
        each.figure.kind in dated and value_of(each) for each in (first, second)
    )


def for_each(text: str, figure: Figure, printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """Yield how many of one thing there are for each of another, as a text says: `six a place`.

    Args:
        text: the text.
        figure: its figure, which may leave out what is less than one.
        printed: the figures of the passage.
    """
    match = _FOR_EACH.match(text, figure.end) if figure.noun else None
    if match is None:
        return
    wholes = [each for each in printed if each.figure.noun[:4] == figure.noun[:4]]
    parts = [each for each in printed if is_same_word(each.figure.noun, match["each"].casefold())]
    for whole, part in product(wholes, parts):
        if value_of(part) > 0 and whole.source == part.source:
            quotient = value_of(whole) / value_of(part)
            is_rounded = figure.rough and abs(quotient - figure.value) < 1
            above = (quotient - figure.value) * figure.bound >= 0
            yield Working(figure.value if is_rounded and above else quotient, (whole, part), "/")
