"""An article asserts a claim of a status that the project does not allow in its articles.

Why:
    `article_policy` says what may be printed as a fact. What may not is not for the article
    alone to decide.
Mend:
    Attribute the sentence, find more evidence for the claim, or take it out.

Example:
    `status = ["supported"]` under `article_policy`, and a sentence that rests on a conflicting
    claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_assertions import flat_assertions
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        status, allowed = claim.derivation.status, assertion.article.policy.status
        if allowed and status not in allowed:
            yield Finding(
                f"the article asserts claim '{claim.id}', which is {status}; "
                f"allowed is {' or '.join(allowed)}",
                assertion.place,
                "say whose word it is, or find more evidence",
                (assertion.excerpt,),
            )
