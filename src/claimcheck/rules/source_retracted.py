"""A claim rests on a document that its publisher took back or corrected.

Why:
    What was retracted or withdrawn does not vote, and a correction may concern the very passage.
Mend:
    Look for another source. After a correction, compare the passage with the corrected text.

Example:
    `notice: retracted` in the record of a cited study.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Notice, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.NOTICES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence from sources with a notice."""
    for assessed, item in assessment.evidence:
        if item.source is None or item.source.notice is None:
            continue
        if item.source.notice is Notice.CORRECTED:
            remedy = "compare the passage with the corrected text"
        else:
            remedy = "it does not count any more; look for another source"
        yield Finding(
            f"claim '{assessed.claim.id}' cites '{item.source.id}', which was {item.source.notice}",
            item.evidence.source_place,
            remedy,
            claim=assessed.claim.id,
            source=item.source.id,
        )
