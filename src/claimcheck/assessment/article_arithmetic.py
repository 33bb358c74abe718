"""Figures of an article that its writer works out: `75 km more`, where a source prints 212 and 287.

Only what the passage gives is tried, one step of arithmetic at a time, so that what it comes to is
hardly ever met by chance; the working is shown.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_DOWN, ROUND_HALF_UP, ROUND_UP, Decimal
from itertools import chain, combinations, islice, product
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.arithmetic_words import Arithmetic, operations_in
from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.figure_halves import SPANS_OF_TIME
from claimcheck.anchor.rates import OF_RATES, TIMES
from claimcheck.anchor.shares import SHARE
from claimcheck.anchor.trends import changes
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import UNIT_DIFFERS, with_printed
from claimcheck.assessment.article_figure_equality import have_like_nouns, in_unit_of
from claimcheck.assessment.article_pair_workings import (
    for_each,
    parts,
    ratios,
    workings_of_pair,
    workings_of_three,
)
from claimcheck.assessment.article_printed_figure import PrintedFigure
from claimcheck.assessment.article_source_figures import words_of
from claimcheck.assessment.article_working import (
    COUNTED,
    DIGITS_BEYOND_CHANCE,
    FAR_OF_A_WHOLE,
    LEFT_OF,
    PERCENT,
    POINTS,
    SHARE_UNITS,
    YEARS,
    Calculation,
    Working,
    add_up,
    are_in_one_sentence,
    count_alike,
    difference,
    have_one_unit,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.assessment.article_trends import StatedFigures

# The figures of a passage that are tried, and those of which three are added up.
_MOST_TRIED: Final = 16
_MOST_BESIDE: Final = 6
_LARGEST_MULTIPLE: Final = 100  # nothing else is said to be so many times another
_MOST_ADDED: Final = 8
# The pairs of the rest of a source that are tried, and how far one stands from the other.
_MOST_PAIRS: Final = 200
_FAR_OF_A_PAIR: Final = 300
_DIGITS_OF_TWO: Final = 5
_LEAST_OF_ROUNDED: Final = Decimal("0.12")
_BY: Final = re.compile(
    r"(?:\b(?:by|um|von|de|di|met|van|med|o|на)\s+|\bd['’])(?:[^\W\d_]+\s+)?\Z", re.IGNORECASE
)
_FAR_OF_A_PREPOSITION: Final = 24
_LEAST_OF_A_SHARE: Final = Decimal("0.01")
_MOST_OF_ONE_PRICE: Final = 1000
_DIGITS_OF_A_TOTAL: Final = 2
_FEWEST_OF_A_TOTAL: Final = 3
# Behind a number, with a noun between at most: by so much somebody leads, or trails.
_AHEAD: Final = re.compile(
    r"\s(?:[^\W\d_]+\s)?(?:ahead|behind|clear|adrift|vor|hinter|devant|derrière|d['’]avance|"
    r"de retard|por delante|por detrás|de ventaja|davanti|dietro|di vantaggio|à frente|atrás|"
    r"voor|achter|före|foran|bak)\b",
    re.IGNORECASE,
)
_EACH: Final = re.compile(
    r"\s+(?:each|apiece|je(?:weils)?|chacun\w*|pièce|cada\s+un\w*|ciascun\w*|l['’]uno|elk|per\s+stuk|"
    r"styck|vardera|stykket|hver|każd\w*|кажд\w+)\b",
    re.IGNORECASE,
)
_FOR_EACH: Final = re.compile(
    r"\b(?:for (?:each|every)|für jede[ns]?|je|pour chaque|por cada|per ogni|van elk|van elke|"
    r"voor elke?|för varje|for hver|for hvert)\b[^.;,]*\Z",
    re.IGNORECASE,
)
_A_YEAR: Final = re.compile(
    r"\s+(?:a year|per year|yearly|annually|(?:pro|im) jahr|jährlich|par an|(?:al|por) año|anuales|"
    r"l['’]anno|all['’]anno|annui|(?:ao|por) ano|per jaar|per år|om året|i året|årligen)\b",
    re.IGNORECASE,
)
_DIGITS: Final = re.compile(r"\d+")
_MONTHS: Final = 12
_YEAR: Final = re.compile(
    r"\b(?:years?|yearly|annual\w*|jahr\w*|jähr\w+|ans?|annuel\w*|année|años?|anual\w*|ann[oiu]\w*|anos?|"
    r"jaar\w*|år\w*|rok\w*|год\w*)\b",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    r"\b(?:months?|monthly|monat\w*|mois|mensuel\w*|mes(?:es)?|mensual\w*|mensil\w*|mês|mensa\w+|"
    r"mese|maand\w*|månad\w*|måned\w*|miesi\w+|месяц\w*)\b",
    re.IGNORECASE,
)
# What is taken from a figure, or added to it, is at least so much of it.
_LEAST_PART: Final = Decimal("0.002")


def with_arithmetic(
    item: AssessedFigure,
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
    near: Sequence[PrintedFigure],
) -> AssessedFigure:
    """Let a figure stand that is the difference, the sum or the mean of what its source prints.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        sources: what the sources print.
        windows: where the sentence leads, by source.
        near: what is printed there.
    """
    figure = item.figure
    if figure.unit == SHARE and item.state is FigureState.CONTRADICTED:
        return _with_share_of_rest(item, near)
    if (
        not _is_open(item)
        or figure.kind not in COUNTED
        or figure.unit in OF_RATES - {TIMES}
        or (figure.unit == TIMES and figure.value > _LARGEST_MULTIPLE)
        or not figure.value
    ):
        return item
    span = draft.start, draft.end
    operations = operations_in(draft.text, *span, draft.vocabulary)
    if changes(draft.text, span, draft.vocabulary):
        operations |= Arithmetic.DIFFERENCE
    words = words_of(draft.text[draft.start : draft.end])
    own, beside, related = (
        [_in_span(figure, each) for each in printed]
        for printed in (
            [each for each in near if each.offset >= 0][:_MOST_TRIED],
            islice(_printed_beside(sources, windows), _MOST_BESIDE),
            [each for source in windows for each in sources.related(source, words)],
        )
    )
    calculation = Calculation(figure, operations, _is_led_by(draft, figure))
    rounded: Working | None = None
    for working in _workings(draft, calculation, (own, beside), related):
        state, first = _agreement(figure, working.value), working.figures[0]
        if state is None or _is_met_by_chance(calculation, working):
            continue
        if state is FigureState.BOUND:
            return with_printed(item, state, first, f"worked out: {working.written}")
        surely = first.offset >= 0 and figure.digits > 1
        if state is FigureState.ROUNDED and rounded is None and surely:
            rounded = working
    if rounded is None or item.state is FigureState.ROUNDED:
        return item
    how = f"worked out ({rounded.written}) and rounded"
    return with_printed(item, FigureState.ROUNDED, rounded.figures[0], how)


def _in_span(figure: Figure, printed: PrintedFigure) -> PrintedFigure:
    """A printed span of time in the unit of an article's: eight years are 96 months."""
    if figure.unit not in SPANS_OF_TIME or printed.figure.unit not in SPANS_OF_TIME:
        return printed
    return replace(printed, figure=in_unit_of(figure, printed.figure))


