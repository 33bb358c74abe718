"""Passages by `find`, from an index that is made beside the server's work when first asked for."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING, Final

from claimcheck.model.errors import ClaimcheckError
from claimcheck.search.passages import PassageQuery, find_passages
from claimcheck.search.project_index import ProjectIndex, open_index
from claimcheck.system.tree import EmptyTree

if TYPE_CHECKING:
    from claimcheck.cli.servers.lsp.snapshot import Snapshot
    from claimcheck.search.passages import RankedPassage

# A small project is indexed meanwhile; of a large one the next question has an answer.
_PATIENCE: Final = 0.25  # seconds
_MOST: Final = 8


class PassageFinder:
    """Looks for passages in the sources of a snapshot.

    Args:
        cached: whether the index may be taken from the cache, and put there.
    """

    def __init__(self, *, cached: bool = True) -> None:
        self._cached = cached
        self._snapshot: Snapshot | None = None
        self._index: ProjectIndex | None = None
        self._thread: Thread | None = None

    def find(self, snapshot: Snapshot, text: str, within: tuple[str, ...]) -> list[RankedPassage]:
        """Return passages that speak of something, best first; none while there is no index yet.

        Args:
            snapshot: the project.
            text: what to look for.
            within: ids of the sources to look in; none for all.
        """
        index = self._ready(snapshot)
        if index is None or not text.strip():
            return []
        source_ids = tuple(name for name in within if name in index.sources)
        if within and not source_ids:
            return []
        query = PassageQuery(text, limit=_MOST, within=source_ids)
        # Who cites a passage already is not asked: all claims would be read for it.
        return list(find_passages(query, index, EmptyTree(), snapshot.project.config).passages)

    def _ready(self, snapshot: Snapshot) -> ProjectIndex | None:
        if self._snapshot is not snapshot and not (self._thread and self._thread.is_alive()):
            self._snapshot = snapshot
            self._thread = Thread(target=self._open, args=(snapshot,), daemon=True)
            self._thread.start()
        if self._thread is not None:
            self._thread.join(_PATIENCE)
        return self._index

    def _open(self, snapshot: Snapshot) -> None:
        project = snapshot.project
        name = str(project.root.resolve()) if self._cached else ""
        try:
            self._index = open_index(project.tree, project.config, name)
        except ClaimcheckError:
            self._index = None
