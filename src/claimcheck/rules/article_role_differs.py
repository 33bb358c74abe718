"""An article gives a person another role than its source does.

Why:
    Who says something is half of what it is worth: the auditor is not the treasurer.
Mend:
    Give each person the role that the source does. If both hold it, or one person
    both, allow the finding.

Example:
    "Karl Weber, the mayor" with a footnote to a source in which Ann Moor is the mayor, and Karl
    Weber an engineer; or "the lawyer Ann Moor", whom the source calls the mayor alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_excerpts import name_excerpts
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report roles that a cited source gives to another person, or not to the one named."""
    for assessed in assessment.articles:
        for item in assessed.names:
            if not item.role:
                continue
            yield Finding(
                f"the article has “{shorten(item.role, 80)}”; '{item.source}' has "
                f"“{shorten(item.printed, 60)}”",
                assessed.place(item.start),
                "give each person the role that the source does; if both are right, allow this",
                name_excerpts(assessed, item, assessment),
            )
