"""Nobody has judged what a passage does to its claim.

Why:
    A passage that was drafted, by `claimcheck import` or by hand, proves nothing yet: that its
    words appear in the source does not say whether they bear the claim out. Until a person has read
    it, it counts for nothing and the gate stays closed.
Mend:
    Read the passage in its source, then write `stance: supports`, `contradicts` or `context`; take
    the item out if it has nothing to do with the claim.

Example:
    `stance: unset`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import passage_of, shorten
from claimcheck.model import Excerpt, Finding, Run, Severity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.UNJUDGED_ITEMS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence items whose stance is unset."""
    for assessed, item in assessment.evidence:
        evidence = item.evidence
        if evidence.stance is not Stance.UNSET:
            continue
        claim_run = Run(shorten(assessed.claim.text))
        excerpts = [Excerpt("claim", assessed.claim.place, (claim_run,))]
        passage = passage_of(item, assessment)
        if passage is not None and item.anchor.fit.passes:
            excerpts.append(Excerpt("source", passage.place, passage.runs))
        yield Finding(
            f"nobody has judged what this passage of '{evidence.source}' does to the claim",
            evidence.stance_place or evidence.place,
            "read it, then write stance: supports, contradicts or context",
            tuple(excerpts),
            claim=assessed.claim.id,
            source=evidence.source,
        )
