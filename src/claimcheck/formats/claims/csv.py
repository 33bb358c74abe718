"""A table for spreadsheets, one row a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.claim_rows import COLUMNS, claim_row
from claimcheck.formats.tables import csv_lines
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - a table has no screen
    """Return a header and one row a claim (RFC 4180, but with plain line ends).

    Args:
        claims: the rows, in this order.
        report: the whole project, for who signed them.
        screen: is not looked at.
    """
    rows = (map(one_line, claim_row(assessed, report.assessment)) for assessed in claims)
    return csv_lines((COLUMNS, *rows))
