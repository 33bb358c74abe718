"""A quote is not what the source prints, though something near it is.

Why:
    One digit, one dropped "not" or one other name turns a statement around while almost every
    letter stays; so nothing short of equality passes, whatever the likeness.
Mend:
    Copy the passage again from the pinned document. Where you left words out, mark it with `[…]`;
    where you added some, put them in square brackets.

Example:
    Quoted "8 million people", printed "9 million people": a number was changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, too_short
from claimcheck.assessment.passages import change_kinds, difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that differ from the nearest passage; the short ones are another rule's."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.ALTERED or not item.evidence.quoted:
            continue
        if too_short(item.evidence.quote):
            continue
        kinds = change_kinds(item.anchor.changes)
        yield Finding(
            f"the quote is not what '{item.evidence.source}' prints{kinds}",
            item.evidence.quote_place,
            "copy the passage again from the source, or withdraw the evidence",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
