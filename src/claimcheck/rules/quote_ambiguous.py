"""A quote stands in its source more than once.

Why:
    Two places can mean two things: a headline and its correction, a question and its answer.
Mend:
    Add `prefix` or `suffix`, the words before or after the passage that you mean.

Example:
    `quote: {exact: the bill was passed, prefix: "In March "}`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, too_short
from claimcheck.assessment.assess import evidence_of
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that prefix and suffix do not single out."""
    for assessed, item in evidence_of(assessment, Fit.AMBIGUOUS):
        if too_short(item.evidence.quote):
            continue
        yield Finding(
            f"the quote stands {item.anchor.count} times in '{item.evidence.source}'",
            item.evidence.quote_place,
            "add `prefix` or `suffix`: the words before or after the place that you mean",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
