"""A text is not what its document says.

Why:
    Quotations from a PDF or a web page are looked up in the text that was taken out of it and
    pinned beside it. Somebody can write another text beside an honest document, with every hash
    right. So `claimcheck check --re-extract` takes the text out again and compares; without that
    option nobody looks, and the closing line says so. A document that cannot be read does not
    bear out its text either. Until then such evidence counts for nothing.
Mend:
    Restore text and document. If another version of the reader is what makes the difference,
    `claimcheck pin SOURCE` shows how the text changes, and pins it.

Example:
    `seeds/report.txt` has a sentence that `seeds/report.html` has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.COMPARISONS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report texts that were taken out again and came out otherwise."""
    sources = assessment.dossier.sources
    for source_id, comparison in assessment.dossier.comparisons.items():
        source = sources.get(source_id)
        if source is None or not comparison.problem:
            continue
        remark = f"; {comparison.remark}" if comparison.remark else ""
        yield Finding(
            f"{comparison.problem}{remark}",
            source.pins[-1].place,
            f"restore both files, or see `claimcheck pin {source.id}`, which shows the difference",
            source=source.id,
        )
