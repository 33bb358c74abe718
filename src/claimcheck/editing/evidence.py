"""Add an evidence item to a claim's file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing.scalars import in_flow, key_and_text
from claimcheck.editing.splice import (
    content_end,
    line_start,
    meaning,
    next_line,
    read_editable,
    with_lines,
)
from claimcheck.model.errors import EditError
from claimcheck.text.ignorable import without_marks

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.dossier.yaml_nodes import Node
    from claimcheck.editing.splice import Meaning, YamlFile
    from claimcheck.model import Quote, Stance

KEY = "evidence"
_BLANK_LINE = re.compile(r"(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)")


@dataclass(frozen=True, slots=True)
class EvidenceToWrite:
    """An evidence item that is to be written; what is None or empty is left out.

    `value` holds the keys of its value, each with a text or a list.
    """

    source: str
    stance: Stance
    quote: Quote | None
    speaker: str | None = None
    rationale: str | None = None
    page: str | None = None
    value: Mapping[str, str | tuple[str, ...]] | None = None


def with_evidence(data: bytes, item: EvidenceToWrite) -> bytes:
    """Return a claim's file with one more evidence item, the last of its list.

    Args:
        data: the file's bytes.
        item: what to add. It is not judged here: neither the quote nor the source is looked up.

    Returns:
        The bytes of the file, the same but for the lines that were added (and, where the list was
        written in brackets, the line of its end).

    Raises:
        EditError: the file has flaws, or cannot be edited without changing something else in it;
            `help` holds the item to be pasted by hand.
    """
    file = read_editable(data)
    node = file.node(KEY)
    items: list[Meaning] = []
    if isinstance(node, SequenceNode):
        items = [meaning(element) for element in node.items]
    elif node is not None and meaning(node) != "":
        raise EditError(f"its `{KEY}` is no list", "begin each item on a line of its own: - source")
    after = meaning(file.root)
    if isinstance(after, dict):
        after[KEY] = [*items, _item_meaning(item)]
    paste = "add it by hand:\n" + "\n".join(block(item, 2))
    return file.first_that_says(after, _edited(file, node, item), paste)


def block(item: EvidenceToWrite, dash: int, gap: int = 1) -> list[str]:
    """Return an item's lines in block style.

    Args:
        item: the item.
        dash: how many blanks stand before the dash.
        gap: how many between the dash and the first key.
    """
    inner = dash + 1 + gap
    lines: list[str] = []
    for key, value in _item_meaning(item).items():
        if isinstance(value, dict):
            lines.append(f"{' ' * inner}{key}:")
            for part, text in value.items():
                if isinstance(text, list):
                    lines.append(f"{' ' * (inner + 2)}{part}: {_flow(text)}")
                else:
                    lines += key_and_text(part, str(text), inner + 2)
        else:
            lines += key_and_text(key, str(value), inner)
    return [f"{' ' * dash}-{lines[0][dash + 1 :]}", *lines[1:]]


def _item_meaning(item: EvidenceToWrite) -> dict[str, Meaning]:
    written: dict[str, Meaning] = {"source": item.source, "stance": str(item.stance)}
    if item.quote is not None:
        written["quote"] = _quote_meaning(item.quote)
    if item.value is not None:
        written["value"] = {
            key: [*value] if isinstance(value, tuple) else value
            for key, value in item.value.items()
        }
    optional = (("speaker", item.speaker), ("page", item.page), ("rationale", item.rationale))
    return written | {key: value for key, value in optional if value}


def _quote_meaning(quote: Quote) -> Meaning:
    exact = without_marks(quote.exact)
    selector: dict[str, Meaning] = {"exact": exact}
    selector |= {
        key: without_marks(text)
        for key, text in (("prefix", quote.prefix), ("suffix", quote.suffix))
        if text
    }
    return selector if len(selector) > 1 else exact


def _edited(file: YamlFile, node: Node | None, item: EvidenceToWrite) -> Iterator[str]:
    """Yield the texts that may be the edited file, the tidiest first."""
    text, root = file.text, file.root
    if node is None and root.flow:
        yield from _in_brackets(text, root, f"{KEY}: [{_flow(_item_meaning(item))}]")
    elif node is None:
        yield from _with_key(file, item)
    elif isinstance(node, ScalarNode):
        yield with_lines(text, next_line(text, node.end), block(item, _indent(file)))
    elif isinstance(node, SequenceNode) and node.flow:
        if not node.items and not root.flow:
            yield from _unbracketed(file, node, item)
        yield from _in_brackets(text, node, _flow(_item_meaning(item)))
    elif isinstance(node, SequenceNode):
        yield from _after_last(text, node, item)


def _after_last(text: str, node: SequenceNode, item: EvidenceToWrite) -> Iterator[str]:
    dash = node.column - 1
    inner = [
        element.column - node.column - 1
        for element in node.items
        if isinstance(element, MappingNode) and not element.flow and element.line >= node.line
    ]
    on_dash_line = inner and text[: node.items[-1].start].rstrip(" ").endswith("-")
    lines = block(item, dash, inner[-1] if on_dash_line else 1)
    at = next_line(text, content_end(text, node))
    # An empty line can be part of a block text before it, so it is left out where it would.
    for gap in ([""], []) if _apart(text, node) else ([],):
        yield with_lines(text, _after_comments(text, at, max(dash, 1)), [*gap, *lines])
        yield with_lines(text, at, [*gap, *lines])
        yield with_lines(text, node.end, [*gap, *lines])


def _apart(text: str, node: SequenceNode) -> bool:
    """Whether the items of a list are set apart by empty lines."""
    starts = [element.start for element in node.items[1:]]
    ends = [content_end(text, element) for element in node.items[:-1]]
    gaps = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return bool(gaps) and all(map(_BLANK_LINE.search, gaps))


def _after_comments(text: str, at: int, indent: int) -> int:
    """Skip the comments that follow a list and are indented as it is: they are the list's own."""
    comment = re.compile(rf"[ ]{{{indent},}}#")
    while comment.match(text, at):
        at = next_line(text, at)
    return at


