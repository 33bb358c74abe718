"""The sources of a project as something to search in, with an index that is kept between runs.

Nothing here judges: a record with flaws is searched as far as it can be read, and `check` tells of
the flaws. What was read before is known again by its bytes, so that an edit of one source costs the
reading of that one.
"""

from __future__ import annotations

import contextlib
import hashlib
import posixpath
from bisect import bisect_right
from collections import Counter
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.files import read_file
from claimcheck.dossier.listing import list_sources
from claimcheck.dossier.locators import read_marks
from claimcheck.dossier.pinned_contents import HeldTree
from claimcheck.dossier.source_file import TEXT_SUFFIXES, read_source
from claimcheck.search.index import DocumentTerms, IndexedDocument, analyse, pack_index
from claimcheck.search.languages import stemmer_for_code
from claimcheck.search.ranking import Index
from claimcheck.search.sentences import sentence_spans
from claimcheck.system import cache
from claimcheck.system.packed import packed, unpacked
from claimcheck.system.parallel import parallel_map
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.pinned_text import form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from contextlib import AbstractContextManager

    from claimcheck.model import Config, PinnedText, Source, Span
    from claimcheck.system.tree import FileContent, Tree

CACHE_KIND: Final = "search"
# A second process costs about 0.3 s of work: fewer texts than this are analysed sooner by one.
_MIN_TEXTS_FOR_TWO_PROCESSES: Final = 100
# Records that name one file offer the same passages: those of so many are enough.
_MOST_OF_ONE_FILE: Final = 20


@dataclass(frozen=True, slots=True)
class IndexedSource:
    """What a source's record says that matters for searching.

    Attributes:
        id: the source's.
        path: the record's.
        sha256: of the record's bytes.
        title: the document's.
        language: the document's, as BCP 47 writes it.
        text_path: the file to search in; "" where there is none.
        document: the path of the original, which tells how its text is marked, as does `extractor`.
        extractor: what made the text, and in which form; None for plain text.
        main: the part of the text to search in, as spans; none for all of it.
        gaps: what of the document is not in the text.
        page_labels: what its pages call themselves, where that is not 1, 2, 3.
    """

    id: str
    path: str
    sha256: str
    title: str
    language: str | None
    text_path: str
    document: str
    extractor: str | None = None
    main: tuple[Span, ...] = ()
    gaps: tuple[str, ...] = ()
    page_labels: tuple[str, ...] = ()

    def text(self, data: bytes) -> PinnedText:
        """Return the text in a file's bytes, with its pages or times and what stands aside.

        Raises:
            UnicodeDecodeError: they are no UTF-8.
        """
        return read_marks(data.decode("utf-8-sig"), self.document, self.extractor)


@dataclass(frozen=True, slots=True)
class ProjectIndex:
    """The sources of a project that can be searched, by id, their index, and how many cannot."""

    sources: Mapping[str, IndexedSource]
    index: Index
    unsearched: int
    _data: Mapping[str, bytes] = field(repr=False)

    def text(self, source_id: str) -> PinnedText:
        """Return a source's text, just as it was indexed, with its pages or times."""
        return self.sources[source_id].text(self._data[source_id])

    def sentences(self, source_id: str) -> list[str]:
        """Return a source's title and its sentences, those that are not offered as nothing."""
        source = self.sources[source_id]
        return [source.title, *(_sentences(source, self._data[source_id]) or ())]


def _unannounced(_sources: int) -> AbstractContextManager[None]:
    return contextlib.nullcontext()


def open_index(
    tree: Tree,
    config: Config,
    cache_name: str,
    progress: Callable[[int], AbstractContextManager[None]] = _unannounced,
) -> ProjectIndex:
    """Read the sources of a project, and their index from the cache; renew what is not current.

    Args:
        tree: the project's files.
        config: its settings.
        cache_name: a name for the project in the cache; "" uses none.
        progress: entered while sources are indexed, given how many; by default nothing.

    Raises:
        ProjectError: there is no folder of sources.
    """
    cache_key = cache.hashed(cache.build(), cache_name, config.sources) if cache_name else ""
    cached, index = _unpacked(cache.get(CACHE_KIND, cache_key) if cache_key else None)
    records = _read_records(tree, config, cached)
    offered = list(_offered(records))
    texts = _read_texts(tree, offered)
    sources = {record.id: record for record in offered if record.id in texts}
    keys = {name: _text_key(sources[name], text.sha256) for name, text in texts.items()}
    data = {name: text.data for name, text in texts.items()}
    changed = any(cached.get(record.path) != record for record in records)
    if index is None or index.keys != list(keys.values()) or index.ids != list(keys) or changed:
        data_of_index = _index(sources, data, keys, index, progress)
        if cache_key:
            value = packed([asdict(record) for record in records], data_of_index)
            cache.put(CACHE_KIND, cache_key, value)
            cache.prune()
        index = Index(data_of_index)
    ends = index.length_ends
    undecoded = sum(ends[number] == ends[number + 1] for number in range(len(index.ids)))
    unread = len(list_sources(tree, config)) - len(records)
    return ProjectIndex(sources, index, len(offered) - len(sources) + undecoded + unread, data)


