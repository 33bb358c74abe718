"""A part of an article could not be checked.

Why:
    A quotation whose sources have no text, or a paragraph that was too long to be parsed, is
    neither right nor wrong. Who reads "nothing was found" must know that it was not looked at.
Mend:
    Give the source a text (`claimcheck pin`), or cite one that has one; break a paragraph that is
    too long.

Example:
    A footnote names a scanned report of which no text was taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import QuotationState
from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations that could not be looked for, and what of an article was not read."""
    for assessed in assessment.articles:
        for gap in assessed.article.gaps:
            if not gap.startswith("unread: "):
                yield Finding(
                    f"the article was not read as it is: {gap}",
                    Place(assessed.article.path),
                    "shorten what is named, and check again",
                )
        for item in assessed.quotations:
            if item.state is QuotationState.UNCHECKED and not item.quotation.unclosed:
                yield Finding(
                    "the quotation was not looked for: the sources that are cited have no text",
                    quotation_place(assessed, item),
                    "pin the text of the source, or cite another one",
                    quotation_excerpts(assessed, item, assessment),
                )
