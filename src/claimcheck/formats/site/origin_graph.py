"""Where a claim's evidence comes from, drawn: passages, outlets, origins, parties."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from claimcheck.assessment.independence import UNKNOWN_KEY, names_outlet
from claimcheck.assessment.status import Standing
from claimcheck.formats import phrases
from claimcheck.formats.site import wording
from claimcheck.formats.site.foreign import visible_text
from claimcheck.model import Stance

if TYPE_CHECKING:
    from claimcheck.assessment.assessed import AssessedClaim, AssessedEvidence
    from claimcheck.formats.site.site import Site

# All in units of the drawing.
_COLUMN_WIDTHS = (150, 190, 230, 210)
_GAP = 44
_HEIGHT, _ROOM = 40, 12
_TOP = 30
_TITLES = ("Passages", "Outlets", "Origins", "Parties")
_UNIT_PER_COLUMN = 7.4
_SIDES = {Stance.SUPPORTS: "for", Stance.CONTRADICTS: "against"}


@dataclass(slots=True)
class GraphNode:
    """A box of the drawing, with a line of text or two."""

    text: str
    below: str = ""
    styles: str = ""
    row: float = 0


@dataclass(slots=True)
class OriginGraph:
    """Boxes in columns, by the key of what they stand for, and lines from one column to the next.

    A line's key is the number of the column that it begins in, and the two boxes; its value says
    how it is drawn.
    """

    columns: tuple[dict[str, GraphNode], ...] = field(
        default_factory=lambda: ({}, {}, {}, {}),
    )
    lines: dict[tuple[int, str, str], str] = field(default_factory=dict)


def drawing(assessed: AssessedClaim, site: Site) -> Markup:
    """Return the drawing of where a claim's evidence comes from, as SVG."""
    graph = OriginGraph()
    for item in assessed.evidence:
        _add(graph, item, site)
    _arrange(graph)
    return _svg(graph, assessed)


def _add(graph: OriginGraph, item: AssessedEvidence, site: Site) -> None:
    side = _SIDES.get(item.evidence.stance, "context")
    counts = _counts(item)
    style = side if counts else f"{side} silent"
    path = _path(item, site)
    for column, (key, node) in enumerate(path):
        placed_node = graph.columns[column].setdefault(key, node)
        if counts and "silent" in placed_node.styles.split():
            placed_node.styles = node.styles
    for column in range(len(path) - 1):
        line = (column, path[column][0], path[column + 1][0])
        drawn = graph.lines.get(line)
        if drawn is None or (counts and "silent" in drawn):
            graph.lines[line] = style
        elif counts and drawn != style:
            graph.lines[line] = "mixed"


def _counts(item: AssessedEvidence) -> bool:
    return item.votes and item.standing is not Standing.UNKNOWN


def _path(item: AssessedEvidence, site: Site) -> list[tuple[str, GraphNode]]:
    voice, evidence = item.voice, item.evidence
    side = _SIDES.get(evidence.stance, "context")
    silent = "" if _counts(item) else " silent"
    number = f"{evidence.number} · {wording.STANCES[evidence.stance]}"
    below = "" if _counts(item) or evidence.stance is Stance.CONTEXT else "does not count"
    unnamed = item.source is None or not names_outlet(item.source)
    outlet = "publisher not known" if unnamed else site.name(voice.outlet)
    root = site.report.assessment.dossier.sources.get(voice.chain[-1])
    repeated = len(voice.chain) > 1
    if voice.root == UNKNOWN_KEY:
        origin, about = "unknown origin", "repeats something unnamed"
    else:
        origin = root.title if root else voice.chain[-1]
        about = "repeated here" if repeated else "printed first there"
    party_key = voice.key
    party = "unknown" if party_key == UNKNOWN_KEY else site.name(party_key)
    speaker = site.name(voice.speaker) if voice.speaker else ""
    via = f"through {speaker}" if speaker and speaker != party else ""
    standing = "interested" if item.interested else via
    if item.interested and via:
        standing = f"interested, {via}"
    interested = " interested" if item.interested else ""
    return [
        (str(evidence.number), GraphNode(number, below, f"{side}{silent}")),
        (voice.outlet, GraphNode(outlet, "", f"plain{silent}")),
        (f"{voice.chain[-1]}/{origin}", GraphNode(origin, about, f"plain{silent}")),
        (party_key, GraphNode(party, standing, f"party{interested}{silent}")),
    ]


