"""Whose word a passage is, and whether two passages are one party's word.

Outlets are many, origins few: reprints, relayed statements and subsidiaries are brought back to
the one party that speaks, so that repeating a thing never looks like confirming it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.captures import oldest_capture
from claimcheck.assessment.status import Standing
from claimcheck.model import Basis, Stance
from claimcheck.model.chain import follow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.model import Claim, Evidence, Party, Source

UNKNOWN_ORIGIN = "unknown"
UNKNOWN_KEY = "unknown origin"


class Voice(NamedTuple):
    """Whose word a passage is.

    `chain` holds the sources from the cited one to its root. `speaker` is the party that speaks, or
    None when the origin is unknown and no speaker is named. `key` is the topmost party above it, or
    `unknown origin`: items with one key count once. `outlet` is who printed it. `root` is the
    document that first had it, or `unknown origin`; `root_key` the topmost party above whoever
    published that, None where the origin is unknown.
    """

    chain: tuple[str, ...]
    speaker: str | None
    key: str
    outlet: str
    root: str
    root_key: str | None


def origin_chain(
    source_id: str, sources: Mapping[str, Source], origin: str | None = None
) -> tuple[tuple[str, ...], bool]:
    """Follow a source's `origin` to its root.

    Args:
        source_id: the source that is cited.
        sources: the sources by id.
        origin: the source that the passage repeats, where somebody said so of the passage itself;
            the cited source's own id where it repeats none.

    Returns:
        The source ids from the cited one to the last that is known, and whether the root is known:
        it is not when an origin is `unknown`, names no source, leads back into the chain, or the
        chain goes on for more than `LONGEST_CHAIN` steps.
    """
    if origin == source_id:
        return (source_id,), source_id in sources
    if origin is None and source_id in sources and sources[source_id].origin is None:
        return (source_id,), True  # as most are

    def origin_of(member: str) -> str | None:
        if member == source_id and origin is not None:
            return origin
        source = sources.get(member)
        return source.origin if source else None

    def known_origin_of(member: str) -> str | None:
        named = origin_of(member)
        return named if named in sources else None

    chain = follow(source_id, known_origin_of).members
    return chain, chain[-1] in sources and origin_of(chain[-1]) is None


def party_chain(party: str, parties: Mapping[str, Party]) -> tuple[str, ...]:
    """Return a party, the one that it belongs to, and so on up to the topmost.

    A circle is left where it closes, a chain after `LONGEST_CHAIN` steps; either is a flaw.
    """

    def parent_of(member: str) -> str | None:
        record = parties.get(member)
        return record.parent or None if record else None

    return follow(party, parent_of).members


def topmost(party: str, parties: Mapping[str, Party]) -> str:
    """Return the topmost party that a party belongs to; itself where it belongs to none."""
    record = parties.get(party)
    # Most belong to none, and every passage asks several times.
    return party_chain(party, parties)[-1] if record and record.parent else party


def outlet_of(source: Source) -> str:
    """Return who printed a source: its publisher, else its container, else the source itself."""
    return source.outlet or source.publisher or source.container_title or source.id


def names_outlet(source: Source) -> bool:
    """Whether a source's record says who printed it; a party may have the id of a source."""
    return bool(source.outlet or source.publisher or source.container_title)


def _outlet_of_page(source: Source, sources: Mapping[str, Source]) -> str:
    """Return who printed a source; where nobody is named, the first capture of its page."""
    return outlet_of(source) if names_outlet(source) else oldest_capture(source.id, sources)


def voice_of(
    evidence: Evidence, sources: Mapping[str, Source], parties: Mapping[str, Party]
) -> Voice:
    """Say whose word an evidence item is: its speaker's, else the root source's publisher's.

    Args:
        evidence: the item.
        sources: the sources by id.
        parties: the parties by id.
    """
    chain, root_known = origin_chain(evidence.source, sources, evidence.origin)
    cited = sources.get(chain[0])
    outlet = _outlet_of_page(cited, sources) if cited else evidence.source
    publisher = _outlet_of_page(sources[chain[-1]], sources) if root_known else None
    speaker = evidence.speaker or publisher
    return Voice(
        chain=chain,
        speaker=speaker,
        key=UNKNOWN_KEY if speaker is None else topmost(speaker, parties),
        outlet=outlet,
        root=oldest_capture(chain[-1], sources) if root_known else UNKNOWN_KEY,
        root_key=None if publisher is None else topmost(publisher, parties),
    )


def interested_keys(claim: Claim, parties: Mapping[str, Party]) -> frozenset[str]:
    """Return the keys whose word is not independent for this claim."""
    interested = (*claim.claimants, *claim.interested)
    return frozenset(topmost(party, parties) for party in interested)


def standings(
    claim: Claim, voices: Sequence[Voice], heard: Sequence[bool], parties: Mapping[str, Party]
) -> list[Standing]:
    """Say what each item's party is to the claim.

    A speaker whose words are heard only in documents of an interested party is interested, whoever
    it is; one who is heard only in documents of unknown origin is unknown, as the document is,
    where anybody has an interest in the claim.

    Args:
        claim: the claim, with its evidence.
        voices: whose word each item is.
        heard: whether each item counts.
        parties: the parties by id.
    """
    interested = interested_keys(claim, parties)
    documents: dict[tuple[str, Stance], set[str | None]] = {}
    for item, voice, counts in zip(claim.evidence, voices, heard, strict=True):
        if counts:
            documents.setdefault((voice.key, item.stance), set()).add(voice.root_key)
    by_item = []
    for item, voice in zip(claim.evidence, voices, strict=True):
        publishers = documents.get((voice.key, item.stance), set()) | {voice.root_key}
        named_publishers = publishers - {None}
        if not interested:
            by_item.append(Standing.INDEPENDENT)
        elif voice.key in interested or (named_publishers and named_publishers <= interested):
            by_item.append(_standing_of_interested(item, voice, claim, parties))
        else:
            by_item.append(Standing.INDEPENDENT if named_publishers else Standing.UNKNOWN)
    return by_item


def _standing_of_interested(
    item: Evidence, voice: Voice, claim: Claim, parties: Mapping[str, Party]
) -> Standing:
    """Say what an interested party's word is: what it claims itself, for one, it does not admit."""
    if voice.root_key is None:
        return Standing.INTERESTED  # nobody knows whether the party has done or said it
    if item.basis is Basis.ACT:
        return Standing.ACT
    claimants = {topmost(claimant, parties) for claimant in claim.claimants}
    if item.basis is Basis.ADMISSION and not (
        item.stance is Stance.SUPPORTS and voice.key in claimants
    ):
        return Standing.ADMISSION
    return Standing.INTERESTED
