"""Which claims of a project are wanted: by status, tag, source, party or flag."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.assessment.independence import topmost
from claimcheck.assessment.reviews import assess_reviews
from claimcheck.dossier.names import name_key
from claimcheck.dossier.party_names import PartyNames
from claimcheck.model.errors import RequestError
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.assessment.status import Flag
    from claimcheck.model import Status

_MOST_NAMES = 8


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """What a claim must have to be selected: of each kind any of the values; all where none is."""

    statuses: Collection[Status] = ()
    tags: Collection[str] = ()
    sources: Collection[str] = ()
    parties: Collection[str] = ()
    flags: Collection[Flag] = ()
    failing: bool = False
    unreviewed: bool = False
    reviewers: Collection[str] = ()


def select_claims(assessment: Assessment, claim_filter: ClaimFilter) -> list[AssessedClaim]:
    """Return the claims that fit a filter, in their order.

    Args:
        assessment: the project.
        claim_filter: the filter.

    Raises:
        RequestError: no claim at all has some tag, source or party.
    """
    claims, dossier = assessment.claims, assessment.dossier
    _refuse_unknown("tag", claim_filter.tags, {tag for each in claims for tag in each.claim.tags})
    _refuse_unknown("source", claim_filter.sources, dossier.sources)
    parties = _party_keys(assessment, claim_filter.parties)
    return [
        each
        for each in claims
        if (not claim_filter.statuses or each.derivation.status in claim_filter.statuses)
        and (not claim_filter.tags or set(claim_filter.tags) & set(each.claim.tags))
        and (not claim_filter.sources or set(claim_filter.sources) & _sources(each))
        and (not parties or parties & set(map(name_key, _parties(each, assessment))))
        and (not claim_filter.flags or set(claim_filter.flags) & set(each.derivation.flags))
        and _fits_people(each, assessment, claim_filter)
    ]


def _fits_people(each: AssessedClaim, assessment: Assessment, claim_filter: ClaimFilter) -> bool:
    """Whether a claim fits what is asked of its quotations and signatures."""
    if claim_filter.failing and not each.failing:
        return False
    if not (claim_filter.unreviewed or claim_filter.reviewers):
        return True
    reviews = assess_reviews(each, assessment.dossier)
    if claim_filter.unreviewed and any(review.is_current for review in reviews):
        return False
    names = set(map(name_key, claim_filter.reviewers))
    return not names or bool(names & {name_key(review.by) for review in reviews})


def _party_keys(assessment: Assessment, names: Collection[str]) -> set[str]:
    """Return what tells the parties apart that some names mean."""
    register = PartyNames(assessment.dossier.parties)
    present = {name for each in assessment.claims for name in _parties(each, assessment)}
    spellings = {name_key(name): name for name in present}
    resolved = [register.resolve(name) for name in names]
    _refuse_unknown("party", [spellings.get(name_key(name), name) for name in resolved], present)
    return set(map(name_key, resolved))


def _sources(assessed: AssessedClaim) -> set[str]:
    return {item.source for item in assessed.claim.evidence}


def _parties(assessed: AssessedClaim, assessment: Assessment) -> set[str]:
    names: set[str | None] = {*assessed.claim.claimants, *assessed.claim.interested}
    for item in assessed.evidence:
        names |= {item.voice.speaker, item.voice.outlet, item.voice.key}
    present = {name for name in names if name}
    return present | {topmost(name, assessment.dossier.parties) for name in present}


def _refuse_unknown(kind: str, names: Collection[str], present: Collection[str]) -> None:
    for name in names:
        if name not in present:
            hint = did_you_mean(name, present)
            if not hint and present:
                more = " …" if len(present) > _MOST_NAMES else ""
                hint = f"there are {', '.join(sorted(present)[:_MOST_NAMES])}{more}"
            elif not present:
                hint = f"no claim has any {kind}; `claimcheck list` shows every claim"
            raise RequestError(f"no claim has the {kind} '{name}'", hint)
