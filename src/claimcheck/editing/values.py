"""Set one value of a file, or take it away, and change nothing but its lines."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

from claimcheck.dossier.keys import Form, has_form
from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing.quote import in_style
from claimcheck.editing.scalars import in_flow, key_and_text
from claimcheck.editing.splice import (
    content_end,
    line_end,
    line_start,
    meaning,
    next_line,
    no_item,
    read_editable,
    with_lines,
)
from claimcheck.model.errors import EditError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.dossier.yaml_nodes import Node
    from claimcheck.editing.splice import Meaning, YamlFile

KeyPath = tuple[str | int, ...]
"""Where a value stands: keys, and positions in lists from 1."""
Value = str | tuple[str, ...] | None
"""A text, a list of texts, or None for a key that is to go."""


def with_value(data: bytes, path: KeyPath, value: Value) -> bytes:
    """Return a file in which one value is another, and nothing but its lines is changed.

    Args:
        data: the file's bytes.
        path: where the value stands; a key that is not there is added behind the last one, and so
            is the mapping that it belongs to.
        value: what it is to say; None takes the key away.

    Raises:
        EditError: the file has flaws, has no such list item, or cannot be edited without changing
            something else in it.
    """
    file = read_editable(data)
    holder, flow, missing = _holder(file, path)
    written: Meaning = [*value] if isinstance(value, tuple) else value
    if written is None and (missing or path[-1] not in holder.entries):
        return data
    after = copy.deepcopy(meaning(file.root))
    _assign(after, path, written)
    lines = "; ".join(_lines(missing, str(path[-1]), value, 0)) if value is not None else ""
    hint = f"write it by hand: {lines}" if lines else f"take `{path[-1]}` away by hand"
    if after == meaning(file.root):
        return data
    texts = _texts(file.text, holder, (*missing, str(path[-1])), value, flow=flow)
    return file.first_that_says(after, texts, hint)


def without_item(data: bytes, key: str, number: int) -> bytes:
    """Return a file in which a list has one item less; the key goes with its last item.

    Args:
        data: the file's bytes.
        key: the list's key.
        number: the item, from 1 in the order of the file.

    Raises:
        EditError: as for `with_value`.
    """
    file = read_editable(data)
    node = file.node(key)
    if not isinstance(node, SequenceNode) or not 0 < number <= len(node.items):
        raise no_item(number, key)
    if len(node.items) == 1:
        return with_value(data, (key,), None)
    after = meaning(file.root)
    items = after[key] if isinstance(after, dict) else None
    if isinstance(items, list):
        del items[number - 1]
    texts = _without_item(file.text, node, number - 1)
    return file.first_that_says(after, texts, f"take item {number} of `{key}` away by hand")


def _holder(file: YamlFile, path: KeyPath) -> tuple[MappingNode, bool, tuple[str, ...]]:
    """Return the innermost mapping of a path, whether it is in flow style, and the keys missing."""
    node: Node = file.root
    flow = file.root.flow
    for position, step in enumerate(path[:-1]):
        if isinstance(step, int):
            if not isinstance(node, SequenceNode) or not 0 < step <= len(node.items):
                raise no_item(step, str(path[position - 1]))
            node = node.items[step - 1]
        elif isinstance(node, MappingNode):
            if step not in node.entries:
                return node, flow, tuple(map(str, path[position:-1]))
            node = node.entries[step][1]
        flow = flow or (not isinstance(node, ScalarNode) and node.flow)
    if not isinstance(node, MappingNode):
        raise EditError(f"its `{path[-2] if len(path) > 1 else path[-1]}` holds no keys")
    return node, flow, ()


def _assign(tree: Meaning, path: KeyPath, value: Meaning) -> None:
    for position, step in enumerate(path[:-1]):
        if isinstance(step, int) and isinstance(tree, list):
            tree = tree[step - 1]
        elif isinstance(tree, dict):
            tree = tree.setdefault(str(path[position]), {})
    if isinstance(tree, dict):
        if value is None:
            del tree[str(path[-1])]
        else:
            tree[str(path[-1])] = value


def _texts(
    text: str, holder: MappingNode, keys: Sequence[str], value: Value, *, flow: bool
) -> Iterator[str]:
    """Yield the texts that may be the edited file, the tidiest first."""
    *missing, key = keys
    entry = None if missing else holder.entries.get(key)
    if value is None:
        if entry is not None:
            yield from _without_entry(text, holder, key)
    elif entry is None:
        yield from _with_entry(text, holder, (tuple(missing), key), value, flow=flow)
    else:
        yield from _with_other(text, entry, key, value, flow=flow)


def _with_other(
    text: str, entry: tuple[Node, Node], key: str, value: str | tuple[str, ...], *, flow: bool
) -> Iterator[str]:
    """Put another value in the place of one."""
    name, node = entry
    if isinstance(node, ScalarNode) and isinstance(value, str):
        yield from in_style(text, node, value, flow=flow)
    if flow or (not isinstance(node, ScalarNode) and node.flow):
        yield f"{text[: node.start]}{_in_brackets(value)}{text[max(node.end, node.start) :]}"
    indent = name.column - 1
    lines = _lines((), key, value, indent)
    ending = line_end(text, name.start)
    rest = text[next_line(text, max(content_end(text, node), name.end)) :]
    written = ending.join([lines[0][indent:], *lines[1:]])
    yield f"{text[: name.start]}{written}{ending}{rest}"


def _with_entry(
    text: str,
    holder: MappingNode,
    keys: tuple[tuple[str, ...], str],
    value: str | tuple[str, ...],
    *,
    flow: bool,
) -> Iterator[str]:
    """Add a key behind the last one of its mapping."""
    missing, key = keys
    if flow:
        added = f"{key}: {_in_brackets(value)}"
        for name in reversed(missing):
            added = f"{name}: {{{added}}}"
        values = [node for _key, node in holder.entries.values()]
        at = max(content_end(text, values[-1]), values[-1].start) if values else holder.start + 1
        yield f"{text[:at]}{', ' if values else ''}{added}{text[at:]}"
        return
    lines = _lines(missing, key, value, holder.column - 1)
    last_key, last = list(holder.entries.values())[-1]
    at = next_line(text, max(content_end(text, last), last_key.end))
    yield with_lines(text, at, lines)
    yield with_lines(text, last.end, lines)
    for written, _node in reversed(holder.entries.values()):
        if line_start(text, written.start) == written.start - (written.column - 1):
            yield with_lines(text, line_start(text, written.start), lines)


def _without_entry(text: str, holder: MappingNode, key: str) -> Iterator[str]:
    """Take a key and its value away."""
    name, node = holder.entries[key]
    names = list(holder.entries)
    start, end = (
        line_start(text, name.start),
        next_line(text, max(content_end(text, node), name.end)),
    )
    if not text[start : name.start].strip():
        yield text[:start] + text[end:]
    position = names.index(key)
    if position + 1 < len(names):
        # On the line of a dash, or in braces: up to the next key.
        yield text[: name.start] + text[holder.entries[names[position + 1]][0].start :]
    if position:
        before = holder.entries[names[position - 1]][1]
        yield text[: content_end(text, before)] + text[max(content_end(text, node), name.end) :]


def _without_item(text: str, node: SequenceNode, position: int) -> Iterator[str]:
    items = node.items
    if node.flow:
        if position + 1 < len(items):
            yield text[: items[position].start] + text[items[position + 1].start :]
        if position:
            before = content_end(text, items[position - 1])
            yield text[:before] + text[content_end(text, items[position]) :]
        return
    start = line_start(text, items[position].start)
    end = next_line(text, content_end(text, items[position]))
    following = line_start(text, items[position + 1].start) if position + 1 < len(items) else end
    # The empty lines and comments before the next item are the next item's.
    yield text[:start] + text[end:]
    yield text[:start] + text[following:]


def _lines(
    missing: Sequence[str], key: str, value: str | tuple[str, ...], indent: int
) -> list[str]:
    opening = [f"{' ' * (indent + 2 * depth)}{name}:" for depth, name in enumerate(missing)]
    indent += 2 * len(missing)
    if isinstance(value, str):
        is_day = has_form(value, Form.DAY)
        line = [f"{' ' * indent}{key}: {value}"] if is_day else key_and_text(key, value, indent)
        return [*opening, *line]
    return [*opening, f"{' ' * indent}{key}: {_in_brackets(value)}"]


def _in_brackets(value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return in_flow(value)
    return f"[{', '.join(map(in_flow, value))}]"
