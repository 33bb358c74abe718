"""Plain files below one folder: opened step by step, never through links, never blocking.

This is the floor that everything stands on, and the whole of what an unchanged check needs; so it
imports as little as can be.
"""

from __future__ import annotations

import hashlib
import os
import stat

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FOLDER_DEPTH = 32
# Folding a text and searching it for one passage takes about a second and 170 MB at this size.
MAX_TEXT_BYTES = 16 << 20
MAX_DOCUMENT_BYTES = 64 << 20
MAX_PINNED_BYTES = 1 << 30
# What fetching, or reading, one document may take where nobody says otherwise.
SECONDS_PER_DOCUMENT = 60.0
# Of all files of a project whose hashes one command takes: some two seconds. Whoever runs the
# command may raise it, in GiB; no project can.
MAX_GIB_VARIABLE = "CLAIMCHECK_MAX_GIB"
_MAX_GIB, _DIGITS = 2, 7
_CHUNK_BYTES = 1 << 17
_SMALL_FILE_BYTES = 1 << 15
_FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_CAN_OPEN_BY_STEPS = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")

_DENIED = "permission denied"
ALLOW_READING = "allow yourself to read it, such as with `chmod u+r`"


class RefusedError(Exception):
    """A file cannot be opened, or must not be; the message says why, in a clause."""


class MissingError(RefusedError):
    """There is no such file."""


class NoPlainFileError(RefusedError):
    """What has this name is a folder, or a pipe or a device."""


class DeniedError(RefusedError):
    """A file may not be read."""


class LargeError(RefusedError):
    """A file is larger than was asked for."""


