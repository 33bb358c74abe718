"""schema.org's words for a claim and a review of it; see https://schema.org/ClaimReview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.dossier.names import bare_name, is_organisation, is_person
from claimcheck.formats.live_pages import web_address
from claimcheck.formats.phrases import party_name
from claimcheck.model import Stance, Status

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Claim, Party, Source

# Only statuses that lie on one scale have a number; the others have their word.
RATINGS: Final = {Status.SUPPORTED: 5, Status.CONFLICTING: 3, Status.REFUTED: 1}
STATUSES: Final = {
    Status.SUPPORTED: "Supported",
    Status.REFUTED: "Refuted",
    Status.CONFLICTING: "Conflicting",
    Status.SELF_ATTESTED: "Self-attested",
    Status.NOT_ENOUGH_EVIDENCE: "Not enough evidence",
    Status.UNSOURCED: "Unsourced",
}


class PartyTypes:
    """The types of parties in schema.org: `Organization`, `Person`, or `Thing` if unknown.

    Args:
        parties: the parties by id.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._parties = parties
        self._parents = {party.parent for party in parties.values()}

    def of_party(self, name: str) -> str:
        """Return a party's type, given its id or a plain name.

        A party to which another belongs is an organisation; of others, a legal form or a title
        tells.
        """
        party = self._parties.get(name)
        names = (party.name, *party.aliases) if party else (name,)
        if name in self._parents or any(map(is_organisation, names)):
            return "Organization"
        return "Person" if any(map(is_person, names)) else "Thing"

    def of_signer(self, name: str) -> str:
        """Return the type of who signs a verdict: a person, unless a party has the name."""
        return self.of_party(name) if name in self._parties else "Person"


def appearances(assessed: AssessedClaim) -> dict[str, Source]:
    """Return the sources in which somebody makes a claim, by id: those that contradict it do not.

    Only passages that appear in their sources count.
    """
    return {
        item.source.id: item.source
        for item in assessed.evidence
        if item.source is not None
        and item.evidence.stance is Stance.SUPPORTS
        and item.anchor.fit.passes
    }


def reviews_itself(claim: Claim, parties: Mapping[str, Party], *reviewers: str) -> bool:
    """Whether one who makes a claim is among those who review it: then it is no fact-check.

    Args:
        claim: the claim.
        parties: the parties by id.
        reviewers: who signs the verdict, and who publishes it.
    """
    claimants = {bare_name(party_name(name, parties)) for name in claim.claimants}
    return any(bare_name(party_name(name, parties)) in claimants for name in reviewers)


def rating(status: Status, word: str = "", explanation: str = "") -> dict[str, object]:
    """Return a rating: its word, and its number where it has one.

    Args:
        status: what was concluded.
        word: the project's own word for it, where there is one.
        explanation: why.
    """
    value: dict[str, object] = {"@type": "Rating", "alternateName": word or STATUSES[status]}
    if status in RATINGS:
        value |= {"ratingValue": RATINGS[status], "bestRating": 5, "worstRating": 1}
    if explanation:
        value["ratingExplanation"] = explanation
    return value


def work(source: Source) -> dict[str, object]:
    """Return a source as a work that a claim appears in."""
    value: dict[str, object] = {"@type": "CreativeWork", "name": source.title}
    if address := web_address(source.url):
        value["url"] = address
    if archived := web_address(source.archive_url):
        value["archivedAt"] = archived
    return value
