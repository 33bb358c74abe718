"""What a check found, kept for the next check of the same project.

A state holds what was found in each claim and what that depends on. Nothing in it is believed
before those hashes are compared, in `claimcheck.gate.incremental.changes`. It lies in two files,
the claims, and everything else with the claims that changed since, and in the two files of
`claimcheck.gate.incremental.source_table`.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from claimcheck.anchor import Sharing, Text, Variant
from claimcheck.dossier.foundation import EarlierRecords, PinDigest, SourceDigest, sources_hash
from claimcheck.gate.incremental.delta import Delta
from claimcheck.gate.incremental.rows import from_row, to_row
from claimcheck.gate.incremental.source_table import (
    Get,
    Put,
    SourceTable,
    read_table,
    renewed_table,
    save_table,
)
from claimcheck.model import Content, Finding, Flaw, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.assessment.corpus import Corpus
    from claimcheck.dossier.foundation import Foundation

_CLAIMS: Final = "claims"
_SUMMARY: Final = "summary"


class ClaimResult(NamedTuple):
    """What was found in one claim, and what that depends on.

    There may be very many, so what is empty is written as nothing.

    Attributes:
        file: the SHA-256 of the claim's file, or why it could not be read.
        items: how many evidence items the file holds; None where it cannot be read.
        status: the claim's.
        cited: the ids of the sources that it cites.
        depends_on_all_sources: whether a quotation was looked for, or compared, in all of them.
        depends_on_date: whether another day may bring another result.
        latest_day: the latest date in it and its review; another result is due when it comes.
        unchecked: how many evidence items could not be looked for or read.
        unjudged: how many of them nobody has judged.
        omissions: how many omissions its quotations mark that pass without a warning.
        signed_omissions: how many of them somebody has signed.
        review: as `file`, of the review of the claim, and its path; "" where there is none.
        origins: the sources that the cited ones repeat.
        names: the spellings of plain names in it.
        tags: the claim's.
        rests_on: the claims that it rests on.
        rests_on_place: the line and column where its file names them.
        findings: the findings that count.
        allowed: the findings that the claim allows.
    """

    file: str
    items: int | None
    status: str = ""
    cited: list[str] = []  # noqa: RUF012 - never changed
    depends_on_all_sources: bool = False
    depends_on_date: bool = False
    latest_day: str = ""
    unchecked: int = 0
    unjudged: int = 0
    omissions: int = 0
    signed_omissions: int = 0
    review: str = ""
    origins: list[str] = []  # noqa: RUF012 - never changed
    names: list[str] = []  # noqa: RUF012 - never changed
    tags: list[str] = []  # noqa: RUF012 - never changed
    rests_on: list[str] = []  # noqa: RUF012 - never changed
    rests_on_place: list[int] = []  # noqa: RUF012 - never changed
    findings: tuple[Finding, ...] = ()
    allowed: tuple[Finding, ...] = ()

    def row(self) -> list[Any]:
        """Return the result as a row of JSON, without what is empty at its end."""
        values: list[Any] = list(self)
        while not values[-1] and len(values) > _ALWAYS_WRITTEN:
            values.pop()
        for position in range(_FINDINGS, len(values)):
            values[position] = to_row(values[position])
        return values

    @classmethod
    def from_row(cls, values: list[Any]) -> ClaimResult:
        """Return the result that a row was made of."""
        for position in range(_FINDINGS, len(values)):
            values[position] = tuple(from_row(Finding, row) for row in values[position])
        return cls(*values)


_ALWAYS_WRITTEN: Final = 3
_FINDINGS: Final = ClaimResult._fields.index("findings")


class Outcome(NamedTuple):
    """What a check found, as its state keeps it; see the attributes of `State`."""

    day: str
    results: Mapping[str, ClaimResult]
    dossier_key: str
    dossier_findings: tuple[Finding, ...]
    effort: tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class State:
    """What one check found; open it, get results of claims, update it, save it.

    Attributes:
        day: the day as of which was judged.
        results: what was found in each claim, by the path of its file.
        listing_hash: of the files that there were, the parties, and reviews without a claim.
        parties_hash: of the parties file.
        sources: the records and what they pinned, by id.
        names: who was meant by a spelling.
        flaws: in everything but claims.
        dossier_key: a hash of all that the rules about the dossier saw.
        dossier_findings: what they found.
        variants: the utterances that sources print in two ways, if a rule asked.
        effort: what was left of the steps, tries and comparisons for quotations that do not stand,
            and of the cells for values.
        foundation: what claims stood on at the check that this state comes of; None for one that
            was opened, since it is not kept.
    """

    day: str = ""
    results: Mapping[str, ClaimResult] = field(default_factory=dict)
    listing_hash: str = ""
    parties_hash: str = ""
    sources: Mapping[str, SourceDigest] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    flaws: tuple[Flaw, ...] = ()
    dossier_key: str = ""
    dossier_findings: tuple[Finding, ...] = ()
    variants: tuple[Variant, ...] | None = None
    effort: tuple[int, int, int, int] | None = None
    foundation: Foundation | None = None
    # The claims of the large file and its SHA-256; the sources, read when they are asked for; and
    # the sources, where they are not those that were saved.
    _base: Mapping[str, ClaimResult] = field(default_factory=dict)
    _base_sha256: str = ""
    _load_table: Callable[[], SourceTable | None] = lambda: None
    _new_table: SourceTable | None = None

    @classmethod
    def open(cls, get: Get) -> State | None:
        """Return what was saved; None where it is not all there.

        Args:
            get: returns the bytes saved under a name, if there are any.
        """
        summary, claims = get(_SUMMARY), get(_CLAIMS)
        if summary is None or claims is None:
            return None
        try:
            return _read_state(json.loads(summary), claims, get)
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
            return None

    @property
    def records(self) -> EarlierRecords | None:
        """The sources' records, and the flaws in them; None where nothing is known."""
        return EarlierRecords(self.sources, self.flaws) if self.sources else None

    def get(self, path: str) -> ClaimResult | None:
        """Return what was found in the claim of a file, whatever has changed since."""
        return self.results.get(path)

    def update(
        self, foundation: Foundation, changed: frozenset[str], corpus: Corpus, outcome: Outcome
    ) -> State:
        """Return the state after another check.

        Args:
            foundation: what claims stood on.
            changed: the ids of the sources that were not what they were in this state.
            corpus: the texts, with what rules asked of them.
            outcome: what was found.
        """
        table, sharing = None, corpus.known_sharing
        stored = self._table() if changed or sharing is not None else None
        if changed or (sharing is not None and not (stored and stored.sharing)):
            table = renewed_table(foundation, changed, sharing, stored)
        return replace(
            self,
            listing_hash=foundation.listing_hash,
            parties_hash=foundation.parties_hash,
            sources=foundation.digests,
            names=foundation.names.names,
            flaws=foundation.dossier.flaws,
            variants=corpus.known_variants,
            foundation=foundation,
            _new_table=table or self._new_table,
            **outcome._asdict(),
        )

    def save(self, put: Put) -> None:
        """Keep the state as files.

        Args:
            put: keeps bytes under a name.
        """
        if self._new_table is not None:
            save_table(self._new_table, put)
        base_sha256 = self._base_sha256
        delta = Delta.between(self._base, self.results)
        if not base_sha256 or delta.is_large(len(self.results)):
            claims = _json({path: result.row() for path, result in self.results.items()})
            put(_CLAIMS, claims)
            base_sha256, delta = hashlib.sha256(claims).hexdigest(), Delta({}, [])
        put(_SUMMARY, _json(_summary(self, base_sha256, delta)))

    def stored_sources(
        self, foundation: Foundation, changed: frozenset[str]
    ) -> Mapping[str, Source]:
        """Return the sources of today; of those that did not change only what is stored is read.

        Args:
            foundation: what claims stand on today.
            changed: the ids of the sources that are not what they were in this state.
        """
        table = self._table() if len(changed) < len(foundation.digests) else None
        if table is None:
            return foundation.dossier.sources

        def stored(name: str, content: Content) -> Source | None:
            entry = None if name in changed else table.entries.get(name)
            return entry and from_row(Source, entry.row, content)

        return foundation.sources.with_stored(stored)

    def sharing_after(self, changed: frozenset[str], text: Callable[[str], Text]) -> Sharing | None:
        """Return what the texts share now; None where that does not follow from what they shared.

        Args:
            changed: the ids of the sources that are not what they were in this state.
            text: returns the text of a source as it is now.
        """
        table = self._table()
        return table.sharing.update(changed, text) if table and table.sharing else None

    def _table(self) -> SourceTable | None:
        table = self._new_table or self._load_table()
        return table if table and table.hash == sources_hash(self.sources) else None


