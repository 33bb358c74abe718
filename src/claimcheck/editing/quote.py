"""Put other words into an evidence item's quote, in the style in which it was written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing.scalars import breakable, is_foldable, lengths, quoted, wrapped
from claimcheck.editing.splice import (
    content_end,
    line_end,
    meaning,
    next_line,
    no_item,
    read_editable,
)
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.editing.splice import YamlFile

_NARROWEST: Final = 60
_HEADER = re.compile(r"([|>])([1-9]?)[-+]?([1-9]?)")
_LINES = re.compile(r"\r\n|\n|\r")


def with_quote(data: bytes, number: int, exact: str) -> bytes:
    """Return a claim's file in which one evidence item quotes other words.

    Args:
        data: the file's bytes.
        number: the evidence item, from 1 in the order of the file.
        exact: the words that the item is to quote; prefix and suffix stay as they are.

    Raises:
        EditError: the file has flaws, has no such item, or cannot be edited without changing
            something else in it.
    """
    file = read_editable(data)
    item, inside_flow = _item(file, number)
    selector = item.entries["quote"][1] if "quote" in item.entries else None
    holder = selector if isinstance(selector, MappingNode) else item
    key = "exact" if holder is selector else "quote"
    node = holder.entries[key][1] if key in holder.entries else None
    if not isinstance(node, ScalarNode):
        raise EditError(f"evidence item {number} has no quote")
    # The meaning is made from the tree with the words in their place, then the tree is let be.
    value, plain = node.value, node.plain
    node.value, node.plain = exact, False
    after = meaning(file.root)
    node.value, node.plain = value, plain
    flow = inside_flow or holder.flow
    return file.first_that_says(
        after, in_style(file.text, node, exact, flow=flow), f"write it by hand: {quoted(exact)}"
    )


def _item(file: YamlFile, number: int) -> tuple[MappingNode, bool]:
    node = file.node("evidence")
    items = node.items if isinstance(node, SequenceNode) else []
    mappings = [item for item in items if isinstance(item, MappingNode)]
    if not 0 < number <= len(mappings) or not isinstance(node, SequenceNode):
        raise no_item(number)
    item = mappings[number - 1]
    return item, file.root.flow or node.flow or item.flow


def in_style(text: str, node: ScalarNode, exact: str, *, flow: bool) -> Iterator[str]:
    """Yield the texts that may be the edited file, the one in the old style first.

    Args:
        text: the file's text.
        node: the value that is to say something else.
        exact: what it is to say.
        flow: whether it stands inside brackets or braces.
    """
    if node.style in {"|", ">"}:
        yield from _in_block(text, node, exact)
        return
    start, end = node.start, node.end
    for scalar in _in_line(text, node, exact, flow=flow):
        yield text[:start] + scalar + text[end:]


def _in_line(text: str, node: ScalarNode, exact: str, *, flow: bool) -> Iterator[str]:
    bodies = {
        "": exact,
        "'": exact.replace("'", "''"),
        '"': quoted(exact)[1:-1],
    }
    body, mark = bodies[node.style], node.style
    lines = _LINES.split(text[node.start : node.end])
    if mark or _may_be_plain(exact, flow=flow):
        if len(lines) > 1 and breakable(body):
            indent = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
            width = max(_NARROWEST, lengths(lines[1:]) - len(indent))
            joint = line_end(text, node.start) + indent
            yield mark + joint.join(wrapped(body, width)) + mark
        yield mark + body + mark
    yield quoted(exact)


def _may_be_plain(exact: str, *, flow: bool) -> bool:
    # The file is read again, so this need not know every sign that ends a plain text early.
    return is_foldable(exact) and not (flow and re.search(r"[,\[\]{}]", exact))


def _in_block(text: str, node: ScalarNode, exact: str) -> Iterator[str]:
    first, last = next_line(text, node.start), content_end(text, node)
    header = text[node.start : first]
    indent = re.match(r"[ ]*", text[_first_written(text, first) :])
    width = lengths(_LINES.split(text[first:last]))
    joint = line_end(text, last) + (indent[0] if indent else "")
    if node.style == ">" and is_foldable(exact):
        room = max(_NARROWEST, width) - (len(indent[0]) if indent else 0)
        body = joint.join(wrapped(exact, room))
    else:
        body = joint.join(exact.rstrip("\n").split("\n"))
    stripped = _HEADER.sub(r"\1\2\3-", header, count=1)
    for first_line in (header, stripped):
        yield text[: node.start] + first_line + joint.lstrip("\r\n") + body + text[last:]
    if "#" not in header:
        yield text[: node.start] + quoted(exact) + text[last:]


def _first_written(text: str, at: int) -> int:
    """Skip empty lines."""
    while at < len(text) and not text[at : next_line(text, at)].strip():
        at = next_line(text, at)
    return at
