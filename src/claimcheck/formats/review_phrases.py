"""What a person reads about reviews: who has signed a claim, when, and whether by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.assessment.reviews import assess_reviews
from claimcheck.model import SignatureState
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.reviews import AssessedReview
    from claimcheck.model import Dossier

_KEY_REMARKS: Final = {
    SignatureState.VALID: "key valid",
    SignatureState.NOT_ALLOWED: "key not allowed",
    SignatureState.FORGED: "key's signature forged",
    SignatureState.UNCHECKED: "key unchecked",
}
_KEY_SENTENCES: Final = {
    SignatureState.VALID: "signed by a key, valid",
    SignatureState.NOT_ALLOWED: "signed by a key that is not allowed",
    SignatureState.FORGED: "the signature of the key is not of these words",
    SignatureState.UNCHECKED: "signed by a key, unchecked",
}


def signed_by(assessed: AssessedClaim, dossier: Dossier, *, dated: bool = True) -> str:
    """Return `ana on 2026-01-31 (not as it stands now)`; nothing where nobody has signed.

    Args:
        assessed: the claim.
        dossier: its reviews.
        dated: whether the days are told.
    """
    by_keys = bool(dossier.signers.path)
    return ", ".join(
        one_line(review.by)
        + (f" on {review.on}" if dated else "")
        + _remarks_on(review, by_keys=by_keys)
        for review in assess_reviews(assessed, dossier)
    )


def _remarks_on(review: AssessedReview, *, by_keys: bool) -> str:
    remarks = [] if review.is_current else ["not as it stands now"]
    if review.is_current and review.unseen:
        remarks.append("as far as can be seen")
    if review.key is not None:
        remarks.append(_KEY_REMARKS[review.key.state])
    elif by_keys:
        remarks.append("no key")
    return f" ({', '.join(remarks)})" if remarks else ""


def key_signature(review: AssessedReview) -> str:
    """Return whether a key has signed a review, and what verifying its signature came to."""
    if review.key is None:
        return "no key has signed it"
    more = review.key.problem or review.key.key
    return _KEY_SENTENCES[review.key.state] + (f": {more}" if more else "")
