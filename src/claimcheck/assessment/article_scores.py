"""Scores of an article of which one side is not the source's: `3-2`, for `3-1`."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import FigureKind
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_trends import StatedFigures

_BETWEEN: Final = re.compile(r"[-–:]")
_HIGHEST: Final = 200


def with_score(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Hold one side of a score against a figure, where the passage prints one with another.

    Where a sentence or the passage has several scores, the one may lead to the other, and none is
    held against it.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    ours = list(scores_in(draft.text, draft.figures))
    printed = [each for each in near if each.offset >= 0]
    if len(ours) != 1 or item.figure not in ours[0] or not printed:
        return item
    places = {each.figure: each for each in printed}
    theirs = list(scores_in(printed[0].text, sorted(places, key=lambda figure: figure.start)))
    values = {tuple(sorted(figure.value for figure in score)) for score in theirs}
    mine = tuple(sorted(figure.value for figure in ours[0]))
    if len(values) != 1 or mine in values:
        return item
    (other,) = values
    wrong = next((figure for figure in ours[0] if figure.value not in other), None)
    if item.figure is not wrong or not set(mine) & set(other):
        return item
    there = next((each for each in theirs[0] if each.value not in mine), theirs[0][0])
    return with_printed(item, FigureState.CONTRADICTED, places[there], "")


def scores_in(text: str, figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the scores of a text: two plain numbers with a dash or a colon between them.

    Args:
        text: the text.
        figures: figures of it, in order.
    """
    for first, second in pairwise(figures):
        plain = all(
            each.kind is FigureKind.NUMBER and not each.in_words and 0 <= each.value <= _HIGHEST
            for each in (first, second)
        )
        if plain and _BETWEEN.fullmatch(text, first.end, second.start):
            yield first, second
