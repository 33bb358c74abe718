"""A claim cites no source.

Why:
    A claim without evidence is an opinion; the gate exists so that none slips through.
Mend:
    Quote what a source prints for or against the claim, or withdraw the claim.

Example:
    A claim file that holds `claim:` and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims without evidence; evidence that could not be read is another rule's."""
    for assessed in assessment.claims:
        claim = assessed.claim
        if not claim.items_written:
            yield Finding(
                f"claim '{claim.id}' cites no source",
                claim.place,
                "add `evidence`: a passage that some source prints for or against it",
                claim=claim.id,
            )
