"""What may be spent on quotes: when it counts as spent, and when not yet."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Effort, Text
from claimcheck.anchor.elision import chain, parted


@pytest.mark.parametrize("effort", [Effort(), Effort(1, 1, 0, 1), Effort(1, 1, -5, 1)])
def test_while_a_little_is_left_nothing_was_left_out(effort: Effort) -> None:
    assert not effort.exhausted


@pytest.mark.parametrize(
    "effort", [Effort(steps=0), Effort(tries=0), Effort(cells=0), Effort(steps=-1, tries=5)]
)
def test_where_one_of_it_is_spent_something_may_have_been_left_out(effort: Effort) -> None:
    assert effort.exhausted


def test_comparisons_are_spent_when_one_more_is_asked_for() -> None:
    effort = Effort(comparisons=3)

    assert effort.may_compare(10)
    assert not effort.exhausted
    assert not effort.may_compare(1)
    assert effort.exhausted

    effort.begin_quote()
    assert effort.may_compare(1)
    assert effort.exhausted, "what was left out before is not made up for"


def test_each_quote_brings_comparisons_of_its_own() -> None:
    assert not Effort(comparisons=0).may_compare(1)
    assert Effort(comparisons=1).may_compare(1)

    effort = Effort(comparisons=-100)
    effort.begin_quote()
    assert not effort.may_compare(1)
    effort.begin_quote()
    assert effort.comparisons == 28
    assert effort.may_compare(1)


def test_what_was_spent_since_a_copy_is_told_of_each() -> None:
    now = Effort(steps=90, tries=7, comparisons=-4, cells=55)
    assert now.spent_since(Effort(100, 10, 6, 60)) == Effort(10, 3, 10, 5)

    curtailed = Effort(1, 1, 1, 1, curtailed=True)
    assert curtailed.spent_since(curtailed) == Effort(0, 0, 0, 0, curtailed=True)


@pytest.mark.parametrize(
    ("here", "elsewhere", "settled"),
    [
        (Effort(90, 9, 9, 9), Effort(80, 1, 2, 3), Effort(10, 8, 7, 6)),
        (Effort(9, 9, 2, 9), Effort(9, 9, 1, 9), Effort(0, 0, 1, 0)),
        (Effort(9, 9, 2, 9), Effort(0, 0, 2, 0), Effort(9, 9, 0, 9, curtailed=True)),
        (Effort(9, 9, 2, 9), Effort(0, 0, 3, 0), Effort(9, 9, -1, 9, curtailed=True)),
        (Effort(9, 9, 9, 9, curtailed=True), Effort(0, 1, 0, 1),
         Effort(9, 8, 9, 8, curtailed=True)),
        (Effort(9, 9, 9, 9), Effort(0, 1, 0, 1, curtailed=True),
         Effort(9, 8, 9, 8, curtailed=True)),
    ],
)  # fmt: skip
def test_what_two_processes_spent_is_settled(
    here: Effort, elsewhere: Effort, settled: Effort
) -> None:
    effort = Effort()

    effort.settle(here, elsewhere)

    assert effort == settled


@pytest.mark.parametrize(("comparisons", "places"), [(1, 1), (1_000_000, 4)])
def test_with_little_to_spend_only_the_first_place_of_parts_is_looked_at(
    comparisons: int, places: int
) -> None:
    quote = parted("The mayor said […] that the bridge was safe")
    effort = Effort(comparisons=comparisons)
    assert quote is not None

    parts = chain(quote, Text(4 * "The mayor said in May that the bridge was safe. "), effort)

    assert len(parts.places) == places
    assert effort.curtailed is (places == 1)


@pytest.mark.parametrize(
    ("text", "is_paid"),
    [
        ("We saw an old mayor on the whole bridge of the town with red roses.", False),
        (
            "We saw an old mayor on the whole bridge of the town with red roses, red roses.",
            True,
        ),
        (
            "I saw an old mayor, an old mayor on the whole bridge of the town with red roses.",
            True,
        ),
    ],
)
def test_other_places_of_a_part_beside_the_longest_are_paid_for(
    text: str, *, is_paid: bool
) -> None:
    quote = parted("an old mayor […] on the whole bridge of the town […] red roses")
    effort = Effort(comparisons=1_000_000)
    assert quote is not None

    assert len(chain(quote, Text(text), effort).places) == 1
    assert (effort.comparisons < 1_000_000) is is_paid
