"""Dates of a draft that its source names from its own: `on 12 November`, for `on Tuesday`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.relative_dates import where_meant, year_before
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_figure_agreement import PrintedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures

# How far into a text its dateline stands, in code points.
_HEAD: Final = 600


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
    figure = item.figure
    dated = figure.kind in (FigureKind.DATE, FigureKind.YEAR)
    if not (dated or figure.unit == _YEARS) or item.state not in (
        FigureState.ABSENT,
        FigureState.CONTRADICTED,
    ):
        return item
    for source, spans in windows.items():
        issued = _issued(sources, source)
        if issued is None:
            continue
        text = sources.text(source)
        for span in spans:
            if figure.unit == _YEARS:
                since = _year_before(figure, issued, sources.within(source, *span))
                if since is not None:
                    reason = f"from {since.written} to {issued.year}"
                    return with_printed(item, FigureState.BOUND, since, reason)
            elif figure.kind is FigureKind.YEAR and (
                place := year_before(
                    figure,
                    text,
                    span,
                    [each.figure for each in sources.within(source, *span)],
                    issued,
                )
            ):
                printed = " ".join(text[slice(*place)].split())
                return item._replace(
                    state=FigureState.BOUND, printed=printed, source=source, start=place[0],
                    reason=f"“{printed}”",
                )  # fmt: skip
            elif place := where_meant(figure, text, *span, issued):
                printed = " ".join(text[slice(*place)].split())
                return item._replace(
                    state=FigureState.BOUND, printed=printed, source=source, start=place[0],
                    reason=f"“{printed}” in a text of {issued.isoformat()}",
                )  # fmt: skip
    return item


def _year_before(
    figure: Figure, issued: dt.date, printed: Sequence[PrintedFigure]
) -> PrintedFigure | None:
    """The year from which on so many years have gone by when a text came out."""
    for each in printed:
        other = each.figure
        year = other.parts[0] if other.kind is FigureKind.DATE else None
        if other.kind is FigureKind.YEAR:
            year = int(other.value)
        years = issued.year - year if year else 0
        near = figure.rough and 0 <= figure.value - years <= _YEARS_OF_NEARLY
        if years > 0 and (years == figure.value or near):
            return each
    return None


# `nearly forty years` is said of 38.
_YEARS_OF_NEARLY: Final = 2
_YEARS: Final = "yr"


def _issued(sources: SourceFigures, source: str) -> dt.date | None:
    """The day on which a source came out: as its record says, else as the head of its text does."""
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
