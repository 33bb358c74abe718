"""A table for spreadsheets, one row a passage, with the columns of `claimcheck export csv`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.tables import EVIDENCE_COLUMNS, csv_line, evidence_rows, in_line
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - a table has no screen
    """Return a header and one row a passage.

    Args:
        claims: whose passages to list, in this order.
        report: the whole project, for its sources.
        screen: is not looked at.
    """
    header = tuple(column.name for column in EVIDENCE_COLUMNS)
    rows = evidence_rows(claims, report.assessment.dossier)
    lines = (csv_line(one_line(in_line(cell)) for cell in row) for row in rows)
    return "".join((csv_line(header), *lines))
