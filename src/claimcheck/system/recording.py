"""What a command read, question by question, so that a later one can tell whether it changed.

A command is a function of what its tree answers. When every question that it asked is answered as
before, it would say what it said before. Answers are compared by content: a new date on a file, or
a fresh clone, changes nothing.
"""

from __future__ import annotations

import hashlib
import os

from claimcheck.system.plain_files import (
    MAX_PINNED_BYTES,
    MAX_TEXT_BYTES,
    Files,
    LargeError,
    MissingError,
    RefusedError,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from claimcheck.system.tree import FileContent, Tree, TreeEntry

_ROOT, _REAL, _LIST, _FILE, _HASH = "root", "real", "list", "file", "hash"
_MISSING, _REFUSED = "missing", "refused"
# What was read to compare it is kept for a command that has to look again, up to this many bytes.
_MOST_KEPT = 256 << 20


class Trace:
    """Collects questions, a line each, and one hash over all answers.

    A question that is asked again is noted once; if it is answered in another way, something was
    changed meanwhile, and the whole is not `sound`.
    """

    def __init__(self) -> None:
        self._root = ""
        self._noted: dict[str, bytes] = {}
        self._by_root = {self._root: self._noted}
        self.sound = True

    def note(self, root: str, *parts: str, answer: bytes) -> None:
        """Note a question about a folder, and the SHA-256 of its answer."""
        line = "\t".join(parts)
        if root != self._root:
            self._root, self._noted = root, self._by_root.setdefault(root, {})
        if (
            self._noted.setdefault(line, answer) != answer
            or line.count("\t") != len(parts) - 1
            or "\n" in line
        ):
            self.sound = False

    def note_real(self, path: str) -> None:
        """Note where a path given by the user leads."""
        self.note("", _REAL, path, answer=_real(path))

    def text(self) -> str | None:
        """Return all that was noted; None when it cannot be asked again line by line."""
        lines, answers = [], hashlib.sha256()
        for root, noted in self._by_root.items():
            lines += [f"{_ROOT}\t{root}", *noted]
            answers.update(b"".join(noted.values()))
        sound = self.sound and not any("\n" in root for root in self._by_root)
        return "\n".join([answers.hexdigest(), *lines]) if sound else None


class Traced:
    """A tree whose questions and answers are noted; see `claimcheck.system.tree.Tree`.

    Args:
        tree: what is asked.
        root: the folder that it is.
        trace: where it is noted.
        asked: what was asked a moment ago, and need not be asked again.
    """

    def __init__(self, tree: Tree, root: Path, trace: Trace, asked: Asked | None = None) -> None:
        self._tree = tree
        self._root = str(root)
        self._trace = trace
        asked = asked or Asked()
        self._files = asked.files.get(self._root, {})
        self._lists = asked.lists.get(self._root, {})
        self._hashes = asked.hashes.get(self._root, {})
        self._contents: dict[str, bytes] = {}

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder; see `Tree.entries`."""
        from claimcheck.system.tree import TreeEntry  # an unchanged check needs none

        try:
            known = self._lists.get(folder)
            if known is None:
                found = self._tree.entries(folder)
                answer = _listing(found)
            else:
                found, answer = list(map(TreeEntry._make, known[0])), known[1]
        except RefusedError as error:
            self._refused(_LIST, 0, folder, error)
            raise
        self._trace.note(self._root, _LIST, folder, answer=answer)
        return found

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        from claimcheck.system.tree import FileContent  # as above

        known = self._files.get(path)
        if known is not None and len(known[0]) <= limit:
            self._note(_FILE, path, known[1])
            return FileContent(known[0], known[1].hex())
        try:
            opened = self._tree.read(path, limit)
        except RefusedError as error:
            self._refused(_FILE, limit, path, error)
            raise
        self._note(_FILE, path, bytes.fromhex(opened.sha256))
        return opened

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        known = self._files.get(path)
        if known is not None:
            self._note(_FILE, path, known[1])
            return known[1].hex()
        try:
            found = self._hashes.get(path) or self._tree.digest(path)
        except RefusedError as error:
            self._refused(_HASH, MAX_PINNED_BYTES, path, error)
            raise
        self._note(_HASH, path, bytes.fromhex(found))
        return found

    def _note(self, what: str, path: str, answer: bytes) -> None:
        """Note what a file is; one that is now this and now that was changed meanwhile."""
        self._settle(path, answer)
        self._trace.note(self._root, what, path, answer=answer)

    def _refused(self, what: str, limit: int, path: str, error: RefusedError) -> None:
        why = _hash(str(error).encode())
        # What is too large to be read can have its hash taken all the same.
        if what != _LIST and not isinstance(error, LargeError):
            self._settle(path, why)
        if isinstance(error, MissingError):
            self._trace.note(self._root, _MISSING, path, answer=_hash(b""))
        else:
            self._trace.note(self._root, _REFUSED, what, str(limit), path, answer=why)

    def _settle(self, path: str, found: bytes) -> None:
        if self._contents.setdefault(path, found) != found:
            self._trace.sound = False


class Asked:
    """What a project's folders answer today to the questions of a trace, by folder.

    `same` when all answers are those that were noted. The others are kept as far as they can serve
    a command that has to look again: what was read once need not be read twice.
    """

    __slots__ = ("files", "hashes", "lists", "same")

    def __init__(self) -> None:
        self.same = False
        self.files: dict[str, dict[str, tuple[bytes, bytes]]] = {}
        self.lists: dict[str, dict[str, tuple[list[tuple[str, str]], bytes]]] = {}
        self.hashes: dict[str, dict[str, str]] = {}


def ask(text: str) -> Asked:
    """Ask every question of a trace again."""
    expected, *lines = text.split("\n")
    asked, answers, whole, room = Asked(), hashlib.sha256(), True, _MOST_KEPT
    sha256, take = hashlib.sha256, answers.update
    files = Files("")
    kept: dict[str, tuple[bytes, bytes]] = {}
    for line in lines:
        what, _, rest = line.partition("\t")
        try:
            if what == _FILE:
                data = files.whole(rest, MAX_TEXT_BYTES)
                digest = sha256(data).digest()
                take(digest)
                room -= len(data)
                if room > 0:
                    kept[rest] = data, digest
            elif what == _ROOT:
                files = Files(rest)
                kept = asked.files.setdefault(rest, {})
            else:
                take(_answer(what, rest, files, asked))
        except RefusedError:
            whole = False
    asked.same = whole and answers.hexdigest() == expected
    return asked


def _answer(what: str, rest: str, files: Files, asked: Asked) -> bytes:
    if what == _REAL:
        return _real(rest)
    if what == _LIST:
        found = files.listing(rest)
        answer = _listing(found)
        asked.lists.setdefault(files.root, {})[rest] = found, answer
        return answer
    if what == _HASH:
        digest = files.read(rest, MAX_PINNED_BYTES, keep=False)[1]
        asked.hashes.setdefault(files.root, {})[rest] = digest
        return bytes.fromhex(digest)
    if what == _MISSING:
        try:
            files.read(rest, MAX_TEXT_BYTES, keep=False)
        except MissingError:
            return _hash(b"")
        raise RefusedError("it is there")
    asked_for, limit, path = rest.split("\t")
    from claimcheck.system.folder import (
        Folder,  # names are looked at again only where one was refused
    )

    folder = Folder(files.root)
    try:
        if asked_for == _LIST:
            folder.entries(path)
        else:
            folder.read(path, int(limit))
    except RefusedError as error:
        return _hash(str(error).encode())
    raise RefusedError("it was refused")


def _real(path: str) -> bytes:
    return _hash(os.fsencode(os.path.realpath(path)))


def _listing(entries: Iterable[tuple[str, str]]) -> bytes:
    lines = "\0".join(f"{path}\0{trouble}" for path, trouble in entries)
    return _hash(lines.encode("utf-8", "surrogateescape"))


def _hash(answer: bytes) -> bytes:
    return hashlib.sha256(answer).digest()
