"""Whether an element of a web page is shown, and what its style makes of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from tinycss2.color4 import parse_color

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.documents.page_element import PageElement

# Their content is no text of the page; some stand for something else (`page_text._open_special`).
# `head` is not among them: lxml leaves in it what of a page without `body` it does not know.
HIDDEN_TAGS: Final = frozenset(
    {
        "annotation", "annotation-xml", "area", "audio", "base", "canvas", "datalist", "embed",
        "frame", "iframe", "img", "input", "link", "math", "meta", "meter", "noembed",
        "noframes", "noscript", "object", "param", "progress", "rp", "script", "select",
        "source", "style", "svg", "template", "title", "track", "video",
    }
)  # fmt: skip
_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
        "main", "menu", "nav", "ol", "optgroup", "p", "pre", "search", "section", "summary",
        "tbody", "tfoot", "thead", "ul",
    }
)  # fmt: skip
_BLOCK_DISPLAYS: Final = frozenset(
    {
        "-webkit-box", "block", "flex", "flow-root", "grid", "list-item", "table",
        "table-caption", "table-footer-group", "table-header-group", "table-row-group",
    }
)  # fmt: skip
_ITEM_PARENTS: Final = frozenset({"flex", "grid", "inline-flex", "inline-grid"})
_STRUCK: Final = frozenset({"s", "del", "strike"})
_NUMBER: Final = re.compile(r"(-?[\d.]+)\s*(px|em|rem|ex|ch|vw|vh|pt|%)?")
_RECT: Final = re.compile(
    r"rect\(\s*(-?\d+)\w*[\s,]+(-?\d+)\w*[\s,]+(-?\d+)\w*[\s,]+(-?\d+)\w*\s*\)"
)
_NO_CIRCLE: Final = re.compile(r"(?:circle|ellipse)\(\s*0(?:px|%)?\s*(?:\)|at\b|0)")
_FUNCTION: Final = re.compile(r"([a-z-]+)\(([^()]*)\)")
_SHRUNK: Final = re.compile(
    r"scale(?:[xy]|3d)?\(\s*(?:0+|0*\.0\d*)\s*[,)]|rotate[xy]\(\s*90deg|matrix\(\s*0\s*,\s*0\s*,\s*0\s*,\s*0\s*,"
)
_ZOOM: Final = re.compile(r"(\d*\.?\d+)(%)?")
_LEAST_ZOOM: Final = 0.1
_FAINT_FILTER: Final = re.compile(r"opacity\(\s*0?\.?0+%?\s*\)")
_SENT_AWAY: Final = re.compile(r"translate(?:x|y|3d)?\([^()]{0,60}-(?:9\d{3}|\d{5,})(?:px|em|rem)")
_MOVED_AWAY: Final = re.compile(
    r"translate(?:x|y|3d)?\(\s*(?:0(?:px|%)?\s*,\s*)?-(?:100|1[0-9]\d)%"
)
_FAR: Final = -999.0
_DRAWER: Final = -200.0  # pixels by which menus and dialogues stand off the screen
_FAR_EM: Final = -90.0
_PIXEL: Final = 1.0
_FAINT: Final = 0.05
_WHOLE: Final = 100.0  # per cent
_ZERO: Final = re.compile(r"0+(?:\.0+)?(?:px|em|rem|pt|%)?$")
_TINY: Final = re.compile(r"(?:0+(?:\.0\d*)?|\.0\d*)(?:px|em|rem|pt|%)?")
# Nobody tells letters from what lies behind them where no part of their colours differs by more.
_ALIKE: Final = 8 / 255
_INHERITED: Final = frozenset({"inherit", "unset", "currentcolor"})
_OVERFLOWS: Final = ("hidden", "clip", "auto", "scroll")  # what is outside of the box is not seen
_OPPOSITE: Final = {"left": "right", "top": "bottom"}


@dataclass(frozen=True, slots=True)
class Seen:
    """The styles that a text inherits from the elements around it.

    Attributes:
        visible: no `visibility: hidden` holds.
        sized: its letters have a size.
        colored: its letters have a colour of their own.
        keeps_lines: its blanks and ends of lines are shown as they are.
        in_items: its parent lays its children out as items of their own.
        folded: its parent gives its row no height.
        ink: the colour of its letters, as far as it is declared.
        ground: the colour behind them; "" where nothing tells.
    """

    visible: bool = True
    sized: bool = True
    colored: bool = True
    keeps_lines: bool = False
    in_items: bool = False
    folded: bool = False
    ink: str = ""
    ground: str = ""

    @property
    def shown(self) -> bool:
        """Whether a text here is seen."""
        return self.visible and self.sized and self.colored


def hides(element: PageElement, tag: str, declared: Mapping[str, str], around: Seen) -> bool:
    """Whether an element is not shown, with all that is in it.

    Args:
        element: the element.
        tag: its name in small letters.
        declared: what the style sheets declare for it.
        around: what holds around it.
    """
    if declared.get("display", "").startswith("none") or _is_closed(element, tag, declared):
        return True
    if not declared:
        return False
    cuts = _is_box(tag, declared, around)
    folds = around.folded and cuts and _overflows_unseen(declared)
    return folds or _is_clipped(declared, cuts=cuts)


def _is_closed(element: PageElement, tag: str, declared: Mapping[str, str]) -> bool:
    """Whether an element is not shown unless something opens it."""
    if tag == "input" and (element.get("type") or "").lower() == "hidden":
        return True
    if declared.get("display", "revert") != "revert":
        return False
    closed = tag == "dialog" and element.get("open") is None
    return closed or element.get("hidden") is not None or element.get("popover") is not None


def seen_in(tag: str, declared: Mapping[str, str], seen: Seen) -> Seen:
    """Return what holds inside an element.

    Args:
        tag: its name in small letters.
        declared: what the style sheets declare for it.
        seen: what holds around it.
    """
    display = declared.get("display", "").split(" ")[0]
    items = display in _ITEM_PARENTS
    folded = items and declared.get("grid-template-rows", "").startswith("0fr")
    if (seen.in_items, seen.folded) != (items, folded):
        seen = replace(seen, in_items=items, folded=folded)
    if tag in {"pre", "textarea", "listing", "xmp"} and not seen.keeps_lines:
        seen = replace(seen, keeps_lines=True)
    if not declared:
        return seen
    visibility = declared.get("visibility", "")
    if visibility in {"hidden", "collapse"}:
        seen = replace(seen, visible=False)
    elif visibility == "visible":
        seen = replace(seen, visible=True)
    if size := declared.get("font-size", ""):
        seen = replace(seen, sized=_has_size(size, seen))
    color = declared.get("-webkit-text-fill-color") or declared.get("color", "")
    ink = seen.ink if color in {"", *_INHERITED} else color
    if color not in _INHERITED and ink and (color or _ground_of(declared)):
        seen = replace(seen, ink=ink, colored=_has_color(ink, declared, seen))
    return on_ground(declared, seen)


def on_ground(declared: Mapping[str, str], seen: Seen) -> Seen:
    """Return what holds inside an element that may have a colour behind its text."""
    ground = _ground_of(declared)
    if not ground or not seen.ground:
        return seen
    paint = _paint(ground)
    if paint is not None and paint[3] < _FAINT:
        return seen
    return replace(seen, ground=ground if paint is not None and paint[3] == 1 else "")


def _ground_of(declared: Mapping[str, str]) -> str:
    return declared.get("background-color") or declared.get("background", "")


def block_like(element: PageElement, tag: str, declared: Mapping[str, str], seen: Seen) -> bool:
    """Whether an element stands on lines of its own.

    Args:
        element: the element.
        tag: its name in small letters.
        declared: what the style sheets declare for it.
        seen: what holds around it.
    """
    display = declared.get("display", "").split(" ")[0]
    if display in _BLOCK_DISPLAYS or seen.in_items:
        return True
    floats = declared.get("float", "none") in {"left", "right"}
    apart = floats or declared.get("position", "") in {"absolute", "fixed"}
    if display.startswith("inline") or display == "contents":
        return False
    if tag in _BLOCKS:
        return True
    return apart and not _is_drop_cap(element)


def is_struck(tag: str, declared: Mapping[str, str]) -> bool:
    """Whether an element's text is struck out."""
    line = declared.get("text-decoration-line") or declared.get("text-decoration", "")
    if line:
        return "line-through" in line
    return tag in _STRUCK


