"""A folder that is read again and again: a file of unchanged size and time is not read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.system.plain_files import MAX_TEXT_BYTES

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, MutableMapping

    from claimcheck.system.tree import FileContent, Tree, TreeEntry

# A file's size, and the time of its last change in nanoseconds.
Stamp = tuple[int, int]


class StampedTree:
    """A tree whose files are as they were when their stamps were taken; see `Tree`.

    Args:
        tree: what is read.
        stamps: the stamps of files, by their paths; of others nothing is remembered.
        folders: the folders of which all files have stamps.
        hashes: the SHA-256 of files, each with the stamp that it had; those taken are added, for
            the tree that is made after the next change.
    """

    def __init__(
        self,
        tree: Tree,
        stamps: Mapping[str, Stamp],
        folders: Collection[str],
        hashes: MutableMapping[str, tuple[Stamp, str]],
    ) -> None:
        self._tree = tree
        self._stamps = stamps
        self._folders = folders
        self._hashes = hashes
        self._entries: dict[str, list[TreeEntry]] = {}

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder; see `Tree.entries`."""
        if folder not in self._folders:
            return self._tree.entries(folder)
        if folder not in self._entries:
            self._entries[folder] = self._tree.entries(folder)
        return list(self._entries[folder])

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        return self._tree.read(path, limit)

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        stamp = self._stamps.get(path)
        if stamp is None:
            return self._tree.digest(path)
        remembered = self._hashes.get(path)
        if remembered is not None and remembered[0] == stamp:
            return remembered[1]
        sha256 = self._tree.digest(path)
        self._hashes[path] = stamp, sha256
        return sha256
