"""A source's record holds no hash of its file.

Why:
    Without a hash the document can change under its evidence without anybody noticing.
Mend:
    Write the hash into the record; the help gives it.

Example:
    A record with `file: page.txt` and no `sha256`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report files named in a record without their SHA-256."""
    flawed = {flaw.source for flaw in assessment.dossier.flaws}
    for source in assessment.dossier.sources.values():
        for pin in source.pins:
            is_there = pin.actual is not None and not pin.instead
            if is_there and pin.expected is None and source.id not in flawed:
                key = "text_sha256" if pin is source.pins[-1] and len(source.pins) > 1 else "sha256"
                yield Finding(
                    f"{pin.path} is not pinned: the record of '{source.id}' holds no {key}",
                    pin.place,
                    f"if this is the document that you read, add {key}: {pin.actual}",
                    source=source.id,
                )
