"""JSON for programs: the claims with their statuses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import claim_object, dump, enveloped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the claims that were asked for, and which files could not be read.

    Args:
        claims: what to list, in this order.
        report: the whole project, for the names of its parties.
        screen: is not looked at.
    """
    dossier = report.assessment.dossier
    fields = {
        "today": str(report.assessment.today),
        "claims": [claim_object(assessed, dossier) for assessed in claims],
        "unread": list(dossier.unread),
    }
    return dump(enveloped("claims", fields))
