"""JSON for programs: what keeps each source from being verified."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.pins import Verification
    from claimcheck.formats.screen import Screen


def render(verifications: Sequence[Verification], unread: Sequence[str], screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what keeps each source from being verified, and how many are and are not.

    Args:
        verifications: the sources.
        unread: the paths of records that could not be read.
        screen: is not looked at.
    """
    failed = sum(bool(result.failures) for result in verifications)
    fields = {
        "sources": [
            {
                "id": result.source.id,
                "verified": not result.failures,
                "troubles": list(result.failures),
                "remarks": list(result.remarks),
            }
            for result in verifications
        ],
        "verified": len(verifications) - failed,
        "failed": failed,
        "unread": list(unread),
    }
    return dump(enveloped("verification", fields))
