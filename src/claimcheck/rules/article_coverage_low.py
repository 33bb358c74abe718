"""Fewer sentences of an article rest on something than its policy asks.

Why:
    One bare sentence is a slip; one in three is an article that nobody checked.
Mend:
    Bind more of its sentences (`claimcheck article FILE --bind`), or declare what they are. The
    least share is `coverage` under `article_policy`.

Example:
    `coverage = 80`, and of 20 sentences 12 cite or declare something.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import SentenceState
from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report articles whose share of bound and declared assertions is below the policy's."""
    for assessed in assessment.articles:
        totals, least = assessed.totals, assessed.policy.coverage
        bare = totals.sentences.get(SentenceState.BARE, 0)
        settled = totals.sentences.get(SentenceState.BOUND, 0) + totals.sentences.get(
            SentenceState.DECLARED, 0
        )
        if bare and 100 * settled < least * (settled + bare):
            share = 100 * settled // (settled + bare)
            yield Finding(
                f"{share} % of the article's {settled + bare} assertions are bound or declared; "
                f"the policy asks for {least} %",
                Place(assessed.article.path),
                "bind or declare more of them; "
                f"`claimcheck article {assessed.article.path} --bind` goes through the bare ones",
            )
