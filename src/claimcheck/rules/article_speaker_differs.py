"""An article gives a quotation to somebody else than its source does.

Why:
    The words are there, and they are another's.
Mend:
    Name the speaker whom the source names. If it names the same one in other words, add that name
    to the party's `aliases`, or allow the finding.

Example:
    “We did not ask for more money,” said the mayor; in the source the engineer says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_excerpts import quotation_excerpts, quotation_place
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report quotations whose speaker is another in the source, as far as both say."""
    for assessed in assessment.articles:
        for item in assessed.quotations:
            if item.speaker:
                yield Finding(
                    f"the article gives the quotation to “{shorten(item.said_by, 80)}”; in "
                    f"'{item.source}' it is “{shorten(item.speaker, 80)}”",
                    quotation_place(assessed, item),
                    "name the speaker whom the source names, or allow this with the reason",
                    quotation_excerpts(assessed, item, assessment),
                    source=item.source,
                )
