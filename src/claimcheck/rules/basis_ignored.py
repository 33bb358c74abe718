"""A passage is said to be an act or an admission (`by`), and that makes no difference.

Why:
    They let an interested party's word count where it is a deed, or speaks against its interest.
    What the claimant says for its own claim is no admission, whoever says so; an independent party
    needs neither; and of a document whose origin nobody knows, nobody knows whose deed it is.
Mend:
    Take `by` out; or correct the speaker, the origin, or who is interested in the claim.

Example:
    `by: admission` on the claimant's own words for the claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.status import Standing
from claimcheck.model import Basis, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedEvidence

SEVERITY = Severity.WARNING
ALLOWABLE = True
FEATURE = Feature.BASES

_COUNTED = {Basis.ACT: Standing.ACT, Basis.ADMISSION: Standing.ADMISSION}


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report passages whose `by` was not taken into account."""
    for assessed in assessment.claims:
        for item in assessed.evidence:
            basis = item.evidence.basis
            if basis is None or not item.votes or item.standing is _COUNTED[basis]:
                continue
            yield Finding(
                f"`by: {basis}` makes no difference to the passage from "
                f"'{item.evidence.source}': {_reason(item)}",
                item.evidence.basis_place or item.evidence.place,
                "take `by` out, or correct who speaks or who is interested",
                claim=assessed.claim.id,
                source=item.evidence.source,
            )


def _reason(item: AssessedEvidence) -> str:
    if item.standing is Standing.INDEPENDENT:
        return "its party has no interest in the claim"
    if item.voice.root_key is None:
        return "nobody knows where its document comes from"
    return "it is the claimant's own word for the claim"
