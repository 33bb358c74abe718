"""What claims stand on today, beside what it was when the project was checked the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.load import (
    Ground,
    read_file,
    read_orphans,
    read_parties_of,
    read_record,
    unrecorded,
)
from claimcheck.dossier.party_names import PartyNames
from claimcheck.gate.incremental.state import NO_SOURCE, KnownPin, KnownSource
from claimcheck.model import Dossier
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.dossier.listing import Listing
    from claimcheck.dossier.load import File
    from claimcheck.gate.incremental.state import Memory
    from claimcheck.model import Config, Flaw, Source
    from claimcheck.system.tree import Tree


@dataclass(frozen=True, slots=True)
class Compared:
    """Sources and parties of today, and how they differ from those that were known.

    Attributes:
        ground: what claims stand on. Sources that are what they were are read as they are asked
            for.
        surface: a hash of the listing, the parties, and the reviews of claims that are gone.
        same: whether all of it is as it was.
        parties: what was found of the parties file.
        sources: what was found of each record and what it pins, by id.
        mark: a hash of all these.
        altered: the sources of which a pinned file is not the one whose hash the record holds.
        changed: the ids of the sources that are new, gone, or not what they were.
        renamed: the spellings that mean somebody else than they did.
    """

    ground: Ground
    surface: str
    same: bool
    parties: str
    sources: Mapping[str, KnownSource]
    mark: str
    altered: frozenset[str]
    changed: frozenset[str]
    renamed: frozenset[str]

    @property
    def print(self) -> str:
        """A hash of all of it."""
        return digest(self.surface, self.mark)


def compare(tree: Tree, config: Config, listing: Listing, known: Memory) -> Compared:
    """Compare what claims stand on with what is known of it; read what is not what it was."""
    parties_found = state(read_file(tree, listing.parties)) if listing.parties else ""
    orphans = {path: state(read_file(tree, path)) for path in listing.orphans.values()}
    surface = digest(
        repr(sorted(listing.sources.items())),
        repr((listing.documents, listing.unread, listing.flaws)),
        repr(sorted(orphans.items())),
        parties_found,
    )
    parties, flaws_of_parties = read_parties_of(tree, listing, {})
    reviews, flaws_of_reviews = read_orphans(tree, listing, {})
    register = PartyNames(parties)
    met = _meet(tree, listing, known, register)
    pinned = (pin.path for source in met.sources.values() for pin in source.pins)
    dossier = Dossier(
        config=config,
        sources=Sources(tree, met.sources, register, met.read),
        parties=register.resolve_parents(parties),
        reviews=reviews,
        claim_ids=frozenset(listing.claims),
        unread=listing.unread,
        unrecorded=unrecorded(listing, pinned),
        flaws=(*listing.flaws, *flaws_of_parties, *met.flaws, *flaws_of_reviews),
    )
    changed = _differing(
        {name: source.print for name, source in met.sources.items()},
        {name: source.print for name, source in known.sources.items()},
    )
    return Compared(
        Ground(dossier, register),
        surface,
        surface == known.surface and not changed,
        parties_found,
        met.sources,
        mark_of(met.sources),
        frozenset(name for name, source in met.sources.items() if source.altered),
        changed,
        _differing(register.names, known.names),
    )


class _Met(NamedTuple):
    """What was found of all sources, those that had to be read, and the flaws of all."""

    sources: dict[str, KnownSource]
    read: dict[str, Source]
    flaws: list[Flaw]


def _meet(tree: Tree, listing: Listing, known: Memory, register: PartyNames) -> _Met:
    """Go through the sources, and let the register learn what their publishers are called."""
    met = _Met({}, {}, [])
    noted: dict[str | None, list[Flaw]] = {}
    for flaw in known.flaws:
        noted.setdefault(flaw.source, []).append(flaw)
    for source_id, path in sorted(listing.sources.items()):
        found = known.sources.get(source_id)
        if found is not None and found.path == path and _unchanged(tree, found):
            flaws = noted.get(source_id, [])
        else:
            source, flaws = read_record(tree, source_id, path, {})
            found = _found(tree, path, source)
            if source is not None:
                met.read[source_id] = source
        met.flaws.extend(flaws)
        met.sources[source_id] = _marked(found, register.publisher(found.publisher))
    return met


def _differing(now: Mapping[str, str], before: Mapping[str, str]) -> frozenset[str]:
    return frozenset(one for one in {*now, *before} if now.get(one) != before.get(one))


def state(file: File) -> str:
    """Return what a file is: the SHA-256 of its bytes, or why there are none."""
    return f"!{file.read_error}" if file.read_error else file.sha256


def state_at(tree: Tree, path: str) -> str:
    """Return what the file at a path is, without reading it where that is known."""
    try:
        return tree.digest(path)
    except RefusedError as error:
        return f"!{error}"


def digest(*parts: str) -> str:
    """Return one hash over several texts."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(f"{len(part)}\n{part}\n".encode("utf-8", "surrogatepass"))
    return sha.hexdigest()


