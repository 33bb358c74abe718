"""A change touches a source's file that was there before it, or its hash.

Why:
    A hash proves that a file is the one that somebody read. When a change brings new bytes and
    their new hash together, everything fits and nothing is proved: a reader has to look. So it is
    where a file had no hash at all: git knows its bytes. The rule speaks only where a change is
    judged (`check --base`).
Mend:
    Compare both versions of the file and read its quoted passages again (`claimcheck diff` lists
    them). If the new version is right, say so where the change is reviewed; better still, keep the
    old one and add the new one as a source of its own.

Example:
    `sources/page.txt` says 16 million instead of 15, and `sha256` in its record was made to fit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.pin_changes import pin_changes
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.BASE


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report changes to pinned files and hashes since the dossier that is built on."""
    base = assessment.dossier.base
    if base is None:
        return
    for change in pin_changes(base, assessment.dossier):
        yield Finding(
            change.summary,
            change.place,
            "compare both versions; keep the old one, and add the new one as another source",
            source=change.source,
        )
