"""What may be spent on quotes: when it counts as spent, and when not yet."""

from __future__ import annotations

import pytest

from claimcheck.anchor import Effort


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
