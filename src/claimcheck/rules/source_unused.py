"""No claim cites a source, nor does an article.

Why:
    A document that nobody cites is either forgotten evidence, perhaps the one that contradicts,
    or ballast.
Mend:
    Cite it, if only as context, or remove it with its record.

Example:
    `seeds/press-release.yaml`, which no claim names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.captures import earlier_captures
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report sources that are neither cited nor another's origin."""
    sources = assessment.dossier.sources
    used = assessment.census.cited | {source.origin for source in sources.values() if source.origin}
    if assessment.dossier.successors:
        # What is quoted from a capture of a page is looked up in the newer ones, too.
        used |= {
            source_id
            for source_id in sources
            if used.intersection(earlier_captures(source_id, sources))
        }
    for source in sources.values():
        if source.id not in used:
            yield Finding(
                f"no claim cites source '{source.id}'",
                source.place,
                "cite it as evidence or as context, or remove it",
                source=source.id,
            )