def _printed_beside(
    sources: SourceFigures, windows: Mapping[str, Sequence[tuple[int, int]]]
) -> Iterator[PrintedFigure]:
    """The figures of the sentences right before and behind those that an article leads to."""
    for source, spans in windows.items():
        places = {place for span in spans for place in sources.beside(source, span)}
        for place in sorted(places - set(spans)):
            yield from sources.within(source, *place)


def _with_share_of_rest(item: AssessedFigure, near: Sequence[PrintedFigure]) -> AssessedFigure:
    """Let a share stand that two others leave: a twelfth, of two thirds and a quarter."""
    shares = [each for each in near if each.figure.unit == SHARE and each.offset >= 0]
    for first, second in combinations(shares, 2):
        rest = 1 - first.figure.value - second.figure.value
        together = first.source == second.source and are_in_one_sentence(first, second)
        if together and abs(rest - item.figure.value) < _LEAST_OF_A_SHARE:
            how = f"worked out: 1 {LEFT_OF} {first.written} {LEFT_OF} {second.written}"
            return with_printed(item, FigureState.BOUND, first, how)
    return item


def _is_open(item: AssessedFigure) -> bool:
    """Whether a figure is missing, or is another one rounded where nothing says so."""
    if item.state is FigureState.ROUNDED:
        return not item.figure.rough
    missing = item.state in (FigureState.ABSENT, FigureState.CONTRADICTED)
    is_percent = item.figure.unit == PERCENT
    return missing and (not item.reason or (item.reason == UNIT_DIFFERS and not is_percent))