def _is_drop_cap(element: PageElement) -> bool:
    """Whether it is the large first letter of a word that goes on after it."""
    text = "".join(element.itertext()).strip().lstrip("“\"'‘„«")
    return len(text) == 1 and text.isalpha() and (element.tail or "")[:1].isalpha()


def _is_box(tag: str, declared: Mapping[str, str], around: Seen) -> bool:
    """Whether an element has a height and a width of its own, and may cut off what is in it."""
    display = declared.get("display", "").split(" ")[0]
    placed = declared.get("position", "") in {"absolute", "fixed"}
    if placed or around.in_items or declared.get("float", "none") in {"left", "right"}:
        return True
    if display and display != "revert":
        return display not in {"inline", "contents"}
    return tag in _BLOCKS or tag in {"button", "td", "th"}


def _is_clipped(declared: Mapping[str, str], *, cuts: bool) -> bool:
    """Whether a style leaves nothing to be seen of an element.

    Args:
        declared: what the style sheets declare for it.
        cuts: it may cut off what is in it.
    """
    return (
        _is_placed_away(declared)
        or _clips_all(declared.get("clip-path", ""))
        or _is_indented_away(declared)
        or (cuts and _is_cut(declared))
        or declared.get("content-visibility") == "hidden"
        or (not _is_animated(declared) and (_is_shrunk(declared) or _is_faint(declared)))
    )


