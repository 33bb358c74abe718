"""What a place of a file names, a claim or a source, and where else that is named."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimcheck.cli.servers.lsp import places
from claimcheck.cli.servers.lsp.snapshot import is_claim
from claimcheck.documents.draft import MAX_DOCUMENT_BYTES, read_draft
from claimcheck.dossier.files import claim_files
from claimcheck.dossier.foundation import read_foundation
from claimcheck.dossier.listing import list_files
from claimcheck.dossier.load import read_claims, with_claims
from claimcheck.model.errors import UnreadableError
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.cli.servers.lsp.snapshot import Snapshot
    from claimcheck.dossier.article import Article
    from claimcheck.model import Config, Dossier
    from claimcheck.system.tree import Tree

CLAIM, SOURCE = "claim", "source"
_OWN_KEYS: Final = frozenset({("id",), ("claim",), ("title",)})
_FARTHEST: Final = 400  # characters between the place of a citation and the id that it names


@dataclass(frozen=True, slots=True)
class Named:
    """A claim or a source that a stretch of a file names.

    Attributes:
        kind: `claim` or `source`.
        id: its id.
        start: where the name begins, in code points of the file's text.
        end: where it ends.
        words: the words that are quoted of a source beside it; "" for none.
        is_own: whether it is the file's own id, that of the claim or record that it holds.
    """

    kind: str
    id: str
    start: int
    end: int
    words: str = ""
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a file of the project that names something."""

    path: str
    text: str
    start: int
    end: int


def named_at(snapshot: Snapshot, path: str, text: str, offset: int) -> Named | None:
    """Return what a place of a file names.

    Args:
        snapshot: the project.
        path: the file.
        text: what the editor holds of it.
        offset: the place, in code points.
    """
    if path in snapshot.articles:
        names = names_in_article(snapshot, path, text)
        return next((each for each in names if each.start <= offset <= each.end), None)
    kind, own = own_id(snapshot, path)
    value = places.value_at(text, offset)
    if not kind or value is None:
        return None
    if value.keys[-1] in places.SOURCE_KEYS and value.text in snapshot.foundation.dossier.sources:
        return Named(SOURCE, value.text, value.start, value.end)
    if value.keys[0] == "rests_on":
        return Named(CLAIM, value.text, value.start, value.end)
    if value.keys in _OWN_KEYS:
        return Named(kind, own, value.start, value.end, is_own=True)
    return None


def own_id(snapshot: Snapshot, path: str) -> tuple[str, str]:
    """Return what a file describes, `claim` or `source`, and its id; "" twice for neither."""
    if is_claim(snapshot, path):
        return CLAIM, path.rpartition("/")[2].removesuffix(".yaml")
    sources = snapshot.foundation.dossier.sources.values()
    source_id = next((source.id for source in sources if source.place.path == path), "")
    return (SOURCE, source_id) if source_id else ("", "")


def names_in_article(snapshot: Snapshot, path: str, text: str) -> list[Named]:
    """Return the claims and sources that an article cites, in its order.

    Args:
        snapshot: the project.
        path: the article's file.
        text: what the editor holds of it.
    """
    try:
        article = read_draft(path, text.encode("utf-8", "surrogatepass"))
    except UnreadableError:
        return []
    claims, sources = snapshot.listing.claims, snapshot.foundation.dossier.sources
    return sorted(
        _cited(article, text, frozenset(claims), frozenset(sources)), key=lambda each: each.start
    )


def _cited(
    article: Article, text: str, claims: frozenset[str], sources: frozenset[str]
) -> Iterator[Named]:
    returns = [match.start() for match in re.finditer("\r\n", text)]
    for citation in article.citations:
        kind = citation.kind or (
            CLAIM if citation.id in claims else SOURCE if citation.id in sources else ""
        )
        lead = rf"{citation.kind}\s*:\s*" if citation.kind else r"@\{?"
        written = re.compile(rf"{lead}(?P<id>{re.escape(citation.id)})(?![.:/-]*\w)")
        match = written.search(
            article.raw, citation.raw_start, citation.raw_start + len(citation.id) + _FARTHEST
        )
        if kind and match:
            start, end = match.span("id")
            # The article's lines end alike; those of the editor end as they were typed.
            passed = sum(at - number < start for number, at in enumerate(returns))
            yield Named(kind, citation.id, start + passed, end + passed, citation.words)


def mentions_of(tree: Tree, snapshot: Snapshot, kind: str, name: str) -> Iterator[Mention]:
    """Yield where claims, records and articles name a claim or a source.

    Args:
        tree: the project's files, as the editor has them.
        snapshot: the project as it was read last.
        kind: `claim` or `source`.
        name: the id.
    """
    wanted = name.encode()
    listing = list_files(tree, snapshot.project.config)
    for files in claim_files(tree, listing, listing.claims):
        if wanted in files.claim.data:
            yield from _values_that_name(files.claim.path, files.claim.data, kind, name)
    if kind == SOURCE:
        for source in snapshot.foundation.dossier.sources.values():
            if name in {source.origin, source.supersedes}:
                data = _read(tree, source.place.path)
                yield from _values_that_name(source.place.path, data, kind, name)
    for path in sorted(snapshot.articles):
        data = _read(tree, path)
        if wanted in data:
            text = data.decode("utf-8-sig", "replace")
            for each in names_in_article(snapshot, path, text):
                if (each.kind, each.id) == (kind, name):
                    yield Mention(path, text, each.start, each.end)


def _values_that_name(path: str, data: bytes, kind: str, name: str) -> Iterator[Mention]:
    text = data.decode("utf-8-sig", "replace")
    for value in places.values_in(text):
        is_source = value.keys[-1] in places.SOURCE_KEYS
        names = is_source if kind == SOURCE else value.keys[0] == "rests_on"
        if names and value.text == name:
            yield Mention(path, text, value.start, value.end)


def _read(tree: Tree, path: str) -> bytes:
    try:
        return tree.read(path, MAX_DOCUMENT_BYTES).data
    except RefusedError:
        return b""


def dossier_naming(tree: Tree, config: Config, name: str) -> Dossier:
    """Read the claims that have an id in their file or its signatures, and no others.

    That is all that a new id of a claim or a source concerns.

    Args:
        tree: the project's files, as the editor has them.
        config: its settings.
        name: the id.

    Raises:
        ProjectError: a folder that the configuration names is not there.
    """
    wanted = name.encode()
    listing = list_files(tree, config)
    foundation = read_foundation(tree, config, listing)
    files = [
        each
        for each in claim_files(tree, listing, listing.claims)
        if each.id == name
        or wanted in each.claim.data
        or (each.review is not None and wanted in each.review.data)
    ]
    dossier = with_claims(foundation, zip(files, read_claims(files), strict=True))
    return replace(dossier, claim_ids=frozenset(listing.claims))
