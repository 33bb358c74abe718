"""A passage is somebody's word in its source, and the evidence does not say whose.

Why:
    A newspaper that prints a spokesperson's words, in quotation marks or with "Acme said", has not
    said them itself; nor has it written what a guest writes in it. Without `speaker` they count as
    the newspaper's, and so as independent where they are not. Where the words seem to be those of
    the claimant or of an interested party, this is an error.
Mend:
    Add `speaker`: the party whose words these are; where they are the publisher's own after all,
    the publisher.

Example:
    `quote: The river is clean again`, printed as: The river is clean again, Acme said on Monday.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimcheck.anchor.relay import coverage
from claimcheck.assessment.attributions import Families, relayed
from claimcheck.assessment.passages import passage_of
from claimcheck.model import Excerpt, Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment

SEVERITY = Severity.WARNING
GRAVEST = Severity.ERROR
ALLOWABLE = True

__all__ = ("ALLOWABLE", "GRAVEST", "SEVERITY", "check_claims", "coverage")


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report passing quotes of somebody's words without a speaker."""
    parties = assessment.dossier.parties
    families = Families(parties)
    for assessed in assessment.claims:
        if all(item.evidence.speaker for item in assessed.evidence):
            continue
        interested = partial(families.interested_names, assessed.claim)
        for item in assessed.evidence:
            relay = relayed(item, interested)
            if relay is None or not (passage := passage_of(item, assessment)):
                continue
            party = parties[relay.party].name if relay.party in parties else relay.party
            interest = f", it seems by {party}, who has an interest in the claim" if party else ""
            yield Finding(
                f"the quote {relay.how}{interest}, and no speaker is given",
                item.evidence.quote_place,
                "add `speaker`: whose words these are",
                (Excerpt("source", passage.place, passage.runs),),
                claim=assessed.claim.id,
                source=item.evidence.source,
                severity=GRAVEST if party else SEVERITY,
            )
