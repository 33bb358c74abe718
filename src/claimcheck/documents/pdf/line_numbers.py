"""Numbers of lines, as court transcripts and bills have them in their margin.

They stand between two halves of a sentence. What tells them from the numbers of a table or a list
is that they count, one below the other at the left of prose that runs on from line to line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.documents.pdf.sheet import Sheet

    Row = list[Cell]

_LINE_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_FEWEST: Final = 3
_FIVE: Final = 5
_STEPS: Final = (1, _FIVE)
_COUNTING: Final = 0.9  # of all pairs of numbers
_BY_FIVES: Final = 0.75
_NUMBERED: Final = 0.7  # of the lines between the first number and the last
_ALIGNED: Final = 0.7  # of the letters' size
_EM: Final = 12.0  # points: of letters, where pages are compared
_AS_MANY: Final = 0.8  # of another page's numbers
_GOING_ON: Final = 0.15  # of the numbered lines, in prose: they begin with a small letter


@dataclass(frozen=True, slots=True)
class _Numbered:
    """A line that begins with a number: its place in the page, the number, the rest of it."""

    row: int
    value: int
    right: float
    base: float
    rest: Row


_Margin = list[_Numbered]


def mark_line_numbers(sheets: Sequence[Sheet]) -> None:
    """Tell the numbers of lines from the flow on the pages of a document.

    A page that is no prose, such as the first of a court's order, has them if others do.
    """
    margins = [_margins(sheet.rows) for sheet in sheets]
    of_prose = [
        margin
        for sheet, some in zip(sheets, margins, strict=True)
        for margin in _of_prose(some, sheet.rows)
    ]
    for sheet, some in zip(sheets, margins, strict=True):
        alike = [margin for margin in some if any(_alike(margin, other) for other in of_prose)]
        if alike:
            _take(sheet, [number for margin in alike for number in margin])


def _of_prose(margins: Sequence[_Margin], rows: Sequence[Row]) -> Iterator[_Margin]:
    """Go through the margins of a page that stand beside prose, its columns from the left.

    Args:
        margins: those of the page.
        rows: its lines, with the numbers.
    """
    edges = [*(max(number.right for number in margin) for margin in margins), inf]
    rest = _without([number for margin in margins for number in margin], rows)
    step = 0
    for margin, (edge, until) in zip(margins, pairwise(edges), strict=True):
        own = [row for row in rest if row and row[0].left < until]
        if step:  # a margin to the left of it tells that what stands there is another column
            own = [row for row in own if row[0].left >= edge]
        if (not step or _step(margin) == step) and _is_prose(margin, own):
            step = _step(margin)
            yield margin


def _take(sheet: Sheet, margin: Sequence[_Numbered]) -> None:
    """Part the numbers of a page from its lines, and keep the place of each."""
    values = {number.row: number.value for number in margin}
    rows: list[Row] = []
    for at, row in enumerate(_without(margin, sheet.rows)):
        if at in values:
            sheet.line_numbers.setdefault(len(rows), []).append(values[at])
        if row:
            rows.append(row)
    sheet.rows = rows


def _without(margin: Sequence[_Numbered], rows: Sequence[Row]) -> list[Row]:
    rests = {number.row: number.rest for number in margin}
    return [rests.get(at, row) for at, row in enumerate(rows)]


def _alike(margin: Sequence[_Numbered], other: Sequence[_Numbered]) -> bool:
    """Whether numbers stand where those of a page of prose stand, or are these."""
    near = abs(margin[-1].right - other[-1].right) <= _ALIGNED * _EM
    return margin is other or (near and len(margin) >= _AS_MANY * len(other))


def _margins(rows: Sequence[Row]) -> list[_Margin]:
    """Return the numbers that count down below one another from the top of a column, by columns."""
    numbered = [number for at, row in enumerate(rows) if (number := _numbered(at, row))]
    margins: list[_Margin] = []
    while len(numbered) >= _FEWEST:
        em = median(rows[number.row][0].em for number in numbered)
        right = Counter(round(number.right / em) for number in numbered).most_common(1)[0][0] * em
        aligned = [number for number in numbered if abs(number.right - right) <= _ALIGNED * em]
        ordered = sorted(aligned, key=lambda number: -number.base)
        if len(ordered) >= _FEWEST and _counts(ordered):
            margins.append(ordered)
        if not aligned:
            break
        numbered = [number for number in numbered if number not in aligned]
    return sorted(margins, key=lambda margin: margin[0].right)


def _numbered(at: int, row: Row) -> _Numbered | None:
    first = row[0]
    number, right, rest_left = first.lead
    if not _LINE_NUMBER.fullmatch(number) or not first.text.startswith(number):
        return None
    text = first.text[len(number) :].lstrip()
    rest = [replace(first, text=text, left=rest_left)] if text else []
    return _Numbered(at, int(number), right, first.base, [*rest, *row[1:]])


def _counts(numbered: _Margin) -> bool:
    steps = [lower.value - upper.value for upper, lower in pairwise(numbered)]
    exact = max(steps.count(step) for step in _STEPS)
    # Notes at the foot of a column are numbered behind the column beside it.
    by_fives = sum(step > 0 and not step % _FIVE for step in steps)
    return exact >= _COUNTING * len(steps) or (
        by_fives == len(steps) and steps.count(_FIVE) >= _BY_FIVES * len(steps)
    )


def _step(numbered: _Margin) -> int:
    return numbered[1].value - numbered[0].value


def _is_prose(numbered: _Margin, rows: Iterable[Row]) -> bool:
    """Whether what stands beside the numbers is prose that runs on, not a table or a list."""
    top, bottom = numbered[0].base, numbered[-1].base
    edge = max(number.right for number in numbered)
    beside = [row for row in rows if row and _is_between(row[0], top, bottom)]
    if not beside or any(row[0].left < edge for row in beside):
        return False
    heights = {round(row[0].base) for row in beside}
    if len(numbered) * _step(numbered) < _NUMBERED * len(heights):
        return False
    single = sum(len(row) == 1 for row in beside)
    going_on = sum(row[0].text[:1].islower() for row in beside)
    return 2 * single > len(beside) and going_on >= max(1, _GOING_ON * len(beside))


def _is_between(cell: Cell, top: float, bottom: float) -> bool:
    return bottom - cell.em <= cell.base <= top + cell.em
