"""Watch what a command opens, runs and connects to, by Python's audit events."""

from __future__ import annotations

import functools
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import claimcheck
from claimcheck.system import cache

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORBIDDEN = (
    "socket.connect", "socket.getaddrinfo", "os.system", "subprocess.Popen", "os.exec",
    "os.posix_spawn", "os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.chmod", "os.link",
    "os.symlink", "shutil.rmtree", "os.truncate",
)  # fmt: skip
_ALLOWED_IN_THE_CACHE = ("open", "os.mkdir", "os.rename", "os.remove")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
# What Python itself reads: libraries, time zones, processors.
_OWN = tuple(
    os.path.realpath(folder)
    for folder in (
        sys.prefix, sys.base_prefix, Path(claimcheck.__file__).parent, "/usr/lib", "/usr/share",
    )
)  # fmt: skip
_watched: list[tuple[str, list[str], int]] = []


def _hook(event: str, given: tuple[object, ...]) -> None:
    if not _watched:
        return
    root, seen, process = _watched[-1]
    noted = len(seen)
    if event in _ALLOWED_IN_THE_CACHE and _in_the_cache(given[0]):
        return
    if event in _FORBIDDEN:
        seen.append(f"{event} {given[:2]!r}")
    elif event == "open":
        path, _mode, flags = given
        if isinstance(path, (str, bytes, os.PathLike)):
            seen.extend(_trespass(os.fsdecode(path), flags, root))
    if len(seen) > noted and os.getpid() != process:
        os._exit(1)  # a second process of claimcheck's: its work is done here instead, and seen


def _in_the_cache(path: object) -> bool:
    """The user's cache folder is the one place outside a project that claimcheck may change."""
    own = _followed(cache.folder())
    named = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
    full = os.path.normpath(named)
    return full == own or full.startswith(own + os.sep)


@functools.cache
def _followed(folder: str) -> str:
    return os.path.realpath(folder)


def _trespass(path: str, flags: object, root: str) -> Iterator[str]:
    full = os.path.normpath(os.path.join(root, path))  # noqa: PTH118 - normalised as text, unfollowed
    if isinstance(flags, int) and flags & _WRITING:
        yield f"opened {path} for writing"
    if full != root and not full.startswith((root + os.sep, *_OWN)):
        yield f"opened {path}, outside the project"
    followed = not (isinstance(flags, int) and flags & getattr(os, "O_NOFOLLOW", 0))
    if followed and full.startswith(root + os.sep) and not os.path.realpath(full).startswith(root):
        yield f"opened {path}, through a link that leads out"


@contextmanager
def watched(root: Path) -> Iterator[list[str]]:
    """Collect what is opened outside a project, opened for writing, run or connected to."""
    if not _watched_before:
        sys.addaudithook(_hook)
        _watched_before.append(True)
    seen: list[str] = []
    # Python keeps compiled modules beside the code, which is no doing of claimcheck's.
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    _watched.append((str(root.resolve()), seen, os.getpid()))
    try:
        yield seen
    finally:
        _watched.pop()
        sys.dont_write_bytecode = before


_watched_before: list[bool] = []
