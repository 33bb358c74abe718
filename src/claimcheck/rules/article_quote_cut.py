"""A quotation in an article leaves out words of its sentence that turn it.

Why:
    Every word appears in the source, and what it says there is something else: "he denied that",
    "if", "never".
Mend:
    Quote the whole sentence, or say in the article what it says.

Example:
    “the bridge is safe”, where the source prints "Nobody can say that the bridge is safe".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import QuotationState
from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations that are cut before, or behind, words which turn them."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            if (
                item.state is not QuotationState.CUT
                or item.anchor is None
                or item.anchor.cut is None
            ):
                continue
            cut = item.anchor.cut
            yield Finding(
                f"the quotation leaves out “{shorten(cut.words, 80)}”, which may turn it "
                f"({cut.turn})",
                quotation_place(assessed, item),
                "quote the sentence whole, or say what it says; then allow this with that reason",
                quotation_excerpts(assessed, item, assessment),
                source=item.source,
            )
