"""A quote leaves words out without a mark.

Why:
    Every word may be there, in order, and the sentence still say something else: what was left
    out could be "not", a condition, or another speaker.
Mend:
    Put `[…]` where words are missing, or quote the passage whole.

Example:
    Quoted "the bridge is safe", printed "the bridge, the mayor said, is not yet safe".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, too_short
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import change_kinds, difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.FAILING_QUOTES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes whose words are all there, with others between them."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.SPLICED or too_short(item.evidence.quote):
            continue
        kinds = change_kinds(item.anchor.changes)
        yield Finding(
            f"the quote leaves out words of '{item.evidence.source}' without a mark{kinds}",
            item.evidence.quote_place,
            "quote the passage whole: what is left out may turn it"
            if item.anchor.changes
            else "put […] where words are left out, or quote the passage whole",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
