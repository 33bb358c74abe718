"""A project as it was at a commit, read from git's objects.

One `git ls-tree` lists the files and one `git cat-file --batch` hands out their bytes: no process a
file, and nothing is checked out. git is run with fixed arguments and a clean environment; no hook,
filter, replacement or download can come into play, whatever the repository holds.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import hashlib
import os
import posixpath
import re
import subprocess
from dataclasses import dataclass, field
from functools import lru_cache
from typing import IO, TYPE_CHECKING

from claimcheck.model.errors import ProjectError
from claimcheck.system.folder import portable_parts
from claimcheck.system.plain_files import (
    MAX_FOLDER_DEPTH,
    MAX_PINNED_BYTES,
    MAX_TEXT_BYTES,
    MissingError,
    RefusedError,
)
from claimcheck.system.programs import find_program
from claimcheck.system.tree import FileContent, TreeEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path


_CHUNK_BYTES = 1 << 17
_TIMEOUT_SECONDS = 300
_LAST_SECOND = 253_402_300_799  # of the year 9999
_COMMIT_ID = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_ABBREVIATED_ID = re.compile(r"[0-9a-f]{4,39}")
# What a short name may stand for, in the order in which git looks for it.
_MEANINGS = ("refs/{}", "refs/tags/{}", "refs/heads/{}", "refs/remotes/{}", "refs/remotes/{}/HEAD")
# What leads from the commit of a name to another one: `main~2`, `main@{upstream}`.
_SUFFIX = re.compile(r"[~^@:]")
# Modes of files in a tree object.
_PLAIN, _LINK, _SUBMODULE = ("100644", "100755", "100664"), "120000", "160000"
_SUBMODULE_ERROR = "it is a submodule"
_SETTINGS = (
    # Given on the command line, these go before whatever the repository's own settings say.
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "core.attributesFile=",
    # A folder of the project may look like a bare repository, with settings of its own.
    "safe.bareRepository=explicit",
    "protocol.allow=never",
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "",  # a clone that lacks objects must not fetch them, in any git
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",
}
_FETCH_REMEDY = (
    "fetch the whole history (`git fetch --unshallow`; in GitHub Actions `fetch-depth: 0`)"
)


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: the id of its object, or why it is not to be read."""

    object_id: str
    read_error: str = ""

    @property
    def is_submodule(self) -> bool:
        """Whether it stands for another repository, whose files this one does not hold."""
        return self.read_error == _SUBMODULE_ERROR


@dataclass(frozen=True, slots=True)
class Commit:
    """A folder as it was at a commit, as a `Tree`.

    `files` maps each path below the folder to its object; `stream` hands out an object's bytes;
    `digests` holds the hashes of objects that were taken already.
    """

    id: str
    files: Mapping[str, Blob]
    stream: Callable[[str, int, Callable[[bytes], object]], None]
    digests: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def entries(self, folder: str) -> list[TreeEntry]:
        """List the files below a folder; see `Tree.entries`."""
        portable_parts(folder)
        if folder in self.files:
            if read_error := self.files[folder].read_error:
                return [TreeEntry(folder, read_error)]
            raise RefusedError("it is not a folder")
        prefix = f"{folder}/"
        entries = [
            TreeEntry(path, blob.read_error or _too_deep(path, folder))
            for path, blob in self.files.items()
            if path.startswith(prefix)
        ]
        if not entries:
            raise RefusedError("there is no such folder")
        return sorted(entries, key=lambda entry: entry.path)

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        """Read a plain file; see `Tree.read`."""
        sha, chunks = hashlib.sha256(), list[bytes]()

        def keep(chunk: bytes) -> None:
            sha.update(chunk)
            chunks.append(chunk)

        self.stream(self._object_id(path), limit, keep)
        return FileContent(b"".join(chunks), sha.hexdigest())

    def digest(self, path: str) -> str:
        """Return a plain file's SHA-256; see `Tree.digest`."""
        object_id = self._object_id(path)
        if object_id not in self.digests:
            sha = hashlib.sha256()
            self.stream(object_id, MAX_PINNED_BYTES, sha.update)
            self.digests[object_id] = sha.hexdigest()
        return self.digests[object_id]

    def _object_id(self, path: str) -> str:
        portable_parts(path)
        if path in self.files:
            blob = self.files[path]
            if blob.read_error:
                raise RefusedError(blob.read_error)
            return blob.object_id
        parent = path
        while parent := posixpath.dirname(parent):
            if parent in self.files:
                raise RefusedError("its folder is a file or a symbolic link")
        if any(file.startswith(f"{path}/") for file in self.files):
            raise RefusedError("it is a folder")
        raise MissingError("there is no such file")


