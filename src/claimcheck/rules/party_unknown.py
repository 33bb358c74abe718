"""A name looks like a party's, and is none.

Why:
    A party that nobody knows counts as independent. One wrong letter in `speaker` would make a
    company's own word confirm the company.
Mend:
    Correct the name, or add the party to the parties file. A person whom the dossier names once
    needs no entry: write the name as readers know it.

Example:
    `speaker: amazzon` when the party is `amazon`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import near_miss

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Claim, Place

SEVERITY = Severity.WARNING
ALLOWABLE = True

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report names that are near a party's id or name, or look like an id."""
    parties = assessment.dossier.parties
    names = {*parties, *(party.name for party in parties.values())}
    folder = assessment.dossier.config.sources
    for assessed in assessment.claims:
        for role, name, place in _named(assessed.claim):
            if name in parties:
                continue
            meant = near_miss(name, names)
            if meant or (parties and _LIKE_AN_ID.fullmatch(name)):
                remedy = f"did you mean {meant}? or" if meant else "correct it, or"
                yield Finding(
                    f"{role} '{name}' is no known party, and so counts as independent",
                    place,
                    f"{remedy} add it to {folder}/parties.yaml",
                    claim=assessed.claim.id,
                )


def _named(claim: Claim) -> Iterator[tuple[str, str, Place]]:
    if claim.claimant:
        yield "claimant", claim.claimant, claim.place
    for name in claim.interested:
        yield "interested party", name, claim.place
    for item in claim.evidence:
        if item.speaker:
            yield "speaker", item.speaker, item.place
