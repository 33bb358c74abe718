"""A table for spreadsheets, one row a claim.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
Injection").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report

COLUMNS = (
    "id", "status", "corroboration", "items", "outlets", "origins", "flags", "claimant", "tags",
    "claim", "file", "unjudged",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def claims(chosen: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - a table of the chosen claims alone
    """Return a header and one row a claim (RFC 4180, but with plain line ends)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for assessed in chosen:
        one, derivation = assessed.claim, assessed.derivation
        row = (
            one.id,
            derivation.status,
            derivation.corroboration,
            str(derivation.counts.items),
            str(derivation.counts.outlets),
            str(derivation.counts.origins),
            " ".join(derivation.flags),
            one.claimant or "",
            ", ".join(one.tags),
            one.text,
            one.place.path,
            str(assessed.unjudged),
        )
        writer.writerow([_cell(value) for value in row])
    return out.getvalue()


def _cell(value: str) -> str:
    shown = one_line(value)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
