"""Cells of the tables in a pinned text, found by the content of keys and never by position.

A pinned text has a row each line, and tabs between its cells. A key names what stands in a cell:
`row` in some cell of the row, the first one before others; `column` in a cell above, in a head;
`table` in the line alone above a table; `sheet` is what a page calls itself; any other name is a
column in which the row has that content. Empty cells stand under what spans them, as merged cells
do. So a table whose rows or columns move has the same cells at the same keys.
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
from claimcheck.model import CellAddress
from claimcheck.text.pinned_text import CELL, flow_end
from claimcheck.text.suggest import suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from fractions import Fraction

    from claimcheck.anchor.effort import Effort

# Larger tables are told of, and not looked into: cells of one text.
MOST_CELLS: Final = 2_000_000
ANY_ROW: Final = "*"
_MOST_SHOWN: Final = 5
_MOST_CARRIED: Final = 2_000
_MOST_ROWS: Final = 200_000  # that one address may lead to, where their cells are added up
_MOST_ROWS_OF_A_CELL: Final = 2_000  # that the keys of a single cell may fit
_MOST_HEADS: Final = 50  # of one name, in a block of rows
_MOST_COLUMNS: Final = 16_384  # a line with more cells is no row
_MOST_NAMES: Final = 5_000  # that a key is likened to
_MOST_VOTES: Final = 2_000  # cells that say how decimals are written
_PLAIN: Final = re.compile(r"[A-Za-z0-9 .,;:()%/&+=$]*")
_ADDRESS_KEY: Final = re.compile(
    r'\s*("[^"]*"\s*|[^\s;="][^;="]*)=\s*("[^"]*"\s*|[^\s;"][^;"]*)(?:;|\Z)'
)
# What it takes of the effort to look at a row, and in one that was looked at already; and at a cell
# that is compared with a value.
_STEPS_A_ROW: Final = 10
_CELLS_A_STEP: Final = 8
_STEPS_A_CELL: Final = 200
_MOST_REMEMBERED: Final = 400_000  # cells of rows that are kept taken apart
_TOO_MUCH: Final = "values in tables took all the work that a check may spend on them"
_MOST_NOTES: Final = 2_000  # lines alone, at each end of a text, that may say what is counted by
_YEARS: Final = (1000, 2199)
_LETTER: Final = re.compile(r"[^\W\d_]")
SHEET, TABLE, ROW, COLUMN = "sheet", "table", "row", "column"


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
class CellSearch:
    """What came of looking for cells.

    Attributes:
        cells: those that the keys lead to; several only where several were asked for.
        problem: why there are none, in a clause; "" where there are.
        ambiguous: whether there are none because the keys lead to several.
        unchecked: whether there are none because nobody may look any more.
        near: keys that are there and are like one that is not.
    """

    cells: tuple[TableCell, ...] = ()
    problem: str = ""
    ambiguous: bool = False
    unchecked: bool = False
    near: tuple[str, ...] = ()


def address_of(text: str) -> CellAddress:
    """Return the address of a cell, from its keys: `sheet=2021; row=Elm; column=injured`.

    A name is set apart from what it names by `=`, and keys by `;`. A key that holds one of the two
    signs is written in double quotation marks. What is no key is left out.

    Args:
        text: one of the form that `claimcheck.dossier.keys` has a pattern for.
    """
    keys = tuple((_bare(hit[1]), _bare(hit[2])) for hit in _ADDRESS_KEY.finditer(text))
    return CellAddress(" ".join(text.split()), keys)


def _bare(text: str) -> str:
    text = " ".join(text.split())
    return text[1:-1].strip() if text.startswith('"') else text


@dataclass(frozen=True, slots=True)
class _Spot:
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
        self._searches: dict[tuple[CellAddress, bool], CellSearch] = {}
        end = flow_end(text)
        self._lines = text[:end].split("\n")
        self._starts = [0]
        for line in self._lines:
            self._starts.append(self._starts[-1] + len(line) + 1)
        self.size = sum(line.count(CELL) + 1 for line in self._lines)
        self._sheets = [(label, start) for label, start in sheets if start < end]
        self._spots: dict[str, list[_Spot]] = {}
        for address in addresses:
            for name, value in address.keys:
                self._spots.setdefault(_key(value), [])
                self._spots.setdefault(_key(name), [])
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

    def find(self, address: CellAddress, *, several: bool = False) -> CellSearch:
        """Find the cell that an address leads to.

        Args:
            address: one of those that were named at first.
            several: whether it may lead to several, as where they are added up.
        """
        if self.size > MOST_CELLS:
            return CellSearch(problem=f"its tables have more than {MOST_CELLS:,} cells")
        if not self.has_tables:
            return CellSearch(problem="no table stands in its text")
        query = CellAddress("", address.keys), several
        try:
            if query not in self._searches:
                self._searches[query] = _AddressSearch(self, address).cells(several=several)
            search = self._searches[query]
            self._spend(_STEPS_A_CELL * len(search.cells))
        except _SpentError:
            return CellSearch(problem=_TOO_MUCH, unchecked=True)
        return search

    def _spend(self, steps: int) -> None:
        self._effort.cells -= steps
        if self._effort.cells <= 0:
            raise _SpentError

    def _index(self) -> None:
        """Find every line that holds a key, and where blocks of rows begin."""
        keys: dict[str, str] = {}
        block = -1
        empty = True
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
                    key = keys[bare] = _key(bare)
                if key in self._spots:
                    self._spots[key].append(_Spot(number, at))
            if filled == 1:
                self._names.append(number)
            else:
                self._firsts.setdefault(block, number)

    def spots(self, key: str) -> list[_Spot]:
        """Return where a key stands."""
        return self._spots.get(_key(key), [])

    def row(self, line: int) -> list[str]:
        """Return the cells of a line."""
        row = self._rows.get(line)
        if row is not None:
            self._spend(_STEPS_A_ROW + len(row) // _CELLS_A_STEP)
            return row
        row = [cell.strip() for cell in self._lines[line].split(CELL)]
        self._spend(_STEPS_A_ROW + len(row))
        if len(row) <= self._room_for_rows:
            self._room_for_rows -= len(row)
            self._rows[line] = row
        return row

    def cell(self, spot: _Spot) -> str:
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
        """What all sheets call themselves."""
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
        for name in reversed(self._names[max(0, number - _MOST_CARRIED) : number]):
            self._spend(_STEPS_A_ROW)
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
                len(cell) == 4 and _YEARS[0] <= number.value <= _YEARS[1]  # noqa: PLR2004 - digits of a year
            ):
                return False
        return True

    def repeats_head(self, line: int) -> bool:
        """Whether a row says again what the first row of its block says, in two cells at least."""
        first = set(filter(None, self.row(self._firsts[self.block_of(line)])))
        return sum(cell in first for cell in self.row(line)) > 1

    def first_row(self, block: int) -> int:
        """Return the first row of two cells or more of a block; -1 where it has none."""
        return self._firsts.get(block, -1)

    def located(self, spot: _Spot, head: _Spot | None) -> TableCell:
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
        """What lines alone say that numbers count by, as the notes at the ends of a text do."""
        lines = (*self._names[:_MOST_NOTES], *self._names[-_MOST_NOTES:])
        return frozenset(head_measure(self._lines[line]).scale for line in lines)

    def _mark(self, spot: _Spot) -> str:
        block = self.block_of(spot.line)
        if (block, spot.number) not in self._marks:
            lines = range(block, min(self.end_of(block), block + _MOST_VOTES))
            column = (self.cell(_Spot(line, spot.number)) for line in lines)
            mark = decimal_mark(column)
            if not mark and (block, -1) not in self._marks:
                self._marks[block, -1] = decimal_mark(
                    cell for line in lines for cell in self.row(line)
                )
            self._marks[block, spot.number] = mark or self._marks[block, -1]
        return self._marks[block, spot.number]

    def over(self, head: _Spot) -> str:
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
            if len(heads_above) > _MOST_NAMES:
                break
            if self.is_head(line) and line not in names:
                heads_above |= dict.fromkeys(filter(None, self.row(line)))
        return list(heads_above)


_EMPTY: Final = CellSearch(problem="no cell there has anything in it")


class _AddressSearch:
    """Looks for the cells of one address.

    Args:
        table: the tables.
        address: where in them.
    """

    def __init__(self, table: TableText, address: CellAddress) -> None:
        self._table = table
        self._rows, self._columns, sheets, captions = (
            [value for key, value in address.keys if key == name]
            for name in (ROW, COLUMN, SHEET, TABLE)
        )
        self._fields = [
            (name, value) for name, value in address.keys if name not in (SHEET, TABLE, ROW, COLUMN)
        ]
        self._sheet, self._caption = "".join(sheets), "".join(captions)
        self._heads: dict[tuple[tuple[str, ...], int], list[_Spot]] = {}
        self._over_blocks: dict[tuple[tuple[str, ...], int], list[_Spot]] = {}

    def cells(self, *, several: bool) -> CellSearch:
        """Return the cells, or why there are none."""
        missing = self._missing()
        if missing is not None:
            return missing
        lines = [line for line in self._lines() if self._in_part(line)]
        if not lines:
            return CellSearch(problem=f"no row has {self._wanted_rows()}")
        most = _MOST_ROWS if several else _MOST_ROWS_OF_A_CELL
        if len(lines) > most:
            problem = f"its keys lead to more than {most:,} rows"
            return CellSearch(problem=problem, ambiguous=not several)
        places: dict[_Spot, _Spot | None] = {}
        refused: list[CellSearch] = []
        for line in lines:
            try:
                spot, head = self._in_row(line)
            except _NoCellError as error:
                refused.append(error.search)
            else:
                places[spot] = head
        if several and not [key for key in self._rows if key != ANY_ROW]:
            return self._numbers(places, refused)
        return self._only_cell(places, refused)

    def _numbers(self, places: dict[_Spot, _Spot | None], refused: list[CellSearch]) -> CellSearch:
        """Return those of some cells that hold numbers."""
        cells = tuple(
            self._table.located(spot, head)
            for spot, head in places.items()
            if cell_number(self._table.cell(spot))
        )
        nothing = refused if not places else []
        return CellSearch(cells) if cells else (nothing or [_EMPTY])[0]

    def _only_cell(
        self, places: dict[_Spot, _Spot | None], refused: list[CellSearch]
    ) -> CellSearch:
        """Return the only cell; or say that there is none, or several."""
        if len(places) > 1:
            return self._several(list(places))
        ambiguous = [search for search in refused if search.ambiguous]
        if not places or ambiguous:
            return (ambiguous or refused)[0]
        ((spot, head),) = places.items()
        return CellSearch((self._table.located(spot, head),)) if self._table.cell(spot) else _EMPTY

    def _several(self, spots: list[_Spot]) -> CellSearch:
        """Say that the keys lead to several cells, and what would tell them apart."""
        table, total = self._table, len(spots)
        shown = ", ".join(f"'{table.cell(spot)}'" for spot in spots[:_MOST_SHOWN])
        more = ", …" if len(spots) > _MOST_SHOWN else ""
        spots = spots[:_MOST_NAMES]
        named = {*self._rows, *(value for _name, value in self._fields)}
        choices = {
            SHEET: [table.sheet_label(table.sheet_of(spot.line)) for spot in spots],
            TABLE: [next(table.section_of(spot.line), "") for spot in spots],
            ROW: [
                next(
                    (cell for cell in table.row(spot.line)[: spot.number] if cell not in named), ""
                )
                for spot in spots
            ],
        }
        kind, names = next(
            ((key, names) for key, names in choices.items() if len(set(names)) > 1), (ROW, [])
        )
        near = [f"{kind}={name}" for name in dict.fromkeys(names) if name]
        return CellSearch(
            problem=f"its keys lead to {total} cells: {shown}{more}",
            ambiguous=True,
            near=tuple(near[:_MOST_SHOWN]) if len(near) > 1 else (),
        )

    def _missing(self) -> CellSearch | None:
        """Say which key stands nowhere; None where all stand somewhere."""
        table = self._table
        for key in [*self._rows, *(value for _name, value in self._fields)]:
            if key != ANY_ROW and not table.spots(key):
                return _no_key(key, ROW, table.row_names)
        for key in [*self._columns, *(name for name, _value in self._fields)]:
            if not table.spots(key):
                return _no_key(key, COLUMN, table.heads)
        labels = [_key(label) for label in table.sheet_labels]
        if self._sheet and _key(self._sheet) not in labels:
            return _no_key(self._sheet, SHEET, table.sheet_labels)
        if self._caption and not table.spots(self._caption):
            return _no_key(self._caption, TABLE, table.names)
        return None

    def _wanted_rows(self) -> str:
        wanted = [f"'{key}'" for key in self._rows]
        wanted += [f"'{value}' in the column '{name}'" for name, value in self._fields]
        where = f" on the sheet '{self._sheet}'" if self._sheet else ""
        where += f" in the table '{self._caption}'" if self._caption else ""
        return (" and ".join(wanted) or f"a column '{self._columns[-1]}'") + where

    def _lines(self) -> list[int]:
        """Return the rows that have what the keys of rows say."""
        table = self._table
        keys = [key for key in self._rows if key != ANY_ROW]
        if keys:
            spots = table.spots(keys[-1])
            first = [spot.line for spot in spots if not any(table.row(spot.line)[: spot.number])]
            lines = [line for line in first if self._has_all(line, keys[:-1])]
            if not lines:
                lines = [spot.line for spot in spots if self._has_all(spot.line, keys[:-1])]
        elif self._fields:
            spots = table.spots(self._fields[0][1])
            lines = [line for spot in spots for line in self._spanned(spot)]
        else:
            blocks = (table.block_of(spot.line) for spot in table.spots(self._columns[-1]))
            lines = [
                line
                for block in dict.fromkeys(blocks)
                for line in range(block, table.end_of(block))
            ]
        fitting = (line for line in dict.fromkeys(lines) if self._has_fields(line))
        return [line for line in fitting if len([*filter(None, table.row(line))]) > 1]

    def _spanned(self, spot: _Spot) -> Iterator[int]:
        """Yield the lines that a cell spans: its own, and those below with empty cells there."""
        yield spot.line
        end = self._table.end_of(self._table.block_of(spot.line))
        for line in range(spot.line + 1, min(end, spot.line + _MOST_CARRIED)):
            if self._table.cell(_Spot(line, spot.number)):
                return
            yield line

    def _has_all(self, line: int, keys: Iterable[str]) -> bool:
        return all(self._has(line, key, None) for key in keys)

    def _has_fields(self, line: int) -> bool:
        return all(
            any(self._has(line, value, head.number) for head in self._heads_over([name], line))
            for name, value in self._fields
        )

    def _has(self, line: int, key: str, number: int | None) -> bool:
        """Whether a row has a key: in a cell, in one that spans it, or in what names its part.

        Args:
            line: the row.
            key: the key.
            number: of the cell; None for any.
        """
        wanted, table = _key(key), self._table
        row = table.row(line)
        numbers = range(len(row)) if number is None else (number,)
        if any(at < len(row) and _key(row[at]) == wanted for at in numbers):
            return True
        if number is None and any(_key(name) == wanted for name in table.section_of(line)):
            return True
        above = range(max(table.block_of(line), line - _MOST_CARRIED), line)
        return any(
            (number is None or spot.number == number) and self._spans_down(spot, line)
            for spot in _within(table.spots(key), above)
        )

    def _spans_down(self, spot: _Spot, line: int) -> bool:
        """Whether the cells below one are empty as far as a line, that one's included."""
        below = range(spot.line + 1, line + 1)
        return not any(self._table.cell(_Spot(number, spot.number)) for number in below)

    def _in_part(self, line: int) -> bool:
        """Whether a row is on the sheet and in the table that the address names."""
        table = self._table
        label = table.sheet_label(table.sheet_of(line))
        if self._sheet and _key(label) != _key(self._sheet):
            return False
        captions = map(_key, table.section_of(line))
        return not self._caption or _key(self._caption) in captions

    def _in_row(self, line: int) -> tuple[_Spot, _Spot | None]:
        """Return the cell of a row that the address means, and the head of its column.

        Raises:
            _NoCellError: there is none, or several.
        """
        row = self._table.row(line)
        if not self._columns:
            named = {_key(key) for key in self._rows}
            named |= {_key(value) for _name, value in self._fields}
            rest = [at for at, cell in enumerate(row) if cell and _key(cell) not in named]
            if len(rest) != 1:
                problem = f"the row has {len(rest)} cells beside its keys: name a column"
                raise _NoCellError(CellSearch(problem=problem, ambiguous=len(rest) > 1))
            return _Spot(line, rest[0]), None
        heads = self._heads_over(self._columns, line)
        name = self._columns[-1]
        if not heads:
            problem = f"no column over the row is called '{name}'"
            raise _NoCellError(CellSearch(problem=problem))
        if len({head.number for head in heads}) > 1:
            over = dict.fromkeys(filter(None, (self._table.over(head) for head in heads)))
            near = tuple(f"{COLUMN}={cell}" for cell in over)
            problem = f"{len(heads)} columns are called '{name}'"
            raise _NoCellError(CellSearch(problem=problem, ambiguous=True, near=near))
        return _Spot(line, heads[0].number), heads[0]

    def _heads_over(self, names: Sequence[str], line: int) -> list[_Spot]:
        """Return the heads over a row that have some names, of which the last stands lowest."""
        table, key = self._table, tuple(names)
        sheet, block = table.sheet_of(line), table.block_of(line)
        inside = [spot for spot in self._heads_in(key, block) if spot.line < line]
        passed: list[int] = []
        heads = self._chosen(inside, block)
        while not heads:
            passed.append(block)
            before = table.block_before(block)
            if before is None or table.sheet_of(before) != sheet:
                break
            block = before
            memo = self._over_blocks.get((key, block))
            heads = self._chosen(self._heads_in(key, block), block) if memo is None else memo
            if memo is not None:
                break
        # The blocks that were passed have the same heads over them.
        self._over_blocks |= {(key, each): heads for each in passed[1:]}
        return heads

    def _chosen(self, spots: list[_Spot], block: int) -> list[_Spot]:
        """Return those of some heads in a block that count for what stands below them."""
        first = self._table.first_row(block)
        if all(spot.line != first for spot in spots):
            return spots
        # What is no head may have the same word in it.
        heads = [spot for spot in spots if self._table.repeats_head(spot.line)] or spots
        lowest = max((spot.line for spot in heads if spot.line != first), default=first)
        return [spot for spot in heads if spot.line == lowest]

    def _heads_in(self, names: tuple[str, ...], block: int) -> list[_Spot]:
        """Return the heads in a block of rows that have some names."""
        if (names, block) not in self._heads:
            table = self._table
            inside = range(block, table.end_of(block))
            spots = _within(table.spots(names[-1]), inside)[:_MOST_HEADS]
            self._heads[names, block] = [
                spot
                for spot in spots
                if table.is_head(spot.line) and self._under_all(spot, names[:-1])
            ]
        return self._heads[names, block]

    def _under_all(self, spot: _Spot, names: Iterable[str]) -> bool:
        """Whether names stand over a head, each in a cell that spans its column."""
        above = range(self._table.block_of(spot.line), spot.line)
        return all(
            any(
                over.number <= spot.number
                and not any(self._table.row(over.line)[over.number + 1 : spot.number + 1])
                for over in _within(self._table.spots(name), above)
            )
            for name in names
        )


class _SpentError(Exception):
    """No more cells may be looked at."""


class _NoCellError(Exception):
    """A row has no cell that an address means, or several.

    Args:
        search: what is told of it.
    """

    def __init__(self, search: CellSearch) -> None:
        super().__init__(search.problem)
        self.search = search


def _no_key(key: str, what: str, names: Iterable[str]) -> CellSearch:
    names = list(names)[:_MOST_NAMES]
    near = suggestions(key, names) or names[:_MOST_SHOWN]
    problem = f"no {what} is called '{key}'"
    return CellSearch(problem=problem, near=tuple(f"{what}={name}" for name in near))


def _within(spots: list[_Spot], lines: range) -> list[_Spot]:
    low = bisect_left(spots, lines.start, key=lambda spot: spot.line)
    high = bisect_left(spots, lines.stop, key=lambda spot: spot.line)
    return spots[low:high]


def same_words(first: str, second: str) -> bool:
    """Whether two cells say the same: typography folded, capitals and signs as they are."""
    return _key(first) == _key(second)


def _key(text: str) -> str:
    """Return a key as it is compared: typography folded, capitals and signs as they are."""
    bare = " ".join(text.split())
    return bare if _PLAIN.fullmatch(bare) else fold(bare).text
