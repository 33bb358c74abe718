"""The line of `.gitattributes` that keeps git from changing what is pinned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from claimcheck.model import Config
    from claimcheck.system.tree import Tree

FILE = ".gitattributes"


def line(config: Config) -> str:
    """Return the line that a project needs, without its end."""
    return f"{config.sources}/** -text -ident -filter -working-tree-encoding"


def has_line(tree: Tree, config: Config) -> bool:
    """Whether a project has just the line that it needs."""
    return line(config) in map(str.strip, _lines(tree))


def protects_sources(tree: Tree, config: Config) -> bool:
    """Whether git is told, by that line or another, to keep the line ends of what is pinned."""
    beginnings = (f"{config.sources}/**", "* ")
    return any(text.startswith(beginnings) and "-text" in text for text in _lines(tree))


def _lines(tree: Tree) -> list[str]:
    try:
        # Like all files of a project it may be a link to where reading never ends.
        data = tree.read(FILE).data
    except RefusedError:
        return []
    return data.decode("utf-8", "replace").splitlines()
