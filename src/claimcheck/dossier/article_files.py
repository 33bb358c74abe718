"""Which of a project's files are its articles, by the patterns of its configuration."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcheck.model import ArticlePolicy
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree, TreeEntry

_WILD = re.compile(r"[*?]")


def list_articles(tree: Tree, config: Config) -> tuple[list[TreeEntry], list[str]]:
    """Return the files that a project names as its articles, sorted by path.

    Args:
        tree: where the project's files are.
        config: its settings.

    Returns:
        The files, and the patterns that name none.
    """
    from claimcheck.system.tree import TreeEntry

    entries: dict[str, TreeEntry] = {}
    unused = []
    listed: dict[str, list[TreeEntry]] = {}
    for pattern in config.articles:
        if not _WILD.search(pattern):
            entries[pattern] = TreeEntry(pattern)
            continue
        folder = "/".join(_literal_parts(pattern))
        if folder not in listed:
            listed[folder] = _files_below(tree, folder)
        matching = [entry for entry in listed[folder] if matches(pattern, entry.path)]
        if not matching:
            unused.append(pattern)
        entries |= {entry.path: entry for entry in matching}
    return [entries[path] for path in sorted(entries)], unused


def article_folders(config: Config) -> list[str]:
    """Return the folders that the articles lie in or below; none for those beside the settings."""
    folders = ("/".join(_literal_parts(pattern)) for pattern in config.articles)
    return list(dict.fromkeys(filter(None, folders)))


def unused_policies(tree: Tree, config: Config) -> list[str]:
    """Return the patterns under `article_policy.folders` that name no file of the project."""
    patterns = (policy.pattern for policy in config.article_policy)
    return [pattern for pattern in patterns if pattern and not _names_file(tree, pattern)]


def _names_file(tree: Tree, pattern: str) -> bool:
    above = "/".join(_literal_parts(pattern))
    # Most patterns name a folder, and all that lies beside it may be much more.
    folders = [above] if _WILD.search(pattern) else [pattern, above]
    return any(
        _is_of(pattern, entry.path) for folder in folders for entry in _files_below(tree, folder)
    )


def _files_below(tree: Tree, folder: str) -> list[TreeEntry]:
    """List the files below a folder; none where there is no such folder, or it has no name."""
    try:
        return tree.entries(folder) if folder else []
    except RefusedError:
        return []


def _is_of(pattern: str, path: str) -> bool:
    """Whether a pattern names a path, or a folder that it is in."""
    return matches(pattern, path) or path.startswith(f"{pattern}/")


def _literal_parts(pattern: str) -> list[str]:
    """The folders that a pattern begins with, up to the first that is none."""
    parts = []
    for part in pattern.split("/")[:-1]:
        if _WILD.search(part):
            break
        parts.append(part)
    return parts


def matches(pattern: str, path: str) -> bool:
    """Whether a path has a pattern: `*` stands within a name, `**` for any folders."""
    return _compiled(pattern).fullmatch(path) is not None


_PIECES = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


@lru_cache(maxsize=256)
def _compiled(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"(\*\*/|\*\*|\*|\?)", pattern)
    return re.compile("".join(_PIECES.get(piece, re.escape(piece)) for piece in pieces))


def policy_of(config: Config, path: str) -> ArticlePolicy:
    """Return what a project asks of an article: the last pattern that names it, else the rest.

    The name of a folder stands for all that is in it.
    """
    chosen = ArticlePolicy()
    for policy in config.article_policy:
        if not policy.pattern or _is_of(policy.pattern, path):
            chosen = policy
    return chosen
