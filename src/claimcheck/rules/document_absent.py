"""A document that may not be shipped is not here, so what is quoted from it was not checked.

Why:
    Some documents may be read and not handed on: a paid article, a leaked report. Their record
    says `shipped: no`, and the dossier is handed on without them. Whoever has only the dossier
    cannot look up what is quoted: it is unchecked, counts for nothing, and is counted on the
    closing line. That holds too where the text that was taken out of the document is here: the
    quotation is looked up in it, and fails where it is not there; but nobody can compare
    the text with its document.
Mend:
    `claimcheck source fetch SOURCE` gets the very bytes whose hash the record holds, from its
    address, from a folder (`--from DIR`) or from standard input, and refuses all others.

Example:
    A record with `shipped: no`, `sha256` and `url`, in a clone of a public repository.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Source

SEVERITY = Severity.WARNING
FEATURE = Feature.UNSHIPPED_FILES


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report sources that are not shipped, and of which a file is not here."""
    for source in assessment.dossier.sources.values():
        if not source.absent:
            continue
        missing = " and ".join(pin.path for pin in source.pins if source.may_lack(pin))
        yield Finding(
            f"{missing}, which is not shipped, is not here: what is quoted from '{source.id}' "
            f"is unchecked{_text_phrase(source)}",
            source.place,
            _remedy(source),
            source=source.id,
        )


def _text_phrase(source: Source) -> str:
    if source.text is None:
        return ""
    return ", and was looked up in its text alone"


def _remedy(source: Source) -> str:
    if source.url or source.archive_url:
        return f"`claimcheck source fetch {source.id}` gets the very bytes that were pinned"
    return (
        "the record names no address: ask whoever has the file, then "
        f"`claimcheck source fetch {source.id} --from FOLDER`"
    )
