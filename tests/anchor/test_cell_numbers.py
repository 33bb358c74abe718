"""Numbers in cells: what they are worth, exactly, however a table groups and marks them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.anchor.cell_numbers import (
    Rounding,
    cell_number,
    decimal_mark,
    digits,
    plain_number,
    read_rounding,
    same_unit,
)


@pytest.mark.parametrize(
    ("cell", "worth", "unit"),
    [
        ("14", "14", ""),
        ("+4", "4", ""),
        ("−3.2", "-3.2", ""),
        ("(120)", "-120", ""),
        ("1,234,567", "1234567", ""),
        ("1.234.567,8", "1234567.8", ""),
        ("12,34,567", "1234567", ""),
        ("1 234,5", "1234.5", ""),
        ("1\u202f234", "1234", ""),
        ("1'234.5", "1234.5", ""),
        ("12,5", "12.5", ""),
        (".5", "0.5", ""),
        ("0,123", "0.123", ""),
        ("12 %", "12", "%"),
        ("$1,234.00", "1234", "$"),
        ("EUR 12", "12", "EUR"),
        ("€ 1.2 million", "1200000", "€"),
        ("5 Mio. €", "5000000", "€"),
        ("14 people", "14", "people"),
        ("3 approx.", "3", ""),
        ("3 of them dead", "3", "dead"),
        ("3 davon verletzt", "3", "verletzt"),
        ("3 km2", "3", "km2"),
        ("3 m3", "3", "m3"),
        ("1.2e6", "1200000", ""),
        ("14*", "14", ""),
        ("14 (provisional)", "14", ""),
        ("٣٤", "34", ""),
        ("US$ 5m", "5000000", "US$"),
        ("€1.5M", "1500000", "€"),
        ("1.2m", "1.2", "m"),
        ("£5k", "5000", "£"),
        ("($1,234.5)", "-1234.5", "$"),
        ("-$5", "-5", "$"),
        ("$-5", "-5", "$"),
        ("− 5", "-5", ""),
        ("(5%)", "-5", "%"),
        ("CHF5", "5", "CHF"),
        ("km 5", "5", "km"),
        ("5 thousand tonnes", "5000", "tonnes"),
        ("5 €/t", "5", "€/t"),
        ("1E-3", "0.001", ""),
        ("5e3 kg", "5000", "kg"),
        ("1e60", "1" + 60 * "0", ""),
        ("00.5", "0.5", ""),
        ("1,0000", "1", ""),
        ("100,000,000", "100000000", ""),
        ("5 (-)", "5", ""),
        (120 * "1", 120 * "1", ""),
        ("1 " + 40 * "m", "1", 40 * "m"),
        ("\u00a0†1,000.0 ", "1000", ""),
        ("123,456", "123456", ""),
        ("A$ 5m", "5000000", "A$"),
        ("٠,١٢٣", "0.123", ""),
        ("€5 a day", "5", "€ a day"),
        ("5 km* (est.)", "5", "km"),
    ],
)
def test_a_cell_is_worth_what_a_reader_takes_it_for(cell: str, worth: str, unit: str) -> None:
    number = cell_number(cell)

    assert number is not None
    assert (digits(number.value), number.unit) == (worth, unit)


@pytest.mark.parametrize(
    "cell",
    [
        "",
        "n/a",
        "about 14",
        "<14",
        "14 (5 %)",
        "14/20",
        "2021-05-03",
        "1.2.3",
        "1,2,3",
        "½",
        "(14",
        "1/2",
        "10-2",
        "5:2",
        "5 ± 2",
        "5½",
        "14-",
        "10⁶",
        "3 max.",
        "3 or so",
        "65 and older",
        "5 ¾",
        "5)",
        "(5",
        "-(5)",
        "1e61",
        "1e-61",
        "1,234,56",
        "12,345,67",
        "1234,567,890",
        "1.234,567.8",
        "1.234,567.890",
        "1234,567.8",
        "12,34.5",
        "1,2,345",
        "max 5",
        "x5",
        "No. 5",
        "5+",
        121 * "1",
        "1 " + 41 * "m",
    ],
)
def test_what_is_no_number_by_itself_is_none(cell: str) -> None:
    assert cell_number(cell) is None


def test_a_single_mark_before_three_digits_can_be_read_in_two_ways() -> None:
    point, comma = cell_number("1.234"), cell_number("1,234")

    assert point is not None
    assert comma is not None
    assert (point.value, point.other) == (Fraction("1.234"), Fraction(1234))
    assert (comma.value, comma.other) == (Fraction(1234), Fraction("1.234"))
    scaled = cell_number("1,234 thousand")
    assert scaled is not None
    assert (scaled.value, scaled.other) == (Fraction(1_234_000), Fraction(1234))


@pytest.mark.parametrize(
    ("column", "mark"),
    [
        (["1,234", "2.5"], "."),
        (["1.234", "2,5"], ","),
        (["1,234,567", "1,234"], "."),
        (["1.234.567"], ","),
        (["1,234", "12,500"], ""),
        (["Elm", "14"], ""),
        (["1.5", "2.5", "3,5"], "."),
        (["1.5", "2,5"], ""),
        (["1.5", "2.5", "3,5", "4,5", "5,5"], ","),
        (["1,234.5"], "."),
        (["1.234,5"], ","),
        (["1234,567"], ","),
        (["0.123"], "."),
        (["1,5*", "1" + 120 * " " + ".5"], ","),
        (["†1.5"], "."),
        (["123,456"], ""),
        ([118 * "1" + ".5"], "."),
        ([119 * "1" + ".5"], ""),
    ],
)
def test_a_column_says_how_it_writes_decimals(column: list[str], mark: str) -> None:
    assert decimal_mark(column) == mark


def test_the_mark_of_a_column_settles_what_a_cell_is_worth() -> None:
    german = cell_number("1.234", ",")

    assert german is not None
    assert (german.value, german.other) == (Fraction(1234), None)
    english = cell_number("1.234", ".")
    assert english is not None
    assert (english.value, english.other) == (Fraction("1.234"), None)


NUMBERS = st.decimals(
    min_value=-(10**12), max_value=10**12, places=2, allow_nan=False, allow_infinity=False
)


@given(NUMBERS, st.sampled_from([(",", "."), (".", ","), (" ", ","), ("’", "."), ("", ".")]))
def test_every_way_of_writing_a_number_is_worth_the_same(
    number: object, marks: tuple[str, str]
) -> None:
    group, decimal = marks
    written = f"{number:,.2f}".translate({ord(","): group, ord("."): decimal})

    read = cell_number(written)

    assert read is not None
    assert read.value == Fraction(str(number))


@given(st.fractions())
def test_digits_say_a_number_in_full_or_say_that_they_do_not(number: Fraction) -> None:
    text = digits(number)

    assert text.endswith("…") or Fraction(text) == number


@pytest.mark.parametrize(
    ("rounding", "number", "rounded"),
    [
        ("to 1000", "1499.9", "1000"),
        ("1000", "1500", "2000"),
        ("to 0.1", "-0.25", "-0.3"),
        ("down to 10", "19", "10"),
        ("down to 10", "-19", "-20"),
        ("up to 100", "1", "100"),
        ("up to 100", "-199", "-100"),
        ("to 0.1", "0.25", "0.3"),
        ("10", "0", "0"),
        ("to 10", "7", "10"),
        (" to 5 ", "7", "5"),
    ],
)
def test_a_rounding_is_done_as_it_says(rounding: str, number: str, rounded: str) -> None:
    read = read_rounding(rounding)

    assert read is not None
    assert read.of(Fraction(number)) == Fraction(rounded)


def test_a_rounding_has_a_direction() -> None:
    directions = {"up to 100": 1, "down to 100": -1, "to 100": 0, "100": 0}

    assert {text: read_rounding(text) for text in directions} == {
        text: Rounding(Fraction(100), direction) for text, direction in directions.items()
    }


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(1, 3), "0.33333333…"),
        (Fraction(-2, 3), "-0.66666667…"),
        (Fraction(1, 8), "0.125"),
        (Fraction(7, 50), "0.14"),
        (Fraction(10**20), "1" + 20 * "0"),
        (Fraction(1, 10**30), "0." + 29 * "0" + "1"),
        (Fraction(1, 6), "0.16666667…"),
    ],
)
def test_digits_end_or_are_eight(number: Fraction, shown: str) -> None:
    assert digits(number) == shown


@pytest.mark.parametrize("text", ["none", "about", "to 0", "-10", "to", "up", "to 1.2.3"])
def test_what_is_no_rounding_is_none(text: str) -> None:
    assert read_rounding(text) is None


def test_claims_write_numbers_in_one_way() -> None:
    assert plain_number("-1234.50") == Fraction("-1234.5")
    assert plain_number("−1234.50") == Fraction("-1234.5")
    assert [plain_number(text) for text in ("1,234", "1 234", "14 %", "1e3", "")] == [None] * 5


def test_units_are_one_in_every_spelling_that_is_known() -> None:
    assert same_unit("percent", "%") is True
    assert same_unit("km", "miles") is False
    assert same_unit("people", "persons") is None
    assert same_unit("People", "people") is True
    assert same_unit("km", "zq") is None