def _is_animated(declared: Mapping[str, str]) -> bool:
    """Whether an animation changes how the element begins."""
    name = declared.get("animation-name") or declared.get("animation", "none")
    return not name.startswith(("none", "inherit", "initial", "unset"))


def _is_shrunk(declared: Mapping[str, str]) -> bool:
    transform = declared.get("transform", "")
    scale = declared.get("scale", "").split(" ")
    moved = _NUMBER.match(declared.get("translate", ""))
    return (
        bool(_SHRUNK.search(transform) or _SENT_AWAY.search(transform))
        or any(_TINY.fullmatch(factor) for factor in scale if factor)
        or _is_zoomed_away(declared.get("zoom", ""))
        or (moved is not None and _is_far(moved[0]))
    )


def _is_zoomed_away(zoom: str) -> bool:
    """Whether a page is shown so small that its letters are dots; browsers pass over a 0."""
    hit = _ZOOM.fullmatch(zoom)
    return hit is not None and 0 < _float(hit) < (_WHOLE if hit[2] else 1) * _LEAST_ZOOM


def _is_faint(declared: Mapping[str, str]) -> bool:
    opacity = _NUMBER.match(declared.get("opacity", ""))
    faint = opacity is not None and _float(opacity) < _FAINT
    return faint or bool(_FAINT_FILTER.search(declared.get("filter", "")))


def _clips_all(shape: str) -> bool:
    """Whether a shape (`clip-path`) lets nothing be seen."""
    if _NO_CIRCLE.match(shape):
        return True
    hit = _FUNCTION.match(shape)
    if not hit:
        return False
    name, arguments = hit[1], hit[2].split(" round ")[0]
    if name == "polygon":
        points = {" ".join(point.split()) for point in arguments.split(",")}
        return len(points) == 1
    if name == "rect":
        return {part.removesuffix("px") for part in arguments.split()} == {"0"}
    if name != "inset":
        return False
    top, right, bottom, left = (_share(side) for side in four_sides(arguments.split()))
    return top + bottom >= _WHOLE or left + right >= _WHOLE


def four_sides(values: list[str]) -> tuple[str, str, str, str]:
    """Return what one to four values mean for the top, the right, the bottom and the left.

    Args:
        values: the values, none of which may be missing; with another number of them, nothing.
    """
    top, right, bottom, left = {
        1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)
    }.get(len(values), (-1, -1, -1, -1))  # fmt: skip
    if top < 0:
        return "", "", "", ""
    return values[top], values[right], values[bottom], values[left]


def _share(side: str) -> float:
    hit = _NUMBER.match(side)
    return _float(hit) if hit and hit[2] == "%" else 0.0


def _is_indented_away(declared: Mapping[str, str]) -> bool:
    indent = declared.get("text-indent", "")
    if _is_far(indent):
        return True
    wraps = not declared.get("white-space", "").startswith("nowrap")
    return not wraps and _overflows_unseen(declared) and _share(indent) >= _WHOLE


def _is_placed_away(declared: Mapping[str, str]) -> bool:
    if _is_drawn_out(declared):
        return True
    position = declared.get("position", "")
    if position not in {"absolute", "fixed", "relative"}:
        return False
    rect = _RECT.match(declared.get("clip", ""))
    if position != "relative" and rect and _is_small(rect):
        return True
    if position == "fixed" and _is_off_screen(declared):
        return True
    for side, opposite in _OPPOSITE.items():
        near, far = declared.get(side, "auto"), declared.get(opposite, "")
        if _is_far(near) or (near == "auto" and position != "relative" and _is_far(f"-{far}")):
            return True
    return False


