"""An article asserts a claim that nobody has signed as it stands.

Why:
    Where a desk reviews its claims, an article should rest on none that a second person has not
    seen. It is off by default; a project that reviews asks for it.
Mend:
    Have somebody else read the claim: `claimcheck review`.

Example:
    "The bridge reopened" with a footnote to a claim that was edited after its review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_assertions import flat_assertions
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
OFF_BY_DEFAULT = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        reviews = assess_reviews(claim, assessment.dossier)
        if not any(review.is_current for review in reviews):
            yield Finding(
                f"the article asserts claim '{claim.id}', which nobody has signed as it stands",
                assertion.place,
                "have somebody review the claim",
                (assertion.excerpt,),
            )
