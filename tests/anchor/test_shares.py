"""Shares in words, by language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimcheck.anchor.figure import FigureKind
from claimcheck.anchor.figures import figures_in
from claimcheck.anchor.languages import load
from claimcheck.anchor.shares import SHARE, changes_in, shares_in


@pytest.mark.parametrize(
    ("text", "share", "percent", "noun"),
    [
        ("Two thirds of the members came.", "Two thirds", 67, "members"),
        ("Some three-quarters of them had no house.", "three-quarters", 75, ""),
        ("He sold half the boats that he had.", "half", 50, "boats"),
        ("A quarter of the town burned.", "A quarter", 25, "town"),
        ("Zwei Drittel der Mitglieder kamen.", "Zwei Drittel", 67, "mitglieder"),
        ("Davon sind drei Viertel nicht mehr da.", "drei Viertel", 75, ""),
        ("Die Hälfte aller Boote ist weg.", "Hälfte", 50, "boote"),
        ("Les deux tiers des élèves ont réussi.", "deux tiers", 67, "élèves"),
        ("La moitié de l’île est à nous.", "moitié", 50, "île"),
        ("La tercera parte de los niños no vino.", "La tercera parte", 33, "niños"),
        ("La metà della città è bruciata.", "metà", 50, "città"),
        ("Metade dos barcos não voltou.", "Metade", 50, "barcos"),
        ("Een kwart van de stad brandde af.", "Een kwart", 25, "stad"),
        ("Två tredjedelar av båtarna är borta.", "Två tredjedelar", 67, "båtarna"),
        ("Jedna czwarta miasta spłonęła, a nie całe.", "Jedna czwarta", 25, "miasta"),
        ("Две трети членов совета не пришли, а мы ждали.", "Две трети", 67, "членов"),
        ("Половина лодок затонула, и не только они.", "Половина", 50, "лодок"),
        ("He sold half of all the boats that he had.", "half", 50, "boats"),
        ("He sold half of several boats that he had.", "half", 50, "boats"),
        ("La tercera  parte de los niños no vino.", "La tercera  parte", 33, "niños"),
    ],
)
def test_a_share_in_words_is_one_figure(text: str, share: str, percent: int, noun: str) -> None:
    (figure,) = figures_in(text)
    assert text[figure.start : figure.end] == share
    assert (figure.kind, figure.unit, figure.noun) == (FigureKind.MEASURE, SHARE, noun)
    assert (100 * figure.value).quantize(Decimal(1)) == percent


@pytest.mark.parametrize(
    "text",
    [
        "It was the third of the old houses.",
        "In the first half of the year he was here.",
        "They came for half an hour, or so they say.",
        "Die erste Hälfte des Jahres war gut.",
        "Nine eighths of the members came.",
        "The quarter of the poor was there for all to see.",
        "Three thirds of the members came.",
    ],
)
def test_an_ordinal_or_a_half_of_two_is_no_share(text: str) -> None:
    assert SHARE not in {figure.unit for figure in figures_in(text)}


@pytest.mark.parametrize(
    ("code", "text", "shares"),
    [
        (
            "en",
            "The price was up by a quarter, and fell by two thirds.",
            {"a quarter": 25, "two thirds": 67},
        ),
        ("de", "Der Preis stieg um ein Viertel.", {"ein Viertel": 25}),
        ("en", "A quarter of the town burned.", {}),
    ],
)
def test_by_what_share_something_changes(code: str, text: str, shares: dict[str, int]) -> None:
    changes = changes_in(text, 0, len(text), load(code))

    percents = {text[each.start : each.end]: round(100 * each.value) for each in changes}
    assert percents == shares


def test_a_share_far_before_a_noun_counts_something_else() -> None:
    (figure,) = figures_in(f"He had a third of {'the ' * 30}\n\nboats.")

    assert figure.noun == ""


@pytest.mark.parametrize(
    ("code", "text", "shares"),
    [
        ("de", "Um die Hälfte, sagte er.", []),
        ("de", "Der Preis sank um die Hälfte.", []),
        ("de", "Sie verkauften die Hälfte.", ["Hälfte"]),
        ("fr", "Le prix baissait de la moitié.", []),
        ("en", "In the first half of the year, two thirds of the men came.", ["two thirds"]),
        ("en", "A third, the Osprey, was late, and they sold a quarter.", ["a quarter"]),
        ("en", "It fell by a third.", []),
    ],
)
def test_by_how_much_something_changes_is_no_part_of_it(
    code: str, text: str, shares: list[str]
) -> None:
    parts = shares_in(text, 0, len(text), load(code))

    assert [text[each.start : each.end] for each in parts] == shares
