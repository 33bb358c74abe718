"""Who is meant by a name: a party's id or its name, whatever its capitals and blanks."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.model import Claim, Evidence, Party, Source


def name_key(name: str) -> str:
    """Return what all spellings of one name have in common: its letters in lower case."""
    return " ".join(name.split()).casefold()


class PartyNames:
    """The parties of a dossier, to be looked up by id or by name.

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
        """The id, or the plain name, for each spelling that parties and sources have."""
        return dict(self._ids)

    def resolve(self, name: str) -> str:
        """Return the id of the party that a name means, or else the name in its usual spelling."""
        return self._ids.get(name_key(name)) or " ".join(name.split())

    def resolve_claim(self, claim: Claim) -> Claim:
        """Return a claim that names its parties by their ids."""
        plain_names: dict[str, str] = {}
        claimant = self._id_or_none(claim.claimant, plain_names)
        interested = tuple(self._id(name, plain_names) for name in claim.interested)
        evidence = tuple(self._with_speaker(item, plain_names) for item in claim.evidence)
        # Most claims write ids already, and copies of ten thousand claims take a while.
        if (claimant, interested, evidence) == (claim.claimant, claim.interested, claim.evidence):
            return claim
        return replace(claim, claimant=claimant, interested=interested, evidence=evidence)

    def publisher(self, name: str | None) -> str | None:
        """Return the party that a source means by its publisher; a name that is new is kept."""
        return self._id_or_none(name, self._ids)

    def resolve_source(self, source: Source) -> Source:
        """Return a source that names its publisher by its id."""
        publisher = self.publisher(source.publisher)
        return source if publisher == source.publisher else replace(source, publisher=publisher)

    def resolve_parents(self, parties: Mapping[str, Party]) -> dict[str, Party]:
        """Return parties that name their parents by their ids."""
        return {
            party.id: replace(party, parent=self._id_or_none(party.parent, self._ids))
            for party in parties.values()
        }

    def _with_speaker(self, item: Evidence, plain_names: dict[str, str]) -> Evidence:
        speaker = self._id_or_none(item.speaker, plain_names)
        return item if speaker == item.speaker else replace(item, speaker=speaker)

    def _id_or_none(self, name: str | None, plain_names: dict[str, str]) -> str | None:
        return None if name is None else self._id(name, plain_names)

    def _id(self, name: str, plain_names: dict[str, str]) -> str:
        """Return the party that is meant; a name that is no party's is kept in `plain_names`."""
        key = name_key(name)
        return self._ids.get(key) or plain_names.setdefault(key, " ".join(name.split()))
