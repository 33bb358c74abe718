"""A claim has changed since somebody signed it.

Why:
    A sign-off is for what the reviewer read: the claim's words and status, who claims it and who
    is interested, its kind, days and verdict, each passage with what is around it and what an
    omission leaves out, whose word it is, who printed it and where it comes from. When any of that
    is another, the signature says nothing about it.
Mend:
    Read what changed, then sign again: `claimcheck review CLAIM --by NAME --again`.

Example:
    The claim was signed with "in July"; now it says "in June". Or the passage was the newspaper's
    word, and now it is the mayor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.difference import difference
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import mark_differences
from claimcheck.assessment.reviews import changes_since
from claimcheck.assessment.sources import broken_source
from claimcheck.model import Excerpt, Finding, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.reviews import ReviewChange
    from claimcheck.model import Place

SEVERITY = Severity.WARNING
FEATURE = Feature.REVIEWS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report sign-offs whose claim is not what was signed."""
    for assessed in assessment.claims:
        for review in assessment.dossier.reviews.get(assessed.claim.id, ()):
            changes = list(changes_since(review, assessed, assessment.dossier))
            if not changes:
                continue
            more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
            yield Finding(
                f"claim '{assessed.claim.id}' is not what {review.by} signed on {review.on}: "
                f"changed since: {changes[0].part}{more}",
                review.place,
                f"read it again, then `claimcheck review {assessed.claim.id} --by NAME`",
                tuple(_difference(changes, review.place, assessed.claim.place)),
                claim=assessed.claim.id,
                source=broken_source(assessed),
            )


def _difference(
    changes: Iterable[ReviewChange], signed_at: Place, claim_at: Place
) -> Iterator[Excerpt]:
    """Yield what was signed and what stands there now, as the lines of a diff.

    Args:
        changes: what differs from what was signed.
        signed_at: where the review stands.
        claim_at: where the claim stands.
    """
    for part, signed, present in changes:
        segments = difference(signed, present)
        if not any(segment.same for segment in segments):
            segments = ()  # all of it is another: there is nothing to point at
        old = mark_differences([(segment.written, segment.same) for segment in segments])
        new = mark_differences([(segment.printed, segment.same) for segment in segments])
        if signed:
            yield Excerpt("-", signed_at, (Run(f"{part}: "), *(old or (Run(signed),))))
        if present:
            yield Excerpt("+", claim_at, (Run(f"{part}: "), *(new or (Run(present),))))


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report sign-offs on no claim at all."""
    for claim_id, reviews in assessment.dossier.reviews.items():
        if claim_id not in assessment.dossier.claim_ids:
            for review in reviews[:1]:
                yield Finding(
                    f"there is no claim '{claim_id}' that {review.by} could have signed",
                    review.place,
                    "rename the review file with its claim, as `claimcheck rename` does, "
                    "or remove it",
                )
