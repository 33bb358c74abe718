"""A project as it was at a commit."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, parse_toml, read_config
from claimcheck.dossier.load import load_tree
from claimcheck.model.errors import ProjectError
from claimcheck.system import git
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MAX_TEXT_BYTES, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.model import Config, Dossier
    from claimcheck.system.git import Commit
    from claimcheck.system.tree import FileContent, Tree, TreeEntry

_MAX_SHARED_FILES = 200


class ProjectAtCommit(NamedTuple):
    """A project's files and its settings as they were at a commit."""

    tree: Tree
    config: Config


@contextmanager
def project_at(folder: Path, commit: str) -> Iterator[ProjectAtCommit | None]:
    """Open the project in a folder as it was at a commit; None when there was none.

    Args:
        folder: the project's root, anywhere in the repository.
        commit: the commit's id, as `resolve` and `merge_base` give it.

    Raises:
        ProjectError: the commit cannot be read, or its configuration means nothing.
    """
    with git.open_commit(folder, commit) as tree:
        name = next((name for name in (OWN_FILE, SHARED_FILE) if name in tree.files), None)
        with errors_name_commit(commit):
            config = None if name is None else read_config(tree, name)
        yield None if config is None else ProjectAtCommit(_WithEmptyFolders(tree), config)


@contextmanager
def errors_name_commit(commit: str) -> Iterator[None]:
    """Let errors name the commit that they are about.

    Raises:
        ProjectError: one was raised inside.
    """
    try:
        yield
    except ProjectError as error:
        problems = (f"at commit {commit[:12]}: {problem}" for problem in error.problems)
        remedy = error.help or "compare with a commit whose configuration can be read"
        raise ProjectError(*problems, help=remedy) from None


def submodule_at(folder: Path, commit: str, config: Config) -> str | None:
    """Return a submodule that a project's claims, sources or reviews lay in at a commit, or held.

    Args:
        folder: the project's root.
        commit: the commit's id.
        config: the settings that the project had there.
    """
    folders = [f"{each}/" for each in (config.claims, config.sources, config.reviews)]
    with git.open_commit(folder, commit) as tree:
        paths = [path for path, blob in tree.files.items() if blob.is_submodule]
    for path in paths:
        if any(f"{path}/".startswith(each) or each.startswith(f"{path}/") for each in folders):
            return path
    return None


def root_at(start: Path, commit: str) -> Path | None:
    """Return the root of the project that a folder belonged to at a commit; None for none.

    Args:
        start: a folder of the repository, from which the project is looked for upward.
        commit: the commit's id.

    Raises:
        ProjectError: the commit cannot be read, or a configuration in it means nothing.
    """
    for folder in (start, *start.parents):
        with project_at(folder, commit) as project:
            if project is not None:
                return folder
        if git.is_top(folder):
            return None
    return None


def projects_gone(folder: Path, commit: str) -> list[str]:
    """Return the folders of projects that a repository had at a commit and has no more.

    Those that are links now, or lie behind one, are gone. Of shared configuration files so many are
    read.

    Args:
        folder: a folder of the repository.
        commit: the commit's id.
    """
    top = git.top(folder)
    gone = []
    with git.open_commit(top, commit) as tree:
        shared = 0
        for path in tree.files:
            parent, _, name = path.rpartition("/")
            if name not in {OWN_FILE, SHARED_FILE}:
                continue
            shared += name == SHARED_FILE
            if shared > _MAX_SHARED_FILES:
                continue
            if _has_settings(tree, path) and not _has_settings(Folder(top), path):
                gone.append(parent or ".")
    return gone


def _has_settings(tree: Tree, path: str) -> bool:
    """Whether a file of a tree configures a project, and not only names claimcheck."""
    name = path.rpartition("/")[2]
    try:
        if name == OWN_FILE:
            tree.digest(path)
            return True
        tool = parse_toml(tree.read(path).data, path).get("tool")
        return isinstance(tool, dict) and "claimcheck" in tool
    except (RefusedError, ProjectError):
        return False


def dossier_at(folder: Path, commit: str) -> Dossier | None:
    """Read the dossier in a folder as it was at a commit; see `project_at`."""
    with project_at(folder, commit) as project, errors_name_commit(commit):
        return None if project is None else load_tree(project.tree, project.config)


@dataclass(frozen=True, slots=True)
class _WithEmptyFolders:
    """A commit in which a folder that git cannot keep, an empty one, is there all the same."""

    commit: Commit

    def entries(self, folder: str) -> list[TreeEntry]:
        prefix = f"{folder}/"
        if not any(path == folder or path.startswith(prefix) for path in self.commit.files):
            return []
        return self.commit.entries(folder)

    def read(self, path: str, limit: int = MAX_TEXT_BYTES) -> FileContent:
        return self.commit.read(path, limit)

    def digest(self, path: str) -> str:
        return self.commit.digest(path)
