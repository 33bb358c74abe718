"""Numbers of a form that its file draws apart from the rows that they stand in.

Programs that fill forms draw all labels first, and all amounts after them. A number that stands
alone over a line of a form, level with a row beside it, is set into that row.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.lines import Piece, Row

_NUMBER: Final = re.compile(r"[-–−(]?[$€£]?\d[\d.,]{0,20}[)%]?|\d{1,2}[a-z]")
_FEWEST: Final = 6  # numbers of a page that stand so: a single one may be a tick, or a page's
_FEWEST_IN_BLOCK: Final = 3  # rows
_MOST: Final = 800  # rows
# All in sizes of the letters concerned.
_LEVEL: Final = 0.3
_LINE: Final = 1.4  # from a baseline to the line that the number stands over, or under


def with_numbers(rows: Sequence[Row], bars: Sequence[Box]) -> list[Row]:
    """Set numbers that stand alone into the rows that they are level with.

    Args:
        rows: those of a page, in order.
        bars: the level lines that are drawn on it.
    """
    numbers = [row for row in rows if _is_number(row)]
    if not _FEWEST <= len(numbers) <= len(rows) <= _MOST:
        return list(rows)
    by_height = sorted(bars, key=_height)
    heights = list(map(_height, by_height))
    ruled = [row for row in numbers if all(_is_ruled(piece, by_height, heights) for piece in row)]
    in_blocks = _in_blocks(rows)
    hosts = [row for row in rows if _is_label(row)]
    before = {id(row): last for last, row in pairwise(rows)}
    moved = {
        id(row)
        for row in sorted(ruled, key=lambda row: row[0].left)
        if _set(row, hosts if id(row) in in_blocks else [before.get(id(row), row)])
    }
    return [row for row in rows if id(row) not in moved] if moved else list(rows)


def _in_blocks(rows: Sequence[Row]) -> set[int]:
    """Return the identities of the rows of numbers that follow each other, drawn after the rest."""
    in_blocks: set[int] = set()
    for is_number, group in groupby(rows, key=_is_number):
        block = list(group)
        if is_number and len(block) >= _FEWEST_IN_BLOCK:
            in_blocks |= set(map(id, block))
    return in_blocks


def _is_number(row: Row) -> bool:
    return not row[0].turn and all(
        len(piece.words) == 1 and _NUMBER.fullmatch(str(piece.words[0])) for piece in row
    )


def _is_label(row: Row) -> bool:
    """Whether a row has words."""
    return not row[0].turn and any(
        str(word).isalpha() and len(str(word)) > 1 for piece in row for word in piece.words
    )


def _height(bar: Box) -> float:
    return (bar[1] + bar[3]) / 2


def _is_ruled(piece: Piece, bars: Sequence[Box], heights: Sequence[float]) -> bool:
    """Whether a piece stands right over or under a level line."""
    middle, reach = (piece.left + piece.right) / 2, _LINE * piece.size
    first = bisect_left(heights, piece.base - reach)
    last = bisect_right(heights, piece.base + reach)
    return any(bar[0] < middle < bar[2] for bar in bars[first:last])


def _set(numbers: Row, hosts: Sequence[Row]) -> bool:
    """Set numbers behind the nearest row that ends to the left of them, on their level."""
    first = numbers[0]
    level = [
        row
        for row in hosts
        if abs(row[-1].base - first.base) < _LEVEL * first.size
        and row[-1].right < first.left
        and row is not numbers
    ]
    if not level:
        return False
    max(level, key=lambda row: row[-1].right).extend(numbers)
    return True
