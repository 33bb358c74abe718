"""A figure of an article beside those that a source prints: the same, rounded, or another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.conversions import is_converted
from claimcheck.anchor.figure import Figure, FigureKind, kind_of
from claimcheck.anchor.rates import DECADE, TIMES
from claimcheck.anchor.shares import SHARE
from claimcheck.anchor.table_heads import head_measure
from claimcheck.assessment.article import AssessedFigure, FigureState
from claimcheck.assessment.article_figure_equality import (
    LARGE_SUM,
    LETTERS_OF_A_NOUN,
    are_comparable,
    have_like_nouns,
    is_same,
    is_same_word,
    is_small,
    rounding,
    units_differ,
)
from claimcheck.assessment.article_units import has_unit_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from claimcheck.assessment.article_printed_figure import PrintedFigure


UNIT_DIFFERS: Final = "the unit is another"


_DIGITS_BEYOND_CHANCE: Final = 3
# Two figures that share their `million` are at most so many times as large as each other.
_OF_ONE_SIZE: Final = 20
_DIGITS: Final = re.compile(r"\d+")
_DEGREES: Final = re.compile(r"degr[eé]|grados?\b|gradi\b|grad\w{0,3}\b|graus?\b|stopni|градус")
_OF_TEMPERATURE: Final = ("°C", "°F")
_NOUN: Final = re.compile(r"[^\W\d_]{3,}")
# In Spanish and Portuguese a quarter is a room, too.
_ROOM: Final = re.compile(r"\w+\s+(?:cuartos?|(?<=um\s)quarto|quartos)\b(?!\s+\w)", re.IGNORECASE)
_FAR_OF_A_PART: Final = 40
_FAR_OF_A_WHOLE: Final = 240
# `a quarter` may be said of 23 percent, `more than half` of 60.
_POINTS_OF_A_PART: Final = 3
_POINTS_OF_A_ROUGH_PART: Final = 12
_BARE_KINDS: Final = (FigureKind.NUMBER, FigureKind.YEAR)
# `(in millions of euros)` over a table that has lost its columns.
_CAPTION: Final = re.compile(
    r"\((?:in|en|em|в) [^()\n]{3,40}\)|\((?:Mio|Mrd|Tsd)\. ?[^()\n]{0,20}\)"
)
_FAR_OF_A_CAPTION: Final = 1500


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
    if answer is not None and answer.reason == UNIT_DIFFERS:
        same = (each for each in far() if is_same(assessed.figure, each.figure))
        answer = next((_bound(assessed, each) for each in same), answer)
    if answer is not None:
        return answer
    figure = assessed.figure
    if figure.kind is FigureKind.ORDINAL or figure.unit in (DECADE, SHARE) or is_small(figure):
        return assessed
    return assessed._replace(state=FigureState.ABSENT)


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
    rival = next((each for each in rivals if have_like_nouns(figure, each.figure)), None)
    same = [printed.figure for printed in near if is_same(figure, printed.figure)]
    if rival is None or not same or rounding(figure, rival.figure):
        return None
    plain = (not other.noun and other.unit in ("", SHARE) for other in same)
    if any(plain) or any(have_like_nouns(figure, other) for other in same):
        return None
    elsewhere = (printed.figure for printed in far())
    if any(is_same(figure, other) and have_like_nouns(figure, other) for other in elsewhere):
        return None
    return rival


def _changed_places(
    figure: Figure, siblings: Sequence[Figure], near: Sequence[PrintedFigure]
) -> PrintedFigure | None:
    """The count of a figure's noun that the article gives to another noun, and that one's to it.

    Args:
        figure: the figure.
        siblings: the figures of its sentence.
        near: what the passage prints.
    """
    if not figure.noun or figure.kind is not FigureKind.NUMBER:
        return None
    same = [printed.figure for printed in near if is_same(figure, printed.figure)]
    if not same or any(not other.noun or have_like_nouns(figure, other) for other in same):
        return None
    for printed in near:
        other = printed.figure
        if not have_like_nouns(figure, other) or is_same(figure, other):
            continue
        for sibling in siblings:
            given = is_same(sibling, other) and not have_like_nouns(sibling, other)
            if given and any(have_like_nouns(sibling, each) for each in same):
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
        if reason := _rounding_of(figure, printed.figure):
            yield with_printed(assessed, FigureState.ROUNDED, printed, reason)
    yield from _converted(assessed, near)
    yield from _in_degrees(assessed, near)
    yield from (_bound(assessed, each) for each in near if _is_next(figure, each.figure))
    for printed in near:
        caption = _caption_before(printed) if not printed.head else ""
        if caption and is_same(figure, under_head(printed.figure, caption)):
            yield with_printed(
                assessed,
                FigureState.BOUND,
                printed,
                f"{assessed.written} = {printed.written} under '{caption}'",
            )
    yield from (
        _bound(assessed, each) for each in near
        if _is_in_rate(figure, each) or _is_sum_without_unit(figure, each.figure)
    )  # fmt: skip
    for printed in near:
        if _is_of_other_unit(figure, printed.figure):
            yield with_printed(assessed, FigureState.CONTRADICTED, printed, UNIT_DIFFERS)


def _converted(
    assessed: AssessedFigure, printed: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints the figure in a unit of another system: `16 km`, for ten miles."""
    for each in printed:
        if is_converted(assessed.figure, each.figure):
            reason = f"{' '.join(assessed.written.split())} are {each.written}"
            yield with_printed(assessed, FigureState.BOUND, each, reason)


