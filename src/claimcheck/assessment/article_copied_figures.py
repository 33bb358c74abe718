"""Figures that an article changes in a sentence that it nearly copies from its source."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.figure import FigureKind
from claimcheck.assessment.article_alignment import align
from claimcheck.assessment.article_figure_equality import agree, is_same

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article_alignment import Exchange, SentenceAlignment
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_source_figures import SourceFigures
    from claimcheck.model import Span

# Sentences of more figures are lists, and not compared for two that changed places.
_MOST_SWAPPED: Final = 6
_NEXT_WORD: Final = re.compile(r"\s+([^\W\d_]{3,})")


class _Original(NamedTuple):
    """The sentence of a source that an article nearly copies.

    Attributes:
        source: the id of the source.
        text: its text.
        place: where the sentence begins and ends there.
        alignment: how the two sentences differ.
    """

    source: str
    text: str
    place: Span
    alignment: SentenceAlignment


def exchanged_figures(
    sources: SourceFigures,
    draft: str,
    span: Span,
    figures: Sequence[Figure],
    windows: Mapping[str, Sequence[Span]],
) -> tuple[dict[int, PrintedFigure], int]:
    """Return what a source prints in the place of figures, in a sentence nearly copied from it.

    Whoever copies a sentence and changes a figure cites no other place of the source. The second
    value is how many words the sentence has of its own.

    Args:
        sources: what the sources print.
        draft: the article's text.
        span: where its sentence begins and ends, in code points.
        figures: the figures of the sentence, in order.
        windows: where the sentence leads, by source.
    """
    original = _likest_sentence(sources, draft, span, windows)
    if original is None:
        return {}, 0
    exchanged = {}
    for exchange in original.alignment.exchanges:
        figure = _figure_at(figures, exchange.start, exchange.end, draft)
        if figure is None:
            continue
        if printed := _printed_instead(sources, draft, figure, original, exchange):
            exchanged[figure.start] = printed
    if not (exchanged or original.alignment.whole):
        exchanged = _swapped_figure(sources, draft, span, figures, original)
    return exchanged, original.alignment.others


def _likest_sentence(
    sources: SourceFigures, draft: str, span: Span, windows: Mapping[str, Sequence[Span]]
) -> _Original | None:
    """The sentence that shares most words with an article's; None where none is nearly the same.

    Args:
        sources: what the sources print.
        draft: the article's text.
        span: where its sentence begins and ends, in code points.
        windows: where the sentence leads, by source.
    """
    best: _Original | None = None
    for source, places in windows.items():
        text = sources.text(source)
        distinct: dict[str, Span] = {}
        for place in places:
            distinct.setdefault(text[slice(*place)], place)
        for place in distinct.values():
            alignment = align(draft, span, text, place)
            if alignment and (best is None or alignment.shared > best.alignment.shared):
                best = _Original(source, text, place, alignment)
    return best


def _printed_instead(
    sources: SourceFigures, draft: str, figure: Figure, original: _Original, exchange: Exchange
) -> PrintedFigure | None:
    """What a source prints in the place of a figure; None where it prints the same there.

    Args:
        sources: what the sources print.
        draft: the article's text.
        figure: the figure.
        original: the sentence that is nearly copied.
        exchange: the words that stand in the place of others.
    """
    window = sources.window(original.source, exchange.printed_start, exchange.printed_end)
    within = sources.within(original.source, *window)
    printed = next((each for each in within if _overlaps(exchange, each.figure)), None)
    if printed is None or agree(figure, printed.figure):
        return None
    # In `412 employees` the noun alone may be exchanged.
    is_noun = exchange.start >= figure.end
    if is_noun and any(is_same(figure, each.figure) for each in within):
        return None
    if any(_is_told_alike(draft, figure, original.text, each.figure) for each in within):
        return None
    return printed


def _swapped_figure(
    sources: SourceFigures,
    draft: str,
    span: Span,
    figures: Sequence[Figure],
    original: _Original,
) -> dict[int, PrintedFigure]:
    """Return what a source prints in the place of a figure that has changed it with the next.

    `by 17 votes to 24` is copied from `by 24 votes to 17`, if nothing else differs.

    Args:
        sources: what the sources print.
        draft: the article's text.
        span: where its sentence begins and ends, in code points.
        figures: the figures of the sentence, in order.
        original: the sentence that is nearly copied.
    """
    if len(figures) > _MOST_SWAPPED:
        return {}
    for first, second in pairwise(figures):
        if first.kind is not second.kind:
            continue
        turned = "".join(
            (
                draft[span[0] : first.start],
                draft[second.start : second.end],
                draft[first.end : second.start],
                draft[first.start : first.end],
                draft[second.end : span[1]],
            )
        )
        alignment = align(turned, (0, len(turned)), original.text, original.place)
        if not (alignment and alignment.whole):
            continue
        within = sources.within(original.source, *original.place)
        printed = next((each for each in within if is_same(second, each.figure)), None)
        if printed is not None and any(is_same(first, each.figure) for each in within):
            return {first.start: printed}
    return {}


def _figure_at(figures: Sequence[Figure], start: int, end: int, text: str) -> Figure | None:
    """Return the figure that words of an article are, or are the unit or the noun of."""
    for figure in figures:
        follows = start >= figure.end and not text[figure.end : start].strip(" -\u00a0\u202f")
        if follows or (figure.start < end and start < figure.end):
            return figure
    return None


def _overlaps(exchange: Exchange, printed: Figure) -> bool:
    """Whether the words of a source whose place others take are, or hold, a figure."""
    if printed.kind is FigureKind.TIME and exchange.printed_start > printed.start:
        return False  # `la mañana`, behind `a las once de`
    return printed.start < exchange.printed_end and exchange.printed_start < printed.end


def _is_told_alike(text: str, figure: Figure, printed: str, other: Figure) -> bool:
    """Whether two figures are the same, and the same word follows: `nine more`, and `nine more`."""
    following, there = _NEXT_WORD.match(text, figure.end), _NEXT_WORD.match(printed, other.end)
    return bool(following and there and following[1] == there[1] and agree(figure, other))
