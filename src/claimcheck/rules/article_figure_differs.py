"""A figure in an article is not what the sources print that its sentence cites.

Why:
    One digit, another year or another unit is the most frequent mistake of all, and readers cannot
    see it.
Mend:
    Write what the source prints, or cite the source that prints the figure. Where it was worked
    out, say how in the text, and declare the sentence [own reporting: who].

Example:
    "Fifteen people were injured" with a footnote to a source that prints "fourteen people".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.article import FigureState
from claimcheck.assessment.article_excerpts import figure_excerpts
from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report figures that the cited sources contradict, and those that they do not print."""
    for assessed in assessment.articles:
        for item in assessed.figures:
            written = shorten(item.written, 60)
            if item.state is FigureState.CONTRADICTED:
                reason = f": {item.reason}" if item.reason else ""
                yield Finding(
                    f"the article has {written}; '{item.source}' prints "
                    f"{shorten(item.printed, 60)}{reason}",
                    assessed.place(item.figure.start),
                    "write what the source prints, or cite the source of the figure",
                    figure_excerpts(assessed, item, assessment),
                )
            elif item.state is FigureState.ABSENT:
                yield Finding(
                    f"no source that the sentence cites prints {written}",
                    assessed.place(item.figure.start),
                    "cite the source of the figure, or mend it; where it was worked out, declare "
                    "[own reporting: who]",
                    figure_excerpts(assessed, item, assessment),
                )
