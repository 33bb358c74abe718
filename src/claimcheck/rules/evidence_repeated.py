"""A claim cites one passage twice on the same side.

Why:
    It looks like more evidence than there is.
Mend:
    Keep one of the two items.

Example:
    The same sentence, quoted in two items with `stance: supports`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report items whose stance and passage an earlier item has already."""
    for assessed in assessment.claims:
        first_numbers: dict[tuple[str | int | None, ...], int] = {}
        for item in assessed.evidence:
            evidence, anchor = item.evidence, item.anchor
            if not anchor.fit.passes:
                continue
            worked_out = str(evidence.value or "")
            passage = (anchor.start, anchor.end, worked_out)
            citation = (evidence.source, str(evidence.stance), *passage)
            earlier = first_numbers.setdefault(citation, evidence.number)
            if earlier != evidence.number:
                yield Finding(
                    f"evidence item {evidence.number} cites the same passage as item {earlier}",
                    evidence.quote_place,
                    "keep one of the two",
                    claim=assessed.claim.id,
                    source=evidence.source,
                )
