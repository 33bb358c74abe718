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

from claimcheck.assessment.article_excerpts import sentence_excerpt
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assessed in assessment.articles:
        for leaning in assessed.leanings:
            claim = leaning.claim
            if (
                leaning.flat
                and assessed.policy.status
                and claim.derivation.status not in assessed.policy.status
            ):
                yield Finding(
                    f"the article asserts claim '{claim.id}', which is {claim.derivation.status}; "
                    f"allowed is {' or '.join(assessed.policy.status)}",
                    assessed.place(assessed.sentences[leaning.sentence].start),
                    "say whose word it is, or find more evidence",
                    (sentence_excerpt(assessed, leaning.sentence),),
                )