def _workings(
    draft: StatedFigures,
    calculation: Calculation,
    passage: tuple[Sequence[PrintedFigure], Sequence[PrintedFigure]],
    related: Sequence[PrintedFigure],
) -> Iterator[Working]:
    """What the figures of a passage come to, as far as a text says that something was done.

    Args:
        draft: the sentence of the article.
        calculation: its figure, and what its words say that was done.
        passage: the figures of the passage, and of the sentences right before and behind it.
        related: the figures of sentences that share a word with the article's.
    """
    figure, (own, beside) = calculation.figure, passage
    printed = [*own, *beside]
    for first, second in chain(combinations(own, 2), product(own, beside)):
        if first.source == second.source:
            yield from workings_of_pair(calculation, first, second)
    if calculation.is_percentage:
        yield from _percentages(draft, calculation, printed, related)
        yield from _changes(printed)
    yield from _of_siblings(draft, calculation)
    for sibling in draft.figures:
        yield from _complements(figure, sibling, [*printed, *related])
        yield from _part_of_related(figure, sibling, related)
        yield from _part_of_sibling(figure, sibling, printed)
    yield from _of_a_year(draft, figure, printed)
    yield from _of_several(figure, printed)
    yield from _rests(printed)
    yield from _leads(figure, own)
    yield from _totals(figure, printed)
    yield from for_each(draft.text, figure, own)
    for three in combinations(printed[:_MOST_ADDED], 3):
        yield from workings_of_three(calculation, three)
    if calculation.operations or (calculation.is_percentage and figure.rough):
        for first, second in islice(_pairs_beside(related), _MOST_PAIRS):
            yield from workings_of_pair(calculation._replace(is_led_by=False), first, second)


def _percentages(
    draft: StatedFigures,
    calculation: Calculation,
    printed: Sequence[PrintedFigure],
    related: Sequence[PrintedFigure],
) -> Iterator[Working]:
    """What is left of a hundred percent, and what part its own figures are of printed ones.

    Args:
        draft: the sentence of the article.
        calculation: its figure.
        printed: the figures of the passage.
        related: the figures of sentences that share a word with the article's.
    """
    if calculation.differs:
        for each in (*printed, *related):
            if each.figure.unit == PERCENT:
                yield Working(100 - each.figure.value, (each,), "")
    yield from _shares(draft, printed)


