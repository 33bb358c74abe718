"""One name must not become two by letters that look alike."""

from __future__ import annotations

import pytest

from claimcheck.text.confusables import latin_letters, look_alike_key


@pytest.mark.parametrize(
    "name",
    [
        "Alice",
        "ALICE",
        " Alice  ",
        "\u0410lice",  # a Cyrillic A
        "Al\u0456\u0441\u0435",  # small Cyrillic letters
        "A\u04cf\u0456ce",  # a small palochka
        "\uff21lice",  # full-width
        "\U0001d400lice",  # mathematical
        "Alice\u200b",
        "Al\u00adice",
        "A\u2060lice",
        "\u13aalice",  # Cherokee
    ],
)
def test_names_that_a_reader_cannot_tell_apart_are_one(name: str) -> None:
    assert look_alike_key(name) == "alice"


@pytest.mark.parametrize(
    ("capital", "small"),
    [
        ("\u0412\u041e\u0412", "bob"),
        ("\u0406\u041a\u0415\u0410", "ikea"),
        ("\u039d\u039f\u03a4\u0395", "note"),
    ],
)
def test_capitals_of_another_script_are_the_letters_that_they_look_like(
    capital: str, small: str
) -> None:
    assert look_alike_key(capital) == small


@pytest.mark.parametrize(
    ("name", "other"),
    [("Zoë", "Zoe"), ("Bell", "Be11"), ("Corn", "Com"), ("Müller", "Mueller"), ("漢字", "汉字")],
)
def test_names_that_a_reader_can_tell_apart_are_two(name: str, other: str) -> None:
    assert look_alike_key(name) != look_alike_key(other)


def test_capitals_and_accents_stay() -> None:
    assert latin_letters("\u0410ndre\u0301 \u0412") == "André B"
