"""Who is meant by a name: a party's id, its name or an alias, or a spelling that differs little."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.dossier.names import bare_name, name_key, names_in_list, spoken_for

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.model import Claim, Party, Source

    # Of one claim: who asserts it, who is interested, and who speaks in each evidence item.
    _Speakers = tuple[str | None, ...]
    _Names = tuple[tuple[str, ...], tuple[str, ...], _Speakers]

_BARE = "~"
_NOBODY = ""


class PartyNames:
    """The parties of a dossier, to be looked up by id, name or alias.

    Legal forms, titles, articles and full stops make no difference, and a spokesperson is the party
    that speaks. A plain name that is no party's keeps the spelling in which the sources have it
    first, or else the claim that has it: what one claim writes changes no other.
    """

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self._ids: dict[str, str] = {}
        # Many claims name the same people.
        self._meant: dict[_Names, _Names] = {}
        for party in parties.values():
            for name in (party.name, *party.aliases):
                self._ids.setdefault(name_key(name), party.id)
                self._learn_bare(name, party.id)
        # An id goes before another party's name.
        self._ids |= {name_key(party): party for party in parties}

    @property
    def names(self) -> dict[str, str]:
        """The id, or the plain name, for each spelling that parties and sources have."""
        return dict(self._ids)

    def resolve(self, name: str) -> str:
        """Return the id of the party that a name means, or else the name in its usual spelling."""
        return self._id(name, {})

    def resolve_claim(self, claim: Claim) -> Claim:
        """Return a claim that names its parties by their ids.

        A text that lists several names stays among the `interested`, with the parties that it names
        behind it, so that a missing bracket makes nobody independent.
        """
        speakers = tuple(item.speaker for item in claim.evidence)
        written = claim.claimants, claim.interested, speakers
        meant = self._meant.get(written)
        if meant is None:
            meant = self._meant[written] = self._meant_by(*written)
        # Most claims write ids already, and copies of ten thousand claims take a while.
        if meant == written:
            return claim
        claimants, interested, speakers = meant
        evidence = tuple(
            item if item.speaker == speaker else item._replace(speaker=speaker)
            for item, speaker in zip(claim.evidence, speakers, strict=True)
        )
        return claim._replace(claimants=claimants, interested=interested, evidence=evidence)

    def _meant_by(
        self, claimants: tuple[str, ...], interested: tuple[str, ...], speakers: _Speakers
    ) -> _Names:
        """Whom the names of one claim mean, as `resolve_claim` says."""
        plain_names: dict[str, str] = {}
        written = {bare_name(name) for name in (*claimants, *interested, *filter(None, speakers))}
        return (
            tuple(self._listed(claimants, plain_names, written)),
            tuple(self._listed(interested, plain_names, written)),
            tuple(name if name is None else self._id(name, plain_names) for name in speakers),
        )

    def publisher(self, name: str | None) -> str | None:
        """Return the party that a source means by its publisher; a name that is new is kept."""
        if name is None:
            return None
        party = self._party_of(name)
        if party is None:
            self._meant.clear()
            party = self._ids[name_key(name)] = " ".join(name.split())
            self._learn_bare(name, party)
        return party

    def resolve_source(self, source: Source) -> Source:
        """Return a source that names its publisher and its outlet by their ids."""
        outlet = self.publisher(source.outlet or None) or ""
        publisher = outlet if source.publisher else None
        if (publisher, outlet) == (source.publisher, source.outlet):
            return source
        return source._replace(publisher=publisher, outlet=outlet)

    def resolve_parents(self, parties: Mapping[str, Party]) -> dict[str, Party]:
        """Return parties that name their parents by their ids."""
        return {
            party.id: party._replace(parent=party.parent and self.publisher(party.parent))
            for party in parties.values()
        }

    def _learn_bare(self, name: str, party: str) -> None:
        """Keep who is meant by a bare name; nobody is where it could be two parties."""
        key = _BARE + bare_name(name)
        first_party = self._ids.setdefault(key, party)
        if first_party != party:
            self._ids[key] = _NOBODY

    def _listed(
        self, names: tuple[str, ...], plain_names: dict[str, str], written: set[str]
    ) -> Iterator[str]:
        for name in names:
            yield self._id(name, plain_names)
            if self._party_of(name) is None:
                parts = names_in_list(name)
                if any(self._party_of(part) or bare_name(part) in written for part in parts):
                    yield from (self._id(part, plain_names) for part in parts)

    def _party_of(self, name: str) -> str | None:
        return self._ids.get(name_key(name)) or self._ids.get(_BARE + bare_name(name)) or None

    def _id(self, name: str, plain_names: dict[str, str]) -> str:
        """Return the party that is meant; a name that is no party's is kept in `plain_names`."""
        if (party := self._party_of(name)) is not None:
            return party
        if body := spoken_for(name):
            return self._id(body, plain_names)
        return plain_names.setdefault(bare_name(name), " ".join(name.split()))


@lru_cache(maxsize=1 << 14)
def lookup_keys(name: str) -> frozenset[str]:
    """Return the spellings in `PartyNames.names` that decide who is meant by a name in a claim."""
    parts = filter(None, (spoken_for(name), *names_in_list(name)))
    return frozenset({name_key(name), _BARE + bare_name(name)}).union(*map(lookup_keys, parts))
