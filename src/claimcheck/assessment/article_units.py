"""Units that a text writes once for two figures: `€3.1 million, up from 2.6 million`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figures import Figure, FigureKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.article_figure_agreement import PrintedFigure

# What is smaller may count people or days beside a sum of money.
_LARGE_SUM: Final = 1_000_000
# What follows a sum and is not what it counts: `2.6 million before`, `de 118 miljoen die …`.
_EARLIER_WORDS: Final = (
    "before earlier previously last zuvor vorher bisher vorjahr précédent précédents avant "
    "auparavant anterior anteriores antes precedente precedenti prima die dat eerder vorig werd "
    "tidigare året förra"
)
_OF_AN_EARLIER_TIME: Final = frozenset(_EARLIER_WORDS.split())


def has_unit_beside(
    figure: Figure,
    siblings: Sequence[Figure],
    printed: PrintedFigure,
    near: Sequence[PrintedFigure],
) -> bool:
    """Whether two figures are one sum, of which one has its unit at another figure of its text.

    Args:
        figure: a figure of the draft.
        siblings: the figures of its sentence.
        printed: a figure of the passage.
        near: the figures of the passage.
    """
    if figure.value != printed.figure.value or figure.value < _LARGE_SUM:
        return False
    bare, known = figure, printed.figure
    others: Iterable[Figure] = siblings
    if figure.unit:
        bare, known = known, bare
        others = (each.figure for each in near if each.source == printed.source)
    is_sum = bare.kind is FigureKind.NUMBER and known.kind is FigureKind.MONEY
    counts_nothing = not bare.noun or bare.noun in _OF_AN_EARLIER_TIME
    return is_sum and counts_nothing and any(each.unit == known.unit for each in others)
