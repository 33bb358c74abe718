"""What a site is made of: a report, its history, and how the reader's pages are to be."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from claimcheck.formats.fact_checks import PartyTypes
from claimcheck.formats.phrases import party_name
from claimcheck.formats.site.cards import claim_card, source_card
from claimcheck.gate.report import FindingIndex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.history import History
    from claimcheck.formats.site.cards import CitationCard, ClaimCard, SourceCard
    from claimcheck.gate.report import Report
    from claimcheck.model import Party, Source


@dataclass(frozen=True)
class Site:
    """A dossier as it is to be shown.

    Attributes:
        report: the dossier as checked, with every claim as assessed.
        title: what the site is called.
        base_url: where it will be published, ending with a slash; "" where that is not known.
        commit: the commit that the project's files are at; "" where there is none.
        history: what became of claims over the commits; None where that was not asked for.
        templates: texts of templates that take the place of ours, by name.
        live: whether the pages are served, follow every save, and take signatures.
        cards: the cards of all claims and sources, and the files that could not be read; None where
            these are to be made of the report.
    """

    report: Report
    title: str
    base_url: str = ""
    commit: str = ""
    history: History | None = None
    templates: Mapping[str, str] = field(default_factory=dict)
    live: bool = False
    cards: SiteCards | None = None

    @cached_property
    def claims(self) -> dict[str, AssessedClaim]:
        """The claims by id; of two with one id, the first."""
        claims: dict[str, AssessedClaim] = {}
        for assessed in self.report.assessment.claims:
            claims.setdefault(assessed.id, assessed)
        return claims

    @cached_property
    def claim_cards(self) -> Mapping[str, ClaimCard]:
        """The claims by id, as other pages than their own show them."""
        if self.cards is not None:
            return self.cards.claims
        return {claim_id: claim_card(assessed, self) for claim_id, assessed in self.claims.items()}

    @cached_property
    def source_cards(self) -> Mapping[str, SourceCard]:
        """The sources by id, as other pages than their own show them."""
        if self.cards is not None:
            return self.cards.sources
        sources = self.report.assessment.dossier.sources
        return {source_id: source_card(source) for source_id, source in sources.items()}

    @property
    def unread(self) -> Sequence[str]:
        """The files that could not be read."""
        return self.report.assessment.dossier.unread if self.cards is None else self.cards.unread

    @cached_property
    def citations(self) -> Mapping[str, Sequence[tuple[str, CitationCard]]]:
        """The evidence that cites each source, with its claim's id, in the order of the claims."""
        grouped: dict[str, list[tuple[str, CitationCard]]] = defaultdict(list)
        for claim_id, card in self.claim_cards.items():
            for citation in card.citations:
                grouped[citation.source].append((claim_id, citation))
        return grouped

    def source(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            KeyError: there is none.
        """
        return self.report.assessment.dossier.sources[source_id]

    @property
    def parties(self) -> Mapping[str, Party]:
        """The parties by id."""
        return self.report.assessment.dossier.parties

    @cached_property
    def party_types(self) -> PartyTypes:
        """The types of the parties in schema.org."""
        return PartyTypes(self.parties)

    @cached_property
    def findings(self) -> FindingIndex:
        """The findings by what they are about."""
        return FindingIndex(self.report.findings)

    @cached_property
    def allowed(self) -> FindingIndex:
        """The findings that claims allow, by what they are about."""
        return FindingIndex(self.report.allowed)

    @cached_property
    def sources_by_path(self) -> Mapping[str, SourceCard]:
        """The sources by the file that their text is in."""
        return {card.text_path: card for card in self.source_cards.values() if card.text_path}

    def name(self, party: str) -> str:
        """Return a party's name, or the plain name that was written."""
        return party_name(party, self.parties)


@dataclass(frozen=True, slots=True)
class SiteCards:
    """What a site shows of all its claims and sources beside their own pages.

    Attributes:
        claims: the cards of the claims by id.
        sources: the cards of the sources by id.
        unread: the files that could not be read.
    """

    claims: Mapping[str, ClaimCard]
    sources: Mapping[str, SourceCard]
    unread: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class SitePage:
    """A file of a site: its path, relative to the site's folder, and its bytes."""

    path: str
    data: bytes
