"""A text was taken from other bytes than those of the document that is pinned.

Why:
    A quotation from a PDF or a web page is looked up in the text that was taken out of it. When
    the document is replaced and the text is not, the quotation may appear in no document at all.
    Until its text is taken from the very document that is pinned, such evidence counts for nothing.
Mend:
    `claimcheck pin SOURCE` reads the document, shows how its text differs and what became of each
    quoted passage, and pins document and text together.

Example:
    `seeds/report.html` was replaced, its new hash was written into `sha256` by hand, and
    `seeds/report.txt` still says what the old one said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.EXTRACTS


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report texts whose `text_of` is not the hash of the pinned document."""
    for source in assessment.dossier.sources.values():
        if source.text_outdated:
            document = source.pins[0]
            yield Finding(
                f"{source.pins[-1].path} was not taken from {document.path} as it is pinned: "
                "`text_of` is the hash of other bytes",
                source.pins[-1].place,
                f"`claimcheck pin {source.id}` reads the document, shows what became of its "
                "passages, and pins both",
                source=source.id,
            )
