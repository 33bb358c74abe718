"""A folder of files that are made anew again and again: only what changed is written.

A list in the folder names what was written there, so that nobody else's file is ever replaced or
removed. Nothing is written through a link.
"""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

LIST = ".claimcheck-report.json"
_TEMPORARY = ".claimcheck-report.tmp"


class ForeignFolderError(Exception):
    """The folder holds files, and nothing says that they were written here."""


class OutputFolder:
    """A folder that files are written to.

    Args:
        root: its path. It is made where there is none.

    Raises:
        ForeignFolderError: it holds what was not written by this class.
        RefusedError: it is a link, or no folder.
        OSError: it cannot be made or read.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        if root.is_symlink() or (root.exists() and not root.is_dir()):
            raise RefusedError("it is a link, or no folder")
        root.mkdir(exist_ok=True)
        self._listed = _read_list(root)
        self._checked: set[str] = set()

    def write(self, path: str, data: bytes) -> bool:
        """Write a file whole, unless it holds the bytes already.

        Args:
            path: where, relative to the folder.
            data: the bytes.

        Returns:
            Whether it was written.

        Raises:
            RefusedError: a link or a folder is in the way, or the name is not portable.
            OSError: it cannot be written.
        """
        folder, _, _name = path.rpartition("/")
        portable_parts(path)
        if folder not in self._checked:
            self._open(folder)
        file = self._root / path
        try:
            mode = file.lstat().st_mode
        except FileNotFoundError:
            pass
        else:
            if not stat.S_ISREG(mode):
                raise RefusedError(f"{path} is a link, or no plain file")
            if file.read_bytes() == data:
                return False
        temporary = file.parent / _TEMPORARY
        descriptor = os.open(temporary, _CREATE, 0o666)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return True

    def _open(self, folder: str) -> None:
        path = self._root / folder
        if folder:
            if path.is_symlink():
                raise RefusedError(f"{folder} is a link")
            path.mkdir(exist_ok=True)
        # A run that was killed may have left it.
        (path / _TEMPORARY).unlink(missing_ok=True)
        self._checked.add(folder)

    def finish(self, paths: Iterable[str]) -> int:
        """Remove what an earlier run wrote and this one did not, and list what is there.

        Args:
            paths: of the files that this run wrote, or found as they should be.

        Returns:
            How many files were removed.
        """
        written = sorted(set(paths))
        left = self._listed - set(written)
        for path in left:
            file = self._root / path
            if not any(parent.is_symlink() for parent in file.parents if parent != self._root):
                file.unlink(missing_ok=True)
        self.write(LIST, (json.dumps(written, indent=0) + "\n").encode())
        return len(left)


_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)


def _read_list(root: Path) -> set[str]:
    file = root / LIST
    if file.is_file() and not file.is_symlink():
        try:
            listed = json.loads(file.read_bytes())
        except ValueError:
            listed = None
        if isinstance(listed, list):
            return {path for path in listed if isinstance(path, str) and _is_portable(path)}
    if any(root.iterdir()):
        raise ForeignFolderError(str(root))
    return set()


def _is_portable(path: str) -> bool:
    try:
        portable_parts(path)
    except RefusedError:
        return False
    return True
