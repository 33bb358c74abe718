"""A quote's square brackets add what the source cannot answer for.

Why:
    A bracket holds the writer's own words; a reader takes them for what the source means. Another
    word in place of one of the source's is an error: `quote-altered`.
Mend:
    Put in only what the source names before the passage, leave the bracket out, or `allow` this
    rule with the reason.

Example:
    Quoted "[The mayor] took the money", printed "He took the money", and no mayor is named before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import passage_of
from claimcheck.assessment.quote_warnings import bracket_warnings
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.BRACKETS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report brackets of passing quotes that a person should look at."""
    for assessed, item in assessment.evidence:
        if not item.anchor.fit.passes:
            continue
        for warning in bracket_warnings(item.anchor):
            if passage := passage_of(item, assessment):
                yield Finding(
                    warning,
                    item.evidence.quote_place,
                    "leave the bracket out, or `allow` this rule with the reason",
                    (Excerpt("source", passage.place, passage.runs),),
                    claim=assessed.claim.id,
                    source=item.evidence.source,
                )
