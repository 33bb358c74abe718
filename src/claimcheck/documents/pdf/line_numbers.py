"""Numbers of lines, as court transcripts and bills have them in their margin.

They stand between two halves of a sentence. What tells them from the numbers of a table or a list
is that they count, one below the other at the left of prose that runs on from line to line.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.documents.pdf.sheet import Sheet

    Row = list[Cell]

_LINE_NUMBER: Final = re.compile(r"[0-9]{1,3}")
_FEWEST: Final = 3
_STEPS: Final = (1, 5)
_COUNTING: Final = 0.9  # of all pairs of numbers
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


def mark_line_numbers(sheets: Sequence[Sheet]) -> None:
    """Tell the numbers of lines from the flow on the pages of a document.

    A page that is no prose, such as the first of a court's order, has them if others do.
    """
    margins = [_margin(sheet.rows) for sheet in sheets]
    of_prose = [
        margin
        for sheet, margin in zip(sheets, margins, strict=True)
        if margin and _is_prose(margin, _without(margin, sheet.rows))
    ]
    for sheet, margin in zip(sheets, margins, strict=True):
        if margin and any(_alike(margin, other) for other in of_prose):
            _take(sheet, margin)


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


def _margin(rows: Sequence[Row]) -> list[_Numbered]:
    """Return the lines whose numbers count down below one another, from the top of the page."""
    numbered = [number for at, row in enumerate(rows) if (number := _numbered(at, row))]
    if len(numbered) < _FEWEST:
        return []
    em = median(rows[number.row][0].em for number in numbered)
    right = Counter(round(number.right / em) for number in numbered).most_common(1)[0][0] * em
    aligned = [number for number in numbered if abs(number.right - right) <= _ALIGNED * em]
    ordered = sorted(aligned, key=lambda number: -number.base)
    return ordered if len(ordered) >= _FEWEST and _counts(ordered) else []


def _numbered(at: int, row: Row) -> _Numbered | None:
    first = row[0]
    number, right, rest_left = first.lead
    if not _LINE_NUMBER.fullmatch(number) or not first.text.startswith(number):
        return None
    text = first.text[len(number) :].lstrip()
    rest = [replace(first, text=text, left=rest_left)] if text else []
    return _Numbered(at, int(number), right, first.base, [*rest, *row[1:]])


def _counts(numbered: Sequence[_Numbered]) -> bool:
    pairs = list(pairwise(numbered))
    return any(
        sum(lower.value - upper.value == step for upper, lower in pairs) >= _COUNTING * len(pairs)
        for step in _STEPS
    )


def _is_prose(numbered: Sequence[_Numbered], rows: Iterable[Row]) -> bool:
    """Whether what stands beside the numbers is prose that runs on, not a table or a list."""
    top, bottom = numbered[0].base, numbered[-1].base
    edge = max(number.right for number in numbered)
    beside = [row for row in rows if row and _is_between(row[0], top, bottom)]
    if not beside or any(row[0].left < edge for row in beside):
        return False
    step = numbered[1].value - numbered[0].value
    heights = {round(row[0].base) for row in beside}
    if len(numbered) * step < _NUMBERED * len(heights):
        return False
    single = sum(len(row) == 1 for row in beside)
    going_on = sum(row[0].text[:1].islower() for row in beside)
    return 2 * single > len(beside) and going_on >= max(1, _GOING_ON * len(beside))


def _is_between(cell: Cell, top: float, bottom: float) -> bool:
    return bottom - cell.em <= cell.base <= top + cell.em
