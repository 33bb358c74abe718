"""The status table, whole; and what must hold whatever the votes."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.status import (
    Corroboration,
    Counts,
    Flag,
    Standing,
    Terms,
    Vote,
    day_after,
    derive,
)
from claimcheck.model import Kind, Stance, Status
from support.project import TODAY

if TYPE_CHECKING:
    from collections.abc import Collection

FOR, AGAINST = Stance.SUPPORTS, Stance.CONTRADICTS
INDEPENDENT, INTERESTED = Standing.INDEPENDENT, Standing.INTERESTED
TERMS = Terms(today=TODAY)


def vote(
    stance: Stance,
    key: str,
    standing: Standing = INDEPENDENT,
    *,
    outlet: str = "",
    root: str = "",
    dated: dt.date | None = None,
) -> Vote:
    return Vote(stance, key, standing, outlet or key, root or key, dated, dated)


def votes_of(supporting: Collection[Standing], contradicting: Collection[Standing]) -> list[Vote]:
    sides = ((FOR, supporting), (AGAINST, contradicting))
    return [
        vote(stance, f"{stance} {standing}", standing)
        for stance, standings in sides
        for standing in standings
    ]


@pytest.mark.parametrize(
    ("supporting", "contradicting", "row", "status", "flags"),
    [
        ((), (), 13, "not-enough-evidence", []),
        ((), (INTERESTED,), 10, "not-enough-evidence", ["denied-by-interested"]),
        ((INTERESTED,), (), 9, "self-attested", []),
        ((INTERESTED,), (INTERESTED,), 8, "conflicting", ["word-against-word"]),
        ((), (INDEPENDENT,), 3, "refuted", []),
        ((INTERESTED,), (INDEPENDENT,), 3, "refuted", ["maintained-by-interested"]),
        ((INDEPENDENT,), (), 2, "supported", []),
        ((INDEPENDENT,), (INTERESTED,), 2, "supported", ["denied-by-interested"]),
        ((INDEPENDENT,), (INDEPENDENT,), 1, "conflicting", []),
        ((INDEPENDENT, INTERESTED), (INDEPENDENT, INTERESTED), 1, "conflicting", []),
        ((Standing.ACT,), (), 4, "supported", ["own-act"]),
        ((Standing.ACT,), (INTERESTED,), 4, "supported", ["denied-by-interested", "own-act"]),
        ((Standing.ACT,), (INDEPENDENT,), 1, "conflicting", []),
        ((), (Standing.ACT,), 5, "refuted", ["own-act"]),
        ((Standing.ADMISSION,), (), 6, "supported", ["admission"]),
        ((INTERESTED,), (Standing.ADMISSION,), 7, "refuted",
         ["maintained-by-interested", "admission"]),
        ((Standing.UNKNOWN,), (), 11, "not-enough-evidence", ["unknown-origin"]),
        ((), (Standing.UNKNOWN,), 12, "not-enough-evidence", ["unknown-origin"]),
        ((Standing.UNKNOWN, INTERESTED), (), 9, "self-attested", ["unknown-origin"]),
        ((Standing.UNKNOWN, INDEPENDENT), (), 2, "supported", ["unknown-origin"]),
        ((Standing.UNKNOWN,), (INDEPENDENT,), 3, "refuted", ["unknown-origin"]),
    ],
)  # fmt: skip
def test_what_stands_on_each_side_decides(
    supporting: tuple[Standing, ...],
    contradicting: tuple[Standing, ...],
    row: int,
    status: str,
    flags: list[str],
) -> None:
    derivation = derive(votes_of(supporting, contradicting), TERMS, sourced=True)

    assert (derivation.row, derivation.status) == (row, status)
    assert set(derivation.flags) == set(flags)


def test_flags_stand_in_one_order() -> None:
    derivation = derive(votes_of([INTERESTED, Standing.UNKNOWN], [INTERESTED]), TERMS, sourced=True)

    assert list(derivation.flags) == ["word-against-word", "unknown-origin"]


def votes_for(numbers: tuple[int, int, int, int]) -> list[Vote]:
    supporting, contradicting, interested_for, interested_against = numbers
    return [
        *(vote(FOR, f"s{n}") for n in range(supporting)),
        *(vote(AGAINST, f"c{n}") for n in range(contradicting)),
        *(vote(FOR, "owner", INTERESTED) for _ in range(interested_for)),
        *(vote(AGAINST, "rival", INTERESTED) for _ in range(interested_against)),
    ]


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
    assert derive(votes_for(numbers), TERMS, sourced=True).parties == expected


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
    terms = TERMS._replace(min_origins=min_origins)

    assert derive(votes_for(numbers), terms, sourced=True).corroboration is expected


def test_counts_tell_items_outlets_and_origins_apart() -> None:
    votes = [
        vote(FOR, "agency", outlet="daily", root="wire"),
        vote(FOR, "agency", outlet="evening", root="wire"),
        vote(FOR, "agency", outlet="evening", root="wire"),
    ]

    derivation = derive(votes, TERMS, sourced=True)

    assert derivation.counts == Counts(items=3, outlets=2, origins=1)
    assert derivation.flags == (Flag.CIRCULAR,)
    assert derivation.corroboration is Corroboration.SINGLE_ORIGIN


def test_one_party_on_both_sides_is_not_circular() -> None:
    votes = [vote(FOR, "agency"), vote(AGAINST, "agency")]

    assert Flag.CIRCULAR not in derive(votes, TERMS, sourced=True).flags


@pytest.mark.parametrize(
    ("voices", "expected"),
    [
        # Parties and the documents in which they speak.
        ("paper:article witness:article", 1),
        ("paper:article witness:article witness:other", 2),
        ("paper:article paper:other", 1),
        ("a:1 a:2 b:1", 2),
        ("a:1 b:1 c:2 c:3", 2),
        ("a:1 b:1 b:2 c:2 c:3", 3),
    ],
)
def test_a_document_is_one_witness_to_what_it_prints(voices: str, expected: int) -> None:
    pairs = [voice.split(":") for voice in voices.split()]
    votes = [vote(FOR, party, root=document) for party, document in pairs]

    derivation = derive(votes, TERMS, sourced=True)

    assert derivation.parties == derivation.counts.origins == expected
    assert (derivation.corroboration is Corroboration.CORROBORATED) == (expected > 1)


def test_of_very_many_parties_none_is_counted_too_much() -> None:
    votes = [vote(FOR, f"p{n}", root=f"d{n // 2}") for n in range(1000)]

    assert derive(votes, TERMS, sourced=True).parties == 500


def test_of_very_many_parties_with_two_documents_each_is_counted_once() -> None:
    votes = [vote(FOR, f"p{n}", root=f"d{n} {copy}") for n in range(200) for copy in range(2)]

    assert derive(votes, TERMS, sourced=True).parties == 200


@pytest.mark.parametrize("standing", [Standing.ACT, Standing.ADMISSION])
def test_however_many_interested_parties_act_or_admit_they_are_one_behind_a_status(
    standing: Standing,
) -> None:
    votes = [vote(FOR, "owner", standing), vote(FOR, "builder", standing)]

    derivation = derive(votes, TERMS, sourced=True)

    assert (derivation.status, derivation.parties) == (Status.SUPPORTED, 1)
    assert derivation.corroboration is Corroboration.SINGLE_ORIGIN


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
    terms = TERMS._replace(kind=kind, review_by=review_by)
    votes = [vote(FOR, f"s{n}", outlet="x", dated=dated) for n, dated in enumerate(dates)]

    assert (Flag.STALE in derive(votes, terms, sourced=True).flags) is stale


def test_only_the_winning_side_keeps_a_state_fresh() -> None:
    terms = TERMS._replace(kind=Kind.STATE)
    votes = [vote(FOR, "paper", dated=OLD), vote(AGAINST, "owner", INTERESTED, dated=NEW)]

    assert Flag.STALE in derive(votes, terms, sourced=True).flags


def test_a_date_that_has_not_come_keeps_no_state_fresh() -> None:
    """But for tomorrow's, which it is somewhere already."""
    terms = TERMS._replace(kind=Kind.STATE)
    dates = {(TODAY + dt.timedelta(days=days)): stale for days, stale in ((1, FRESH), (2, STALE))}
    for date, stale in dates.items():
        flags = derive([vote(FOR, "paper", dated=date)], terms, sourced=True).flags
        assert (Flag.STALE in flags) is stale


