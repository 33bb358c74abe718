"""What cells are counted by and measured in, beside what the unit of a value says.

A unit of millions makes a million of each one in a cell: the table has to say so. Nor are cells
added up or compared that are in different units.
"""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figures import scale_of, unit_of
from claimcheck.anchor.table_heads import head_measure, scale_in
from claimcheck.model import Operation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.anchor.cell_numbers import CellNumber
    from claimcheck.anchor.table_text import TableCell, TableText
    from claimcheck.model import CellValue

_PERCENT: Final = "%"
_FACTORS: Final = {_PERCENT: 100, "pp": 100, "‰": 1000}
_PREFIXED: Final = re.compile(r"[kMGTmcµn]?(?P<base>Wh|W|g|t|l|J|Hz|Pa|V|A|B)")
_ASIDES: Final = re.compile(r"(?<=[(\[,])\s*\b(\w{1,4})\b\s*(?=[)\],]|\Z)")
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
    scales = set(map(_over, cells))
    if is_ratio or any(map(_has_scale, cells)) or len({scale for _head, scale in scales}) > 1:
        return "", Fraction(1)
    return min(scales)


def in_ones(cells: Sequence[TableCell], numbers: Sequence[CellNumber]) -> list[CellNumber]:
    """Return numbers each multiplied by what its head counts by, where they count by different.

    Args:
        cells: the cells.
        numbers: what they hold; what a cell says by itself is in its number.
    """
    scales = [Fraction(1) if _has_scale(cell) else _over(cell)[1] for cell in cells]
    if len(set(scales)) <= 1:
        return list(numbers)
    return [
        replace(number, value=number.value * scale, other=None)
        for number, scale in zip(numbers, scales, strict=True)
    ]


def units_differ(
    value: CellValue, cells: Sequence[TableCell], numbers: Sequence[CellNumber]
) -> tuple[str, ...]:
    """Return two units in which cells are that are taken together; nothing where they are in one.

    What is worked out of a part and a whole is no share where it has a unit of its own: `km/h`.

    Args:
        value: what a claim says.
        cells: the cells that it leads to.
        numbers: what they hold.
    """
    if value.operation is Operation.SHARE and share_factor(value.unit) == 1 and value.unit:
        return ()
    units: dict[str, None] = {}
    for cell, number in zip(cells, numbers, strict=True):
        heads = (head_measure(head).unit for head in cell.over)
        unit = unit_of(number.unit) or next(filter(None, heads), "")
        units |= {unit: None} if unit else {}
    return tuple(units)[:2] if len(units) > 1 else ()


def share_factor(unit: str) -> int:
    """Return what a share is multiplied by in a unit: 100 in percent, 1000 in per mille, else 1.

    Args:
        unit: the claim's: `%`, `percent of the voters`.
    """
    words = unit.split()
    for end in (len(words), 1, 2):
        if factor := _FACTORS.get(unit_of(" ".join(words[:end]))):
            return factor
    return 1


def prefix_differs(unit: str, head: str) -> bool:
    """Whether a head names a unit with another prefix than a claim: `g` over `kg`.

    Args:
        unit: the claim's.
        head: what stands over a cell.
    """
    mine = _PREFIXED.fullmatch(unit)
    if mine is None:
        return False
    theirs = filter(None, map(_PREFIXED.fullmatch, _ASIDES.findall(head)))
    return any(each["base"] == mine["base"] and each[0] != unit for each in theirs)


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


def _over(cell: TableCell) -> tuple[str, Fraction]:
    """Return the nearest thing over a cell that says what it counts by, and that; else one."""
    scales = ((head, head_measure(head).scale) for head in cell.over)
    return next((each for each in scales if each[1] != 1), ("", Fraction(1)))


def _has_scale(cell: TableCell) -> bool:
    return any(map(scale_of, _WORD.findall(cell.text)))
