"""An article gives a person a role that its source gives to somebody else.

Why:
    Who says something is half of what it is worth: the auditor is not the treasurer.
Mend:
    Give each person the role that the source does. If both hold it, allow the finding.

Example:
    "Karl Weber, the mayor" with a footnote to a source in which Ann Moor is the mayor, and Karl
    Weber an engineer.
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
    """Report roles that a cited source gives to another person, and not to the one named."""
    for assessed in assessment.articles:
        for item in assessed.names:
            if not item.role:
                continue
            yield Finding(
                f"the article has “{shorten(item.role, 80)}”; in '{item.source}' that is "
                f"{shorten(item.printed, 60)}",
                assessed.place(item.start),
                "give each person the role that the source does; if both hold it, allow this",
                name_excerpts(assessed, item, assessment),
            )
