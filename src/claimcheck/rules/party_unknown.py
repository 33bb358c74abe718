"""A name looks like a party's or like another name of the claim, and counts as somebody else.

Why:
    A party that nobody knows counts as independent. One wrong letter in `speaker`, a list without
    brackets or a publisher that goes by its web address would make a company's own word confirm
    the company.
Mend:
    Correct the name. If both are one party, write the second name into its `aliases` in the parties
    file; if one belongs to the other, give it a party of its own with that one as `parent`; if they
    have nothing to do with each other, a party of its own without.
    A person whom the dossier names once, and whose name is like no other, needs no entry.

Example:
    `speaker: amazzon` when the party is `amazon`; `speaker: Acme's engineer Bo Kim` in a claim of
    Acme; `interested: acme, town`, which is one name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.independence import outlet_of
from claimcheck.assessment.like_names import LikeNames, are_unlike
from claimcheck.dossier.names import bare_name, name_within, names_in_list
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import Neighbours, Suggester, near_miss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.assessment.assess import Assessment
    from claimcheck.assessment.assessed import AssessedClaim
    from claimcheck.model import Party, Place

SEVERITY = Severity.WARNING
ALLOWABLE = True

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")


class _Named(NamedTuple):
    """A name in a claim: in which role, and where."""

    role: str
    name: str
    place: Place


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report names that are near a party's id or name, look like an id, or are like each other."""
    parties = _Parties(assessment.dossier.parties)
    folder = assessment.dossier.config.sources
    for assessed in assessment.claims:
        names = _names(assessed) - parties.by_id.keys()
        if all(map(parties.are_unlike, names)) and are_unlike(names):
            continue
        written = list(_written(assessed))
        everybody = [*written, *_publishers(assessed)]
        reported = set()
        for named, message, remedy in _lists_and_misspellings(written, parties, folder):
            reported.add(named.name)
            yield Finding(message, named.place, remedy, claim=assessed.claim.id)
        for named, other in _alike(everybody, parties):
            if named.name in reported:
                continue
            yield Finding(
                f"{named.role} '{named.name}' and {other} may be one party, and count as two",
                named.place,
                f"write one name; or tell in {folder}/parties.yaml who they are: `aliases`, "
                "`parent`, or two parties",
                claim=assessed.claim.id,
            )


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report parties that belong to nobody whom the dossier knows."""
    parties = assessment.dossier.parties
    if not parties:
        return
    suggester = Suggester(parties)
    for party in parties.values():
        if party.parent is not None and party.parent not in parties:
            yield Finding(
                f"party '{party.id}' has the parent '{party.parent}', which is no party",
                party.place,
                suggester.did_you_mean(party.parent, party.place.path)
                or f"add '{party.parent}' to the parties",
            )


def _names(assessed: AssessedClaim) -> set[str]:
    """Return every name that the claim or a publisher of its sources has."""
    claim, items = assessed.claim, assessed.evidence
    names = {*claim.claimants, *claim.interested}
    names.update(speaker for item in items if (speaker := item.evidence.speaker))
    names.update(outlet_of(source) for item in items if (source := item.source) and source.outlet)
    return names


def _written(assessed: AssessedClaim) -> Iterator[_Named]:
    claim = assessed.claim
    for name in claim.claimants:
        yield _Named("claimant", name, claim.claimants_place or claim.place)
    for name in claim.interested:
        yield _Named("interested party", name, claim.interested_place or claim.place)
    for item in claim.evidence:
        if item.speaker:
            yield _Named("speaker", item.speaker, item.speaker_place or item.place)


def _publishers(assessed: AssessedClaim) -> Iterator[_Named]:
    for item in assessed.evidence:
        if item.source is not None and item.source.outlet:
            yield _Named("publisher", outlet_of(item.source), item.evidence.source_place)


class _Parties:
    """The parties of a dossier, to be likened to names."""

    def __init__(self, parties: Mapping[str, Party]) -> None:
        self.by_id = parties
        self.ids: dict[str, str] = {}
        for party in parties.values():
            for name in (party.name, *party.aliases):
                self.ids.setdefault(name, party.id)
        self.named_alike = LikeNames(self.ids)
        self.bare_names = {bare_name(name) for name in (*parties, *self.ids)}
        self.spellings = Neighbours({*parties, *self.ids})
        self._are_unlike: dict[str, bool] = {}

    def are_unlike(self, name: str) -> bool:
        """Whether a name is no list, looks like no id, and is like no name of a party."""
        unlike = self._are_unlike.get(name)
        if unlike is None:
            like_an_id = self.by_id and _LIKE_AN_ID.fullmatch(name)
            self._are_unlike[name] = unlike = not (
                like_an_id
                or names_in_list(name)
                or near_miss(name, self.spellings.of(name))
                or any(self.named_alike.like(name))
            )
        return unlike


def _lists_and_misspellings(
    written: Iterable[_Named], parties: _Parties, folder: str
) -> Iterator[tuple[_Named, str, str]]:
    """Yield each name that is several, or near a party's, with a message and a remedy.

    Args:
        written: the names of a claim.
        parties: those of the dossier.
        folder: where their file is.
    """
    spelt: dict[str, set[str]] = {}
    for named in written:
        spelt.setdefault(bare_name(named.name), set()).add(named.name)
    meant: dict[str, str] = {}
    for named in written:
        name = named.name
        if name in parties.by_id:
            continue
        if parts := _parts(named, spelt, parties):
            key = "claimant" if named.role == "claimant" else "interested"
            message = f"{named.role} '{name}' is several names, written as one"
            yield named, message, f"write {key}: [{', '.join(parts)}]"
            continue
        if name not in meant:
            meant[name] = near_miss(name, parties.spellings.of(name))
        if meant[name] or (parties.by_id and _LIKE_AN_ID.fullmatch(name)):
            remedy = f"did you mean {meant[name]}? or" if meant[name] else "correct it, or"
            message = f"{named.role} '{name}' is no known party, and so counts as independent"
            yield named, message, f"{remedy} add it to {folder}/parties.yaml"


def _parts(named: _Named, spelt: Mapping[str, set[str]], parties: _Parties) -> tuple[str, ...]:
    """The names that are written as one, where one of them is a party's or stands elsewhere."""
    parts = () if named.role == "speaker" else names_in_list(named.name)
    bare_parts = map(bare_name, parts)
    if any(
        part in parties.bare_names or spelt.get(part, set()) - {named.name} for part in bare_parts
    ):
        return parts
    return ()


def _alike(names: list[_Named], parties: _Parties) -> Iterator[tuple[_Named, str]]:
    """Yield each name that is no party's with another one, or a party, that it may well be."""
    first: dict[str, int] = {}
    for number, named in enumerate(names):
        if named.name not in parties.by_id:
            first.setdefault(named.name, number)
    others = LikeNames(first)
    for name, number in first.items():
        party = next(parties.named_alike.like(name), None)
        if party is not None:
            yield names[number], f"the party '{parties.ids[party]}'"
            continue
        for other in others.like(name):
            if other != name and (first[other] < number or name_within(name, other)):
                yield names[number], f"{names[first[other]].role} '{other}'"
                break
