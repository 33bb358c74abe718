"""JSON for programs: the pairs of claims that say nearly the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped, place_object

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.formats.screen import Screen
    from claimcheck.model import Claim
    from claimcheck.search.duplicates import DuplicatePair


def render(pairs: Sequence[DuplicatePair], claims: Mapping[str, Claim], screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the pairs of claims, the likest first.

    Args:
        pairs: the pairs, by id.
        claims: every claim that was compared, by id.
        screen: is not looked at.
    """
    objects = [
        {
            "likeness": pair.likeness,
            "claims": [_claim(claims[name]) for name in (pair.first, pair.second)],
        }
        for pair in pairs
    ]
    return dump(enveloped("duplicates", {"pairs": objects}))


def _claim(claim: Claim) -> dict[str, object]:
    return {"id": claim.id, "claim": claim.text, "place": place_object(claim.place)}
