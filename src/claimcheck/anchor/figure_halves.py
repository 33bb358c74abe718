"""Numbers with a half in words: `tre milioni e mezzo`, `dreieinhalb Jahre`, `anderhalve keer`."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import Figure, kind_of
from claimcheck.anchor.measure_words import SCALES, UNIT_OF

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BEHIND: Final = re.compile(
    r"\s(?:and a half|und eine? halbe[snr]?|et demie?|y medi[oa]|e mezz[oa]|e mei[oa]|en een half|"
    r"en een halve|och en halv|och ett halvt|og en halv|og et halvt)\b",
    re.IGNORECASE,
)
_SCALES: Final = tuple(Decimal(10) ** exponent for exponent in (9, 6, 3, 0))
# One word for a number and its half: the first is one and a half.
_COMPOUND_WORDS: Final = {
    "1.5": "anderthalb anderthalbe anderthalben eineinhalb anderhalf anderhalve halvannan "
    "halvannen halvanden eenenhalf",
    "2.5": "zweieinhalb tweeënhalf tweeëneenhalf",
    "3.5": "dreieinhalb drieënhalf drieëneenhalf",
    "4.5": "viereinhalb vierenhalf viereneenhalf",
    "5.5": "fünfeinhalb vijfenhalf vijfeneenhalf",
    "6.5": "sechseinhalb zesenhalf zeseneenhalf",
    "7.5": "siebeneinhalb zevenenhalf zeveneneenhalf",
    "8.5": "achteinhalb achtenhalf achteneenhalf",
    "9.5": "neuneinhalb negenenhalf negeneneenhalf",
}
_COMPOUNDS: Final = {
    word: Decimal(value) for value, words in _COMPOUND_WORDS.items() for word in words.split()
}
_COMPOUND: Final = re.compile(
    r"\b(?P<many>"
    + "|".join(_COMPOUNDS)
    + r")\b(?:\s+(?P<noun>[^\W\d_]+)(?:\s+(?P<after>[^\W\d_]+))?)?",
    re.IGNORECASE,
)


def with_halves(text: str, figures: Iterable[Figure]) -> Iterator[Figure]:
    """Yield figures, those with a half behind them being worth it, too.

    Args:
        text: the text.
        figures: its figures.
    """
    for figure in figures:
        match = _BEHIND.match(text, figure.end)
        if match is None or not figure.value or figure.value % 1:
            yield figure
            continue
        scale = next(scale for scale in _SCALES if not figure.value % scale)
        value = figure.value + scale / 2
        yield replace(figure, end=match.end(), value=value, digits=figure.digits + 1)


def half_words_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the numbers of a stretch of a text that are one word with their half.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    for match in _COMPOUND.finditer(text, start, end):
        value = _COMPOUNDS[match["many"].lower()]
        noun, stop, behind = (match["noun"] or "").lower(), match.end("many"), "noun"
        if noun in SCALES:
            value, stop, behind = value.scaleb(SCALES[noun]), match.end("noun"), "after"
            noun = (match["after"] or "").lower()
        unit = UNIT_OF.get(noun, "")
        yield Figure(
            match.start(), match.end(behind) if unit else stop, kind_of(unit), value, unit,
            "" if unit else noun, digits=2, in_words=True,
        )  # fmt: skip
