"""A claim does not meet what the project requires of its claims.

Why:
    A desk that publishes only what two independent parties say, or what a person has signed,
    writes so into its configuration, once; this rule holds every claim to it.
Mend:
    Do what the message says is missing, or take the tag off the claim.

Example:
    `require = {tags = {published = {min_origins = 2, verdict = true}}}`, and a claim tagged
    `published` that rests on one newspaper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.assessment.reviews import reviewers
from claimcheck.dossier.names import name_key
from claimcheck.model import Finding, Place, Severity
from claimcheck.text.plural import count
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Requirement

SEVERITY = Severity.ERROR
FEATURE = Feature.REQUIREMENTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report each claim with all that it lacks of each requirement that is on it."""
    by_tag: dict[str | None, list[Requirement]] = {}
    for requirement in assessment.dossier.config.require:
        by_tag.setdefault(_key(requirement.tag), []).append(requirement)
    for assessed in assessment.claims:
        keys = (None, *dict.fromkeys(map(name_key, assessed.claim.tags)))
        on_claim = [requirement for key in keys for requirement in by_tag.get(key, ())]
        signed = len(reviewers(assessed, assessment.dossier)) if on_claim else 0
        wants_keys = signed and any(requirement.signature for requirement in on_claim)
        proven = len(reviewers(assessed, assessment.dossier, proven=True)) if wants_keys else 0
        omissions = sum(len(item.omissions) for item in assessed.evidence)
        for requirement in on_claim:
            scope = f"tagged '{requirement.tag}'" if requirement.tag else "in this project"
            counted = proven if requirement.signature else signed
            missing = "; ".join(_missing(requirement, assessed, counted, omissions))
            if missing:
                yield Finding(
                    f"claim '{assessed.claim.id}' lacks what every claim {scope} needs: {missing}",
                    assessed.claim.place,
                    "add what is missing" + (", or take the tag off" if requirement.tag else ""),
                    claim=assessed.claim.id,
                )


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report requirements on a tag that no claim has."""
    requirements = assessment.dossier.config.require
    tags = assessment.census.tags
    keys = {name_key(tag) for tag in tags}
    suggester = Suggester(tags)
    place = Place(assessment.dossier.config.claims)
    for requirement in requirements:
        if requirement.tag is not None and _key(requirement.tag) not in keys:
            yield Finding(
                f"`require` speaks of the tag '{requirement.tag}', which no claim has",
                place,
                suggester.did_you_mean(requirement.tag, place.path)
                or "correct the tag in `require`, or use it",
            )


def _key(tag: str | None) -> str | None:
    """What tags have in common that are one: capitals and blanks do not matter."""
    return None if tag is None else name_key(tag)


def _missing(
    requirement: Requirement, assessed: AssessedClaim, signed: int, omissions: int
) -> Iterator[str]:
    """Say what a claim lacks.

    Args:
        requirement: what is asked of it.
        assessed: the claim.
        signed: how many current reviews it has that count.
        omissions: how often its quotations leave something out.
    """
    derivation = assessed.derivation
    if requirement.status and derivation.status not in requirement.status:
        yield f"its status is {derivation.status}, not {' or '.join(requirement.status)}"
    origins = derivation.parties
    if origins < requirement.min_origins:
        yield f"independent origins {origins} of {requirement.min_origins}"
    if requirement.verdict and assessed.claim.verdict is None:
        yield "no signed verdict"
    needed = max(requirement.reviewed_by, int(requirement.signature))
    if signed < needed:
        signatures = (
            "valid signatures of different keys" if needed > 1 else "a key's valid signature"
        )
        proven = f" with {signatures}" if requirement.signature else ""
        yield f"current reviews{proven} {signed} of {needed}"
    if requirement.signed_omissions and omissions and not signed:
        yield f"a current review of what its quotations leave out ({count(omissions, 'omission')})"
