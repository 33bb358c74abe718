"""A claim rests on one that does not hold, that is not there, or on itself.

Why:
    A conclusion is worth what its premises are. When one of them is refuted, or loses its evidence,
    whatever was concluded from it has to be read again, over any number of steps.
Mend:
    Look at the claim below; then change this one, or what it rests on. Where it holds by its own
    evidence, take the other one out of `rests_on`.

Example:
    `rests_on: [dam-inspected]`, when dam-inspected is refuted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.reliance import chains_to_fallen, circles, shortened
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.reliance import Reliance

SEVERITY = Severity.WARNING
FEATURE = Feature.RELIANCES


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report claims whose premises fail, are unknown, or lead back to them."""
    reliances = {reliance.claim: reliance for reliance in assessment.census.reliances}
    ids = assessment.dossier.claim_ids
    suggester = Suggester(ids)
    for reliance in reliances.values():
        for other in reliance.rests_on:
            if other not in ids:
                hint = suggester.did_you_mean(other, reliance.place.path)
                yield _finding(
                    reliance,
                    f"claim '{reliance.claim}' rests on '{other}', which is no claim",
                    hint or "correct the id, or take it out",
                )
    for circle in circles(reliances):
        yield _finding(
            reliances[circle[0]],
            f"claim '{circle[0]}' rests on itself: {' → '.join(shortened(circle))}",
            "take one step out of the circle",
        )
    for claim, chain in chains_to_fallen(reliances).items():
        below = reliances[chain[-1]]
        through = f" (through {' → '.join(chain[1:-1])})" if chain[1:-1] else ""
        yield _finding(
            reliances[claim],
            f"claim '{claim}' rests on '{below.claim}'{through}, which is {below.status}",
            f"see `claimcheck show {below.claim}`",
        )


def _finding(reliance: Reliance, message: str, remedy: str) -> Finding:
    return Finding(message, reliance.place, remedy, claim=reliance.claim)
