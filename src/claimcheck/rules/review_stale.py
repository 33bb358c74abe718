"""A claim has changed since somebody signed it.

Why:
    A sign-off is for what the reviewer read: the claim's words and status, who claims it and who
    is interested, its kind, days and verdict, each passage with what stands around it and what an
    omission leaves out, whose word it is, who printed it and where it comes from. When any of that
    is another, the signature says nothing about it.
Mend:
    Read what changed, then sign again: `claimcheck review CLAIM --by NAME --still-supported`.

Example:
    The claim was signed with "in July"; now it says "in June". Or the passage was the newspaper's
    word, and now it is the mayor's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.signoffs import changed_since
from claimcheck.model import Excerpt, Finding, Run, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report sign-offs whose claim is not what was signed."""
    for assessed in assessment.claims:
        for review in assessment.dossier.reviews.get(assessed.claim.id, ()):
            changes = list(changed_since(review, assessed, assessment.dossier))
            if not changes:
                continue
            first_change = changes[0][0]
            more = f" and {len(changes) - 1} more" if len(changes) > 1 else ""
            yield Finding(
                f"claim '{assessed.claim.id}' is not what {review.by} signed on {review.on}: "
                f"changed since: {first_change}{more}",
                review.place,
                f"read it again, then `claimcheck review {assessed.claim.id} --by NAME`",
                tuple(
                    Excerpt(label, place, (Run(f"({part}) "), Run(text)))
                    for part, signed_text, current_text in changes
                    for label, place, text in (
                        ("signed", review.place, signed_text),
                        ("now", assessed.claim.place, current_text),
                    )
                    if text
                ),
                claim=assessed.claim.id,
            )


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report sign-offs on no claim at all."""
    for claim_id, reviews in assessment.dossier.reviews.items():
        if claim_id not in assessment.dossier.claim_ids:
            for review in reviews[:1]:
                yield Finding(
                    f"there is no claim '{claim_id}' that {review.by} could have signed",
                    review.place,
                    "rename the review file with its claim, or remove it",
                )
