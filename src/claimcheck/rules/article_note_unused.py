"""A footnote of an article belongs to no sentence.

Why:
    The mark was lost in an edit, and with it what the sentence rested on.
Mend:
    Set the mark behind its sentence again, or take the note out.

Example:
    `[^bridge]: claim:bridge-reopened`, and no `[^bridge]` in the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report footnotes that nothing refers to."""
    for assessed in assessment.articles:
        for trouble in assessed.troubles:
            if trouble.kind == "unused":
                place = assessed.article.raw_place(trouble.raw_start)
                yield Finding(trouble.message, place, trouble.help)
