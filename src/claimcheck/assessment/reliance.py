"""Which claims rest on which, and on which of those a claim cannot rest."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.model import Place

_HOLDING = frozenset({Status.SUPPORTED, ""})
# More links of a chain than anybody reads are not shown.
_LINKS = 5


class Reliance(NamedTuple):
    """A claim's status and the claims that it rests on, with where its file names them.

    A claim that could not be read has no status.
    """

    claim: str
    status: str
    rests_on: tuple[str, ...]
    place: Place


def reliances(claims: Iterable[Reliance]) -> tuple[Reliance, ...]:
    """Return those of some claims that rest on others, or on which others rest, by their ids."""
    every = list(claims)
    relied_on = {other for claim in every for other in claim.rests_on}
    if not relied_on:
        return ()
    return tuple(
        sorted(reliance for reliance in every if reliance.rests_on or reliance.claim in relied_on)
    )


def chains_to_fallen(reliances: Mapping[str, Reliance]) -> dict[str, tuple[str, ...]]:
    """Return, for claims that rest on one that is not supported, the shortest chain to such a one.

    Args:
        reliances: what rests on what, by the claims' ids.

    Returns:
        The ids from the claim to the one that does not hold, by the claim. One that could not be
        read is none of those that do not hold.
    """
    resting: dict[str, list[str]] = {}
    for reliance in reliances.values():
        for other in reliance.rests_on:
            resting.setdefault(other, []).append(reliance.claim)
    fallen = sorted(claim for claim in reliances if reliances[claim].status not in _HOLDING)
    chains: dict[str, tuple[str, ...]] = {}
    ends: list[tuple[str, ...]] = [(claim,) for claim in fallen]
    while ends:
        longer = []
        for chain in ends:
            for claim in resting.get(chain[0], ()):
                if claim not in chains:
                    chains[claim] = (claim, *shortened(chain))
                    longer.append(chains[claim])
        ends = [chain for chain in longer if chain[0] not in fallen]
    return chains


def circles(reliances: Mapping[str, Reliance]) -> list[tuple[str, ...]]:
    """Return circles of claims that rest on each other, each once, from its first id on.

    Args:
        reliances: what rests on what, by the claims' ids.
    """
    rings = []
    seen: set[str] = set()
    for start in sorted(reliances):
        path: dict[str, None] = {} if start in seen else {start: None}
        while path:
            claim = next(reversed(path))
            seen.add(claim)
            ahead = [claim_id for claim_id in reliances[claim].rests_on if claim_id in reliances]
            closing = next((claim_id for claim_id in ahead if claim_id in path), None)
            if closing is not None:
                rings.append(_circle([*path], closing))
                break
            following = next((claim_id for claim_id in ahead if claim_id not in seen), None)
            if following is None:
                del path[claim]
            else:
                path[following] = None
    return rings


def _circle(path: list[str], closing: str) -> tuple[str, ...]:
    """Return the end of a path that leads back into it, from its first id on."""
    circle = path[path.index(closing) :]
    first = circle.index(min(circle))
    return (*circle[first:], *circle[:first], circle[first])


def shortened(chain: tuple[str, ...]) -> tuple[str, ...]:
    """Return a chain of ids with its middle left out, where it is longer than anybody reads."""
    return chain if len(chain) <= _LINKS else (*chain[:2], "…", *chain[-2:])
