"""A change silences a rule in a claim, or gives another reason for it.

Why:
    An exception stands in the claim that it excuses, so that whoever writes the one writes the
    other. Somebody else has to see it, with its reason, before it counts as settled. The rule
    speaks only where a change is judged (`check --base`).
Mend:
    Judge the reason. If it holds, let the change pass; if not, take the rule out of `allow` and
    mend what the rule finds.

Example:
    A change adds `allow: {single-origin: the only witness}` to a claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck import rules
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report the allowances that count and that the dossier which is built on has not."""
    base = assessment.dossier.base
    if base is None:
        return
    allowable = rules.allowable(assessment.dossier.config)
    earlier = {claim.id: {(one.rule, one.reason) for one in claim.allow} for claim in base.claims}
    for assessed in assessment.claims:
        claim = assessed.claim
        for allowance in claim.allow:
            rule, reason = allowance.rule, allowance.reason
            if rule not in allowable or (rule, reason) in earlier.get(claim.id, set()):
                continue
            yield Finding(
                f"the change silences {rule} in claim '{claim.id}', because: {shorten(reason)}",
                allowance.place,
                "judge the reason; if it does not hold, take the rule out of `allow`",
                claim=claim.id,
            )
