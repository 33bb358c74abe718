"""Two files claim the same id.

Why:
    A claim is cited by its id, and a source too; with two files of one name in different folders
    nobody could say which is meant. Names that differ only in capitals are one on some systems.
Mend:
    Rename one of the files, and whatever cites it.

Example:
    `claims/a/budget.yaml` and `claims/b/Budget.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.FLAWS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the reader noted."""
    for flaw in assessment.dossier.flaws:
        if flaw.rule == "duplicate-id":
            yield Finding(flaw.message, flaw.place, flaw.help, claim=flaw.claim, source=flaw.source)
