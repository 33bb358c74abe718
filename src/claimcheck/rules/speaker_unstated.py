"""A passage stands inside quotation marks, and the evidence does not say who is speaking.

Why:
    A newspaper that prints a spokesperson's sentence has not said it itself. Without `speaker` the
    word counts as the newspaper's, and so as independent where it is not.
Mend:
    Add `speaker`: the party whose words these are.

Example:
    `quote: We take security seriously`, printed as: "We take security seriously," said Acme.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import inside_quotation
from claimcheck.assessment.passages import passage_of
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report passing quotes of direct speech without a speaker."""
    for assessed, item in assessment.evidence:
        text = item.source.text if item.source else None
        anchor = item.anchor
        if text is None or item.evidence.speaker or not anchor.fit.passes:
            continue
        if anchor.start is None or anchor.end is None:
            continue
        if not inside_quotation(text, anchor.start, anchor.end):
            continue
        if passage := passage_of(item, assessment):
            yield Finding(
                f"the quote is direct speech in '{item.evidence.source}', and no speaker is given",
                item.evidence.quote_place,
                "add `speaker`: whose words these are",
                (Excerpt("source", passage.place, passage.runs),),
                claim=assessed.claim.id,
                source=item.evidence.source,
            )
