"""Write a file whole or not at all: the old one or the new one, never something between."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.system import interrupts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MAX_TRIES = 10
_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP})

# Of what is written aside, before its own letters.
_MAX_BYTES_OF_A_NAME: Final = 80


class ExistsError(Exception):
    """There is a file of that name already; nothing was written."""


class ChangedError(Exception):
    """The file is not what it was when it was read; nothing was written."""


class BusyError(Exception):
    """Others change the file again and again; nothing was written."""


def behind_link(path: Path, root: Path) -> bool:
    """Whether a path below a root would be reached through a symbolic link, or leads out of it."""
    relative = path.relative_to(root) if path.is_relative_to(root) else None
    if relative is None or ".." in relative.parts:
        return True
    folders = [root.joinpath(*relative.parts[:count]) for count in range(1, len(relative.parts))]
    return any(folder.is_symlink() for folder in folders)


def create(path: Path, data: bytes) -> None:
    """Create a file with its bytes, complete from its first moment.

    Raises:
        ExistsError: the file exists.
        OSError: the folder cannot be written, or the disk is full; then nothing was left behind.
    """
    with interrupts.deferred():
        _create(path, data)


def _create(path: Path, data: bytes) -> None:
    temporary = _write_temporary(path, data, 0o666 & ~_umask())
    try:
        # A link fails when the target exists, where a rename would replace it.
        os.link(temporary, path)
    except FileExistsError:
        raise ExistsError(str(path)) from None
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        _take_free_place(temporary, path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


def _take_free_place(temporary: Path, path: Path) -> None:
    """Rename a file where the disk knows no links: FAT, and some network disks."""
    with _folder_locked(path.parent):
        if os.path.lexists(path):
            raise ExistsError(str(path))
        temporary.replace(path)


def replace(path: Path, data: bytes, *, expect: bytes) -> None:
    """Replace a file's bytes by others that were made from `expect`.

    Args:
        path: the file's.
        data: its bytes to be.
        expect: the bytes that it must hold still.

    Raises:
        ChangedError: the file does not hold `expect` any more.
        OSError: the file is no plain file, may not be written, or the disk is full; then the old
            file stands as it was.
    """
    with interrupts.deferred():
        _replace(path, data, expect)


def _replace(path: Path, data: bytes, expect: bytes) -> None:
    mode = path.lstat().st_mode
    if not stat.S_ISREG(mode):
        raise ChangedError(str(path))
    temporary = _write_temporary(path, data, stat.S_IMODE(mode))
    try:
        with _folder_locked(path.parent):
            if path.read_bytes() != expect:
                raise ChangedError(str(path))
            temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


def remove(path: Path, *, expect: bytes) -> None:
    """Remove a file that holds what it is thought to hold.

    Args:
        path: the file's.
        expect: what it holds, as far as the caller knows.

    Raises:
        ChangedError: it holds something else, or is gone.
        OSError: it may not be removed.
    """
    with _folder_locked(path.parent):
        if not path.is_file() or path.read_bytes() != expect:
            raise ChangedError(str(path))
        path.unlink()
        _sync_folder(path.parent)


def revise(path: Path, read: Callable[[], bytes], edit: Callable[[bytes], bytes | None]) -> bool:
    """Edit a file that others may edit, too: where they did, their edit is edited.

    Args:
        path: the file's.
        read: returns its bytes.
        edit: returns what they are to be, or nothing where they are to stay as they are.

    Returns:
        Whether it was written.

    Raises:
        BusyError: the file was changed each time, between reading and writing.
        OSError: it is no plain file, may not be written, or the disk is full; besides, whatever
            `read` and `edit` raise.
    """
    for _try in range(_MAX_TRIES):
        current = read()
        edited = edit(current)
        if edited is None:
            return False
        with contextlib.suppress(ChangedError):
            replace(path, edited, expect=current)
            return True
    raise BusyError(str(path))


def overwrite(path: Path, data: bytes) -> None:
    """Put a file's bytes in the place of whatever file is there.

    Raises:
        OSError: the folder cannot be written, or the disk is full; then the old file is unharmed.
    """
    with interrupts.deferred():
        _overwrite(path, data)


def _overwrite(path: Path, data: bytes) -> None:
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    temporary = _write_temporary(path, data, mode)
    try:
        temporary.replace(path)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink()
    _sync_folder(path.parent)


@contextlib.contextmanager
def _folder_locked(folder: Path) -> Iterator[None]:
    """Keep other claimchecks from replacing a file of a folder between comparison and exchange.

    The folder itself is locked, so that no lock file is left behind. Where folders cannot be
    locked (Windows, some network disks) the comparison alone must do.
    """
    try:
        import fcntl  # not on Windows
    except ImportError:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _write_temporary(path: Path, data: bytes, mode: int) -> Path:
    """Write bytes into a new file beside the one that they are meant for; return its path."""
    import tempfile  # random numbers and more, only where something is written

    # A name is bounded in bytes, of which a letter may take four.
    prefix = f".{os.fsencode(path.name)[:_MAX_BYTES_OF_A_NAME].decode('utf-8', 'ignore')}."
    descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    return temporary


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