def resolve(folder: Path, ref: str) -> str:
    """Return the id of the commit that a branch, a tag or any other name stands for.

    Raises:
        ProjectError: there is no such commit in this clone, the name stands for several, or the
            folder is in no repository.
    """
    if ref.isprintable():
        commit = _revision(folder, f"{ref}^{{commit}}")
        # `^main` is a name to git, too: one for everything but `main`.
        if _COMMIT_ID.fullmatch(commit):
            _refuse_two_meanings(folder, ref)
            return commit
    _folder_prefix(folder)
    if is_shallow(folder):
        raise ProjectError(
            f"there is no commit {ref!r} in this clone, which is shallow", help=_FETCH_REMEDY
        )
    raise ProjectError(
        f"there is no commit {ref!r} in this repository",
        help="name a branch, a tag or a commit; a branch of a remote is named like origin/main",
    )


def _refuse_two_meanings(folder: Path, ref: str) -> None:
    """Refuse a name of several commits, of which git would take one without a word.

    Whoever checks out a stranger's branch by its name may get a branch `origin/main` of their own.
    """
    name = _SUFFIX.split(ref, maxsplit=1)[0]
    if not name:
        return
    patterns = [pattern.format(name) for pattern in _MEANINGS]
    listing = _git(folder, "for-each-ref", "--format=%(refname)", *patterns).stdout
    meanings = [line for line in os.fsdecode(listing).splitlines() if line in patterns]
    commits = {_revision(folder, f"{meaning}^{{commit}}") for meaning in meanings}
    if meanings and _ABBREVIATED_ID.fullmatch(name):
        object_ids = _git(folder, "rev-parse", f"--disambiguate={name}").stdout.decode(
            "ascii", "replace"
        )
        meanings += [object_id[: len(name) + 1] for object_id in object_ids.split()]
        commits.update(object_ids.split())
    if len(commits) > 1:
        raise ProjectError(
            f"{name!r} stands for several commits in this repository: {', '.join(meanings)}",
            help="write the one that you mean in full, as it stands here",
        )


@dataclass(frozen=True, slots=True)
class CommitSummary:
    """A commit: its id, its time in UTC as RFC 3339 has it, its day, and its first line."""

    id: str
    time: str
    day: dt.date
    subject: str


