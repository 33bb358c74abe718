"""The signature of a key under a review is not one of what the review says.

Why:
    A key signs who reviewed a claim, when, and the words as they stood. Where its signature does
    not fit these, somebody wrote them afterwards, or put the signature under another review:
    nobody has signed what stands there.
Mend:
    Restore the review file from where it was last in order. If the claim holds, let its reviewer
    sign again: `claimcheck review CLAIM --by NAME --again --sign`.

Example:
    The claim, the review's words and its fingerprint were all changed from "in July" to "in June",
    so that they fit one another. The signature is still that of "in July".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity, SignatureState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.REVIEWS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report each signature of a key that does not fit its review."""
    for assessed in assessment.claims:
        for review in assessment.dossier.reviews.get(assessed.claim.id, ()):
            signature = review.signature
            if signature is not None and signature.state is SignatureState.FORGED:
                yield Finding(
                    f"the key of {review.by} has not signed this review: {signature.problem}",
                    signature.place,
                    "restore the review, or let them read the claim and sign it again: "
                    f"`claimcheck review {assessed.claim.id} --by NAME --again --sign`",
                    claim=assessed.claim.id,
                )