def _unpacked(stored: bytes | None) -> tuple[dict[str, IndexedSource], Index | None]:
    """Return the records by their paths and the index that were put into the cache."""
    if stored is None:
        return {}, None
    try:
        rows, index = unpacked(stored)
        records = (IndexedSource(**row | _tuples(row)) for row in rows)
        return {record.path: record for record in records}, Index(index)
    except (ValueError, KeyError, TypeError):
        return {}, None


def _tuples(row: Mapping[str, Any]) -> dict[str, tuple[object, ...]]:
    """Return the lists of a stored record as what they were."""
    lists = {name: tuple(row[name]) for name in ("gaps", "page_labels")}
    return lists | {"main": tuple(map(tuple, row["main"]))}


def _read_records(
    tree: Tree, config: Config, cached: Mapping[str, IndexedSource]
) -> list[IndexedSource]:
    """Read the records that are not in the cache with the same bytes."""
    records, held = [], HeldTree(tree)
    for source_id, path in list_sources(tree, config).items():
        file = read_file(tree, path)
        if file.read_error:
            continue
        record = cached.get(path)
        if record is None or record.sha256 != file.sha256:
            flaws = FlawLog(path, source=source_id)
            source = read_source(strict_yaml.read(file.data), source_id, held, flaws)
            if source is None:
                continue
            record = _indexed_source(source, path, file.sha256)
        records.append(record)
    return records


def _indexed_source(source: Source, path: str, sha256: str) -> IndexedSource:
    document = source.pins[0].path if source.pins else ""
    # A file that cannot be read today may be there tomorrow, with the record as it is.
    texts = [pin.path for pin in source.pins[-1:] if pin.path.lower().endswith(TEXT_SUFFIXES)]
    text_path = source.text_path or "".join(texts)
    return IndexedSource(
        source.id, path, sha256, source.title, source.language, text_path, document,
        source.extractor, source.main, source.gaps, source.page_labels,
    )  # fmt: skip


def _offered(records: Iterable[IndexedSource]) -> Iterator[IndexedSource]:
    """Yield the records that are searched: of those that name one and the same file, the first."""
    named = Counter[str]()
    for record in records:
        named[record.text_path] += 1
        if not record.text_path or named[record.text_path] <= _MOST_OF_ONE_FILE:
            yield record


def _read_texts(tree: Tree, records: Iterable[IndexedSource]) -> dict[str, FileContent]:
    """Read the files that can be read, each once, by their sources' ids."""
    contents: dict[str, FileContent] = {}
    texts = {}
    for record in records:
        path = record.text_path
        if path and path not in contents:
            with contextlib.suppress(RefusedError):
                contents[path] = tree.read(path)
        if path in contents:
            texts[record.id] = contents[path]
    return texts


def _text_key(source: IndexedSource, sha256: str) -> str:
    """Return a hash of all that the terms of a text depend on."""
    suffix = posixpath.splitext(source.document)[1].lower()
    form = f"{form_of(source.extractor)} {source.main}"
    parts = (sha256, source.title, source.language or "", suffix, form)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _index(
    sources: Mapping[str, IndexedSource],
    data: Mapping[str, bytes],
    keys: Mapping[str, str],
    previous: Index | None,
    progress: Callable[[int], AbstractContextManager[None]],
) -> bytes:
    """Return an index of texts; terms that the previous index has are taken from it."""
    numbers = {key: number for number, key in enumerate(previous.keys)} if previous else {}
    new = [name for name in sources if keys[name] not in numbers]
    with progress(len(new)):
        items = [(sources[name], data[name]) for name in new]
        analysed = parallel_map(_terms, items, _MIN_TEXTS_FOR_TWO_PROCESSES)
        terms = dict(zip(new, analysed, strict=True))
        if previous is not None:
            unchanged = (name for name in sources if name not in terms)
            terms |= {name: previous.document(numbers[keys[name]]).terms for name in unchanged}
        return pack_index([IndexedDocument(name, keys[name], terms[name]) for name in sources])


def _terms(item: tuple[IndexedSource, bytes]) -> DocumentTerms:
    source, data = item
    sentences = _sentences(source, data)
    if sentences is None:
        # Indexed as nothing, so that it is not tried again and again.
        return analyse("", (), "")
    return analyse(source.title, sentences, stemmer_for_code(source.language))


def _sentences(source: IndexedSource, data: bytes) -> list[str] | None:
    """Return the sentences of a text; None where it cannot be decoded."""
    try:
        content = source.text(data)
    except UnicodeDecodeError:
        return None
    text = content.text or ""
    flow_end = min((aside.start for aside in content.asides), default=len(text))
    parts = source.main or ((0, flow_end),)
    # What is offered stands in the main part; other sentences keep their numbers, and are empty.
    return [
        text[start:end] if _is_within(start, end, parts) else ""
        for start, end in sentence_spans(text)
    ]


def _is_within(start: int, end: int, parts: Sequence[Span]) -> bool:
    number = bisect_right(parts, start, key=lambda part: part[0])
    return number > 0 and end <= parts[number - 1][1]
