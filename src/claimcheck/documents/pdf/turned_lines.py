"""Lines of a page that is shown turned, put in the order of reading.

PDFium takes lines that run down the page as it is shown for one line, and sorts them from left to
right: such lines follow each other to the left, so that the last comes first.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.lines import Line

_DOWN: Final = 270.0  # degrees by which text is turned that runs down the page as it is shown
_QUARTER: Final = 90
_FEWEST: Final = 3  # lines, each above the one before
_LEVEL: Final = 0.5  # of the size of its letters: what stands nearer is of one line


def from_above(lines: Sequence[Line], quarters: int) -> list[Line]:
    """Return lines with those that run down the page as it is shown from the first to the last.

    Args:
        lines: those of a page, in PDFium's order.
        quarters: by how many quarters the page is turned clockwise when it is shown.
    """
    if not quarters and not any(_turn(line) for line in lines):
        return list(lines)
    ordered: list[Line] = []
    for runs_down, group in groupby(
        lines, key=lambda line: (_turn(line) - _QUARTER * quarters) % 360 == _DOWN
    ):
        if not runs_down:
            ordered += group
            continue
        for rising in _rising(list(group)):
            levels = {round(_base(line) / _size(line) / _LEVEL) for line in rising}
            is_block = len(levels) >= _FEWEST
            ordered += sorted(rising, key=_base, reverse=True) if is_block else rising
    return ordered


def _rising(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Part lines where one stands below the one before it."""
    block = [lines[0]]
    for line in lines[1:]:
        if _base(line) < _base(block[-1]) - _LEVEL * _size(line):
            yield block
            block = []
        block.append(line)
    yield block


def _turn(line: Line) -> float:
    return line.words[0].glyphs[0].style.turn


def _base(line: Line) -> float:
    return line.words[0].glyphs[0].base


def _size(line: Line) -> float:
    return line.words[0].glyphs[0].style.size or 1.0
