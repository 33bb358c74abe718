"""A document lies in the sources folder, and no record describes it.

Why:
    Nobody can cite it, and perhaps somebody meant to: it could be the one that contradicts.
Mend:
    Write its record with `claimcheck source add FILE`, or move it out of the folder.

Example:
    `sources/report.txt` without any `sources/*.yaml` whose `file` or `text` names it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.UNRECORDED_FILES


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report documents that no record names."""
    for path in assessment.dossier.unrecorded:
        yield Finding(
            f"no record describes {path}",
            Place(path),
            f"write its record with `claimcheck source add {path}`, or move it elsewhere",
        )
