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

from claimcheck.anchor import Change, Fit, too_short
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import change_kinds, difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Anchor
    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.FAILING_QUOTES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that differ from the nearest passage; the short ones are another rule's."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.ALTERED or not item.evidence.quoted:
            continue
        if too_short(item.evidence.quote):
            continue
        kinds = change_kinds(item.anchor.changes)
        reason = f": {item.anchor.reason}" if item.anchor.reason else ""
        yield Finding(
            f"the quote is not what '{item.evidence.source}' prints{kinds}{reason}",
            item.evidence.quote_place,
            _remedy(item.evidence.quote.exact, item.anchor),
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )


def _remedy(quote: str, anchor: Anchor) -> str:
    first = quote[:1]
    others = [segment for segment in anchor.difference if not segment.same]
    if (
        anchor.changes == (Change.CAPITALS,)
        and len(others) == 1
        and others[0] is anchor.difference[0]
        and others[0].printed[:1] == first.swapcase()
    ):
        word = quote[1:].partition(" ")[0]
        return f"write [{first}]{word}: brackets mark a capital as yours"
    return "copy the passage again from the source, or withdraw the evidence"
