"""The list of claims: a row each, for the page and for its script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.reviews import assess_reviews
from claimcheck.formats import phrases
from claimcheck.formats.fact_checks import STATUSES
from claimcheck.formats.site import wording
from claimcheck.formats.site.foreign import script_json, visible_text
from claimcheck.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.formats.site.site import Site

Row = dict[str, object]


def claim_row(assessed: AssessedClaim, site: Site) -> Row:
    """Return what the list of claims shows of a claim, and what it can be filtered by."""
    claim, derivation = assessed.claim, assessed.derivation
    reviews = assess_reviews(assessed, site.report.assessment.dossier)
    current = [review.by for review in reviews if review.is_current]
    parties = {item.voice.speaker or "" for item in assessed.evidence}
    parties |= {item.voice.key for item in assessed.evidence}
    parties |= {*claim.claimants, *claim.interested}
    return {
        "id": claim.id,
        "text": claim.text,
        "status": str(derivation.status),
        "corroboration": wording.CORROBORATION[derivation.corroboration],
        "basis": phrases.evidence_counts(derivation.counts),
        "origins": derivation.counts.origins,
        "flags": [str(flag) for flag in derivation.flags],
        "failing": assessed.failing,
        "unread": assessed.unread,
        "unjudged": assessed.unjudged,
        "unchecked": assessed.unchecked - assessed.unread,
        "uncounted": assessed.uncounted,
        "reviewed": "current" if current else "outdated" if reviews else "no",
        "reviewers": current,
        "tags": list(claim.tags),
        "claimant": ", ".join(map(site.name, claim.claimants)),
        "date": claim.claimed_on.isoformat() if claim.claimed_on else "",
        "parties": sorted(site.name(party) for party in parties if party),
        "sources": sorted(assessed.cited),
        "verdict": str(claim.verdict.status) if claim.verdict else "",
    }


def script_row(row: Row) -> str:
    """Return a row as the page's script takes it: JSON that may stand in a script element."""
    return script_json({key: _shown(value) for key, value in row.items()})


def script_rows(rows: Iterable[str], urls: Iterable[str]) -> str:
    """Return rows as a list of JSON, with where each claim is.

    Args:
        rows: each as `script_row` returns it.
        urls: where the claims are.
    """
    joined = (f'{{"url":{script_json(url)},{row[1:]}' for row, url in zip(rows, urls, strict=True))
    return f"[{','.join(joined)}]"


def _shown(value: object) -> object:
    if isinstance(value, str):
        return visible_text(value)
    if isinstance(value, list):
        return [visible_text(text) for text in value]
    return value


def status_counts(rows: list[Row]) -> list[dict[str, object]]:
    """Return each status with the number of claims that have it, in the order of the table."""
    counts = {str(status): 0 for status in Status}
    for row in rows:
        counts[str(row["status"])] += 1
    return [
        {"status": str(status), "word": STATUSES[status], "count": counts[status]}
        for status in Status
    ]


def filter_values(rows: list[Row]) -> dict[str, list[str]]:
    """Return the values that the list can be filtered by, by the name of the filter."""
    return {
        name: sorted({visible_text(str(value)) for row in rows for value in _values(row[name])})
        for name in ("tags", "parties", "sources", "flags")
    }


def _values(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]
