"""A quote is too short to be evidence.

Why:
    A word or two appear in almost any text, and say nothing without their sentence.
Mend:
    Quote the whole clause, at least three words and twelve letters or digits; or give what stands
    around the words as `prefix` and `suffix`.

Example:
    `quote: in error`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, too_short
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that are too short, wherever they stand."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is Fit.UNCHECKED or not item.evidence.quoted:
            continue
        if too_short(item.evidence.quote):
            yield Finding(
                "the quote is too short to be evidence",
                item.evidence.quote_place,
                "quote the whole clause: at least three words and twelve letters",
                difference_excerpts(item, assessment)[:1],
                claim=assessed.claim.id,
                source=item.evidence.source,
            )
