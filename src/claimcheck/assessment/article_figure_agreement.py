"""A figure of a draft beside those that a source prints: the same, rounded, or another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figures import Figure, FigureKind, kind_of
from claimcheck.anchor.measure_words import POWERS_OF_TEN
from claimcheck.anchor.rates import DECADE, OF_RATES, TIMES
from claimcheck.anchor.shares import SHARE
from claimcheck.anchor.table_heads import head_measure
from claimcheck.assessment.article import AssessedFigure, FigureState
from claimcheck.assessment.article_units import has_unit_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

# Number words up to this are said of anything: they are compared, and never asked for.
_SMALL: Final = 12
# By so many first letters two nouns are the same in whatever case and number.
_LETTERS_OF_A_NOUN: Final = 4


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure that a source or a claim prints.

    `head` is that of its column in a table, where that says its unit or what it counts by.
    """

    figure: Figure
    text: str
    source: str
    offset: int
    head: str = ""

    @property
    def written(self) -> str:
        """The figure as it is printed, on one line."""
        return " ".join(self.text[self.figure.start : self.figure.end].split())


def compared_figure(
    assessed: AssessedFigure,
    siblings: Sequence[Figure],
    near: Sequence[PrintedFigure],
    far: Callable[[], Sequence[PrintedFigure]],
) -> AssessedFigure:
    """Say how a figure compares with what is printed: the passage first, then the whole source.

    Args:
        assessed: the figure.
        siblings: the figures of its sentence.
        near: what the passage prints that is cited.
        far: returns what else the cited sources print.
    """
    rivals = _rivals(assessed.figure, siblings, near)
    if rival := _changed_places(assessed.figure, siblings, near) or _counted_otherwise(
        assessed.figure, rivals, near, far
    ):
        return with_printed(assessed, FigureState.CONTRADICTED, rival, "")
    answer = next(_near_answers(assessed, siblings, near), None)
    if answer is None:
        elsewhere = far()
        answers = chain(
            _far_answers(assessed, rivals, elsewhere), _weak_answers(assessed, elsewhere)
        )
        answer = next(answers, None)
    if answer is not None:
        return answer
    figure = assessed.figure
    if figure.kind is FigureKind.ORDINAL or figure.unit == DECADE or _is_small(figure):
        return assessed
    return assessed._replace(state=FigureState.ABSENT)


def _is_small(figure: Figure) -> bool:
    return figure.in_words and figure.value <= _SMALL


def _counts(figure: Figure) -> bool:
    """Whether a figure says how many of its noun there are, or what share of them."""
    return figure.kind is FigureKind.NUMBER or figure.unit == SHARE


def _counted_otherwise(
    figure: Figure,
    rivals: Sequence[PrintedFigure],
    near: Sequence[PrintedFigure],
    far: Callable[[], Sequence[PrintedFigure]],
) -> PrintedFigure | None:
    """The count that the passage prints of a figure's noun, where its number is another thing's.

    `three sailors` is not what `three ferries sank, and two sailors drowned` says.

    Args:
        figure: the figure.
        rivals: what the passage prints in its place, as far as no other figure says it.
        near: what the passage prints.
        far: returns what else the source prints.
    """
    if figure.kind is FigureKind.MEASURE and figure.in_words and figure.unit != SHARE:
        return _measured_otherwise(figure, rivals, near, far)
    if not _counts(figure) or not figure.noun:
        return None
    rival = next((each for each in rivals if _like_nouns(figure, each.figure)), None)
    same = [printed.figure for printed in near if is_same(figure, printed.figure)]
    if rival is None or not same or _rounding(figure, rival.figure):
        return None
    if any(not (other.noun or other.unit) or _like_nouns(figure, other) for other in same):
        return None
    elsewhere = (printed.figure for printed in far())
    if any(is_same(figure, other) and _like_nouns(figure, other) for other in elsewhere):
        return None
    return rival


def _changed_places(
    figure: Figure, siblings: Sequence[Figure], near: Sequence[PrintedFigure]
) -> PrintedFigure | None:
    """The count of a figure's noun that the draft gives to another noun, and that one's to it.

    Args:
        figure: the figure.
        siblings: the figures of its sentence.
        near: what the passage prints.
    """
    if not figure.noun or figure.kind is not FigureKind.NUMBER:
        return None
    same = [printed.figure for printed in near if is_same(figure, printed.figure)]
    if not same or any(not other.noun or _like_nouns(figure, other) for other in same):
        return None
    for printed in near:
        other = printed.figure
        if not _like_nouns(figure, other) or is_same(figure, other):
            continue
        for sibling in siblings:
            given = is_same(sibling, other) and not _like_nouns(sibling, other)
            if given and any(_like_nouns(sibling, each) for each in same):
                return printed
    return None


