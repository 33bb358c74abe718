"""An article asserts a claim for which there is no independent evidence.

Why:
    What only the claimant says, or what no evidence bears out, is a claim, and the sentence makes a
    fact of it.
Mend:
    Attribute it ("according to the company"), or find independent evidence.

Example:
    "The app deletes all data after a day"; only its maker says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_assertions import flat_assertions
from claimcheck.model import Finding, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
_UNPROVEN = (Status.SELF_ATTESTED, Status.NOT_ENOUGH_EVIDENCE, Status.UNSOURCED)


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        if claim.derivation.status in _UNPROVEN:
            yield Finding(
                f"the article asserts claim '{claim.id}' flatly, which is "
                f"{claim.derivation.status}",
                assertion.place,
                "say whose word it is, or find independent evidence",
                (assertion.excerpt,),
            )
