"""A change leaves no claim where there were some.

Why:
    A gate that has nothing to look at finds nothing. A folder that is emptied, moved or renamed
    must not look like one that is clean. The rule speaks only where a change is judged
    (`check --base`).
Mend:
    Put the claims back, or have `claims` in the configuration name their new folder.

Example:
    A change moves all claims into `drafts/`, where nobody looks for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.BASE


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report that no claim is left of those of the dossier that is built on."""
    dossier, base = assessment.dossier, assessment.dossier.base
    if base is not None and base.claim_ids and not dossier.claim_ids:
        yield Finding(
            f"the change leaves no claim in {dossier.config.claims}/, "
            f"where there were {len(base.claim_ids):,}",
            Place(dossier.config.claims),
            "put them back, or have `claims` in the configuration name their new folder",
        )
