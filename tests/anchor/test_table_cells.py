"""Which cells of a text's tables an address leads to, and what stands over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcheck.anchor.effort import Effort
from claimcheck.anchor.table_cells import CellIndex, CellSearch, address_of
from claimcheck.anchor.table_text import SpentError, TableText
from support.reports import GOLDEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TOWNS = "Injured by town, 2021\n\nTown\tinjured\tshare\nElm\t14\t25 %\nOak\t1,234\t75 %\n"
SPANS = (
    "\t\t2020\t\t2021\t\n"
    "Part\tTown\tinjured\tdead\tinjured\tdead\n"
    "North\tElm\t14\t1\t15\t2\n"
    "\tOak\t20\t0\t21\t3\n"
    "South\tElm\t7\t0\t8\t0\n"
    "\tOak\t5\t4\t6\t9\n"
)
PARTS = (
    "Accidents\nTown\tn\nBy car\nElm\t1\nOak\t2\nBy bike\nElm\t3\nOak\t4\n\n"
    "Thefts\nTown\tn\nElm\t5\n"
)
BLOCKS = "Town\tn\tm\n\nElm\t1\t2\n\nOak\t3\t4\n\nAsh\t5\t6\n\nTown\tk\nElm\t7\n"
AGAIN = "Town\tn\tm\nElm\t1\t2\nTown\tn\tk\nOak\t3\t4\nn\t5\t6\n"
BOOK = "Town\tn\nElm\t14\nOak\t20\n\fTown\tn\nElm\t15\nOak\t20\n\fn\t9\nElm\t16\n"
ROWS = "Town\tstate\tn\nElm\topen\t1\nOak\tclosed\t2\nAsh\topen\t3\nOak\topen\t4\n"
MARKS = "Town\tn\tm\nElm\t1.200\t0,5\nOak\t7\t1.300\nAsh\t<5\t\nYew\t\tx\n"
DOTS = "Town\tn\nElm\t1,200\nOak\t7.5\n"
YEARS = "Town\t2020\t2021\nElm\t1\t2\nTown\t2022\t2023\nElm\t3\t4\n"
# A text, its sheets, and addresses; `+` before one asks for several cells.
LOOKED_UP = {
    TOWNS: (
        "row=Elm; column=injured", "row=Oak; column=share", "row=Elm", "row=14", "Town=Elm",
        "Town=Elm; column=share", "Town=Elm; share=25 %", "Town=Elm; share=75 %",
        "table=Injured by town, 2021; row=Elm; column=share", "table=Killed by town; row=Elm",
        "row=Elmo; column=injured", "row=Elm; column=injure", "column=injured", "+column=injured",
        "+column=share", "+column=Town", "sheet=2021; row=Elm", "row=Town; column=injured",
        "row=Elm; row=14; column=share", "row=Elm; row=25 %", "row=*; column=share",
        "+row=*; column=share", 'row="Elm" ; column="injured"', "row=Elm;;column=injured",
        "row = Elm ;column= injured", "row=Elm; row=Oak", "share=75 %; column=injured",
    ),
    SPANS: (
        "row=Elm; column=dead", "row=North; row=Elm; column=2020; column=dead",
        "row=South; row=Oak; column=2021; column=injured", "Part=South; Town=Oak; column=2020",
        "Part=North; column=2021; column=dead", "+Part=North; column=2021; column=dead",
        "+Part=South; column=2020; column=injured", "row=North; column=2020; column=injured",
        "row=Oak; row=North; column=2021; column=dead", "row=North; row=Ash", "column=2019",
        "Part=East; column=dead", "+column=2021; column=dead", "row=Oak; column=2020",
        "Town=Oak; column=2021; column=injured", "row=South; column=Town",
    ),
    PARTS: (
        "row=Elm; column=n", "row=By car; row=Elm; column=n", "table=By bike; row=Oak; column=n",
        "table=Thefts; row=Elm; column=n", "table=Accidents; row=Elm; column=n",
        "+table=Accidents; column=n", "table=By foot; row=Elm",
        "table=Thefts; row=Oak; column=n",
    ),
    BLOCKS: (
        "+Town=Oak; column=k",
        "row=Oak; column=n", "row=Ash; column=m", "row=Ash; column=k",
        "row=Elm; column=k", "+column=k", "row=Oak; column=k",
    ),
    AGAIN: (
        "row=Elm; column=n", "row=Oak; column=n", "row=Oak; column=k", "row=Oak; column=m",
        "row=n; column=n", "+column=n", "row=Elm; column=k",
    ),
    BOOK: (
        "row=Elm; column=n", "sheet=one; row=Elm; column=n", "sheet=two; row=Elm; column=n",
        "sheet=two; row=Ash; column=n", "sheet=four; row=Elm; column=n", "+sheet=two; column=n",
        "sheet=three; row=Elm; column=n", "sheet=three; row=Elm; column=Town", "+column=n",
        "sheet=two; row=Oak; column=m", "sheet=three; row=Oak; column=n",
    ),
    ROWS: (
        "row=Oak; column=n", "row=Oak; state=open; column=n", "state=closed; column=n",
        "state=open; column=n", "+state=open; column=n", "+state=shut; column=n",
        "Town=Ash; state=closed; column=n", "row=Ash; row=open; column=n", "place=Elm; column=n",
        "row=open; column=n", "state=closed", "Town=Oak; column=state",
    ),
    MARKS: (
        "row=Elm; column=n", "row=Elm; column=m", "row=Ash; column=n", "row=Ash; column=m",
        "+column=n", "+column=m", "row=Yew; column=n", "row=Yew; column=m", "row=Yew", "row=Ash",
    ),
    DOTS: ("row=Elm; column=n", "row=Oak; column=n"),
    YEARS: ("row=Elm; column=2022", "row=Elm; column=2023", "+column=2020", "+column=2022"),
    "a\tb\nx\t1\nx\t2\nx\t3\nx\t4\nx\t5\nx\t6\n": ("row=x; column=b", "row=x"),
    "Town\tn\tn\nElm\t1\t2\n": ("row=Elm; column=n",),
    "a\t\tb\t\n\tn\tm\tn\nElm\t1\t2\t3\n": ("row=Elm; column=n", "row=Elm; column=b; column=n"),
    "Elm—East\t“closed”\nn\t1\n": ("row=Elm - East",),
    "  Elm \t 14 \t\n": ("row=Elm",),
    "No table stands here.\n": ("row=Elm",),
    "Elm\t\n\t14\n": ("row=Elm", "row=14"),
    "Town\tstate\nElm\topen\nstate\tshut\nOak\topen\n": ("row=Oak; column=state",),
    "Town\tstate\tn\n\nElm\topen\t1\n\nOak\topen\t2\n\nAsh\topen\t3\n": (
        "+state=open; column=n", "state=open; row=Ash; column=n",
    ),
    "Town\t2019\nElm\t4\n\nTown\tn\nElm\t5\n": (
        "row=Elm; column=2019; column=n", "+Town=Elm; column=n",
    ),
    "\t2020\t2021\nTown\tn\tm\nElm\t1\t2\n": (
        "row=Elm; column=2020; column=m", "row=Elm; column=2021; column=m",
    ),
    "\t2020\t\t2021\n\t\t\tlate\nTown\tn\tm\tn\nElm\t1\t2\t3\n": ("row=Elm; column=n",),
    "Town\t2020\nElm\t1\nTown\t1000\t2199\nElm\t3\t4\nTown\t999\t2200\nElm\t5\t6\n": (
        "row=Elm; column=1000", "row=Elm; column=2199", "row=Elm; column=2200",
    ),
    "Town\tn\nElm\t1\n\nNote\nMore\n": ("column=Note", "row=Town; row=Note", "+column=Note"),
}  # fmt: skip


def look_up(index: CellIndex, name: str) -> str:
    search: CellSearch = index.find(address_of(name.lstrip("+")), several=name.startswith("+"))
    cells = [
        f"{cell.text!r} {cell.start}-{cell.end} under {', '.join(cell.over)} {cell.mark}"
        for cell in search.cells
    ]
    flags = "ambiguous " * search.ambiguous + "unchecked " * search.unchecked
    near = f" ({'; '.join(search.near)})" if search.near else ""
    return f"  {name}: {flags}{search.problem}{near}{' | '.join(cells)}".rstrip()


def test_all_that_addresses_lead_to(golden: Callable[[Path, str], None]) -> None:
    lines = []
    for text, addresses in LOOKED_UP.items():
        starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\f")]
        sheets = list(zip(("one", "two", "three"), starts, strict=False)) if text == BOOK else []
        parsed = [address_of(each.lstrip("+")) for each in addresses]
        index = CellIndex(TableText(text, sheets, parsed, Effort()))
        lines += [repr(text), *(look_up(index, each) for each in addresses)]
        for each, address in zip(addresses, parsed, strict=True):
            for cell in index.find(address, several=each.startswith("+")).cells:
                assert text[cell.start : cell.end] == cell.text

    golden(GOLDEN / "anchor-cells.txt", "\n".join(lines) + "\n")


def test_looking_for_cells_takes_effort() -> None:
    address = address_of("row=Elm; column=injured")
    little, much = Effort(cells=40), Effort(cells=4_000)

    spent = CellIndex(TableText(TOWNS, [], [address], little)).find(address)
    search = CellIndex(TableText(TOWNS, [], [address], much)).find(address)

    assert (spent.unchecked, spent.cells) == (True, ())
    assert [cell.text for cell in search.cells] == ["14"]
    assert 4_000 - much.cells > 200


def test_effort_is_spent_with_its_last_step() -> None:
    table = TableText("Town\tn", [], [], Effort(cells=10))

    table.spend(9)

    with pytest.raises(SpentError):
        table.spend(1)


def test_a_row_takes_less_effort_when_it_was_looked_at() -> None:
    effort = Effort(cells=1_000)
    table = TableText("\t".join(16 * "n"), [], [], effort)
    left = []

    for _time in range(3):
        assert table.row(0) == 16 * ["n"]
        left.append(effort.cells)

    assert left == [974, 962, 950]


def test_a_line_of_too_many_cells_is_no_row() -> None:
    address = address_of("row=Elm")
    problems = []
    for cells in (16_384, 16_385):
        text = "\t".join(["Elm", *(cells - 1) * ["1"]]) + "\nOak\t2\n"
        addresses = [address, address_of("row=Oak")]
        index = CellIndex(TableText(text, [], addresses, Effort()))
        problems.append(index.find(address).problem)
        assert [cell.text for cell in index.find(addresses[1]).cells] == ["2"]

    assert problems == [
        "the row has 16383 cells beside its keys: name a column",
        "no row is called 'Elm'",
    ]


def test_a_sheet_that_is_not_in_the_table_or_begins_where_the_text_ends_has_no_rows() -> None:
    text = "Bikes\nTown\tn\nElm\t1\n\fCars\nTown\tk\nOak\t2\n"
    sheets = [("one", 0), ("two", text.index("\f")), ("three", len(text))]
    problems = {
        "sheet=one; table=Cars; row=Elm; column=n": (
            "no row has 'Elm' on the sheet 'one' in the table 'Cars'"
        ),
        "sheet=one; column=k": "no row has a column 'k' on the sheet 'one'",
        "table=Cars; row=Elm; column=n": "no row has 'Elm' in the table 'Cars'",
        "sheet=three; row=Elm; column=n": "no sheet is called 'three'",
    }
    addresses = [address_of(each) for each in problems]
    index = CellIndex(TableText(text, sheets, addresses, Effort()))

    assert [index.find(each).problem for each in addresses] == list(problems.values())