def log(folder: Path, paths: Sequence[str], limit: int) -> list[CommitSummary]:
    """Return the commits of the present branch that touched some paths, newest first.

    Of merged branches, only the merge itself is one. Time is that of the commit, not of its author.

    Args:
        folder: a folder of the repository, which the paths are relative to.
        paths: files and folders, each of which may be missing.
        limit: how many commits to return, at most.

    Raises:
        ProjectError: the folder is in no repository, or git cannot read it. A repository without
            commits has none.
    """
    _folder_prefix(folder)
    if _git(folder, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return []
    result = _git(
        folder,
        "log",
        "--first-parent",
        "--no-show-signature",
        "--encoding=UTF-8",
        f"--max-count={limit}",
        "--format=%H%x00%ct%x00%s%x00",
        "--end-of-options",
        "HEAD",
        "--",
        *paths,
    )
    if result.returncode:
        raise ProjectError(f"git cannot read the history of {folder}: {_first_line(result.stderr)}")
    fields = result.stdout.decode("utf-8", "replace").split("\0")
    return [
        _summary(commit.strip(), int(seconds), subject)
        for commit, seconds, subject in zip(fields[::3], fields[1::3], fields[2::3], strict=False)
    ]


def _summary(commit: str, seconds: int, subject: str) -> CommitSummary:
    # A commit may bear whatever time its maker wrote, even one that no calendar has.
    time = dt.datetime.fromtimestamp(min(max(seconds, 0), _LAST_SECOND), dt.UTC)
    return CommitSummary(commit, f"{time:%Y-%m-%dT%H:%M:%SZ}", time.date(), subject)


def merge_base(folder: Path, base: str, head: str = "HEAD") -> str:
    """Return the commit at which the line of `head` left that of `base`.

    Args:
        folder: a folder of the repository.
        base: a name of the one commit.
        head: a name of the other.

    Raises:
        ProjectError: one of the two is unknown, or this clone holds no commit that both share.
    """
    result = _git(folder, "merge-base", resolve(folder, base), resolve(folder, head))
    commit = result.stdout.decode("ascii", "replace").strip()
    if _COMMIT_ID.fullmatch(commit):
        return commit
    if is_shallow(folder):
        raise ProjectError(
            f"where this change left {base!r} cannot be told: the clone is shallow",
            help=_FETCH_REMEDY,
        )
    raise ProjectError(
        f"{base!r} and {head!r} have no commit in common",
        help="name the branch that this change is to be merged into",
    )


def is_top(folder: Path) -> bool:
    """Whether a folder is the uppermost of its repository.

    Raises:
        ProjectError: it is in no repository.
    """
    return not _folder_prefix(folder)


def top(folder: Path) -> Path:
    """Return the uppermost folder of the repository that a folder is in.

    Raises:
        ProjectError: it is in no repository.
    """
    depth = _folder_prefix(folder).count("/")
    return folder.resolve().parents[depth - 1] if depth else folder.resolve()


@contextlib.contextmanager
def open_commit(folder: Path, commit: str) -> Iterator[Commit]:
    """Open a folder as it was at a commit; closing it ends git."""
    # Where git does not know the folder by itself, as in a bare repository, its prefix tells it.
    tree_id = _revision(folder, f"{commit}:./") or _revision(
        folder, f"{commit}:{_folder_prefix(folder)}"
    )
    if not tree_id:
        # The folder came later than the commit.
        yield Commit(commit, {}, _no_objects)
        return
    objects = _Objects(_command(folder), commit)
    try:
        yield Commit(commit, _files_of(folder, tree_id, commit), objects.stream)
    finally:
        objects.close()


def _revision(folder: Path, name: str) -> str:
    """Return the id of the object that a name stands for; "" where there is none."""
    parsed = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", name)
    return "" if parsed.returncode else parsed.stdout.decode("ascii", "replace").strip()


@lru_cache(maxsize=4)  # one comparison looks into a tree again and again
def _files_of(folder: Path, tree_id: str, commit: str) -> dict[str, Blob]:
    """Return the files of a tree, by path.

    Args:
        folder: a folder of the repository.
        tree_id: the tree's id, which changes with what is in it.
        commit: the commit that it is of, for messages.

    Raises:
        ProjectError: this clone does not hold all of it.
    """
    listing = _git(folder, "ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree_id)
    if listing.returncode:
        raise _unreadable(commit, listing.stderr)
    return dict(_parse_tree(listing.stdout))


class _Objects:
    """The objects of a repository, asked for one after the other from one process.

    Args:
        command: git's command line, as far as its own command.
        commit: the commit that they are of, for messages.
    """

    def __init__(self, command: Sequence[str], commit: str) -> None:
        self._command = command
        self._process: subprocess.Popen[bytes] | None = None
        self._commit = commit

    def close(self) -> None:
        """End the process."""
        if self._process is None:
            return
        with self._process as process:
            process.kill()
            if process.stdin is not None:
                # A question that git did not live to read must not end in a broken pipe.
                with contextlib.suppress(OSError):
                    process.stdin.close()

    def stream(self, object_id: str, limit: int, consume: Callable[[bytes], object]) -> None:
        """Give an object's bytes, piece by piece, to `consume`.

        Args:
            object_id: the object's id.
            limit: how many bytes it may have.
            consume: is called with each piece.

        Raises:
            RefusedError: there are more than `limit` bytes.
            ProjectError: this clone does not hold the object.
        """
        size = self._request(object_id)
        output = self._output()
        remaining = size
        while remaining:
            chunk = output.read(min(remaining, _CHUNK_BYTES))
            if not chunk:
                raise _unreadable(self._commit)
            remaining -= len(chunk)
            # What is too large is still read to its end: the next answer begins behind it.
            if size <= limit:
                consume(chunk)
        output.read(1)
        if size > limit:
            raise RefusedError(f"it is larger than {limit:,} bytes")

    def _request(self, object_id: str) -> int:
        """Ask git for an object; return its size in bytes."""
        if self._process is None:
            self._process = subprocess.Popen(  # noqa: S603 - fixed arguments, and ids on its input
                [*self._command, "cat-file", "--batch"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
            )
        requests = self._process.stdin
        try:
            if requests is None:
                raise BrokenPipeError
            requests.write(object_id.encode("ascii") + b"\n")
            requests.flush()
        except OSError:
            raise _unreadable(self._commit) from None
        match self._output().readline(256).split():
            case [_object_id, b"blob", size] if size.isdigit():
                return int(size)
        raise _unreadable(self._commit)

    def _output(self) -> IO[bytes]:
        if self._process is None or self._process.stdout is None:
            raise _unreadable(self._commit)
        return self._process.stdout


def _no_objects(_object_id: str, _limit: int, _consume: Callable[[bytes], object]) -> None:
    raise MissingError("there is no such file")


def _parse_tree(listing: bytes) -> Iterator[tuple[str, Blob]]:
    """Read what `git ls-tree -r -z` prints: mode, type, object, a tab, the path, a NUL."""
    for line in listing.split(b"\0"):
        if not line:
            continue
        columns, _tab, path = line.partition(b"\t")
        mode, _type, object_id = columns.decode("ascii", "replace").split(" ")[:3]
        # As the file system would give it: a name that is not UTF-8 is refused where it is read.
        yield path.decode("utf-8", "surrogateescape"), Blob(object_id, _read_error(mode))


def _read_error(mode: str) -> str:
    if mode in _PLAIN:
        return ""
    return {_LINK: "it is a symbolic link", _SUBMODULE: _SUBMODULE_ERROR}.get(
        mode, "it is not a plain file"
    )


def _too_deep(path: str, folder: str) -> str:
    if path.count("/") - folder.count("/") > MAX_FOLDER_DEPTH:
        return f"folders are nested deeper than {MAX_FOLDER_DEPTH}"
    return ""


def _folder_prefix(folder: Path) -> str:
    """Return where a folder is in its repository: nothing, or a path that ends with a slash."""
    result = _git(folder, "rev-parse", "--show-prefix")
    if result.returncode == 0:
        return os.fsdecode(result.stdout.removesuffix(b"\n"))
    message = _first_line(result.stderr)
    if "not a git repository" in message:
        raise ProjectError(
            f"{folder} is in no git repository",
            help="`git init` begins one: what is committed there can be compared",
        )
    if "dubious ownership" in message:
        raise ProjectError(
            f"git does not read {folder}, which belongs to another user",
            help="say that you trust it: `git config --global --add safe.directory` and the folder",
        )
    raise ProjectError(f"git cannot read {folder}: {message}")


def is_shallow(folder: Path) -> bool:
    """Whether a clone ends before the first commit of its branch, as those of CI services do."""
    return _git(folder, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _unreadable(commit: str, stderr: bytes = b"") -> ProjectError:
    because = f": {line}" if (line := _first_line(stderr)) else ""
    return ProjectError(
        f"commit {commit[:12]} cannot be read whole from this clone{because}",
        help="fetch what it lacks (a clone made with --filter has no file of an old commit), "
        "or look for damage with `git fsck`",
    )


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ") if lines else ""


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, fixed arguments, names behind --end-of-options
            [*_command(folder), *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=_environment(),
            timeout=_TIMEOUT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ProjectError(
            f"git took more than {_TIMEOUT_SECONDS} seconds, and was stopped"
        ) from None


def _command(folder: Path) -> list[str]:
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return [_program(), "--no-pager", "--no-replace-objects", *settings, "-C", os.fspath(folder)]


def _program() -> str:
    program = find_program("git")
    if program is None:
        raise ProjectError(
            "there is no git on the search path", help="install git to compare commits"
        )
    return program


def _environment() -> dict[str, str]:
    """The user's environment without what would point git elsewhere, or make it run something."""
    environment = {
        name: value for name, value in os.environ.items() if not name.upper().startswith("GIT_")
    }
    return environment | _ENVIRONMENT
