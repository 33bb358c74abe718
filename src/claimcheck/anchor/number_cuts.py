"""Numbers in words of which a quotation has a part: `fifty people` of `two hundred and fifty`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.number_parts import PARTS
from claimcheck.anchor.result import Cut, Turn, abridge

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure
    from claimcheck.anchor.languages.vocabulary import Vocabulary

_WORD: Final = re.compile(r"\w+")
# Farther than the words of one number reach, in characters.
_FAR: Final = 60
_NO_NUMBERS: Final = frozenset(
    {FigureKind.DATE, FigureKind.WEEKDAY, FigureKind.YEAR, FigureKind.TIME}
)


def number_cut(vocabulary: Vocabulary, text: str, start: int, end: int) -> Cut | None:
    """Return the words of a number that a passage leaves out at one of its ends.

    Args:
        vocabulary: the words of the text's language.
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.
    """
    for border, low, high in (
        (start, max(0, start - _FAR), start + _FAR),
        (end, max(start, end - _FAR), end + _FAR),
    ):
        window, at = text[low:high], border - low
        whole = _number_over(figures_in(window, vocabulary=vocabulary), at)
        if whole is None:
            continue
        inside = window[at:] if border == start else window[:at]
        moved = at if border == start else 0
        if any(
            figure.value == whole.value and figure.start + moved < whole.end
            for figure in figures_in(inside, vocabulary=vocabulary)
            if figure.end + moved > whole.start
        ):
            continue  # its unit, or a word that says how exact it is
        words = window[whole.start : at] if border == start else window[at : whole.end]
        parts = PARTS[vocabulary.name]
        if any(word.isdecimal() or word in parts for word in _WORD.findall(words.lower())):
            return Cut(abridge(words), Turn.SCALE)
    return None


def _number_over(figures: tuple[Figure, ...], at: int) -> Figure | None:
    """Return the number that begins before an offset and ends behind it; None for none."""
    over = (figure for figure in figures if figure.start < at < figure.end)
    return next((figure for figure in over if figure.kind not in _NO_NUMBERS), None)
