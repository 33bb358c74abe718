"""The sources of a project as something to search in, with an index that is kept between runs.

Nothing here judges: a record with flaws is searched as far as it can be read, and `check` tells of
the flaws. What was read before is known again by its bytes, so that an edit of one source costs the
reading of that one.
"""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.files import read_file
from claimcheck.dossier.listing import list_sources
from claimcheck.dossier.locators import blank_marks
from claimcheck.dossier.source_file import TEXT_SUFFIXES, read_source
from claimcheck.search import DocumentTerms, Index, IndexedDocument, analyse, pack_index
from claimcheck.search.languages import stemmer_for_code
from claimcheck.search.sentences import sentence_spans
from claimcheck.system import cache
from claimcheck.system.packed import packed, unpacked
from claimcheck.system.parallel import parallel_map
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from contextlib import AbstractContextManager

    from claimcheck.model import Config, Locator, Source
    from claimcheck.system.tree import FileContent, Tree

KIND: Final = "search"
# Some second's work: less is done before a second process is.
_MANY: Final = 100


@dataclass(frozen=True, slots=True)
class Volume:
    """What a source's record says that matters for searching.

    `path` and `sha256` are the record's own; `text_path` is the file to search in, "" where there
    is none; `document` the name of the original, which tells how its text is marked.
    """

    id: str
    path: str
    sha256: str
    title: str
    language: str | None
    text_path: str
    document: str


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every source that can be searched, its index, and how many cannot."""

    volumes: Mapping[str, Volume]
    index: Index
    unsearched: int
    _texts: dict[str, tuple[str, tuple[Locator, ...]]] = field(repr=False)
    _data: Mapping[str, bytes] = field(repr=False)

    def text(self, source_id: str) -> tuple[str, tuple[Locator, ...]]:
        """Return a source's text, just as it was indexed, and its pages or times."""
        if source_id not in self._texts:
            self._texts[source_id] = _text(self.volumes[source_id], self._data[source_id])
        return self._texts[source_id]


def shelf(
    tree: Tree,
    config: Config,
    kept: str,
    indexing: Callable[[int], AbstractContextManager[None]],
) -> Shelf:
    """Read the sources of a project, and their index from the cache; renew what is not current.

    Args:
        tree: the project's files.
        config: its settings.
        kept: a name for the project in the cache; "" uses none.
        indexing: what to enter while sources are indexed, given how many.

    Raises:
        ProjectError: there is no folder of sources.
    """
    key = cache.hashed(cache.build(), kept, config.sources) if kept else ""
    known, index = _remembered(cache.get(KIND, key) if key else None)
    volumes = _volumes(tree, config, known)
    opened = _opened(tree, volumes)
    keys = {name: _key_of_text(volume, one.sha256) for name, (volume, one) in opened.items()}
    data = {name: one.data for name, (_volume, one) in opened.items()}
    found = {name: volume for name, (volume, _one) in opened.items()}
    changed = any(known.get(one.path) != one for one in volumes)
    if index is None or index.keys != list(keys.values()) or index.ids != list(keys) or changed:
        written = _indexed(found, data, keys, index, indexing)
        if key:
            cache.put(KIND, key, _remembrance(volumes, written))
            cache.prune()
        index = Index(written)
    unreadable = sum(
        index.length_ends[at] == index.length_ends[at + 1] for at in range(len(index.ids))
    )
    return Shelf(found, index, len(volumes) - len(found) + unreadable, {}, data)


def _opened(tree: Tree, volumes: Iterable[Volume]) -> dict[str, tuple[Volume, FileContent]]:
    """Read the texts that can be read, by their sources' ids."""
    found = {}
    for one in volumes:
        if one.text_path:
            with contextlib.suppress(RefusedError):
                found[one.id] = one, tree.read(one.text_path)
    return found


def _indexed(
    volumes: Mapping[str, Volume],
    data: Mapping[str, bytes],
    keys: Mapping[str, str],
    index: Index | None,
    indexing: Callable[[int], AbstractContextManager[None]],
) -> bytes:
    """Return an index of some texts; what the one before has of them is taken from it."""
    before = {key: at for at, key in enumerate(index.keys)} if index else {}
    new = [name for name in volumes if keys[name] not in before]
    with indexing(len(new)):
        read = parallel_map(_analysed, [(volumes[name], data[name]) for name in new], _MANY)
        known = dict(zip(new, read, strict=True))
        if index is not None:
            kept = (name for name in volumes if name not in known)
            known |= {name: index.document(before[keys[name]]).terms for name in kept}
        return pack_index([IndexedDocument(name, keys[name], known[name]) for name in volumes])


def _key_of_text(one: Volume, sha256: str) -> str:
    parts = (sha256, one.title, one.language or "", posixpath.splitext(one.document)[1].lower())
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _remembrance(volumes: Iterable[Volume], index: bytes) -> bytes:
    return packed([asdict(one) for one in volumes], index)


def _remembered(stored: bytes | None) -> tuple[dict[str, Volume], Index | None]:
    if stored is None:
        return {}, None
    try:
        told, index = unpacked(stored)
        return {one["path"]: Volume(**one) for one in told}, Index(index)
    except (ValueError, KeyError, TypeError):
        return {}, None


def _volumes(tree: Tree, config: Config, known: Mapping[str, Volume]) -> list[Volume]:
    """Read the records, those that are known by their bytes alone."""
    found = []
    for source_id, path in list_sources(tree, config).items():
        file = read_file(tree, path)
        if file.read_error:
            continue
        one = known.get(path)
        if one is None or one.sha256 != file.sha256:
            flaws = FlawLog(path, source=source_id)
            source = read_source(strict_yaml.read(file.data), source_id, tree, flaws)
            if source is None:
                continue
            one = _volume(source, path, file.sha256)
        found.append(one)
    return found


def _volume(source: Source, path: str, sha256: str) -> Volume:
    document = source.pins[0].path if source.pins else ""
    # A file that cannot be read today may be there tomorrow, with the record as it is.
    texts = [pin.path for pin in source.pins[-1:] if pin.path.lower().endswith(TEXT_SUFFIXES)]
    return Volume(
        id=source.id,
        path=path,
        sha256=sha256,
        title=source.title,
        language=source.language,
        text_path=source.text_path or "".join(texts),
        document=document,
    )


def _analysed(item: tuple[Volume, bytes]) -> DocumentTerms:
    one, data = item
    text = _decoded(one, data)
    if text is None:
        # Indexed as nothing, so that it is not tried again and again.
        return analyse("", (), "")
    said = [text[start:end] for start, end in sentence_spans(text)]
    return analyse(one.title, said, stemmer_for_code(one.language))


def _decoded(one: Volume, data: bytes) -> str | None:
    try:
        return blank_marks(data.decode("utf-8-sig"), one.document)[0]
    except UnicodeDecodeError:
        return None


def _text(one: Volume, data: bytes) -> tuple[str, tuple[Locator, ...]]:
    return blank_marks(data.decode("utf-8-sig"), one.document)
