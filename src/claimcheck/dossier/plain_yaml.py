"""The plainest YAML, line by line: what most claims and records are written in.

One pattern for each line takes less than half the time of a parser's events. It knows block
mappings, lists of them and of texts, texts that end on their line, and lists of words in brackets.
Whatever else a file holds, be it a comment, is left to the parser, which says the same of all that
is read here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode

if TYPE_CHECKING:
    from collections.abc import Sequence

# So long a text holds fewer values than a file may.
_MAX_CHARACTERS: Final = 1 << 16
_MAX_DEPTH: Final = 8
# Comments, line ends of other systems, and blanks that belong to no value.
_BEYOND: Final = (" #", "\t", "\r", " \n")
_WORD: Final = "[A-Za-z0-9][A-Za-z0-9_-]*"
_LINE: Final = re.compile(
    r"( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: |(?=\n)))?"
    r"""(?:([^\W_][^\n]*)|("[^"\\\n]*"|'[^'\n]*')"""
    rf"|(\[{_WORD}(?:, {_WORD})*\]))?"
    r"(\n+)"
)
_LINE_ENDS: Final = 7
_WORD_IN_BRACKETS: Final = re.compile(_WORD)


def read_plain(text: str) -> MappingNode | None:
    """Read a file's text where it is written in the plainest YAML.

    Args:
        text: without control characters, byte order mark and directives.

    Returns:
        The mapping that it holds; None where it takes a parser to tell.
    """
    if len(text) > _MAX_CHARACTERS or any(string in text for string in _BEYOND):
        return None
    builder = _Builder()
    begin, line = 0, 1
    while begin < len(text):
        match = _LINE.match(text, begin)
        if match is None or not builder.take(match.groups(), begin, line):
            return None
        begin, line = match.end(), line + len(match[_LINE_ENDS])
    return builder.end()


class _Builder:
    """Builds the tree line by line, as far as the lines are plain.

    `_open` holds the lists and mappings that are open with their indentation, the innermost last;
    `_waiting` is a key whose value begins on the next line, and the mapping that it belongs to.
    """

    def __init__(self) -> None:
        self._root = MappingNode(1, 1)
        self._open: list[tuple[int, SequenceNode | MappingNode]] = [(0, self._root)]
        self._waiting: tuple[ScalarNode, MappingNode] | None = None
        self._last_end = 0

    def take(self, parts: Sequence[str | None], begin: int, line: int) -> bool:
        """Take a line; return whether it is plain.

        Args:
            parts: the groups of `_LINE`.
            begin: where the line begins in the text.
            line: its number, from 1.
        """
        blanks, dash, name, plain, quoted, words, _line_ends = parts
        indent = len(blanks or "")
        if self._waiting is not None or dash is not None or self._open[-1][0] != indent:
            if not self._arrange(indent, dash, name, begin, line):
                return False
            indent += len(dash or "")
        start, column, key = begin + indent, indent + 1, None
        value: ScalarNode | SequenceNode | None = None
        if name is not None:
            end = start + len(name)
            key = ScalarNode(name, line, column, plain=True, start=start, end=end)
            start, column = end + 2, column + len(name) + 2
        if plain is not None:
            if ": " in plain or plain[-1] == ":":
                return False
            end = start + len(plain)
            value = ScalarNode(plain, line, column, plain=True, start=start, end=end)
        elif quoted is not None:
            text, style, end = quoted[1:-1], quoted[0], start + len(quoted)
            value = ScalarNode(text, line, column, style=style, start=start, end=end)
        elif words is not None:
            value = _word_list(words, line, column, start)
        return self._add(key, value)

    def _add(self, key: ScalarNode | None, value: ScalarNode | SequenceNode | None) -> bool:
        """Add a value to the innermost list, or a key, with or without its value, to a mapping."""
        container = self._open[-1][1]
        if value is not None:
            self._last_end = value.end
        if isinstance(container, SequenceNode):
            if key is not None or value is None:
                return False
            container.items.append(value)
        else:
            if key is None or key.value in container.entries:
                return False
            if value is None:
                self._waiting = key, container
            else:
                container.entries[key.value] = key, value
        return True

    def _arrange(
        self, indent: int, dash: str | None, name: str | None, begin: int, line: int
    ) -> bool:
        """Open and close lists and mappings before a line; return whether its indentation fits.

        Args:
            indent: the blanks that it begins with.
            dash: what makes it the first line of an item.
            name: the key on it.
            begin: where it begins in the text.
            line: its number.
        """
        place, start = (line, indent + 1), begin + indent
        if self._waiting is not None:
            if indent <= self._open[-1][0] or len(self._open) == _MAX_DEPTH:
                return False
            key, mapping = self._waiting
            node = MappingNode(*place) if dash is None else SequenceNode(*place)
            node.start = start
            mapping.entries[key.value] = key, node
            self._open.append((indent, node))
            self._waiting = None
        else:
            while self._open[-1][0] > indent:
                self._open.pop()[1].end = self._last_end
        nearest, container = self._open[-1]
        if nearest != indent or isinstance(container, SequenceNode) is (dash is None):
            return False
        if dash is not None and name is not None and isinstance(container, SequenceNode):
            item = MappingNode(line, indent + len(dash) + 1, start=start + len(dash))
            container.items.append(item)
            self._open.append((indent + len(dash), item))
        return True

    def end(self) -> MappingNode | None:
        """Close all; return the tree, or None where a value is still to come."""
        for _indent, node in self._open:
            node.end = self._last_end
        return self._root if self._waiting is None and self._root.entries else None


def _word_list(words: str, line: int, column: int, start: int) -> SequenceNode:
    """A list of words in brackets, which begins at `start` of the text."""
    node = SequenceNode(line, column, flow=True, start=start, end=start + len(words))
    for match in _WORD_IN_BRACKETS.finditer(words):
        begin, end = match.span()
        item = ScalarNode(match[0], line, column + begin, plain=True)
        item.start, item.end = start + begin, start + end
        node.items.append(item)
    return node
