"""Records what a command asks of a project's folders, so that a later one can ask it all again.

A command is a function of what its tree answers. When every question is answered as before, the
command would print what it printed before. Answers are compared by content: a new date on a file,
or a fresh clone, changes nothing.
"""

from __future__ import annotations

import hashlib
import os
from itertools import islice

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

# The questions, and the two kinds of answers that are no content.
_ROOT, _REAL_PATH, _LIST, _FILE, _HASH = "root", "real", "list", "file", "hash"
_MISSING, _REFUSED = "missing", "refused"
# What is read to be compared is held for a command that has to run again, up to so many bytes.
_MAX_HELD_BYTES = 256 << 20


class Recording:
    """Collects questions, a line each, and one hash over all answers.

    It is not `consistent` when one question was answered in two ways: something was changed while
    the command ran.
    """

    def __init__(self) -> None:
        self._root = ""
        self._answers: dict[str, bytes] = {}
        self._by_root = {self._root: self._answers}
        self.consistent = True

    def record(self, root: str, *question: str, answer: bytes) -> None:
        """Record a question about a folder, and the SHA-256 of its answer."""
        line = "\t".join(question)
        if root != self._root:
            self._root, self._answers = root, self.answers_of(root)
        if (
            self._answers.setdefault(line, answer) != answer
            or line.count("\t") != len(question) - 1
            or "\n" in line
        ):
            self.consistent = False

    def record_file(self, root: str, path: str, sha256: bytes) -> None:
        """Record the content of a file, which is what most questions ask for; see `record`.

        Args:
            root: the folder.
            path: the file in it.
            sha256: of its content.
        """
        if root != self._root:
            self._root, self._answers = root, self.answers_of(root)
        if (
            self._answers.setdefault(f"{_FILE}\t{path}", sha256) != sha256
            or "\t" in path
            or "\n" in path
        ):
            self.consistent = False

    def answers_of(self, root: str) -> dict[str, bytes]:
        """Return the answers of a folder by the questions, in the order in which it was asked."""
        return self._by_root.setdefault(root, {})

    def record_real_path(self, path: str) -> None:
        """Record where a path given by the user leads."""
        self.record("", _REAL_PATH, path, answer=_real_path(path))

    def text(self) -> str | None:
        """Return all questions for `ask`; None when they cannot be asked again line by line."""
        lines, answers = [], hashlib.sha256()
        for root, by_question in self._by_root.items():
            lines += [f"{_ROOT}\t{root}", *by_question]
            answers.update(b"".join(by_question.values()))
        if not self.consistent or any("\n" in root for root in self._by_root):
            return None
        return "\n".join([answers.hexdigest(), *lines])


class Recorded:
    """Answers that another process recorded, by their questions, and whether they agreed."""

    __slots__ = ("answers", "consistent")

    def __init__(self, answers: list[tuple[str, bytes]], consistent: bool) -> None:  # noqa: FBT001 - a value's field
        self.answers = answers
        self.consistent = consistent


class RecordingTree:
    """A tree whose questions and answers are recorded; see `claimcheck.system.tree.Tree`.

    Args:
        tree: what is asked.
        root: the folder that it is.
        recording: where it is recorded.
        answers: what was asked a moment ago, and need not be asked again.
    """

    def __init__(
        self, tree: Tree, root: Path, recording: Recording, answers: Answers | None = None
    ) -> None:
        self._tree = tree
        self._root = str(root)
        self._recording = recording
        answers = answers or Answers()
        self._files = answers.files.get(self._root, {})
        self._lists = answers.lists.get(self._root, {})
        self._hashes = answers.hashes.get(self._root, {})
        self._contents: dict[str, bytes] = {}

    def entries(self, folder: str) -> list[TreeEntry]:
        """List a folder; see `Tree.entries`."""
        from claimcheck.system.tree import TreeEntry  # an unchanged check needs none

        try:
            held = self._lists.get(folder)
            if held is None:
                entries = self._tree.entries(folder)
                answer = _list_hash(entries)
            else:
                entries, answer = list(map(TreeEntry._make, held[0])), held[1]
        except RefusedError as error:
            self._refused(_LIST, 0, folder, error)
            raise
        self._recording.record(self._root, _LIST, folder, answer=answer)
        return entries

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a file; see `Tree.read`."""
        from claimcheck.system.tree import FileContent  # an unchanged check needs none

        held = self._files.get(path)
        if held is not None and len(held[0]) <= limit:
            content = FileContent(held[0], held[1].hex())
        else:
            try:
                content = self._tree.read(path, limit)
            except RefusedError as error:
                self._refused(_FILE, limit, path, error)
                raise
        self._read(path, bytes.fromhex(content.sha256))
        return content

    def digest(self, path: str) -> str:
        """Return a file's SHA-256; see `Tree.digest`."""
        held = self._files.get(path)
        if held is not None:
            self._read(path, held[1])
            return held[1].hex()
        try:
            sha256 = self._hashes.get(path) or self._tree.digest(path)
        except RefusedError as error:
            self._refused(_HASH, MAX_PINNED_BYTES, path, error)
            raise
        answer = bytes.fromhex(sha256)
        self._expect(path, answer)
        self._recording.record(self._root, _HASH, path, answer=answer)
        return sha256

    def mark(self) -> int:
        """Return how many answers of this folder are recorded."""
        return len(self._recording.answers_of(self._root))

    def since(self, mark: int) -> Recorded:
        """Return what was recorded of this folder after a mark, for `add` in another process."""
        answers = islice(self._recording.answers_of(self._root).items(), mark, None)
        return Recorded(list(answers), self._recording.consistent)

    def add(self, recorded: Recorded) -> None:
        """Record what was read through this tree in another process."""
        answers = self._recording.answers_of(self._root)
        for line, answer in recorded.answers:
            if answers.setdefault(line, answer) != answer:
                self._recording.consistent = False
        self._recording.consistent &= recorded.consistent

    def _read(self, path: str, sha256: bytes) -> None:
        self._expect(path, sha256)
        self._recording.record_file(self._root, path, sha256)

    def _refused(self, question: str, limit: int, path: str, error: RefusedError) -> None:
        reason = _sha256(str(error).encode())
        # What is too large to be read can have its hash taken all the same.
        if question != _LIST and not isinstance(error, LargeError):
            self._expect(path, reason)
        if isinstance(error, MissingError):
            self._recording.record(self._root, _MISSING, path, answer=_sha256(b""))
        else:
            self._recording.record(self._root, _REFUSED, question, str(limit), path, answer=reason)

    def _expect(self, path: str, content: bytes) -> None:
        """Mark the recording inconsistent if a file's content changed during the command."""
        if self._contents.setdefault(path, content) != content:
            self._recording.consistent = False


