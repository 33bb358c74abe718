"""A claim reads as a state of affairs, and does not say whether it is one.

Why:
    Without `kind` a claim is taken for an event, which stays true once it is. "The mill is closed"
    would stay supported by an article of 2009 for ever.
Mend:
    Write `kind: state` where it can stop being true, with `as_of` where a day is meant; or `kind:
    event` where it cannot.

Example:
    `claim: The mill is closed to visitors.`
"""

from __future__ import annotations

import re
from functools import cache, partial
from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.NOTE

# `has been` and `has closed` tell of an event, and so does whatever somebody said.
_STATE = cache(
    partial(
        re.compile,
        r"\b(?:is|are|isn't|aren't|remains|stays|exists|contains|belongs|owns|holds|employs|costs|lives"
        r"|operates|carries|(?:has|have)(?! (?:been|had|\w+ed|\w+en)\b))\b",
        re.IGNORECASE,
    )
)
_SAID = re.compile(r"\b(?:said|says|told|claimed|announced|wrote|denied|promised|warned)\b")


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report claims with evidence that speak of the present and have no kind."""
    for assessed in assessment.claims:
        claim = assessed.claim
        if claim.kind_written or not claim.evidence:
            continue
        if claim.as_of is not None:
            reason = "has an `as_of`"
        elif (match := _STATE().search(claim.text)) and not _SAID.search(claim.text):
            reason = f"speaks of the present ('{match[0]}')"
        else:
            continue
        yield Finding(
            f"claim '{claim.id}' {reason}, and does not say whether it can stop being true",
            claim.place,
            "write kind: state, or kind: event",
            claim=claim.id,
        )
