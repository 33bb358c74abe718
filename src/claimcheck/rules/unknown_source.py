"""Evidence or an origin names a source that no record describes.

Why:
    What is not pinned cannot be checked.
Mend:
    Correct the id, or add the document with `claimcheck source add FILE`.

Example:
    `source: dayly-news` when the record is `daily-news.yaml`.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from posixpath import basename, splitext
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.independence import UNKNOWN_ORIGIN
from claimcheck.dossier.fields import is_id
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Source

SEVERITY = Severity.ERROR
# Whoever cites more sources that are not there has not lost their records.
_RECORDS_NAMED_A_FILE: Final = 20


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence from sources that are not in the dossier."""
    sources = assessment.dossier.sources
    suggester = Suggester(sources)
    by_name = cache(lambda: _ids_by_name(sources.values()))
    unrecorded = {
        path.rpartition("/")[2].partition(".")[0]: path for path in assessment.dossier.unrecorded
    }
    folder = assessment.dossier.config.sources
    broken = {flaw.source for flaw in assessment.dossier.flaws if flaw.source}
    broken |= {splitext(basename(path))[0] for path in assessment.dossier.unread_records}
    missing = Counter[str]()
    for assessed, item in assessment.evidence:
        named = item.evidence.source
        if named not in sources:
            if named in broken:
                message = f"claim '{assessed.claim.id}' cites '{named}', whose record is broken"
                remedy = "mend the record first"
            else:
                message = f"claim '{assessed.claim.id}' cites '{named}', which no record describes"
                same = by_name().get(named.casefold())
                hint = (
                    f"did you mean {same}?"
                    if same
                    else suggester.did_you_mean(named, item.evidence.source_place.path)
                )
                add = f"`claimcheck source add {unrecorded.get(named, 'FILE')}`"
                missing[assessed.claim.id] += 1
                is_few = missing[assessed.claim.id] <= _RECORDS_NAMED_A_FILE
                is_lost = is_few and named not in unrecorded and is_id(named)
                back = f", or restore {folder}/{named}.yaml" if is_lost else ""
                remedy = hint or f"add it with {add}{back}"
            place = item.evidence.source_place
            yield Finding(message, place, remedy, claim=assessed.claim.id)
        origin = item.evidence.origin
        if origin and origin != UNKNOWN_ORIGIN and origin not in sources:
            hint = suggester.did_you_mean(origin, item.evidence.source_place.path)
            yield Finding(
                f"the passage from '{named}' has the origin '{origin}', which no record describes",
                item.evidence.origin_place or item.evidence.place,
                hint or f"add it, or write origin: {UNKNOWN_ORIGIN}",
                claim=assessed.claim.id,
            )


def _ids_by_name(sources: Iterable[Source]) -> dict[str, str]:
    """Return the ids of sources by their titles and addresses.

    All records have to be read for it, which is paid only for a source that is not there.
    """
    return {
        name.casefold(): source.id
        for source in sources
        for name in (source.title, source.url or "", source.archive_url or "")
        if name
    }


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report origins that are not in the dossier."""
    sources = assessment.dossier.sources
    suggester = Suggester(sources)
    for source in sources.values():
        named_origin = source.origin
        if named_origin and named_origin != UNKNOWN_ORIGIN and named_origin not in sources:
            hint = suggester.did_you_mean(named_origin, source.place.path)
            yield Finding(
                f"the origin of '{source.id}' is '{named_origin}', which no record describes",
                source.origin_place or source.place,
                hint or f"add it, or write origin: {UNKNOWN_ORIGIN}",
                source=source.id,
            )
