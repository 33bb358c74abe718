"""A verdict is older than the evidence that it is about.

Why:
    Whoever signed it cannot have read what appeared later, and a reader takes the signature for a
    judgement on all that is cited.
Mend:
    Read the newer evidence, and sign the verdict again with today's date.

Example:
    A verdict of 2020, on a claim that cites an article of 2026.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.VERDICTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report verdicts that were signed before some of the cited documents appeared."""
    for assessed in assessment.claims:
        verdict = assessed.claim.verdict
        if verdict is None:
            continue
        newer = {
            item.source.id: item.source.issued
            for item in assessed.evidence
            if item.source and item.source.issued and item.source.issued.earliest > verdict.on
        }
        if newer:
            source, issued = max(newer.items(), key=lambda entry: entry[1].earliest)
            more = f" and {len(newer) - 1} more" if len(newer) > 1 else ""
            yield Finding(
                f"the verdict of {verdict.on} is older than '{source}' of {issued}{more}, which "
                "the claim cites",
                verdict.place,
                "read the newer evidence, then sign the verdict again",
                claim=assessed.claim.id,
            )
