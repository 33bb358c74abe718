"""What Word's styles make of a run of text: hidden, struck out, raised; and a paragraph's list."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from claimcheck.documents.office_flags import is_on, is_set
from claimcheck.documents.package import attribute, child, child_value, local
from claimcheck.documents.word_frames import is_flat

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LONGEST_CHAIN: Final = 30
_WHITE: Final = frozenset({"FFFFFF", "WHITE"})
_PAGE: Final = frozenset({"background1", "light1"})  # a theme's names of its paper
# Nobody tells letters from what lies behind them where no part of their colour differs by more.
_ALIKE: Final = 8
# In half-points: smaller letters are dots. In hundredths of their width: narrower ones are lines.
_SMALLEST: Final = 3
_NARROWEST: Final = 5
_NO_GROUND: Final = frozenset({"", "AUTO", "NONE", *_WHITE})
_COLOUR: Final = re.compile("[0-9A-Fa-f]{6}")
_MARKERS: Final = {
    "black": "000000", "white": "FFFFFF", "yellow": "FFFF00", "red": "FF0000", "blue": "0000FF",
    "green": "00FF00", "darkBlue": "000080", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip
_RAISED: Final = 4  # half-points; less is how a line is made level


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run of text is shown.

    Attributes:
        hidden: it is neither shown nor printed.
        struck: it is struck out.
        shift: `superscript`, `subscript`, or "" for text on the line.
        moved: the same, for a run that is moved by a distance, as whole lines are, too.
        font: its font, as far as the run names one; "" where it does not.
        white: its letters are white.
        grounded: something of another colour lies behind them: shading, a marker.
        colour: of its letters, six digits; "" where nothing says so.
        marked: the colour that lies behind them, six digits; "" where nothing says so.
        tiny: they are as small as no letters are.
        narrow: they are as narrow as no letters are.
        away: its paragraph has lines without height, or stands beside the page.
    """

    hidden: bool = False
    struck: bool = False
    shift: str = ""
    moved: str = ""
    font: str = ""
    white: bool = False
    grounded: bool = False
    colour: str = ""
    marked: str = ""
    tiny: bool = False
    narrow: bool = False
    away: bool = False

    @property
    def unreadable(self) -> bool:
        """Whether nobody can read its letters, for their size or their width."""
        return self.tiny or self.narrow

    @property
    def blends(self) -> bool:
        """Whether its letters have the colour of what lies behind them, as under a black marker."""
        return bool(self.colour) and looks_like(self.colour, self.marked)

    @property
    def is_bar(self) -> bool:
        """Whether a person sees a bar where its letters stand."""
        return self.blends and not (self.hidden or self.white)