def _arrange(graph: OriginGraph) -> None:
    """Place the boxes of each column near the middle of what leads to them."""
    for row, node in enumerate(graph.columns[0].values()):
        node.row = row
    for column in range(1, len(graph.columns)):
        nodes = graph.columns[column]
        wanted = {key: _mean_row(graph, column, key) for key in nodes}
        order = sorted(nodes, key=lambda key: wanted[key])
        free = 0.0
        for key in order:
            nodes[key].row = free = max(free, wanted[key])
            free += 1
        # What was pushed down by others is moved up together, as far as there is room.
        excess = max(0.0, free - max(len(graph.columns[0]), len(nodes)))
        for key in order:
            nodes[key].row -= excess


def _mean_row(graph: OriginGraph, column: int, key: str) -> float:
    rows = [
        graph.columns[column - 1][first].row
        for number, first, second in graph.lines
        if number == column - 1 and second == key
    ]
    return sum(rows) / len(rows)


def _svg(graph: OriginGraph, assessed: AssessedClaim) -> Markup:
    lefts = [sum(_COLUMN_WIDTHS[:n]) + n * _GAP for n in range(len(_COLUMN_WIDTHS))]
    width = lefts[-1] + _COLUMN_WIDTHS[-1]
    rows = max(node.row for nodes in graph.columns for node in nodes.values()) + 1
    height = _TOP + rows * (_HEIGHT + _ROOM)
    counts = phrases.evidence_counts(assessed.derivation.counts)
    opening = (
        f'<svg class="graph" viewBox="0 0 {width} {height:.0f}" width="{width}" '
        f'height="{height:.0f}" role="img" aria-label="Where it comes from: {escape(counts)}">'
    )
    parts = [opening]
    for left, title in zip(lefts, _TITLES, strict=True):
        parts.append(f'<text class="head" x="{left}" y="14">{title}</text>')
    for (column, first, second), style in graph.lines.items():
        start = graph.columns[column][first]
        end = graph.columns[column + 1][second]
        x1, x2 = lefts[column] + _COLUMN_WIDTHS[column], lefts[column + 1]
        y1, y2, middle = _middle(start), _middle(end), (x1 + x2) / 2
        parts.append(
            f'<path class="{style}" d="M{x1} {y1:.0f}C{middle:.0f} {y1:.0f} '
            f'{middle:.0f} {y2:.0f} {x2} {y2:.0f}"/>'
        )
    for column, nodes in enumerate(graph.columns):
        for node in nodes.values():
            parts += _box(node, lefts[column], _COLUMN_WIDTHS[column])
    parts.append("</svg>")
    return Markup("".join(parts))  # noqa: S704 - numbers, our own words, and escaped text


def _middle(node: GraphNode) -> float:
    return _TOP + node.row * (_HEIGHT + _ROOM) + _HEIGHT / 2


def _box(node: GraphNode, left: int, width: int) -> list[str]:
    top = _middle(node) - _HEIGHT / 2
    center, room = left + width / 2, int((width - 14) / _UNIT_PER_COLUMN)
    full = f"{node.text}, {node.below}" if node.below else node.text
    first = top + (17 if node.below else 25)
    opening = (
        f'<g class="{node.styles}"><title>{escape(visible_text(full))}</title>'
        f'<rect x="{left}" y="{top:.0f}" width="{width}" height="{_HEIGHT}" rx="4"/>'
        f'<text x="{center:.0f}" y="{first:.0f}">{_fitting(node.text, room)}</text>'
    )
    parts = [opening]
    if node.below:
        below = _fitting(node.below, int(room * 1.15))
        parts.append(f'<text class="below" x="{center:.0f}" y="{top + 32:.0f}">{below}</text>')
    parts.append("</g>")
    return parts


def _fitting(text: str, room: int) -> Markup:
    """Return the beginning of a text that is no wider than a number of letters."""
    text = visible_text(" ".join(text.split()))
    if text.isascii():
        return escape(text if len(text) <= room else f"{text[: room - 1].rstrip()}…")
    line, used = "", 0
    for sign in text:
        used += 2 if unicodedata.east_asian_width(sign) in {"W", "F"} else 1
        if used > room:
            return escape(line[:-1].rstrip() + "…")
        line += sign
    return escape(line)