def _measured_otherwise(
    figure: Figure,
    rivals: Sequence[PrintedFigure],
    near: Sequence[PrintedFigure],
    far: Callable[[], Sequence[PrintedFigure]],
) -> PrintedFigure | None:
    """The measure that the passage prints where a figure's number counts another thing."""
    rival = next((each for each in rivals if each.figure.unit == figure.unit), None)
    same = [printed.figure for printed in near if is_same(figure, printed.figure)]
    if rival is None or not same or any(_says(figure, other) for other in same):
        return None
    if any(_says(figure, printed.figure) for printed in far()):
        return None
    return rival


def _is_scaled(figure: Figure, siblings: Sequence[Figure], other: Figure) -> bool:
    """Whether a figure leaves its `million` to another one: `instead of 9.6 only 7.1 million`."""
    if not is_bare(figure) or figure.in_words or not figure.value:
        return False
    for exponent in (3, 6, 9):
        scaled = figure.value * Decimal(10) ** exponent
        if scaled == other.value:
            # The one that says it is of the same size.
            return any(
                scaled < _OF_ONE_SIZE * each.value and each.value < _OF_ONE_SIZE * scaled
                for each in siblings
            )
    return False


# Two figures that share their `million` are at most so many times as large as each other.
_OF_ONE_SIZE: Final = 20


