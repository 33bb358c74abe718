"""A table in Markdown, one row a claim, for a page or an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats import phrases, review_phrases
from claimcheck.formats.markup import code, escaped, table_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - the page has its own width
    """Return a table of the claims.

    Args:
        claims: what to list, in this order.
        report: the whole project, for who signed them.
        screen: is not looked at.
    """
    head = ("claim", "status", "evidence", "what is claimed", "signed by")
    rows = (
        (
            code(assessed.id),
            f"**{assessed.derivation.status}**",
            escaped(phrases.basis_and_texts(assessed)),
            escaped(assessed.claim.text),
            escaped(review_phrases.signed_by(assessed, report.assessment.dossier)),
        )
        for assessed in claims
    )
    return "".join((table_row(head), table_row(["---"] * len(head)), *map(table_row, rows)))
