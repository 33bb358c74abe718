"""Signed verdicts as schema.org's ClaimReview, in JSON-LD.

A ClaimReview is a person's signed conclusion about what somebody else claims, at a public address:
a claim that lacks one of these is not written, and `export --check` says why.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import quote

from claimcheck.formats.export import in_pieces
from claimcheck.formats.fact_checks import (
    PartyTypes,
    appearances,
    rating,
    reviews_itself,
    work,
)
from claimcheck.formats.phrases import party_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.export import ExportOptions, ReportOnDemand
    from claimcheck.model import Verdict

READERS = (
    "Fact Check Explorer and research collectors; Google Search shows none of it since June 2025"
)
BINARY = False


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield a list of reviews, one a claim.

    Args:
        report: the dossier, checked.
        options: where the report is public, and who publishes it.
    """
    types = PartyTypes(report.dossier.parties)
    reviews = (
        _review(assessed, verdict, report, options, types)
        for assessed in report.assessment.claims
        if (verdict := assessed.claim.verdict) and not _refusal(assessed, report, options)
    )
    yield b"["
    yield from in_pieces(
        f"{',' if number else ''}\n{json.dumps(review, indent=2)}"
        for number, review in enumerate(reviews)
    )
    yield b"\n]\n"


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield the claims that are not written, each with the reason."""
    for assessed in report.assessment.claims:
        if reason := _refusal(assessed, report, options):
            yield f"claim '{assessed.id}' is left out: {reason}"


def left_out(report: ReportOnDemand, options: ExportOptions) -> int:
    """Return how many claims are not written."""
    return sum(1 for _ in losses(report, options))


def _refusal(assessed: AssessedClaim, report: ReportOnDemand, options: ExportOptions) -> str:
    claim, verdict = assessed.claim, assessed.claim.verdict
    parties = report.dossier.parties
    if verdict is None:
        return "nobody has signed a verdict"
    if not claim.claimants:
        return "it names no claimant"
    if not options.base_url:
        return "it has no public address; give --base-url"
    if reviews_itself(claim, parties, verdict.by, options.publisher):
        return "the claimant is the reviewer"
    return ""


def _review(
    assessed: AssessedClaim,
    verdict: Verdict,
    report: ReportOnDemand,
    options: ExportOptions,
    types: PartyTypes,
) -> dict[str, object]:
    """Return the review of a claim.

    Args:
        assessed: the claim.
        verdict: what somebody signed about it.
        report: the dossier.
        options: where the report is public, and who publishes it.
        types: the types of parties.
    """
    claim, parties = assessed.claim, report.dossier.parties
    url = f"{options.base_url}claims/{quote(claim.id)}.html"
    reviewed: dict[str, object] = {
        "@type": "Claim",
        "text": claim.text,
        "author": [
            {"@type": types.of_party(name), "name": party_name(name, parties)}
            for name in claim.claimants
        ],
    }
    if claim.claimed_on is not None:
        reviewed["datePublished"] = claim.claimed_on.isoformat()
    if works := list(map(work, appearances(assessed).values())):
        reviewed["appearance"] = works
    author = {"@type": types.of_signer(verdict.by), "name": party_name(verdict.by, parties)}
    review: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "@id": f"{url}#review",
        "url": url,
        "datePublished": verdict.on.isoformat(),
        "author": author,
        "claimReviewed": claim.text,
        "itemReviewed": reviewed,
        "reviewRating": rating(verdict.status, verdict.rating or "", verdict.rationale or ""),
    }
    if options.publisher:
        review["publisher"] = {"@type": "Organization", "name": options.publisher}
    return review
