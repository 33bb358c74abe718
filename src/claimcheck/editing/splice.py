"""A file to be edited: its text, what it says, and whether an edited text says what it should."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier import strict_yaml
from claimcheck.dossier.yaml_nodes import MappingNode, Node, ScalarNode, SequenceNode
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Iterable

Meaning = str | None | list["Meaning"] | dict[str, "Meaning"]

_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n|\n|\r")
_NOTHING = ("~", "null")


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's text without its byte order mark, and the mapping that it holds."""

    text: str
    has_mark: bool
    root: MappingNode

    def node(self, key: str) -> Node | None:
        """Return a top-level key's value as it stands; None when the key is absent."""
        entry = self.root.entries.get(key)
        return entry[1] if entry else None

    def first_that_says(self, expected: Meaning, texts: Iterable[str], help: str = "") -> bytes:  # noqa: A002 - the word that findings use
        """Return the first of several edited texts that reads as it should, as the file's bytes.

        Args:
            expected: what the edited file is to say.
            texts: texts that may say it, the most welcome first.
            help: what a person can do where none does.

        Raises:
            EditError: none does.
        """
        problem = ""
        for text in texts:
            data = (_MARK if self.has_mark else b"") + text.encode("utf-8", "surrogatepass")
            document = strict_yaml.read(data)
            if document.flaws:
                problem = problem or f": {document.flaws[0].message}"
            elif document.root is not None and meaning(document.root) == expected:
                return data
        message = f"it cannot be edited without changing something else in it{problem}"
        raise EditError(message, help)


def read_editable(data: bytes) -> YamlFile:
    """Read a file that is to be edited.

    Raises:
        EditError: it is not well formed, or holds no mapping.
    """
    document = strict_yaml.read(data)
    for problem in document.flaws:
        where = f"line {problem.line}: " if problem.line else ""
        raise EditError(
            f"it has a flaw, so it is not edited: {where}{problem.message}",
            problem.help or "mend it first; `claimcheck check` shows where",
        )
    if not isinstance(document.root, MappingNode):
        raise EditError("it holds no keys and values", "write what is claimed first, as `claim: …`")
    return YamlFile(document.text, data.startswith(_MARK), document.root)


def meaning(node: Node) -> Meaning:
    """Return what a value says, without places and styles."""
    if isinstance(node, ScalarNode):
        return None if node.plain and node.value in _NOTHING else node.value
    if isinstance(node, SequenceNode):
        return [meaning(item) for item in node.items]
    return {key: meaning(value) for key, (_key, value) in node.entries.items()}


def line_start(text: str, at: int) -> int:
    """Return where the line begins that an offset is in."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def next_line(text: str, at: int) -> int:
    """Return where the line after an offset begins; the text's end where there is none."""
    match = _LINE_END.search(text, at)
    return match.end() if match else len(text)


def content_end(text: str, node: Node) -> int:
    """Return where a value's last visible character ends."""
    return len(text[: node.end].rstrip(" \t\r\n"))


def with_lines(text: str, at: int, lines: Iterable[str]) -> str:
    """Insert whole lines into a text, in its own line ends.

    Args:
        text: the text.
        at: the beginning of a line, or the end of the text.
        lines: the lines, without their ends.
    """
    ending = line_end(text, at)
    body = ending.join(lines)
    unended = at > 0 and text[at - 1] not in "\r\n"
    joined = ending + body if unended else body + ending
    return text[:at] + joined + text[at:]


def line_end(text: str, at: int) -> str:
    """Return the line end that is usual before an offset of a text."""
    nearby = _LINE_END.search(text, line_start(text, max(0, at - 2)))
    match = nearby or _LINE_END.search(text)
    return match[0] if match else "\n"


def no_item(number: int, key: str = "evidence") -> EditError:
    """Return the error for an item that a list of a file has not.

    Args:
        number: the item, from 1 in the order of the file.
        key: the list's key.
    """
    if key == "evidence":
        return EditError(
            f"there is no evidence item {number} in it", "`claimcheck show` numbers them"
        )
    return EditError(f"there is no item {number} in its `{key}`")
