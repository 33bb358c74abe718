"""The sources of a dossier, and which claims cite them."""

from __future__ import annotations

from posixpath import splitext
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.pins import PinState, pin_state

if TYPE_CHECKING:
    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.model import Quote, Source


_BROKEN_STATES = frozenset(PinState) - {PinState.PINNED, PinState.UNPINNED}


class Citation(NamedTuple):
    """An evidence item that cites a source, with its claim."""

    claim: AssessedClaim
    item: AssessedEvidence

    @property
    def claim_id(self) -> str:
        """The id of the claim."""
        return self.claim.claim.id

    @property
    def number(self) -> int:
        """Which of the claim's evidence items it is, counted from 1."""
        return self.item.evidence.number

    @property
    def quote(self) -> Quote:
        """The words that are quoted."""
        return self.item.evidence.quote


class CatalogueEntry(NamedTuple):
    """A source, the state of its pins, and where it is cited, in the order of the claims."""

    source: Source
    state: PinState
    cited: tuple[Citation, ...]

    @property
    def claims(self) -> int:
        """How many claims cite the source."""
        return len({citation.claim_id for citation in self.cited})

    @property
    def kind(self) -> str:
        """What kind of file the original is: its ending without the dot."""
        return splitext(self.source.pins[0].path)[1][1:].lower() if self.source.pins else ""


def catalogue(assessment: Assessment) -> tuple[CatalogueEntry, ...]:
    """Return an entry for each source, by id."""
    cited: dict[str, list[Citation]] = {}
    for assessed in assessment.claims:
        for item in assessed.evidence:
            cited.setdefault(item.evidence.source, []).append(Citation(assessed, item))
    return tuple(
        CatalogueEntry(source, pin_state(source), tuple(cited.get(source.id, ())))
        for source in assessment.dossier.sources.values()
    )


def broken_source(assessed: AssessedClaim) -> str | None:
    """Return the first source that a claim cites and that is not what its record says.

    Its evidence does not count, or comes from nobody knows where; what is found of the claim's
    status may come of that.

    Args:
        assessed: the claim.

    Returns:
        The source's id; None where every source is there as it was pinned.
    """
    for item in assessed.evidence:
        source = item.source
        if source is None or pin_state(source) in _BROKEN_STATES or item.voice.root_key is None:
            return item.evidence.source
    return None
