"""The result of comparing two dossiers: what a change does to claims, sources and settings.

`claimcheck.assessment.compare` makes these values; formats show them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.assessment.pin_changes import PinChange
    from claimcheck.assessment.status import Flag
    from claimcheck.model import Source


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: what a reader calls it, the commit it is, and how much it holds.

    `exists` is false where there was no project yet; `flaws` counts what could not be read.
    """

    name: str
    commit: str | None
    exists: bool
    claims: int
    evidence: int
    sources: int
    flaws: int


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A value that differs: its name as people write it, and both readings (empty for none)."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class UnpairedClaim:
    """A claim that only one side has; `unreadable` when the other side's file cannot be read."""

    claim: AssessedClaim
    unreadable: bool


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """An evidence item on both sides, with what differs: its words, its fit, whether it counts."""

    before: AssessedEvidence
    after: AssessedEvidence
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim on both sides, with what differs.

    `status` and `corroboration` are None when they are what they were. `reasons` say in clauses
    whose word came or went, and why where the passage is still there; it is empty when none did.
    """

    before: AssessedClaim
    after: AssessedClaim
    status: FieldChange | None
    corroboration: FieldChange | None
    reasons: tuple[str, ...]
    fields: tuple[FieldChange, ...]
    raised: tuple[Flag, ...]
    lowered: tuple[Flag, ...]
    gained: tuple[AssessedEvidence, ...]
    lost: tuple[AssessedEvidence, ...]
    altered: tuple[EvidenceChange, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not any(
            (
                self.status,
                self.corroboration,
                self.reasons,
                self.fields,
                self.raised,
                self.lowered,
                self.gained,
                self.lost,
                self.altered,
            )
        )

    @property
    def renamed(self) -> bool:
        """Whether the claim goes by another id now."""
        return self.before.id != self.after.id


@dataclass(frozen=True, slots=True)
class SourceChange:
    """A source on both sides whose record or text differs; `rewritten` when its text does."""

    before: Source
    after: Source
    changes: tuple[FieldChange, ...]
    rewritten: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between two assessments; everything is sorted by id, and nothing is left out.

    `unchanged` counts the claims that are the same on both sides.
    """

    before: Side
    after: Side
    added: tuple[UnpairedClaim, ...] = ()
    removed: tuple[UnpairedClaim, ...] = ()
    changed: tuple[ClaimChange, ...] = ()
    unchanged: int = 0
    sources_added: tuple[Source, ...] = ()
    sources_removed: tuple[Source, ...] = ()
    sources_changed: tuple[SourceChange, ...] = ()
    pins: tuple[PinChange, ...] = ()
    parties: tuple[FieldChange, ...] = ()
    settings: tuple[FieldChange, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether both sides say the same."""
        return not any(
            (
                self.added,
                self.removed,
                self.changed,
                self.sources_added,
                self.sources_removed,
                self.sources_changed,
                self.pins,
                self.parties,
                self.settings,
                self.before.flaws != self.after.flaws,
            )
        )


@dataclass(frozen=True, slots=True)
class SideName:
    """What to call one side: the reader's own word, the commit, and whether there was a project."""

    text: str
    commit: str | None = None
    exists: bool = True
