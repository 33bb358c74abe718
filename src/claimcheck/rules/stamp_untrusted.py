"""Nobody has said that the authority behind a time stamp is to be trusted, or it was not verified.

Why:
    Anybody can make an authority of their own, and stamp with it whatever time they like. Which
    ones a desk trusts is for its configuration to say, where a change is seen (`--base`): a stamp
    by another one shows nothing. Nor does one that could not be verified, since the library is
    missing.
Mend:
    Find out whose the certificate is, from the server's own pages, and add its SHA-256 to
    `stamp_roots` in the configuration; or stamp the document by a server that you trust.

Example:
    A token of a server that somebody runs at home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.dossier.stamps import is_trusted
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.STAMPS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report each stamp that holds, by an authority that the configuration does not name."""
    config = assessment.dossier.config
    for source in assessment.dossier.sources.values():
        stamp = source.stamp
        if stamp is None or stamp.problem or is_trusted(stamp, config):
            continue
        if stamp.unverified:
            message = f"the time stamp of '{source.id}' was not verified: {stamp.unverified}"
            remedy = "install it: it is what the extra `stamp` needs"
        else:
            message = (
                f"the time stamp of '{source.id}' is by '{stamp.authority}', which this project "
                "does not say that it trusts"
            )
            remedy = f'if it is to be trusted, add to `stamp_roots`: "{stamp.root}"'
        yield Finding(message, stamp.place, remedy, source=source.id)