def mark_of(sources: Mapping[str, KnownSource]) -> str:
    """Return a hash of what was found of all sources."""
    return digest(*(f"{name} {source.print}" for name, source in sources.items()))


def _found(tree: Tree, path: str, source: Source | None) -> KnownSource:
    record = state(read_file(tree, path))
    if source is None:
        return KnownSource(path, record, [], False, NO_SOURCE)  # noqa: FBT003 - named in the class
    pins = [KnownPin(pin.path, pin.actual or f"!{pin.read_error}") for pin in source.pins]
    return KnownSource(path, record, pins, source.changed, "", source.publisher)


def _marked(source: KnownSource, publisher: str | None) -> KnownSource:
    """Return a source with its print, given whom its publisher means."""
    if source.print == NO_SOURCE or (source.print and source.party == publisher):
        return source
    pins = (pin.found for pin in source.pins)
    mark = digest(source.path, source.sha256, publisher or "", *pins)
    return source._replace(print=mark, party=publisher)


def _unchanged(tree: Tree, source: KnownSource) -> bool:
    if state_at(tree, source.path) != source.sha256:
        return False
    return all(state_at(tree, pin.path) == pin.found for pin in source.pins)


class Sources(Mapping[str, "Source"]):
    """Sources that are read when they are asked for.

    Args:
        tree: where their records are.
        known: what was found of their records, by id.
        register: who is meant by a name.
        read: those that are read already, as they were written.
    """

    def __init__(
        self,
        tree: Tree,
        known: Mapping[str, KnownSource],
        register: PartyNames,
        read: Mapping[str, Source],
    ) -> None:
        self._tree = tree
        # A record that nothing can be made of is no source.
        self._paths = {
            name: source.path for name, source in known.items() if source.print != NO_SOURCE
        }
        self._register = register
        self._read = {name: register.resolve_source(source) for name, source in read.items()}

    def __getitem__(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            KeyError: there is none, or its record was changed meanwhile, and is none any more.
        """
        if source_id not in self._read:
            path = self._paths[source_id]
            source, _flaws = read_record(self._tree, source_id, path, {})
            if source is None:
                raise KeyError(source_id)
            self._read[source_id] = self._register.resolve_source(source)
        return self._read[source_id]

    def __contains__(self, source_id: object) -> bool:
        """Whether there is such a source."""
        return source_id in self._paths

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._paths)


class Texts(Mapping[str, str]):
    """What the YAML files of a project say, read when it is asked for."""

    def __init__(self, tree: Tree, listing: Listing) -> None:
        self._tree = tree
        paths = (listing.claims, listing.sources, listing.reviews)
        self._paths = {path for one in paths for path in one.values()} | {listing.parties}

    def __getitem__(self, path: str) -> str:
        """Return a file's text."""
        if not path or path not in self._paths:
            raise KeyError(path)
        return strict_yaml.text_of(read_file(self._tree, path).data)

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._paths)
