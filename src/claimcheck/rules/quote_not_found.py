"""A quote does not appear in its source, nor anything like it.

Why:
    A real source with an invented quotation is the most common way in which writers, human and
    machine, get evidence wrong.
Mend:
    Look the passage up in the pinned document and copy it; if it is not there, withdraw the
    evidence.

Example:
    A fluent sentence that no line of the cited article resembles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import NOT_SOUGHT, Fit, too_short
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.FAILING_QUOTES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that appear nowhere in their source; the short ones are another rule's."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.NOT_FOUND or not item.evidence.quoted:
            continue
        if too_short(item.evidence.quote):
            continue
        unsought = item.anchor.reason == NOT_SOUGHT
        gaps = "; ".join(item.source.gaps) if item.source else ""
        yield Finding(
            f"the quote does not appear in '{item.evidence.source}'"
            + (f"; {NOT_SOUGHT}" if unsought else ", nor does anything like it")
            + (f"; but {gaps}" if gaps else ""),
            item.evidence.quote_place,
            f"look for it with `claimcheck find --claim {assessed.claim.id}` and copy it, "
            "or withdraw the evidence",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
