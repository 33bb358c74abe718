"""Sign a claim and its passages as they stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from claimcheck.assessment.signoffs import fingerprint, is_current, snapshot
from claimcheck.dossier import strict_yaml
from claimcheck.dossier.names import name_key, odd_letters
from claimcheck.dossier.review_file import write_reviews
from claimcheck.editing import conflicts
from claimcheck.errors import RequestError
from claimcheck.model import Place, Review
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.dossier.project import Project


class SigningResult(Enum):
    """What became of a signature."""

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


def sign(
    project: Project,
    assessment: Assessment,
    claim: AssessedClaim,
    by: str,
    *,
    still_supported: bool = False,
) -> SignedReview:
    """Record that a person has read a claim and its passages, with a fingerprint of both.

    Args:
        project: the project.
        assessment: the project as it was read, on the day of the signature.
        claim: the claim.
        by: the person's name.
        still_supported: whether a person who signed the claim before has read what was changed
            since; otherwise such a claim is not signed.

    Raises:
        RequestError: the claim cannot be signed, or nobody with such a name can sign.
        ConflictError: the file of signatures cannot be written.
    """
    _refuse_unless_signable(claim)
    path = f"{project.config.reviews}/{claim.claim.id}.yaml"
    reviews = assessment.dossier.reviews.get(claim.claim.id, ())
    by = " ".join(by.split())
    if odd_letters(by):
        raise RequestError(
            "the name cannot be signed with: not all of its letters are what they look like",
            "type it again",
        )
    own = next((review for review in reviews if name_key(review.by) == name_key(by)), None)
    if own is not None and is_current(own, claim, assessment.dossier):
        return SignedReview(SigningResult.CURRENT, own, path)
    if own is not None and not still_supported:
        return SignedReview(SigningResult.OUTDATED, own, path)
    if not by:
        raise RequestError("nobody signs: --by is empty")
    signed = snapshot(claim, assessment.dossier)
    review = Review(by, assessment.today, fingerprint(signed), signed, Place(path))
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


def _refuse_unless_signable(assessed: AssessedClaim) -> None:
    claim_id = assessed.claim.id
    if not assessed.evidence:
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: it cites no source",
            f"claimcheck link {claim_id} SOURCE --stance supports --quote '…'",
        )
    if any(not item.anchor.fit.passes for item in assessed.evidence):
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: not every quote stands in its source",
            f"see `claimcheck show {claim_id}`",
        )
    if assessed.unjudged:
        raise RequestError(
            f"claim '{claim_id}' cannot be signed: nobody has judged "
            f"{count(assessed.unjudged, 'passage')} of it",
            "say what each does to the claim: stance supports, contradicts or context",
        )
