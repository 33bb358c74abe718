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

from claimcheck.assessment.signoffs import reviewers
from claimcheck.dossier.names import name_key
from claimcheck.model import Finding, Place, Severity
from claimcheck.text.plural import count
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.model import Requirement

SEVERITY = Severity.ERROR


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report each claim with all that it lacks of each requirement that is on it."""
    for requirement in assessment.dossier.config.require:
        scope = f"tagged '{requirement.tag}'" if requirement.tag else "in this project"
        for assessed in assessment.claims:
            if not _is_on(requirement, assessed.claim.tags):
                continue
            missing = "; ".join(_missing(requirement, assessed, assessment))
            if missing:
                yield Finding(
                    f"claim '{assessed.claim.id}' lacks what every claim {scope} needs: {missing}",
                    assessed.claim.place,
                    "add what is missing" + (", or take the tag off" if requirement.tag else ""),
                    claim=assessed.claim.id,
                )


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report requirements on a tag that no claim has."""
    tags = assessment.census.tags
    for requirement in assessment.dossier.config.require:
        if requirement.tag is not None and not _is_on(requirement, tags):
            yield Finding(
                f"`require` speaks of the tag '{requirement.tag}', which no claim has",
                Place(assessment.dossier.config.claims),
                did_you_mean(requirement.tag, tags) or "correct the tag in `require`, or use it",
            )


def _is_on(requirement: Requirement, tags: Collection[str]) -> bool:
    """Whether a requirement is on claims with some tags; capitals and blanks do not matter."""
    if requirement.tag is None:
        return True
    return name_key(requirement.tag) in {name_key(tag) for tag in tags}


def _missing(
    requirement: Requirement, assessed: AssessedClaim, assessment: Assessment
) -> Iterator[str]:
    derivation = assessed.derivation
    if requirement.status and derivation.status not in requirement.status:
        yield f"its status is {derivation.status}, not {' or '.join(requirement.status)}"
    origins = derivation.parties
    if origins < requirement.min_origins:
        yield f"independent origins {origins} of {requirement.min_origins}"
    if requirement.verdict and assessed.claim.verdict is None:
        yield "no signed verdict"
    signed = len(reviewers(assessed, assessment.dossier))
    if signed < requirement.reviewed_by:
        yield f"current reviews {signed} of {requirement.reviewed_by}"
    omissions = sum(len(item.omissions) for item in assessed.evidence)
    if requirement.signed_omissions and omissions and not signed:
        yield f"a current review of what its quotations leave out ({count(omissions, 'omission')})"
