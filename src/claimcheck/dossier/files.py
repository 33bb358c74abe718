"""The YAML files of a project, each read by itself: bytes, hashes and values."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.claim_file import read_claim
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.parties_file import read_parties
from claimcheck.dossier.review_file import read_reviews
from claimcheck.model import Place
from claimcheck.system.plain_files import RefusedError, reading_remedy

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.dossier.listing import Listing
    from claimcheck.model import Claim, Flaw, Party, Review
    from claimcheck.system.tree import Tree


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


class ReadClaim(NamedTuple):
    """The values in the files of one claim. `claim` is None where its own file has none."""

    claim: Claim | None
    reviews: tuple[Review, ...]
    flaws: tuple[Flaw, ...]
    texts: Mapping[str, str]


def read_file(tree: Tree, path: str) -> File:
    """Read a YAML file's bytes; in place of an unreadable file stands the reason."""
    try:
        content = tree.read(path, strict_yaml.MAX_BYTES)
    except RefusedError as error:
        return File(path, read_error=str(error))
    return File(path, content.data, content.sha256)


def file_hash(file: File) -> str:
    """Return the SHA-256 of a file's bytes, or `!` and why there are none."""
    return f"!{file.read_error}" if file.read_error else file.sha256


def hash_at(tree: Tree, path: str) -> str:
    """Return the SHA-256 of the file at a path, or `!` and why it cannot be read.

    The file is not read where its hash is known.
    """
    try:
        return tree.digest(path)
    except RefusedError as error:
        return f"!{error}"


def read_document(
    file: File, log: FlawLog, texts: dict[str, str]
) -> strict_yaml.YamlDocument | None:
    """Read a file as YAML; None where it could not be opened.

    Args:
        file: the file.
        log: where what is wrong with it is noted.
        texts: where its text is put, by its path.
    """
    if file.read_error:
        log.note(
            f"the file cannot be read: {file.read_error}",
            Place(file.path),
            reading_remedy(file.read_error, "mend it, or move it elsewhere"),
        )
        return None
    document = strict_yaml.read(file.data)
    texts[file.path] = document.text
    return document


def read_parties_file(
    tree: Tree, listing: Listing, texts: dict[str, str]
) -> tuple[dict[str, Party], list[Flaw]]:
    """Read the parties, as they are written, and what is wrong with their file.

    Args:
        tree: where the project's files are.
        listing: which files it has.
        texts: where the file's text is put, by its path.
    """
    if not listing.parties:
        return {}, []
    log = FlawLog(listing.parties)
    document = read_document(read_file(tree, listing.parties), log, texts)
    parties = {} if document is None else read_parties(document, log)
    return parties, log.flaws


def read_orphan_reviews(
    tree: Tree, listing: Listing, texts: dict[str, str]
) -> tuple[dict[str, tuple[Review, ...]], list[Flaw]]:
    """Read the reviews of claims that are gone, by the claim's id, and what is wrong with them.

    Args:
        tree: where the project's files are.
        listing: which files it has.
        texts: where the files' texts are put, by their paths.
    """
    reviews: dict[str, tuple[Review, ...]] = {}
    flaws: list[Flaw] = []
    for claim_id, path in listing.orphans.items():
        log = FlawLog(path, claim=claim_id)
        if (document := read_document(read_file(tree, path), log, texts)) is not None:
            reviews[claim_id] = read_reviews(document, log)
        flaws += log.flaws
    return reviews, flaws


def claim_files(tree: Tree, listing: Listing, ids: Iterable[str]) -> list[ClaimFiles]:
    """Read the bytes of the files of some claims.

    Args:
        tree: where the project's files are.
        listing: which files it has.
        ids: the claims' ids.
    """
    claims, reviews = listing.claims, listing.reviews
    return [
        ClaimFiles(
            claim_id,
            read_file(tree, claims[claim_id]),
            read_file(tree, reviews[claim_id]) if claim_id in reviews else None,
        )
        for claim_id in ids
    ]


def read_claim_files(files: ClaimFiles) -> ReadClaim:
    """Read the files of one claim."""
    texts: dict[str, str] = {}
    log = FlawLog(files.claim.path, claim=files.id)
    document = read_document(files.claim, log, texts)
    claim = None if document is None else read_claim(document, files.id, log)
    flaws = log.flaws
    reviews: tuple[Review, ...] = ()
    if files.review is not None:
        log = FlawLog(files.review.path, claim=files.id)
        if (document := read_document(files.review, log, texts)) is not None:
            reviews = read_reviews(document, log)
        flaws = flaws + log.flaws
    return ReadClaim(claim, reviews, tuple(flaws), texts)
