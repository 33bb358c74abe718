"""Weekdays that are not the source's: `on Tuesday`, where it names a Wednesday for it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from operator import itemgetter
from typing import TYPE_CHECKING

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.measure_words import code_of
from claimcheck.anchor.relative_dates import names_other_day, weekdays_in
from claimcheck.assessment.article import AssessedFigure, FigureState
from claimcheck.assessment.article_relative_dates import day_issued
from claimcheck.assessment.article_trends import places_about

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimcheck.anchor.relative_dates import NamedWeekday
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.assessment.article_trends import StatedFigures


def differing_weekdays(
    draft: StatedFigures,
    number: int,
    sources: SourceFigures,
    windows: Callable[[], Mapping[str, Sequence[tuple[int, int]]]],
) -> Iterator[AssessedFigure]:
    """Yield the weekdays of a sentence that no cited source names, where it names another.

    Args:
        draft: the sentence.
        number: its number.
        sources: what the sources print.
        windows: returns where the sentence leads, by source.
    """
    text, span, code = draft.text, (draft.start, draft.end), code_of(draft.vocabulary)
    named = weekdays_in(text, span, code)
    # Of two that a sentence names, one may be worked out from the other.
    if len({weekday.number for weekday in named}) != 1 or names_other_day(text, span, code):
        return
    printed = _printed(draft, sources, windows())
    if printed is None:
        return
    source, there = printed
    named_there = {weekday for each in windows() for weekday in _printed_weekdays(sources, each)}
    for weekday in named:
        if weekday.number in named_there:
            continue
        figure = Figure(weekday.start, weekday.end, FigureKind.WEEKDAY, Decimal(weekday.number + 1))
        yield AssessedFigure(
            figure, text[weekday.start : weekday.end], FigureState.CONTRADICTED, number,
            sources.text(source)[there.start : there.end], source, there.start,
        )  # fmt: skip


def _printed(
    draft: StatedFigures,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> tuple[str, NamedWeekday] | None:
    """The weekday of the passage that is likest to a sentence; None where that names none.

    Args:
        draft: the sentence.
        sources: what the sources print.
        windows: where the sentence leads, by source.
    """
    likest = max(places_about(draft, sources, windows), key=itemgetter(0), default=None)
    if likest is None:
        return None
    _shared, source, span = likest
    code = code_of(sources.language(source, *span))
    text = sources.text(source)
    named = weekdays_in(text, span, code)
    if not named or names_other_day(text, span, code):
        return None
    return source, named[0]


def _printed_weekdays(sources: SourceFigures, source: str) -> Iterator[int]:
    """The numbers of the weekdays that a source names, or of whose dates it does."""
    text = sources.text(source)
    code = code_of(sources.language(source, 0, len(text)))
    for weekday in weekdays_in(text, (0, len(text)), code):
        yield weekday.number
    issued = day_issued(sources, source)
    if issued is not None:
        yield issued.weekday()
    for printed in sources.all_of(source):
        parts = printed.figure.parts
        if printed.figure.kind is not FigureKind.DATE:
            continue
        year, month, day = (*parts, None, None, None)[:3]
        for each in (year,) if year else _years_around(issued):
            try:
                yield dt.date(each, month or 0, day or 0).weekday()
            except ValueError:
                continue


def _years_around(issued: dt.date | None) -> tuple[int, ...]:
    """The years that a date without one may be of, by the day on which its text came out."""
    return (issued.year - 1, issued.year, issued.year + 1) if issued else ()
