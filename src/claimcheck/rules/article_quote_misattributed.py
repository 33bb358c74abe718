"""A quotation in an article appears in another source than the one that it cites.

Why:
    Whoever looks it up does not find it, and whose word it is may be another's.
Mend:
    Cite the source that the message names, or quote the one that is cited.

Example:
    “Nobody has seen the invoice” with a footnote to the gazette; it appears in the radio's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import QuotationState
from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations that pass only in a source which their sentence does not cite."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            if item.state is QuotationState.MISATTRIBUTED and item.anchor is not None:
                yield Finding(
                    f"the quotation does not appear in what is cited, but in '{item.source}'",
                    quotation_place(assessed, item),
                    f"cite source:{item.source} there",
                    quotation_excerpts(assessed, item, assessment),
                    source=item.source,
                )
