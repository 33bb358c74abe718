"""What two figures say of each other: the same, one rounded, or something of another kind."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.measure_words import POWERS_OF_TEN, SMALLER_UNITS
from claimcheck.anchor.rates import DECADE, OF_RATES, TIMES
from claimcheck.anchor.shares import SHARE

# Number words up to this are said of anything: they are compared, and never asked for.
_SMALL: Final = 12

# By so many first letters two nouns are the same in whatever case and number.
LETTERS_OF_A_NOUN: Final = 4
# `almost a quarter` is said of six of 26
_NEARLY: Final = Decimal("0.09")
_NEARLY_NOTHING: Final = Decimal("0.0001")
_MOST_TIMES: Final = 10
# What is smaller may count people or days beside a sum of money.
LARGE_SUM: Final = 100_000
# Below nought they are a fall or a loss, as words say that set no minus.
SIGNED_KINDS: Final = (FigureKind.PERCENT, FigureKind.MONEY)
# `quinze jours`, `acht Tage`: the first day and the last one are counted.
_SPOKEN_WEEKS: Final = {
    ("wk", Decimal(1), "d"): 8, ("wk", Decimal(2), "d"): 15, ("fortnight", Decimal(1), "d"): 15,
}  # fmt: skip
_POUNDS: Final = {"£", "lb"}
_FIVE: Final = 5
_TWENTY, _FIFTY = 20, 50
# `nearly 70` is said of 62, and not of 61.
_LEAST_OF_ROUNDED_UP: Final = 8
EXACT_KINDS: Final = (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.ORDINAL)
_LETTERS_OF_A_COMPOUND: Final = 6


def is_small(figure: Figure) -> bool:
    """Whether a figure is a number in words that is said of anything: `three`, `five o'clock`."""
    return figure.in_words and (figure.value <= _SMALL or figure.kind is FigureKind.TIME)


def is_same(figure: Figure, other: Figure) -> bool:  # noqa: PLR0911 - one way out a kind
    """Whether two figures say the same of the same kind of thing."""
    if figure.unit == DECADE and decade_of(other) is not None:
        return _is_within(figure.value, other)
    if figure.kind is FigureKind.DATE or other.kind is FigureKind.DATE:
        return _same_dates(figure, other)
    if figure.kind is FigureKind.TIME or other.kind is FigureKind.TIME:
        return _same_times(figure, other)
    if FigureKind.ORDINAL in (figure.kind, other.kind) and figure.kind is not other.kind:
        return figure.value == other.value and _may_be_ordinals(figure, other)
    if {figure.unit, other.unit} == {SHARE, TIMES}:
        return figure.value == other.value  # what is halved is a half
    if SHARE in (figure.unit, other.unit):
        return _same_shares(figure, other)
    if _say_weeks(figure, other) or _say_weeks(other, figure):
        return True
    other = in_unit_of(figure, other)
    if figure.kind is other.kind and figure.kind in SIGNED_KINDS and figure.value == -other.value:
        return figure.unit == other.unit  # `(−11.9%)` for a fall by 11.9 percent
    return figure.value == other.value and not units_differ(figure, other)


def _say_weeks(figure: Figure, other: Figure) -> bool:
    """Whether days in words say so many weeks: `quinze jours`, for two."""
    days = _SPOKEN_WEEKS.get((figure.unit, figure.value, other.unit))
    return other.in_words and days == other.value


def in_unit_of(figure: Figure, other: Figure) -> Figure:
    """Return another figure in a figure's unit, where the one measures what the other does.

    Args:
        figure: a figure.
        other: the other one, which is returned as it is where its unit has nothing to do with it.
    """
    if figure.unit == other.unit or not (figure.unit and other.unit):
        return other
    if times := SMALLER_UNITS.get((figure.unit, other.unit)):
        value = other.value / times
        digits = max(other.digits, len(value.as_tuple().digits))
        return replace(other, value=value, unit=figure.unit, digits=digits)
    if times := SMALLER_UNITS.get((other.unit, figure.unit)):
        return replace(other, value=other.value * times, unit=figure.unit)
    mine, theirs = POWERS_OF_TEN.get(figure.unit), POWERS_OF_TEN.get(other.unit)
    if mine == theirs or mine is None or theirs is None or mine[0] != theirs[0]:
        return other
    value = other.value * Decimal(10) ** (theirs[1] - mine[1])
    return replace(other, value=value, unit=figure.unit)


def _is_within(start: Decimal, other: Figure) -> bool:
    """Whether a year lies in the decade that begins so, or in the century: `the 1700s`."""
    decade = decade_of(other)
    return decade is not None and (
        decade == start or (start % _CENTURY == 0 and 0 <= decade - start < _CENTURY)
    )


_CENTURY: Final = 100
_MINUTES_OF_HALF_A_DAY: Final = 720
_HOUR: Final = 60
_FIRST_EARLY, _FIRST_LATE = 100, 1000


def decade_of(figure: Figure) -> Decimal | None:
    """The year with which the decade of a year or a date begins; None for any other figure."""
    year = figure.parts[0] if figure.kind is FigureKind.DATE else None
    # Nothing tells a year of three digits from a number.
    is_early = figure.kind is FigureKind.NUMBER and _FIRST_EARLY <= figure.value < _FIRST_LATE
    if figure.kind is FigureKind.YEAR or (is_early and not figure.in_words):
        year = int(figure.value)
    return None if year is None else Decimal(year // 10 * 10)


def _same_shares(figure: Figure, other: Figure) -> bool:
    """Whether two shares are the same: two in words, or one in words and one in percent."""
    if figure.unit == other.unit:
        apart = abs(figure.value - other.value)
        return not apart or (figure.rough and apart <= _NEARLY * other.value)
    share, percent = (figure, other) if figure.unit == SHARE else (other, figure)
    return percent.kind is FigureKind.PERCENT and abs(100 * share.value - percent.value) < 1


def is_rest(figure: Figure, other: Figure) -> bool:
    """Whether two shares make a whole: a third, and two thirds; three in ten, and 70 percent."""
    whole = Decimal(100 if other.kind is FigureKind.PERCENT else 1)
    is_share = figure.unit == SHARE and other.unit in (SHARE, "%")
    return is_share and abs(figure.value + other.value / whole - 1) < _NEARLY_NOTHING


def _may_be_ordinals(figure: Figure, other: Figure) -> bool:
    """Whether an ordinal may be what a bare number in digits says: `21.` in German, `No. 5`."""
    number = other if figure.kind is FigureKind.ORDINAL else figure
    plain = number.kind is FigureKind.NUMBER and not number.in_words
    return plain and not (number.unit or number.noun)


def _same_times(figure: Figure, other: Figure) -> bool:
    """Whether two times are one; `19 heures` may be a time, and `seven o'clock` a late one."""
    if figure.kind is not other.kind:
        time, hours = (figure, other) if figure.kind is FigureKind.TIME else (other, figure)
        return hours.unit == "h" and time.value == 60 * hours.value
    return not _minutes_apart(figure, other)


def _minutes_apart(figure: Figure, other: Figure) -> Decimal:
    """How many minutes lie between two times; `seven o'clock` may be that of the evening."""
    apart = abs(figure.value - other.value)
    if figure.may_turn or other.may_turn:
        apart %= _MINUTES_OF_HALF_A_DAY
        return min(apart, _MINUTES_OF_HALF_A_DAY - apart)
    return apart


def _same_dates(figure: Figure, other: Figure) -> bool:
    """Whether no part of a date differs that both say; a year may stand for its date."""
    if FigureKind.YEAR in (figure.kind, other.kind):
        year, date = (figure, other) if figure.kind is FigureKind.YEAR else (other, figure)
        return figure.kind is FigureKind.YEAR and date.parts[0] == year.value
    if figure.kind is not other.kind:
        return False
    readings = [other.parts]
    if figure.may_turn or other.may_turn:
        readings.append((other.parts[0], *reversed(other.parts[1:])))
    return any(
        all(
            mine is None or theirs is None or mine == theirs
            for mine, theirs in zip(figure.parts, parts, strict=True)
        )
        for parts in readings
    )


def units_differ(figure: Figure, other: Figure) -> bool:
    """Whether two units are known and not the same; a percentage is never a plain number."""
    if figure.kind is FigureKind.YEAR or other.kind is FigureKind.YEAR:
        return figure.kind is not other.kind and bool(figure.unit or other.unit)
    if (figure.unit and other.unit) or TIMES in (figure.unit, other.unit):
        if {figure.unit, other.unit} == _POUNDS:
            return False  # of weight
        # `recorded 72 times` counts as `72 falls` does.
        return figure.unit != other.unit and not _is_count_of_times(figure, other)
    if FigureKind.PERCENT in (figure.kind, other.kind) or FigureKind.MONEY in (
        figure.kind,
        other.kind,
    ):
        bare = _is_elliptic(figure, other) or _leaves_unit(figure, other)
        return figure.kind is not other.kind and not bare
    return False


def _is_count_of_times(figure: Figure, other: Figure) -> bool:
    """Whether one of two figures says how many times, which is more than anything multiplies by."""
    times, count = (figure, other) if figure.unit == TIMES else (other, figure)
    return not count.unit and times.value > _MOST_TIMES and not times.in_words


def _leaves_unit(figure: Figure, other: Figure) -> bool:
    """Whether one of two sums leaves its unit to the other: `1.8 million of 2 million euros`."""
    bare, measured = (other, figure) if figure.unit else (figure, other)
    is_sum = bare.kind is FigureKind.NUMBER and measured.kind is FigureKind.MONEY
    if figure.rough and bare is other and measured.kind is FigureKind.MEASURE:
        # `less than a hundred days`, of `171 days, up from 98`
        return bare.kind is FigureKind.NUMBER and len(bare.noun) < LETTERS_OF_A_NOUN
    is_noun = len(bare.noun) >= LETTERS_OF_A_NOUN
    return is_sum and (not bare.noun or (bare.value >= LARGE_SUM and not is_noun))


def _is_elliptic(figure: Figure, other: Figure) -> bool:
    """Whether one of two figures leaves its unit to another: `849 pounds, up from 812`."""
    bare = other if figure.unit else figure
    return bare.kind is FigureKind.NUMBER and not (bare.noun or bare.unit or is_small(bare))


def rounding(figure: Figure, other: Figure) -> str:  # noqa: PLR0911 - one way out a reason
    """Say how a figure is another one rounded, in a clause; "" where it is not."""
    other = in_unit_of(figure, other)
    if figure.kind in EXACT_KINDS or other.kind in EXACT_KINDS or units_differ(figure, other):
        is_near = figure.kind is other.kind is FigureKind.TIME and figure.rough
        return "rounded" if is_near and _minutes_apart(figure, other) < _HOUR else ""
    one_unit = figure.unit == other.unit or _leaves_unit(figure, other)
    beyond = (other.value - figure.value) * figure.bound < 0  # `over 400`, of 398
    if beyond or not one_unit or figure.value == other.value or not figure.value:
        return ""
    if not (have_like_nouns(figure, other) or figure.unit or figure.digits > 1 or figure.rough):
        return ""
    near = _is_even_figure(figure, other) or _is_bound_of(figure, other)
    if figure.digits >= other.digits and not near:
        return ""
    exponent = _last_place(figure)
    try:
        rounded = (other.value / exponent).quantize(Decimal(1), ROUND_HALF_UP) * exponent
    except ArithmeticError:
        return ""
    if rounded == figure.value:
        return "rounded"
    towards = abs(other.value - figure.value)
    if near:
        return "rounded up" if figure.value > other.value else "rounded down"
    if figure.rough and towards < exponent and abs(figure.value) < abs(other.value):
        return "rounded down"
    if figure.rough and towards < min(exponent, abs(figure.value) / _LEAST_OF_ROUNDED_UP):
        return "rounded up"
    return ""


def _is_bound_of(figure: Figure, other: Figure) -> bool:
    """Whether an article says that it is less, or more, than a figure right beside the source's."""
    apart = abs(other.value - figure.value)
    is_even = figure.bound and figure.digits == 1  # `under 1`, of 0.9
    return bool(is_even) and apart * _LEAST_OF_ROUNDED_UP <= abs(other.value)


