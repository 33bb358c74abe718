"""Files in, Dossier out: reads everything, never judges, never stops at the first flaw.

A dossier is its ground (sources, parties) and the claims on it. Each claim is read by itself, so
that one may be read again without the others.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.listing import Listing, list_files
from claimcheck.dossier.parties_file import read_parties
from claimcheck.dossier.party_names import PartyNames
from claimcheck.dossier.project import find_project
from claimcheck.dossier.review_file import read_reviews
from claimcheck.dossier.source_file import read_source
from claimcheck.model import Config, Dossier, Flaw, Place
from claimcheck.system.folder import Folder
from claimcheck.system.parallel import parallel_map
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.model import Claim, Party, Review, Source
    from claimcheck.system.tree import Tree

# Some third of a second's work: less is done before a second process is.
_MANY_CLAIMS = 1500


@dataclass(frozen=True, slots=True)
class Ground:
    """What claims stand on: a dossier without claims, and who is who in it."""

    dossier: Dossier
    register: PartyNames


class File(NamedTuple):
    """A file of the project as it was read: its bytes, or why there are none."""

    path: str
    data: bytes = b""
    sha256: str = ""
    read_error: str = ""


class ClaimFiles(NamedTuple):
    """The files that speak of one claim: its own, and the review of it where there is one."""

    id: str
    claim: File
    review: File | None = None


@dataclass(frozen=True, slots=True)
class ReadClaim:
    """What the files of one claim say. `claim` is None when nothing can be made of its own."""

    claim: Claim | None
    reviews: tuple[Review, ...]
    flaws: tuple[Flaw, ...]
    texts: Mapping[str, str]


def load(root: str | Path, config: Config | None = None) -> Dossier:
    """Read a project's claims, sources and parties.

    Args:
        root: the project's folder, or one below it when `config` is not given.
        config: the settings; by default those of the project that `root` belongs to.

    Raises:
        ProjectError: there is no project, its configuration means nothing, or a folder of it
            cannot be read. Flaws in claims and records never raise: they stand in the Dossier.
    """
    if config is None:
        project = find_project(Path(root))
        return load(project.root, project.config)
    return load_tree(Folder(Path(root)), config)


def load_tree(tree: Tree, config: Config) -> Dossier:
    """Read a project's claims, sources and parties from wherever its files are.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    return load_listed(tree, config, list_files(tree, config))


def load_listed(tree: Tree, config: Config, listing: Listing) -> Dossier:
    """Read the claims, sources and parties of a project whose files are listed."""
    ground = read_ground(tree, config, listing)
    files = claim_files(tree, listing, listing.claims)
    return with_claims(
        ground, zip(files, parallel_map(read_claim_files, files, _MANY_CLAIMS), strict=True)
    )


def read_ground(tree: Tree, config: Config, listing: Listing) -> Ground:
    """Read what claims stand on: sources and parties, and the reviews of claims that are gone."""
    flaws = list(listing.flaws)
    texts: dict[str, str] = {}
    parties, found = read_parties_of(tree, listing, texts)
    flaws += found
    sources: dict[str, Source] = {}
    for source_id in sorted(listing.sources):
        source, found = read_record(tree, source_id, listing.sources[source_id], texts)
        flaws += found
        if source is not None:
            sources[source_id] = source
    reviews, found = read_orphans(tree, listing, texts)
    flaws += found
    register = PartyNames(parties)
    dossier = Dossier(
        config=config,
        sources={name: register.resolve_source(source) for name, source in sources.items()},
        parties=register.resolve_parents(parties),
        reviews=reviews,
        claim_ids=frozenset(listing.claims),
        unread=listing.unread,
        unrecorded=unrecorded(
            listing, (pin.path for source in sources.values() for pin in source.pins)
        ),
        flaws=tuple(flaws),
        texts=texts,
    )
    return Ground(dossier, register)


def read_parties_of(
    tree: Tree, listing: Listing, texts: dict[str, str]
) -> tuple[dict[str, Party], list[Flaw]]:
    """Read who is who, as it was written; its text goes into `texts`."""
    if not listing.parties:
        return {}, []
    noted = FlawLog(listing.parties)
    document = _document(read_file(tree, listing.parties), noted, texts)
    return ({} if document is None else read_parties(document, noted)), noted.flaws


