"""A quotation in an article is not what the source prints, though something near it is.

Why:
    Readers take what stands between quotation marks for somebody's own words. One digit or one
    "not" turns them around while almost every letter stays.
Mend:
    Copy the passage again from the source; mark what you leave out with `[…]`, and put what you add
    in square brackets.

Example:
    “it will stay closed”, where the source prints “it will stay open”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import QuotationState
from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.assessment.passages import change_kinds
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations that differ from the nearest passage."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            if item.state is not QuotationState.ALTERED or item.anchor is None:
                continue
            kinds = change_kinds(item.anchor.changes)
            yield Finding(
                f"the quotation is not what '{item.source}' prints{kinds}",
                quotation_place(assessed, item),
                item.anchor.reason
                or "copy the passage again from the source, or take the marks off",
                quotation_excerpts(assessed, item, assessment),
                source=item.source,
            )
