"""Units that a text writes once for two figures: `€3.1 million, up from 2.6 million`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.measure_words import UNIT_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.assessment.article_printed_figure import PrintedFigure

# What is smaller may count people or days beside a sum of money.
_SUM_BEYOND_CHANCE: Final = 1_000_000
# What follows a sum and is not what it counts: `2.6 million before`, `de 118 miljoen die …`.
_EARLIER_WORDS: Final = (
    "before earlier previously last zuvor vorher bisher vorjahr précédent précédents avant "
    "auparavant anterior anteriores antes precedente precedenti prima die dat eerder vorig werd "
    "tidigare året förra"
)
# `hatte es noch einen Überschuss von 4,3 Millionen gegeben`
_PARTICIPLE: Final = re.compile(r"\s+(?:[a-zäöü]{0,5}ge)[a-zäöüß]+(?:en|t|d)\b")
_OF_AN_EARLIER_TIME: Final = frozenset(_EARLIER_WORDS.split())


# What a figure is counted by: `17.40 euros per square metre`, `16.8 cases per 100,000`.
_PER: Final = re.compile(
    r"[^.,;:()\n]{0,24}?\s?(?:(?<!\w)(?:per|pro|par|por|je|ogni|every|each|cada|chaque|elke|pr|al|"
    r"all|a|an|à|om|i|in der|in de)(?!\w)['’.]?|/)\s?"
    r"(?P<what>[^\W\d_]+(?: [^\W\d_]+)?)"
    # Only what surely says per how many: `de 120 a 180 euros` does not.
    r"|[^.,;:()\n]{0,24}?\s(?:per|pro|par|por|je|ogni|på|cada|every)\s"
    r"(?P<many>[\d][\d., \u00a0\u202f]*\d)",
    re.IGNORECASE,
)
_HOW_MANY: Final = {
    "thousand": 3, "tausend": 3, "mille": 3, "mil": 3, "duizend": 3, "tusen": 3, "tusind": 3,
    "centomila": 5, "million": 6, "milione": 6, "miljoen": 6, "miljon": 6, "millón": 6, "milhão": 6,
}  # fmt: skip


def is_per_other(text: str, figure: Figure, printed: PrintedFigure) -> bool:
    """Whether two figures are counted by different things: a day and a week, m² and m³.

    Args:
        text: the article's text.
        figure: a figure of the article.
        printed: the figure of its source that has the same value.
    """
    ours, theirs = _per(text, figure.end), _per(printed.text, printed.figure.end)
    return bool(ours and theirs and ours != theirs)


def _per(text: str, end: int) -> str:
    """What stands behind a figure that it is counted by, in one spelling; "" for nothing known."""
    match = _PER.match(text, end)
    if match is None:
        return ""
    if match["many"]:
        return "".join(filter(str.isdecimal, match["many"]))
    what = match["what"].casefold()
    for words in (what, what.split()[0]):
        if words in _HOW_MANY:
            return str(10 ** _HOW_MANY[words])
        if words in UNIT_OF:
            return UNIT_OF[words]
    return ""


def has_unit_beside(
    figure: Figure,
    siblings: Sequence[Figure],
    printed: PrintedFigure,
    near: Sequence[PrintedFigure],
) -> bool:
    """Whether two figures are one sum, of which one has its unit at another figure of its text.

    Args:
        figure: a figure of the article.
        siblings: the figures of its sentence.
        printed: a figure of the passage.
        near: the figures of the passage.
    """
    if figure.value != printed.figure.value or figure.value < _SUM_BEYOND_CHANCE:
        return False
    bare, measured = figure, printed.figure
    others: Iterable[Figure] = siblings
    if figure.unit:
        bare, measured = measured, bare
        others = (each.figure for each in near if each.source == printed.source)
    is_sum = bare.kind is FigureKind.NUMBER and measured.kind is FigureKind.MONEY
    counts_nothing = not bare.noun or bare.noun in _OF_AN_EARLIER_TIME
    if bare is printed.figure:
        counts_nothing |= _PARTICIPLE.match(printed.text, bare.end) is not None
    return is_sum and counts_nothing and any(each.unit == measured.unit for each in others)