def _summary(state: State, base_sha256: str, delta: Delta[ClaimResult]) -> dict[str, object]:
    return {
        "base": base_sha256,
        "changed": {path: result.row() for path, result in delta.changed.items()},
        "removed": delta.removed,
        "day": state.day,
        "listing": state.listing_hash,
        "parties": state.parties_hash,
        "sources": state.sources,
        "names": state.names,
        "flaws": to_row(state.flaws),
        "dossier": state.dossier_key,
        "findings": to_row(state.dossier_findings),
        "variants": to_row(state.variants),
        "effort": state.effort,
    }


def _read_state(summary: Mapping[str, Any], claims: bytes, get: Get) -> State | None:
    if summary["base"] != hashlib.sha256(claims).hexdigest():
        return None
    base = _read_results(json.loads(claims))
    variants = summary["variants"]
    return State(
        day=summary["day"],
        results=Delta(_read_results(summary["changed"]), summary["removed"]).applied_to(base),
        listing_hash=summary["listing"],
        parties_hash=summary["parties"],
        sources={name: _read_digest(row) for name, row in summary["sources"].items()},
        names=summary["names"],
        flaws=tuple(from_row(Flaw, row) for row in summary["flaws"]),
        dossier_key=summary["dossier"],
        dossier_findings=tuple(from_row(Finding, row) for row in summary["findings"]),
        variants=variants and tuple(from_row(Variant, row) for row in variants),
        effort=tuple(summary["effort"]),
        _base=base,
        _base_sha256=summary["base"],
        _load_table=cache(partial(read_table, get)),
    )


def _read_results(written: Mapping[str, list[Any]]) -> dict[str, ClaimResult]:
    return {path: ClaimResult.from_row(row) for path, row in written.items()}


def _read_digest(row: list[Any]) -> SourceDigest:
    path, record, described, pins, *others, stamp = row
    pinned, stamped = (tuple(PinDigest(*file) for file in files) for files in (pins, stamp))
    return SourceDigest(path, record, described, pinned, *others)._replace(stamp=stamped)


def _json(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode("ascii")
