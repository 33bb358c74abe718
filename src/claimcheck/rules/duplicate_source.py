"""Two records pin the very same document.

Why:
    One document under two names would count as two sources where it is one, and so make a single
    voice look like two.
Mend:
    Keep one record; or, where an outlet reprinted the other's text word for word, say so with
    `origin`.

Example:
    `seeds/wire.yaml` and `seeds/daily.yaml` both name `page.txt`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.captures import is_one_page
from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.SEVERAL_SOURCES


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report records whose pinned bytes equal an earlier record's and which name no origin."""
    first_by_hash: dict[str, str] = {}
    for source in assessment.dossier.sources.values():
        for pin in source.pins[:1]:
            if pin.actual is None:
                continue
            earlier = first_by_hash.setdefault(pin.actual, source.id)
            origins = (source.origin, assessment.dossier.sources[earlier].origin)
            if earlier == source.id or is_one_page(earlier, source.id, assessment.dossier.sources):
                continue
            if earlier not in origins and source.id not in origins:
                yield Finding(
                    f"source '{source.id}' is the same document as '{earlier}', byte for byte",
                    pin.place,
                    f"keep one record; or, for a reprint, add origin: {earlier}",
                    source=source.id,
                )
