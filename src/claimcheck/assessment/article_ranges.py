"""Ranges of an article of which one end is not the source's: `25 to 35 evenings` for `25 to 30`."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcheck.anchor.figure_words import BETWEEN
from claimcheck.anchor.sentences import breaks
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import agree, are_comparable, is_same

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_trends import StatedFigures


def with_range(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Hold one end of a range against a figure, where the source prints its other end with another.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    if item.state not in (FigureState.BOUND, FigureState.CONTRADICTED, FigureState.ABSENT):
        return item
    for ends in _ranges(draft.text, draft.figures):
        if item.figure not in ends:
            continue
        own = ends.index(item.figure)
        printed = [each for each in near if each.offset >= 0]
        places = {each.figure: each for each in printed}
        theirs = list(_ranges(printed[0].text, list(places))) if printed else []
        if any(is_same(ends[0], low) and is_same(ends[1], high) for low, high in theirs):
            return item
        for pair in theirs:
            shared, other = pair[1 - own], pair[own]
            elsewhere = (
                each for each in printed
                if is_same(item.figure, each.figure)
                and breaks(each.text, *sorted((each.figure.start, other.start)))
            )  # fmt: skip
            if any(elsewhere):
                continue
            if is_same(ends[1 - own], shared) and not agree(item.figure, other):
                return with_printed(item, FigureState.CONTRADICTED, places[other], "")
    return item


def _ranges(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """The ranges of a text: two figures of one kind, the larger behind, and a word between."""
    for low, high in pairwise(figures):
        between = text[low.end : high.start]
        joined = low.end <= high.start and BETWEEN.fullmatch(between) is not None
        if joined and are_comparable(low, high) and low.value < high.value:
            yield low, high
