"""What the pages about the whole dossier show: its sources, its parties, its timeline."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.pins import PinState
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site import links, wording
from claimcheck.formats.site.source_view import PIN_STATES
from claimcheck.model import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.formats.site.cards import ClaimCard
    from claimcheck.formats.site.site import Site

View = dict[str, object]


class _Roles(NamedTuple):
    """In which claims and sources each party has a part; ids by the party's id or plain name.

    Attributes:
        speaks: the claims that it speaks on, by the stance of the passage.
        claims_made: the claims that it makes.
        interested: the claims that it has an interest in.
        publishes: the sources that it publishes.
    """

    speaks: dict[str, dict[str, list[str]]]
    claims_made: dict[str, list[str]]
    interested: dict[str, list[str]]
    publishes: dict[str, list[str]]

    def parties(self, site: Site) -> set[str]:
        """Return all parties that have a part, or a record."""
        return {*site.parties, *self.speaks, *self.claims_made, *self.interested, *self.publishes}


def claim_link(card: ClaimCard, to: links.Links) -> View:
    """Return what a list says of a claim."""
    return {
        "text": card.text,
        "url": to.claim(card.id),
        "status": card.status,
        "status_word": STATUSES[Status(card.status)],
    }


def sources_view(site: Site, to: links.Links) -> list[View]:
    """Return a row for each source, by its title."""
    rows = []
    for source in site.source_cards.values():
        citations = site.citations.get(source.id, ())
        rows.append(
            {
                "title": source.title,
                "url": to.source(source.id),
                "publisher": site.name(source.publisher) if source.publisher else "",
                "issued": source.issued,
                "passages": len(citations),
                "claims": len({claim_id for claim_id, _citation in citations}),
                "state": source.state,
                "state_text": PIN_STATES[PinState(source.state)],
                "notice": source.notice,
                "repeats": bool(source.origin),
            }
        )
    return sorted(rows, key=lambda row: (str(row["title"]).casefold(), row["url"]))


def parties_view(site: Site, to: links.Links) -> list[View]:
    """Return each party that speaks, claims or prints: whose word carries which claims."""
    roles = _roles_of_parties(site)
    listed = {claim_id: claim_link(card, to) for claim_id, card in site.claim_cards.items()}
    views = [_party_view(party, roles, listed, site, to) for party in roles.parties(site)]
    return sorted(views, key=lambda view: (str(view["name"]).casefold(), view["anchor"]))


def _roles_of_parties(site: Site) -> _Roles:
    roles = _Roles(defaultdict(dict), defaultdict(list), defaultdict(list), defaultdict(list))
    for claim_id, card in site.claim_cards.items():
        for party in dict.fromkeys(card.claimants):
            roles.claims_made[party].append(claim_id)
        for party in dict.fromkeys(card.interested):
            roles.interested[party].append(claim_id)
        for speaker, stance in card.speakers:
            roles.speaks[speaker or UNKNOWN_KEY].setdefault(stance, []).append(claim_id)
    for source in site.source_cards.values():
        if source.publisher:
            roles.publishes[source.publisher].append(source.id)
    return roles


def _party_view(
    party: str, roles: _Roles, listed: Mapping[str, View], site: Site, to: links.Links
) -> View:
    """Return what the list of parties says of one.

    Args:
        party: its id, or its plain name.
        roles: in which claims and sources each party has a part.
        listed: what a list says of each claim, by the claim's id.
        site: the site.
        to: makes addresses on the page.
    """
    record = site.parties.get(party)
    parent = record.parent if record else None
    spoken_on = roles.speaks.get(party, {})
    return {
        "anchor": links.party_anchor(party),
        "name": "Unknown origin" if party == UNKNOWN_KEY else site.name(party),
        "parent": site.name(parent) if parent else "",
        "parent_url": to.party(parent) if parent else "",
        "stances": [
            {
                "word": wording.STANCES[stance],
                "stance": str(stance),
                "claims": [listed[claim_id] for claim_id in spoken_on.get(str(stance), ())],
            }
            for stance in Stance
        ],
        "claims_made": [listed[claim_id] for claim_id in roles.claims_made.get(party, ())],
        "interested": [listed[claim_id] for claim_id in roles.interested.get(party, ())],
        "publishes": [
            {"title": site.source_cards[source_id].title, "url": to.source(source_id)}
            for source_id in roles.publishes.get(party, ())
        ],
    }


def timeline_view(site: Site, to: links.Links) -> list[View]:
    """Return the days on which sources appeared and claims were made, oldest first, by year."""
    days: dict[str, list[View]] = defaultdict(list)
    for source in site.source_cards.values():
        if source.issued:
            publisher = site.name(source.publisher) if source.publisher else ""
            days[source.issued].append(
                {
                    "kind": "source",
                    "text": source.title,
                    "by": publisher,
                    "url": to.source(source.id),
                }
            )
    for card in site.claim_cards.values():
        if card.date:
            days[card.date].append(
                {"kind": "claim", "by": card.row["claimant"], **claim_link(card, to)}
            )
    years: dict[str, list[View]] = defaultdict(list)
    for day in sorted(days):
        years[day[:4]].append({"day": day, "entries": days[day]})
    return [{"year": year, "days": entries} for year, entries in years.items()]


def undated(site: Site) -> tuple[int, int]:
    """Count the sources and the claims that a timeline cannot show."""
    sources = sum(not source.issued for source in site.source_cards.values())
    return sources, sum(not card.date for card in site.claim_cards.values())
