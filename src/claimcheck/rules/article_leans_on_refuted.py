"""An article asserts what the dossier calls refuted.

Why:
    The evidence has turned since the sentence was written, or nobody looked. A claim that falls
    takes the sentences with it that rest on it.
Mend:
    Correct the sentence; or say in it that the claim is false, or whose it is.

Example:
    "The works cost less than a million" with a footnote to a claim that the accounts refute.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_assertions import flat_assertions
from claimcheck.model import Finding, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that flatly assert such a claim."""
    for assertion in flat_assertions(assessment):
        claim = assertion.claim
        if claim.derivation.status is Status.REFUTED:
            yield Finding(
                f"the article asserts claim '{claim.id}', which the evidence refutes",
                assertion.place,
                "correct the sentence, or say in it that this is not so",
                (assertion.excerpt,),
            )
