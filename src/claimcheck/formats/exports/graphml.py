"""Where claims come from, as GraphML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.sax.saxutils import escape, quoteattr

from claimcheck.formats.export import for_xml, in_pieces
from claimcheck.formats.graph import graph_of, missing_ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ExportOptions, ReportOnDemand

READERS = "Gephi, yEd, Cytoscape and networkx"
BINARY = False
_KEYS: Final = (("kind", "node"), ("label", "node"), ("status", "node"), ("relation", "edge"))


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
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, holder in _KEYS:
        yield f'  <key id="{name}" for="{holder}" attr.name="{name}" attr.type="string"/>'
    yield '  <graph id="claims" edgedefault="directed">'
    for node in graph.nodes:
        yield f"    <node id={_attribute(node.id)}>"
        for name, value in (("kind", node.kind), ("label", node.label), ("status", node.status)):
            if value:
                yield f'      <data key="{name}">{escape(for_xml(value))}</data>'
        yield "    </node>"
    for edge in graph.edges:
        ends = f"source={_attribute(edge.start)} target={_attribute(edge.end)}"
        yield f'    <edge {ends}><data key="relation">{escape(edge.kind)}</data></edge>'
    yield "  </graph>"
    yield "</graphml>"


def _attribute(text: str) -> str:
    return quoteattr(for_xml(text))
