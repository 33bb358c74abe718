"""A verdict's rating is no word of the project's list.

Why:
    "misleading" and "Missleading" would be two ratings in every table that is made of them.
Mend:
    Write one of the words in `ratings` of the configuration, or add the word there.

Example:
    `rating: halftrue` when the list has `half-true`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.features import Feature
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import Suggester

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.ERROR
FEATURE = Feature.VERDICTS


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report ratings that the configuration does not list."""
    ratings = assessment.dossier.config.ratings
    suggester = Suggester(ratings)
    for assessed in assessment.claims:
        verdict = assessed.claim.verdict
        if verdict is None or verdict.rating is None or verdict.rating in ratings:
            continue
        listed = f"one of {', '.join(ratings)}" if ratings else "list the words in `ratings` first"
        yield Finding(
            f"the rating '{verdict.rating}' of claim '{assessed.claim.id}' is none that the "
            "project has",
            verdict.rating_place or assessed.claim.place,
            suggester.did_you_mean(verdict.rating, assessed.claim.place.path) or listed,
            claim=assessed.claim.id,
        )
