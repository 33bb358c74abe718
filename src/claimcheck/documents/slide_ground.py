"""The ground behind the words of a slide, and the boxes that are drawn over them.

Only what is certain counts: a ground of one colour with no picture or filled shape on it, and a
box of one colour that is drawn later over all of a shape.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from xml.etree.ElementTree import Element

    from claimcheck.documents.package import Package

_MAPPED: Final = {"bg1": "lt1", "bg2": "lt2", "tx1": "dk1", "tx2": "dk2"}
_FILLS: Final = frozenset({"solidFill", "gradFill", "blipFill", "pattFill", "grpFill"})
_LONGEST: Final = 12

Box = tuple[int, int, int, int]


class Grounds(NamedTuple):
    """The grounds of a slide.

    Attributes:
        colours: those that its theme names: `bg1`, `accent2`.
        colour: of the slide itself; "" where that is not certain.
        things: where pictures and filled shapes lie on it; None where one of them is somewhere.
        places: where its layout puts what holds a place, by its number.
    """

    colours: Mapping[str, str]
    colour: str = ""
    things: Sequence[Box] | None = None
    places: Mapping[str, Box] = MappingProxyType({})

    def of(self, shape: Element) -> str:
        """Return the colour behind the words of a shape; "" where that is not certain."""
        properties = child(shape, "spPr")
        if properties is None or child(shape, "style") is not None:
            return ""
        fills = [node for node in properties if local(node) in _FILLS]
        if fills:
            return colour_of(fills[0], self.colours) if local(fills[0]) == "solidFill" else ""
        box = _box(shape) or self.places.get(_number(shape))
        if box is None or self.things is None or any(_meet(box, thing) for thing in self.things):
            return self.colour if self.things == [] else ""
        return self.colour


def colour_of(fill: Element | None, colours: Mapping[str, str]) -> str:
    """Return the colour of a fill as six digits; "" where it is clear, tinted or unknown.

    Args:
        fill: an element that holds a colour.
        colours: those that a theme names.
    """
    for node in fill if fill is not None else ():
        if len(node):  # a tint, a shade, how clear it is
            return ""
        if local(node) == "srgbClr":
            return attribute(node, "val").upper()
        if local(node) == "sysClr":
            return attribute(node, "lastClr").upper()
        if local(node) == "schemeClr":
            return colours.get(attribute(node, "val"), "")
    return ""


def grounds(package: Package, part: str, tree: Element) -> Grounds:
    """Return the grounds of a slide, as it, its layout or its master sets them.

    Args:
        package: the file.
        part: the slide's name in it.
        tree: the slide.
    """
    trees, names = [tree], [part]
    for wanted in ("slideLayout", "slideMaster", "theme"):
        named = (name for _id, kind, name in package.related(names[-1]) if kind == wanted)
        names.append(next(named, ""))
        level = package.tree(names[-1]) if names[-1] else None
        if level is None:
            return Grounds({})
        trees.append(level)
    *levels, theme = trees
    colours = _theme_colours(theme, child(levels[-1], "clrMap"))
    backgrounds = (child(child(level, "cSld"), "bg") for level in levels)
    own = next((node for node in backgrounds if node is not None), None)
    if own is None:
        return Grounds(colours)
    reference, properties = child(own, "bgRef"), child(own, "bgPr")
    fill = child(properties, "solidFill") if properties is not None else reference
    shapes = [node for level in levels for node in child(child(level, "cSld"), "spTree") or ()]
    boxes = [_box(node) for node in shapes if any(map(_is_filled, node.iter()))]
    places = {_number(node): box for node in reversed(shapes) if (box := _box(node)) is not None}
    things = [box for box in boxes if box is not None]
    return Grounds(
        colours, colour_of(fill, colours), things if len(things) == len(boxes) else None, places
    )


def _theme_colours(theme: Element, mapping: Element | None) -> dict[str, str]:
    scheme = child(child(theme, "themeElements"), "clrScheme")
    own = {local(node): colour_of(node, {}) for node in (scheme if scheme is not None else ())}
    places = {**_MAPPED, **(mapping.attrib if mapping is not None else {})}
    return {**own, **{name: own.get(place, "") for name, place in places.items()}}


def _is_filled(node: Element) -> bool:
    """Whether something may lie behind words: a picture, or a shape with a fill."""
    if local(node) in {"pic", "graphicFrame"}:
        return True
    if local(node) != "sp":
        return False
    properties = child(node, "spPr")
    is_styled = child(node, "style") is not None
    return is_styled or any(local(fill) in _FILLS for fill in properties or ())


def covered(tree: Element, colours: Mapping[str, str]) -> set[Element]:
    """Return the shapes of a slide over all of which a box of one colour is drawn.

    Args:
        tree: the slide; where it moves, nothing is certain.
        colours: those that its theme names.
    """
    shapes = child(child(tree, "cSld"), "spTree")
    if shapes is None or child(tree, "timing") is not None:
        return set()
    hidden: set[Element] = set()
    covers: list[Box] = []
    for node in reversed(list(shapes)):
        box = _box(node)
        if box is None:
            continue
        if any(_lies_in(box, cover) for cover in covers):
            hidden.add(node)
        elif _is_cover(node, colours):
            covers.append(box)
    return hidden


def _is_cover(shape: Element, colours: Mapping[str, str]) -> bool:
    properties = child(shape, "spPr")
    form = child(properties, "prstGeom") if properties is not None else None
    if form is None or attribute(form, "prst") != "rect":
        return False
    style = child(child(shape, "style"), "fillRef")
    fill = child(properties, "solidFill")
    if fill is None and any(local(node) in {*_FILLS, "noFill"} for node in properties or ()):
        return False
    return bool(colour_of(fill if fill is not None else style, colours))


def _box(shape: Element) -> Box | None:
    """Return the left, top, right and bottom of a shape that is not turned."""
    properties = child(shape, "spPr" if child(shape, "grpSpPr") is None else "grpSpPr")
    place = child(properties if properties is not None else shape, "xfrm")
    start, extent = child(place, "off"), child(place, "ext")
    if place is None or start is None or extent is None or attribute(place, "rot").strip("0"):
        return None
    left, top = length(start, "x"), length(start, "y")
    return left, top, left + length(extent, "cx"), top + length(extent, "cy")


def _number(shape: Element) -> str:
    """Return the number by which a layout knows what holds a place; "" for any other shape."""
    place = child(child(child(shape, "nvSpPr"), "nvPr"), "ph")
    return "" if place is None else attribute(place, "idx") or attribute(place, "type")


def _meet(box: Box, other: Box) -> bool:
    return box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]


def _lies_in(inner: Box, outer: Box) -> bool:
    return all(a >= b for a, b in zip(inner[:2], outer[:2], strict=True)) and all(
        a <= b for a, b in zip(inner[2:], outer[2:], strict=True)
    )


def length(element: Element, name: str) -> int:
    """Return a length that an attribute says, of which 12,700 are a point; 0 where it says none."""
    value = attribute(element, name)
    digits = value.removeprefix("-")
    return int(value) if digits.isdecimal() and len(digits) <= _LONGEST else 0
