"""A quote appears in its source more than once, or where it can be read in two ways.

Why:
    Two places can mean two things: a headline and its correction, a question and its answer.
    A line that ends in `re-` before `signed` prints "resigned" as well as "re-signed".
Mend:
    Add `prefix` or `suffix`, the words before or after the passage that you mean. Look at the
    printed page to see what a word that is broken at a line's end is.

Example:
    `quote: {exact: the bill was passed, prefix: "In March "}`
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, too_short
from claimcheck.assessment.passages import difference_excerpts, passage_of
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that prefix and suffix do not single out, and passages of two readings."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.AMBIGUOUS or too_short(item.evidence.quote):
            continue
        yield Finding(
            f"the quote appears {item.anchor.count} times in '{item.evidence.source}'",
            item.evidence.quote_place,
            "add `prefix` or `suffix`: the words before or after the place that you mean",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
    for assessed, item in assessment.evidence:
        if item.anchor.doubt and (passage := passage_of(item, assessment)):
            yield Finding(
                f"the passage can be read in two ways: {item.anchor.doubt}",
                item.evidence.quote_place,
                "look at the document, and `allow` this rule with what it prints as the reason",
                (Excerpt("source", passage.place, passage.runs),),
                claim=assessed.claim.id,
                source=item.evidence.source,
            )
