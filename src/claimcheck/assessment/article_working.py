"""Workings: what figures of a source come to, and which of them may be reckoned together."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.arithmetic_words import Arithmetic
from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.rates import OF_RATES
from claimcheck.anchor.sentences import breaks
from claimcheck.anchor.shares import SHARE
from claimcheck.assessment.article_figure_equality import LETTERS_OF_A_NOUN

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article_printed_figure import PrintedFigure

COUNTED: Final = (FigureKind.NUMBER, FigureKind.PERCENT, FigureKind.MONEY, FigureKind.MEASURE)
# A figure of so many digits that two others come to is theirs by no chance.
DIGITS_BEYOND_CHANCE: Final = 3
# A number from here on may leave its unit to another one: `48.6 million euros, 17.2 million of it`.
MAY_LEAVE_UNIT: Final = 1000
PERCENT: Final = "%"
SHARE_UNITS: Final = (PERCENT, SHARE)
POINTS: Final = "pp"
YEARS: Final = "yr"
# Between a figure and what is taken from it, where the working is shown.
LEFT_OF: Final = "−"
FAR_OF_A_WHOLE: Final = 40
# What percentage points are called where the text leaves out of what: `22 punti`.
_POINT_NOUNS: Final = (
    "point", "punkt", "punto", "punti", "ponto", "punten", "poeng", "enheter", "пункт",
)  # fmt: skip
# Two figures that stand further apart, in code points, are in two sentences.
_LONGEST_SENTENCE: Final = 600


class Calculation(NamedTuple):
    """A figure that its writer may have worked out.

    Attributes:
        figure: the figure.
        operations: what its sentence says that was done.
        is_led_by: whether a preposition before it says by how much: `by five`.
    """

    figure: Figure
    operations: Arithmetic
    is_led_by: bool = False

    @property
    def is_percentage(self) -> bool:
        """Whether it is in percent."""
        return self.figure.unit == PERCENT

    @property
    def differs(self) -> bool:
        """Whether its sentence says that it is the difference of two others."""
        return Arithmetic.DIFFERENCE in self.operations


class Working(NamedTuple):
    """What figures of a source come to.

    Attributes:
        value: what they come to.
        figures: the figures, in the order in which the working shows them.
        sign: what stands between them, or behind one: `+`, `× 12`.
    """

    value: Decimal
    figures: tuple[PrintedFigure, ...]
    sign: str

    @property
    def written(self) -> str:
        """The working as it is shown: `287 − 212`."""
        written = f" {self.sign} ".join(printed.written for printed in self.figures)
        return f"{written} {self.sign}" if self.sign.startswith("× ") else written


def difference(first: PrintedFigure, second: PrintedFigure) -> Working:
    """Return the working of how much one figure is more than another."""
    larger, smaller = sorted((first, second), key=value_of, reverse=True)
    return Working(value_of(larger) - value_of(smaller), (larger, smaller), LEFT_OF)


def value_of(printed: PrintedFigure) -> Decimal:
    """Return what a printed figure is worth; of a date, its year."""
    figure = printed.figure
    return Decimal(figure.parts[0] or 0) if figure.kind is FigureKind.DATE else figure.value


def are_in_one_sentence(first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether no sentence ends between two figures of a source."""
    low, high = sorted((first.figure.start, second.figure.start))
    return high - low <= _LONGEST_SENTENCE and not breaks(first.text, low, high)


