"""Where claims come from, as a graph: claims, sources, origins and parties, and what joins them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.assessment.independence import UNKNOWN_ORIGIN
from claimcheck.formats.phrases import party_name
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.formats.export import ReportOnDemand


LONGEST_LABEL: Final = 80


@dataclass(frozen=True, slots=True)
class Node:
    """A node: `kind` is `claim`, `source` or `party`; `status` a claim's."""

    id: str
    kind: str
    label: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge: `kind` is a stance, or `repeats`, `published by`, `said by`, `belongs to`, …."""

    start: str
    end: str
    kind: str


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and edges, each once, in the order of the dossier.

    `left_out` are those that lead from or to a claim or source that is not there.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: tuple[Edge, ...] = ()


def graph_of(report: ReportOnDemand) -> Graph:
    """Return the graph of a dossier: passages lead from sources to claims, sources to outlets."""
    nodes = {node.id: node for node in _documents(report)}
    edges = dict.fromkeys(_edges(report))
    for edge in list(edges):
        for key in (edge.start, edge.end):
            for node, parent in _party_chain(key, report):
                nodes.setdefault(node.id, node)
                if parent is not None:
                    edges.setdefault(parent)
    joined = {edge for edge in edges if edge.start in nodes and edge.end in nodes}
    return Graph(
        tuple(nodes.values()),
        tuple(edge for edge in edges if edge in joined),
        tuple(edge for edge in edges if edge not in joined),
    )


def missing_ends(graph: Graph) -> Iterator[str]:
    """Yield what a graph leaves out: edges from or to what is not there."""
    for edge in graph.left_out:
        yield f"{edge.start} -> {edge.end} ({edge.kind}): one of the two is not there"


def _edges(report: ReportOnDemand) -> Iterator[Edge]:
    for source in report.dossier.sources.values():
        key = f"source:{source.id}"
        if source.outlet:
            yield Edge(key, f"party:{source.outlet}", "published by")
        if source.origin not in {None, UNKNOWN_ORIGIN}:
            yield Edge(key, f"source:{source.origin}", "repeats")
    for assessed in report.assessment.claims:
        key = f"claim:{assessed.id}"
        for item in assessed.evidence:
            yield Edge(f"source:{item.evidence.source}", key, str(item.evidence.stance))
            if item.evidence.speaker:
                yield Edge(key, f"party:{item.evidence.speaker}", "said by")
        for other in assessed.claim.rests_on:
            yield Edge(key, f"claim:{other}", "rests on")


def _party_chain(key: str, report: ReportOnDemand) -> Iterator[tuple[Node, Edge | None]]:
    """Yield a party and those above it, each with the edge to the one that it belongs to."""
    kind, _, name = key.partition(":")
    parties = report.dossier.parties
    seen: set[str] = set()
    while kind == "party" and name not in seen:
        seen.add(name)
        parent = parties[name].parent if name in parties else None
        edge = Edge(f"party:{name}", f"party:{parent}", "belongs to") if parent else None
        yield Node(f"party:{name}", "party", short(party_name(name, parties))), edge
        if parent is None:
            return
        name = parent


def _documents(report: ReportOnDemand) -> Iterator[Node]:
    for assessed in report.assessment.claims:
        status = str(assessed.derivation.status)
        yield Node(f"claim:{assessed.id}", "claim", short(assessed.claim.text), status)
    for source in report.dossier.sources.values():
        yield Node(f"source:{source.id}", "source", short(source.title))


def short(text: str) -> str:
    """Return a text as a label: one line, and no longer than is read."""
    line = one_line(text)
    return line if len(line) <= LONGEST_LABEL else f"{line[: LONGEST_LABEL - 1]}…"
