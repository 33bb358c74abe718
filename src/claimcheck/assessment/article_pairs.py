"""Pairs of figures of an article whose source prints each apart: `rose from 812 to 849`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import is_same
from claimcheck.assessment.article_source_figures import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcheck.anchor.figure import Figure
    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_trends import StatedFigures

# Two figures of so many digits are the same by no chance.
_DIGITS_BEYOND_CHANCE: Final = 4


def with_pair(
    item: AssessedFigure,
    draft: StatedFigures,
    near: Sequence[PrintedFigure],
    far: Callable[[], Sequence[PrintedFigure]],
) -> AssessedFigure:
    """Let a pair stand both of whose figures the source prints, beside what the article speaks of.

    Another pair of the passage that the article leads to, `from 412 to 206`, is another thing's.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
        far: returns what else the cited sources print.
    """
    if item.state is not FigureState.CONTRADICTED:
        return item
    pair = draft.pair(draft.figures.index(item.figure))
    if pair is None:
        return item
    words = words_of(draft.text[draft.start : draft.end])
    elsewhere = [*near, *far()]
    places = [_place(figure, elsewhere, words) for figure in pair]
    printed = places[pair.index(item.figure)]
    if printed is None or None in places:
        return item
    return with_printed(item, FigureState.BOUND, printed, "")


def _place(
    figure: Figure, printed: Sequence[PrintedFigure], words: frozenset[str]
) -> PrintedFigure | None:
    """Where a figure stands beside a word of the article, or is too long to stand by chance."""
    for each in printed:
        is_long = figure.digits >= _DIGITS_BEYOND_CHANCE
        if is_same(figure, each.figure) and (is_long or words_of(each.figure.noun) & words):
            return each
    return None
