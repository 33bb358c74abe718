"""A quotation that speaks for or against a claim is a question.

Why:
    Whoever asks "Is the bridge closed?" has not said that it is. A question shows what somebody
    wants to know, or wants others to doubt.
Mend:
    Quote the answer, with the question where it needs one; or make the item `context`. Where the
    asking itself is what the claim is about, `allow` the rule with the reason.

Example:
    Quoted for "No traffic may cross the bridge.": "Is the bridge closed to all traffic?"
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.sentences import only_asks
from claimcheck.assessment.passages import passage_of
from claimcheck.model import Excerpt, Finding, Severity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
_DECIDING = frozenset({Stance.SUPPORTS, Stance.CONTRADICTS})


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report passing quotes that decide a claim and do nothing but ask."""
    for assessed, item in assessment.evidence:
        evidence, start, end = item.evidence, item.anchor.start, item.anchor.end
        text = item.source.text if item.source else None
        if evidence.stance not in _DECIDING or not item.anchor.fit.passes:
            continue
        if text is None or start is None or end is None or not only_asks(text[start:end]):
            continue
        if passage := passage_of(item, assessment):
            yield Finding(
                f"the quote asks, and states nothing that {evidence.stance} the claim",
                evidence.quote_place,
                "quote the answer, or make the item `context`",
                (Excerpt("source", passage.place, passage.runs),),
                claim=assessed.claim.id,
                source=evidence.source,
            )
