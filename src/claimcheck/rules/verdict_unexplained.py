"""A verdict differs from what the evidence amounts to, and gives no reason.

Why:
    People may know better than a table, but a reader must be able to follow them.
Mend:
    Write the reason into `rationale`, or add the evidence that is missing.

Example:
    `verdict: {status: refuted, by: desk, on: 2026-01-31}` on a claim whose status is supported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.sources import broken_source
from claimcheck.assessment.status import Flag
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.VERDICTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report verdicts that differ without a rationale."""
    for assessed in assessment.claims:
        verdict = assessed.claim.verdict
        if verdict and Flag.VERDICT_DIFFERS in assessed.derivation.flags and not verdict.rationale:
            derived = assessed.derivation.status
            yield Finding(
                f"the verdict is {verdict.status}, not {derived} as derived, and gives no reason",
                verdict.place,
                "add `rationale` to the verdict, or the evidence that it rests on",
                claim=assessed.claim.id,
                source=broken_source(assessed),
            )
