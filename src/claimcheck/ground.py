"""What claims stand on today, beside what it was when the project was checked the last time."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck import yaml_text
from claimcheck.files import RefusedError
from claimcheck.load import Ground, read_file, read_ground, read_parties_of, read_record
from claimcheck.memory import NO_SOURCE, KnownPin, KnownSource
from claimcheck.model import Dossier
from claimcheck.register import Register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.load import File, Listing
    from claimcheck.memory import Memory
    from claimcheck.model import Config, Source
    from claimcheck.tree import Tree


@dataclass(frozen=True, slots=True)
class Compared:
    """Sources and parties of today, and how they differ from those that were known.

    Attributes:
        ground: what claims stand on. Where it is the `same`, its sources are read as they are asked
            for.
        same: whether all of it is as it was.
        surface: a hash of the listing, the parties, and the reviews of claims that are gone.
        parties: what was found of the parties file.
        sources: what was found of each record and what it pins, by id.
        changed: the ids of the sources that are new, gone, or not what they were.
        renamed: the spellings that mean somebody else than they did.
        altered: the sources of which a pinned file is not the one whose hash the record holds.
    """

    ground: Ground
    same: bool
    surface: str
    parties: str
    sources: Mapping[str, KnownSource]
    altered: frozenset[str]
    changed: frozenset[str] = frozenset()
    renamed: frozenset[str] = frozenset()

    @property
    def print(self) -> str:
        """A hash of all of it."""
        return digest(self.surface, *(source.print for source in self.sources.values()))


def compare(tree: Tree, config: Config, listing: Listing, known: Memory) -> Compared:
    """Compare what claims stand on with what is known of it, and read it again if it differs."""
    parties = state(read_file(tree, listing.parties)) if listing.parties else ""
    orphans = {path: state(read_file(tree, path)) for path in listing.orphans.values()}
    surface = digest(
        repr(sorted(listing.sources.items())),
        repr((listing.documents, listing.unread, listing.flaws)),
        repr(sorted(orphans.items())),
        parties,
    )
    if surface == known.surface and all(_unchanged(tree, one) for one in known.sources.values()):
        ground = _lazily(tree, config, listing, known)
        return Compared(ground, True, surface, parties, known.sources, _altered(known.sources))  # noqa: FBT003 - named in the class
    ground = read_ground(tree, config, listing)
    sources = {
        source_id: _known(tree, path, ground.dossier.sources.get(source_id))
        for source_id, path in sorted(listing.sources.items())
    }
    names, before = ground.register.names, known.names
    return Compared(
        ground,
        False,  # noqa: FBT003 - as above
        surface,
        parties,
        sources,
        _altered(sources),
        frozenset(
            one
            for one in {*sources, *known.sources}
            if _print(sources.get(one)) != _print(known.sources.get(one))
        ),
        frozenset(one for one in {*names, *before} if names.get(one) != before.get(one)),
    )


def state(file: File) -> str:
    """Return what a file is: the SHA-256 of its bytes, or why there are none."""
    return f"!{file.trouble}" if file.trouble else file.sha256


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


def _altered(sources: Mapping[str, KnownSource]) -> frozenset[str]:
    return frozenset(name for name, source in sources.items() if source.altered)


def _print(source: KnownSource | None) -> str:
    return source.print if source else ""


def _known(tree: Tree, path: str, source: Source | None) -> KnownSource:
    record = state(read_file(tree, path))
    if source is None:
        return KnownSource(path, record, [], False, NO_SOURCE)  # noqa: FBT003 - named in the class
    pins = [KnownPin(pin.path, pin.found or f"!{pin.trouble}") for pin in source.pins]
    # The publisher may be spelt as another source has it.
    mark = digest(path, record, source.publisher or "", *(pin.found for pin in pins))
    return KnownSource(path, record, pins, source.changed, mark)


def _unchanged(tree: Tree, source: KnownSource) -> bool:
    if state_at(tree, source.path) != source.sha256:
        return False
    return all(state_at(tree, pin.path) == pin.found for pin in source.pins)


def _lazily(tree: Tree, config: Config, listing: Listing, known: Memory) -> Ground:
    register = Register.of(known.names)
    parties, _flaws = read_parties_of(tree, listing, {})
    dossier = Dossier(
        config=config,
        sources=_Sources(tree, known.sources, register),
        parties=register.in_parties(parties),
        claim_ids=frozenset(listing.claims),
        unread=listing.unread,
        flaws=known.flaws,
    )
    return Ground(dossier, register)


class _Sources(Mapping[str, "Source"]):
    """Sources that are read when they are asked for."""

    def __init__(self, tree: Tree, known: Mapping[str, KnownSource], register: Register) -> None:
        self._tree = tree
        # A record that nothing can be made of is no source.
        self._paths = {
            name: source.path for name, source in known.items() if source.print != NO_SOURCE
        }
        self._register = register
        self._read: dict[str, Source] = {}

    def __getitem__(self, source_id: str) -> Source:
        """Return a source."""
        if source_id not in self._read:
            path = self._paths[source_id]
            source, _flaws = read_record(self._tree, source_id, path, {})
            if source is None:
                raise KeyError(source_id)
            self._read[source_id] = self._register.in_source(source)
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
        return yaml_text.text_of(read_file(self._tree, path).data)

    def __iter__(self) -> Iterator[str]:
        """Go through the keys."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the keys."""
        return len(self._paths)
