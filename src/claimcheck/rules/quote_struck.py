"""A quote appears in words that the document strikes out.

Why:
    What is struck out was taken back: the page that says "hurt 12 15 people", with the 12 struck
    out, says 15. Readers of the quote would not know.
Mend:
    Quote what is in its place; or keep the quote, say in `rationale` that it is struck out, and
    allow it.

Example:
    "The mayor has resigned." from a page that shows these words crossed out
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.dossier.locators import aside_at
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.ASIDES


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report quotes of which a part stands among what is struck out."""
    for assessed, item in assessment.evidence:
        if item.anchor.fit.passes and _is_struck(item):
            yield Finding(
                f"'{item.evidence.source}' strikes out the words that are quoted",
                item.evidence.quote_place,
                "quote what is in their place, or allow it with the reason",
                claim=assessed.claim.id,
                source=item.evidence.source,
            )


def _is_struck(item: AssessedEvidence) -> bool:
    source, start, end = item.source, item.anchor.start, item.anchor.end
    if source is None or not source.asides or start is None or end is None:
        return False
    asides = (aside_at(source, *span) for span in item.anchor.parts or ((start, end),))
    return any(aside is not None and aside.kind == "struck" for aside in asides)
