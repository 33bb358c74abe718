"""A claim rests on the word of one independent party.

Why:
    Some desks publish nothing that only one party says.
Mend:
    Find a second party that says so independently, or accept the one with `allow`.

Example:
    Three newspapers, all relaying one agency's dispatch.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.status import Corroboration
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
OFF_BY_DEFAULT = True
ALLOWABLE = True


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims whose corroboration is single-origin."""
    for assessed in assessment.claims:
        derivation = assessed.derivation
        if derivation.corroboration is Corroboration.SINGLE_ORIGIN:
            yield Finding(
                f"claim '{assessed.claim.id}' is {derivation.status} on one party's word alone",
                assessed.claim.place,
                "find a second, independent party; or accept this one with `allow`",
                claim=assessed.claim.id,
            )
