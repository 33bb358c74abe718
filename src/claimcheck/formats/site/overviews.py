"""What the pages about the whole dossier show: its sources, its parties, its timeline."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.assessment.pins import PinState
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site import links, wording
from claimcheck.formats.site.source_view import PIN_STATES
from claimcheck.model import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.formats.site.cards import ClaimCard
    from claimcheck.formats.site.site import Site

View = dict[str, object]


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
    speaks: dict[str, dict[str, list[str]]] = defaultdict(dict)
    claims_made: dict[str, list[str]] = defaultdict(list)
    interested: dict[str, list[str]] = defaultdict(list)
    for claim_id, card in site.claim_cards.items():
        for party in dict.fromkeys(card.claimants):
            claims_made[party].append(claim_id)
        for party in dict.fromkeys(card.interested):
            interested[party].append(claim_id)
        for speaker, stance in card.speakers:
            speaks[speaker or UNKNOWN_KEY].setdefault(stance, []).append(claim_id)
    publishers: dict[str, list[str]] = defaultdict(list)
    for source in site.source_cards.values():
        if source.publisher:
            publishers[source.publisher].append(source.id)
    names = {*site.parties, *speaks, *claims_made, *interested, *publishers}
    listed = {claim_id: claim_link(card, to) for claim_id, card in site.claim_cards.items()}

    def claims(ids: Iterable[str]) -> list[View]:
        return [listed[claim_id] for claim_id in ids]

    views: list[View] = []
    for party in names:
        record = site.parties.get(party)
        parent = record.parent if record else None
        views.append(
            {
                "anchor": links.party_anchor(party),
                "name": "Unknown origin" if party == UNKNOWN_KEY else site.name(party),
                "parent": site.name(parent) if parent else "",
                "parent_url": to.party(parent) if parent else "",
                "stances": [
                    {
                        "word": wording.STANCES[stance],
                        "stance": str(stance),
                        "claims": claims(speaks[party].get(str(stance), ())),
                    }
                    for stance in Stance
                ],
                "claims_made": claims(claims_made[party]),
                "interested": claims(interested[party]),
                "publishes": [
                    {"title": site.source_cards[source_id].title, "url": to.source(source_id)}
                    for source_id in publishers[party]
                ],
            }
        )
    return sorted(views, key=lambda view: (str(view["name"]).casefold(), view["anchor"]))


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
