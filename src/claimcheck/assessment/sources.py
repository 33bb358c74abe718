"""The sources of a dossier as a catalogue: how each stands, and which claims cite it where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from posixpath import splitext
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim, AssessedEvidence, Assessment
    from claimcheck.model import Source


class State(StrEnum):
    """How a source's files stand to the hashes in its record."""

    PINNED = "pinned"
    CHANGED = "changed"
    MISSING = "missing"
    UNPINNED = "unpinned"


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim's evidence item that cites a source."""

    claim: AssessedClaim
    item: AssessedEvidence


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, how its files stand, and where it is cited, in the order of the claims."""

    source: Source
    state: State
    cited: tuple[Citation, ...]

    @property
    def claims(self) -> int:
        """How many claims cite the source."""
        return len({one.claim.claim.id for one in self.cited})

    @property
    def kind(self) -> str:
        """What kind of file the original is: its ending without the dot."""
        return splitext(self.source.pins[0].path)[1][1:].lower() if self.source.pins else ""


def catalogue(assessment: Assessment) -> tuple[Entry, ...]:
    """Return an entry for each source, by id."""
    cited: dict[str, list[Citation]] = {}
    for claim in assessment.claims:
        for item in claim.evidence:
            cited.setdefault(item.evidence.source, []).append(Citation(claim, item))
    return tuple(
        Entry(source, state_of(source), tuple(cited.get(source.id, ())))
        for source in assessment.dossier.sources.values()
    )


def state_of(source: Source) -> State:
    """Return how a source's files stand: the worst of what holds."""
    if not source.pins or any(pin.actual is None for pin in source.pins):
        return State.MISSING
    if source.changed:
        return State.CHANGED
    return State.UNPINNED if any(pin.expected is None for pin in source.pins) else State.PINNED
