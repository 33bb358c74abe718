"""A line of Markdown a passage: the claim, the words, and the link to them on the live page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.formats.export import in_pieces
from claimcheck.formats.live_pages import live_passage
from claimcheck.formats.markup import prose
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assessed import AssessedEvidence
    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "people, in any browser that follows text fragments, pages and times"
BINARY = False


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the passages whose document has an address."""
    del options
    yield from in_pieces(
        f"- {assessed.id}: [{prose(one_line(item.evidence.quote.exact))}]({link})\n"
        for assessed, item in report.assessment.evidence
        if (link := _link(item))
    )


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield the passages that have no link."""
    del options
    for assessed, item in report.assessment.evidence:
        if not _link(item):
            yield f"claim '{assessed.id}', evidence item {item.evidence.number} has no live page"


def _link(item: AssessedEvidence) -> str:
    if item.source is None or not item.anchor.fit.passes:
        return ""
    return live_passage(item.source, item.anchor).replace("(", "%28").replace(")", "%29")