def _is_even_figure(figure: Figure, other: Figure) -> bool:
    """Whether an article rounds to a five: `nearly 23,500`, of 23,400."""
    times = _TWENTY if figure.in_words else _FIFTY  # `a quarter of a million`, of 240,000
    near = figure.rough and abs(other.value - figure.value) * times <= abs(other.value)
    last = abs(figure.value) / _last_place(figure) % 10
    return near and figure.digits <= other.digits and last == _FIVE


def _last_place(figure: Figure) -> Decimal:
    """What the last digit counts that stands for something: 100 in 4,200."""
    digits = figure.value.normalize().as_tuple()
    exponent = digits.exponent
    return Decimal(10) ** (exponent if isinstance(exponent, int) else 0)


def is_same_word(noun: str, word: str) -> bool:
    """Whether two words are the same in whatever case and number: `tak`, `taket`."""
    letters = LETTERS_OF_A_NOUN
    return word[:letters] == noun[:letters] or (len(word) < letters and noun.startswith(word))


def are_comparable(figure: Figure, other: Figure) -> bool:  # noqa: PLR0911 - one way out a kind
    """Whether a figure may stand in the place of another: both count, or both are dates."""
    if figure.kind in (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.ORDINAL):
        if figure.kind is FigureKind.YEAR and other.kind is FigureKind.DATE:
            return other.parts[0] is not None
        return figure.kind is other.kind
    if figure.unit == DECADE and decade_of(other) is not None:
        return True
    if other.kind in EXACT_KINDS:
        return False
    if figure.unit or other.unit:
        if other.kind is FigureKind.MONEY and _is_elliptic(figure, other):
            return True  # in a row the head alone says of what
        measures = {figure.kind, other.kind} == {FigureKind.MEASURE}
        return figure.unit == other.unit or (
            figure.kind is other.kind and (not measures or figure.value == other.value)
        )
    return True


def have_like_nouns(figure: Figure, other: Figure) -> bool:
    """Whether two figures count the same noun, in whatever case and number."""
    mine, theirs = figure.noun, other.noun
    if not mine or not theirs:
        return False
    if min(len(mine), len(theirs)) >= _LETTERS_OF_A_COMPOUND and (
        mine.endswith(theirs) or theirs.endswith(mine)
    ):
        return True  # `Konzernumsatz`, of `Umsatz`
    return mine[:LETTERS_OF_A_NOUN] == theirs[:LETTERS_OF_A_NOUN]


def agree(figure: Figure, other: Figure) -> bool:
    """Whether what stands in a figure's place says the same, or is what it is rounded from."""
    if figure.value == other.value and figure.kind is other.kind and figure.unit == other.unit:
        return True
    if (figure.unit in OF_RATES) != (other.unit in OF_RATES) and not are_comparable(figure, other):
        return True  # `thirty` in the place of `one in three` may say the same
    return is_same(figure, other) or bool(rounding(figure, other)) or bool(rounding(other, figure))
