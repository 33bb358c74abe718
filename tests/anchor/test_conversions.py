"""What is a figure in a unit of another system, rounded as it is written."""

from __future__ import annotations

import pytest

from claimcheck.anchor.conversions import is_converted
from claimcheck.anchor.figures import figures_in

CONVERTED = [
    ("212 °F", "100 °C"), ("100 °C", "212 °F"), ("32 °F", "0 °C"), ("0 °C", "32 °F"),
    ("99 °F", "37 °C"), ("98.6 °F", "37 °C"), ("-40 °F", "-40 °C"), ("68 °F", "20 °C"),
    ("2.7 °F", "1.5 °C"), ("1.5 °C", "2.7 °F"), ("21.6 °F", "12 °C"),
    ("16 km", "10 miles"), ("10 miles", "16 km"), ("16.1 km", "10 miles"), ("30 metres", "98 feet"),
    ("30 metres", "100 feet"), ("30 cm", "1 foot"), ("2.5 cm", "1 inch"),
    ("91 metres", "100 yards"),
    ("45 kg", "100 pounds"), ("28 grams", "1 ounce"), ("2 tonnes", "4,400 lb"),
    ("40 hectares", "100 acres"), ("160 km/h", "100 mph"), ("37 km/h", "20 knots"),
    ("3.8 litres", "1 gallon"), ("4.5 litres", "1 gallon"), ("159 litres", "1 barrel"),
    ("1 gallon", "4.5 litres"), ("4,546 ml", "1 gallon"), ("1 gallon", "3.8 litres"),
]  # fmt: skip
OTHERS = [
    ("215 °F", "101 °C"), ("88 °F", "100 °C"), ("100 °F", "100 °C"),
    ("180 °F", "100 °C"), ("13 °C", "23.4 °F"),
    ("100 °C", "100 °C"), ("36 °C", "98.6 °F"), ("15 km", "10 miles"), ("18.9 km", "11 miles"),
    ("10 km", "6,000 m"), ("10 miles", "17,600 yards"), ("45 km", "100 pounds"),
    ("50 kg", "100 pounds"),
    ("4 litres", "1 gallon"), ("1 km", "0.6 hectares"), ("20 people", "20 km"),
]  # fmt: skip


@pytest.mark.parametrize(("pair", "converted"), [
    *((pair, True) for pair in CONVERTED), *((pair, False) for pair in OTHERS)
])  # fmt: skip
def test_a_figure_is_another_one_in_the_other_system(
    pair: tuple[str, str], converted: bool
) -> None:
    figure, other = (figures_in(f"It was {words}.")[0] for words in pair)

    assert is_converted(figure, other) is converted


@pytest.mark.parametrize(("words", "converted"), [("about 100 km", True), ("100 km", False)])
def test_what_is_about_so_many_may_be_further_off(words: str, converted: bool) -> None:
    """57 miles are 91.7 kilometres."""
    figure, other = (figures_in(f"It was {each}.")[0] for each in (words, "57 miles"))

    assert is_converted(figure, other) is converted
