"""A quotation in an article appears in no source of the dossier, nor does anything like it.

Why:
    An invented quotation looks like any other. What nobody can look up is nobody's word.
Mend:
    Add the source in which it stands (`claimcheck source add`), declare who reported it
    (`[own reporting: …]`), or take the marks off.

Example:
    “We would do it all again,” in an answer of a language model; no source has a like sentence.
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
    """Report quotations that appear nowhere."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            if item.state is QuotationState.NOWHERE and not item.quotation.depth:
                yield Finding(
                    "the quotation appears in no source, nor does anything like it",
                    quotation_place(assessed, item),
                    "add the source in which it appears, declare [own reporting: who], or take the "
                    "marks off",
                    quotation_excerpts(assessed, item, assessment),
                )
