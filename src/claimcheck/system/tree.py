"""What a project's files are read from: a folder, or a commit that holds one."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from claimcheck.system.plain_files import MAX_TEXT_BYTES, MissingError

_MISSING = "there is no {}"


class FileContent(NamedTuple):
    """A file's bytes (empty when only the hash was asked for) and their SHA-256."""

    data: bytes
    sha256: str


class TreeEntry(NamedTuple):
    """A file in a folder: its path relative to the root, and why it cannot be read, if so."""

    path: str
    read_error: str = ""


class Tree(Protocol):
    """A place to read a project's files from; every path is relative to its root, with `/`."""

    def entries(self, folder: str) -> list[TreeEntry]:
        """List the files below a folder, sorted by path, without following links.

        What cannot be read is listed with its `read_error`.

        Raises:
            RefusedError: there is no such folder.
        """

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a plain file, whole, at most `limit` bytes.

        Raises:
            RefusedError: the file is missing, too large, a link or no plain file, or its path is
                not portable.
        """

    def digest(self, path: str) -> str:
        """Return a plain file's SHA-256 in hexadecimal, without holding the file in memory.

        Raises:
            RefusedError: the file is missing, larger than 1 GiB, a link or no plain file, or its
                path is not portable.
        """


class EmptyTree:
    """A tree without files; see `Tree`."""

    def entries(self, folder: str) -> list[TreeEntry]:
        """Refuse to list a folder; see `Tree.entries`."""
        raise MissingError(_MISSING.format(folder))

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:  # noqa: ARG002 - there is nothing to bound
        """Refuse to read a file; see `Tree.read`."""
        raise MissingError(_MISSING.format(path))

    def digest(self, path: str) -> str:
        """Refuse to take a file's hash; see `Tree.digest`."""
        raise MissingError(_MISSING.format(path))
