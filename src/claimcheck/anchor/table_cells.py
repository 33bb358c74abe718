"""Cells of the tables in a pinned text, found by the content of keys and never by position.

A key names what stands in a cell: `row` in some cell of the row, the first one before others;
`column` in a cell above, in a head; `table` in the line alone above a table; `sheet` is what a page
calls itself; any other name is a column in which the row has that content. Empty cells stand under
what spans them, as merged cells do. So a table whose rows or columns move has the same cells at the
same keys.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.cell_numbers import cell_number
from claimcheck.anchor.signs import same_signs
from claimcheck.anchor.table_text import (
    MOST_CARRIED,
    MOST_CELLS,
    MOST_NAMES,
    SpentError,
    Spot,
    TableText,
    key_of,
)
from claimcheck.model import CellAddress
from claimcheck.text.suggest import suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.anchor.table_text import TableCell

ANY_ROW: Final = "*"
_MOST_SHOWN: Final = 5
_MOST_ROWS: Final = 200_000  # that one address may lead to, where their cells are added up
_MOST_ROWS_OF_A_CELL: Final = 2_000  # that the keys of a single cell may fit
_MOST_HEADS: Final = 50  # of one name, in a block of rows
_ADDRESS_KEY: Final = re.compile(
    r'\s*("[^"]*"\s*|[^\s;="][^;="]*)=\s*("[^"]*"\s*|[^\s;"][^;"]*)(?:;|\Z)'
)
# What agencies print for a few, so as to name nobody: `<5`, `≤ 10`.
_BOUND: Final = re.compile(r"[<>≤≥~≈] ?\d[\d.,]*")
# What it takes of the effort to compare a cell with a value.
_STEPS_A_CELL: Final = 200
_TOO_MUCH: Final = "values in tables took all the work that a check may spend on them"
SHEET, TABLE, ROW, COLUMN = "sheet", "table", "row", "column"


@dataclass(frozen=True, slots=True)
class CellSearch:
    """The result of looking for cells.

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


