"""The plainest YAML, line by line: what most claims and records are written in.

One pattern for each line takes less than half the time of a parser's events. It knows block
mappings, lists of them and of texts, texts that end on their line, and lists of words in brackets.
Whatever else a file holds, be it a comment, is left to the parser, which says the same of all that
is read here.
"""

from __future__ import annotations

import re
from typing import Final

from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode

# So long a text holds fewer values than a file may.
_MAX_CHARACTERS: Final = 1 << 16
_MAX_DEPTH: Final = 8
_WORD: Final = "[A-Za-z0-9][A-Za-z0-9_-]*"
_LINE: Final = re.compile(
    r"( *)(- )?(?:([A-Za-z_][A-Za-z0-9_-]{0,99}):(?: |(?=\n)))?"
    rf"""(?:([^\W_][^\n]*)(?<!:)|("[^"\\\n]*"|'[^'\n]*'|\[{_WORD}(?:, {_WORD})*\]))?"""
    r"(\n+)"
)
# ScalarNode's `plain`, and what stands between a key and its value.
_PLAIN: Final = True
_SEPARATOR: Final = len(": ")
_WORD_IN_BRACKETS: Final = re.compile(_WORD)


def read_plain(text: str) -> MappingNode | None:
    """Read a file's text where it is written in the plainest YAML.

    Args:
        text: without control characters, byte order mark and directives.

    Returns:
        The mapping that it holds; None where it takes a parser to tell.
    """
    if not _may_be_plain(text):
        return None
    nesting = _Nesting()
    begin, line = 0, 1
    while begin < len(text):
        if (match := _LINE.match(text, begin)) is None:
            return None
        blanks, dash, name, plain, enclosed, line_ends = match.groups()
        start = begin + len(blanks)
        if nesting.key or dash is not None or len(blanks) != nesting.indent:
            if not nesting.arrange(len(blanks), dash, name, begin, line):
                return None
            start += len(dash or "")
        key: ScalarNode | None = None
        value: ScalarNode | SequenceNode | None = None
        if name is not None:
            end = start + len(name)
            key = ScalarNode(name, line, start - begin + 1, _PLAIN, "", start, end)
            start = end + _SEPARATOR
        column = start - begin + 1
        if plain is not None:
            if ": " in plain:
                return None
            value = ScalarNode(plain, line, column, _PLAIN, "", start, start + len(plain))
        elif enclosed is not None:
            value = _enclosed(enclosed, line, column, start)
        nesting.add(key, value)
        begin, line = match.end(), line + len(line_ends)
    return nesting.end()


def _may_be_plain(text: str) -> bool:
    # No comment, no line end of another system, no blank that belongs to no value.
    special = " #" in text or "\t" in text or "\r" in text or " \n" in text
    return not special and len(text) <= _MAX_CHARACTERS


class _Nesting:
    """The lists and mappings that are open, the innermost last, each with its indentation.

    Attributes:
        indent: that of the innermost.
        key: a key whose value begins on the next line.
    """

    def __init__(self) -> None:
        self._root = MappingNode(1, 1)
        self._open: list[tuple[int, SequenceNode | MappingNode]] = [(0, self._root)]
        self._last_end = 0
        self._is_plain = True
        self.indent = 0
        self.key: ScalarNode | None = None

    def add(self, key: ScalarNode | None, value: ScalarNode | SequenceNode | None) -> None:
        """Add a value to the innermost list, or a key, with or without its value, to a mapping."""
        container = self._open[-1][1]
        if value is not None:
            self._last_end = value.end
        if isinstance(container, SequenceNode):
            if key is None and value is not None:
                container.items.append(value)
            else:
                self._is_plain = False
        elif key is None or key.value in container.entries:
            self._is_plain = False
        elif value is None:
            self.key = key
        else:
            container.entries[key.value] = key, value

    def arrange(
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
        mapping = self._open[-1][1]
        if self.key is not None and isinstance(mapping, MappingNode):
            if indent <= self.indent or len(self._open) == _MAX_DEPTH:
                return False
            node = MappingNode(*place) if dash is None else SequenceNode(*place)
            node.start = start
            mapping.entries[self.key.value] = self.key, node
            self._open.append((indent, node))
            self.key = None
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
        self.indent = self._open[-1][0]
        return True

    def end(self) -> MappingNode | None:
        """Close all; return the tree, or None where a line did not fit or a value is to come."""
        for _indent, node in self._open:
            node.end = self._last_end
        is_whole = self._is_plain and self.key is None and bool(self._root.entries)
        return self._root if is_whole else None


def _enclosed(written: str, line: int, column: int, start: int) -> ScalarNode | SequenceNode:
    """A text in quotation marks, or a list of words in brackets.

    Args:
        written: what is written, with its marks.
        line: its line.
        column: its column.
        start: where it begins in the file's text.
    """
    mark, end = written[0], start + len(written)
    if mark != "[":
        return ScalarNode(written[1:-1], line, column, not _PLAIN, mark, start, end)
    node = SequenceNode(line, column, flow=True, start=start, end=end)
    for match in _WORD_IN_BRACKETS.finditer(written):
        place, span = (line, column + match.start()), (start + match.start(), start + match.end())
        node.items.append(ScalarNode(match[0], *place, _PLAIN, "", *span))
    return node
