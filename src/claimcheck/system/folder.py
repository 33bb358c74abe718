"""Open a file that a project names: plain files inside only, never following, never blocking.

A path may come with a stranger's pull request, so its name is checked as text, alike on every
system, before `claimcheck.system.plain_files` opens it folder by folder.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, partial
from typing import TYPE_CHECKING

from claimcheck.system.plain_files import (
    MAX_TEXT_BYTES,
    Files,
    RefusedError,
    is_git_name,
)
from claimcheck.system.tree import FileContent, TreeEntry

if TYPE_CHECKING:
    from pathlib import Path

_MAX_PATH = 1024  # characters
_MAX_NAME = 255  # bytes
# What the names begin with that Windows reserves for devices, for patterns of names that need no
# closer look.
RESERVED_PREFIXES = "con|prn|aux|nul|com|lpt"
_RESERVED = cache(
    partial(
        re.compile,
        r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?",
        re.IGNORECASE,
    )
)
# Most names are of this kind, and none of these is refused.
_PLAIN_NAME = re.compile(rf"(?!{RESERVED_PREFIXES}|git)[a-z0-9_-]{{1,100}}(?:\.[a-z]{{1,8}})?")
_UNPORTABLE = re.compile(r'[<>:"|?*]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"})


def is_reserved(name: str) -> bool:
    """Whether Windows reserves a file's name for a device, whatever its ending (`aux.yaml`)."""
    return _RESERVED().fullmatch(name) is not None


def portable_parts(path: str) -> list[str]:
    """Split a relative path into names that mean the same on every system.

    Raises:
        RefusedError: the path is absolute, climbs out, or holds a name that is not portable.
    """
    if not path:
        raise RefusedError("the path is empty")
    if len(path) > _MAX_PATH:
        raise RefusedError("the path is too long")
    if "\\" in path:
        raise RefusedError("folders are separated by /, not by a backslash")
    if any(unicodedata.category(character) in _INVISIBLE for character in path):
        raise RefusedError("the path holds a control or invisible character")
    if not unicodedata.is_normalized("NFC", path):
        raise RefusedError("the path is not in Unicode's composed form (NFC)")
    parts = path.split("/")
    for name in parts:
        if not _PLAIN_NAME.fullmatch(name):
            _refuse_name(name)
    return parts


def _refuse_name(name: str) -> None:
    if name in {"", ".", ".."}:
        raise RefusedError('the path must be relative, without empty parts, "." or ".."')
    if (
        _UNPORTABLE.search(name)
        or name[-1] in ". "
        or name[0] in " ~"
        or is_reserved(name)
        or len(name.encode()) > _MAX_NAME
    ):
        raise RefusedError("the path holds a name that not every system accepts")
    if is_git_name(name):
        raise RefusedError("the path leads into .git")


class Folder:
    """A folder of this machine as a `Tree`: read through checked names, never through links.

    Args:
        root: the folder.
        files: what has read files below it already.
    """

    __slots__ = ("_checked_folder", "_files", "root")

    def __init__(self, root: str | Path, files: Files | None = None) -> None:
        self.root = root
        self._files = files or Files(str(root))
        self._checked_folder = ""

    def entries(self, folder: str) -> list[TreeEntry]:
        """List the files below a folder; see `Tree.entries`.

        Names that begin with a dot are left to the caller (`.git` excepted).
        """
        portable_parts(folder)
        return [TreeEntry(path, read_error) for path, read_error in self._files.listing(folder)]

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a plain file; see `Tree.read`."""
        self._refuse_unportable(path)
        return FileContent(*self._files.read(path, limit))

    def digest(self, path: str) -> str:
        """Return a plain file's SHA-256; see `Tree.digest`."""
        self._refuse_unportable(path)
        return self._files.digest(path)

    def _refuse_unportable(self, path: str) -> None:
        folder, _, name = path.rpartition("/")
        if folder != self._checked_folder or not _PLAIN_NAME.fullmatch(name):
            portable_parts(path)
            self._checked_folder = folder