AS_OF = dt.date(2020, 7, 10)


@pytest.mark.parametrize(
    ("dates", "flag"),
    [
        ([AS_OF], None),
        ([AS_OF - dt.timedelta(days=365)], None),
        ([AS_OF - dt.timedelta(days=366)], Flag.STALE),
        ([AS_OF + dt.timedelta(days=365)], None),
        ([AS_OF + dt.timedelta(days=366)], Flag.RETROSPECTIVE),
        ([None], Flag.STALE),
        ([None, AS_OF], None),
        ([OLD - dt.timedelta(days=999), NEW], Flag.RETROSPECTIVE),
    ],
)
def test_a_state_of_some_day_is_judged_by_its_distance_from_that_day(
    dates: list[dt.date | None], flag: Flag | None
) -> None:
    terms = TERMS._replace(kind=Kind.STATE, as_of=AS_OF)
    votes = [vote(FOR, f"s{n}", dated=dated) for n, dated in enumerate(dates)]

    derivation = derive(votes, terms, sourced=True)
    later = derive(votes, terms._replace(today=dt.date(2200, 1, 1)), sourced=True)

    assert [each for each in derivation.flags if each is not Flag.CIRCULAR] == [flag] * bool(flag)
    assert derivation.flags == later.flags


def test_a_year_may_be_any_of_its_days() -> None:
    terms = TERMS._replace(kind=Kind.STATE, as_of=AS_OF, stale_after=1)
    year = vote(FOR, "book")._replace(earliest=dt.date(2020, 1, 1), latest=dt.date(2020, 12, 31))

    assert derive([year], terms, sourced=True).flags == ()


