"""The tables of a pinned text: their rows, blocks, heads and sheets, and where words stand in them.

A pinned text has a row each line, and tabs between its cells. A block is rows without an empty line
between them. Looking at rows takes effort, of which there is so much for all texts together.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.cell_numbers import cell_number, decimal_mark
from claimcheck.anchor.fold import fold
from claimcheck.anchor.table_heads import head_measure, scale_in
from claimcheck.text.pinned_text import CELL, flow_end

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from claimcheck.anchor.effort import Effort
    from claimcheck.model import CellAddress

# Larger tables are told of, and not looked into: cells of one text.
MOST_CELLS: Final = 2_000_000
MOST_NAMES: Final = 5_000  # that a key is likened to
MOST_CARRIED: Final = 2_000  # lines over which a name or a spanning cell is carried down
_MOST_COLUMNS: Final = 16_384  # a line with more cells is no row
_MOST_VOTES: Final = 2_000  # cells that say how decimals are written
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .,;:()%/&+=$]*")
# What it takes of the effort to look at a row, and in one that was looked at already.
_STEPS_A_ROW: Final = 10
_CELLS_A_STEP: Final = 8
_MOST_REMEMBERED: Final = 400_000  # cells of rows that are kept taken apart
_MOST_NOTES: Final = 2_000  # lines alone, at each end of a text, that may say what is counted by
_YEARS: Final = (1000, 2199)
_LETTER: Final = re.compile(r"[^\W\d_]")


class SpentError(Exception):
    """No more cells may be looked at."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table; offsets are code points, the end exclusive.

    Attributes:
        text: what stands in it, without the blanks around.
        start: where it begins in the text.
        end: where it ends.
        over: what stands over it: the head of its column, and what names its table.
        mark: the sign before decimals in its column, or else in its table; "" where nothing says.
    """

    text: str
    start: int
    end: int
    over: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a cell stands: its line, and its number in the line."""

    line: int
    number: int


