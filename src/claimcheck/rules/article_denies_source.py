"""A sentence of an article denies what it cites, or asserts what that denies.

Why:
    One "not" too many, or too few, turns a sentence around, and its footnote still looks right.
Mend:
    Say what the claim or the source says. If the sentence means the same in other words, allow the
    finding.

Example:
    "The bridge did not reopen on 4 May" with a footnote to the claim that it did.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_excerpts import passage_excerpt, sentence_excerpt
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report sentences that have a "not" where their source has none, or the other way round."""
    for assessed in assessment.articles:
        for denial in assessed.denials:
            cited = f"source '{denial.source}'" if denial.source else f"claim '{denial.claim}'"
            printed = passage_excerpt(assessment, denial.source, denial.start, denial.printed)
            excerpt = sentence_excerpt(assessed, denial.sentence)
            yield Finding(
                f"only one of the two says “not”, the article or {cited}: "
                f"“{shorten(denial.printed, 120)}”",
                assessed.place(assessed.sentences[denial.sentence].start),
                "say what is cited; if both mean the same, allow this with the reason",
                (excerpt, printed) if printed else (excerpt,),
            )
