"""Find a project's root upward from a folder, and read its configuration."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier.config import OWN_FILE, SHARED_FILE, read_config
from claimcheck.model.errors import ProjectError
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MissingError
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimcheck.model import Config
    from claimcheck.system.tree import Tree

_MOST_NAMED = 2


@dataclass(frozen=True, slots=True)
class Project:
    """A root folder, the file that its configuration came from, and the configuration.

    `tree` is what the project's files are to be read from, `start` the folder in which the search
    for it began: the root, or one below it.
    """

    root: Path
    file: str
    config: Config
    tree: Tree
    start: Path


def find_project(start: Path, open_tree: Callable[[Path], Tree] = Folder) -> Project:
    """Find the project that a folder belongs to: the nearest folder upward with a configuration.

    Args:
        start: the folder to begin at.
        open_tree: makes of a folder the tree that it is read from.

    Raises:
        ProjectError: there is none, or it cannot be used.
    """
    if not start.is_dir():
        problem = "is a file, not a folder" if start.exists() else "there is no such folder"
        raise ProjectError(f"{start}: {problem}", help="name an existing folder with -C")
    resolved = start.resolve()
    for folder in (resolved, *resolved.parents):
        tree = open_tree(folder)
        for name in (OWN_FILE, SHARED_FILE):
            try:
                config = read_config(tree, name)
            except MissingError:
                continue
            if config is not None:
                return Project(folder, name, config, tree, resolved)
    remedy = "run `claimcheck init` to start one here, or name another folder with -C"
    if below := _projects_in(resolved):
        names = " and ".join(below[:_MOST_NAMED])
        verb = "there is one" if len(below) == 1 else f"there are {len(below)}, such as those"
        remedy = f"{verb} in {names}: name it with -C, or go there"
    raise ProjectError(f"no claimcheck project in {resolved} or any folder above it", help=remedy)


def _projects_in(folder: Path) -> list[str]:
    """Return the names of the folders in a folder that have a configuration of their own."""
    try:
        return sorted(short_repr(path.parent.name) for path in folder.glob(f"[!.]*/{OWN_FILE}"))
    except OSError:
        return []
