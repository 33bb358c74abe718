"""One passage is cited both for a claim and against it.

Why:
    A passage that speaks for both sides speaks for neither; it would make any claim look disputed.
Mend:
    Decide what the passage does to the claim, or quote the different parts of it that do either.

Example:
    One sentence is quoted with `stance: supports` and, further down, with `stance: contradicts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence

SEVERITY = Severity.ERROR
FEATURE = Feature.CONTRADICTING_ITEMS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report voting items whose passage overlaps one that votes the other way."""
    for assessed in assessment.claims:
        voting = [item for item in assessed.evidence if item.votes]
        supporting = [item for item in voting if item.evidence.stance is Stance.SUPPORTS]
        for item in voting:
            if item.evidence.stance is not Stance.CONTRADICTS:
                continue
            for supporting_item in supporting:
                if _overlap(item, supporting_item):
                    yield Finding(
                        f"the passage is cited against claim '{assessed.claim.id}', and by item "
                        f"{supporting_item.evidence.number} for it",
                        item.evidence.quote_place,
                        "decide what the passage does to the claim, or quote its parts apart",
                        claim=assessed.claim.id,
                        source=item.evidence.source,
                    )
                    break


def _overlap(item: AssessedEvidence, other_item: AssessedEvidence) -> bool:
    if item.evidence.source != other_item.evidence.source:
        return False
    first, second = item.anchor, other_item.anchor
    if None in {first.start, first.end, second.start, second.end}:
        return False
    return max(first.start or 0, second.start or 0) < min(first.end or 0, second.end or 0)
