"""A quote appears in another source than the one that is cited.

Why:
    Who printed a sentence decides whose word it is, and so what it is worth.
Mend:
    Cite the source that prints it; or quote what the cited source has.

Example:
    Quoted from the agency, printed only in the newspaper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.anchor import Fit
from claimcheck.assessment.features import Feature
from claimcheck.assessment.passages import difference_excerpts
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.FAILING_QUOTES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes that pass in another source of the dossier, and not in their own."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit is not Fit.MISATTRIBUTED:
            continue
        yield Finding(
            f"the quote does not appear in '{item.evidence.source}', but in '{item.found_in}'",
            item.evidence.quote_place,
            f"cite {item.found_in}, or quote what {item.evidence.source} prints",
            difference_excerpts(item, assessment),
            claim=assessed.claim.id,
            source=item.evidence.source,
        )
