"""JSON lines for programs: a line a passage, with the columns of `claimcheck export jsonl`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump
from claimcheck.formats.tables import evidence_objects

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return an object a line.

    Args:
        claims: whose passages to list, in this order.
        report: the whole project, for its sources.
        screen: is not looked at.
    """
    objects = evidence_objects(claims, report.assessment.dossier)
    return "".join(dump(row, indent=None) for row in objects)
