"""A project as it was at a commit."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, read_config
from claimcheck.dossier.load import load_tree
from claimcheck.errors import ProjectError
from claimcheck.system import git
from claimcheck.system.plain_files import MAX_TEXT_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.model import Config, Dossier
    from claimcheck.system.git import Commit
    from claimcheck.system.tree import FileContent, Tree, TreeEntry


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
        try:
            config = None if name is None else read_config(tree, name)
            yield None if config is None else ProjectAtCommit(_WithEmptyFolders(tree), config)
        except ProjectError as error:
            problems = (f"at commit {commit[:12]}: {problem}" for problem in error.problems)
            remedy = error.help or "compare with a commit whose configuration can be read"
            raise ProjectError(*problems, help=remedy) from None


def dossier_at(folder: Path, commit: str) -> Dossier | None:
    """Read the dossier in a folder as it was at a commit; see `project_at`."""
    with project_at(folder, commit) as project:
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
