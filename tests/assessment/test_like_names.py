"""Names that may be one party: found as by comparing each with all others, with less work."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.like_names import LikeNames, are_unlike, may_be_one

WORDS = st.sampled_from(
    ["Acme", "Acne", "Ltd", "Jane", "J.", "Roe", "Rowe", "the", "1", "2", "Elm", "of", "JR"]
)
NAMES = st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=8, unique=True)


@given(NAMES, st.lists(WORDS, min_size=1, max_size=5).map(" ".join))
def test_of_a_few_names_none_is_missed(names: list[str], name: str) -> None:
    likest = list(LikeNames(names).like(name))

    assert likest == [other for other in names if may_be_one(name, other)]


@given(st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), max_size=6, unique=True))
def test_a_few_names_are_unlike_where_none_may_be_another(names: list[str]) -> None:
    pairs = [(name, other) for name in names for other in names if name != other]

    assert are_unlike(names) == (not any(may_be_one(*pair) for pair in pairs))


def test_of_many_names_nobody_says_that_they_are_unlike() -> None:
    assert not are_unlike(["Ash", "Beech", "Cedar", "Elm", "Fir", "Oak", "Pine"])


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Acme", "Acmé"),
        ("Acme", "Acrne"),
        ("Acme", "Acme\N{COMBINING ACUTE ACCENT}"),
        ("Roe Oil", "R0e Oil"),
        ("Elm Well", "Elm We1l"),
        ("Müller", "Muller"),
    ],
)
def test_names_that_are_drawn_alike_may_be_one(name: str, other: str) -> None:
    assert may_be_one(name, other)
    assert list(LikeNames([other, *"abcdefgh"]).like(name)) == [other]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Roe, Jane", "Jane Roe"),
        ("Ministry of Health", "The Health Ministry"),
        ("EU", "European Union"),
        ("DoJ", "Department of Justice"),
        ("U.N.", "United Nations"),
        ("Jane Roe (Acme)", "Acme"),
        ("阿克米公司总裁金波", "阿克米公司"),
    ],
)
def test_order_acronyms_and_parentheses_make_nobody_two(name: str, other: str) -> None:
    assert may_be_one(name, other)
    assert list(LikeNames([other, *"abcdefgh"]).like(name)) == [other]


@pytest.mark.parametrize(
    ("name", "other"),
    [("EU", "Acme Works"), ("Eu", "European Union"), ("Elm Gazette", "Elm Works"), ("the", "of")],
)
def test_other_words_are_somebody_else(name: str, other: str) -> None:
    assert not may_be_one(name, other)


def test_witnesses_with_numbers_are_several() -> None:
    assert not may_be_one("witness 1", "witness 2")


def test_of_thousands_of_names_those_are_found_that_begin_or_end_alike() -> None:
    names = LikeNames(f"Company {number} Holding {number * 3 % 1000}" for number in range(5000))

    assert "Company 77 Holding 231" in names.like("Company 77 Holdimg 231")
    assert "Company 77 Holding 231" in names.like("Kompany 77 Holding 231")
    assert "Company 77 Holding 231" in names.like("The late Company 77 Holding 231")
