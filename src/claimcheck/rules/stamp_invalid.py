"""The time stamp of a document proves nothing.

Why:
    A stamp is a server's signed word that bytes of some hash were there at some time. It is worth
    nothing where the signature is not that of the authority whose certificate is kept beside it
    (forged), where the hash in it is another (swapped), or where the certificate was not valid at
    the time that it names (expired).
Mend:
    Restore the token and the certificate, or take `stamp` and `stamp_root` out of the record. A
    stamp shows that bytes are old; that there is none shows nothing.

Example:
    `stamp: report.tsr` is the token that another document got.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.STAMPS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each stamp that was verified and does not hold."""
    for source in assessment.dossier.sources.values():
        if source.stamp is not None and source.stamp.problem:
            yield Finding(
                f"{source.stamp.files[0]}, the time stamp of '{source.id}', proves nothing: "
                f"{source.stamp.problem}",
                source.stamp.place,
                "restore it, or take `stamp` and `stamp_root` out of the record",
                source=source.id,
            )
