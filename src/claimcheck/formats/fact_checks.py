"""schema.org's words for a claim and a review of it; see https://schema.org/ClaimReview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.formats.live_pages import web_address
from claimcheck.model import Status

if TYPE_CHECKING:
    from claimcheck.model import Source

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
