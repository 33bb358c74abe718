"""The signature of a key under a review does not show that its reviewer made it.

Why:
    Anybody can make a key, and a review under anybody's name. Whose key signs for whom appears in
    the file that the configuration names (`signers`); a signature by any other key shows nothing
    about the name under the review. It is an error where the key is not allowed, and a warning
    where that could not be looked at: no file of signers is named, or no program that verifies
    signatures is installed.
Mend:
    If the key is that person's, let somebody else who knows so add the line that `claimcheck review
    --sign` printed to the file of signers. Otherwise remove the review.

Example:
    Ben signs with his key, `--by Ana`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity, SignatureState

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
GRAVEST = Severity.ERROR
FEATURE = Feature.REVIEWS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report each signature of a key that may not sign, or that was not verified."""
    for assessed in assessment.claims:
        for review in assessment.dossier.reviews.get(assessed.claim.id, ()):
            signature = review.signature
            if signature is None:
                continue
            if signature.state is SignatureState.NOT_ALLOWED:
                key = f" ({signature.key})" if signature.key else ""
                message = (
                    f"the key under the review by {review.by} is not one of theirs: "
                    f"{signature.problem}{key}"
                )
                remedy = "add the key to the file of signers if it is theirs; else take it out"
            elif signature.state is SignatureState.UNCHECKED:
                message = (
                    f"the signature under the review by {review.by} is unchecked: "
                    f"{signature.problem}"
                )
                remedy = "name the file in `signers`; ssh-keygen, or gpgv, has to be installed"
            else:
                continue
            yield Finding(
                message,
                signature.place,
                remedy,
                severity=GRAVEST if signature.state is SignatureState.NOT_ALLOWED else SEVERITY,
                claim=assessed.claim.id,
            )
