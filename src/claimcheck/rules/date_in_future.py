"""A document, a verdict or a claim bears a date that has not come yet.

Why:
    A slip of the pen, 2062 for 2026, would keep a state of affairs fresh for a lifetime. No status
    rests on such a date, and somebody should correct it.
Mend:
    Correct the date. A day later than today's is allowed for: somewhere it has begun.

Example:
    `issued: 2062-07-10` in the record of an article that was fetched in 2026.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.status import day_after
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
_REMEDY = "correct the date, or leave it out where it is not known"


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report dates of claims, verdicts and reviews that lie in the future."""
    latest = day_after(assessment.today)
    for assessed in assessment.claims:
        claim, verdict = assessed.claim, assessed.claim.verdict
        dates = [
            ("`claimed_on`", claim.claimed_on, claim.claimed_on_place or claim.place),
            ("`as_of`", claim.as_of, claim.as_of_place or claim.place),
        ]
        if verdict is not None:
            dates.append(("the day of the verdict", verdict.on, verdict.place))
        dates += [
            (f"the day on which {review.by} signed", review.on, review.place)
            for review in assessment.dossier.reviews.get(claim.id, ())
        ]
        for label, date, place in dates:
            if date is not None and date > latest:
                message = f"{label} is {date}, which has not come yet"
                yield Finding(message, place, _REMEDY, claim=claim.id)


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report dates of sources that lie in the future."""
    latest = day_after(assessment.today)
    for source in assessment.dossier.sources.values():
        if source.issued is not None and source.issued.earliest > latest:
            message = f"`issued` is {source.issued}, which has not come yet"
            yield Finding(message, source.place, _REMEDY, source=source.id)
        if source.accessed is not None and source.accessed > latest:
            message = f"`accessed` is {source.accessed}, which has not come yet"
            yield Finding(message, source.place, _REMEDY, source=source.id)
