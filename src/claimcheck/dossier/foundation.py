"""The sources and parties that claims stand on, as values and as hashes of their files."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier.files import (
    file_hash,
    hash_at,
    read_file,
    read_orphan_reviews,
    read_parties_file,
)
from claimcheck.dossier.key_signatures import SignatureVerifier, programs_missing
from claimcheck.dossier.listing import unrecorded
from claimcheck.dossier.on_demand import Sources, read_record
from claimcheck.dossier.party_names import PartyNames
from claimcheck.dossier.pinned_contents import HeldTree
from claimcheck.dossier.signers import read_signers
from claimcheck.model import Dossier
from claimcheck.system.parallel import both_reading, can_be_read_twice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.dossier.files import File
    from claimcheck.dossier.listing import Listing
    from claimcheck.model import Config, Flaw, Source
    from claimcheck.system.tree import Tree


# A second process costs about 20 ms, and what it has read as much again for a thousand records.
_MIN_RECORDS_FOR_TWO_PROCESSES = 400
# What the other process has read takes time on its way here.
_SHARE_OF_RECORDS_HERE = 0.55
# Longer texts are read here once more, sooner than they would be held twice on their way.
_MOST_CHARACTERS_SENT = 64 << 20


class PinDigest(NamedTuple):
    """A pinned file: its path, and the SHA-256 of its bytes or why it could not be read."""

    path: str
    content: str


class SourceDigest(NamedTuple):
    """A source's record and the files that it pins, as hashes: two that are equal say the same.

    Attributes:
        path: the record's.
        record: the SHA-256 of the record, or why it could not be read.
        described: whether the record describes a source at all.
        pins: the files that it pins.
        altered: whether one of them is not the file whose hash the record holds.
        publisher: who printed the source, as the record names it.
        party: whom that name means.
        latest_day: the later of the days on which it appeared, at the earliest, and was fetched.
        supersedes: the source that it is a newer capture of, as the record names it.
        stamp: its time stamp's files, as hashes.
    """

    path: str
    record: str
    described: bool
    pins: tuple[PinDigest, ...] = ()
    altered: bool = False
    publisher: str | None = None
    party: str | None = None
    latest_day: str = ""
    supersedes: str | None = None
    stamp: tuple[PinDigest, ...] = ()


class EarlierRecords(NamedTuple):
    """The sources' records as they were when they were read before, and their flaws."""

    digests: Mapping[str, SourceDigest]
    flaws: Iterable[Flaw]


class Foundation(NamedTuple):
    """The sources and parties that claims stand on.

    Attributes:
        dossier: the dossier without its claims. Its sources are read when they are asked for.
        sources: the dossier's.
        names: who is meant by a name.
        digests: every record and what it pins, by the source's id.
        listing_hash: a hash of the listing, the parties, and the reviews of claims that are gone.
        parties_hash: the SHA-256 of the parties file, or why it could not be read; "" for none.
            Where keys sign reviews, a hash of that and of whose keys do.
        sources_hash: a hash over `digests`.
        verifier: verifies the signatures of keys under reviews.
    """

    dossier: Dossier
    sources: Sources
    names: PartyNames
    digests: Mapping[str, SourceDigest]
    listing_hash: str
    parties_hash: str
    sources_hash: str
    verifier: SignatureVerifier

    @property
    def altered(self) -> frozenset[str]:
        """The sources of which a pinned file is not the one whose hash the record holds."""
        return frozenset(name for name, digest in self.digests.items() if digest.altered)


def read_foundation(
    tree: Tree,
    config: Config,
    listing: Listing,
    earlier: EarlierRecords | None = None,
) -> Foundation:
    """Read what claims stand on; of the sources only those whose files have changed.

    Args:
        tree: where the project's files are.
        config: its settings.
        listing: which files it has.
        earlier: the records as they were when they were read before.
    """
    texts: dict[str, str] = {}
    parties, parties_flaws = read_parties_file(tree, listing, texts)
    reviews, review_flaws = read_orphan_reviews(tree, listing, texts)
    names = PartyNames(parties)
    records = _read_records(tree, listing, earlier or EarlierRecords({}, ()), names, texts)
    described = {name: each.path for name, each in records.digests.items() if each.described}
    sources = Sources(HeldTree(tree), described, names, records.sources)
    parties_hash = file_hash(read_file(tree, listing.parties)) if listing.parties else ""
    signers = read_signers(tree, config.signers)
    if signers.path:
        # What could not be verified is looked at again where the programs have come.
        parties_hash = hash_of(parties_hash, repr(signers), repr(programs_missing(signers)))
    orphans = {path: hash_at(tree, path) for path in listing.orphans.values()}
    pinned = (
        pin.path for digest in records.digests.values() for pin in (*digest.pins, *digest.stamp)
    )
    undescribed = (digest.path for digest in records.digests.values() if not digest.described)
    dossier = Dossier(
        config=config,
        # Where every record was read, the dossier is a plain value.
        sources=sources if earlier and earlier.digests else dict(sources),
        parties=names.resolve_parents(parties),
        reviews=reviews,
        claim_ids=frozenset(listing.claims),
        unread=listing.unread,
        unread_records=tuple(sorted((*listing.unread_records, *undescribed))),
        unrecorded=unrecorded(listing, pinned),
        flaws=(*listing.flaws, *parties_flaws, *records.flaws, *review_flaws),
        texts=texts,
        extracts=sum(len(digest.pins) > 1 for digest in records.digests.values()),
        successors=_successors(records.digests),
        signers=signers,
    )
    listing_hash = hash_of(
        repr(sorted(listing.sources.items())),
        repr((listing.documents, listing.unread, listing.flaws)),
        repr(sorted(orphans.items())),
        parties_hash,
    )
    return Foundation(
        dossier,
        sources,
        names,
        records.digests,
        listing_hash,
        parties_hash,
        sources_hash(records.digests),
        SignatureVerifier(signers),
    )


