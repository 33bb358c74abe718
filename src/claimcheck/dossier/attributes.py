"""Conversions of files that git makes at a checkout after a change: `.gitattributes`.

A file that is checked out may hold other bytes than those that were committed and reviewed: other
line ends, another encoding, or whatever a filter makes of it.
"""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from claimcheck.dossier.article_files import article_folders
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
_MAX_LINE_BYTES = 2_048  # git reads no longer one
_BLANKS = re.compile("[ \t\r]+")  # a blank of any other kind belongs to a name
# No byte of a file depends on these. All others may alter bytes, as macros have any name.
_HARMLESS = frozenset(
    {"diff", "merge", "whitespace", "delta", "encoding", "conflict-marker-size", "binary"}
    | {"export-ignore", "export-subst", "lockable"}
)
_HARMLESS_BEGINNINGS = ("linguist-", "gitlab-")
# Undoes a macro that spares files.
_UNDOES = frozenset({"-binary", "!binary"})
_MACRO = "[attr]"
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
    return config.claims, config.sources, config.reviews, *article_folders(config)


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
    text = data.decode("utf-8-sig", "surrogateescape")
    return [_as_git_reads_it(line) for line in text.split("\n")]


def _as_git_reads_it(line: str) -> str:
    """Return a line with single blanks; nothing of one that git leaves out, since it is so long."""
    if len(line.encode("utf-8", "surrogateescape")) >= _MAX_LINE_BYTES:
        return ""
    return " ".join(filter(None, _BLANKS.split(line)))


def _altered(base: list[str], head: list[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines that make git alter more files, with their numbers; 0 for what is gone."""
    base_lines, head_lines = set(base), set(head)
    for number, line in enumerate(head, 1):
        if line not in base_lines and _alters_files(line):
            yield number, short_repr(line)
    for line in base:
        if line not in head_lines and any(map(_spares, _attributes(line))):
            yield 0, f"{short_repr(line)} is gone"
    # Of two lines about one file the last counts.
    for was, line in zip(_last_first(base, head_lines), _last_first(head, base_lines), strict=True):
        if was != line:
            number = len(head) - head[::-1].index(line)
            yield number, f"{short_repr(line)} stands behind other lines now"
            return


def _last_first(lines: list[str], others: set[str]) -> list[str]:
    """Return the lines that matter and that others have, too, each once: the last comes first."""
    return [
        line
        for line in dict.fromkeys(reversed(lines))
        if line in others and (_alters_files(line) or any(map(_spares, _attributes(line))))
    ]


def _alters_files(line: str) -> bool:
    name = line.partition(" ")[0].removeprefix(_MACRO)
    is_redefined = line.startswith(_MACRO) and _is_harmless(name)
    return is_redefined or any(map(_alters, _attributes(line)))


def _attributes(line: str) -> list[str]:
    if line.startswith("#"):
        return []
    if line.startswith('"'):
        # A pattern in quotation marks may hold blanks.
        return line[1:].partition('"')[2].split()
    return line.split(" ")[1:]


def _alters(attribute: str) -> bool:
    name = attribute.partition("=")[0]
    # `-text` spares a file, and `!text` has git forget that.
    return (
        not name.startswith("-") and not _is_harmless(name.removeprefix("!"))
    ) or name in _UNDOES


def _is_harmless(name: str) -> bool:
    return name in _HARMLESS or name.startswith(_HARMLESS_BEGINNINGS)


def _spares(attribute: str) -> bool:
    return attribute in {"binary", "-text", "-filter", "-ident", "-crlf", "-working-tree-encoding"}
