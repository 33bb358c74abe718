"""Open a file that a project names: plain files inside only, never following, never blocking.

A path may come with a stranger's pull request, so its name is checked as text, alike on every
system, and then opened folder by folder without following links.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.tree import MAX_PINNED_BYTES, MAX_TEXT_BYTES, Entry, Opened, RefusedError

if TYPE_CHECKING:
    from pathlib import Path

MAX_FOLDER_DEPTH = 32
_MAX_PATH = 1024
_MAX_NAME = 255
_CHUNK = 1 << 17
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?",
    re.IGNORECASE,
)
_GIT = re.compile(r"\.git|git~\d+", re.IGNORECASE)
_UNPORTABLE = re.compile(r'[<>:"|?*]')
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Co"})


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
    if any(unicodedata.category(sign) in _INVISIBLE for sign in path):
        raise RefusedError("the path holds a control or invisible character")
    if not unicodedata.is_normalized("NFC", path):
        raise RefusedError("the path is not in Unicode's composed form (NFC)")
    parts = path.split("/")
    for name in parts:
        _refuse_name(name)
    return parts


def _refuse_name(name: str) -> None:
    if name in {"", ".", ".."}:
        raise RefusedError('the path must be relative, without empty parts, "." or ".."')
    if (
        _UNPORTABLE.search(name)
        or name[-1] in ". "
        or name[0] in " ~"
        or _RESERVED.fullmatch(name)
        or len(name.encode()) > _MAX_NAME
    ):
        raise RefusedError("the path holds a name that not every system accepts")
    if _GIT.fullmatch(name):
        raise RefusedError("the path leads into .git")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of this machine as a `Tree`: read through checked names, never through links."""

    root: Path

    def entries(self, folder: str) -> list[Entry]:
        """List the files below a folder; see `Tree.entries`.

        Names that begin with a dot are left to the caller (`.git` excepted).
        """
        return _list_files(self.root, folder)

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> Opened:
        """Read a plain file; see `Tree.read`."""
        return _consume(self.root, path, limit, keep=True)

    def digest(self, path: str) -> str:
        """Return a plain file's SHA-256; see `Tree.digest`."""
        return _consume(self.root, path, MAX_PINNED_BYTES, keep=False).sha256


def _consume(root: Path, path: str, limit: int, *, keep: bool) -> Opened:
    handle = _open_inside(root, portable_parts(path))
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise RefusedError("it is not a plain file")
        if found.st_size > limit:
            raise RefusedError(f"it is larger than {limit:,} bytes")
        sha, chunks, size = hashlib.sha256(), [], 0
        while chunk := os.read(handle, _CHUNK):
            size += len(chunk)
            # A file may grow while it is read, or lie about its size.
            if size > limit:
                raise RefusedError(f"it is larger than {limit:,} bytes")
            sha.update(chunk)
            if keep:
                chunks.append(chunk)
    except OSError as error:
        raise RefusedError(_reason(error)) from None
    finally:
        os.close(handle)
    return Opened(b"".join(chunks), sha.hexdigest())


def _open_inside(root: Path, parts: list[str]) -> int:
    flags = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
    try:
        if os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW"):
            return _open_by_steps(root, parts, flags)
        return _open_resolved(root, parts, flags)
    except OSError as error:
        raise RefusedError(_reason(error)) from None


def _open_by_steps(root: Path, parts: list[str], flags: int) -> int:
    folder_flags = flags | os.O_DIRECTORY
    folder = os.open(root, folder_flags)
    try:
        for name in parts[:-1]:
            inner = os.open(name, folder_flags | os.O_NOFOLLOW, dir_fd=folder)
            os.close(folder)
            folder = inner
        return os.open(parts[-1], flags | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
    finally:
        os.close(folder)


def _open_resolved(root: Path, parts: list[str], flags: int) -> int:
    real_root = os.path.realpath(root)
    full = os.path.join(real_root, *parts)  # noqa: PTH118 - compared as text with realpath's answer
    if os.path.normcase(os.path.realpath(full)) != os.path.normcase(full):
        raise RefusedError("it is a symbolic link, or lies behind one")
    return os.open(full, flags)


def _reason(error: OSError) -> str:
    import errno  # only for a file that cannot be opened

    plain = {
        errno.ENOENT: "there is no such file",
        errno.ELOOP: "it is a symbolic link",
        errno.EACCES: "it may not be read (permission denied)",
        errno.ENXIO: "it is not a plain file",
        errno.EISDIR: "it is a folder",
        errno.ENOTDIR: "its folder is a file or a symbolic link",
    }
    return plain.get(error.errno or 0, (error.strerror or "it cannot be read").lower())


def _list_files(root: Path, folder: str) -> list[Entry]:
    portable_parts(folder)
    top = root / folder
    if top.is_symlink():
        return [Entry(folder, "it is a symbolic link")]
    if not top.is_dir():
        raise RefusedError("it is not a folder" if top.exists() else "there is no such folder")
    found: list[Entry] = []
    waiting = [(folder, 1)]
    while waiting:
        path, depth = waiting.pop()
        try:
            with os.scandir(root / path) as entries:
                listed = sorted(entries, key=lambda entry: entry.name)
        except OSError as error:
            found.append(Entry(path, _reason(error)))
            continue
        for entry in listed:
            inner = f"{path}/{entry.name}"
            trouble = _trouble(entry, depth)
            is_folder = not entry.is_symlink() and entry.is_dir(follow_symlinks=False)
            if trouble or not is_folder:
                found.append(Entry(inner, trouble))
            if is_folder and depth < MAX_FOLDER_DEPTH and not _GIT.fullmatch(entry.name):
                waiting.append((inner, depth + 1))
    return sorted(found, key=lambda entry: entry.path)


def _trouble(entry: os.DirEntry[str], depth: int) -> str:
    """Say why what stands in a folder is not to be read; nothing for a plain file or folder."""
    if entry.is_symlink():
        return "it is a symbolic link"
    if not entry.is_dir(follow_symlinks=False):
        return ""
    if depth >= MAX_FOLDER_DEPTH:
        return f"folders are nested deeper than {MAX_FOLDER_DEPTH}"
    return "it is a folder" if entry.name.lower().endswith((".yaml", ".yml")) else ""
