"""A claim's evidence is not of its time.

Why:
    A state of affairs can end while its evidence stays in the dossier, still green; and a document
    of today that speaks of today cannot show how things were ten years ago.
Mend:
    Look for evidence from around the day, and cite it. Where the claim's own `review_by` has
    passed, set a later day after looking. A claim about a past day has an `as_of`: then its
    evidence is measured from that day, and not from today. Where an old or a later document will
    do, `allow` the rule with the reason.

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
    from claimcheck.assessment.assessed import AssessedClaim

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims past their review, and states whose evidence is from another time."""
    for assessed in assessment.claims:
        flags = assessed.derivation.flags
        if Flag.STALE in flags or Flag.RETROSPECTIVE in flags:
            message, remedy = _message(assessed, assessment)
            yield Finding(message, assessed.claim.place, remedy, claim=assessed.claim.id)


def _message(assessed: AssessedClaim, assessment: Assessment) -> tuple[str, str]:
    claim, days = assessed.claim, assessment.dossier.config.stale_after
    if claim.review_by is not None and assessment.today > claim.review_by:
        message = f"claim '{claim.id}' was to be reviewed by {claim.review_by}"
        return message, "look for newer evidence, then set a later day"
    if Flag.RETROSPECTIVE in assessed.derivation.flags:
        message = (
            f"claim '{claim.id}' is about a state on {claim.as_of}, and no evidence dates from "
            f"around that day: all of it is more than {days} days younger"
        )
        return message, "look for evidence of that time; or `allow` this rule with the reason"
    if claim.as_of is not None:
        message = (
            f"claim '{claim.id}' is about a state on {claim.as_of}, and its evidence is not known "
            f"to date from the {days} days before it"
        )
        return message, "look for evidence of that time; or `allow` this rule with the reason"
    message = (
        f"claim '{claim.id}' is about a state, and its newest evidence is not known to be "
        f"younger than {days} days"
    )
    return message, "look for newer evidence; a claim about a past day says so with `as_of`"
