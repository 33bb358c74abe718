"""A table in Markdown, one row a passage, for a page or an issue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.markup import code, escaped, table_row

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.screen import Screen
    from claimcheck.gate.report import Report


def render(claims: Sequence[AssessedClaim], report: Report, screen: Screen) -> str:  # noqa: ARG001 - the page has its own width
    """Return a table of the passages.

    Args:
        claims: whose passages to list, in this order.
        report: is not looked at.
        screen: is not looked at.
    """
    head = ("claim", "", "stance", "source", "quotation", "in the source")
    return "".join((table_row(head), table_row(["---"] * len(head)), *_rows(claims)))


def _rows(claims: Sequence[AssessedClaim]) -> Iterator[str]:
    for assessed in claims:
        for item in assessed.evidence:
            evidence = item.evidence
            cells = (
                code(assessed.id), str(evidence.number), str(evidence.stance),
                code(evidence.source), escaped(evidence.quote.exact), str(item.fit),
            )  # fmt: skip
            yield table_row(cells)
