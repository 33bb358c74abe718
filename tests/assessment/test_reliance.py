"""Claims that rest on others."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.assessment.reliance import Reliance, chains_to_fallen, circles, reliances
from claimcheck.model import Place


def reliances_of(*rows: tuple[str, str, str]) -> dict[str, Reliance]:
    place = Place("x.yaml", 1, 1)
    return {
        claim: Reliance(claim, status, tuple(rests_on.split()), place)
        for claim, status, rests_on in rows
    }


def test_who_rests_on_a_claim_that_does_not_hold_is_told_through_the_chain() -> None:
    claims = reliances_of(
        ("a", "supported", "b"),
        ("b", "supported", "c d"),
        ("c", "supported", ""),
        ("d", "refuted", ""),
        ("e", "supported", "c"),
    )

    assert chains_to_fallen(claims) == {"b": ("b", "d"), "a": ("a", "b", "d")}


def test_the_nearest_fallen_claim_is_named() -> None:
    claims = reliances_of(("a", "supported", "b"), ("b", "conflicting", "c"), ("c", "refuted", ""))

    assert chains_to_fallen(claims) == {"a": ("a", "b"), "b": ("b", "c")}


def test_a_circle_is_found_once() -> None:
    claims = reliances_of(
        ("a", "supported", "b"), ("b", "supported", "c"), ("c", "supported", "b"), ("d", "", "d")
    )

    assert circles(claims) == [("b", "c", "b"), ("d", "d")]


def test_claims_that_rest_on_nothing_and_carry_nothing_are_left_out() -> None:
    claims = reliances_of(("a", "supported", "b"), ("b", "supported", ""), ("c", "refuted", ""))

    assert [each.claim for each in reliances(claims.values())] == ["a", "b"]


@given(
    st.dictionaries(
        st.integers(0, 12), st.tuples(st.booleans(), st.lists(st.integers(0, 12), max_size=3))
    )
)
def test_chains_and_circles_are_what_the_claims_say(
    graph: dict[int, tuple[bool, list[int]]],
) -> None:
    claims = reliances_of(
        *(
            (str(each), "supported" if holds else "refuted", " ".join(map(str, below)))
            for each, (holds, below) in graph.items()
        )
    )

    for claim, chain in chains_to_fallen(claims).items():
        links = [link for link in chain if link != "…"]
        assert links[0] == claim
        assert claims[links[-1]].status == "refuted"
        if "…" not in chain:
            assert all(b in claims[a].rests_on for a, b in pairwise(chain))
    for circle in circles(claims):
        assert circle[0] == circle[-1]
        assert all(b in claims[a].rests_on for a, b in pairwise(circle))
    resting = {
        each.claim
        for each in claims.values()
        if any(below in claims and claims[below].status == "refuted" for below in each.rests_on)
    }
    assert resting <= chains_to_fallen(claims).keys()
