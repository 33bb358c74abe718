"""A quotation mark of an article opens, and nothing closes it.

Why:
    Where a quotation ends is not to be told, so it was not looked for.
Mend:
    Close the mark, or take it out.

Example:
    He said: “The bridge is safe, and went home.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.passages import shorten
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
ALLOWABLE = True


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report marks that open and are never closed in their paragraph."""
    for assessed in assessment.articles:
        text = assessed.article.text
        for at in assessed.unclosed:
            yield Finding(
                f"a quotation mark opens here and is never closed: {shorten(text[at : at + 40])} …",
                assessed.place(at),
                "close it, or take it out; what it opens was not looked for",
            )
