"""Only an interested party says that a claim is so.

Why:
    A company's word about itself is worth recording, and is not independent evidence.
Mend:
    Find a party without an interest that says so, or accept the claim as it is with `allow`.

Example:
    "Our servers are safe", which only the operator says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
OFF_BY_DEFAULT = True
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims whose status is self-attested."""
    for assessed in assessment.claims:
        if assessed.derivation.status is Status.SELF_ATTESTED:
            parties = ", ".join(assessed.derivation.interested_for)
            yield Finding(
                f"only {parties}, an interested party, says that claim '{assessed.claim.id}' is so",
                assessed.claim.place,
                "find a party without an interest, or accept the claim with `allow`",
                claim=assessed.claim.id,
            )
