"""A claim for machines that read pages: schema.org's Claim, or ClaimReview where it may be one.

A ClaimReview is a person's signed conclusion about what somebody else claims, at an address. What
lacks one of these is described as a claim that some documents speak of, and no more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.formats.fact_checks import (
    appearances,
    rating,
    reviews_itself,
)
from claimcheck.formats.live_pages import web_address
from claimcheck.formats.site.foreign import script_json, visible_text
from claimcheck.formats.site.links import claim_path

if TYPE_CHECKING:
    from markupsafe import Markup

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.site.site import Site
    from claimcheck.model import Source, Verdict


def structured_data(assessed: AssessedClaim, site: Site) -> Markup:
    """Return JSON-LD about a claim, fit for a script element."""
    claim = assessed.claim
    url = site.base_url + quote(claim_path(claim.id)) if site.base_url else ""
    item: dict[str, object] = {"@type": "Claim", "text": visible_text(claim.text)}
    if claim.claimants:
        item["author"] = [
            {"@type": site.party_types.of_party(name), "name": visible_text(site.name(name))}
            for name in claim.claimants
        ]
    if claim.claimed_on:
        item["datePublished"] = claim.claimed_on.isoformat()
    if works := list(map(_work, appearances(assessed).values())):
        item["appearance"] = works
    if url:
        item["@id"] = f"{url}#claim"
    is_check = claim.claimants and not (
        claim.verdict and reviews_itself(claim, site.parties, claim.verdict.by)
    )
    if url and claim.verdict and is_check:
        return script_json(_review(item, claim.verdict, url, site))
    return script_json({"@context": "https://schema.org", **item})


def _review(item: dict[str, object], verdict: Verdict, url: str, site: Site) -> dict[str, object]:
    author = {
        "@type": site.party_types.of_signer(verdict.by),
        "name": visible_text(site.name(verdict.by)),
    }
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"{url}#review",
        "url": url,
        "datePublished": verdict.on.isoformat(),
        "author": author,
        "claimReviewed": item["text"],
        "itemReviewed": item,
        "reviewRating": rating(
            verdict.status,
            visible_text(verdict.rating or ""),
            visible_text(verdict.rationale or ""),
        ),
    }


def _work(source: Source) -> dict[str, object]:
    work: dict[str, object] = {"@type": "CreativeWork", "name": visible_text(source.title)}
    if address := web_address(source.url):
        work["url"] = address
    if archived := web_address(source.archive_url):
        work["archivedAt"] = archived
    return work
