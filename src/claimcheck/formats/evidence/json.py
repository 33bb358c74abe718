"""JSON for programs: every passage of the claims, whose word it is and how it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped
from claimcheck.formats.tables import evidence_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return the passages, and which files could not be read.

    Args:
        claims: whose passages to list, in this order.
        report: the whole project, for its sources.
        screen: is not looked at.
    """
    dossier = report.assessment.dossier
    fields = {
        "today": str(report.assessment.today),
        "evidence": list(evidence_objects(claims, dossier)),
        "unread": list(dossier.unread),
    }
    return dump(enveloped("evidence", fields))
