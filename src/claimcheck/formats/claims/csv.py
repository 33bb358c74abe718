"""A table for spreadsheets, one row a claim.

A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP, "CSV
Injection").
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcheck.assessment.text_states import compared_texts
from claimcheck.formats import phrases
from claimcheck.formats.tables import FORMULA_SIGNS
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report

COLUMNS = (
    "id", "status", "corroboration", "items", "outlets", "origins", "flags", "claimant", "tags",
    "claim", "file", "unjudged", "signed_by", "unchecked", "uncounted", "texts_compared",
    "texts_not_compared", "compared_on",
)  # fmt: skip


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
    assessment = report.assessment
    writer.writerows([_cell(value) for value in _row(assessed, assessment)] for assessed in claims)
    return out.getvalue()


def _row(assessed: AssessedClaim, assessment: Assessment) -> tuple[str, ...]:
    claim, derivation = assessed.claim, assessed.derivation
    texts = compared_texts(assessed, assessment.dossier, assessment.today)
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
        phrases.signed_by(assessed, assessment.dossier, dated=False),
        str(assessed.unchecked),
        str(assessed.uncounted),
        " ".join(texts.compared),
        " ".join((*texts.differing, *texts.uncompared)),
        texts.on,
    )


def _cell(value: str) -> str:
    line = one_line(value)
    return f"'{line}" if line.startswith(FORMULA_SIGNS) else line
