"""Where claims come from, in Graphviz' language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.formats.export import in_pieces
from claimcheck.formats.graph import graph_of, missing_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "Graphviz and Gephi"
BINARY = False
_SHAPES: Final = {"claim": "box", "source": "note", "party": "ellipse"}


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the graph."""
    del options
    yield from in_pieces(f"{line}\n" for line in _lines(report))


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield the edges that lead from or to what is not there."""
    del options
    yield from missing_ends(graph_of(report))


def _lines(report: ReportOnDemand) -> Iterator[str]:
    graph = graph_of(report)
    yield "digraph claims {"
    yield "  rankdir=LR;"
    for node in graph.nodes:
        label = f"{node.label}\n{node.status}" if node.status else node.label
        yield f"  {_quoted(node.id)} [shape={_SHAPES[node.kind]}, label={_quoted(label)}];"
    for edge in graph.edges:
        yield f"  {_quoted(edge.start)} -> {_quoted(edge.end)} [label={_quoted(edge.kind)}];"
    yield "}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'
