"""An article rounds a figure, and does not say so.

Why:
    Rounding is honest when readers can see it. "4,200 cars" says that somebody counted so many.
Mend:
    Write "about", "nearly" or "more than" before it, or the figure that the source prints.

Example:
    "4,200 cars a day", where the source prints 4,213.
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

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report figures that are a rounded one of the source, where no word says so."""
    for assessed in assessment.articles:
        for item in assessed.figures:
            if item.state is FigureState.ROUNDED and not item.figure.rough:
                yield Finding(
                    f"{shorten(item.written, 60)} is {item.reason} from what '{item.source}' "
                    f"prints, {shorten(item.printed, 60)}",
                    assessed.place(item.figure.start),
                    "say that it is about so much, or write the figure that the source prints",
                    figure_excerpts(assessed, item, assessment),
                )
