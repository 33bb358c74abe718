"""The JSON that badge services read, as shields.io has it: how many claims, and what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.badge_words import badge_color, badge_message
from claimcheck.formats.json_parts import dump

if TYPE_CHECKING:
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(report: Report, screen: Screen) -> str:  # noqa: ARG001 - programs have no screen
    """Return what a badge is to say of a check."""
    totals = report.totals
    return dump(
        {
            "schemaVersion": 1,
            "label": "claims",
            "message": badge_message(totals),
            "color": badge_color(totals),
            "isError": badge_color(totals) == "red",
        }
    )
