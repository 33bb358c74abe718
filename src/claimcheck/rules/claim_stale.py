"""A claim's evidence may be out of date.

Why:
    A state of affairs can end while its evidence stays in the dossier, still green.
Mend:
    Look for newer evidence, or set `review_by` to a later day after looking. A claim about a past
    day says so in its own words; then silence this rule in the claim with `allow`.

Example:
    "The bridge is closed", supported by an article that is three years old.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.status import Flag
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims past their review, and states whose newest evidence is old."""
    for assessed in assessment.claims:
        if Flag.STALE not in assessed.derivation.flags:
            continue
        claim = assessed.claim
        if claim.review_by is not None and assessment.today > claim.review_by:
            message = f"claim '{claim.id}' was to be reviewed by {claim.review_by}"
        else:
            days = assessment.dossier.config.stale_after
            message = (
                f"claim '{claim.id}' is about a state, and its newest evidence is not known to be "
                f"younger than {days} days"
            )
        yield Finding(
            message,
            claim.place,
            "look for newer evidence; a claim about the past may say so and allow this rule",
            claim=claim.id,
        )
