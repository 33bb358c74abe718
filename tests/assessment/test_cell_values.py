"""Values as evidence: cells are found by the content of keys, and compared exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor.effort import Effort
from claimcheck.anchor.table_cells import address_of
from claimcheck.assessment.value_readings import ValueFit
from claimcheck.assessment.values import read_each, read_values
from claimcheck.dossier.locators import read_marks
from claimcheck.model import CellValue, Operation, Place, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.value_readings import ValueReading

TOWNS = """\
Injured by town, 2021

Town\tinjured\tshare
Elm\t14\t25 %
Oak\t1,234\t75 %
Total\t1,248\t100 %
"""
BOOK = """\
Town\tinjured
Elm\t14
Oak\t20
\fTown\tinjured
Elm\t15
Oak\t20
"""
YEARS = """\
\t2020\t\t2021
Town\tinjured\tdead\tinjured\tdead
North\tElm\t14\t1\t15\t2
\tOak\t20\t0\t21\t3
South\tAsh\t7\t0\t8\t0
""".replace("\t2020\t\t2021", "\t\t2020\t\t2021").replace("Town\t", "Part\tTown\t")


def source(text: str, labels: Sequence[str] = (), language: str | None = None) -> Source:
    content = read_marks(text, "table.csv", "claimcheck; text 2")
    table = Source("table", "Table", Place("sources/table.yaml"), language=language)
    return table._replace(
        content=content,
        page_labels=tuple(labels),
    )


COLUMN = ("row=a; column=n", "row=b; column=n")


def value(expected: str, *cells: str, how: str = "at", **more: str) -> CellValue:
    addresses = tuple(map(address_of, cells))
    return CellValue(Operation(how), addresses, expected, Place("claims/x.yaml"), **more)


def reading(text: str, wanted: CellValue, **more: object) -> ValueReading:
    (read,) = read_values([wanted], source(text, **more))  # type: ignore[arg-type]
    return read


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TOWNS, value("14", "row=Elm; column=injured")),
        (TOWNS, value("1234", "row=Oak; column=injured")),
        (TOWNS, value("25", "Town=Elm; column=share", unit="%")),
        (TOWNS, value("25", "Town=Elm; column=share", unit="percent")),
        (TOWNS, value("1248", "column=injured; row=Total")),
        (TOWNS, value("14", "table=Injured by town, 2021; row=Elm; column=injured", unit="people")),
        (TOWNS, value("1248", "row=Elm; column=injured", "row=Oak; column=injured", how="sum")),
        (TOWNS, value("2496", "column=injured", how="sum")),
        (YEARS, value("15", "row=Elm; column=2021; column=injured")),
        (YEARS, value("20", "row=North; row=Oak; column=2020; column=injured")),
        (YEARS, value("34", "Part=North; column=2020; column=injured", how="sum", unit="people")),
        ("meta.year\t2021\n", value("2021", "row=meta.year")),
        ("Town\tstate\nElm\tclosed for good\n", value("closed for good", "row=Elm; column=state")),
        ("Town\tstate\nElm—East\t“closed”\n", value('"closed"', "row=Elm - East; column=state")),
        ("Town\tnext\tn\nElm\tOak\t1\nOak\tAsh\t2\n", value("2", "row=Oak; column=n")),
        (
            "a\nTown\tinjured\nElm\t1\n\nb\nTown\tinjured\nElm\t2\n",
            value("2", "table=b; row=Elm; column=injured"),
        ),
    ],
)
def test_a_value_stands_where_its_cells_say_it(text: str, wanted: CellValue) -> None:
    read = reading(text, wanted)

    assert (read.fit, read.reason) == (ValueFit.STANDS, "")


@pytest.mark.parametrize(
    ("text", "wanted", "reason"),
    [
        (TOWNS, value("15", "row=Elm; column=injured"), "the cell says 14, not 15"),
        (
            TOWNS,
            value("14", "row=Oak; column=injured"),
            "the cell says 1,234 (1234), not 14",
        ),
        (
            TOWNS,
            value("25", "row=Elm; column=share", unit="people"),
            "the cell says '25 %', not 25 people",
        ),
        (
            "Town\tdistance (km)\nElm\t12\n",
            value("12", "row=Elm; column=distance (km)", unit="miles"),
            "'distance (km)' stands over the cell, and the value is in miles",
        ),
        (
            TOWNS,
            value("1200", "row=Oak; column=injured", rounding="to 1000"),
            "the cell says 1,234 (1234), which is 1000 rounded to 1000, not 1200",
        ),
        (
            TOWNS,
            value("1.1", "row=Elm; column=injured", "row=Total; column=injured", how="share",
                  unit="%"),
            "the cells come to 14 / 1248 = 1.1217949… %, not 1.1 %",
        ),
        ("Town\tinjured\nElm\t<5\n", value("5", "row=Elm; column=injured"), "'<5' is no number"),
        ("Town\tband\nElm\t— 5 a\n", value("-5 a", "row=Elm; column=band"), "says '— 5 a'"),
        ("Town\tstate\nElm\topen\n", value("closed", "row=Elm; column=state"), "says 'open'"),
        (
            "Town\ta\tb\nElm\t1\t0\n",
            value("1", "row=Elm; column=a", "row=Elm; column=b", how="share"),
            "nothing can be divided by 0",
        ),
    ],
)  # fmt: skip
def test_a_value_differs_from_what_its_cells_say(text: str, wanted: CellValue, reason: str) -> None:
    read = reading(text, wanted)

    assert read.fit is ValueFit.DIFFERS
    assert reason in read.reason


@pytest.mark.parametrize(
    ("text", "wanted", "reason", "near"),
    [
        (TOWNS, value("14", "row=Elms; column=injured"), "no row is called 'Elms'", "row=Elm"),
        (TOWNS, value("14", "row=elm; column=injured"), "no row is called 'elm'", "row=Elm"),
        (TOWNS, value("14", "row=Elm; column=injurd"), "called 'injurd'", "column=injured"),
        (BOOK, value("14", "sheet=2023; row=Elm; column=injured"), "'2023'", "sheet=2021"),
        (
            "Town\tn\nElm\t7\nOak\t<5\nAsh\t-\n",
            value("7", "column=n", how="sum"),
            "'<5' is no number by itself",
            "",
        ),
        ("No table is here.\n", value("14", "row=Elm; column=injured"), "no table stands", ""),
        ("Town\tinjured\nElm\t\tx\n", value("14", "row=Elm; column=injured"), "has anything", ""),
        ("Town\tn\nElm\t1\n\nOak\t2\n", value("2", "row=Elm; row=Oak"), "'Elm' and 'Oak'", ""),
        (TOWNS, value("25", "Town=14; column=share"), "no row has '14' in the column 'Town'", ""),
        ("Town\tn\nElm\t1\nOak\t3\n", value("3", "row=Oak; column=1"), "called '1'", ""),
        (
            "a\tb\nElm\t1\n\nc\td\nOak\t2\n",
            value("2", "row=Elm; column=d"),
            "no column over the row is called 'd'",
            "",
        ),
    ],
)
def test_a_cell_that_is_not_there_is_told_with_what_is(
    text: str, wanted: CellValue, reason: str, near: str
) -> None:
    read = reading(text, wanted, labels=("2021", "2022"))

    assert read.fit is ValueFit.NOT_FOUND
    assert reason in read.reason
    assert near in " ".join(read.near)


@pytest.mark.parametrize(
    ("text", "wanted", "near"),
    [
        (BOOK, value("14", "row=Elm; column=injured"), ("sheet=2021", "sheet=2022")),
        (YEARS, value("14", "row=Elm; column=injured"), ("column=2020", "column=2021")),
        ("Town\tn\nElm\t1.200\n", value("1200", "row=Elm; column=n"), ("decimal: comma",)),
        ("Town\tn\nElm\t1,200\n", value("1.2", "row=Elm; column=n"), ("decimal: comma",)),
        ("T\tn\na\t1,200\nb\t1,300\n", value("2.5", *COLUMN, how="sum"), ("decimal: comma",)),
        ("T\tn\na\t1.200\nb\t1.300\n", value("2500", *COLUMN, how="sum"), ("decimal: comma",)),
        ("Town\tn\tm\nElm\t1\t2\n", value("1", "row=Elm"), ()),
        ("T\tn\tm\na\t1\t2\na\t1\t3\n", value("1", "row=a; column=n"), ()),
    ],
)
def test_keys_that_lead_to_several_cells_are_asked_about(
    text: str, wanted: CellValue, near: tuple[str, ...]
) -> None:
    read = reading(text, wanted, labels=("2021", "2022"))

    assert (read.fit, read.near) == (ValueFit.AMBIGUOUS, near)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [(["1,200"], "1.2"), (["1.200"], "1200"), (["1,200", "1,300"], "2.5")],
)
def test_a_value_stands_when_what_is_advised_is_added(cells: list[str], expected: str) -> None:
    text = "Town\tn\n" + "".join(f"T{number}\t{cell}\n" for number, cell in enumerate(cells))
    addresses = [f"row=T{number}; column=n" for number in range(len(cells))]
    wanted = value(expected, *addresses, how="sum" if len(cells) > 1 else "at")

    assert reading(text, wanted).near == ("decimal: comma",)
    assert reading(text, wanted._replace(decimal=",")).fit is ValueFit.STANDS


def test_keys_that_lead_to_very_many_rows_are_too_few() -> None:
    read = reading("Town\tn\n" + 2001 * "Elm\t1\n", value("1", "row=Elm; column=n"))

    assert (read.fit, read.reason) == (
        ValueFit.AMBIGUOUS,
        "its keys lead to more than 2,000 rows",
    )


def test_a_sheet_is_told_by_what_it_calls_itself() -> None:
    wanted = value("15", "sheet=2022; row=Elm; column=injured")

    assert reading(BOOK, wanted, labels=("2021", "2022")).stands
    assert not reading(BOOK, wanted._replace(expected="14"), labels=("2021", "2022")).stands


def test_a_workbook_of_one_sheet_has_its_name() -> None:
    text = "Town\tinjured\nElm\t14\n"
    wanted = value("14", "sheet=2021; row=Elm; column=injured")

    assert reading(text, wanted, labels=("2021",)).stands
    read = reading(text, wanted, labels=("2022",))
    assert (read.fit, read.near) == (ValueFit.NOT_FOUND, ("sheet=2022",))


@pytest.mark.parametrize(
    ("language", "mark", "expected"),
    [
        ("de", "", "1200"),
        ("en-GB", "", "1.2"),
        (None, ",", "1200"),
        ("de", ".", "1.2"),
        ("de-AT", "", "1200"),
        ("de-CH", "", "1.2"),
        ("es-AR", "", "1200"),
        ("es-MX", "", "1.2"),
        ("sq", "", "1200"),
        ("sr-Latn-RS", "", "1200"),
    ],
)
def test_language_and_stated_mark_settle_how_decimals_are_written(
    language: str | None, mark: str, expected: str
) -> None:
    text = "Town\tn\nElm\t1.200\n"

    assert reading(
        text, value(expected, "row=Elm; column=n", decimal=mark), language=language
    ).stands


@pytest.mark.parametrize(
    ("unit", "expected", "rounding"),
    [("%", "7.1", "to 0.1"), ("people", "1", ""), ("percentage points", "1", ""), ("", "1", "")],
)
def test_a_change_is_worked_out_from_the_earlier_to_the_later(
    unit: str, expected: str, rounding: str
) -> None:
    cells = [f"row=Elm; column={year}; column=injured" for year in (2020, 2021)]

    read = reading(YEARS, value(expected, *cells, how="change", unit=unit, rounding=rounding))

    assert read.stands
    assert "15 - 14" in read.says


def test_without_a_text_nothing_is_said_to_be_wrong() -> None:
    bare = Source("x", "X", Place("sources/x.yaml"), no_text_because="its file is missing")

    (read,) = read_values([value("14", "row=Elm")], bare)
    (nowhere,) = read_values([value("14", "row=Elm")], None)

    assert (read.fit, read.reason) == (ValueFit.UNCHECKED, "its file is missing")
    assert nowhere.fit is ValueFit.UNCHECKED


NAMES = st.lists(st.text("abcdefghij", min_size=2, max_size=6), min_size=2, max_size=6, unique=True)


@st.composite
def tables(draw: st.DrawFn) -> tuple[list[str], list[str], dict[tuple[str, str], int]]:
    rows, columns = draw(NAMES), [f"{name}!" for name in draw(NAMES)]
    cells = {(row, column): draw(st.integers(-999, 999)) for row in rows for column in columns}
    return rows, columns, cells


def written(rows: Sequence[str], columns: Sequence[str], cells: dict[tuple[str, str], int]) -> str:
    lines = ["\t".join(["name", *columns])]
    lines += ["\t".join([row, *(str(cells[row, column]) for column in columns)]) for row in rows]
    return "\n".join(lines) + "\n"


@given(tables(), st.data())
def test_a_value_stands_wherever_its_row_and_column_move(
    table: tuple[list[str], list[str], dict[tuple[str, str], int]], data: st.DataObject
) -> None:
    rows, columns, cells = table
    row, column = data.draw(st.sampled_from(rows)), data.draw(st.sampled_from(columns))
    moved = written(data.draw(st.permutations(rows)), data.draw(st.permutations(columns)), cells)
    wanted = value(str(cells[row, column]), f"row={row}; column={column}")

    assert reading(moved, wanted).stands
    assert not reading(moved, wanted._replace(expected=str(cells[row, column] + 1))).stands


@given(tables(), st.data())
def test_a_sum_of_a_column_is_that_of_its_cells(
    table: tuple[list[str], list[str], dict[tuple[str, str], int]], data: st.DataObject
) -> None:
    rows, columns, cells = table
    column = data.draw(st.sampled_from(columns))
    total = sum(cells[row, column] for row in rows)
    text = written(rows, columns, cells)

    assert reading(text, value(str(total), f"column={column}", how="sum")).stands
    each = [f"row={row}; column={column}" for row in rows]
    assert reading(text, value(str(total), *each, how="sum")).stands


BUDGETS = "Town\tBudget (in millions, EUR)\tResidents\nElm\t12.5\t48\nOak\t7.5\t19\n"


@pytest.mark.parametrize(
    ("expected", "unit", "fit"),
    [
        ("12500000", "EUR", ValueFit.STANDS),
        ("12.5", "million EUR", ValueFit.STANDS),
        # Without a unit, what the cell prints.
        ("12.5", "", ValueFit.STANDS),
        ("12.5", "EUR", ValueFit.DIFFERS),
        ("12.5", "billion EUR", ValueFit.DIFFERS),
        ("12500000", "USD", ValueFit.DIFFERS),
    ],
)
def test_a_head_says_what_its_numbers_count_by(expected: str, unit: str, fit: ValueFit) -> None:
    budget = value(expected, "row=Elm; column=Budget (in millions, EUR)", unit=unit)

    assert read_values([budget], source(BUDGETS))[0].fit is fit


THOUSANDS = "Town\tpeople (thousands)\nElm\t1512\nOak\t40\n"


@pytest.mark.parametrize(
    ("town", "expected", "unit", "rounding", "stands"),
    [
        ("Elm", "1.5", "million people", "to 0.1", True),
        ("Elm", "1.6", "million people", "up to 0.1", True),
        ("Elm", "1500", "thousand people", "to 100", True),
        ("Elm", "1500000", "people", "to 100000", True),
        ("Elm", "1.6", "million people", "to 0.1", False),
        ("Oak", "0", "million people", "to 1", False),
        ("Oak", "1", "million people", "up to 1", False),
        # What is left is told of the whole, not of what stands in the cell.
        ("Oak", "40000", "people", "to 10000", True),
    ],
)
def test_a_rounding_is_that_of_the_number_as_it_is_written(
    town: str, expected: str, unit: str, rounding: str, *, stands: bool
) -> None:
    cell = f"row={town}; column=people (thousands)"

    read = reading(THOUSANDS, value(expected, cell, unit=unit, rounding=rounding))

    assert read.stands is stands


VOTES = "Town\tvotes\tarea\tshare\nElm\t1\t5 km\t40 %\nOak\t4\t7 km\t44 %\n"


@pytest.mark.parametrize(
    ("how", "column", "expected", "unit", "stands"),
    [
        ("share", "votes", "25", "% of the voters", True),
        ("share", "votes", "0.25", "% of the voters", False),
        ("share", "votes", "25", "per cent of all", True),
        ("share", "votes", "250", "‰", True),
        ("share", "votes", "0.25", "‰", False),
        ("share", "votes", "0.25", "votes a head", True),
        ("change", "share", "4", "pp", True),
        ("change", "share", "4", "percentage points", True),
        ("change", "area", "2", "pp", False),
        ("change", "area", "2", "percentage points", False),
        ("change", "area", "40", "%", True),
    ],
)
def test_shares_are_told_in_hundredths_and_points_of_percentages(
    how: str, column: str, expected: str, unit: str, *, stands: bool
) -> None:
    cells = (f"row=Elm; column={column}", f"row=Oak; column={column}")

    assert reading(VOTES, value(expected, *cells, how=how, unit=unit)).stands is stands


def test_what_comes_out_of_the_red_has_not_fallen_by_a_share_of_it() -> None:
    text = "Year\tresult\n2020\t-10\n2021\t5\n"
    cells = ("row=2020; column=result", "row=2021; column=result")

    read = reading(text, value("-150", *cells, how="change", unit="%"))

    assert read.fit is ValueFit.DIFFERS
    assert "below nought" in read.reason


PLAIN = "Town\tpeople\thouses\nElm\t14\t28\nOak\t14183220\t2 million\n"


@pytest.mark.parametrize(
    ("unit", "scale"),
    [
        ("million people", "1000000"),
        ("$m", "1000000"),
        ("1000 people", "1000"),
        ("10^6 people", "1000000"),
        ("e6 people", "1000000"),
        (",000 people", "1000"),
        ("Tsd.", "1000"),
        ("hundred people", "100"),
        ("dozen", "12"),
        ("ｍｉｌｌｉｏｎ people", "1000000"),
        ("milliоn people", "1000000"),
        ("mil\u200blion people", "1000000"),
    ],
)
def test_a_unit_does_not_make_millions_of_what_a_table_counts_one_by_one(
    unit: str, scale: str
) -> None:
    read = reading(PLAIN, value("14", "row=Elm; column=people", unit=unit))

    assert read.fit is ValueFit.DIFFERS
    assert read.reason.endswith(
        f"not 14 {unit}, and nothing beside it or over it counts by {scale}"
    )


@pytest.mark.parametrize(
    ("text", "wanted", "reason"),
    [
        (
            "Town\tn\nElm\t1.200\nOak\t0.5\n",
            value("1200", "row=Elm; column=n", decimal=","),
            "the decimals of '1.200' stand behind a point there",
        ),
        (
            "Town\tn\nElm\t1,200\nOak\t0,5\n",
            value("1200", "row=Elm; column=n", decimal="."),
            "the decimals of '1,200' stand behind a comma there",
        ),
        (
            "Town\td (km)\td (miles)\nElm\t14\t28\n",
            value("42", "row=Elm; column=d (km)", "row=Elm; column=d (miles)", how="sum"),
            "the cells are in different units: km and mi",
        ),
        (
            "Town\td\nElm\t14 km\nOak\t28 miles\n",
            value("0.5", "row=Elm; column=d", "row=Oak; column=d", how="share"),
            "the cells are in different units: km and mi",
        ),
        (
            "Town\tload (g)\nElm\t14\n",
            value("14", "row=Elm; column=load (g)", unit="kg"),
            "'load (g)' stands over the cell, and the value is in kg",
        ),
        ("Town\tn\nElm\t14 or more\n", value("14", "row=Elm; column=n"), "is no number"),
        ("Town\tn\nElm\t14+\n", value("14", "row=Elm; column=n"), "is no number"),
        ("Ort\tn\nUlm\t14 oder mehr\n", value("14", "row=Ulm; column=n"), "is no number"),
    ],
)
def test_a_cell_says_its_own_marks_units_and_bounds(
    text: str, wanted: CellValue, reason: str
) -> None:
    read = reading(text, wanted)

    assert read.fit is ValueFit.DIFFERS
    assert reason in read.reason


def test_what_is_no_share_may_be_of_two_units() -> None:
    text = "Town\tway (km)\ttime (hours)\nElm\t14\t28\n"
    cells = ["row=Elm; column=way (km)", "row=Elm; column=time (hours)"]

    assert reading(text, value("0.5", *cells, how="share", unit="km/h")).stands
    assert not reading(text, value("50", *cells, how="share", unit="%")).stands


MIXED = "Town\tpaid (in millions)\tgot (in thousands)\nElm\t14\t28\n"


@pytest.mark.parametrize(
    ("how", "expected", "unit", "fit"),
    [
        ("share", "0.5", "", ValueFit.DIFFERS),
        ("share", "500", "", ValueFit.STANDS),
        ("sum", "42", "", ValueFit.DIFFERS),
        ("sum", "14028000", "", ValueFit.STANDS),
        ("sum", "14.028", "million EUR", ValueFit.STANDS),
        ("change", "100", "%", ValueFit.DIFFERS),
        ("change", "-99.8", "%", ValueFit.STANDS),
    ],
)
def test_cells_that_count_by_different_are_taken_together_in_ones(
    how: str, expected: str, unit: str, fit: ValueFit
) -> None:
    cells = ["row=Elm; column=paid (in millions)", "row=Elm; column=got (in thousands)"]

    assert reading(MIXED, value(expected, *cells, how=how, unit=unit)).fit is fit


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Town\tpeople (in millions)\nElm\t14\n", "people (in millions)"),
        ("Town\tpeople, millions\nElm\t14\n", "people, millions"),
        ("Town\tn\nElm, people (million)\t14\n", "n"),
        ("Town\tn\tunit\nElm\t14\tmillion\n", "n"),
        ("Figures in millions\n\nTown\tn\nElm\t14\n", "n"),
        ("Town\tn\nElm\t14\n\nNote: all figures are in millions.\n", "n"),
        ("Town\tn\nElm\t14 million\n", "n"),
        ("Town\tn\nElm\t14,000,000\n", "n"),
    ],
)
def test_a_unit_of_millions_stands_where_the_table_says_so(text: str, column: str) -> None:
    row = "Elm, people (million)" if "(million)" in text else "Elm"

    assert reading(text, value("14", f'row="{row}"; column={column}', unit="million people")).stands


@pytest.mark.parametrize(
    ("expected", "rounding", "fit"),
    [
        ("14.2", "to 0.1", ValueFit.STANDS),
        ("14.2", "to 100000", ValueFit.STANDS),
        ("14.2", "", ValueFit.DIFFERS),
        ("14.18322", "", ValueFit.STANDS),
        ("14.1", "to 0.1", ValueFit.DIFFERS),
        ("0", "to 100", ValueFit.DIFFERS),
    ],
)
def test_a_number_in_full_may_be_told_in_millions(
    expected: str, rounding: str, fit: ValueFit
) -> None:
    wanted = value(expected, "row=Oak; column=people", unit="million people", rounding=rounding)

    assert reading(PLAIN, wanted).fit is fit


def test_a_share_counts_by_nothing() -> None:
    cells = ["row=Elm; column=people", "row=Elm; column=houses"]
    text = PLAIN.replace("people", "people (in millions)").replace("houses", "houses (in millions)")

    for table in (PLAIN, text):
        named = [cell.replace("people", "people (in millions)") for cell in cells]
        named = [cell.replace("houses", "houses (in millions)") for cell in named]
        wanted = cells if table is PLAIN else named
        assert reading(table, value("0.5", *wanted, how="share")).stands
        assert not reading(table, value("0.5", *wanted, how="share", unit="million")).stands


def test_a_sum_counts_by_its_head_too() -> None:
    total = value("20000000", "column=Budget (in millions, EUR)", how="sum", unit="EUR")

    assert read_values([total], source(BUDGETS))[0].fit is ValueFit.STANDS


def test_thousands_of_sums_over_long_columns_are_worked_out_within_bounds() -> None:
    """And those that are left are unchecked, not wrong."""
    heads = "\t".join(f"column {number}" for number in range(50))
    rows = "".join("\t".join([f"Town {line}", *["1"] * 50]) + "\n" for line in range(50))
    table = source(f"Town\t{heads}\n{rows}")
    wanted = [value("50", f"column=column {number % 50}", how="sum") for number in range(3_000)]
    effort = Effort(cells=1_250_000)

    readings = read_each(
        ((number, each, "t") for number, each in enumerate(wanted)), {"t": table}, effort
    )

    fits = [reading.fit for reading in readings.values()]
    summed = fits.count(ValueFit.STANDS)
    assert fits == [ValueFit.STANDS] * summed + [ValueFit.UNCHECKED] * (3_000 - summed)
    assert 50 < summed < 200
    assert effort.exhausted
    assert "all the work" in readings[2_999].reason


def test_a_table_that_many_records_name_is_looked_into_as_one() -> None:
    sources = {f"t{number}": source(TOWNS) for number in range(300)}
    wanted = [(name, value("14", "row=Elm; column=injured"), name) for name in sources]
    single, together = Effort(), Effort()

    read_each(wanted[:1], sources, single)
    readings = read_each(wanted, sources, together)

    assert {reading.fit for reading in readings.values()} == {ValueFit.STANDS}
    looked_up_again = 300 * 200
    assert single.cells - together.cells < looked_up_again


@pytest.mark.parametrize(
    ("expected", "rounding"), [("0", "to 1000"), ("0", "down to 100"), ("1000", "up to 1000")]
)
def test_a_number_is_not_rounded_to_nothing(expected: str, rounding: str) -> None:
    read = reading(TOWNS, value(expected, "row=Elm; column=injured", rounding=rounding))

    assert read.fit is ValueFit.DIFFERS
    assert read.reason == f"nothing is left of 14 when it is rounded {rounding}"
