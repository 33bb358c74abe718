"""What a command read, question by question, so that a later one can tell whether it changed.

A command is a function of what its tree answers. When every question that it asked is answered as
before, it would say what it said before. Answers are compared by content: a new date on a file, or
a fresh clone, changes nothing.
"""

from __future__ import annotations

import hashlib
import os

from claimcheck.files import (
    MAX_PINNED_BYTES,
    MAX_TEXT_BYTES,
    Files,
    MissingError,
    RefusedError,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from claimcheck.tree import Entry, Opened, Tree

_ROOT, _REAL, _LIST, _FILE, _HASH = "root", "real", "list", "file", "hash"
_MISSING, _REFUSED = "missing", "refused"


class Trace:
    """Collects questions, a line each, and one hash over all answers."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._answers = hashlib.sha256()
        self._root = ""
        self._sound = True

    def note(self, root: str, *parts: str, answer: bytes) -> None:
        """Note a question about a folder, and its answer."""
        if root != self._root:
            self._root = root
            self._add(_ROOT, root)
        self._add(*parts)
        _take(self._answers.update, answer)

    def note_real(self, path: str) -> None:
        """Note where a path given by the user leads."""
        self._add(_REAL, path)
        _take(self._answers.update, _real(path))

    def text(self) -> str | None:
        """Return all that was noted; None when some name cannot stand in a line."""
        lines = [self._answers.hexdigest(), *self._lines]
        return "\n".join(lines) if self._sound else None

    def _add(self, *parts: str) -> None:
        line = "\t".join(parts)
        self._sound = self._sound and line.count("\t") == len(parts) - 1 and "\n" not in line
        self._lines.append(line)


class Traced:
    """A tree whose questions and answers are noted; see `claimcheck.tree.Tree`."""

    def __init__(self, tree: Tree, root: Path, trace: Trace) -> None:
        self._tree = tree
        self._root = str(root)
        self._trace = trace

    def entries(self, folder: str) -> list[Entry]:
        """List a folder; see `Tree.entries`."""
        try:
            found = self._tree.entries(folder)
        except RefusedError as error:
            self._refused(_LIST, 0, folder, error)
            raise
        listed = ((entry.path, entry.trouble) for entry in found)
        self._trace.note(self._root, _LIST, folder, answer=_listing(listed))
        return found

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> Opened:
        """Read a file; see `Tree.read`."""
        try:
            opened = self._tree.read(path, limit)
        except RefusedError as error:
            self._refused(_FILE, limit, path, error)
            raise
        self._trace.note(self._root, _FILE, path, answer=opened.data)
        return opened

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        try:
            found = self._tree.digest(path)
        except RefusedError as error:
            self._refused(_HASH, MAX_PINNED_BYTES, path, error)
            raise
        self._trace.note(self._root, _HASH, path, answer=found.encode())
        return found

    def _refused(self, what: str, limit: int, path: str, error: RefusedError) -> None:
        if isinstance(error, MissingError):
            self._trace.note(self._root, _MISSING, path, answer=b"")
        else:
            self._trace.note(
                self._root, _REFUSED, what, str(limit), path, answer=str(error).encode()
            )


def holds(text: str) -> bool:
    """Whether every question of a trace is answered today as it was then."""
    expected, *lines = text.split("\n")
    files, answers = Files(""), hashlib.sha256()
    feed, take = files.feed, answers.update
    try:
        for line in lines:
            what, _, rest = line.partition("\t")
            if what == _FILE:
                take(b"%d\n" % feed(rest, MAX_TEXT_BYTES, take))
            elif what == _ROOT:
                files = Files(rest)
                feed = files.feed
            else:
                _take(take, _answer(what, rest, files))
    except RefusedError:
        return False
    return answers.hexdigest() == expected


def _take(update: Callable[[bytes], object], answer: bytes) -> None:
    # With its length behind it, no answer can pass for the end of another.
    update(answer)
    update(b"%d\n" % len(answer))


def _answer(what: str, rest: str, files: Files) -> bytes:
    if what == _REAL:
        return _real(rest)
    if what == _LIST:
        return _listing(files.listing(rest))
    if what == _HASH:
        return files.read(rest, MAX_PINNED_BYTES, keep=False)[1].encode()
    if what == _MISSING:
        try:
            files.read(rest, MAX_TEXT_BYTES, keep=False)
        except MissingError:
            return b""
        raise RefusedError("it is there")
    asked, limit, path = rest.split("\t")
    from claimcheck.opening import Folder  # names are looked at again only where one was refused

    folder = Folder(files.root)
    try:
        if asked == _LIST:
            folder.entries(path)
        else:
            folder.read(path, int(limit))
    except RefusedError as error:
        return str(error).encode()
    raise RefusedError("it was refused")


def _real(path: str) -> bytes:
    return os.fsencode(os.path.realpath(path))


def _listing(entries: Iterable[tuple[str, str]]) -> bytes:
    lines = "\0".join(f"{path}\0{trouble}" for path, trouble in entries)
    return lines.encode("utf-8", "surrogateescape")
