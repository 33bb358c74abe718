"""Write what stands before or after a quote, which tells its place from others, into its item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.dossier.yaml_nodes import MappingNode, ScalarNode, SequenceNode
from claimcheck.editing.scalars import WIDTH, in_flow, key_and_text
from claimcheck.editing.splice import (
    content_end,
    line_end,
    line_start,
    meaning,
    next_line,
    read_editable,
)
from claimcheck.editing.values import with_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcheck.dossier.yaml_nodes import Node
    from claimcheck.editing.splice import YamlFile
    from claimcheck.editing.values import KeyPath, Value

KEYS = ("prefix", "suffix")


def with_claim_value(data: bytes, path: KeyPath, value: Value) -> bytes:
    """Return a claim's file in which a key has a value.

    Args:
        data: the file's bytes.
        path: the keys, and the numbers of items, that lead to it.
        value: the value; None takes the key away.

    Raises:
        EditError: the file cannot be edited without changing something else in it.
    """
    match path:
        case ("evidence", int(number), "quote", str(key)) if key in KEYS and not isinstance(
            value, tuple
        ):
            return _with_context(data, number, key, value)
    return with_value(data, path, value)


def _with_context(data: bytes, number: int, key: str, words: str | None) -> bytes:
    """Return a claim's file in which an evidence item says what stands beside its quote.

    A quote that is a text by itself becomes the `exact` of a mapping.

    Args:
        data: the file's bytes.
        number: the evidence item, from 1 in the order of the file.
        key: `prefix` or `suffix`.
        words: the words; None takes the key away.

    Raises:
        EditError: the file has flaws, has no such item, or cannot be edited without changing
            something else in it.
    """
    file = read_editable(data)
    plain = _plain_quote(file, number)
    if plain is None:
        return with_value(data, ("evidence", number, "quote", key), words)
    if words is None:
        return data
    (name, node), is_flow = plain
    selector = {"exact": node.value, key: words}
    after = meaning(file.root)
    items = after["evidence"] if isinstance(after, dict) else None
    item = items[number - 1] if isinstance(items, list) else None
    if isinstance(item, dict):
        item["quote"] = {**selector}
    written = f"{{{', '.join(f'{part}: {in_flow(text)}' for part, text in selector.items())}}}"
    texts = _texts(file.text, (name, node), selector, written, is_flow=is_flow)
    return file.first_that_says(after, texts, f"write it by hand: quote: {written}")


def _plain_quote(file: YamlFile, number: int) -> tuple[tuple[ScalarNode, ScalarNode], bool] | None:
    """Return the key and the text of an item's quote, and whether it stands in brackets.

    None for a quote that has keys of its own, and where there is none.
    """
    node = file.node("evidence")
    items = node.items if isinstance(node, SequenceNode) else []
    item = items[number - 1] if 0 < number <= len(items) else None
    if not isinstance(item, MappingNode) or not isinstance(node, SequenceNode):
        return None
    name, quote = item.entries.get("quote", (None, None))
    if name is None or not isinstance(quote, ScalarNode):
        return None
    return (name, quote), file.root.flow or node.flow or item.flow


def _texts(
    text: str,
    entry: tuple[Node, ScalarNode],
    selector: Mapping[str, str],
    written: str,
    *,
    is_flow: bool,
) -> Iterator[str]:
    """Yield the texts that may be the edited file, the tidiest first.

    Args:
        text: the file's text.
        entry: the key of the quote, and its text.
        selector: what the quote is to say, by key.
        written: the same in braces.
        is_flow: whether it stands inside brackets or braces.
    """
    name, node = entry
    in_braces = text[: node.start] + written + text[node.end :]
    is_short = node.start - line_start(text, node.start) + len(written) <= WIDTH
    if is_flow or (node.style not in {"|", ">"} and is_short):
        yield in_braces
    indent = name.column - 1
    lines = ["quote:"]
    for key, words in selector.items():
        lines += key_and_text(key, words, indent + 2)
    ending = line_end(text, name.start)
    rest = text[next_line(text, max(content_end(text, node), name.end)) :]
    yield text[: name.start] + ending.join(lines) + ending + rest
    yield in_braces
