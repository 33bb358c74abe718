"""Where claims come from, as a Mermaid flowchart."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from claimcheck.formats.export import in_pieces
from claimcheck.formats.graph import graph_of, missing_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "GitHub, GitLab, Obsidian and Mermaid itself"
BINARY = False
# What GitHub draws; larger charts are refused there.
_MOST_EDGES: Final = 500
_SHAPES: Final = {"claim": ('["', '"]'), "source": ('(["', '"])'), "party": ('{{"', '"}}')}


def render(report: ReportOnDemand, options: ExportOptions) -> Iterator[bytes]:
    """Yield the chart."""
    del options
    yield from in_pieces(f"{line}\n" for line in _lines(report))


def losses(report: ReportOnDemand, options: ExportOptions) -> Iterator[str]:
    """Yield what leads to nothing, and whether the chart is larger than most programs draw."""
    del options
    graph = graph_of(report)
    yield from missing_ends(graph)
    edges = len(graph.edges)
    if edges > _MOST_EDGES:
        yield f"{edges:,} lines between boxes; Mermaid draws {_MOST_EDGES} unless it is told to"


def _lines(report: ReportOnDemand) -> Iterator[str]:
    graph = graph_of(report)
    names = {node.id: f"n{number}" for number, node in enumerate(graph.nodes)}
    yield "flowchart LR"
    for node in graph.nodes:
        opening, closing = _SHAPES[node.kind]
        status = f"<br>{node.status}" if node.status else ""
        yield f"  {names[node.id]}{opening}{_safe(node.label)}{status}{closing}"
    for edge in graph.edges:
        yield f"  {names[edge.start]} -->|{edge.kind}| {names[edge.end]}"


def _safe(label: str) -> str:
    """A label that ends nothing, and is no markup: Mermaid reads entities without `&`."""
    text = escape(label).replace("&#x27;", "'")
    for name in ("quot", "lt", "gt", "amp"):
        text = text.replace(f"&{name};", f"#{name};")
    return text.replace("`", "#96;")