class WordStyles:
    """The styles of a document.

    Args:
        tree: the part `styles.xml`; None where there is none.
    """

    def __init__(self, tree: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default = RunFormat()
        self._default_paragraph = ""
        self._formats: dict[str, RunFormat] = {}
        for element in tree if tree is not None else ():
            name = attribute(element, "styleId")
            if local(element) == "style" and name:  # one without an id is nobody's
                self._styles[name] = element
                is_default = is_set(element, "default")
                if is_default and attribute(element, "type") == "paragraph":
                    self._default_paragraph = name

    def paragraph(self, properties: Element | None) -> RunFormat:
        """Return what a paragraph's style, and its own shading, make of its runs."""
        form = self._format(child_value(properties, "pStyle") or self._default_paragraph)
        form = replace(form, away=is_flat(properties, inherited=form.away))
        return replace(form, grounded=True) if _has_ground(properties) else form

    def run(self, properties: Element | None, paragraph: RunFormat) -> RunFormat:
        """Return how a run is shown.

        Args:
            properties: the run's own properties.
            paragraph: what its paragraph's style makes of it.
        """
        style = child_value(properties, "rStyle")
        if style:
            paragraph = self._chained(style, paragraph)
        return _changed(paragraph, properties)

    def list_of(self, properties: Element | None) -> tuple[str, int]:
        """Return the number of the list that a paragraph belongs to, and its level; "" for none."""
        numbering = child(properties, "numPr")
        name = child_value(properties, "pStyle") or self._default_paragraph
        level = child_value(numbering, "ilvl")
        for _step in range(_LONGEST_CHAIN):
            number = child_value(numbering, "numId")
            if number:
                return ("" if number == "0" else number), int(level) if level.isdecimal() else 0
            style = self._styles.get(name)
            if style is None:
                break
            numbering = child(child(style, "pPr"), "numPr")
            level = level or child_value(numbering, "ilvl")
            name = child_value(style, "basedOn")
        return "", 0

    def _format(self, name: str) -> RunFormat:
        if name not in self._formats:
            self._formats[name] = self._chained(name, self._default)
        return self._formats[name]

    def _chained(self, name: str, base: RunFormat) -> RunFormat:
        chain: list[Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = child_value(self._styles[name], "basedOn")
        for style in reversed(chain):
            base = _changed(base, child(style, "rPr"))
            paragraph = child(style, "pPr")
            if _has_ground(paragraph):
                base = replace(base, grounded=True)
            base = replace(base, away=is_flat(paragraph, inherited=base.away))
        return base


def _changed(base: RunFormat, properties: Element | None) -> RunFormat:
    if properties is None:
        return base
    hidden, struck, shift, font = base.hidden, base.struck, base.shift, base.font
    white, moved, colour = base.white, base.moved, base.colour
    for entry in properties:
        name, value = local(entry), attribute(entry, "val")
        if name == "vanish":
            hidden = is_on(value, otherwise=True)
        elif name in {"strike", "dstrike"}:
            struck = is_on(value, otherwise=True)
        elif name == "vertAlign":
            shift = value if value in {"superscript", "subscript"} else ""
        elif name == "position":
            moved = _moved(value)
        elif name == "rFonts":
            font = attribute(entry, "ascii") or attribute(entry, "hAnsi") or font
        elif name == "color":
            white = value.upper() in _WHITE or looks_like(value, "FFFFFF") or _is_paper(entry)
            colour = value.upper() if _COLOUR.fullmatch(value) else ""
    tiny = _is_least(child_value(properties, "sz"), _SMALLEST, otherwise=base.tiny)
    narrow = _is_least(child_value(properties, "w"), _NARROWEST, otherwise=base.narrow)
    grounded = base.grounded or _has_ground(properties)
    marked = _mark(properties) or base.marked
    return RunFormat(
        hidden, struck, shift, moved, font, white, grounded, colour, marked, tiny, narrow, base.away
    )


def _is_least(value: str, least: int, *, otherwise: bool) -> bool:
    return value.isdecimal() and int(value) <= least if value else otherwise


def _is_paper(color: Element) -> bool:
    """Whether a colour is the theme's for paper, neither lightened nor darkened."""
    changed = attribute(color, "themeTint") or attribute(color, "themeShade")
    return attribute(color, "themeColor") in _PAGE and not changed


@lru_cache(maxsize=1 << 10)
def looks_like(colour: str, other: str) -> bool:
    """Whether nobody tells two colours apart, of six digits each, with `#` or without."""
    digits, others = colour.removeprefix("#"), other.removeprefix("#")
    if not (_COLOUR.fullmatch(digits) and _COLOUR.fullmatch(others)):
        return colour == other
    pairs = zip(bytes.fromhex(digits), bytes.fromhex(others), strict=True)
    return all(abs(part - its) <= _ALIKE for part, its in pairs)


def _moved(distance: str) -> str:
    """Return where a distance in half-points moves a run: above its line, below it, or nowhere."""
    digits = distance.removeprefix("-")
    if not digits.isdecimal() or int(digits) < _RAISED:
        return ""
    return "superscript" if digits == distance else "subscript"


def _has_ground(properties: Element | None) -> bool:
    """Whether what is said of a run or a paragraph puts a colour behind it."""
    shading = child(properties, "shd")
    fill = attribute(shading, "fill") if shading is not None else ""
    pattern = attribute(shading, "val") if shading is not None else ""
    marker = child_value(properties, "highlight")
    return (
        fill.upper() not in _NO_GROUND
        or pattern.lower() not in {"", "clear", "nil"}
        or marker.upper() not in _NO_GROUND
    )


def _mark(properties: Element) -> str:
    """Return the colour that a marker or plain shading puts behind a run; "" for none."""
    marker = child_value(properties, "highlight")
    if marker:
        return _MARKERS.get(marker, marker)
    shading = child(properties, "shd")
    fill = attribute(shading, "fill") if shading is not None else ""
    is_plain = shading is not None and attribute(shading, "val") in {"", "clear", "nil"}
    return fill.upper() if is_plain and _COLOUR.fullmatch(fill) else ""
