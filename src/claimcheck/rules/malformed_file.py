"""A file of the dossier cannot be read as it was written.

Why:
    A value that is skipped or guessed at could turn a claim around without anybody noticing, so
    claimcheck reads strictly: plain YAML, known keys, dates that are dates, names that mean the
    same on every system.
Mend:
    Follow the line and column; the help says what is expected there.

Example:
    `stanse: supports` in an evidence item: no such key; did you mean stance?
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Dossier, Flaw

SEVERITY = Severity.ERROR
FEATURE = Feature.FLAWS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report what the reader noted in claims and their reviews."""
    dossier = assessment.dossier
    yield from map(_finding, (flaw for flaw in _noted(dossier) if flaw.claim in dossier.claim_ids))


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the reader noted elsewhere."""
    dossier = assessment.dossier
    yield from map(
        _finding, (flaw for flaw in _noted(dossier) if flaw.claim not in dossier.claim_ids)
    )


def _noted(dossier: Dossier) -> Iterator[Flaw]:
    return (flaw for flaw in dossier.flaws if flaw.rule == "malformed-file")


def _finding(flaw: Flaw) -> Finding:
    return Finding(flaw.message, flaw.place, flaw.help, claim=flaw.claim, source=flaw.source)
