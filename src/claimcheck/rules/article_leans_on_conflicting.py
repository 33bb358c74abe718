"""An article asserts what independent sources contradict each other about.

Why:
    Readers are told one side, as if nobody had said the other.
Mend:
    Say in the sentence whose word it is, or that others contradict.

Example:
    "The bridge reopened on 4 May", where two papers print 4 May and the town prints 5 May.
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


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        if claim.derivation.status is Status.CONFLICTING:
            yield Finding(
                f"the article asserts claim '{claim.id}' flatly, about which the evidence is "
                "conflicting",
                assertion.place,
                "say whose word it is, or that others contradict",
                (assertion.excerpt,),
            )