class TableText:
    """The tables of a text, looked into by keys.

    Args:
        text: the pinned text; see `claimcheck.text.pinned_text`.
        sheets: what its pages call themselves, with the offsets at which they begin, in order.
        addresses: all that will be looked for, so that one pass finds every key.
        effort: the cells that may be looked at, from which those that were are taken.
    """

    def __init__(
        self,
        text: str,
        sheets: Sequence[tuple[str, int]],
        addresses: Iterable[CellAddress],
        effort: Effort,
    ) -> None:
        self._effort = effort
        self._rows: dict[int, list[str]] = {}
        self._room_for_rows = _MOST_REMEMBERED
        end = flow_end(text)
        self._lines = text[:end].split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.size = sum(line.count(CELL) + 1 for line in self._lines)
        self._sheets = [(label, start) for label, start in sheets if start < end]
        self._spots: dict[str, list[Spot]] = {}
        for address in addresses:
            for name, value in address.keys:
                self._spots.setdefault(key_of(value), [])
                self._spots.setdefault(key_of(name), [])
        self._blocks: list[int] = []  # the lines after which a block begins
        self._names: list[int] = []  # lines of one cell
        self._firsts: dict[int, int] = {}  # the first row of two cells or more, by block
        self._marks: dict[tuple[int, int], str] = {}
        self._scales: dict[int, frozenset[Fraction]] = {}
        if self.size <= MOST_CELLS:
            self._index()

    @property
    def has_tables(self) -> bool:
        """Whether any line of the text has two cells or more."""
        return bool(self._firsts)

    def spend(self, steps: int) -> None:
        """Take some steps from the effort.

        Raises:
            SpentError: there is none left.
        """
        self._effort.cells -= steps
        if self._effort.cells <= 0:
            raise SpentError

    def _index(self) -> None:
        """Find every line that holds a key, and where blocks of rows begin."""
        keys: dict[str, str] = {}
        block, empty = 0, True
        pages = {start for _label, start in self._sheets}
        for number, line in enumerate(self._lines):
            if not line or line.isspace():
                empty = True
                continue
            if empty or self._starts[number] in pages:
                block, empty = number, False
                self._blocks.append(number)
            cells = line.split(CELL, _MOST_COLUMNS)
            if len(cells) > _MOST_COLUMNS:
                continue
            filled = 0
            for at, cell in enumerate(cells):
                bare = cell.strip()
                if not bare:
                    continue
                filled += 1
                key = keys.get(bare)
                if key is None:
                    key = keys[bare] = key_of(bare)
                if key in self._spots:
                    self._spots[key].append(Spot(number, at))
            if filled == 1:
                self._names.append(number)
            else:
                self._firsts.setdefault(block, number)

    def spots(self, key: str) -> list[Spot]:
        """Return where a key stands."""
        return self._spots.get(key_of(key), [])

    def row(self, line: int) -> list[str]:
        """Return the cells of a line."""
        row = self._rows.get(line)
        if row is not None:
            self.spend(_STEPS_A_ROW + len(row) // _CELLS_A_STEP)
            return row
        row = [cell.strip() for cell in self._lines[line].split(CELL)]
        self.spend(_STEPS_A_ROW + len(row))
        if len(row) <= self._room_for_rows:
            self._room_for_rows -= len(row)
            self._rows[line] = row
        return row

    def cell(self, spot: Spot) -> str:
        """Return what stands in a cell; "" for an empty one, or none."""
        row = self.row(spot.line)
        return row[spot.number] if spot.number < len(row) else ""

    def block_of(self, line: int) -> int:
        """Return the first line of the block of rows that a line belongs to."""
        return self._blocks[bisect_right(self._blocks, line) - 1]

    def block_before(self, block: int) -> int | None:
        """Return the first line of the block before one; None for the first."""
        number = bisect_left(self._blocks, block)
        return self._blocks[number - 1] if number else None

    def end_of(self, block: int) -> int:
        """Return the line at which a block of rows has ended."""
        number = bisect_right(self._blocks, block)
        return self._blocks[number] if number < len(self._blocks) else len(self._lines)

    def sheet_of(self, line: int) -> int:
        """Return the number of the sheet that a line is on, from 0; 0 where there are none."""
        at = self._starts[line] + 1  # the mark of its page may stand at the line's head
        return max(0, bisect_right(self._sheets, at, key=lambda sheet: sheet[1]) - 1)

    def sheet_label(self, number: int) -> str:
        """Return what a sheet calls itself."""
        return self._sheets[number][0] if number < len(self._sheets) else ""

    @property
    def sheet_labels(self) -> list[str]:
        """The names of all sheets."""
        return [label for label, _start in self._sheets]

    def section_of(self, line: int) -> Iterator[str]:
        """Yield what names the part of a table that a line is in, and the table.

        That is what stands alone in lines above, the nearest first, and in the corner of its head.
        """
        number = bisect_left(self._names, line)
        block = self.block_of(line)
        sheet = self.sheet_of(line)
        corner = self._firsts.get(block, line)
        if corner < line and (first := self.row(corner)[0]):
            yield first
        for name in reversed(self._names[max(0, number - MOST_CARRIED) : number]):
            self.spend(_STEPS_A_ROW)
            if self.sheet_of(name) != sheet:
                return
            yield self._lines[name].strip()
            if self.block_of(name) != block or name == block:
                return

    def is_head(self, line: int) -> bool:
        """Whether a row is a head: the first of its block, or one without numbers but years."""
        if self._firsts.get(self.block_of(line)) == line:
            return True
        for cell in filter(None, self.row(line)):
            number = cell_number(cell)
            if number is not None and not (
                len(cell) == 4 and _YEARS[0] <= number.value <= _YEARS[1]  # digits of a year
            ):
                return False
        return True

    def repeats_head(self, line: int) -> bool:
        """Whether a row says again what the first row of its block says, in two cells at least."""
        first = set(filter(None, self.row(self._firsts[self.block_of(line)])))
        return sum(cell in first for cell in self.row(line)) > 1

    def is_head_again(self, line: int) -> bool:
        """Whether a row is another head of its block: one for 2022 below one for 2020."""
        first = self._firsts.get(self.block_of(line), line)
        corner = self.row(first)[0]
        return line != first and corner != "" and corner == self.row(line)[0] and self.is_head(line)

    def first_row(self, block: int) -> int:
        """Return the first row of two cells or more of a block; -1 where it has none."""
        return self._firsts.get(block, -1)

    def located(self, spot: Spot, head: Spot | None) -> TableCell:
        """Return a cell with its place, and what stands over it.

        Args:
            spot: the cell.
            head: the head of its column, where it was looked for by one.
        """
        pieces = self._lines[spot.line].split(CELL)
        piece = pieces[spot.number]
        start = self._starts[spot.line] + sum(len(each) + 1 for each in pieces[: spot.number])
        start += len(piece) - len(piece.lstrip())
        text = piece.strip()
        over = ([self.cell(head)] if head else []) + list(self.section_of(spot.line))
        return TableCell(text, start, start + len(text), tuple(over), self._mark(spot))

    def scales_beside(self, cell: TableCell) -> frozenset[Fraction]:
        """Return what words in the row of a cell, on its sheet and in lines alone count by.

        Args:
            cell: one that was found here.
        """
        line = bisect_right(self._starts, cell.start) - 1
        if line not in self._scales:
            # A number that has its own scale says nothing of its neighbours.
            words = [each.strip() for each in self._lines[line].split(CELL)]
            labels = [each for each in words if _LETTER.search(each) and cell_number(each) is None]
            sheet = self.sheet_label(self.sheet_of(line))
            self._scales[line] = frozenset(map(scale_in, (*labels, sheet)))
        return self._scales[line] | self._scales_alone

    @cached_property
    def _scales_alone(self) -> frozenset[Fraction]:
        """The scales that lines by themselves give, such as the notes at the end of a text."""
        lines = (*self._names[:_MOST_NOTES], *self._names[-_MOST_NOTES:])
        return frozenset(head_measure(self._lines[line]).scale for line in lines)

    def _mark(self, spot: Spot) -> str:
        block = self.block_of(spot.line)
        if (block, spot.number) not in self._marks:
            lines = range(block, min(self.end_of(block), block + _MOST_VOTES))
            column = (self.cell(Spot(line, spot.number)) for line in lines)
            mark = decimal_mark(column)
            if not mark and (block, -1) not in self._marks:
                self._marks[block, -1] = decimal_mark(
                    cell for line in lines for cell in self.row(line)
                )
            self._marks[block, spot.number] = mark or self._marks[block, -1]
        return self._marks[block, spot.number]

    def over(self, head: Spot) -> str:
        """Return what stands over the head of a column, in a cell that spans it; "" for nothing."""
        block = self.block_of(head.line)
        for line in range(head.line - 1, block - 1, -1):
            cells = self.row(line)[: head.number + 1]
            if any(cells):
                return next(filter(None, reversed(cells)))
        return ""

    @cached_property
    def names(self) -> list[str]:
        """Return what stands alone in a line, as the names of tables do, each once."""
        return list(dict.fromkeys(self._lines[line].strip() for line in self._names))

    @cached_property
    def row_names(self) -> list[str]:
        """Return the first cell of each row that has anything in it, each once."""
        firsts = (next(filter(None, self.row(line)), "") for line in self.rows)
        return list(dict.fromkeys(filter(None, firsts)))

    @property
    def rows(self) -> Iterator[int]:
        """The lines that have anything in them."""
        return (number for number, line in enumerate(self._lines) if line.strip())

    @cached_property
    def heads(self) -> list[str]:
        """Return what stands in the heads of tables, each once."""
        heads_above: dict[str, None] = {}
        names = set(self._names)
        for line in self.rows:
            if len(heads_above) > MOST_NAMES:
                break
            if self.is_head(line) and line not in names:
                heads_above |= dict.fromkeys(filter(None, self.row(line)))
        return list(heads_above)


def key_of(text: str) -> str:
    """Return a key as it is compared: typography folded, capitals and signs as they are."""
    bare = " ".join(text.split())
    return bare if _PLAIN.fullmatch(bare) else fold(bare).text
