"""JSON lines for programs: the claims with their statuses, one a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import claim_object, dump

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return an object a line.

    Args:
        claims: what to list, in this order.
        report: the whole project, for the names of its parties.
        screen: is not looked at.
    """
    dossier = report.assessment.dossier
    return "".join(dump(claim_object(claim, dossier), indent=None) for claim in claims)
