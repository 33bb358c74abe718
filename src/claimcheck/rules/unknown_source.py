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
from functools import cache, cached_property
from posixpath import basename, splitext
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.independence import UNKNOWN_ORIGIN
from claimcheck.dossier.fields import is_id
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Dossier, Evidence

SEVERITY = Severity.ERROR
# Whoever cites more sources that are not there has not lost their records.
_RECORDS_NAMED_A_FILE: Final = 20


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report evidence from sources that are not in the dossier."""
    sources = assessment.dossier.sources
    records = cache(lambda: _RecordedSources(assessment.dossier))
    for assessed, item in assessment.evidence:
        evidence, claim_id = item.evidence, assessed.claim.id
        if evidence.source not in sources:
            message, remedy = records().lack_of(evidence, claim_id)
            yield Finding(message, evidence.source_place, remedy, claim=claim_id)
        origin = evidence.origin
        if origin and origin != UNKNOWN_ORIGIN and origin not in sources:
            hint = records().meant_by(origin, evidence.source_place.path)
            yield Finding(
                f"the passage from '{evidence.source}' has the origin '{origin}', "
                "which no record describes",
                evidence.origin_place or evidence.place,
                hint or f"add it, or write origin: {UNKNOWN_ORIGIN}",
                claim=claim_id,
            )


class _RecordedSources:
    """The records of a dossier, to say what is meant by an id that is none of theirs.

    All of them have to be read for it, which is paid only for a source that is not there.

    Args:
        dossier: the dossier.
    """

    def __init__(self, dossier: Dossier) -> None:
        self._folder = dossier.config.sources
        self._sources = dossier.sources
        self._suggester = Suggester(dossier.sources)
        self._unrecorded = {
            path.rpartition("/")[2].partition(".")[0]: path for path in dossier.unrecorded
        }
        self._broken = {flaw.source for flaw in dossier.flaws if flaw.source}
        self._broken |= {splitext(basename(path))[0] for path in dossier.unread_records}
        self._lacking = Counter[str]()

    def meant_by(self, name: str, path: str) -> str:
        """Return a hint at the id that may be meant by another; "" where none is like it.

        Args:
            name: the id that no record has.
            path: the file that names it.
        """
        return self._suggester.did_you_mean(name, path)

    def lack_of(self, evidence: Evidence, claim_id: str) -> tuple[str, str]:
        """Say that no record describes what a claim cites, and what to do about it.

        Args:
            evidence: the item that cites it.
            claim_id: the claim's id.
        """
        named = evidence.source
        if named in self._broken:
            message = f"claim '{claim_id}' cites '{named}', whose record is broken"
            return message, "mend the record first"
        message = f"claim '{claim_id}' cites '{named}', which no record describes"
        self._lacking[claim_id] += 1
        if same := self._ids_by_name.get(named.casefold()):
            return message, f"did you mean {same}?"
        if hint := self.meant_by(named, evidence.source_place.path):
            return message, hint
        is_few = self._lacking[claim_id] <= _RECORDS_NAMED_A_FILE
        is_lost = is_few and named not in self._unrecorded and is_id(named)
        back = f", or restore {self._folder}/{named}.yaml" if is_lost else ""
        add = f"`claimcheck source add {self._unrecorded.get(named, 'FILE')}`"
        return message, f"add it with {add}{back}"

    @cached_property
    def _ids_by_name(self) -> dict[str, str]:
        """The ids of sources by their titles and addresses."""
        return {
            name.casefold(): source.id
            for source in self._sources.values()
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