def _changes(printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """By how many percent something changes that a passage says rises `by a quarter`."""
    for each in printed:
        if each.figure.is_change:
            yield Working(100 * each.figure.value, (each,), "")


def _rests(printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """What a rate leaves: 85 offices, where `63 of the 148 offices` close."""
    for each in printed:
        numbers = [Decimal(number) for number in _DIGITS.findall(each.written)]
        if each.figure.unit == SHARE and len(numbers) == 2:  # `63 of the 148`
            yield Working(numbers[1] - numbers[0], (each,), LEFT_OF)


def _totals(figure: Figure, printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """What all the counts of a sentence come to: `412 votes for, 187 against and 31 blank`.

    Args:
        figure: the figure of the article.
        printed: the figures of the passage.
    """
    if figure.kind is not FigureKind.NUMBER or figure.digits < _DIGITS_OF_A_TOTAL:
        return
    counts = [
        each
        for each in printed
        if each.figure.kind is FigureKind.NUMBER and _are_plain(each.figure)
    ]
    for number, first in enumerate(counts):
        if not count_alike(figure, first.figure):
            continue
        added = [each for each in counts[number:] if are_in_one_sentence(first, each)]
        total = sum(map(value_of, added), Decimal())
        if len(added) >= _FEWEST_OF_A_TOTAL and total == figure.value:
            yield Working(total, tuple(added), "+")


def _of_siblings(draft: StatedFigures, calculation: Calculation) -> Iterator[Working]:
    """What other figures of the article's own sentence come to: `51 people, 47 of them passengers`.

    Args:
        draft: the sentence.
        calculation: the figure.
    """
    figure = calculation.figure
    siblings = [
        PrintedFigure(each, draft.text, draft.source, -1)
        for each in draft.figures
        if each is not figure and each.kind in COUNTED
    ][:_MOST_ADDED]
    free = calculation._replace(
        operations=calculation.operations | Arithmetic.DIFFERENCE | Arithmetic.SUM
    )
    for first, second in combinations(siblings, 2):
        alike = count_alike(figure, first.figure)
        if alike or _are_plain(figure, first.figure, second.figure):
            if add_up(free, first, second, loose=True):
                yield difference(first, second)
            if add_up(free, first, second, loose=True, sums=True):
                yield Working(value_of(first) + value_of(second), (first, second), "+")
        yield from ratios(free, first, second)
        yield from parts(figure, first, second)


def _are_plain(*figures: Figure) -> bool:
    return not any(figure.unit for figure in figures)


def _part_of_related(
    figure: Figure, sibling: Figure, related: Sequence[PrintedFigure]
) -> Iterator[Working]:
    """What a share that the article prints comes to of a figure that its source prints."""
    share = sibling.value if sibling.unit == SHARE else sibling.value / 100
    if sibling.unit not in (SHARE, PERCENT) or not 0 < share < 1 or figure.unit == PERCENT:
        return
    for whole in related:
        if whole.figure.digits > 1 and have_one_unit(figure, whole.figure):
            yield Working(value_of(whole) * share, (whole,), "")


def _part_of_sibling(
    figure: Figure, sibling: Figure, printed: Sequence[PrintedFigure]
) -> Iterator[Working]:
    """What a share that a passage prints comes to of what the article prints: a third, of 420.

    Args:
        figure: the figure.
        sibling: another figure of its sentence.
        printed: the figures of the passage.
    """
    if sibling.kind is not figure.kind or sibling.unit != figure.unit or figure.unit in SHARE_UNITS:
        return
    for whole in printed:
        for part in printed if whole.figure.value == sibling.value else ():
            share = part.figure.value / (100 if part.figure.unit == PERCENT else 1)
            if part.figure.unit in SHARE_UNITS and 0 < share < 1 and part.source == whole.source:
                yield Working(whole.figure.value * share, (whole, part), "×")


def _leads(figure: Figure, printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """What somebody has whom a passage calls so much ahead, or behind: `41 points, three ahead of`.

    Args:
        figure: the figure.
        printed: the figures of the passage.
    """
    if figure.kind is not FigureKind.NUMBER or not figure.noun:
        return
    for lead in printed:
        is_number = lead.figure.kind is FigureKind.NUMBER
        if not (is_number and _AHEAD.match(lead.text, lead.figure.end)):
            continue
        for own in printed:
            alike = own is not lead and have_like_nouns(figure, own.figure)
            if alike and are_in_one_sentence(own, lead):
                yield Working(value_of(own) - value_of(lead), (own, lead), LEFT_OF)
                yield Working(value_of(own) + value_of(lead), (own, lead), "+")


def _complements(
    figure: Figure, sibling: Figure, printed: Sequence[PrintedFigure]
) -> Iterator[Working]:
    """What is left of a whole that the article prints, too: `only 14 of the 41 projects`.

    Args:
        figure: the figure.
        sibling: another figure of its sentence.
        printed: the figures of the passage.
    """
    if sibling.value <= figure.value or not sibling.kind is figure.kind is FigureKind.NUMBER:
        return
    wholes = [each for each in printed if each.figure.value == sibling.value]
    for whole in wholes[:1]:
        for other in printed:
            near = abs(other.figure.start - whole.figure.start) <= _FAR_OF_A_PAIR
            if near and other.source == whole.source and not other.figure.unit:
                yield Working(whole.figure.value - other.figure.value, (whole, other), LEFT_OF)


def _pairs_beside(
    figures: Sequence[PrintedFigure],
) -> Iterator[tuple[PrintedFigure, PrintedFigure]]:
    """The pairs of figures of a source that stand near each other, or are long.

    Args:
        figures: figures, source by source, in order.
    """
    for number, first in enumerate(figures):
        for second in figures[number + 1 :]:
            if first.source != second.source:
                break
            is_near = second.figure.start - first.figure.start <= _FAR_OF_A_PAIR
            left, right = first.figure, second.figure
            if is_near or (
                min(left.digits, right.digits) > 1 and left.digits + right.digits >= _DIGITS_OF_TWO
            ):
                yield first, second


def _of_a_year(
    draft: StatedFigures, figure: Figure, printed: Sequence[PrintedFigure]
) -> Iterator[Working]:
    """What is paid a month comes to in a year."""
    if not _YEAR.search(draft.text, draft.start, draft.end):
        return
    for each in printed:
        behind = each.text[each.figure.end : each.figure.end + FAR_OF_A_WHOLE]
        if _MONTH.search(behind) and have_one_unit(figure, each.figure, loose=True):
            yield Working(value_of(each) * _MONTHS, (each,), f"× {_MONTHS}")


def _of_several(figure: Figure, printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """What several things come to of which each does so much: `two, at 185,000 pounds each`.

    Years are several things, too: `for fifteen years, 7.8 million a year`.

    Args:
        figure: the figure.
        printed: the figures of the passage.
    """
    counts = [
        each
        for each in printed
        if each.figure.kind is FigureKind.NUMBER
        and not each.figure.unit
        and 1 < each.figure.value <= _MOST_OF_ONE_PRICE
    ]
    years = [each for each in printed if each.figure.unit == YEARS and value_of(each) > 1]
    for price in printed:
        if not have_one_unit(figure, price.figure):
            continue
        text, low, high = price.text, price.figure.start, price.figure.end
        numbers = counts if _EACH.match(text, high) or _is_for_each(text, low) else []
        numbers = numbers + (years if _A_YEAR.match(text, high) else [])
        for number in numbers:
            if number is not price and number.source == price.source:
                yield Working(value_of(number) * value_of(price), (number, price), "×")


def _is_for_each(text: str, start: int) -> bool:
    """Whether a clause says before a figure for what each of several has so many."""
    return bool(_FOR_EACH.search(text, max(0, start - FAR_OF_A_WHOLE), start))


def _shares(draft: StatedFigures, printed: Sequence[PrintedFigure]) -> Iterator[Working]:
    """What part of a figure of the passage another figure of the article is, in percent."""
    for sibling in draft.figures:
        if sibling.kind not in COUNTED or sibling.unit in (PERCENT, POINTS, *OF_RATES):
            continue
        for whole in printed:
            one_unit = have_one_unit(sibling, whole.figure)
            if one_unit and 0 < sibling.value < whole.figure.value:
                share = sibling.value * 100 / whole.figure.value
                yield Working(share, (whole,), "")


def _agreement(figure: Figure, value: Decimal) -> FigureState | None:
    """Whether a figure says a value: exactly, or rounded; None where it does not."""
    if value == figure.value:
        return FigureState.BOUND
    if (
        (value - figure.value) * figure.bound < 0
        or value <= 0
        or abs(value - figure.value) > _LEAST_OF_ROUNDED * figure.value
    ):
        return None
    exponent = figure.value.normalize().as_tuple().exponent
    place = Decimal(10) ** (exponent if isinstance(exponent, int) else 0)
    steps = value / place
    if steps != steps.to_integral_value() or figure.unit == PERCENT:
        # What has been divided has no end of digits: nobody writes them all.
        is_quotient = steps.as_tuple().exponent not in range(-DIGITS_BEYOND_CHANCE, 1)
        if steps.quantize(Decimal(1), ROUND_HALF_UP) * place == figure.value:
            exact_enough = is_quotient or figure.unit == PERCENT or figure.rough
            return FigureState.BOUND if exact_enough else FigureState.ROUNDED
        ways = (ROUND_UP, ROUND_DOWN)
        if figure.rough and any(
            steps.quantize(Decimal(1), way) * place == figure.value for way in ways
        ):
            return FigureState.BOUND
    return None


def _is_met_by_chance(calculation: Calculation, working: Working) -> bool:
    """Whether a working that fits says little: one figure is lost in another, or stands apart.

    Args:
        calculation: the figure of the article, and what its sentence says that was done.
        working: what figures of a source come to.
    """
    figure, theirs = calculation.figure, working.figures
    values = [abs(value_of(each)) for each in theirs]
    if working.sign in ("+", LEFT_OF) and min(values) < _LEAST_PART * max(values):
        return True  # 31 million, less seven
    says_so = bool(calculation.operations) and figure.rough
    if says_so or calculation.is_percentage or working.value == figure.value:
        return False
    return any(not are_in_one_sentence(*pair) for pair in combinations(theirs, 2))


def _is_led_by(draft: StatedFigures, figure: Figure) -> bool:
    """Whether a preposition says by how much: `by five`, `um fünf`."""
    low = max(draft.start, figure.start - _FAR_OF_A_PREPOSITION)
    return _BY.search(draft.text, low, figure.start) is not None
