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
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.assessment.independence import outlet_of
from claimcheck.dossier.names import bare_name, name_within, names_in_list, squeezed_name
from claimcheck.model import Finding, Severity
from claimcheck.text.suggest import did_you_mean, near_miss

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.model import Party, Place

SEVERITY = Severity.WARNING
ALLOWABLE = True

_LIKE_AN_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)+")
# A shorter name stands in too many others.
_FEWEST_LETTERS = 3


class _Named(NamedTuple):
    """A name in a claim: in which role, and where."""

    role: str
    name: str
    place: Place


def check_claims(assessment: Assessment) -> Iterator[Finding]:
    """Report names that are near a party's id or name, look like an id, or are like each other."""
    parties = assessment.dossier.parties
    names = {*parties, *_names_of(parties)}
    folder = assessment.dossier.config.sources
    for assessed in assessment.claims:
        written = list(_written(assessed))
        named_publishers = list(_publishers(assessed))
        if all(named.name in parties for named in (*written, *named_publishers)):
            continue
        reported = set()
        for named in _among_parties(written, parties):
            found = _list_or_misspelt(named, written, names, parties)
            if found is not None:
                reported.add(named.name)
                message, remedy = found
                remedy = remedy.format(parties=f"{folder}/parties.yaml")
                yield Finding(message, named.place, remedy, claim=assessed.claim.id)
        for one, other in _alike([*written, *named_publishers], parties):
            if one.name in reported:
                continue
            yield Finding(
                f"{one.role} '{one.name}' and {other} may be one party, and count as two",
                one.place,
                f"write one name; or tell in {folder}/parties.yaml who they are: `aliases`, "
                "`parent`, or two parties",
                claim=assessed.claim.id,
            )


def check(assessment: Assessment) -> Iterator[Finding]:
    """Report parties that belong to nobody whom the dossier knows."""
    parties = assessment.dossier.parties
    for party in parties.values():
        if party.parent is not None and party.parent not in parties:
            yield Finding(
                f"party '{party.id}' has the parent '{party.parent}', which is no party",
                party.place,
                did_you_mean(party.parent, parties) or f"add '{party.parent}' to the parties",
            )


def _written(assessed: AssessedClaim) -> Iterator[_Named]:
    claim = assessed.claim
    for name in claim.claimants:
        yield _Named("claimant", name, claim.place)
    for name in claim.interested:
        yield _Named("interested party", name, claim.place)
    for item in claim.evidence:
        if item.speaker:
            yield _Named("speaker", item.speaker, item.place)


def _publishers(assessed: AssessedClaim) -> Iterator[_Named]:
    for item in assessed.evidence:
        if item.source is not None and item.source.outlet:
            yield _Named("publisher", outlet_of(item.source), item.evidence.source_place)


def _names_of(parties: Mapping[str, Party]) -> Iterator[str]:
    for party in parties.values():
        yield party.name
        yield from party.aliases


def _among_parties(written: Iterable[_Named], parties: Mapping[str, Party]) -> Iterator[_Named]:
    return (named for named in written if named.name not in parties)


def _list_or_misspelt(
    named: _Named, written: Iterable[_Named], names: set[str], parties: Mapping[str, Party]
) -> tuple[str, str] | None:
    """Return what is wrong with a name that is no party's, and the remedy; None for nothing."""
    role, name, _place = named
    parts = names_in_list(name)
    if role != "speaker" and parts:
        known = {bare_name(other) for other in names}
        known |= {bare_name(other.name) for other in written if other.name != name}
        if any(bare_name(part) in known for part in parts):
            key = "claimant" if role == "claimant" else "interested"
            message = f"{role} '{name}' is several names, written as one"
            return message, f"write {key}: [{', '.join(parts)}]"
    meant = near_miss(name, names)
    if meant or (parties and _LIKE_AN_ID.fullmatch(name)):
        remedy = f"did you mean {meant}? or" if meant else "correct it, or"
        message = f"{role} '{name}' is no known party, and so counts as independent"
        return message, f"{remedy} add it to {{parties}}"
    return None


def _alike(names: list[_Named], parties: Mapping[str, Party]) -> Iterator[tuple[_Named, str]]:
    """Yield each name that is no party's with another one, or a party, that it may well be."""
    seen = set()
    for number, named in enumerate(names):
        if named.name in parties or named.name in seen:
            continue
        seen.add(named.name)
        others = (
            (f"{other.role} '{other.name}'", other.name)
            for position, other in enumerate(names)
            if other.name != named.name
            and other.name not in parties
            and (position < number or name_within(named.name, other.name))
        )
        known = (
            (f"the party '{party.id}'", name)
            for party in parties.values()
            for name in (party.name, *party.aliases)
        )
        for label, name in (*known, *others):
            if _may_be_one(named.name, name):
                yield named, label
                break


@lru_cache(maxsize=1 << 14)
def _may_be_one(name: str, other: str) -> bool:
    """Whether a name may well be another one, or holds it."""
    one, two = squeezed_name(name), squeezed_name(other)
    if min(len(one), len(two)) < _FEWEST_LETTERS:
        return False
    if one == two or name_within(name, other):
        return True
    words, other_words = bare_name(name).split(), bare_name(other).split()
    differing = [pair for pair in zip(words, other_words, strict=False) if pair[0] != pair[1]]
    if len(words) == len(other_words):
        if all(_is_label(word) and _is_label(twin) for word, twin in differing):
            return False  # `witness 1` and `witness 2`
        if len(words) > 1 and words[-1] == other_words[-1]:
            initials = all(a[0] == b[0] and 1 in {len(a), len(b)} for a, b in differing)
            if initials:
                return True  # `J. Roe` and `Jane Roe`
    return bool(near_miss(bare_name(name), [bare_name(other)]))


def _is_label(word: str) -> bool:
    return len(word) == 1 or word.isdigit()
