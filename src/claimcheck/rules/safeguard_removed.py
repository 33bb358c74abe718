"""A change takes out what kept a source, a party or a claim from looking better than it is.

Why:
    Whose word counts, and against what, stands in a few short lines: that a page was retracted or
    repeats another, that one company belongs to another, who makes a claim, what speaks against it.
    Without one of them a claim may be supported that was refuted, and no quotation has changed. The
    rule speaks only where a change is judged (`check --base`).
Mend:
    Look at why the line went. If it was wrong, say so where the change is reviewed.

Example:
    A change takes `notice: retracted` out of a source's record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.model import Finding, Severity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Claim, Party, Source

SEVERITY = Severity.WARNING
_REMEDY = "put it back, or say where the change is reviewed why it went"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the base held against sources, parties and claims, and the change not."""
    dossier, base = assessment.dossier, assessment.dossier.base
    if base is None:
        return
    for source in base.sources.values():
        if now := dossier.sources.get(source.id):
            for message in _of_source(source, now):
                yield Finding(f"the change {message}", now.place, _REMEDY, source=source.id)
    for party in base.parties.values():
        for message in _of_party(party, dossier.parties.get(party.id)):
            place = dossier.parties.get(party.id, party).place
            yield Finding(f"the change {message}", place, _REMEDY)
    claims = {claim.id: claim for claim in dossier.claims}
    for claim in base.claims:
        if here := claims.get(claim.id):
            for message in _of_claim(claim, here):
                yield Finding(f"the change {message}", here.place, _REMEDY, claim=claim.id)


def _of_source(before: Source, after: Source) -> Iterator[str]:
    if before.notice and after.notice is None:
        yield f"no longer says that source '{before.id}' was {before.notice}"
    if before.origin and after.origin != before.origin:
        yield f"no longer says that source '{before.id}' repeats '{before.origin}'"


def _of_party(before: Party, after: Party | None) -> Iterator[str]:
    if before.parent and (after is None or after.parent != before.parent):
        yield f"no longer says that '{before.id}' belongs to '{before.parent}'"


def _of_claim(before: Claim, after: Claim) -> Iterator[str]:
    if before.text != after.text:
        return  # another claim
    if gone := [name for name in before.claimants if name not in after.claimants]:
        yield f"no longer says that claim '{before.id}' is made by {', '.join(gone)}"
    if gone := [name for name in before.interested if name not in after.interested]:
        yield f"no longer says that {', '.join(gone)} has an interest in claim '{before.id}'"
    if gone := [name for name in before.rests_on if name not in after.rests_on]:
        yield f"no longer says that claim '{before.id}' rests on {', '.join(gone)}"
    still = _against(after)
    for source in _against(before):
        if source not in still:
            yield f"takes out what '{source}' says against claim '{before.id}'"


def _against(claim: Claim) -> dict[str, None]:
    """The sources that contradict a claim, in order."""
    return dict.fromkeys(
        item.source for item in claim.evidence if item.stance is Stance.CONTRADICTS
    )