def test_a_verdict_differs_or_agrees() -> None:
    votes = votes_for((1, 0, 0, 0))
    agrees = derive(votes, TERMS._replace(verdict=Status.SUPPORTED), sourced=True)
    differs = derive(votes, TERMS._replace(verdict=Status.REFUTED), sourced=True)

    assert agrees.flags == ()
    assert differs.flags == (Flag.VERDICT_DIFFERS,)
    assert differs.status is Status.SUPPORTED


VOTES = st.lists(
    st.builds(
        Vote,
        stance=st.sampled_from([FOR, AGAINST]),
        key=st.sampled_from(["a", "b", "c"]),
        standing=st.just(INDEPENDENT),
        outlet=st.sampled_from(["x", "y"]),
        root=st.sampled_from(["1", "2", "3"]),
        latest=st.none() | st.dates(),
    )
    | st.builds(
        Vote,
        stance=st.sampled_from([FOR, AGAINST]),
        key=st.sampled_from(["owner", "rival"]),
        standing=st.sampled_from([INTERESTED, Standing.ACT, Standing.ADMISSION, Standing.UNKNOWN]),
        outlet=st.sampled_from(["x", "y"]),
        root=st.sampled_from(["1", "2", "3"]),
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
        [vote._replace(stance=swap[vote.stance]) for vote in votes], TERMS, sourced=True
    )

    if derivation.row in {9, 10}:
        assert {derivation.row, swapped.row} == {9, 10}
    else:
        assert swapped.status is MIRRORED.get(derivation.status, derivation.status)
        assert swapped.corroboration is derivation.corroboration


@given(VOTES.filter(bool), st.data())
def test_a_reprint_changes_nothing(votes: list[Vote], data: st.DataObject) -> None:
    reprint = data.draw(st.sampled_from(votes))._replace(outlet="another outlet")
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
    newcomer = vote(FOR, "newcomer")
    after = derive([*votes, newcomer], TERMS, sourced=True)

    if before.status is Status.SUPPORTED:
        order = list(Corroboration)
        assert after.status is Status.SUPPORTED
        assert order.index(after.corroboration) >= order.index(before.corroboration)


@given(VOTES, VOTES)
def test_more_votes_never_mean_fewer_origins(votes: list[Vote], more: list[Vote]) -> None:
    counts = derive([*votes, *more], TERMS, sourced=True).counts

    assert derive(votes, TERMS, sourced=True).counts.origins <= counts.origins
    assert counts.origins <= min(
        len({vote.key for vote in (*votes, *more)}), len({vote.root for vote in (*votes, *more)})
    )


@pytest.mark.parametrize(("parties", "origins"), [(2, 2), (100, 100), (101, 100)])
def test_up_to_a_hundred_parties_are_matched_with_documents_and_of_more_some_may_be_missed(
    parties: int, origins: int
) -> None:
    """Who speaks in two documents takes the other one where a second party has only the first."""
    votes = [vote(FOR, "a")._replace(root=root) for root in ("d1", "d2")]
    votes.append(vote(FOR, "b")._replace(root="d1"))
    votes += [vote(FOR, f"p{n}")._replace(root=f"e{n}") for n in range(parties - 2)]

    assert derive(votes, TERMS, sourced=True).counts.origins == origins


@given(st.integers(0, 99), st.integers(0, 99))
def test_no_majority_ever_decides(supporting: int, contradicting: int) -> None:
    derivation = derive(votes_for((supporting + 1, contradicting + 1, 0, 0)), TERMS, sourced=True)

    assert (derivation.row, derivation.status) == (1, Status.CONFLICTING)


def test_the_last_day_that_there_is_has_no_day_after_it() -> None:
    assert day_after(dt.date(2026, 12, 31)) == dt.date(2027, 1, 1)
    assert day_after(dt.date.max) == dt.date.max
