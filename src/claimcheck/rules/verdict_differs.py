"""A verdict differs from what the evidence amounts to.

Why:
    Both are shown, and neither replaces the other; a difference is worth a second look, since the
    evidence may have changed after the verdict was signed.
Mend:
    Look again. If the verdict stands, silence this rule in the claim with `allow`.

Example:
    The desk signed `refuted`; since then a source was added that supports the claim.
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

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.VERDICTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report verdicts that differ and say why."""
    for assessed in assessment.claims:
        verdict = assessed.claim.verdict
        if verdict and Flag.VERDICT_DIFFERS in assessed.derivation.flags and verdict.rationale:
            derived = assessed.derivation.status
            yield Finding(
                f"the verdict is {verdict.status}, but the evidence amounts to {derived}",
                verdict.place,
                "look again; if the verdict stands, say so with "
                f"`claimcheck allow {assessed.claim.id} verdict-differs --because WHY`",
                claim=assessed.claim.id,
                source=broken_source(assessed),
            )
