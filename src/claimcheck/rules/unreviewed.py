"""Nobody has signed a verdict on a claim.

Why:
    Some desks publish nothing that no person has judged.
Mend:
    Add a `verdict` with status, name, day and reason.

Example:
    A claim whose status was derived, and whose file holds no `verdict`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
OFF_BY_DEFAULT = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims without a verdict."""
    for assessed in assessment.claims:
        if assessed.claim.verdict is None:
            yield Finding(
                f"nobody has signed a verdict on claim '{assessed.claim.id}'",
                assessed.claim.place,
                "add `verdict` with status, by, on and rationale",
                claim=assessed.claim.id,
            )
