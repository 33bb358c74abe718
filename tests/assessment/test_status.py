"""The status table, whole; and what must hold whatever the votes."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.status import (
    Corroboration,
    Counts,
    Flag,
    Terms,
    Vote,
    decide,
    derive,
    parties_behind,
)
from claimcheck.model import Kind, Stance, Status
from support.project import TODAY

FOR, AGAINST = Stance.SUPPORTS, Stance.CONTRADICTS
TERMS = Terms(today=TODAY)

# One line a row of the published table: S, C, s, c -> row, status, flag.
# fmt: off
TABLE = {
    (0, 0, 0, 0): (7, "not-enough-evidence", None),
    (0, 0, 0, 1): (6, "not-enough-evidence", "denied-by-interested"),
    (0, 0, 1, 0): (5, "self-attested", None),
    (0, 0, 1, 1): (4, "conflicting", "word-against-word"),
    (0, 1, 0, 0): (3, "refuted", None),
    (0, 1, 0, 1): (3, "refuted", None),
    (0, 1, 1, 0): (3, "refuted", "maintained-by-interested"),
    (0, 1, 1, 1): (3, "refuted", "maintained-by-interested"),
    (0, 2, 0, 0): (3, "refuted", None),
    (0, 2, 0, 1): (3, "refuted", None),
    (0, 2, 1, 0): (3, "refuted", "maintained-by-interested"),
    (0, 2, 1, 1): (3, "refuted", "maintained-by-interested"),
    (1, 0, 0, 0): (2, "supported", None),
    (1, 0, 0, 1): (2, "supported", "denied-by-interested"),
    (1, 0, 1, 0): (2, "supported", None),
    (1, 0, 1, 1): (2, "supported", "denied-by-interested"),
    (2, 0, 0, 0): (2, "supported", None),
    (2, 0, 0, 1): (2, "supported", "denied-by-interested"),
    (2, 0, 1, 0): (2, "supported", None),
    (2, 0, 1, 1): (2, "supported", "denied-by-interested"),
}
# fmt: on
for _both in itertools.product((1, 2), (1, 2), (0, 1), (0, 1)):
    TABLE[_both] = (1, "conflicting", None)


def votes_for(numbers: tuple[int, int, int, int]) -> list[Vote]:
    supporting, contradicting, interested_for, interested_against = numbers
    return [
        *(Vote(FOR, f"s{n}", interested=False, outlet=f"s{n}") for n in range(supporting)),
        *(Vote(AGAINST, f"c{n}", interested=False, outlet=f"c{n}") for n in range(contradicting)),
        *(Vote(FOR, "owner", interested=True, outlet="owner") for _ in range(interested_for)),
        *(
            Vote(AGAINST, "rival", interested=True, outlet="rival")
            for _ in range(interested_against)
        ),
    ]


def test_the_table_is_whole() -> None:
    assert set(TABLE) == set(itertools.product((0, 1, 2), (0, 1, 2), (0, 1), (0, 1)))


@pytest.mark.parametrize(("numbers", "expected"), TABLE.items())
def test_every_combination_has_its_row(
    numbers: tuple[int, int, int, int], expected: tuple[int, str, str | None]
) -> None:
    row, status, flag = expected

    derivation = derive(votes_for(numbers), TERMS, sourced=True)

    assert (derivation.row, derivation.status, list(derivation.flags)) == (
        row,
        status,
        [flag] if flag else [],
    )


def test_a_derivation_names_the_parties_of_each_side() -> None:
    derived = derive(votes_for((2, 3, 1, 1)), TERMS, sourced=True)

    assert derived.supporting == ("s0", "s1")
    assert derived.contradicting == ("c0", "c1", "c2")
    assert derived.interested_for == ("owner",)
    assert derived.interested_against == ("rival",)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [((3, 2, 1, 1), 2), ((2, 3, 0, 0), 2), ((3, 0, 0, 1), 3), ((0, 4, 1, 0), 4), ((0, 0, 1, 1), 0)],
)
def test_behind_a_status_stand_the_winning_sides_parties(
    numbers: tuple[int, int, int, int], expected: int
) -> None:
    assert parties_behind(derive(votes_for(numbers), TERMS, sourced=True)) == expected


def test_no_evidence_at_all_is_unsourced() -> None:
    derivation = derive([], TERMS, sourced=False)

    assert (derivation.row, derivation.status, derivation.corroboration) == (0, "unsourced", "none")


@pytest.mark.parametrize(
    ("numbers", "min_origins", "expected"),
    [
        ((0, 0, 1, 0), 2, Corroboration.NONE),
        ((1, 0, 0, 0), 2, Corroboration.SINGLE_ORIGIN),
        ((2, 0, 0, 0), 2, Corroboration.CORROBORATED),
        ((2, 0, 0, 0), 3, Corroboration.SINGLE_ORIGIN),
        ((1, 0, 0, 0), 1, Corroboration.CORROBORATED),
        ((0, 2, 1, 0), 2, Corroboration.CORROBORATED),
        ((2, 1, 0, 0), 2, Corroboration.SINGLE_ORIGIN),
        ((2, 2, 0, 0), 2, Corroboration.CORROBORATED),
        ((0, 0, 1, 1), 1, Corroboration.NONE),
    ],
)
def test_corroboration_counts_the_winning_side(
    numbers: tuple[int, int, int, int], min_origins: int, expected: Corroboration
) -> None:
    terms = replace(TERMS, min_origins=min_origins)

    assert derive(votes_for(numbers), terms, sourced=True).corroboration is expected


def test_counts_tell_items_outlets_and_origins_apart() -> None:
    votes = [
        Vote(FOR, "agency", interested=False, outlet="daily"),
        Vote(FOR, "agency", interested=False, outlet="evening"),
        Vote(FOR, "agency", interested=False, outlet="evening"),
    ]

    derivation = derive(votes, TERMS, sourced=True)

    assert derivation.counts == Counts(items=3, outlets=2, origins=1)
    assert derivation.flags == (Flag.CIRCULAR,)
    assert derivation.corroboration is Corroboration.SINGLE_ORIGIN


def test_one_party_on_both_sides_is_not_circular() -> None:
    votes = [
        Vote(FOR, "agency", interested=False, outlet="daily"),
        Vote(AGAINST, "agency", interested=False, outlet="daily"),
    ]

    assert Flag.CIRCULAR not in derive(votes, TERMS, sourced=True).flags


OLD, NEW = dt.date(2020, 1, 1), dt.date(2026, 1, 1)


FRESH, STALE = [False, True]


@pytest.mark.parametrize(
    ("kind", "dates", "review_by", "stale"),
    [
        (Kind.EVENT, [OLD], None, FRESH),
        (Kind.EVENT, [None], None, FRESH),
        (Kind.STATE, [OLD], None, STALE),
        (Kind.STATE, [OLD, NEW], None, FRESH),
        (Kind.STATE, [None], None, STALE),
        (Kind.STATE, [None, NEW], None, FRESH),
        (Kind.STATE, [TODAY - dt.timedelta(days=365)], None, FRESH),
        (Kind.STATE, [TODAY - dt.timedelta(days=366)], None, STALE),
        (Kind.EVENT, [NEW], TODAY - dt.timedelta(days=1), STALE),
        (Kind.EVENT, [NEW], TODAY, FRESH),
        (Kind.STATE, [], None, FRESH),
    ],
)
def test_a_state_grows_stale_and_an_event_does_not(
    kind: Kind, dates: list[dt.date | None], review_by: dt.date | None, *, stale: bool
) -> None:
    terms = replace(TERMS, kind=kind, review_by=review_by)
    votes = [
        Vote(FOR, f"s{n}", interested=False, outlet="x", latest=latest)
        for n, latest in enumerate(dates)
    ]

    assert (Flag.STALE in derive(votes, terms, sourced=True).flags) is stale


def test_only_the_winning_side_keeps_a_state_fresh() -> None:
    terms = replace(TERMS, kind=Kind.STATE)
    votes = [
        Vote(FOR, "paper", interested=False, outlet="x", latest=OLD),
        Vote(AGAINST, "owner", interested=True, outlet="x", latest=NEW),
    ]

    assert Flag.STALE in derive(votes, terms, sourced=True).flags


def test_a_verdict_differs_or_agrees() -> None:
    votes = votes_for((1, 0, 0, 0))
    agrees = derive(votes, replace(TERMS, verdict=Status.SUPPORTED), sourced=True)
    differs = derive(votes, replace(TERMS, verdict=Status.REFUTED), sourced=True)

    assert agrees.flags == ()
    assert differs.flags == (Flag.VERDICT_DIFFERS,)
    assert differs.status is Status.SUPPORTED


VOTES = st.lists(
    st.builds(
        Vote,
        stance=st.sampled_from([FOR, AGAINST]),
        key=st.sampled_from(["a", "b", "c"]),
        interested=st.just(value=False),
        outlet=st.sampled_from(["x", "y"]),
        latest=st.none() | st.dates(),
    )
    | st.builds(
        Vote,
        stance=st.sampled_from([FOR, AGAINST]),
        key=st.sampled_from(["owner", "rival"]),
        interested=st.just(value=True),
        outlet=st.sampled_from(["x", "y"]),
        latest=st.none() | st.dates(),
    ),
    max_size=8,
)
MIRRORED = {
    Status.SUPPORTED: Status.REFUTED,
    Status.REFUTED: Status.SUPPORTED,
    Status.CONFLICTING: Status.CONFLICTING,
}


@given(VOTES)
def test_the_order_of_votes_does_not_matter(votes: list[Vote]) -> None:
    assert derive(votes, TERMS, sourced=True) == derive(votes[::-1], TERMS, sourced=True)


@given(VOTES)
def test_swapping_the_sides_mirrors_the_status_except_where_only_the_interested_speak(
    votes: list[Vote],
) -> None:
    swap = {FOR: AGAINST, AGAINST: FOR}
    derivation = derive(votes, TERMS, sourced=True)
    swapped = derive(
        [replace(vote, stance=swap[vote.stance]) for vote in votes], TERMS, sourced=True
    )

    if derivation.row in {5, 6}:
        assert {derivation.row, swapped.row} == {5, 6}
    else:
        assert swapped.status is MIRRORED.get(derivation.status, derivation.status)
        assert swapped.corroboration is derivation.corroboration


@given(VOTES.filter(bool), st.data())
def test_a_reprint_changes_nothing(votes: list[Vote], data: st.DataObject) -> None:
    reprint = replace(data.draw(st.sampled_from(votes)), outlet="another outlet")
    before = derive(votes, TERMS, sourced=True)
    after = derive([*votes, reprint], TERMS, sourced=True)

    assert (after.status, after.row, after.corroboration) == (
        before.status,
        before.row,
        before.corroboration,
    )
    assert after.counts.origins == before.counts.origins


@given(VOTES)
def test_one_more_independent_supporter_never_weakens_supported(votes: list[Vote]) -> None:
    before = derive(votes, TERMS, sourced=True)
    newcomer = Vote(FOR, "newcomer", interested=False, outlet="z")
    after = derive([*votes, newcomer], TERMS, sourced=True)

    if before.status is Status.SUPPORTED:
        order = list(Corroboration)
        assert after.status is Status.SUPPORTED
        assert order.index(after.corroboration) >= order.index(before.corroboration)


@given(st.integers(0, 99), st.integers(0, 99))
def test_no_majority_ever_decides(supporting: int, contradicting: int) -> None:
    row, status, _flag = decide(
        supporting=supporting + 1,
        contradicting=contradicting + 1,
        interested_for=False,
        interested_against=False,
    )

    assert (row, status) == (1, Status.CONFLICTING)
