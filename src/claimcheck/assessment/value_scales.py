"""What cells are counted by, beside what the unit of a value counts by.

A unit of millions makes a million of each one in a cell: the table has to say so.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figures import scale_of, unit_of
from claimcheck.anchor.table_heads import head_measure, scale_in
from claimcheck.model import Operation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.table_cells import TableCell, TableText
    from claimcheck.model import CellValue

_PERCENT: Final = "%"
_WORD: Final = re.compile(r"[^\W\d_]+\.?")


def head_scale(value: CellValue, cells: Sequence[TableCell]) -> tuple[str, Fraction]:
    """Return the head that says what the numbers below it count by, and that: `in millions`.

    A share has none, nor has a change in hundredths; nor have cells that say so themselves, or
    whose heads say different things.

    Args:
        value: what a claim says.
        cells: the cells that it leads to.
    """
    is_ratio = value.operation is Operation.SHARE or (
        value.operation is Operation.CHANGE and unit_of(value.unit) == _PERCENT
    )
    scales = {
        next(((head, scale) for head in cell.over if (scale := head_measure(head).scale) != 1),
             ("", Fraction(1)))
        for cell in cells
    }  # fmt: skip
    if is_ratio or any(map(_has_scale, cells)) or len({scale for _head, scale in scales}) > 1:
        return "", Fraction(1)
    return min(scales)


def is_counted_so(value: CellValue, cells: Sequence[TableCell], table: TableText) -> bool:
    """Whether a table says that cells count by what the unit of a value counts by.

    Args:
        value: what a claim says.
        cells: the cells that it leads to; those that say by themselves what they count by have
            that in their numbers already.
        table: the tables that they stand in.
    """
    scale = scale_in(value.unit)
    if scale == 1:
        return True
    if value.operation is Operation.SHARE or any(map(_has_scale, cells)):
        return False
    return all(
        scale in table.scales_beside(cell) or scale in map(scale_in, cell.over) for cell in cells
    )


def _has_scale(cell: TableCell) -> bool:
    return any(map(scale_of, _WORD.findall(cell.text)))