class Files:
    """Reads the plain files below a folder; every path is relative to it, with `/`.

    Names are taken as they come: whether they are portable is for the caller to say. The folder
    read last is kept open, since files come folder by folder.
    """

    __slots__ = ("_digests", "_folder", "_folder_descriptor", "_room", "root")

    def __init__(self, root: str) -> None:
        self.root = root
        self._room: int | None = None
        self._digests: dict[str, str] = {}
        self._folder: str | None = None
        self._folder_descriptor = -1

    def read(self, path: str, limit: int, *, keep: bool = True) -> tuple[bytes, str]:
        """Read a plain file, whole.

        Args:
            path: the file's path.
            limit: how many bytes it may have.
            keep: whether its bytes are to be returned, and not its hash alone.

        Returns:
            Its bytes (none unless they are to be kept) and its SHA-256 in hexadecimal.

        Raises:
            RefusedError: it is missing, larger than `limit` bytes, a link or no plain file.
        """
        data, sha256, _size = self._read(path, limit, keep=keep)
        return data, sha256

    def _read(self, path: str, limit: int, *, keep: bool) -> tuple[bytes, str, int]:
        try:
            descriptor = self._open(path)
        except FileNotFoundError as error:
            raise MissingError(error_clause(error)) from None
        except OSError as error:
            raise _refusal(error) from None
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise NoPlainFileError("it is not a plain file")
            if status.st_size > limit:
                raise LargeError(f"it is larger than {limit:,} bytes")
            return _contents(descriptor, status.st_size, limit, keep=keep)
        except OSError as error:
            raise _refusal(error) from None
        finally:
            os.close(descriptor)

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a plain file in hexadecimal; of a large one it is taken once.

        Raises:
            RefusedError: it is missing, larger than 1 GiB, a link or no plain file, or with those
                before it larger than 2 GiB.
        """
        if path in self._digests:
            return self._digests[path]
        if self._room is None:
            self._room = max_gib() << 30
        limit = min(MAX_PINNED_BYTES, self._room)
        try:
            _data, sha256, size = self._read(path, limit, keep=False)
        except LargeError:
            if limit == MAX_PINNED_BYTES:
                raise
            raise RefusedError(
                f"with the documents before it, it is larger than {max_gib()} GiB; "
                f"where that is right, set {MAX_GIB_VARIABLE} to a larger whole number"
            ) from None
        self._room -= size
        if size > _SMALL_FILE_BYTES:
            self._digests[path] = sha256
        return sha256

    def reread(self, path: str, limit: int) -> bytes:
        """Read a plain file in as few steps as can be: for what was read before.

        Raises:
            RefusedError: it is missing, larger than `limit` bytes, a link or no plain file.
        """
        try:
            descriptor = self._open(path)
            try:
                chunk = os.read(descriptor, _SMALL_FILE_BYTES)
                # Only a plain file has bytes to give at once; of an empty one, fstat must tell.
                if not chunk and not stat.S_ISREG(os.fstat(descriptor).st_mode):
                    raise NoPlainFileError("it is not a plain file")
                if len(chunk) < _SMALL_FILE_BYTES:
                    return chunk
                chunks, total = [chunk], len(chunk)
                while chunk := os.read(descriptor, _CHUNK_BYTES):
                    chunks.append(chunk)
                    total += len(chunk)
                    if total > limit:
                        raise LargeError(f"it is larger than {limit:,} bytes")
                return b"".join(chunks)
            finally:
                os.close(descriptor)
        except OSError as error:
            raise _refusal(error) from None

    def listing(self, folder: str) -> list[tuple[str, str]]:
        """List what stands below a folder, at any depth, without following links.

        Returns:
            the path of each, sorted, and why it is not to be read, if so; folders are listed only
            with a reason.

        Raises:
            RefusedError: there is no such folder, or it may not be read.
        """
        top = os.path.join(self.root, folder)
        if os.path.islink(top):
            return [(folder, "it is a symbolic link")]
        if not os.path.isdir(top):
            exists = os.path.exists(top)
            raise RefusedError("it is not a folder" if exists else "there is no such folder")
        listed: list[tuple[str, str]] = []
        pending = [(folder, 1)]
        while pending:
            path, depth = pending.pop()
            try:
                with os.scandir(os.path.join(self.root, path)) as entries:
                    for entry in entries:
                        inner = f"{path}/{entry.name}"
                        is_folder = entry.is_dir(follow_symlinks=False)
                        read_error = _read_error(entry, depth, is_folder=is_folder)
                        if read_error or not is_folder:
                            listed.append((inner, read_error))
                        if is_folder and depth < MAX_FOLDER_DEPTH and not is_git_name(entry.name):
                            pending.append((inner, depth + 1))
            except OSError as error:
                if path == folder:
                    raise _refusal(error) from None
                listed.append((path, error_clause(error)))
        return sorted(listed)

    def close(self) -> None:
        """Let go of the folder that is kept open."""
        if self._folder_descriptor >= 0:
            os.close(self._folder_descriptor)
        self._folder_descriptor, self._folder = -1, None

    def __del__(self) -> None:
        """Let go of the folder, too, when nobody reads any more."""
        self.close()

    def _open(self, path: str) -> int:
        folder, _, name = path.rpartition("/")
        if not _CAN_OPEN_BY_STEPS:
            return self._open_resolved(path)
        if folder != self._folder:
            self.close()
            self._folder_descriptor = _opened_folder(self.root, folder)
            self._folder = folder
        return os.open(name, _FLAGS | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=self._folder_descriptor)

    def _open_resolved(self, path: str) -> int:
        real_root = os.path.realpath(self.root)
        full = os.path.join(real_root, *path.split("/"))
        if os.path.normcase(os.path.realpath(full)) != os.path.normcase(full):
            raise RefusedError("it is a symbolic link, or lies behind one")
        return os.open(full, _FLAGS)


def max_gib() -> int:
    """Return how many GiB of a project's files have their hashes taken by one command."""
    text = os.environ.get(MAX_GIB_VARIABLE, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else _MAX_GIB


def is_git_name(name: str) -> bool:
    """Whether a name is `.git`, or one of the short names that Windows gives it."""
    plain = name.lower()
    return plain == ".git" or (plain.startswith("git~") and plain[4:].isdigit())


def error_clause(error: OSError) -> str:
    """Say in a clause why a file cannot be opened."""
    import errno  # only for a file that cannot be opened

    plain = {
        errno.ENOENT: "there is no such file",
        errno.ELOOP: "it is a symbolic link",
        errno.EACCES: _DENIED,
        errno.ENXIO: "it is not a plain file",
        errno.EISDIR: "it is a folder",
        errno.ENOTDIR: "its folder is a file or a symbolic link",
    }
    return plain.get(
        error.errno or 0, (error.strerror or str(error) or "it cannot be read").lower()
    )


def reading_remedy(reason: str, otherwise: str = "") -> str:
    """Return what to do about a file that cannot be read.

    Args:
        reason: why, as `error_clause` says it.
        otherwise: what to do where reading is not forbidden.
    """
    return ALLOW_READING if reason == _DENIED else otherwise


def _refusal(error: OSError) -> RefusedError:
    kind = DeniedError if isinstance(error, PermissionError) else RefusedError
    return kind(error_clause(error))


def _opened_folder(root: str, path: str) -> int:
    folder = os.open(root, _FLAGS | os.O_DIRECTORY)
    for name in path.split("/") if path else ():
        try:
            inner = os.open(name, _FLAGS | os.O_DIRECTORY | os.O_NOFOLLOW, dir_fd=folder)
        finally:
            os.close(folder)
        folder = inner
    return folder


def _contents(descriptor: int, size: int, limit: int, *, keep: bool) -> tuple[bytes, str, int]:
    # Python sets aside as many bytes as are asked for, so that small files ask for little.
    first = os.read(descriptor, min(size, _CHUNK_BYTES) + 1)
    if len(first) == size <= _CHUNK_BYTES:
        return first if keep else b"", hashlib.sha256(first).hexdigest(), size
    sha, chunks, total = hashlib.sha256(), [], 0
    for chunk in _chunks(descriptor, first):
        total += len(chunk)
        # A file may grow while it is read, or lie about its size.
        if total > limit:
            raise LargeError(f"it is larger than {limit:,} bytes")
        sha.update(chunk)
        if keep:
            chunks.append(chunk)
    return b"".join(chunks), sha.hexdigest(), total


def _chunks(descriptor: int, first: bytes) -> Iterator[bytes]:
    chunk = first
    while chunk:
        yield chunk
        chunk = os.read(descriptor, _CHUNK_BYTES)


def _read_error(entry: os.DirEntry[str], depth: int, *, is_folder: bool) -> str:
    """Say why what stands in a folder is not to be read; nothing for a plain file or folder."""
    if entry.is_symlink():
        return "it is a symbolic link"
    if not is_folder:
        return ""
    if depth >= MAX_FOLDER_DEPTH:
        return f"folders are nested deeper than {MAX_FOLDER_DEPTH}"
    return "it is a folder" if entry.name.lower().endswith((".yaml", ".yml")) else ""
