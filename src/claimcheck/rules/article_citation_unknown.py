"""An article cites a claim, a source or a footnote that is not there.

Why:
    A footnote is all that ties a sentence to its evidence. One that leads nowhere looks like
    evidence, and is none.
Mend:
    Write the id of a claim or a source of this dossier; the message names the nearest.

Example:
    `[^2]: source:gazete` where the source is `gazette`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR


def check_articles(assessment: Assessment) -> Iterator[Finding]:
    """Report ids that nothing has, and marks without a footnote."""
    for assessed in assessment.articles:
        for trouble in assessed.troubles:
            if trouble.kind != "unused":
                place = assessed.article.raw_place(trouble.raw_start)
                yield Finding(trouble.message, place, trouble.help)
