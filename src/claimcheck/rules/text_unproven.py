"""Records do not say from which document their text was taken.

Why:
    A record that pins a document and its text by two hashes does not say that the one was taken
    from the other: either may have been replaced. `text_of` is the hash of the document that was
    read. Records that were written before there was such a key lack it. It is said once for all of
    them.
Mend:
    `claimcheck source verify --re-extract --write` reads every document again, and writes `text_of`
    where the text is what the document says. What differs it names: there `claimcheck pin SOURCE`
    shows how.

Example:
    A record with `file: report.pdf` and `text: report.txt`, but without `text_of`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
FEATURE = Feature.EXTRACTS
_MOST_NAMED = 5


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report, once for all, the records of extracted texts that have no `text_of`."""
    sources = [
        source
        for source in assessment.dossier.sources.values()
        if source.has_extract and source.text_of is None
    ]
    if not sources:
        return
    named = ", ".join(source.id for source in sources[:_MOST_NAMED])
    more = f" and {len(sources) - _MOST_NAMED} more" if len(sources) > _MOST_NAMED else ""
    verb = "does" if len(sources) == 1 else "do"
    yield Finding(
        f"{count(len(sources), 'record')} {verb} not say from which document the text was taken: "
        f"{named}{more}",
        sources[0].pins[-1].place,
        "`claimcheck source verify --re-extract --write` reads the documents, and writes `text_of` "
        "where the text is theirs",
    )
