"""Sums and percentages below nought: `a loss of 5 million` for −5 million, and no profit of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.trends import falls
from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_figure_agreement import with_printed
from claimcheck.assessment.article_figure_equality import SIGNED_KINDS, is_same

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.article import AssessedFigure
    from claimcheck.assessment.article_printed_figure import PrintedFigure
    from claimcheck.assessment.article_trends import StatedFigures

# What has a minus sign in a table: `a loss of 5 million` for −5 million.
_LOSS: Final = re.compile(
    r"\b(?:loss(?:es)?|deficit|shortfall|lost|verlust\w*|defizit\w*|fehlbetrag\w*|pertes?|déficit|"
    r"pérdidas?|perdit[ae]|disavanzo|prejuízos?|verlie[sz]\w*|tekort\w*|förlust\w*|underskott\w*|"
    r"underskud\w*|strat[aęy]|убыт\w+|дефицит\w*)\b",
    re.IGNORECASE,
)
BELOW_NOUGHT: Final = "it is below nought there, and above it here"
ABOVE_NOUGHT: Final = "it is above nought there, and below it here"
# Words by which a figure without a minus is one below nought.
_BELOW: Final = re.compile(
    r"\b(?:minus|negativ\w*|négati\w*|moins|menos|meno|minder|mindre|mniej|меньше|ниже|минус|down|"
    r"below|under|less|lower|fewer|worse|short|red|weniger|unter|rot\w*|inférieur\w*|inferior\w*|"
    r"onder|lager|lägre|lavere|poniżej)\b",
    re.IGNORECASE,
)
# What leads to a figure and says nothing of a change: `the margin was`, `a net result of`.
_STATES: Final = re.compile(
    r"(?:\b(?:was|were|is|are|stood at|came to|amounted to|betrug|beträgt|war|ist|lag bei|"
    r"liegt bei|était|est|atteint|era|es|è|foi|fue|é|bedroeg|is|was|var|är|er|"
    r"wyniosła?|wynosi|составил[аи]?)"
    r"|\b(?:result|margin|income|balance|growth|return|ergebnis|marge|rendite|bilanz|résultat|solde|"
    r"resultado|saldo|margen|risultato|margine|resultat|marginal|wynik|результат)\s"
    r"(?:of|von|d[e'’]|di|på|av|af))\s(?:\w+\s)?\Z",
    re.IGNORECASE,
)
_FAR_OF_A_VERB: Final = 40


def with_loss(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Let a loss stand that the passage prints below nought.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    if not _LOSS.search(draft.text, draft.start, draft.end):
        return item
    below = replace(item.figure, value=-item.figure.value)
    same = (each for each in near if each.figure.value < 0 and is_same(below, each.figure))
    return next((with_printed(item, FigureState.BOUND, each, "") for each in same), item)


def with_sign(
    item: AssessedFigure, draft: StatedFigures, near: Sequence[PrintedFigure]
) -> AssessedFigure:
    """Hold it against a figure that it is below nought in one of two texts alone.

    What falls by 3 percent is −3 percent, so that a sentence may say so without a minus.

    Args:
        item: the figure, as compared.
        draft: its sentence.
        near: what the passage prints.
    """
    figure = item.figure
    if item.state is not FigureState.BOUND or figure.kind not in SIGNED_KINDS:
        return item
    same = [each for each in near if is_same(figure, each.figure)]
    if not same or any(each.figure.value != -figure.value for each in same):
        return item
    way = draft.trend(draft.figures.index(figure))
    if figure.value > 0 and (way > 0 or (not way and _is_stated(draft, figure.start))):
        return with_printed(item, FigureState.CONTRADICTED, same[0], BELOW_NOUGHT)
    if figure.value < 0 and way > 0:
        return with_printed(item, FigureState.CONTRADICTED, same[0], ABOVE_NOUGHT)
    return item


def _is_stated(draft: StatedFigures, at: int) -> bool:
    """Whether a sentence states a figure, and has no word by which it is below nought."""
    span = draft.start, draft.end
    if _BELOW.search(draft.text, *span) or _LOSS.search(draft.text, *span):
        return False
    leads = _STATES.search(draft.text, max(draft.start, at - _FAR_OF_A_VERB), at)
    return leads is not None and not falls(draft.text, span, draft.vocabulary)
