"""What a head says of the numbers below it."""

from __future__ import annotations

import pytest

from claimcheck.anchor.table_heads import TableHeads, head_measure, scale_in


@pytest.mark.parametrize(
    ("head", "unit", "scale"),
    [
        ("Budget (in millions, EUR)", "€", 1_000_000),
        ("Kosten in Tsd. €", "€", 1_000),
        ("Revenue ($m)", "$", 1_000_000),
        ("Revenue (EUR bn)", "€", 1_000_000_000),
        ("Population ('000)", "", 1_000),
        ("Population (in 1,000)", "", 1_000),
        ("Chiffre d’affaires (en millions d’euros)", "€", 1_000_000),
        ("Growth in %", "%", 1),
        ("Ventas (en miles de euros)", "€", 1_000),
        ("Receita (milhares de euros)", "€", 1_000),
        ("Ricavi (migliaia di euro)", "€", 1_000),
        ("Dette (en milliers d'euros)", "€", 1_000),
        ("Tržby (mil. Kč)", "Kč", 1_000_000),
        ("Venituri (mil. lei)", "", 1_000_000),
        ("Ingresos (mil €)", "€", 1_000),
        ("Distance (miles)", "mi", 1),
        ("Distance (km)", "km", 1),
        ("Mio. €", "€", 1_000_000),
        ("Revenue £bn", "£", 1_000_000_000),
        ("Sales of all towns US$ m", "$", 1_000_000),
        ("Budget €k", "€", 1_000),
        ("Cost (millions, thousands)", "", 1_000_000),
        ("(million km)", "km", 1_000_000),
        ("Costs ($) in millions", "$", 1_000_000),
        ("Cost [] (km)", "km", 1),
        ("Größe | km²", "km²", 1),
        ("Bevölkerung; Tausend", "", 1_000),
        ("Costs 000s", "", 1_000),
        ("Cost in 1 000", "", 1_000),
        (f"{195 * 'x'} (km)", "km", 1),
        # These say neither.
        ("Town", "", 1),
        ("2021", "", 1),
        ("Cases per million", "", 1),
        ("Rate per 100,000", "", 1),
        ("Cost ()", "", 1),
        ("Cost in 1000.5", "", 1),
        ("Total of all EUR", "", 1),
        ("km per hour", "", 1),
        (f"{196 * 'x'} (km)", "", 1),
        ("", "", 1),
    ],
)
def test_unit_and_scale_of_a_head(head: str, unit: str, scale: int) -> None:
    measure = head_measure(head)

    assert (measure.unit, int(measure.scale)) == (unit, scale)


@pytest.mark.parametrize(
    ("words", "scale"),
    [
        ("miles de euros", 1_000),
        ("milliers d'euros", 1_000),
        ("million EUR", 1_000_000),
        ("miles", 1),
        ("", 1),
    ],
)
def test_scale_of_a_unit_or_a_label(words: str, scale: int) -> None:
    assert scale_in(words) == scale


def test_a_place_has_the_head_of_its_own_column_and_table() -> None:
    text = "Town\tCost (%)\nElm\t12\n\nIn words.\n\nRoad\tLength (km)\nA 1\t7\n"
    heads = TableHeads(text)

    assert heads.over(text.index("12")) == "Cost (%)"
    assert heads.over(text.index("7")) == "Length (km)"
    assert heads.over(text.index("In words")) == ""
    assert heads.over(text.index("Town")) == ""


def test_an_empty_line_is_no_row() -> None:
    assert TableHeads("\nTown\tCost\nElm\t12\n").row(0) is None


def test_a_cell_beyond_the_heads_has_none() -> None:
    text = "Town\tCost\nElm\t12\t34\nOak\t5"
    heads = TableHeads(text)

    assert [heads.over(text.index(cell)) for cell in ("12", "34", "5")] == ["Cost", "", "Cost"]
    assert heads.row(text.index("5")) == (text.index("Oak"), len(text))
    assert heads.rows == [(10, 19), (20, 25)]
