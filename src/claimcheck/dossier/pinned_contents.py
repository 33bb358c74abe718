"""Pinned files that many records name: each is read once, and looked into once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, TypeVar

from claimcheck.system.plain_files import MAX_TEXT_BYTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.system.tree import FileContent, Tree, TreeEntry

K = TypeVar("K")
V = TypeVar("V")
_MOST_LATEST: Final = 8
# Smaller files are read again as soon as they are looked up.
_LEAST_HELD_BYTES: Final = 1 << 15


class Latest(Generic[K, V]):
    """The last eight values, each with its size, up to a size of all of them together.

    Args:
        most: the bound on their sizes together; a larger value is not held.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: dict[K, tuple[V, int]] = {}
        self._size = 0

    def get(self, key: K) -> V | None:
        """Return a value; None where it is not held."""
        held = self._values.get(key)
        return held[0] if held is not None else None

    def put(self, key: K, value: V, size: int) -> None:
        """Hold a value in place of the oldest ones.

        Args:
            key: what it is held under.
            value: the value.
            size: its size.
        """
        if size > self._most or key in self._values:
            return
        self._values[key] = value, size
        self._size += size
        while self._size > self._most or len(self._values) > _MOST_LATEST:
            self._size -= self._values.pop(next(iter(self._values)))[1]

    def clear(self) -> None:
        """Hold none any more."""
        self._values.clear()
        self._size = 0

    def get_or_make(self, key: K, size: int, make: Callable[[], V]) -> V:
        """Return a value, made where it is not held.

        Args:
            key: what it is held under.
            size: its size.
            make: makes it.
        """
        held = self._values.get(key)
        if held is not None:
            return held[0]
        value = make()
        self.put(key, value, size)
        return value


class HeldTree:
    """A tree that holds the contents that were read last; see `claimcheck.system.tree.Tree`.

    For one pass over the records: what is written to a file meanwhile is not seen.
    """

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._contents: Latest[str, FileContent] = Latest(MAX_TEXT_BYTES)

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder; see `Tree.entries`."""
        return self._tree.entries(folder)

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        held = self._contents.get(path)
        if held is not None and len(held.data) <= limit:
            return held
        content = self._tree.read(path, limit)
        if len(content.data) > _LEAST_HELD_BYTES:
            self._contents.put(path, content, len(content.data))
        return content

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        held = self._contents.get(path)
        return held.sha256 if held is not None else self._tree.digest(path)