def _is_drawn_out(declared: Mapping[str, str]) -> bool:
    """Whether a margin sends an element away; one that padding makes good paints a ground."""
    margin, padding = declared.get("margin-left", ""), declared.get("padding-left", "")
    return _is_far(margin) and not _is_far(f"-{padding}")


def _is_off_screen(declared: Mapping[str, str]) -> bool:
    """Whether a box that stays where it is on the screen stands beside, above or below it."""
    if _MOVED_AWAY.search(declared.get("transform", "")):
        return True
    for side in ("left", "top", "right", "bottom"):
        hit = _NUMBER.match(declared.get(side, ""))
        if not hit:
            continue
        if hit[2] in {"%", "vw", "vh"} and _float(hit) >= _WHOLE:
            return True
        if hit[2] == "px" and _float(hit) <= _DRAWER and _is_beyond(side, -_float(hit), declared):
            return True
    return False


def _is_beyond(side: str, away: float, declared: Mapping[str, str]) -> bool:
    """Whether a box that stands off a side of the screen is no wider or higher than it is away.

    Args:
        side: the side; off the left and the top a box that far away is taken to end there.
        away: how far the box stands off it, in pixels.
        declared: what the style sheets declare for it.
    """
    if side in _OPPOSITE:
        return True
    along = ("width", "max-width") if side == "right" else ("height", "max-height")
    sizes = (_NUMBER.fullmatch(declared.get(name, "")) for name in along)
    return any(size is not None and size[2] == "px" and _float(size) <= away for size in sizes)


def _is_small(rect: re.Match[str]) -> bool:
    top, right, bottom, left = (int(part) for part in rect.groups())
    return bottom - top <= _PIXEL or right - left <= _PIXEL


def _overflows_unseen(declared: Mapping[str, str]) -> bool:
    return declared.get("overflow", "").startswith(_OVERFLOWS)


def _is_cut(declared: Mapping[str, str]) -> bool:
    """Whether a box without width or height shows nothing of what is in it."""
    whole = declared.get("overflow", "")
    if declared.get("contain", "") in {"paint", "strict", "content"}:
        whole = "clip"
    for sides, along in ((("height", "max-height"), "y"), (("width", "max-width"), "x")):
        overflow = declared.get(f"overflow-{along}", whole)
        most = _PIXEL if overflow.startswith(("hidden", "clip")) else 0.0
        if not overflow.startswith(_OVERFLOWS):
            continue
        for side in sides:
            size = _NUMBER.fullmatch(declared.get(side, ""))
            if size and _float(size) <= (0.0 if size[2] == "%" else most):
                return True
    return False


def _is_far(value: str) -> bool:
    hit = _NUMBER.match(value)
    if not hit:
        return False
    far = _FAR_EM if hit[2] in {"em", "rem", "vw", "vh", "%"} else _FAR
    return _float(hit) <= far


def _float(hit: re.Match[str] | None) -> float:
    try:
        return float(hit[1]) if hit else 0.0
    except ValueError:
        return 0.0


def _has_size(size: str, seen: Seen) -> bool:
    absolute = _NUMBER.fullmatch(size)
    if _ZERO.match(size) or (
        absolute and absolute[2] in {"px", "pt"} and 0 <= _float(absolute) <= _PIXEL
    ):
        return False
    relative = size.endswith(("em", "%", "larger", "smaller")) and not size.endswith("rem")
    return seen.sized if relative or size in _INHERITED else True


def _has_color(color: str, declared: Mapping[str, str], seen: Seen) -> bool:
    ink = _paint(color)
    ground = _ground_of(declared)
    if ink is not None and ink[3] < _FAINT:
        # Letters cut out of a coloured background are seen.
        return bool(ground or "background-image" in declared)
    behind = _paint(ground or seen.ground)
    return (
        ink is None
        or behind is None
        or ink[3] != behind[3]
        or any(abs(part - its) > _ALIKE for part, its in zip(ink[:3], behind[:3], strict=True))
    )


@lru_cache(maxsize=1024)
def _paint(color: str) -> tuple[float, float, float, float] | None:
    """Return a colour as shares of red, green and blue, and how opaque it is."""
    try:
        parsed = parse_color(color)
        values = tuple(parsed.to("srgb"))
    except (AttributeError, NotImplementedError, ValueError, TypeError, ZeroDivisionError):
        return None
    red, green, blue, alpha = (float(value or 0.0) for value in values)
    return round(red, 3), round(green, 3), round(blue, 3), alpha
