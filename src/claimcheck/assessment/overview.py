"""A dossier on one screen: statuses, what fails, what waits for a person, what goes stale."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.assess import assess
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.assessment.status import Flag

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Status

_DAYS_AHEAD: Final = 31


@dataclass(frozen=True, slots=True)
class Overview:
    """What a person wants to know of a dossier in the morning.

    Attributes:
        statuses: how many claims have each status.
        failing: the claims with a quotation that does not stand.
        unjudged: the claims with a passage that nobody has judged.
        unsigned: the claims that nobody has signed as they stand.
        outdated: the claims that somebody signed, and that were changed since.
        unchecked: the claims with evidence that could not be looked for.
        stale: the claims that are stale.
        soon_stale: those that will be within a month, and are not today.
        claims: how many claims there are.
        sources: how many sources there are.
    """

    statuses: Mapping[Status, int]
    failing: tuple[str, ...]
    unjudged: tuple[str, ...]
    unsigned: tuple[str, ...]
    outdated: tuple[str, ...]
    unchecked: tuple[str, ...]
    stale: tuple[str, ...]
    soon_stale: tuple[str, ...]
    claims: int
    sources: int


def overview_of(assessment: Assessment) -> Overview:
    """Return what is to be known of a dossier today, and within a month."""
    claims, dossier = assessment.claims, assessment.dossier
    ahead = min(assessment.today.toordinal() + _DAYS_AHEAD, dt.date.max.toordinal())
    later = assess(dossier, dt.date.fromordinal(ahead), assessment.corpus)
    stale = _ids(claims, lambda claim: Flag.STALE in claim.derivation.flags)
    later_stale = _ids(later.claims, lambda claim: Flag.STALE in claim.derivation.flags)
    signed = {
        claim.id: [review.is_current for review in assess_reviews(claim, dossier)]
        for claim in claims
    }
    return Overview(
        statuses=Counter(claim.derivation.status for claim in claims),
        failing=_ids(claims, lambda claim: bool(claim.failing)),
        unjudged=_ids(claims, lambda claim: bool(claim.unjudged)),
        unsigned=_ids(claims, lambda claim: not any(signed[claim.id])),
        outdated=_ids(claims, lambda claim: not all(signed[claim.id])),
        unchecked=_ids(claims, lambda claim: bool(claim.unchecked)),
        stale=stale,
        soon_stale=tuple(name for name in later_stale if name not in set(stale)),
        claims=len(claims),
        sources=len(dossier.sources),
    )


def _ids(
    claims: tuple[AssessedClaim, ...], wanted: Callable[[AssessedClaim], bool]
) -> tuple[str, ...]:
    return tuple(claim.id for claim in claims if wanted(claim))
