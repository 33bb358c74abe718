"""A quote's mark of omission leaves out words that may turn its meaning.

Why:
    "[…]" is honest only about words that do not matter; what stood there is for a person to judge.
    Words that certainly turn the sentence, and another speaker, are an error: `quote-altered`.
Mend:
    Quote the words, or `allow` this rule with the reason.

Example:
    Quoted "the drug cured […] patients", printed "the drug cured some patients".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor.languages import coverage
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import passage_of
from claimcheck.assessment.quote_warnings import omission_warnings
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.OMISSIONS

__all__ = ("ALLOWABLE", "FEATURE", "SEVERITY", "check_claims", "coverage")


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report omissions of passing quotes that a person should look at."""
    for assessed, item in assessment.evidence:
        if not item.anchor.fit.passes:
            continue
        for warning in omission_warnings(item.anchor, item.source_text):
            if passage := passage_of(item, assessment):
                yield Finding(
                    warning,
                    item.evidence.quote_place,
                    "quote these words, or `allow` this rule with the reason",
                    (Excerpt("source", passage.place, passage.runs),),
                    claim=assessed.claim.id,
                    source=item.evidence.source,
                )
