"""Dates of an article that its source names from its own: `on 12 November`, for `on Tuesday`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.measure_words import code_of
from claimcheck.anchor.relative_dates import where_meant, year_before
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_working import YEARS, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures

# How far into a text its dateline stands, in code points.
_HEAD: Final = 600
# `nearly forty years` is said of 38.
_YEARS_OF_NEARLY: Final = 2


class _Meaning(NamedTuple):
    """Words of a source that mean a date or a span of years: where they stand, and how."""

    source: str
    start: int
    printed: str
    reason: str


def with_relative_date(
    item: AssessedFigure,
    sources: SourceFigures,
    windows: Mapping[str, Sequence[tuple[int, int]]],
) -> AssessedFigure:
    """Let a date stand that its source means by a weekday, `yesterday` or `last year`.

    Args:
        item: the figure, as compared.
        sources: what the sources print.
        windows: where its sentence leads, by source.
    """
    dated = item.figure.kind in (FigureKind.DATE, FigureKind.YEAR)
    missing = item.state in (FigureState.ABSENT, FigureState.CONTRADICTED)
    if not missing or not (dated or item.figure.unit == YEARS):
        return item
    meanings = (
        meaning
        for source, spans in windows.items()
        if (issued := day_issued(sources, source)) is not None
        for meaning in _meanings(item.figure, sources, source, spans, issued)
    )
    meaning = next(meanings, None)
    if meaning is None:
        return item
    return item._replace(
        state=FigureState.BOUND, printed=meaning.printed, source=meaning.source,
        start=meaning.start, reason=meaning.reason,
    )  # fmt: skip


def _meanings(
    figure: Figure,
    sources: SourceFigures,
    source: str,
    spans: Sequence[tuple[int, int]],
    issued: dt.date,
) -> Iterator[_Meaning]:
    """Yield the words of a source that mean a figure, as of the day on which it came out.

    Args:
        figure: a date, a year, or a number of years.
        sources: what the sources print.
        source: the source's id.
        spans: where a sentence of an article leads.
        issued: the day on which the source came out.
    """
    text = sources.text(source)
    for span in spans:
        if figure.unit == YEARS:
            for printed in _years_apart(figure, issued, sources.within(source, *span)):
                years = sorted((int(value_of(printed)), issued.year))
                reason = f"from {years[0]} to {years[1]}"
                yield _Meaning(source, printed.figure.start, printed.written, reason)
            continue
        code = code_of(sources.language(source, *span))
        if place := where_meant(figure, text, span, code, issued):
            words = " ".join(text[slice(*place)].split())
            reason = f"“{words}” in a text of {issued.isoformat()}"
            yield _Meaning(source, place[0], words, reason)
        for near in (span, *sources.beside(source, span)):
            if figure.kind is not FigureKind.YEAR:
                break
            printed_years = [each.figure for each in sources.within(source, *near)]
            bases = {int(each.value) for each in printed_years if each.kind is FigureKind.YEAR}
            bases |= {issued.year, issued.year - 1}
            if place := year_before(figure, text, near, code, bases):
                words = " ".join(text[slice(*place)].split())
                yield _Meaning(source, place[0], words, f"“{words}”")


def _years_apart(
    figure: Figure, issued: dt.date, printed: Sequence[PrintedFigure]
) -> Iterator[PrintedFigure]:
    """The years so many years before a text came out, or behind it."""
    for each in printed:
        if each.figure.kind not in (FigureKind.YEAR, FigureKind.DATE) or not value_of(each):
            continue
        years = abs(issued.year - value_of(each))
        near = figure.rough and 0 <= figure.value - years <= _YEARS_OF_NEARLY
        if years and (years == figure.value or near):
            yield each


def day_issued(sources: SourceFigures, source: str) -> dt.date | None:
    """Return the day on which a source came out: as its record says, else as its text's head does.

    Args:
        sources: what the sources print.
        source: the source's id.
    """
    recorded = sources.issued(source)
    if recorded is not None:
        return recorded
    for printed in sources.within(source, 0, min(_HEAD, len(sources.text(source)))):
        parts = printed.figure.parts
        if printed.figure.kind is FigureKind.DATE and None not in parts:
            year, month, day = (part or 0 for part in parts)
            try:
                return dt.date(year, month, day)
            except ValueError:
                return None
    return None
