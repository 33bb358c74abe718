"""Words of a line that a file draws from the last to the first: put as a person reads them.

Programs that set Hebrew or Arabic draw lines of Latin letters so where a paragraph runs from right
to left. Each word begins where the one drawn after it ends.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# All in sizes of the letters concerned.
_LEVEL: Final = 0.12
_MOST_OVERLAP: Final = 0.15
_WIDEST_BLANK: Final = 0.8
_STRETCHED: Final = 2.0  # of a justified line
_FEWEST_STEPS: Final = 3  # to the left, where blanks may be stretched
_RIGHT_TO_LEFT: Final = "\u0590"  # from here on letters run to the left, or know no blanks
_SIGNS: Final = ("\u2000", "\u2bff")  # dashes, quotation marks, arrows
_BRACKETS: Final = {sign: pair for pair in ("()", "[]", "{}") for sign in pair}


def in_place(line: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return the glyphs of a line by their places if its words are drawn from the last on.

    Args:
        line: the glyphs of a line, with PDFium's blanks.
    """
    solid = [glyph for glyph in line if not (glyph.made_up or glyph.sign.isspace())]
    if len(solid) < 2 or not _is_plain(solid):
        return line
    size = max(glyph.style.size for glyph in solid)
    steps = [(last, glyph) for last, glyph in pairwise(solid) if glyph.left < last.left]
    if not steps:
        return line
    widest = (_STRETCHED if len(steps) >= _FEWEST_STEPS else _WIDEST_BLANK) * size
    runs = _runs(solid)
    gaps = [before[0].left - after[-1].right for before, after in pairwise(runs)]
    if not all(-_MOST_OVERLAP * size < gap < widest for gap in gaps):
        return line
    if not any(len(run) > 1 and run[0].sign.isalpha() for run in runs):
        return line
    ordered = sorted((glyph for glyph in line if not glyph.made_up), key=lambda glyph: glyph.left)
    return _with_brackets(ordered)


def _with_brackets(line: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs with brackets that open before a word and close behind one.

    Their file may name them by what they are in text that runs to the left.
    """
    turned = list(line)
    for at, glyph in enumerate(line):
        if glyph.sign in _BRACKETS:
            follows = at > 0 and not line[at - 1].sign.isspace()
            leads = at + 1 < len(line) and line[at + 1].sign.isalnum()
            if follows is not leads:
                pair = _BRACKETS[glyph.sign]
                turned[at] = glyph._replace(sign=pair[follows])
    return turned


def _is_plain(glyphs: Sequence[Glyph]) -> bool:
    """Whether glyphs stand on one level, and no letter of them runs to the left."""
    first, low, high = glyphs[0], *_SIGNS
    return all(
        glyph.style.turn == first.style.turn
        and abs(glyph.base - first.base) < _LEVEL * first.style.size
        and (glyph.sign < _RIGHT_TO_LEFT or low <= glyph.sign <= high)
        for glyph in glyphs
    )


def _runs(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Part glyphs where one begins to the left of the one before it."""
    runs = [[glyphs[0]]]
    for last, glyph in pairwise(glyphs):
        if glyph.left < last.left:
            runs.append([])
        runs[-1].append(glyph)
    return runs
