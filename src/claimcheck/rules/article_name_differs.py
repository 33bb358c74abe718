"""An article names a person otherwise than the source that it cites does.

Why:
    A wrong letter in a name makes somebody else of a person, or nobody.
Mend:
    Write the name as the source does. If somebody else is meant, cite the source that names them.

Example:
    "Katrin Moor, the mayor" with a footnote to a source that names "Katrin Mohr".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article_excerpts import name_excerpts
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report names that no cited source prints, where one prints a name very like it."""
    for assessed in assessment.articles:
        for item in assessed.names:
            if item.role:
                continue
            name = assessed.article.text[item.start : item.end]
            yield Finding(
                f"the article names {shorten(name, 60)}; '{item.source}' names "
                f"{shorten(item.printed, 60)}",
                assessed.place(item.start),
                "write the name as the source does, or cite the source that names somebody else",
                name_excerpts(assessed, item, assessment),
            )
