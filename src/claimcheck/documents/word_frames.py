"""Where a DOCX sets frames and boxes, and how high its lines are: what nobody sees of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# All in twentieths of a point, as the file counts.
_PAGE: Final = (12240, 15840)
_LOWEST_LINE: Final = 30  # letters of lines that are no higher are cut to dots
_OF_EMU: Final = 635
_WHOLE: Final = re.compile(r"[+-]?\d{1,12}")
_LENGTH: Final = re.compile(
    r"(?:^|;)\s*(?:margin-)?(left|top|width|height)\s*:\s*(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|cm|mm)?\b"
)
_UNITS: Final = {"pt": 20.0, "in": 1440.0, "cm": 566.9, "mm": 56.69}

Size = tuple[float, float]


def page_size(tree: Element) -> Size:
    """Return how wide and high the largest page of a document is."""
    sizes = [element for element in tree.iter() if local(element) == "pgSz"]
    across = [_whole(attribute(size, "w")) for size in sizes]
    down = [_whole(attribute(size, "h")) for size in sizes]
    return max(across, default=0) or _PAGE[0], max(down, default=0) or _PAGE[1]


def is_flat(properties: Element | None, *, inherited: bool) -> bool:
    """Whether a paragraph's lines are set so low that nothing of their letters is seen.

    Args:
        properties: of the paragraph, or of its style.
        inherited: the answer of the style before, which holds where these say nothing.
    """
    spacing = child(properties, "spacing")
    line = attribute(spacing, "line") if spacing is not None else ""
    if spacing is None or not _WHOLE.fullmatch(line):
        return inherited
    return attribute(spacing, "lineRule") == "exact" and int(line) <= _LOWEST_LINE


def is_beside_page(element: Element, page: Size) -> bool:
    """Whether a frame, or what holds a box, stands where there is no page.

    Args:
        element: a paragraph's `framePr`, an `anchor`, or a shape of VML.
        page: the page's width and height.
    """
    name = local(element)
    if name == "framePr":
        return any(_is_frame_outside(element, side, page) for side in (0, 1))
    if name == "anchor":
        return any(_is_anchor_outside(element, side, page) for side in (0, 1))
    if name in {"group", "shape", "rect", "roundrect"}:
        style = attribute(element, "style")
        return "absolute" in style and _is_style_outside(style, page)
    return False


def _is_frame_outside(frame: Element, side: int, page: Size) -> bool:
    start, size, origin = (("x", "w", "hAnchor"), ("y", "h", "vAnchor"))[side]
    at = attribute(frame, start)
    if not _WHOLE.fullmatch(at):
        return False
    extent = _whole(attribute(frame, size)) or page[side]
    return _is_outside(int(at), extent, page[side], is_of_page=attribute(frame, origin) == "page")


def _is_anchor_outside(anchor: Element, side: int, page: Size) -> bool:
    position = child(anchor, ("positionH", "positionV")[side])
    offset = child(position, "posOffset")
    extent = child(anchor, "extent")
    at = (offset.text or "").strip() if offset is not None else ""
    if position is None or extent is None or not _WHOLE.fullmatch(at):
        return False
    size = _whole(attribute(extent, ("cx", "cy")[side])) / _OF_EMU
    is_of_page = attribute(position, "relativeFrom") == "page"
    return _is_outside(int(at) / _OF_EMU, size, page[side], is_of_page=is_of_page)


def _is_style_outside(style: str, page: Size) -> bool:
    lengths = {hit[1]: float(hit[2]) * _UNITS[hit[3] or "pt"] for hit in _LENGTH.finditer(style)}
    is_of_page = "relative:page" in style.replace(" ", "")
    sides = (("left", "width"), ("top", "height"))
    return any(
        start in lengths
        and _is_outside(
            lengths[start], lengths.get(size, page[side]), page[side], is_of_page=is_of_page
        )
        for side, (start, size) in enumerate(sides)
    )


def _is_outside(start: float, size: float, page: float, *, is_of_page: bool) -> bool:
    """Whether a stretch lies outside of a page.

    Args:
        start: where it begins.
        size: how long it is.
        page: how long the page is.
        is_of_page: whether it is counted from the page's border, and not from some place on it.
    """
    return start >= page or start + size <= (0 if is_of_page else -page)


def _whole(value: str) -> int:
    return int(value) if _WHOLE.fullmatch(value) else 0
