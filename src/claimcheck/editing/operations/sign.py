"""Sign a claim and its passages as they stand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from claimcheck.assessment.reviews import is_current, snapshot
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.key_signatures import (
    SignatureVerifier,
    is_openpgp,
    message_of,
    openpgp_key,
    public_key,
)
from claimcheck.dossier.names import name_key, odd_letters
from claimcheck.dossier.review_file import fingerprint, review_path, write_reviews
from claimcheck.dossier.signers import line_for
from claimcheck.editing import conflicts
from claimcheck.model import KeySignature, Place, Review, SignatureState
from claimcheck.model.errors import RequestError
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.dossier.project import Project


class SigningResult(Enum):
    """Whether a signature was written, and if not, how the one that is there stands."""

    WRITTEN = "written"
    CURRENT = "current"
    OUTDATED = "outdated"


@dataclass(frozen=True, slots=True)
class SignedReview:
    """A person's signature under a claim.

    Attributes:
        result: `WRITTEN` now; `CURRENT`, where the person signed the claim before as it stands;
            `OUTDATED`, where the claim was changed since, and was not signed anew.
        review: the signature, the old one where it was not written.
        path: the file that it is in, relative to the project's root.
    """

    result: SigningResult
    review: Review
    path: str

    @property
    def line_needed(self) -> str:
        """The line that the file of signers lacks for its key to count; "" where it lacks none."""
        signature = self.review.signature
        if signature is None or signature.state is SignatureState.VALID:
            return ""
        pgp = is_openpgp(signature.text)
        key = signature.key or openpgp_key(signature.text) if pgp else public_key(signature.text)
        return line_for(self.review.by, key, is_openpgp=pgp)


@dataclass(frozen=True, slots=True)
class SigningRequest:
    """Who signs, and how.

    Attributes:
        by: the person's name.
        again: whether a person who signed the claim before has read what was changed since;
            otherwise such a claim is not signed.
        with_key: whether to sign with the key, too, that git signs commits with.
    """

    by: str
    again: bool = False
    with_key: bool = False


def standing_review(
    assessment: Assessment, claim: AssessedClaim, request: SigningRequest
) -> SignedReview | None:
    """Return the person's own review that keeps them from signing now; None where they would sign.

    Args:
        assessment: the project as it was read, on the day of the signature.
        claim: the claim.
        request: who signs, and how.

    Raises:
        RequestError: the claim cannot be signed, or nobody with such a name can sign.
    """
    _refuse_unless_signable(claim)
    by = _signer(request)
    reviews = assessment.dossier.reviews.get(claim.claim.id, ())
    own = next((review for review in reviews if name_key(review.by) == name_key(by)), None)
    path = review_path(assessment.dossier, claim.claim.id)
    if own is not None and is_current(own, claim, assessment.dossier):
        if not request.with_key or _is_proven(own):
            return SignedReview(SigningResult.CURRENT, own, path)
    elif own is not None and not request.again:
        return SignedReview(SigningResult.OUTDATED, own, path)
    if not by:
        raise RequestError("nobody signs: --by is empty")
    return None


def sign(
    project: Project, assessment: Assessment, claim: AssessedClaim, request: SigningRequest
) -> SignedReview:
    """Record that a person has read a claim and its passages, with a fingerprint of both.

    Args:
        project: the project.
        assessment: the project as it was read, on the day of the signature.
        claim: the claim.
        request: who signs, and how.

    Raises:
        RequestError: the claim cannot be signed, or nobody with such a name can sign, or no key.
        ConflictError: the file of signatures cannot be written.
    """
    standing = standing_review(assessment, claim, request)
    if standing is not None:
        return standing
    path, by = review_path(assessment.dossier, claim.claim.id), _signer(request)
    reviews = assessment.dossier.reviews.get(claim.claim.id, ())
    signed = snapshot(claim, assessment.dossier)
    review = Review(by, assessment.today, fingerprint(signed), signed, Place(path))
    if request.with_key:
        review = _with_key(review, project, assessment)
    others = [other for other in reviews if name_key(other.by) != name_key(by)]
    data = write_reviews([*others, review]).encode()
    if strict_yaml.read(data).flaws:
        raise RequestError("the name cannot be signed with: it holds a control character")
    if reviews:
        expect = assessment.dossier.texts[path].encode()
        conflicts.replace(project.root, path, data, expect=expect)
    else:
        conflicts.create(project.root, path, data)
    return SignedReview(SigningResult.WRITTEN, review, path)


def _signer(request: SigningRequest) -> str:
    """Return the name of whoever signs, its blanks made single.

    Raises:
        RequestError: it holds letters that only look like others.
    """
    by = " ".join(request.by.split())
    if odd_letters(by):
        raise RequestError(
            "the name cannot be signed with: not all of its letters are what they look like",
            "type it again",
        )
    return by


def _is_proven(review: Review) -> bool:
    return review.signature is not None and review.signature.state is SignatureState.VALID


def _with_key(review: Review, project: Project, assessment: Assessment) -> Review:
    """Sign a review with the key that git signs commits with.

    Args:
        review: the review.
        project: whose git settings hold.
        assessment: whose keys sign for whom.

    Raises:
        RequestError: there is no key, or nobody can sign with one by such a name.
    """
    if odd := sorted(set(review.by) & set('",*?!')):
        raise RequestError(
            f"a key cannot sign for such a name: it holds {' '.join(odd)}",
            "sign with a name of letters, digits and blanks, or with an e-mail address",
        )
    from claimcheck.system.signing import sign_message  # only where a key signs

    text = sign_message(message_of(review), project.root)
    review = replace(review, signature=KeySignature(text, review.place))
    return SignatureVerifier(assessment.dossier.signers).verified(review)


def _refuse_unless_signable(assessed: AssessedClaim) -> None:
    claim_id = assessed.claim.id
    if not assessed.evidence:
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: it cites no source",
            f"claimcheck link {claim_id} SOURCE --stance supports --quote '…'",
        )
    if any(not item.anchor.fit.passes for item in assessed.evidence):
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: not every quote appears in its source",
            f"see `claimcheck show {claim_id}`",
        )
    if assessed.unjudged:
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: nobody has judged "
            f"{count(assessed.unjudged, 'passage')} of it",
            "say what each does to the claim: stance supports, contradicts or context",
        )
