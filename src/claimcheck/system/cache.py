"""The user's cache: what claimcheck worked out before, each entry sealed with its name and hash.

An entry that is missing, damaged, foreign or not to be trusted is simply not there; a cache that
cannot be written stays as it is. Nothing in here can change an answer or make a command fail. It
lies in the user's cache folder and never in a project, nor anywhere in a repository, where a pull
request could bring a forged one.
"""

from __future__ import annotations

import functools
import hashlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "CLAIMCHECK_CACHE_DIR"
MAX_BYTES = 512 << 20
# What tells a folder that a stranger's files may be in.
_MARKERS = ("claimcheck.toml", "pyproject.toml", ".git", ".hg", ".jj", ".svn")
TAG = "CACHEDIR.TAG"
# The first line is what backup programs look for: bford.info/cachedir
_TAG_TEXT = b"""Signature: 8a477f597d28d172789f06886806bc55
# Made by claimcheck; it can be removed at any time.
"""
_SEAL = b"claimcheck 2 "
_LENGTH_OF_A_SEAL = len(_SEAL) + 64 + 1
_LONGEST_ENTRY = 256 << 20


def folder() -> str:
    """Return where the cache lies: `CLAIMCHECK_CACHE_DIR`, or the user's own cache folder."""
    if named := os.environ.get(VARIABLE):
        return os.path.abspath(named)
    if sys.platform == "linux":
        # What platformdirs answers too, without the 30 ms that it takes to import.
        base = os.environ.get("XDG_CACHE_HOME", "").strip()
        if not os.path.isabs(base):
            base = os.path.expanduser("~/.cache")
        # Whoever has no home folder has no cache, rather than one in a folder called `~`.
        return os.path.join(base if os.path.isabs(base) else os.devnull, "claimcheck")
    import platformdirs

    return platformdirs.user_cache_dir("claimcheck", appauthor=False)


def trusted(path: str) -> bool:
    """Whether a folder was made to be a cache, is the user's alone, and lies in no checkout."""
    return _is_private(path) and not _in_checkout(path)


def _is_private(path: str) -> bool:
    try:
        facts = os.stat(path)
    except OSError:
        return False
    if not os.path.lexists(f"{path}/{TAG}"):
        return False
    return os.name != "posix" or (facts.st_uid == os.geteuid() and not facts.st_mode & 0o022)


def _in_checkout(path: str) -> bool:
    above = os.path.realpath(path)
    while (upper := os.path.dirname(above)) != above:
        above = upper
        # Only looked for, never read.
        if any(os.path.lexists(f"{above}/{name}") for name in _MARKERS):
            return True
    return False


def get(kind: str, key: str) -> bytes | None:
    """Return what was stored; None when there is no such entry, whole and sound."""
    top = folder()
    try:
        if not trusted(top):
            return None
        handle = os.open(f"{top}/{kind}/{key}", os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        try:
            size = os.fstat(handle).st_size
            if size > _LONGEST_ENTRY:
                return None
            seal, data = os.read(handle, _LENGTH_OF_A_SEAL), os.read(handle, size)
        finally:
            os.close(handle)
    except OSError:
        return None
    return data if seal == _seal(kind, key, data) + b"\n" else None


def put(kind: str, key: str, data: bytes) -> None:
    """Store an entry, if the folder can be written and trusted; two writers do no harm.

    Args:
        kind: the folder of entries of one kind.
        key: the entry's name in it.
        data: its bytes.
    """
    try:
        top = folder()
        # Not even an empty folder is left in a checkout, which a home folder may be, too.
        if _in_checkout(top):
            return
        os.makedirs(top, 0o700, exist_ok=True)
        # A folder that holds something else is never made a cache, since caches are emptied.
        if not os.listdir(top):
            with open(f"{top}/{TAG}", "xb") as tag:
                tag.write(_TAG_TEXT)
        if not _is_private(top):
            return
        os.makedirs(f"{top}/{kind}", 0o700, exist_ok=True)
        # In containers every process may have one number, and what was killed left a file.
        aside = f"{top}/{kind}/.{key}.{os.urandom(6).hex()}"
        handle = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_seal(kind, key, data) + b"\n" + data)
            os.replace(aside, f"{top}/{kind}/{key}")
        except BaseException:
            os.unlink(aside)
            raise
    except OSError:
        return


def entries() -> Iterator[tuple[str, int, float]]:
    """Yield path, size in bytes and time of last change of everything in the cache."""
    top = folder()
    waiting = [top] if os.path.lexists(f"{top}/{TAG}") else []
    while waiting:
        try:
            with os.scandir(waiting.pop()) as folder_entries:
                for entry in folder_entries:
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                    elif entry.name != TAG:
                        facts = entry.stat(follow_symlinks=False)
                        yield entry.path, facts.st_size, facts.st_mtime
        except OSError:
            continue


def prune(most: int = MAX_BYTES) -> None:
    """Remove the entries that were written longest ago until at most `most` bytes are left."""
    by_age = sorted(entries(), key=lambda entry: entry[2])
    total = sum(size for _path, size, _time in by_age)
    for path, size, _time in by_age:
        if total <= most:
            return
        total -= size
        _remove(path)


def clear() -> None:
    """Remove every entry."""
    for path, _size, _time in list(entries()):
        _remove(path)


def _remove(path: str) -> None:
    try:
        os.unlink(path)
    except OSError:
        return


def _seal(kind: str, key: str, data: bytes) -> bytes:
    """Return what an entry begins with; one that is moved to the place of another has it wrong."""
    sha = hashlib.sha256(f"{kind}/{key}\n".encode())
    sha.update(data)
    return _SEAL + sha.hexdigest().encode()


def hashed(*parts: str) -> str:
    """Return one key for several texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


@functools.cache
def build() -> str:
    """Return a fingerprint of this claimcheck and of the libraries installed beside it.

    An entry of another build is never used: that a rule or a library changed shows in the date of
    some file. A process that runs on while files change is what it was when it first asked.
    """
    package = os.path.dirname(os.path.dirname(__file__))
    libraries = (path for path in sys.path if path.endswith(("site-packages", "dist-packages")))
    facts = [sys.version, *(f"{path} {_changed(path)}" for path in libraries)]
    facts += sorted(_modules(package))
    return hashlib.sha256("\n".join(facts).encode("utf-8", "surrogateescape")).hexdigest()


def _modules(folder: str) -> Iterator[str]:
    with os.scandir(folder) as folder_entries:
        for entry in folder_entries:
            if entry.name.endswith(".py"):
                facts = entry.stat()
                yield f"{entry.path} {facts.st_size} {facts.st_mtime_ns}"
            elif entry.is_dir() and entry.name != "__pycache__":
                yield from _modules(entry.path)


def _changed(path: str) -> int:
    try:
        return os.stat(path).st_mtime_ns
    except OSError:
        return 0
