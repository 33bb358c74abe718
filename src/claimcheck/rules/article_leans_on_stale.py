"""An article asserts a claim whose evidence may be out of date.

Why:
    A state of affairs can end. What was true when the claim was reviewed may not be today.
Mend:
    Look again, and give the claim newer evidence or another `review_by`; or say as of when.

Example:
    "The bridge is closed" with a footnote to a claim that was to be reviewed in March.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_assertions import flat_assertions
from claimcheck.assessment.status import Flag
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        if Flag.STALE in claim.derivation.flags:
            yield Finding(
                f"the article asserts claim '{claim.id}', whose evidence may be out of date",
                assertion.place,
                "look again, or say in the sentence as of when it holds",
                (assertion.excerpt,),
            )
