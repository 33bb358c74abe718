"""Who is meant by a name: a party's id or its name, whatever its capitals and blanks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.model import Claim, Evidence, Party, Source


def name_key(name: str) -> str:
    """Return what two spellings of one name have in common."""
    return " ".join(name.split()).casefold()


class PartyNames:
    """The parties of a dossier, to be found by id or by name.

    A plain name that is no party's keeps the spelling in which the sources have it first, or else
    the claim that has it: what one claim writes changes no other.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._ids: dict[str, str] = {}
        for party in parties.values():
            self._ids.setdefault(name_key(party.name), party.id)
        # An id goes before another party's name.
        self._ids |= {name_key(party): party for party in parties}

    @property
    def names(self) -> dict[str, str]:
        """Who is meant by each spelling that parties and sources have."""
        return dict(self._ids)

    def resolve(self, name: str) -> str:
        """Return the id of the party that is meant, or else the name, in the spelling known."""
        return self._ids.get(name_key(name)) or " ".join(name.split())

    def resolve_claim(self, claim: Claim) -> Claim:
        """Return a claim that names its parties by their ids."""
        met: dict[str, str] = {}
        named = (
            self._or_none(claim.claimant, met),
            tuple(self._met(name, met) for name in claim.interested),
            tuple(self._in_evidence(claim.evidence, met)),
        )
        # Most claims write the names as they are known, and copies of ten thousand take a while.
        if named == (claim.claimant, claim.interested, claim.evidence):
            return claim
        return replace(claim, claimant=named[0], interested=named[1], evidence=named[2])

    def publisher(self, name: str | None) -> str | None:
        """Return the party that a source means by its publisher; a name that is new is kept."""
        return self._or_none(name, self._ids)

    def resolve_source(self, source: Source) -> Source:
        """Return a source that names its publisher by its id."""
        known = self.publisher(source.publisher)
        return source if known == source.publisher else replace(source, publisher=known)

    def resolve_parents(self, parties: Mapping[str, Party]) -> dict[str, Party]:
        """Return parties that name their parents by their ids."""
        return {
            party.id: replace(party, parent=self._or_none(party.parent, self._ids))
            for party in parties.values()
        }

    def _in_evidence(self, items: Iterable[Evidence], met: dict[str, str]) -> Iterator[Evidence]:
        for item in items:
            known = self._or_none(item.speaker, met)
            yield item if known == item.speaker else replace(item, speaker=known)

    def _or_none(self, name: str | None, met: dict[str, str]) -> str | None:
        return None if name is None else self._met(name, met)

    def _met(self, name: str, met: dict[str, str]) -> str:
        """Return the party that is meant; a name that is new is kept among those that were met."""
        key = name_key(name)
        return self._ids.get(key) or met.setdefault(key, " ".join(name.split()))
