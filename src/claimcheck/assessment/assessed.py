"""A claim and its evidence beside what the sources say: what `assess` makes of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor import Anchor, Fit, has_utterance
from claimcheck.assessment.pins import is_without_document
from claimcheck.assessment.status import Derivation, Standing
from claimcheck.assessment.value_readings import ValueFit, ValueReading
from claimcheck.model import Stance

if TYPE_CHECKING:
    from claimcheck.anchor import Omission
    from claimcheck.assessment.independence import Voice
    from claimcheck.model import Claim, Evidence, Source

_INTERESTED = frozenset({Standing.INTERESTED, Standing.ACT, Standing.ADMISSION})


class AssessedEvidence(NamedTuple):
    """An evidence item with its anchor, whose word it is, and whether it counts.

    `standing` is what the party that speaks is to the claim. `found_in` names the other source of a
    misattributed quote. `silent_because` says, for an item that does not vote, why not. `value` is
    what the cells say that its value names, where it has one; an item without a quotation is
    anchored at them.
    """

    evidence: Evidence
    source: Source | None
    anchor: Anchor
    voice: Voice
    standing: Standing
    silent_because: str = ""
    found_in: str = ""
    value: ValueReading | None = None

    @property
    def source_text(self) -> str:
        """The text of its source; "" where there is none."""
        return (self.source.text if self.source else None) or ""

    @property
    def fit(self) -> Fit | ValueFit:
        """How its quotation stands in its source; or its value, where it has nothing else."""
        return self.anchor.fit if self.evidence.quoted or not self.value else self.value.fit

    @property
    def stands(self) -> bool:
        """Whether its quotation stands in its source, and its value in the tables there."""
        return self.anchor.fit.passes and (self.value is None or self.value.stands)

    @property
    def interested(self) -> bool:
        """Whether the passage is the word of a party that has an interest in the claim."""
        return self.standing in _INTERESTED

    @property
    def votes(self) -> bool:
        """Whether the item counts for or against the claim."""
        return not self.silent_because

    @property
    def omissions(self) -> tuple[Omission, ...]:
        """What its quote leaves out, if it passes."""
        return self.anchor.omissions if self.anchor.fit.passes else ()

    @property
    def unchecked(self) -> bool:
        """Whether the quote could not be looked for, or only in a text without its document."""
        lost = self.value is not None and self.value.fit is ValueFit.UNCHECKED
        alone = self.source is not None and is_without_document(self.source)
        return self.anchor.fit is Fit.UNCHECKED or lost or alone

    @property
    def is_speech(self) -> bool:
        """Whether the passage has part in something that its source quotes somebody as saying."""
        text = self.source_text
        start, end = self.anchor.start, self.anchor.end
        if not text or start is None or end is None or not self.anchor.fit.passes:
            return False
        return self.evidence.quoted and has_utterance(text, start, end)


class AssessedClaim(NamedTuple):
    """A claim with its evidence as assessed and the status derived from it.

    `signed_omissions` is `omissions` where somebody has signed the claim as it stands, else 0.
    """

    claim: Claim
    evidence: tuple[AssessedEvidence, ...]
    derivation: Derivation
    signed_omissions: int = 0

    @property
    def id(self) -> str:
        """The claim's id."""
        return self.claim.id

    @property
    def items(self) -> int:
        """How many evidence items the file holds, those that could not be read included."""
        return self.claim.items_written

    @property
    def unread(self) -> int:
        """How many evidence items the file holds that could not be read."""
        return self.claim.items_written - len(self.evidence)

    @property
    def unchecked(self) -> int:
        """How many evidence items could not be looked for or read."""
        return self.unread + sum(item.unchecked for item in self.evidence)

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the sources that the claim cites."""
        return frozenset(item.evidence.source for item in self.evidence)

    @property
    def tags(self) -> tuple[str, ...]:
        """The claim's tags."""
        return self.claim.tags

    @property
    def unjudged(self) -> int:
        """How many passages nobody has judged."""
        return sum(item.evidence.stance is Stance.UNSET for item in self.evidence)

    @property
    def omissions(self) -> int:
        """How many omissions its quotes mark that pass without a warning."""
        return sum(omission.turn is None for item in self.evidence for omission in item.omissions)

    @property
    def failing(self) -> int:
        """How many items were looked for, and do not stand in their source."""
        unchecked = (Fit.UNCHECKED, ValueFit.UNCHECKED)
        return sum(
            not item.stands
            and item.anchor.fit not in unchecked
            and (item.value is None or item.value.fit not in unchecked)
            for item in self.evidence
        )

    @property
    def uncounted(self) -> int:
        """How many items were judged, stand in their source, and do not count all the same."""
        aside = (Stance.CONTEXT, Stance.UNSET)
        return sum(
            not item.votes
            and item.stands
            and not item.unchecked
            and item.evidence.stance not in aside
            for item in self.evidence
        )
