"""A change takes out what kept a source, a party or a claim from looking better than it is.

Why:
    Whose word counts, and against what, stands in a few short lines: that a page was retracted,
    repeats another or has a newer capture, who published it and when, that one company belongs to
    another or has two names, who makes a claim and who speaks, what speaks against it, what a
    person concluded, and that it may stop being true. Without one of them a claim may be supported
    that was refuted, and no quotation has changed. A claim or a source under another id is known by
    its text. The rule speaks only where a change is judged (`check --base`).
Mend:
    Look at why the line went. If it was wrong, say so where the change is reviewed.

Example:
    A change takes `notice: retracted` out of a source's record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.assessment.counted_words import words_against, words_that_count
from claimcheck.assessment.features import Feature
from claimcheck.assessment.successors import claim_successors, source_successors
from claimcheck.dossier.party_names import PartyNames
from claimcheck.model import Finding, Kind, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.assessment.assess import Assessment
    from claimcheck.model import Claim, Party, Source

SEVERITY = Severity.WARNING
FEATURE = Feature.BASE
_REMEDY = "put it back, or say where the change is reviewed why it went"


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report what the base held against sources, parties and claims, and the change not."""
    dossier, base = assessment.dossier, assessment.dossier.base
    if base is None:
        return
    successors = source_successors(base, dossier)
    for source in base.sources.values():
        now = successors.get(source.id)
        earlier = dossier.sources.get(source.supersedes or "")
        place = now.place if now else earlier.place if earlier else source.place
        name = now.id if now else source.id
        for message in _of_source(source, now, earlier):
            yield Finding(f"the change {message}", place, _REMEDY, source=name)
    names = PartyNames(dossier.parties)
    for party in base.parties.values():
        for message in _of_party(party, dossier.parties.get(party.id), names):
            place = dossier.parties.get(party.id, party).place
            yield Finding(f"the change {message}", place, _REMEDY)
    dossiers = (base, dossier)
    for claims in claim_successors(base, dossier):
        after = claims[1]
        for message in (
            *_of_claim(*claims),
            *words_against(claims, dossiers, successors),
            *words_that_count(claims, dossiers, successors),
        ):
            yield Finding(f"the change {message}", after.place, _REMEDY, claim=after.id)


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
        yield f"no longer says that source '{after.id}' was {before.notice}"
    if before.origin and after.origin != before.origin:
        yield f"no longer says that source '{after.id}' repeats '{before.origin}'"
    if before.issued and after.issued and after.issued.latest > before.issued.latest:
        yield f"dates source '{after.id}' {after.issued} instead of {before.issued}"
    if _text_hash(before) == _text_hash(after):
        if not set(before.doubtful) <= set(after.doubtful):
            yield f"no longer says where letters of source '{after.id}' are in doubt"
        if not set(before.gaps) <= set(after.gaps):
            yield f"no longer says what the text of source '{after.id}' lacks"


def _text_hash(source: Source) -> str | None:
    """The hash of the file that a source's quotations are looked up in."""
    return next((pin.actual for pin in source.pins if pin.path == source.text_path), None)


def _of_party(before: Party, after: Party | None, names: PartyNames) -> Iterator[str]:
    """Yield what is no longer said of a party.

    Args:
        before: the party as the base has it.
        after: as the change has it; None where it takes it away.
        names: the parties of the change.
    """
    if before.parent and (after is None or after.parent != before.parent):
        yield f"no longer says that '{before.id}' belongs to '{before.parent}'"
    party = after.id if after else names.resolve(before.name)
    for name in (before.name, *before.aliases):
        if names.resolve(name) != party:
            yield f"no longer says that '{name}' is a name of '{before.id}'"


def _of_claim(before: Claim, after: Claim) -> Iterator[str]:
    if gone := _without(before.claimants, after.claimants):
        yield f"no longer says that claim '{after.id}' is made by {', '.join(gone)}"
    if gone := _without(before.interested, after.interested):
        yield f"no longer says that {', '.join(gone)} has an interest in claim '{after.id}'"
    if gone := _without(before.rests_on, after.rests_on):
        yield f"no longer says that claim '{after.id}' rests on {', '.join(gone)}"
    if before.kind is Kind.STATE and after.kind is not Kind.STATE:
        yield f"no longer says that claim '{after.id}' can stop being true"
    if before.review_by and after.review_by is None:
        yield f"no longer says that claim '{after.id}' is to be looked at by {before.review_by}"
    if before.as_of and (after.as_of is None or after.as_of < before.as_of):
        now = f"for {after.as_of}" if after.as_of else "for no day"
        yield f"has claim '{after.id}' hold {now} instead of {before.as_of}"
    yield from _of_verdict(before, after)


def _of_verdict(before: Claim, after: Claim) -> Iterator[str]:
    """Yield what became of a verdict that is gone, or says something else over the same name."""
    was, now = before.verdict, after.verdict
    if was is None:
        return
    signed = f"'{was.status}', which {was.by} signed on {was.on}"
    if now is None:
        yield f"takes the verdict {signed}, off claim '{after.id}'"
    elif (now.by, now.on) == (was.by, was.on) and now.status is not was.status:
        yield f"makes the verdict {signed}, '{now.status}' on claim '{after.id}'"


def _without(names: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    there = frozenset(others)
    return [name for name in names if name not in there]
