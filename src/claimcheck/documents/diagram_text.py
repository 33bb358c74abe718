"""The words in diagrams of office files (SmartArt).

The file holds the words of a diagram in order, and the shapes that were drawn of them last. Some
programs write no shapes, or none with words: then the words are drawn when the file is opened.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcheck.documents.drawing_text import plain_text
from claimcheck.documents.office_flags import is_set
from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.package import Package


def diagram_text(
    package: Package, related: list[tuple[str, str, str]], node: Element
) -> str | None:
    """Return the text of a diagram: as it was drawn last, or else as it will be drawn.

    Args:
        package: the file.
        related: what the part refers to in which the diagram stands.
        node: its place there (`relIds`).

    Returns:
        The text, a line each paragraph; None where the file holds no words of it.
    """
    parts = {name: part for name, _kind, part in related}
    data = package.tree(parts.get(attribute(node, "dm"), ""))
    drawings = [part for _name, kind, part in related if kind == "diagramDrawing"]
    for inner in data.iter() if data is not None else ():
        if local(inner) == "dataModelExt" and attribute(inner, "relId") in parts:
            drawings = [parts[attribute(inner, "relId")]]
    tree = package.tree(drawings[0]) if drawings else None
    drawn = plain_text(tree) if tree is not None else ""
    if drawn or data is None:
        return drawn or None
    return "\n".join(filter(None, _words(data))) or None


def _words(data: Element) -> Iterator[str]:
    """Yield the words of the points of a diagram, each before those that belong to it."""
    points: dict[str, Element] = {}
    parts: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for node in data.iter():
        if local(node) == "pt":
            points[attribute(node, "modelId")] = node
        elif local(node) == "cxn" and attribute(node, "type") in {"", "parOf"}:
            order = attribute(node, "srcOrd")
            place = int(order) if order.isdecimal() and len(order) < 10 else 0
            parts[attribute(node, "srcId")].append((place, attribute(node, "destId")))
    open_points = [name for name, point in points.items() if attribute(point, "type") == "doc"]
    while open_points:
        point = points.pop(open_points.pop(), None)
        if point is None:
            continue
        # What is to be typed there is shown to those who edit alone.
        words, settings = child(point, "t"), child(point, "prSet")
        if words is not None and not is_set(settings, "phldr"):
            yield plain_text(point)
        inner = sorted(parts[attribute(point, "modelId")], reverse=True)
        open_points += [name for _place, name in inner]
