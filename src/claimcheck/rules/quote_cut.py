"""A quote stops just before, or begins just after, words that turn its meaning.

Why:
    "The plant is safe" and "the plant is safe unless it rains" share every quoted word.
Mend:
    Quote on to the end of the sentence, or from its beginning.

Example:
    Quoted "the drug works in adults", printed "the drug works in adults, but only with fasting".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.languages import coverage
from claimcheck.assessment.passages import passage_of
from claimcheck.assessment.quote_warnings import cut_warning
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True

__all__ = ("ALLOWABLE", "SEVERITY", "check_claims", "coverage")


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report passing quotes that leave out what turns them in their own sentence."""
    for assessed, item in assessment.evidence:
        warning = cut_warning(item.anchor)
        if warning and (passage := passage_of(item, assessment)):
            yield Finding(
                warning,
                item.evidence.quote_place,
                "take these words into the quote, or `allow` this rule with the reason",
                (Excerpt("source", passage.place, passage.runs),),
                claim=assessed.claim.id,
                source=item.evidence.source,
            )
