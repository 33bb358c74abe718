"""A table for spreadsheets, one row a claim.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
Injection").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.formats import phrases
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report
    from claimcheck.model import Dossier

COLUMNS = (
    "id", "status", "corroboration", "items", "outlets", "origins", "flags", "claimant", "tags",
    "claim", "file", "unjudged", "signed_by",
)  # fmt: skip
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - a table of the claims alone
    """Return a header and one row a claim (RFC 4180, but with plain line ends).

    Args:
        claims: the rows, in this order.
        report: the whole project, for who signed them.
        screen: is not looked at.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    dossier = report.assessment.dossier
    writer.writerows([_cell(value) for value in _row(assessed, dossier)] for assessed in claims)
    return out.getvalue()


def _row(assessed: AssessedClaim, dossier: Dossier) -> tuple[str, ...]:
    claim, derivation = assessed.claim, assessed.derivation
    return (
        claim.id,
        derivation.status,
        derivation.corroboration,
        str(derivation.counts.items),
        str(derivation.counts.outlets),
        str(derivation.counts.origins),
        " ".join(derivation.flags),
        ", ".join(claim.claimants),
        ", ".join(claim.tags),
        claim.text,
        claim.place.path,
        str(assessed.unjudged),
        phrases.signed_by(assessed, dossier),
    )


def _cell(value: str) -> str:
    line = one_line(value)
    return f"'{line}" if line.startswith(_FORMULA_SIGNS) else line
