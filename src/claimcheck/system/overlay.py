"""A project as it would be with some files written: to judge a change before it is made."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.system.plain_files import MAX_TEXT_BYTES, MissingError
from claimcheck.system.tree import FileContent, TreeEntry

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.system.tree import Tree


@dataclass(frozen=True, slots=True)
class OverlayTree:
    """A tree in which one file holds other bytes, or is there at all; see `Tree`."""

    tree: Tree
    path: str
    data: bytes

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder, with the file in it; see `Tree.entries`."""
        entries = self.tree.entries(folder)
        if self.path.startswith(f"{folder}/") and all(self.path != entry.path for entry in entries):
            entries = sorted([*entries, TreeEntry(self.path)], key=lambda entry: entry.path)
        return entries

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        if path != self.path:
            return self.tree.read(path, limit)
        return FileContent(self.data, hashlib.sha256(self.data).hexdigest())

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        return self.read(path).sha256 if path == self.path else self.tree.digest(path)


@dataclass(frozen=True, slots=True)
class EditedTree:
    """A tree in which some files hold other bytes, or are gone (None); see `Tree`."""

    tree: Tree
    files: Mapping[str, bytes | None]

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder as it would be; see `Tree.entries`."""
        disk_entries = [
            entry for entry in self.tree.entries(folder) if entry.path not in self.files
        ]
        made = [
            TreeEntry(path)
            for path, data in self.files.items()
            if data is not None and path.startswith(f"{folder}/")
        ]
        return sorted([*disk_entries, *made], key=lambda entry: entry.path)

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        if path not in self.files:
            return self.tree.read(path, limit)
        data = self.files[path]
        if data is None:
            raise MissingError(f"there is no {path}")
        return FileContent(data, hashlib.sha256(data).hexdigest())

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        return self.read(path).sha256 if path in self.files else self.tree.digest(path)
