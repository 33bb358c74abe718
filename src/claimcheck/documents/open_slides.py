"""Where an OpenDocument presentation sets shapes: what lies beside a slide is shown to nobody."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_LENGTH: Final = re.compile(r"(-?\d{1,7}(?:\.\d{1,10})?)(cm|mm|in|pt|pc|px)")
_POINTS: Final = {
    "cm": 28.3465, "mm": 2.83465, "in": 72.0, "pt": 1.0, "pc": 12.0, "px": 0.75,
}  # fmt: skip


def shapes_beside(page: Element, shared: Element | None) -> set[Element]:
    """Return the shapes of a slide of which no part lies on it.

    A shape in a group is looked at by itself; one that says no place or no size lies on the slide.

    Args:
        page: the slide.
        shared: the part `styles.xml`, which has the size of the slides.
    """
    size = _size(page, shared)
    if size is None:
        return set()
    # The page of notes has a size of its own.
    parts = [part for part in page if local(part) != "notes"]
    return {shape for part in parts for shape in part.iter() if _is_off(shape, size)}


def _size(page: Element, shared: Element | None) -> tuple[float, float] | None:
    masters = list(child(shared, "master-styles") or ())
    layouts = list(child(shared, "automatic-styles") or ())
    name = attribute(page, "master-page-name")
    master = next((node for node in masters if attribute(node, "name") == name), None)
    wanted = attribute(master, "page-layout-name") if master is not None else ""
    for layout in layouts:
        properties = child(layout, "page-layout-properties")
        if attribute(layout, "name") == wanted and properties is not None:
            width, height = _lengths(properties, "page-width", "page-height")
            return (width, height) if width and height else None
    return None


def _is_off(shape: Element, size: tuple[float, float]) -> bool:
    if local(shape) not in {"frame", "custom-shape", "rect", "ellipse", "caption"}:
        return False
    x, y, width, height = _lengths(shape, "x", "y", "width", "height")
    if x is None or y is None or not width or not height:
        return False
    return x >= size[0] or y >= size[1] or x + width <= 0 or y + height <= 0


def _lengths(element: Element, *names: str) -> Iterator[float | None]:
    for name in names:
        match = _LENGTH.fullmatch(attribute(element, name))
        yield float(match[1]) * _POINTS[match[2]] if match else None
