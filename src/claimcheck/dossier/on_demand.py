"""A project's sources and the texts of its YAML files, each read only when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.fields import FlawLog
from claimcheck.dossier.files import read_document, read_file
from claimcheck.dossier.source_file import read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from collections.abc import Set as AbstractSet

    from claimcheck.dossier.files import File
    from claimcheck.dossier.party_names import PartyNames
    from claimcheck.model import AsideSpan, Content, Flaw, Locator, Source
    from claimcheck.system.tree import Tree


def read_record(
    tree: Tree, source_id: str, record: File, texts: dict[str, str]
) -> tuple[Source | None, list[Flaw]]:
    """Read a record as a source, with the flaws in it; None where no source can be made of it.

    Args:
        tree: where the files that it pins are.
        source_id: the source's id.
        record: the record's file.
        texts: gets the record's text, by its path.
    """
    flaws = FlawLog(record.path, source=source_id)
    document = read_document(record, flaws, texts)
    source = None if document is None else read_source(document, source_id, tree, flaws)
    return source, flaws.flaws


class Sources(Mapping[str, "Source"]):
    """The sources of a project, each read when it is asked for.

    Args:
        tree: where their records are.
        paths: the paths of their records, by id.
        names: who is meant by a name.
        read: those that are read already, as they are written.
        stored: makes a source as it is written of what an earlier check has read, where it has not
            changed since, given its id and its text.
    """

    def __init__(
        self,
        tree: Tree,
        paths: Mapping[str, str],
        names: PartyNames,
        read: Mapping[str, Source],
        stored: Callable[[str, Content], Source | None] = lambda _name, _content: None,
    ) -> None:
        self._tree = tree
        self._paths = paths
        self._names = names
        self._written = dict(read)
        self._stored = stored
        self._sources: dict[str, Source] = {}

    def with_stored(self, stored: Callable[[str, Content], Source | None]) -> Sources:
        """Return the same sources; what is stored is read again only when its text is asked for."""
        return Sources(self._tree, self._paths, self._names, self._written, stored)

    def as_written(self, source_id: str) -> Source:
        """Return a source with its publisher's name as its record has it.

        Raises:
            KeyError: as for the source.
        """
        _ = self[source_id]
        return self._written[source_id]

    def __getitem__(self, source_id: str) -> Source:
        """Return a source.

        Raises:
            KeyError: there is none, or its record was changed meanwhile, and is none any more.
        """
        if source_id not in self._sources:
            if source_id not in self._written:
                self._written[source_id] = self._stored_source(source_id) or self._read(source_id)
            self._sources[source_id] = self._names.resolve_source(self._written[source_id])
        return self._sources[source_id]

    def _stored_source(self, source_id: str) -> Source | None:
        if source_id not in self._paths:
            return None
        return self._stored(source_id, _ContentOnDemand(partial(self._read, source_id)))

    def _read(self, source_id: str) -> Source:
        record = read_file(self._tree, self._paths[source_id])
        source, _flaws = read_record(self._tree, source_id, record, {})
        if source is None:
            raise KeyError(source_id)
        return source

    def __contains__(self, source_id: object) -> bool:
        """Whether there is such a source."""
        return source_id in self._paths

    def __iter__(self) -> Iterator[str]:
        """Go through the ids."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the sources."""
        return len(self._paths)


class _ContentOnDemand:
    """The text of a source, read when it is asked for; see `claimcheck.model.Content`."""

    def __init__(self, read: Callable[[], Source]) -> None:
        self._read = read

    @cached_property
    def _source(self) -> Source:
        return self._read()

    @property
    def text(self) -> str | None:
        return self._source.text

    @property
    def locators(self) -> tuple[Locator, ...]:
        return self._source.locators

    @property
    def asides(self) -> tuple[AsideSpan, ...]:
        return self._source.asides


class Texts(Mapping[str, str]):
    """The texts of the YAML files of a project, read when they are asked for.

    Args:
        tree: where the files are.
        paths: which files there are.
        read: the texts that are read already, by path.
    """

    def __init__(self, tree: Tree, paths: AbstractSet[str], read: Mapping[str, str]) -> None:
        self._tree = tree
        self._paths = paths
        self._read = read
        self._latest = "", ""

    def __getitem__(self, path: str) -> str:
        """Return a file's text."""
        if path in self._read:
            return self._read[path]
        if path not in self._paths:
            raise KeyError(path)
        if path != self._latest[0]:
            # Findings come file by file, and one file may have thousands.
            self._latest = path, strict_yaml.text_of(read_file(self._tree, path).data)
        return self._latest[1]

    def __iter__(self) -> Iterator[str]:
        """Go through the paths."""
        return iter(self._paths)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._paths)