def are_in_neighbours(first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether two figures of a source stand in one sentence, or in one and the next."""
    low, high = sorted((first.figure.start, second.figure.start))
    return high - low <= _LONGEST_SENTENCE and len(breaks(first.text, low, high)) <= 1


def count_alike(figure: Figure, other: Figure) -> bool:
    """Whether two figures have one noun or one unit, as far as both have any."""
    if is_of_points(figure):
        return other.unit == PERCENT
    letters = LETTERS_OF_A_NOUN
    if figure.noun and other.noun and figure.noun[:letters] == other.noun[:letters]:
        return True
    if figure.kind is FigureKind.MONEY and not other.unit and other.value >= MAY_LEAVE_UNIT:
        return True
    if figure.unit == PERCENT and other.unit == SHARE:
        return True
    is_sum = figure.kind is FigureKind.NUMBER and other.kind is FigureKind.MONEY
    if is_sum and not figure.noun and figure.value >= MAY_LEAVE_UNIT:
        return True
    return bool(figure.unit) and figure.unit == other.unit


def is_of_points(figure: Figure) -> bool:
    """Whether a figure counts percentage points, under their short name, too."""
    if figure.unit == POINTS:
        return True
    return not figure.unit and figure.noun.startswith(_POINT_NOUNS)


def have_one_unit(figure: Figure, other: Figure, *, loose: bool = False) -> bool:
    """Whether two figures have one unit, or one of them leaves it to the other.

    Args:
        figure: a figure.
        other: another figure.
        loose: whether it may even have a word behind it that may be its noun.
    """
    if figure.kind not in COUNTED or other.kind not in COUNTED:
        return False
    if figure.unit == other.unit:
        return True
    if OF_RATES & {figure.unit, other.unit} or {PERCENT, POINTS} & {figure.unit, other.unit}:
        return False
    bare = other if figure.unit else figure
    is_noun = len(bare.noun) >= (LETTERS_OF_A_NOUN if loose else 1)
    return not bare.unit and (not is_noun or abs(bare.value) >= MAY_LEAVE_UNIT)


def add_up(
    calculation: Calculation,
    first: PrintedFigure,
    second: PrintedFigure,
    *,
    loose: bool = False,
    sums: bool = False,
) -> bool:
    """Whether a figure may be the difference, or the sum, of two others, as their units tell.

    Args:
        calculation: the figure, and what its sentence says that was done.
        first: one of the others.
        second: the other one.
        loose: whether the two stand in one sentence, so that the one may have the other's unit.
        sums: whether it may be their sum: the difference of percentages is in points.
    """
    figure, left, right = calculation.figure, first.figure, second.figure
    if left.kind not in COUNTED or right.kind not in COUNTED:
        return False
    if PERCENT in (left.unit, right.unit):
        if not (left.unit == right.unit or (loose and _is_plain(left, right))):
            return False
        return calculation.is_percentage if sums else is_of_points(figure)
    units = {left.unit, right.unit} - {""}
    if loose and calculation.operations and len(units) == 1 and not units & {*OF_RATES, POINTS}:
        bare = right if left.unit else left
        is_bare_alike = not figure.unit and not bare.unit and count_alike(figure, bare)
        return figure.unit in ("", *units) and not is_bare_alike
    return all(
        have_one_unit(*pair, loose=loose)
        for pair in ((figure, left), (figure, right), (left, right))
    )


def _is_plain(figure: Figure, other: Figure) -> bool:
    """Whether one of two figures is a number without a unit, right beside the other."""
    is_near = abs(figure.start - other.start) < 2 * FAR_OF_A_WHOLE
    return is_near and any(
        each.kind is FigureKind.NUMBER and not each.unit for each in (figure, other)
    )


def are_of_one_thing(first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether two figures have one unit or noun, or the one leaves them to the other beside it."""
    left, right = first.figure, second.figure
    if left.unit and left.unit == right.unit:
        return left.unit != PERCENT
    if count_alike(left, right):
        return True
    plain = any(not (each.noun or each.unit) for each in (left, right))
    return are_in_one_sentence(first, second) and (
        _are_beside(first, second) or (plain and left.unit == right.unit)
    )


def _are_beside(first: PrintedFigure, second: PrintedFigure) -> bool:
    """Whether one of two figures of a sentence may leave its unit out, whatever noun follows."""
    units = {first.figure.unit, second.figure.unit}
    plain = FigureKind.NUMBER in (first.figure.kind, second.figure.kind)
    between = abs(first.figure.start - second.figure.start)
    return plain and units != {""} and PERCENT not in units and between < FAR_OF_A_WHOLE
