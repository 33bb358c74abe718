"""A part of an article could not be checked.

Why:
    A quotation whose sources have no text, a paragraph that was too long to be parsed, or a
    sentence behind thousands that cite something, is neither right nor wrong. Who reads "nothing
    was found" must know that it was not looked at.
Mend:
    Give the source a text (`claimcheck pin`), or cite one that has one; break a paragraph that is
    too long, and split an article of thousands of sentences.

Example:
    A footnote names a scanned report of which no text was taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import QuotationState
from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.assessment.article_limits import MOST_CITING, first_beyond
from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations that could not be looked for, and what of an article was not read."""
    for assessed in assessment.articles:
        for gap in assessed.article.gaps:
            yield Finding(
                f"the article was not read as it is: {gap}",
                Place(assessed.article.path),
                "shorten what is named, and check again",
            )
        beyond = first_beyond(assessed.sentences)
        if beyond < len(assessed.sentences):
            yield Finding(
                "from here on no sentence was compared with what it cites: "
                f"{MOST_CITING:,} before it cite something",
                assessed.place(assessed.sentences[beyond].start),
                "split the article, and check each part",
            )
        for item in assessed.quotations:
            if item.state is QuotationState.UNCHECKED and not item.quotation.unclosed:
                yield Finding(
                    "the quotation was not looked for: the sources that are cited have no text",
                    quotation_place(assessed, item),
                    "pin the text of the source, or cite another one",
                    quotation_excerpts(assessed, item, assessment),
                )