def _successors(digests: Mapping[str, SourceDigest]) -> dict[str, tuple[str, ...]]:
    """Return the newer captures of each source that has some, by its id."""
    successors: dict[str, tuple[str, ...]] = {}
    for source_id, digest in digests.items():
        if digest.supersedes is not None:
            successors[digest.supersedes] = (*successors.get(digest.supersedes, ()), source_id)
    return successors


class _Records(NamedTuple):
    """The digests of all sources, those that had to be read, as written, and the flaws of all."""

    digests: dict[str, SourceDigest]
    sources: dict[str, Source]
    flaws: list[Flaw]


def _read_records(
    tree: Tree,
    listing: Listing,
    earlier: EarlierRecords,
    names: PartyNames,
    texts: dict[str, str],
) -> _Records:
    """Go through the sources in the order of their ids, in which publishers' names are learnt."""
    records = _Records({}, {}, [])
    earlier_flaws: dict[str | None, list[Flaw]] = {}
    for flaw in earlier.flaws:
        earlier_flaws.setdefault(flaw.source, []).append(flaw)
    paths, held = dict(sorted(listing.sources.items())), HeldTree(tree)
    current = {
        source_id: digest
        for source_id, path in paths.items()
        if (digest := earlier.digests.get(source_id)) is not None
        and digest.path == path
        and _is_current(held, digest)
    }
    read = _read_each(tree, {name: path for name, path in paths.items() if name not in current})
    for source_id in paths:
        if source_id in current:
            digest = current[source_id]
            records.flaws.extend(earlier_flaws.get(source_id, ()))
        else:
            source, found_flaws, digest, text = read[source_id]
            records.flaws.extend(found_flaws)
            texts |= text
            if source is not None:
                records.sources[source_id] = source
        party = names.publisher(digest.publisher)
        records.digests[source_id] = (
            digest if digest.party == party else digest._replace(party=party)
        )
    return records


class _ReadRecord(NamedTuple):
    """A source, the flaws of its record, its digest, and its text by its path."""

    source: Source | None
    flaws: list[Flaw]
    digest: SourceDigest
    texts: dict[str, str]


def _read_each(tree: Tree, paths: Mapping[str, str]) -> dict[str, _ReadRecord]:
    """Read records and what they pin, given their paths by id; very many in two processes."""
    names = list(paths)
    middle = len(names)
    if len(names) >= _MIN_RECORDS_FOR_TWO_PROCESSES and can_be_read_twice(tree):
        middle = int(len(names) * _SHARE_OF_RECORDS_HERE)

    def read(ids: Iterable[str]) -> dict[str, _ReadRecord]:
        held = HeldTree(tree)
        return {source_id: _read_whole(held, source_id, paths[source_id]) for source_id in ids}

    def read_there() -> dict[str, _ReadRecord] | None:
        records = read(names[middle:])
        texts = (len(each.source.text or "") for each in records.values() if each.source)
        return records if sum(texts) <= _MOST_CHARACTERS_SENT else None

    if middle == len(names):
        return read(names)
    here, there = both_reading(tree, lambda: read(names[:middle]), read_there)
    return here | (read(names[middle:]) if there is None else there)


def _read_whole(tree: Tree, source_id: str, path: str) -> _ReadRecord:
    texts: dict[str, str] = {}
    record = read_file(tree, path)
    source, flaws = read_record(tree, source_id, record, texts)
    return _ReadRecord(source, flaws, _digest(tree, record, source), texts)


def _digest(tree: Tree, record: File, source: Source | None) -> SourceDigest:
    if source is None:
        return SourceDigest(record.path, _hash_of_record(tree, record), described=False)
    pins = tuple(PinDigest(pin.path, pin.actual or f"!{pin.read_error}") for pin in source.pins)
    stamp = source.stamp
    days = [source.issued.earliest] if source.issued else []
    days += [source.accessed] if source.accessed else []
    return SourceDigest(
        record.path,
        _hash_of_record(tree, record),
        described=True,
        pins=pins,
        altered=source.changed,
        publisher=source.outlet or None,
        latest_day=max(day.isoformat() for day in days) if days else "",
        supersedes=source.supersedes,
        stamp=tuple(PinDigest(file, hash_at(tree, file)) for file in stamp.files) if stamp else (),
    )


def _hash_of_record(tree: Tree, record: File) -> str:
    """Return a record's hash, also where it is too large to be read, or why it has none."""
    return hash_at(tree, record.path) if record.read_error else record.sha256


def _is_current(tree: Tree, digest: SourceDigest) -> bool:
    if hash_at(tree, digest.path) != digest.record:
        return False
    files = (*digest.pins, *digest.stamp)
    return all(hash_at(tree, pin.path) == pin.content for pin in files)


def hash_of(*parts: str) -> str:
    """Return one SHA-256 over several texts."""
    sha = hashlib.sha256()
    for part in parts:
        sha.update(f"{len(part)}\n{part}\n".encode("utf-8", "surrogatepass"))
    return sha.hexdigest()


def sources_hash(digests: Mapping[str, SourceDigest]) -> str:
    """Return one hash over all that sources were made of."""
    return hash_of(*(repr((name, *digest)) for name, digest in digests.items()))
