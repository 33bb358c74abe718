"""Which places a prefix and a suffix stand beside, and what it costs to look."""

from __future__ import annotations

import pytest

from claimcheck.anchor.beside import Context
from claimcheck.anchor.effort import Effort
from claimcheck.model import Quote
from support.marked import passage_in


def place(marked: str) -> tuple[tuple[int, int], str]:
    """The place between double brackets, and the text without them."""
    text, start, end = passage_in(marked)
    return (start, end), text


@pytest.mark.parametrize(
    ("prefix", "suffix", "marked", "beside"),
    [
        ("", "", "Roe said ⟦the mill is old⟧ and red.", True),
        ("Roe said", "", "Roe said ⟦the mill is old⟧ and red.", True),
        ("Poe said", "", "Roe said ⟦the mill is old⟧ and red.", False),
        ("oe said", "", "Roe said ⟦the mill is old⟧ and red.", False),
        ("", "and red", "Roe said ⟦the mill is old⟧ and red.", True),
        ("", "and re", "Roe said ⟦the mill is old⟧ and red.", False),
        ("", "and blue", "Roe said ⟦the mill is old⟧ and red.", False),
        ("", "a", "Roe said ⟦the mill is old⟧ a day.", True),
        ("Roe said", "and blue", "Roe said ⟦the mill is old⟧ and red.", False),
        ("Poe said", "and red", "Roe said ⟦the mill is old⟧ and red.", False),
        # marks before the first letter, as many as there are
        ("(“«Roe said", "", "(“«Roe said ⟦the mill is old⟧.", True),
        ("(“«Roe said", "", "(«Roe said ⟦the mill is old⟧.", False),
        ("«Roe said", "", "x(“«Roe said ⟦the mill is old⟧.", True),
        (f"{'(' * 15}Roe said", "", f"{'(' * 15}Roe said ⟦the mill is old⟧.", True),
        (f"{'(' * 16}Roe said", "", f"{'(' * 16}Roe said ⟦the mill is old⟧.", False),
        ("?", "", "Roe said? ⟦The mill is old⟧.", True),
        ("?", "", "Roe said! ⟦The mill is old⟧.", False),
        # the source may space them more widely, by so much
        ("Roe said", "", f"Roe{' ' * 80}said ⟦the mill is old⟧.", True),
        ("Roe said", "", f"Roe{' ' * 90}said ⟦the mill is old⟧.", False),
        ("", "and red", f"Roe said ⟦the mill is old⟧ and{' ' * 80}red.", True),
        ("", "and red", f"Roe said ⟦the mill is old⟧ and{' ' * 100}red.", False),
        ("", "and red", f"Roe said ⟦the mill is old⟧{' ' * 40}and red.", True),
        # numbers stay whole
        ("", "5 men", "The mill is of ⟦the town and⟧ 5 men.", True),
        ("", "5 men", "The mill is of ⟦the town and fewer than⟧ 5 men.", False),
        ("", "men of 5", "The mill is of ⟦the town and 12⟧ men of 5.5 feet.", False),
        ("", "men of 5.5", "The mill is of ⟦the town and 12⟧ men of 5.5 feet.", True),
        ("of 5", "", "The men of 1.5 ⟦feet and more⟧.", False),
        ("of 1.5", "", "The men of 1.5 ⟦feet and more⟧.", True),
    ],
)
def test_a_prefix_and_a_suffix_stand_right_beside(
    prefix: str, suffix: str, marked: str, *, beside: bool
) -> None:
    span, text = place(marked)

    assert Context(Quote("the mill is old", prefix, suffix)).is_beside(span, text) is beside


@pytest.mark.parametrize(
    ("prefix", "suffix", "cost"),
    [("Roe said", "", 96), ("", "and red", 94), ("Roe said", "and red", 190)],
)
def test_the_first_place_costs_nothing_and_each_other_one_what_is_compared(
    prefix: str, suffix: str, cost: int
) -> None:
    effort = Effort(comparisons=1)
    context = Context(Quote("the mill is old", prefix, suffix), effort)
    span, text = place("Roe said ⟦the mill is old⟧ and red.")
    answers = [(context.is_beside(span, text), effort.comparisons) for _time in range(3)]

    assert answers == [(True, 1), (True, 1 - cost), (False, 1 - cost)]
    assert effort.curtailed


@pytest.mark.parametrize(
    ("prefix", "suffix", "marked"),
    [
        ("Roe said", "", "Poe says ⟦the mill is old⟧ and red."),
        ("", "and red", "Roe said ⟦the mill is old⟧ and blue."),
        ("Roe said", "and red", "Roe said ⟦the mill is old⟧ and blue."),
    ],
)
def test_a_place_between_other_letters_is_passed_over_for_nothing(
    prefix: str, suffix: str, marked: str
) -> None:
    effort = Effort(comparisons=1)
    context = Context(Quote("the mill is old", prefix, suffix), effort)

    assert not any(context.is_beside(*place(marked)) for _time in range(3))
    assert effort.comparisons == 1
    assert context.is_beside(*place("Roe said ⟦the mill is old⟧ and red."))
    assert not effort.curtailed


def test_without_an_effort_many_places_are_compared() -> None:
    context = Context(Quote("the mill is old", "Roe said"))

    assert all(context.is_beside(*place("Roe said ⟦the mill is old⟧.")) for _time in range(9))
