"""What the pages of others show of a claim and of a source: small, and fit to be kept.

A claim stands in the list, under its parties, on a day of the timeline, beside the texts that it
quotes and on the pages of claims that rest on it. All of these are made of cards, so that a page is
made anew without looking again at every claim that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from claimcheck.anchor import Fit
from claimcheck.assessment.passages import locator_phrase_of
from claimcheck.assessment.pins import pin_state
from claimcheck.formats.live_pages import language_tag
from claimcheck.formats.site.claim_rows import claim_row, script_row

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.site.claim_rows import Row
    from claimcheck.formats.site.site import Site
    from claimcheck.model import Source


class CitationCard(NamedTuple):
    """An evidence item as the page of its source shows it.

    Attributes:
        source: the source's id.
        number: which of the claim's items it is, counted from 1.
        stance: what it does to the claim.
        passes: whether the quotation stands in the source.
        spans: the quoted parts of the source's text, each from one offset to another.
        locator: the page or the time at which it stands; "" where there is none.
        unchecked: whether nobody could look the quotation up.
    """

    source: str
    number: int
    stance: str
    passes: bool
    spans: list[list[int]]
    locator: str
    unchecked: bool


class ClaimCard(NamedTuple):
    """A claim as other pages than its own show it.

    Attributes:
        row: what the list of claims has of it.
        script: the same for the script of the list, as JSON.
        claimants: who claims it.
        interested: who else has an interest in it.
        speakers: who speaks in it, with what the passage does to the claim.
        citations: its evidence.
    """

    row: Row
    script: str
    claimants: list[str]
    interested: list[str]
    speakers: list[list[str]]
    citations: list[CitationCard]

    @property
    def id(self) -> str:
        """The claim's id."""
        return str(self.row["id"])

    @property
    def text(self) -> str:
        """What is claimed."""
        return str(self.row["text"])

    @property
    def status(self) -> str:
        """The claim's status."""
        return str(self.row["status"])

    @property
    def date(self) -> str:
        """The day on which it was claimed; "" where that is not known."""
        return str(self.row["date"])

    @classmethod
    def from_json(cls, values: list[Any]) -> ClaimCard:
        """Return the card that was written as JSON."""
        row, script, claimants, interested, speakers, citations = values
        cited = [CitationCard(*citation) for citation in citations]
        return cls(row, script, claimants, interested, speakers, cited)


class SourceCard(NamedTuple):
    """A source as other pages than its own show it.

    Attributes:
        id: its id.
        title: its title.
        publisher: who published it; "" where that is not known.
        issued: when; "" where that is not known.
        state: how its files compare with its pins.
        notice: what became of it; "" for nothing.
        origin: the source that it repeats, "" for none.
        text_path: the file that its text is in; "" where there is none.
        language: the tag of its language; "" where that is not known.
    """

    id: str
    title: str
    publisher: str
    issued: str
    state: str
    notice: str
    origin: str
    text_path: str
    language: str


def claim_card(assessed: AssessedClaim, site: Site) -> ClaimCard:
    """Return the card of a claim.

    Args:
        assessed: the claim.
        site: the site that it is part of.
    """
    claim = assessed.claim
    speakers = {
        (item.voice.speaker or "", str(item.evidence.stance)): None for item in assessed.evidence
    }
    row = claim_row(assessed, site)
    return ClaimCard(
        row,
        script_row(row),
        list(claim.claimants),
        list(claim.interested),
        list(map(list, speakers)),
        [_citation_card(item, site) for item in assessed.evidence],
    )


def _citation_card(item: AssessedEvidence, site: Site) -> CitationCard:
    evidence, anchor = item.evidence, item.anchor
    passes, spans = anchor.fit.passes, []
    has_text = item.source is not None and item.source.text is not None
    if passes and has_text and anchor.start is not None and anchor.end is not None:
        parts = anchor.parts or ((anchor.start, anchor.end),)
        spans = [[start, end] for start, end in parts if start < end]
    locator = locator_phrase_of(item, site.report.assessment) if spans else ""
    return CitationCard(
        evidence.source,
        evidence.number,
        str(evidence.stance),
        passes,
        spans,
        locator,
        anchor.fit is Fit.UNCHECKED,
    )


def source_card(source: Source) -> SourceCard:
    """Return the card of a source."""
    return SourceCard(
        source.id,
        source.title,
        source.publisher or "",
        str(source.issued) if source.issued else "",
        str(pin_state(source)),
        str(source.notice) if source.notice else "",
        source.origin or "",
        source.text_path or "",
        language_tag(source.language),
    )
