"""Whose word a passage is, and whether two passages are one party's word.

Outlets are many, origins few: reprints, relayed statements and subsidiaries are brought back to
the one party that speaks, so that repeating a thing never looks like confirming it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model import LONGEST_CHAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model import Claim, Evidence, Party, Source

UNKNOWN_ORIGIN = "unknown"
UNKNOWN_KEY = "unknown origin"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose word a passage is.

    `chain` holds the sources from the cited one to its root. `speaker` is the party that speaks, or
    None when the origin is unknown and no speaker is named. `key` is the topmost party above it, or
    `unknown origin`: items with one key count once. `outlet` is who printed it.
    """

    chain: tuple[str, ...]
    speaker: str | None
    key: str
    outlet: str


def origin_chain(source_id: str, sources: Mapping[str, Source]) -> tuple[tuple[str, ...], bool]:
    """Follow a source's `origin` to its root.

    Returns:
        The source ids from the cited one to the last that is known, and whether the root is known:
        it is not when an origin is `unknown`, names no source, leads back into the chain, or the
        chain goes on for more than `LONGEST_CHAIN` steps.
    """
    chain = [source_id]
    while (source := sources.get(chain[-1])) is not None and source.origin is not None:
        if source.origin not in sources or source.origin in chain or len(chain) > LONGEST_CHAIN:
            return tuple(chain), False
        chain.append(source.origin)
    return tuple(chain), source is not None


def topmost(party: str, parties: Mapping[str, Party]) -> str:
    """Climb from a party to the topmost one that it belongs to.

    A circle is left where it closes, a chain after `LONGEST_CHAIN` steps; either is a flaw.
    """
    seen = {party}
    while (
        (record := parties.get(party)) is not None
        and record.parent
        and record.parent not in seen
        and len(seen) <= LONGEST_CHAIN
    ):
        party = record.parent
        seen.add(party)
    return party


def outlet_of(source: Source) -> str:
    """Return who printed a source: its publisher, else its container, else the source itself."""
    return source.publisher or source.container_title or source.id


def voice_of(
    evidence: Evidence, sources: Mapping[str, Source], parties: Mapping[str, Party]
) -> Voice:
    """Say whose word an evidence item is: its speaker's, else the root source's publisher's.

    Args:
        evidence: the item.
        sources: the sources by id.
        parties: the parties by id.
    """
    chain, root_known = origin_chain(evidence.source, sources)
    cited = sources.get(chain[0])
    outlet = outlet_of(cited) if cited else evidence.source
    if evidence.speaker:
        return Voice(chain, evidence.speaker, topmost(evidence.speaker, parties), outlet)
    if not root_known:
        return Voice(chain, None, UNKNOWN_KEY, outlet)
    speaker = outlet_of(sources[chain[-1]])
    return Voice(chain, speaker, topmost(speaker, parties), outlet)


def interested_keys(claim: Claim, parties: Mapping[str, Party]) -> frozenset[str]:
    """Return the keys whose word is not independent for this claim."""
    interested = [*claim.interested, *([claim.claimant] if claim.claimant else [])]
    return frozenset(topmost(party, parties) for party in interested)
