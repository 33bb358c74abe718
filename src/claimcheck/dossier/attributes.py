"""Conversions of files that git makes at a checkout after a change: `.gitattributes`.

A file that is checked out may hold other bytes than those that were committed and reviewed: other
line ends, another encoding, or whatever a filter makes of it.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from claimcheck.model import Flaw, Place
from claimcheck.system import git
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import MissingError, RefusedError
from claimcheck.text.printable import short_repr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimcheck.model import Config
    from claimcheck.system.git import Commit
    from claimcheck.system.tree import Tree

FILE = ".gitattributes"
RULE = "settings-weakened"
_MAX_BYTES = 256 << 10
# No byte of a file depends on these. All others may alter bytes, as macros have any name.
_HARMLESS = frozenset(
    {"diff", "merge", "whitespace", "delta", "encoding", "conflict-marker-size", "binary"}
    | {"export-ignore", "export-subst", "lockable"}
)
_HARMLESS_BEGINNINGS = ("linguist-", "gitlab-")
_REMEDY = "take it out: what is checked must be what was committed"


def altering_attributes(root: Path, config: Config, commit: str) -> list[Flaw]:
    """Return what a change has git do to a project's files, a flaw for each line.

    Args:
        root: the project's root.
        config: the settings, which name the folders.
        commit: where the change began.

    Raises:
        ProjectError: the commit cannot be read.
    """
    top = git.top(root)
    inside = root.resolve().relative_to(top).as_posix()
    head = Folder(top)
    flaws: list[Flaw] = []
    with git.open_commit(top, commit) as base:
        folders = [posixpath.normpath(posixpath.join(inside, name)) for name in _folders(config)]
        for path in _paths(inside, folders, base, head):
            place = posixpath.relpath(path, inside)
            for number, line in _altered(_lines(base, path), _lines(head, path)):
                message = f"the change has git alter files as it writes them out: {line}"
                flaws.append(Flaw(RULE, message, Place(place, number), _REMEDY))
    return flaws


def _folders(config: Config) -> tuple[str, ...]:
    return config.claims, config.sources, config.reviews


def _paths(inside: str, folders: list[str], base: Commit, head: Tree) -> list[str]:
    """Return every file that may speak of a project's files: above them, and among them."""
    # A folder of the project may lie in another one, which has a file of its own.
    above = {folder for start in (inside, *folders) for folder in _and_above(start)}
    paths = {posixpath.normpath(posixpath.join(folder, FILE)) for folder in above}
    prefixes = tuple(f"{folder}/" for folder in folders)
    paths |= {path for path in base.files if _is_attributes(path) and path.startswith(prefixes)}
    for folder in folders:
        try:
            paths |= {entry.path for entry in head.entries(folder) if _is_attributes(entry.path)}
        except RefusedError:
            continue
    return sorted(paths)


def _and_above(folder: str) -> Iterator[str]:
    """Yield a folder, and those that it lies in."""
    yield folder
    while folder not in {"", "."}:
        folder = posixpath.dirname(folder)
        yield folder


def _is_attributes(path: str) -> bool:
    return posixpath.basename(path) == FILE


def _lines(tree: Tree, path: str) -> list[str]:
    try:
        data = tree.read(path, _MAX_BYTES).data
    except MissingError:
        return []
    except RefusedError as error:
        return [f"{FILE} cannot be read: {error}"]
    return [" ".join(line.split()) for line in data.decode("utf-8", "replace").split("\n")]


def _altered(base: list[str], head: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that make git alter more files, with their numbers; 0 for what is gone."""
    base_lines, head_lines = set(base), set(head)
    for number, line in enumerate(head, 1):
        if line not in base_lines and any(map(_alters, _attributes(line))):
            yield number, short_repr(line)
    for line in base:
        if line not in head_lines and any(map(_spares, _attributes(line))):
            yield 0, f"{short_repr(line)} is gone"


def _attributes(line: str) -> list[str]:
    if line.startswith("#"):
        return []
    if line.startswith('"'):
        # A pattern in quotation marks may hold blanks.
        return line[1:].partition('"')[2].split()
    return line.split(" ")[1:]


def _alters(attribute: str) -> bool:
    name = attribute.partition("=")[0]
    return not (
        name.startswith(("-", "!")) or name in _HARMLESS or name.startswith(_HARMLESS_BEGINNINGS)
    )


def _spares(attribute: str) -> bool:
    return attribute in {"binary", "-text", "-filter", "-ident", "-crlf", "-working-tree-encoding"}