def read_record(
    tree: Tree, source_id: str, path: str, texts: dict[str, str]
) -> tuple[Source | None, list[Flaw]]:
    """Read a source's record and what it pins; its text goes into `texts`."""
    noted = FlawLog(path, source=source_id)
    document = _document(read_file(tree, path), noted, texts)
    source = None if document is None else read_source(document, source_id, tree, noted)
    return source, noted.flaws


def read_orphans(
    tree: Tree, listing: Listing, texts: dict[str, str]
) -> tuple[dict[str, tuple[Review, ...]], list[Flaw]]:
    """Read the reviews of claims that are gone; their texts go into `texts`."""
    reviews: dict[str, tuple[Review, ...]] = {}
    flaws: list[Flaw] = []
    for claim_id, path in listing.orphans.items():
        noted = FlawLog(path, claim=claim_id)
        if (document := _document(read_file(tree, path), noted, texts)) is not None:
            reviews[claim_id] = read_reviews(document, noted)
        flaws += noted.flaws
    return reviews, flaws


def unrecorded(listing: Listing, pinned: Iterable[str]) -> tuple[str, ...]:
    """Return the documents in the sources folder that no record names, given all that are named."""
    named = set(pinned)
    return tuple(
        path
        for path in listing.documents
        if path not in named and not posixpath.basename(path).startswith((".", "README", "LICENSE"))
    )


def claim_files(tree: Tree, listing: Listing, ids: Iterable[str]) -> list[ClaimFiles]:
    """Read the files of some claims."""
    claims, reviews = listing.claims, listing.reviews
    return [
        ClaimFiles(
            claim_id,
            read_file(tree, claims[claim_id]),
            read_file(tree, reviews[claim_id]) if claim_id in reviews else None,
        )
        for claim_id in ids
    ]


def read_file(tree: Tree, path: str) -> File:
    """Read a YAML file's bytes; what cannot be read says why."""
    try:
        opened = tree.read(path, strict_yaml.MAX_BYTES)
    except RefusedError as error:
        return File(path, read_error=str(error))
    return File(path, opened.data, opened.sha256)


def read_claim_files(files: ClaimFiles) -> ReadClaim:
    """Read what the files of one claim say."""
    texts: dict[str, str] = {}
    noted = FlawLog(files.claim.path, claim=files.id)
    document = _document(files.claim, noted, texts)
    claim = None if document is None else read_claim(document, files.id, noted)
    flaws = noted.flaws
    reviews: tuple[Review, ...] = ()
    if files.review is not None:
        noted = FlawLog(files.review.path, claim=files.id)
        if (document := _document(files.review, noted, texts)) is not None:
            reviews = read_reviews(document, noted)
        flaws = flaws + noted.flaws
    return ReadClaim(claim, reviews, tuple(flaws), texts)


def _document(file: File, flaws: FlawLog, texts: dict[str, str]) -> strict_yaml.YamlDocument | None:
    if file.read_error:
        flaws.note(f"the file cannot be read: {file.read_error}", Place(file.path))
        return None
    document = strict_yaml.read(file.data)
    texts[file.path] = document.text
    return document


def with_claims(ground: Ground, read: Iterable[tuple[ClaimFiles, ReadClaim]]) -> Dossier:
    """Return the dossier that some claims make on their ground."""
    claims: list[Claim] = []
    reviews = dict(ground.dossier.reviews)
    unread, flaws = list(ground.dossier.unread), list(ground.dossier.flaws)
    texts = dict(ground.dossier.texts)
    for files, one in read:
        if one.claim is None:
            unread.append(files.claim.path)
        else:
            claims.append(ground.register.resolve_claim(one.claim))
        if files.review is not None and not files.review.read_error:
            reviews[files.id] = one.reviews
        flaws += one.flaws
        texts |= one.texts
    return replace(
        ground.dossier,
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        reviews=reviews,
        unread=tuple(sorted(unread)),
        unrecorded=tuple(sorted(ground.dossier.unrecorded)),
        flaws=tuple(sorted(flaws, key=lambda flaw: flaw.place)),
        texts=texts,
    )
