"""A folder of files that are made anew again and again: only what changed is written.

A list in the folder names what was written there, so that nobody else's file is ever replaced or
removed. Nothing is written through a link.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from typing import TYPE_CHECKING

from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

LIST = ".claimcheck-report.json"
_TEMPORARY = ".claimcheck-report."


class ForeignFolderError(Exception):
    """The folder holds files, and nothing says that they were written here."""


class OutputFolder:
    """A folder that files are written to, by this process and by those that it forks.

    Args:
        root: its path. It is made where there is none.
        digests: the SHA-256 of files that are there, by path, where they are known.

    Raises:
        ForeignFolderError: it holds what was not written by this class.
        RefusedError: it is a link, or no folder.
        OSError: it cannot be made or read.
    """

    def __init__(self, root: Path, digests: Mapping[str, str] | None = None) -> None:
        self._root = root
        if root.is_symlink() or (root.exists() and not root.is_dir()):
            raise RefusedError("it is a link, or no folder")
        root.mkdir(exist_ok=True)
        self._digests = digests or {}
        self._listed = _read_list(root)
        self._checked: set[str] = set()

    def begin(self, paths: Iterable[str]) -> None:
        """List what is going to be written, so that a run that is interrupted can be made up for.

        Args:
            paths: relative to the folder.

        Raises:
            RefusedError: a link is in the way, or a name is not portable.
            OSError: the list cannot be written.
        """
        paths = set(paths)
        for folder in sorted({"", *(path.rpartition("/")[0] for path in paths)}):
            self._open(folder)
        if not paths <= self._listed or not self._listed:
            self._listed |= paths
            self._write_list(self._listed)

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
            if self._holds(path, data):
                return False
        # Another process may be writing another file here.
        temporary = file.parent / f"{_TEMPORARY}{os.getpid()}.tmp"
        descriptor = os.open(temporary, _CREATE, 0o666)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(data)
            temporary.replace(file)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        return True

    def _holds(self, path: str, data: bytes) -> bool:
        digest = self._digests.get(path)
        if digest is not None:
            return digest == hashlib.sha256(data).hexdigest()
        return (self._root / path).read_bytes() == data

    def _open(self, folder: str) -> None:
        path = self._root / folder
        if folder:
            if path.is_symlink():
                raise RefusedError(f"{folder} is a link")
            path.mkdir(exist_ok=True)
        # A run that was killed may have left some.
        for left in path.glob(f"{_TEMPORARY}*tmp"):
            left.unlink(missing_ok=True)
        self._checked.add(folder)

    def finish(self, paths: Iterable[str]) -> int:
        """Remove what an earlier run wrote and this one did not, and list what is there.

        Args:
            paths: of the files that this run wrote, or found as they should be.

        Returns:
            How many files were removed.
        """
        written = set(paths)
        left, removed = self._listed - written, 0
        for path in filter(_is_portable, left):
            file = self._root / path
            if not any(parent.is_symlink() for parent in file.parents if parent != self._root):
                removed += file.is_symlink() or file.exists()
                file.unlink(missing_ok=True)
        self._write_list(written)
        return removed

    def _write_list(self, paths: Iterable[str]) -> None:
        self.write(LIST, (json.dumps(sorted(paths), indent=0) + "\n").encode())


_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_READ = os.O_RDONLY
for _flag in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
    _READ |= getattr(os, _flag, 0)


def digests_in(root: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of files of a folder, by path; those that are no plain files are left out.

    Args:
        root: the folder.
        paths: relative to it.
    """
    digests = {}
    for path in paths:
        try:
            descriptor = os.open(f"{root}/{path}", _READ)
            try:
                facts = os.fstat(descriptor)
                if stat.S_ISREG(facts.st_mode):
                    data = os.read(descriptor, facts.st_size + 1)
                    digests[path] = hashlib.sha256(data).hexdigest()
            finally:
                os.close(descriptor)
        except OSError:
            continue
    return digests


def _read_list(root: Path) -> set[str]:
    file = root / LIST
    if file.is_file() and not file.is_symlink():
        try:
            listed = json.loads(file.read_bytes())
        except ValueError:
            listed = None
        if isinstance(listed, list):
            return {path for path in listed if isinstance(path, str)}
    if any(root.iterdir()):
        raise ForeignFolderError(str(root))
    return set()


def _is_portable(path: str) -> bool:
    try:
        portable_parts(path)
    except RefusedError:
        return False
    return True
