"""One party speaks for a claim and against it, and nobody is named as interested in it.

Why:
    Whoever says both has usually something to do with the matter: a company that withdrew what it
    had said, a witness who changed the story. As independent parties they would stand on both
    sides, and the claim would look disputed where one mouth has spoken.
Mend:
    Name the party as the claimant or under `interested`; or correct the speaker of one passage.

Example:
    Acme said "the water is safe" on Monday and "the water is not safe" on Tuesday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.CONTRADICTING_ITEMS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report parties on both sides of claims in which nobody is interested."""
    parties = assessment.dossier.parties
    for assessed in assessment.claims:
        claim, derivation = assessed.claim, assessed.derivation
        if claim.claimants or claim.interested:
            continue
        both = {*derivation.supporting} & {*derivation.contradicting} - {UNKNOWN_KEY}
        for key in sorted(both):
            name = parties[key].name if key in parties else key
            yield Finding(
                f"one party speaks for claim '{claim.id}' and against it, and nobody is named as "
                f"interested: {name}",
                claim.place,
                f"write interested: [{key}], or correct who speaks",
                claim=claim.id,
            )
