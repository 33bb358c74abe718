"""What the pages about the whole dossier show: its sources, its parties, its timeline."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.assessment.independence import UNKNOWN_KEY
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site import links, wording
from claimcheck.formats.site.source_view import PIN_STATES
from claimcheck.model import Stance

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim
    from claimcheck.formats.site.site import Site

View = dict[str, object]


def claim_link(assessed: AssessedClaim, to: links.Links) -> View:
    """Return what a list says of a claim."""
    return {
        "text": assessed.claim.text,
        "url": to.claim(assessed.id),
        "status": str(assessed.derivation.status),
        "status_word": STATUSES[assessed.derivation.status],
    }


def sources_view(site: Site, to: links.Links) -> list[View]:
    """Return a row for each source, by its title."""
    rows = []
    for entry in site.entries.values():
        source = entry.source
        rows.append(
            {
                "title": source.title,
                "url": to.source(source.id),
                "publisher": site.name(source.publisher) if source.publisher else "",
                "issued": str(source.issued) if source.issued else "",
                "passages": len(entry.cited),
                "claims": entry.claims,
                "state": str(entry.state),
                "state_text": PIN_STATES[entry.state],
                "notice": str(source.notice) if source.notice else "",
                "repeats": bool(source.origin),
            }
        )
    return sorted(rows, key=lambda row: (str(row["title"]).casefold(), row["url"]))


def parties_view(site: Site, to: links.Links) -> list[View]:
    """Return each party that speaks, claims or prints: whose word carries which claims."""
    speaks: dict[str, dict[tuple[str, str], bool]] = defaultdict(dict)
    claims_made: dict[str, list[str]] = defaultdict(list)
    interested: dict[str, list[str]] = defaultdict(list)
    for assessed in site.claims.values():
        claim = assessed.claim
        for party in dict.fromkeys(claim.claimants):
            claims_made[party].append(assessed.id)
        for party in dict.fromkeys(claim.interested):
            interested[party].append(assessed.id)
        for item in assessed.evidence:
            speaker = item.voice.speaker or UNKNOWN_KEY
            key = (assessed.id, str(item.evidence.stance))
            speaks[speaker][key] = speaks[speaker].get(key, False) or item.votes
    publishers: dict[str, list[str]] = defaultdict(list)
    for entry in site.entries.values():
        if entry.source.publisher:
            publishers[entry.source.publisher].append(entry.source.id)
    names = {*site.parties, *speaks, *claims_made, *interested, *publishers}
    views = []
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
                        "claims": _claims(
                            [claim for claim, side in speaks[party] if side == stance], site, to
                        ),
                    }
                    for stance in Stance
                ],
                "claims_made": _claims(claims_made[party], site, to),
                "interested": _claims(interested[party], site, to),
                "publishes": [
                    {"title": site.entries[source].source.title, "url": to.source(source)}
                    for source in publishers[party]
                ],
                "word": len({claim for claim, _side in speaks[party]}),
            }
        )
    return sorted(views, key=lambda view: (str(view["name"]).casefold(), view["anchor"]))


def _claims(ids: list[str], site: Site, to: links.Links) -> list[View]:
    return [claim_link(site.claims[claim], to) for claim in ids]


def timeline_view(site: Site, to: links.Links) -> list[View]:
    """Return the days on which sources appeared and claims were made, oldest first, by year."""
    days: dict[str, list[View]] = defaultdict(list)
    for entry in site.entries.values():
        source = entry.source
        if source.issued:
            publisher = site.name(source.publisher) if source.publisher else ""
            days[str(source.issued)].append(
                {
                    "kind": "source",
                    "text": source.title,
                    "by": publisher,
                    "url": to.source(source.id),
                }
            )
    for assessed in site.claims.values():
        claim = assessed.claim
        if claim.claimed_on:
            by = ", ".join(map(site.name, claim.claimants))
            days[claim.claimed_on.isoformat()].append(
                {"kind": "claim", "by": by, **claim_link(assessed, to)}
            )
    years: dict[str, list[View]] = defaultdict(list)
    for day in sorted(days):
        years[day[:4]].append({"day": day, "entries": days[day]})
    return [{"year": year, "days": entries} for year, entries in years.items()]


def undated(site: Site) -> tuple[int, int]:
    """Count the sources and the claims that a timeline cannot show."""
    sources = sum(entry.source.issued is None for entry in site.entries.values())
    return sources, sum(assessed.claim.claimed_on is None for assessed in site.claims.values())
