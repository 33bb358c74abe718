"""Whether an element of a web page is shown, and what its style makes of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# Their content is no text of the page; some stand for something else (`page_text._open_special`).
# `head` is not among them: lxml leaves in it what of a page without `body` it does not know.
HIDDEN_TAGS: Final = frozenset(
    {
        "annotation", "annotation-xml", "area", "audio", "base", "canvas", "datalist", "embed",
        "frame", "iframe", "img", "input", "link", "math", "meta", "noembed",
        "noframes", "noscript", "object", "param", "rp", "script", "select",
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
_INSET: Final = re.compile(r"inset\(\s*(?:50|100)%")
_TRANSPARENT: Final = re.compile(
    r"transparent$|(?:rgba|hsla)\([^)]*,\s*0?\.?0+%?\s*\)$|rgb\([^)]*/\s*0%?\s*\)$|#[0-9a-f]{6}00$"
)
_SHRUNK: Final = re.compile(r"(?:scale(?:[xy]|3d)?)\(\s*0?\.?0+\s*[,)]")
_MOVED_AWAY: Final = re.compile(
    r"translate(?:x|y|3d)?\(\s*(?:0(?:px|%)?\s*,\s*)?-(?:100|1[0-9]\d)%"
)
_FAR: Final = -999.0
_DRAWER: Final = -200.0  # pixels by which menus and dialogues stand off the screen
_FAR_EM: Final = -90.0
_PIXEL: Final = 1.0
_FAINT: Final = 0.05
_ZERO: Final = re.compile(r"0+(?:\.0+)?(?:px|em|rem|pt|%)?$")
_WHITE: Final = frozenset({"#fff", "#ffffff", "white", "rgb(255,255,255)", "rgb(255, 255, 255)"})


@dataclass(frozen=True, slots=True)
class Seen:
    """What the ancestors of a text make of it: what is inherited.

    Attributes:
        visible: no `visibility: hidden` holds.
        sized: its letters have a size.
        colored: its letters have a colour of their own.
        keeps_lines: its blanks and ends of lines are shown as they are.
        in_items: its parent lays its children out as items of their own.
    """

    visible: bool = True
    sized: bool = True
    colored: bool = True
    keeps_lines: bool = False
    in_items: bool = False

    @property
    def shown(self) -> bool:
        """Whether a text here is seen."""
        return self.visible and self.sized and self.colored


def hides(element: Any, tag: str, declared: Mapping[str, str]) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether an element is not shown, with all that is in it.

    Args:
        element: the element.
        tag: its name in small letters.
        declared: what the style sheets declare for it.
    """
    display = declared.get("display", "")
    if display.startswith("none"):
        return True
    if not display or display == "revert":
        hidden = element.get("hidden")
        if hidden is not None:
            return True
        if tag == "dialog" and element.get("open") is None:
            return True
        if element.get("popover") is not None:
            return True
    if tag == "input" and (element.get("type") or "").lower() == "hidden":
        return True
    return bool(declared) and _is_clipped(declared)


def seen_in(tag: str, declared: Mapping[str, str], seen: Seen) -> Seen:
    """Return what holds inside an element.

    Args:
        tag: its name in small letters.
        declared: what the style sheets declare for it.
        seen: what holds around it.
    """
    display = declared.get("display", "").split(" ")[0]
    items = display in _ITEM_PARENTS
    if seen.in_items != items:
        seen = replace(seen, in_items=items)
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
    if color := declared.get("color", ""):
        seen = replace(seen, colored=_has_color(color, declared))
    return seen


def block_like(element: Any, tag: str, declared: Mapping[str, str], seen: Seen) -> bool:  # noqa: ANN401 - as above
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


def _is_drop_cap(element: Any) -> bool:  # noqa: ANN401 - as above
    """Whether it is the large first letter of a word that goes on after it."""
    text = "".join(element.itertext()).strip().lstrip("“\"'‘„«")
    return len(text) == 1 and text.isalpha() and (element.tail or "")[:1].isalpha()


def _is_clipped(declared: Mapping[str, str]) -> bool:
    opacity = _NUMBER.match(declared.get("opacity", ""))
    return (
        _is_placed_away(declared)
        or bool(_INSET.match(declared.get("clip-path", "")))
        or _is_far(declared.get("text-indent", ""))
        or bool(_SHRUNK.search(declared.get("transform", "")))
        or _is_cut(declared)
        or (opacity is not None and _float(opacity) < _FAINT)
    )


def _is_placed_away(declared: Mapping[str, str]) -> bool:
    if declared.get("position", "") not in {"absolute", "fixed"}:
        return False
    rect = _RECT.match(declared.get("clip", ""))
    if rect and _is_small(rect):
        return True
    if declared.get("position") == "fixed" and _is_off_screen(declared):
        return True
    return any(_is_far(declared.get(side, "")) for side in ("left", "top"))


def _is_off_screen(declared: Mapping[str, str]) -> bool:
    """Whether a box that stays where it is on the screen stands beside or above it."""
    if _MOVED_AWAY.search(declared.get("transform", "")):
        return True
    for side in ("left", "top"):
        hit = _NUMBER.match(declared.get(side, ""))
        if hit and hit[2] == "px" and _float(hit) <= _DRAWER:
            return True
    return False


def _is_small(rect: re.Match[str]) -> bool:
    top, right, bottom, left = (int(part) for part in rect.groups())
    return bottom - top <= _PIXEL or right - left <= _PIXEL


def _is_cut(declared: Mapping[str, str]) -> bool:
    """Whether a box without width or height shows nothing of what is in it."""
    whole = declared.get("overflow", "")
    for sides, along in ((("height", "max-height"), "y"), (("width", "max-width"), "x")):
        overflow = declared.get(f"overflow-{along}", whole)
        if not overflow.startswith(("hidden", "clip")):
            continue
        for side in sides:
            size = _NUMBER.fullmatch(declared.get(side, ""))
            if size and _float(size) <= _PIXEL and (size[2] != "%" or _float(size) == 0):
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
    if _ZERO.match(size):
        return False
    relative = size.endswith(("em", "%", "larger", "smaller")) and not size.endswith("rem")
    return seen.sized if relative else True


def _has_color(color: str, declared: Mapping[str, str]) -> bool:
    if _TRANSPARENT.search(color):
        # Letters cut out of a coloured background are seen.
        return "background" in declared or "background-image" in declared
    ground = declared.get("background-color") or declared.get("background", "")
    return not (color in _WHITE and ground in _WHITE)
