"""A table of the claims, as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from support import views

if TYPE_CHECKING:
    from claimcheck import Report


def rows(report: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(views.render("claims", "csv", report))))


def test_each_claim_is_a_row(small: Report) -> None:
    ids = [assessed.claim.id for assessed in small.assessment.claims]

    assert [row["id"] for row in rows(small)] == ids


def test_a_spreadsheet_is_given_no_formula(small: Report) -> None:
    assert rows(small)[-1]["claim"] == '\'=HYPERLINK("x")'