def _with_key(file: YamlFile, item: EvidenceToWrite) -> Iterator[str]:
    text, root = file.text, file.root
    lines = [f"{' ' * (root.column - 1)}{KEY}:", *block(item, _indent(file))]
    yield with_lines(text, next_line(text, len(text.rstrip(" \t\r\n"))), lines)
    yield with_lines(text, len(text), lines)
    for key, _value in reversed(root.entries.values()):
        yield with_lines(text, line_start(text, key.start), lines)


def _indent(file: YamlFile) -> int:
    """Return how far the file's other lists are moved in; two blanks where it has none."""
    base = file.root.column - 1
    for key, value in file.root.entries.values():
        if isinstance(value, SequenceNode) and not value.flow and value.line > key.line:
            return value.column - 1
    return base + 2


def _unbracketed(file: YamlFile, node: SequenceNode, item: EvidenceToWrite) -> Iterator[str]:
    """Put a block list in the place of `[]`."""
    text, key = file.text, file.root.entries[KEY][0]
    between = text[key.end : node.start]
    if between.strip() == ":" and text[node.start : node.end].split() in (["[]"], ["[", "]"]):
        shorter = f"{text[: key.end]}:{text[node.end :]}"
        at = next_line(shorter, key.end)
        yield with_lines(shorter, at, block(item, _indent(file)))


def _in_brackets(text: str, node: SequenceNode | MappingNode, added: str) -> Iterator[str]:
    """Write behind the last thing in brackets or braces."""
    inside = (
        node.items
        if isinstance(node, SequenceNode)
        else [value for _key, value in node.entries.values()]
    )
    if inside:
        at = max(content_end(text, inside[-1]), inside[-1].start)
        yield f"{text[:at]}, {added}{text[at:]}"
    else:
        yield f"{text[: node.start + 1]}{added}{text[node.start + 1 :]}"


def _flow(value: Meaning) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return f"[{', '.join(map(_flow, value))}]"
    return in_flow(str(value))
