"""A change takes out what kept a source, a party or a claim from looking better than it is.

Why:
    Whose word counts, and against what, stands in a few short lines: that a page was retracted,
    repeats another or has a newer capture, who published it, that one company belongs to another,
    who makes a claim and who speaks, what speaks against it, and that it may stop being true.
    Without one of them a claim may be supported that was refuted, and no quotation has changed. The
    rule speaks only where a change is judged (`check --base`).
Mend:
    Look at why the line went. If it was wrong, say so where the change is reviewed.

Example:
    A change takes `notice: retracted` out of a source's record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.independence import interested_keys, voice_of
from claimcheck.model import Finding, Kind, Severity, Stance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Claim, Dossier, Party, Source

SEVERITY = Severity.WARNING
_REMEDY = "put it back, or say where the change is reviewed why it went"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the base held against sources, parties and claims, and the change not."""
    dossier, base = assessment.dossier, assessment.dossier.base
    if base is None:
        return
    for source in base.sources.values():
        now, earlier = (dossier.sources.get(name or "") for name in (source.id, source.supersedes))
        place = now.place if now else earlier.place if earlier else source.place
        for message in _of_source(source, now, earlier):
            yield Finding(f"the change {message}", place, _REMEDY, source=source.id)
    for party in base.parties.values():
        for message in _of_party(party, dossier.parties.get(party.id)):
            place = dossier.parties.get(party.id, party).place
            yield Finding(f"the change {message}", place, _REMEDY)
    claims = {claim.id: claim for claim in dossier.claims}
    for claim in base.claims:
        if here := claims.get(claim.id):
            for message in (*_of_claim(claim, here), *_of_voices(claim, here, base, dossier)):
                yield Finding(f"the change {message}", here.place, _REMEDY, claim=claim.id)


def _of_source(before: Source, after: Source | None, earlier: Source | None) -> Iterator[str]:
    """Yield what is no longer said of a source.

    Args:
        before: the source as the base has it.
        after: as the change has it; None where it takes it away.
        earlier: the capture that the base has it supersede, where the change still has that.
    """
    if earlier and (after is None or after.supersedes != earlier.id):
        yield f"no longer says that '{before.id}' is a newer capture of '{earlier.id}'"
    if after is None:
        return
    notice, now = before.notice, after.notice
    if notice and (now is None or (notice.takes_back and not now.takes_back)):
        yield f"no longer says that source '{before.id}' was {before.notice}"
    if before.origin and after.origin != before.origin:
        yield f"no longer says that source '{before.id}' repeats '{before.origin}'"


def _of_party(before: Party, after: Party | None) -> Iterator[str]:
    if before.parent and (after is None or after.parent != before.parent):
        yield f"no longer says that '{before.id}' belongs to '{before.parent}'"


def _of_claim(before: Claim, after: Claim) -> Iterator[str]:
    if before.text != after.text:
        return  # another claim
    if gone := _without(before.claimants, after.claimants):
        yield f"no longer says that claim '{before.id}' is made by {', '.join(gone)}"
    if gone := _without(before.interested, after.interested):
        yield f"no longer says that {', '.join(gone)} has an interest in claim '{before.id}'"
    if gone := _without(before.rests_on, after.rests_on):
        yield f"no longer says that claim '{before.id}' rests on {', '.join(gone)}"
    if before.kind is Kind.STATE and after.kind is not Kind.STATE:
        yield f"no longer says that claim '{before.id}' can stop being true"
    if before.review_by and after.review_by is None:
        yield f"no longer says that claim '{before.id}' is to be looked at by {before.review_by}"
    still = _against(after)
    for source in _against(before):
        if source not in still:
            yield f"takes out what '{source}' says against claim '{before.id}'"


def _without(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    there = frozenset(others)
    return [name for name in names if name not in there]


def _of_voices(before: Claim, after: Claim, base: Dossier, dossier: Dossier) -> Iterator[str]:
    """Yield the sources whose word was an interested party's, and is another's now.

    Args:
        before: the claim as the base has it.
        after: the claim as the change has it.
        base: the dossier that is changed.
        dossier: the dossier with the change.
    """
    if before.text != after.text or not (before.claimants or before.interested):
        return
    was = _interested_voices(before, before, base)
    now = _interested_voices(after, before, dossier)
    for source, name in was.items():
        if name and source in now and not now[source]:
            yield f"no longer says that what '{source}' prints is the word of {name}"


def _interested_voices(claim: Claim, interested: Claim, dossier: Dossier) -> dict[str, str]:
    """Whose interested word each source is that a claim cites; "" where some of it is not.

    Args:
        claim: the claim.
        interested: the claim with the claimants and the interested parties.
        dossier: what is known of sources and parties.
    """
    keys = interested_keys(interested, dossier.parties)
    voices: dict[str, str] = {}
    for item in claim.evidence:
        voice = voice_of(item, dossier.sources, dossier.parties)
        of_them = voice.key in keys or voice.root_key in keys
        if not of_them or voices.get(item.source) == "":
            voices[item.source] = ""
        else:
            is_speaker = voice.key in keys and voice.speaker
            voices[item.source] = is_speaker or voice.outlet
    return voices


def _against(claim: Claim) -> dict[str, None]:
    """The sources that contradict a claim, in order."""
    return dict.fromkeys(
        item.source for item in claim.evidence if item.stance is Stance.CONTRADICTS
    )
