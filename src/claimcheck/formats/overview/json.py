"""JSON for programs: how many claims have each status, and what fails, waits and goes stale."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from claimcheck.formats.json_parts import dump, enveloped
from claimcheck.model import Status

if TYPE_CHECKING:
    from claimcheck.assessment.overview import Overview
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(overview: Overview, report: Report, screen: Screen) -> str:  # noqa: ARG001 - the same on every screen
    """Return the dossier as an object.

    Args:
        overview: what is to be known of it.
        report: what the rules found.
        screen: is not looked at.
    """
    fields = asdict(overview)
    fields["statuses"] = {str(status): overview.statuses.get(status, 0) for status in Status}
    totals = report.totals
    fields |= {
        "articles": totals.articles,
        "errors": totals.errors,
        "warnings": totals.warnings,
        "notes": totals.notes,
        "extracts": totals.extracts,
        "compared": totals.compared,
    }
    return dump(enveloped("status", fields))