class CellIndex:
    """The cells of a text, looked up by their addresses.

    Args:
        table: the tables of the text, made for the addresses that will be looked up.
    """

    def __init__(self, table: TableText) -> None:
        self.table = table
        self._searches: dict[tuple[CellAddress, bool], CellSearch] = {}

    def find(self, address: CellAddress, *, several: bool = False) -> CellSearch:
        """Find the cell that an address leads to.

        Args:
            address: one of those that the tables were made for.
            several: whether it may lead to several, as where they are added up.
        """
        if self.table.size > MOST_CELLS:
            return CellSearch(problem=f"its tables have more than {MOST_CELLS:,} cells")
        if not self.table.has_tables:
            return CellSearch(problem="no table stands in its text")
        query = CellAddress("", address.keys), several
        try:
            if query not in self._searches:
                self._searches[query] = _AddressSearch(self.table, address).cells(several=several)
            search = self._searches[query]
            self.table.spend(_STEPS_A_CELL * len(search.cells))
        except SpentError:
            return CellSearch(problem=_TOO_MUCH, unchecked=True)
        return search


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
        self._heads: dict[tuple[tuple[str, ...], int], list[Spot]] = {}
        self._over_blocks: dict[tuple[tuple[str, ...], int], list[Spot]] = {}

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
        places: dict[Spot, Spot | None] = {}
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

    def _numbers(self, places: dict[Spot, Spot | None], refused: list[CellSearch]) -> CellSearch:
        """Return those of some cells that hold numbers."""
        texts = {spot: self._table.cell(spot) for spot in places}
        numbers = {spot for spot, text in texts.items() if cell_number(text)}
        bounds = (text for spot, text in texts.items() if spot not in numbers)
        if bound := next(filter(_BOUND.fullmatch, bounds), None):
            problem = f"'{bound}' is no number by itself, and would be left out of the sum"
            return CellSearch(problem=problem)
        cells = tuple(
            self._table.located(spot, head) for spot, head in places.items() if spot in numbers
        )
        nothing = refused if not places else []
        return CellSearch(cells) if cells else (nothing or [_EMPTY])[0]

    def _only_cell(self, places: dict[Spot, Spot | None], refused: list[CellSearch]) -> CellSearch:
        """Return the only cell; or say that there is none, or several."""
        if len(places) > 1:
            return self._several(list(places))
        ambiguous = [search for search in refused if search.ambiguous]
        if not places or ambiguous:
            return (ambiguous or refused)[0]
        ((spot, head),) = places.items()
        return CellSearch((self._table.located(spot, head),)) if self._table.cell(spot) else _EMPTY

    def _several(self, spots: list[Spot]) -> CellSearch:
        """Say that the keys lead to several cells, and what would tell them apart."""
        table, total = self._table, len(spots)
        shown = ", ".join(f"'{table.cell(spot)}'" for spot in spots[:_MOST_SHOWN])
        more = ", …" if len(spots) > _MOST_SHOWN else ""
        spots = spots[:MOST_NAMES]
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
        labels = [key_of(label) for label in table.sheet_labels]
        if self._sheet and key_of(self._sheet) not in labels:
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
        """Return the rows that the keys of rows name."""
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
                if not table.is_head_again(line)
            ]
        fitting = (line for line in dict.fromkeys(lines) if self._has_fields(line))
        return [line for line in fitting if len([*filter(None, table.row(line))]) > 1]

    def _spanned(self, spot: Spot) -> Iterator[int]:
        """Yield the lines that a cell spans: its own, and those below with empty cells there."""
        yield spot.line
        end = self._table.end_of(self._table.block_of(spot.line))
        for line in range(spot.line + 1, min(end, spot.line + MOST_CARRIED)):
            if self._table.cell(Spot(line, spot.number)):
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
        wanted, table = key_of(key), self._table
        row = table.row(line)
        numbers = range(len(row)) if number is None else (number,)
        if any(at < len(row) and key_of(row[at]) == wanted for at in numbers):
            return True
        if number is None and any(key_of(name) == wanted for name in table.section_of(line)):
            return True
        above = range(max(table.block_of(line), line - MOST_CARRIED), line)
        return any(
            (number is None or spot.number == number) and self._spans_down(spot, line)
            for spot in _within(table.spots(key), above)
        )

    def _spans_down(self, spot: Spot, line: int) -> bool:
        """Whether the cells below one are empty as far as a line, that one's included."""
        below = range(spot.line + 1, line + 1)
        return not any(self._table.cell(Spot(number, spot.number)) for number in below)

    def _in_part(self, line: int) -> bool:
        """Whether a row is on the sheet and in the table that the address names."""
        table = self._table
        label = table.sheet_label(table.sheet_of(line))
        if self._sheet and key_of(label) != key_of(self._sheet):
            return False
        captions = map(key_of, table.section_of(line))
        return not self._caption or key_of(self._caption) in captions

    def _in_row(self, line: int) -> tuple[Spot, Spot | None]:
        """Return the cell of a row that the address means, and the head of its column.

        Raises:
            _NoCellError: there is none, or several.
        """
        row = self._table.row(line)
        if not self._columns:
            named = {key_of(key) for key in self._rows}
            named |= {key_of(value) for _name, value in self._fields}
            rest = [at for at, cell in enumerate(row) if cell and key_of(cell) not in named]
            if len(rest) != 1:
                problem = f"the row has {len(rest)} cells beside its keys: name a column"
                raise _NoCellError(CellSearch(problem=problem, ambiguous=bool(rest)))
            return Spot(line, rest[0]), None
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
        return Spot(line, heads[0].number), heads[0]

    def _heads_over(self, names: Sequence[str], line: int) -> list[Spot]:
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

    def _chosen(self, spots: list[Spot], block: int) -> list[Spot]:
        """Return those of some heads in a block that count for what stands below them."""
        first = self._table.first_row(block)
        if all(spot.line != first for spot in spots):
            return spots
        # What is no head may have the same word in it.
        heads = [spot for spot in spots if self._table.repeats_head(spot.line)] or spots
        lowest = max((spot.line for spot in heads if spot.line != first), default=first)
        return [spot for spot in heads if spot.line == lowest]

    def _heads_in(self, names: tuple[str, ...], block: int) -> list[Spot]:
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

    def _under_all(self, spot: Spot, names: Iterable[str]) -> bool:
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


class _NoCellError(Exception):
    """A row has no cell that an address means, or several.

    Args:
        search: what is told of it.
    """

    def __init__(self, search: CellSearch) -> None:
        super().__init__(search.problem)
        self.search = search


def _no_key(key: str, what: str, names: Iterable[str]) -> CellSearch:
    names = list(names)[:MOST_NAMES]
    near = suggestions(key, names) or names[:_MOST_SHOWN]
    problem = f"no {what} is called '{key}'"
    return CellSearch(problem=problem, near=tuple(f"{what}={name}" for name in near))


def _within(spots: list[Spot], lines: range) -> list[Spot]:
    low = bisect_left(spots, lines.start, key=lambda spot: spot.line)
    high = bisect_left(spots, lines.stop, key=lambda spot: spot.line)
    return spots[low:high]


def same_words(first: str, second: str) -> bool:
    """Whether two cells say the same: typography folded, capitals and signs as they are."""
    return key_of(first) == key_of(second) and same_signs(first, second)