def _near_answers(
    assessed: AssessedFigure, siblings: Sequence[Figure], near: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The passage prints the figure, what it is rounded from, or its number of another unit.

    Args:
        assessed: the figure.
        siblings: the figures of its sentence.
        near: what the passage prints.
    """
    figure = assessed.figure
    for printed in near:
        if is_same(figure, printed.figure):
            yield _bound(assessed, printed)
    scaled = (
        each
        for each in near
        if _is_scaled(figure, siblings, each.figure)
        or has_unit_beside(figure, siblings, each, near)
    )
    yield from (_bound(assessed, printed) for printed in scaled)
    for printed in near:
        if reason := _rounding(figure, printed.figure):
            yield with_printed(assessed, FigureState.ROUNDED, printed, reason)
    for printed in near:
        caption = _caption_before(printed) if not printed.head else ""
        if caption and is_same(figure, under_head(printed.figure, caption)):
            yield with_printed(
                assessed,
                FigureState.BOUND,
                printed,
                f"{assessed.written} = {printed.written} under '{caption}'",
            )
    for printed in near:
        if figure.value == printed.figure.value and _units_differ(figure, printed.figure):
            yield with_printed(assessed, FigureState.CONTRADICTED, printed, "the unit is another")


def _far_answers(
    assessed: AssessedFigure, rivals: Sequence[PrintedFigure], far: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints the same of the same thing elsewhere, or the passage something else."""
    figure = assessed.figure
    for printed in far:
        surely = not _counts(figure) or _like_nouns(figure, printed.figure)
        if figure.kind is FigureKind.YEAR and rivals:
            surely = False
        if surely and is_same(figure, printed.figure):
            yield _bound(assessed, printed)
    if rivals and (_sharp(figure, rivals[0]) or not _is_small(figure)):
        head = rivals[0].head
        yield with_printed(
            assessed, FigureState.CONTRADICTED, rivals[0], f"under '{head}'" if head else ""
        )


def _weak_answers(
    assessed: AssessedFigure, far: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints the same number somewhere, or what it may be rounded from."""
    figure = assessed.figure
    for printed in far:
        if is_same(figure, printed.figure):
            yield _bound(assessed, printed)
    for printed in far:
        reason = _rounding(figure, printed.figure)
        if reason and (figure.digits > 1 or figure.rough):
            yield with_printed(assessed, FigureState.ROUNDED, printed, reason)


def with_printed(
    assessed: AssessedFigure, state: FigureState, printed: PrintedFigure, reason: str
) -> AssessedFigure:
    """Say that a figure has a state because of what a source or a claim prints.

    Args:
        assessed: the figure.
        state: its state.
        printed: what is printed.
        reason: why, in a clause; "" for nothing to add.
    """
    return AssessedFigure(
        assessed.figure, assessed.written, state, assessed.sentence, printed.written,
        printed.source, printed.figure.start if printed.offset >= 0 else -1, reason,
    )  # fmt: skip


def _bound(assessed: AssessedFigure, printed: PrintedFigure) -> AssessedFigure:
    reason = _normalization(assessed.written, printed)
    return with_printed(assessed, FigureState.BOUND, printed, reason)


def is_same(figure: Figure, other: Figure) -> bool:  # noqa: PLR0911 - one way out a kind
    """Whether two figures say the same of the same kind of thing."""
    if figure.unit == DECADE and _decade_of(other) is not None:
        return _decade_of(other) == figure.value
    if figure.kind is FigureKind.DATE or other.kind is FigureKind.DATE:
        return _same_dates(figure, other)
    if figure.kind is FigureKind.TIME or other.kind is FigureKind.TIME:
        return figure.kind is other.kind and figure.value == other.value
    if FigureKind.ORDINAL in (figure.kind, other.kind) and figure.kind is not other.kind:
        return figure.value == other.value and _may_be_ordinals(figure, other)
    if SHARE in (figure.unit, other.unit):
        return _same_shares(figure, other)
    for larger, smaller in ((figure, other), (other, figure)):
        if times := _SMALLER_UNITS.get((larger.unit, smaller.unit)):
            return larger.value * times == smaller.value
    other = _in_unit_of(figure, other)
    return figure.value == other.value and not _units_differ(figure, other)


def _in_unit_of(figure: Figure, other: Figure) -> Figure:
    """Another figure in a figure's unit, where one is so many powers of ten of the other."""
    mine, theirs = POWERS_OF_TEN.get(figure.unit), POWERS_OF_TEN.get(other.unit)
    if mine == theirs or mine is None or theirs is None or mine[0] != theirs[0]:
        return other
    value = other.value * Decimal(10) ** (theirs[1] - mine[1])
    return replace(other, value=value, unit=figure.unit)


# `14 days` says two weeks.
_SMALLER_UNITS: Final = {("wk", "d"): 7, ("yr", "mo"): 12, ("h", "min"): 60}


def _decade_of(figure: Figure) -> Decimal | None:
    """The year with which the decade of a year or a date begins; None for any other figure."""
    year = figure.parts[0] if figure.kind is FigureKind.DATE else None
    if figure.kind is FigureKind.YEAR:
        year = int(figure.value)
    return None if year is None else Decimal(year // 10 * 10)


def _same_shares(figure: Figure, other: Figure) -> bool:
    """Whether two shares are the same: two in words, or one in words and one in percent."""
    if figure.unit == other.unit:
        return figure.value == other.value
    share, percent = (figure, other) if figure.unit == SHARE else (other, figure)
    return percent.kind is FigureKind.PERCENT and abs(100 * share.value - percent.value) < 1


def is_rest(figure: Figure, other: Figure) -> bool:
    """Whether two shares make a whole: a third, and two thirds."""
    return (
        figure.unit == other.unit == SHARE and abs(figure.value + other.value - 1) < _NEARLY_NOTHING
    )


_NEARLY_NOTHING: Final = Decimal("0.0001")


def _may_be_ordinals(figure: Figure, other: Figure) -> bool:
    """Whether an ordinal may be what a bare number in digits says: `21.` in German, `No. 5`."""
    number = other if figure.kind is FigureKind.ORDINAL else figure
    plain = number.kind is FigureKind.NUMBER and not number.in_words
    return plain and not (number.unit or number.noun)


def _same_dates(figure: Figure, other: Figure) -> bool:
    """Whether no part of a date differs that both say; a year may stand for its date."""
    if FigureKind.YEAR in (figure.kind, other.kind):
        year, date = (figure, other) if figure.kind is FigureKind.YEAR else (other, figure)
        return figure.kind is FigureKind.YEAR and date.parts[0] == year.value
    if figure.kind is not other.kind:
        return False
    return all(
        mine is None or theirs is None or mine == theirs
        for mine, theirs in zip(figure.parts, other.parts, strict=True)
    )


def _units_differ(figure: Figure, other: Figure) -> bool:
    """Whether two units are known and not the same; a percentage is never a plain number."""
    if figure.kind is FigureKind.YEAR or other.kind is FigureKind.YEAR:
        return figure.kind is not other.kind and bool(figure.unit or other.unit)
    if (figure.unit and other.unit) or TIMES in (figure.unit, other.unit):
        return figure.unit != other.unit
    if FigureKind.PERCENT in (figure.kind, other.kind) or FigureKind.MONEY in (
        figure.kind,
        other.kind,
    ):
        return figure.kind is not other.kind and not _is_elliptic(figure, other)
    return False


def _is_elliptic(figure: Figure, other: Figure) -> bool:
    """Whether one of two figures leaves its unit to another: `849 pounds, up from 812`."""
    bare = other if figure.unit else figure
    return bare.kind is FigureKind.NUMBER and not (bare.noun or bare.unit or _is_small(bare))


def _rounding(figure: Figure, other: Figure) -> str:  # noqa: PLR0911 - one way out a reason
    """Say how a figure is another one rounded, in a clause; "" where it is not."""
    other = _in_unit_of(figure, other)
    if figure.kind in _EXACT or other.kind in _EXACT or _units_differ(figure, other):
        return ""
    if figure.unit != other.unit or figure.value == other.value or not figure.value:
        return ""
    if not (_like_nouns(figure, other) or figure.unit or figure.digits > 1 or figure.rough):
        return ""
    if figure.digits >= other.digits:
        return ""
    exponent = _last_place(figure)
    try:
        rounded = (other.value / exponent).quantize(Decimal(1), ROUND_HALF_UP) * exponent
    except ArithmeticError:
        return ""
    if rounded == figure.value:
        return "rounded"
    towards = abs(other.value - figure.value)
    if figure.rough and towards < exponent and abs(figure.value) < abs(other.value):
        return "rounded down"
    if figure.rough and towards < min(exponent, abs(figure.value) / _LEAST_OF_ROUNDED_UP):
        return "rounded up"
    return ""


# `nearly 70` is said of 62, and not of 61.
_LEAST_OF_ROUNDED_UP: Final = 8
_EXACT: Final = (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.ORDINAL)


def _last_place(figure: Figure) -> Decimal:
    """What the last digit counts that stands for something: 100 in 4,200."""
    digits = figure.value.normalize().as_tuple()
    exponent = digits.exponent
    return Decimal(10) ** (exponent if isinstance(exponent, int) else 0)


def _rivals(
    figure: Figure, siblings: Sequence[Figure], near: Sequence[PrintedFigure]
) -> list[PrintedFigure]:
    """What the passage prints in a figure's place: of its kind, and said by no other figure."""
    rivals = []
    for printed in near:
        other = printed.figure
        if any(_says(sibling, other) for sibling in siblings):
            continue
        is_part = figure.unit == SHARE
        if _is_other_part(figure, printed, near) if is_part else _comparable(figure, other):
            rivals.append(printed)
    return sorted(
        rivals,
        key=lambda rival: (not _sharp(figure, rival), abs(rival.figure.value - figure.value)),
    )


def _is_other_part(figure: Figure, printed: PrintedFigure, near: Sequence[PrintedFigure]) -> bool:
    """Whether a source prints another part of what a share in words may be of.

    Args:
        figure: the share.
        printed: what the passage prints.
        near: all that the passage prints.
    """
    other, noun = printed.figure, figure.noun[:_LETTERS_OF_A_NOUN]
    if other.unit == "%":
        behind = printed.text[other.end : other.end + _FAR_OF_A_PART]
        is_near = abs(100 * figure.value - other.value) < _POINTS_OF_A_PART
        return bool(noun and not is_near and _part_of(noun).match(behind))
    if other.unit != SHARE or other.noun or not noun:
        return other.unit == SHARE
    if _ROOM.match(printed.text, other.start):
        return False
    # `which cost 28 million, of which the state pays a quarter`
    before = printed.text[max(0, printed.offset - _FAR_OF_A_WHOLE) : max(0, printed.offset)]
    if not any(_is_same_word(figure.noun, word.lower()) for word in _NOUN.findall(before)):
        return False
    # `nine ships, three of them new` says that a third are.
    counts = [each.figure.value for each in near if each.figure.kind is FigureKind.NUMBER]
    return not any(count == figure.value * whole for whole in counts for count in counts if whole)


def _is_same_word(noun: str, word: str) -> bool:
    """Whether two words are the same in whatever case and number: `tak`, `taket`."""
    letters = _LETTERS_OF_A_NOUN
    return word[:letters] == noun[:letters] or (len(word) < letters and noun.startswith(word))


_NOUN: Final = re.compile(r"[^\W\d_]{3,}")
# In Spanish and Portuguese a quarter is a room, too.
_ROOM: Final = re.compile(r"\w+\s+(?:cuartos?|(?<=um\s)quarto|quartos)\b(?!\s+\w)", re.IGNORECASE)
_FAR_OF_A_PART: Final = 40
_FAR_OF_A_WHOLE: Final = 240
# `a quarter` may be said of 23 percent.
_POINTS_OF_A_PART: Final = 3


def _part_of(noun: str) -> re.Pattern[str]:
    """What stands behind a percentage of a noun: ` of the works`."""
    of = r"of|de[rsnlit]?|dell?[aeo]?|des|dei|degli|di|d[ao]s?|du|von|van|av|aller"
    return re.compile(rf"\s+(?:{of})\s+(?:[^\W\d_]+\s+)?{re.escape(noun)}", re.IGNORECASE)


def _says(figure: Figure, other: Figure) -> bool:
    """Whether a figure says another one: `nine weeks` does not say `nine witnesses`."""
    if bool(figure.unit) != bool(other.unit) and FigureKind.YEAR not in (figure.kind, other.kind):
        bare = other if figure.unit else figure
        if bare.in_words and bare.noun:
            return False
    return is_same(figure, other)


def _comparable(figure: Figure, other: Figure) -> bool:  # noqa: PLR0911 - one way out a kind
    if figure.kind in (FigureKind.DATE, FigureKind.YEAR, FigureKind.TIME, FigureKind.ORDINAL):
        if figure.kind is FigureKind.YEAR and other.kind is FigureKind.DATE:
            return other.parts[0] is not None
        return figure.kind is other.kind
    if figure.unit == DECADE and _decade_of(other) is not None:
        return True
    if other.kind in _EXACT:
        return False
    if figure.unit or other.unit:
        if other.kind is FigureKind.MONEY and _is_elliptic(figure, other):
            return True  # in a row the head alone says of what
        measures = {figure.kind, other.kind} == {FigureKind.MEASURE}
        return figure.unit == other.unit or (
            figure.kind is other.kind and (not measures or figure.value == other.value)
        )
    return True


def _sharp(figure: Figure, printed: PrintedFigure) -> bool:
    """Whether two figures count the same thing, as far as their units and nouns tell."""
    other = printed.figure
    measured = bool(figure.unit and figure.unit == other.unit and figure.unit != SHARE)
    of_it = figure.unit == SHARE and not other.noun and bool(figure.noun)
    return measured or of_it or _like_nouns(figure, other)


def _like_nouns(figure: Figure, other: Figure) -> bool:
    mine, theirs = figure.noun, other.noun
    if not mine or not theirs:
        return False
    return mine[:_LETTERS_OF_A_NOUN] == theirs[:_LETTERS_OF_A_NOUN]


def _normalization(written: str, printed: PrintedFigure) -> str:
    """Say that the same value is written otherwise; "" where it is written alike."""
    mine = " ".join(written.split())
    if printed.head:
        return f"{mine} = {printed.written} under '{printed.head}'"
    if mine.casefold() == printed.written.casefold():
        return ""
    digits = "".join(filter(str.isdigit, mine)), "".join(filter(str.isdigit, printed.written))
    if digits[0] == digits[1] and digits[0]:
        return ""
    return f"{mine} = {printed.written}"


_BARE_KINDS: Final = (FigureKind.NUMBER, FigureKind.YEAR)
# `(in millions of euros)` over a table that has lost its columns.
_CAPTION: Final = re.compile(
    r"\((?:in|en|em|в) [^()\n]{3,40}\)|\((?:Mio|Mrd|Tsd)\. ?[^()\n]{0,20}\)"
)
_FAR_OF_A_CAPTION: Final = 1500


def is_bare(figure: Figure) -> bool:
    """Whether a figure is a plain number, of which a table or its caption may say the unit."""
    return not figure.unit and figure.kind in _BARE_KINDS


def _caption_before(printed: PrintedFigure) -> str:
    """What is said before a bare number that numbers are in; "" for nothing."""
    at = printed.offset
    if at < 0 or not is_bare(printed.figure):
        return ""
    captions = _CAPTION.findall(printed.text, max(0, at - _FAR_OF_A_CAPTION), at)
    return str(captions[-1]) if captions else ""


def under_head(figure: Figure, head: str) -> Figure:
    """A bare number as its head says what it is: of which unit, and how many of them."""
    measure = head_measure(head)
    if (not measure.unit and measure.scale == 1) or (
        figure.kind is FigureKind.YEAR and measure.unit == "yr"
    ):
        return figure
    value = figure.value * Decimal(int(measure.scale))
    return replace(figure, value=value, unit=measure.unit, kind=kind_of(measure.unit))


def agree(figure: Figure, other: Figure) -> bool:
    """Whether what stands in a figure's place says the same, or is what it is rounded from."""
    if figure.value == other.value and figure.kind is other.kind and figure.unit == other.unit:
        return True
    if (figure.unit in OF_RATES) != (other.unit in OF_RATES) and not _comparable(figure, other):
        return True  # `thirty` in the place of `one in three` may say the same
    return (
        is_same(figure, other) or bool(_rounding(figure, other)) or bool(_rounding(other, figure))
    )
