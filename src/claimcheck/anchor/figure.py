"""What a figure is: where it stands, what it counts, and what it is worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from decimal import Decimal


MONEY: Final = frozenset(("$", "€", "£", "¥", "₽", "zł", "kr", "CHF", "₹"))


class FigureKind(StrEnum):
    """What a figure counts."""

    NUMBER = "number"
    PERCENT = "percent"
    MONEY = "money"
    MEASURE = "measure"
    DATE = "date"
    WEEKDAY = "weekday"
    YEAR = "year"
    TIME = "time"
    ORDINAL = "ordinal"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text; offsets are code points, the end exclusive.

    Attributes:
        start: where it begins.
        end: where it ends, its unit included.
        kind: what it counts.
        value: what it is worth, exactly; of a date year, month and day as one number each in
            `parts`.
        unit: its unit in one spelling: `%`, `€`, `km`; "" where it has none that is known.
        noun: the word behind it in lower case: `people`.
        parts: of a date year, month and day, None for what is not said; of a time hour and minute.
        digits: how many digits of the number stand for something, without trailing noughts.
        rough: whether the text says that it is about so much: `about`, `nearly`, `more than`.
        bound: 1 where the text says that it is more, -1 where it says that it is less: `over 400`.
        in_words: whether it is written in words.
        is_change: whether it is a share in words by which something rises or falls: `by a third`.
        may_turn: whether day and month of a date may be meant the other way round: `04/05/2021`.
    """

    start: int
    end: int
    kind: FigureKind
    value: Decimal
    unit: str = ""
    noun: str = ""
    parts: tuple[int | None, ...] = ()
    digits: int = 0
    rough: bool = False
    bound: int = 0
    in_words: bool = False
    is_change: bool = False
    may_turn: bool = False


def kind_of(unit: str) -> FigureKind:
    """Return what a number counts that has a unit; "" for none."""
    if unit in {"%", "pp"}:
        return FigureKind.PERCENT
    if unit in MONEY:
        return FigureKind.MONEY
    return FigureKind.MEASURE if unit else FigureKind.NUMBER