class Answers:
    """What a project's folders answer today to the questions of a recording, by folder.

    `unchanged` when all answers are those that were recorded. The others are held as far as they
    can serve a command that has to run again: what was read once need not be read twice.
    """

    __slots__ = ("files", "hashes", "lists", "unchanged")

    def __init__(self) -> None:
        self.unchanged = False
        self.files: dict[str, dict[str, tuple[bytes, bytes]]] = {}
        self.lists: dict[str, dict[str, tuple[list[tuple[str, str]], bytes]]] = {}
        self.hashes: dict[str, dict[str, str]] = {}


def ask(recorded: str) -> Answers:
    """Ask every question of a recording again, given its text."""
    expected, *lines = recorded.split("\n")
    answers, digest, complete, room = Answers(), hashlib.sha256(), True, _MAX_HELD_BYTES
    sha256, update = hashlib.sha256, digest.update
    files = Files("")
    held: dict[str, tuple[bytes, bytes]] = {}
    for line in lines:
        question, _, rest = line.partition("\t")
        try:
            if question == _FILE:
                data = files.reread(rest, MAX_TEXT_BYTES)
                content = sha256(data).digest()
                update(content)
                room -= len(data)
                if room > 0:
                    held[rest] = data, content
            elif question == _ROOT:
                files = Files(rest)
                held = answers.files.setdefault(rest, {})
            else:
                update(_answer(question, rest, files, answers))
        except RefusedError:
            complete = False
    answers.unchanged = complete and digest.hexdigest() == expected
    return answers


def _answer(question: str, rest: str, files: Files, answers: Answers) -> bytes:
    if question == _REAL_PATH:
        return _real_path(rest)
    if question == _LIST:
        entries = files.listing(rest)
        answers.lists.setdefault(files.root, {})[rest] = entries, _list_hash(entries)
        return _list_hash(entries)
    if question == _HASH:
        sha256 = files.digest(rest)
        answers.hashes.setdefault(files.root, {})[rest] = sha256
        return bytes.fromhex(sha256)
    if question == _MISSING:
        try:
            files.read(rest, MAX_TEXT_BYTES, keep=False)
        except MissingError:
            return _sha256(b"")
        raise RefusedError("it is there")
    refused, limit, path = rest.split("\t")
    from claimcheck.system.folder import Folder  # names are looked at only where one was refused

    folder = Folder(files.root, files)
    try:
        if refused == _LIST:
            folder.entries(path)
        elif refused == _HASH:
            folder.digest(path)
        else:
            folder.read(path, int(limit))
    except RefusedError as error:
        return _sha256(str(error).encode())
    raise RefusedError("it was refused")


def _real_path(path: str) -> bytes:
    return _sha256(os.fsencode(os.path.realpath(path)))


def _list_hash(entries: Iterable[tuple[str, str]]) -> bytes:
    lines = "\0".join(f"{path}\0{trouble}" for path, trouble in entries)
    return _sha256(lines.encode("utf-8", "surrogateescape"))


def _sha256(answer: bytes) -> bytes:
    return hashlib.sha256(answer).digest()
