"""The contents of a YAML file, every value with its line and column: texts, lists and mappings."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class ScalarNode:
    """A piece of text; `plain` when it was written without quotation marks.

    `style` is `'`, `"`, `|` or `>`, else empty. It was written from `start` to `end`, in code
    points of the document's text; a block scalar ends where the next line with text begins.
    """

    value: str
    line: int
    column: int
    plain: bool = False
    style: str = ""
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class SequenceNode:
    """A list; `flow` when it was written in brackets. In block style it ends with its last item."""

    line: int
    column: int
    items: list[Node] = field(default_factory=list)
    flow: bool = False
    start: int = 0
    end: int = 0


@dataclass(slots=True)
class MappingNode:
    """Keys and values in the order written; each key keeps its own place.

    `flow` when it was written in braces. In block style it ends with its last value.
    """

    line: int
    column: int
    entries: dict[str, tuple[ScalarNode, Node]] = field(default_factory=dict)
    flow: bool = False
    start: int = 0
    end: int = 0


TYPE_NAMES = {ScalarNode: "text", SequenceNode: "a list", MappingNode: "a mapping"}
Node = ScalarNode | SequenceNode | MappingNode
