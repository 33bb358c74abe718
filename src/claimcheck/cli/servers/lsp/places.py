"""What stands at a place of a file: keys and values, from the strict reader's tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.dossier.yaml_nodes import Node

Keys = tuple[str | int, ...]
"""Keys, and positions in lists from 1."""
SOURCE_KEYS: Final = frozenset({"source", "origin", "supersedes"})
"""The keys that name a source."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a file.

    Attributes:
        keys: where it stands.
        text: what it says.
        start: where it begins, in code points of the file's text.
        end: where it ends.
    """

    keys: Keys
    text: str
    start: int
    end: int


def values_in(text: str) -> list[Value]:
    """Return the values of a file, in its order; those before a flaw where it has one.

    A word that stands alone, such as the beginning of a key, is no value.
    """
    root = strict_yaml.read(text.encode("utf-8", "surrogatepass")).root
    return [] if root is None or isinstance(root, ScalarNode) else list(_values(root, ()))


def value_at(text: str, offset: int) -> Value | None:
    """Return the value that an offset of a file is in."""
    return next((each for each in values_in(text) if each.start <= offset <= each.end), None)


def value_of(text: str, keys: Keys) -> Value | None:
    """Return the value that stands behind some keys."""
    return next((each for each in values_in(text) if each.keys == keys), None)


def _values(node: Node, keys: Keys) -> Iterator[Value]:
    if isinstance(node, ScalarNode):
        yield Value(keys, node.value, node.start, max(node.start, node.end))
    elif isinstance(node, SequenceNode):
        for position, item in enumerate(node.items, 1):
            yield from _values(item, (*keys, position))
    elif isinstance(node, MappingNode):
        for key, (_name, value) in node.entries.items():
            yield from _values(value, (*keys, key))


def item_number(keys: Keys) -> int | None:
    """Return the number of the evidence item that a value belongs to, if it belongs to one."""
    is_item = len(keys) > 1 and keys[0] == "evidence" and isinstance(keys[1], int)
    return int(keys[1]) if is_item else None