def _in_degrees(
    assessed: AssessedFigure, printed: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The article leaves out of which degrees: `38 degrees`, for 38.4 °C."""
    figure = assessed.figure
    if not _DEGREES.match(figure.noun):
        return
    for each in printed:
        if each.figure.unit in _OF_TEMPERATURE:
            measured = replace(figure, kind=FigureKind.MEASURE, unit=each.figure.unit, noun="")
            if is_same(measured, each.figure):
                yield _bound(assessed, each)
            elif reason := rounding(measured, each.figure):
                yield with_printed(assessed, FigureState.ROUNDED, each, reason)


def _is_next(figure: Figure, other: Figure) -> bool:
    """Whether an article counts more than the number before a source's: `more than 39`, of 40."""
    counted = figure.kind is other.kind is FigureKind.NUMBER and not (figure.unit or other.unit)
    return counted and bool(figure.bound) and other.value - figure.value == figure.bound


def _is_of_other_unit(figure: Figure, other: Figure) -> bool:
    """Whether two figures have one value and not one unit; a multiple is no ordinal's."""
    apart = FigureKind.ORDINAL in (figure.kind, other.kind) or TIMES in (figure.unit, other.unit)
    apart |= figure.in_words and figure.value == 1  # an article
    return not apart and figure.value == other.value and units_differ(figure, other)


def _rounding_of(figure: Figure, other: Figure) -> str:
    """Say how a figure is another one rounded, in a clause: a number, or a share in words."""
    if figure.unit == SHARE == other.unit and figure.rough:
        near = abs(figure.value - other.value) * 100 < _POINTS_OF_A_PART
        return "rounded" if near else ""
    return rounding(figure, other)


def _is_sum_without_unit(figure: Figure, other: Figure) -> bool:
    """Whether an article leaves out the unit of a sum that a source prints: `3.8 million spent`."""
    is_sum = figure.kind is FigureKind.NUMBER and other.kind is FigureKind.MONEY
    return is_sum and figure.value == other.value >= LARGE_SUM


def _is_in_rate(figure: Figure, printed: PrintedFigure) -> bool:
    """Whether a rate has a number in it: `63 of the 148 offices`."""
    if printed.figure.unit != SHARE or figure.kind is not FigureKind.NUMBER:
        return False
    return figure.value in map(Decimal, _DIGITS.findall(printed.written))


def _far_answers(
    assessed: AssessedFigure, rivals: Sequence[PrintedFigure], far: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints the same of the same thing elsewhere, or the passage something else."""
    figure = assessed.figure
    surely = not _counts(figure)
    if figure.kind is FigureKind.YEAR:
        surely = not any(rival.figure.kind is FigureKind.YEAR for rival in rivals)
    for printed in far:
        other = printed.figure
        is_less_exact = figure.rough or figure.digits < other.digits
        if is_less_exact and have_like_nouns(figure, other) and (reason := rounding(figure, other)):
            yield with_printed(assessed, FigureState.ROUNDED, printed, reason)
        as_percentage = figure.unit == SHARE and other.unit == "%"
        if (surely or as_percentage or have_like_nouns(figure, other)) and is_same(figure, other):
            yield _bound(assessed, printed)
    if not any(_sharp(figure, rival) for rival in rivals):
        if figure.rough:
            yield from _rough_answers(assessed, far)
        same = (printed for printed in far if is_same(figure, printed.figure))
        if figure.digits > 1 and figure.kind is not FigureKind.YEAR:
            yield from (_bound(assessed, printed) for printed in same)
    elif figure.digits >= _DIGITS_BEYOND_CHANCE and figure.kind is FigureKind.NUMBER:
        # `178 members voted for it`, of `178 votes`
        yield from (_bound(assessed, each) for each in far if is_same(figure, each.figure))
    if rivals and (_sharp(figure, rivals[0]) or not is_small(figure)):
        head = rivals[0].head
        yield with_printed(
            assessed, FigureState.CONTRADICTED, rivals[0], f"under '{head}'" if head else ""
        )


def _rough_answers(
    assessed: AssessedFigure, far: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints elsewhere what a figure is about: `under 39,000` for 38,640."""
    figure = assessed.figure
    for printed in far:
        other = printed.figure
        if figure.unit == SHARE and other.unit == "%":
            if abs(100 * figure.value - other.value) < _POINTS_OF_A_PART:
                yield with_printed(assessed, FigureState.ROUNDED, printed, "rounded")
        elif figure.digits > 1 and (reason := rounding(figure, other)):
            yield with_printed(assessed, FigureState.ROUNDED, printed, reason)


def _weak_answers(
    assessed: AssessedFigure, far: Sequence[PrintedFigure]
) -> Iterator[AssessedFigure]:
    """The source prints the same number somewhere, or what it may be rounded from."""
    figure = assessed.figure
    for printed in far:
        if is_same(figure, printed.figure):
            yield _bound(assessed, printed)
    yield from _converted(assessed, far)
    for printed in far:
        reason = rounding(figure, printed.figure)
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
        if _is_other_part(figure, printed, near) if is_part else are_comparable(figure, other):
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
    other, noun = printed.figure, figure.noun[:LETTERS_OF_A_NOUN]
    if other.unit == "%":
        # `more than half` is said of what is 60 percent.
        most_apart = _POINTS_OF_A_ROUGH_PART if figure.rough else _POINTS_OF_A_PART
        is_near = abs(100 * figure.value - other.value) < most_apart
        behind = printed.text[other.end : other.end + _FAR_OF_A_PART]
        return bool(noun and not is_near and _part_of(noun).match(behind))
    if other.unit != SHARE or other.is_change is not figure.is_change:
        return False  # `two of three voted for it`, and something is cut `by a fifth`
    if other.noun or not noun:
        return True
    if _ROOM.match(printed.text, other.start):
        return False
    # `which cost 28 million, of which the state pays a quarter`
    before = printed.text[max(0, printed.offset - _FAR_OF_A_WHOLE) : max(0, printed.offset)]
    if not any(is_same_word(figure.noun, word.lower()) for word in _NOUN.findall(before)):
        return False
    # `nine ships, three of them new` says that a third are.
    counts = [each.figure.value for each in near if each.figure.kind is FigureKind.NUMBER]
    return not any(count == figure.value * whole for whole in counts for count in counts if whole)


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


def _sharp(figure: Figure, printed: PrintedFigure) -> bool:
    """Whether two figures count the same thing, as far as their units and nouns tell."""
    other = printed.figure
    measured = bool(figure.unit and figure.unit == other.unit and figure.unit != SHARE)
    alone = bool(figure.noun) or (other.unit == SHARE and not figure.rough)
    of_it = figure.unit == SHARE and not other.noun and alone
    return measured or of_it or have_like_nouns(figure, other)


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
