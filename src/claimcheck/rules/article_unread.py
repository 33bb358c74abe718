"""An article of the project could not be read.

Why:
    What nobody could read was not checked. It must not look like an article in which nothing was
    found.
Mend:
    Mend the file, or name the right one in the configuration, under `articles` or
    `article_policy`.

Example:
    `articles = ["articles/*.md"]`, and no file in that folder ends so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report articles that no reader could read, and patterns that name none."""
    for assessed in assessment.articles:
        article = assessed.article
        if article.unread:
            yield Finding(
                f"this article could not be read: {article.unread}",
                Place(article.path),
                f"name the files of a folder in `articles` by a pattern: {article.path}/*.md"
                if article.is_no_file
                else "mend the file, or change `articles` or `article_policy` in the configuration",
            )
