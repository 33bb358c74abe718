"""The styles of an OpenDocument file: hidden, struck and raised text, and formats of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimcheck.documents.numerals import numeral
from claimcheck.documents.office_flags import is_open_set
from claimcheck.documents.package import attribute, child, local
from claimcheck.documents.word_styles import RunFormat, looks_like

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

_LONGEST_CHAIN: Final = 30
_LARGEST: Final = 100_000
_FORMS: Final = {
    "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
}  # fmt: skip
_PLACE: Final = re.compile(r"%(\d{1,2})%")
_WHITE: Final = "#ffffff"
_POINTS: Final = re.compile(r"(\d{1,4}(?:\.\d{1,20})?)pt")
_PERCENT: Final = re.compile(r"(\d{1,4}(?:\.\d{1,20})?)%")
_SMALLEST, _NARROWEST = 1.5, 5.0  # points, hundredths of the width of a letter
_LIST_STYLES: Final = frozenset({"list-style", "outline-style"})


@dataclass(frozen=True, slots=True)
class ListLevel:
    """How a level of a list is numbered: the number's form, and what stands around it.

    Attributes:
        form: how the number is written, as `numeral` takes it; "" where there is none.
        start: the first number.
        levels: how many levels the label shows, this one last.
        prefix: what stands before it.
        suffix: what stands behind it.
        pattern: the label with `%1%` for the number of level 1; goes before the others.
    """

    form: str = ""
    start: int = 1
    levels: int = 1
    prefix: str = ""
    suffix: str = ""
    pattern: str = ""


class OpenStyles:
    """The styles that hold in a part of an OpenDocument file.

    Args:
        groups: the elements that hold them, the ones that go before others last.
    """

    def __init__(self, groups: Iterable[Element | None]) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        self._lists: dict[str, dict[int, ListLevel]] = {}
        self._formats: dict[tuple[str, str], RunFormat] = {}
        self.outline: dict[int, ListLevel] = {}
        for element in (node for group in groups if group is not None for node in group):
            name = attribute(element, "name")
            if local(element) == "default-style" and attribute(element, "family") != "text":
                self._styles[attribute(element, "family"), ""] = element
            if local(element) == "style":
                self._styles[attribute(element, "family"), name] = element
            elif local(element) in _LIST_STYLES:
                levels = dict(_levels(element))
                self._lists[name] = levels
                if local(element) == "outline-style":
                    self.outline = levels

    def paragraph(self, name: str) -> RunFormat:
        """Return what a paragraph's style makes of its text."""
        if ("paragraph", name) not in self._formats:
            self._formats["paragraph", name] = self._chained("paragraph", name, RunFormat())
        return self._formats["paragraph", name]

    def span(self, name: str, around: RunFormat) -> RunFormat:
        """Return how a span is shown.

        Args:
            name: its style.
            around: how the text around it is shown.
        """
        return self._chained("text", name, around)

    def cell(self, name: str) -> RunFormat:
        """Return what the style of a cell makes of its text."""
        if ("table-cell", name) not in self._formats:
            self._formats["table-cell", name] = self._chained("table-cell", name, RunFormat())
        return self._formats["table-cell", name]

    def levels(self, name: str) -> dict[int, ListLevel]:
        """Return how the levels of a list are numbered, by their numbers from 1."""
        return self._lists.get(name, {})

    def list_of(self, name: str) -> str:
        """Return the list style that a paragraph's style gives; "" for none."""
        return next(
            (
                attribute(style, "list-style-name")
                for style in self._chain("paragraph", name)
                if attribute(style, "list-style-name")
            ),
            "",
        )

    def is_hidden(self, family: str, name: str) -> bool:
        """Whether a style hides a sheet, a slide or a section.

        Args:
            family: `table`, `drawing-page` or `section`.
            name: the style's name.
        """
        for style in self._chain(family, name):
            for properties in style:
                if not is_open_set(properties, "display", otherwise=True):
                    return True
                if attribute(properties, "visibility") == "hidden":
                    return True
        return False

    def _chained(self, family: str, name: str, base: RunFormat) -> RunFormat:
        for style in reversed(list(self._chain(family, name))):
            base = _changed(base, child(style, "text-properties"))
            if any(_has_ground(properties) for properties in style):
                base = replace(base, grounded=True)
        return base

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        for _step in range(_LONGEST_CHAIN):
            style = self._styles.get((family, name))
            if style is None:
                return
            yield style
            if not name:
                return
            name = attribute(style, "parent-style-name")


def is_page_with_ground(node: Element) -> bool:
    """Whether an element is the layout of a page that has a colour or a picture behind its text."""
    return local(node).endswith(("page-layout-properties", "drawing-page-properties")) and (
        _has_ground(node) or attribute(node, "fill") not in {"", "none"}
    )


class ListNumbers:
    """The lists of a text, which count while its paragraphs are read.

    Args:
        styles: the styles that hold there.
    """

    def __init__(self, styles: OpenStyles) -> None:
        self._styles = styles
        self._open: list[tuple[str, dict[int, int]]] = []
        self._by_style: dict[str, dict[int, int]] = {}
        self._by_id: dict[str, dict[int, int]] = {}
        self._headings: dict[int, int] = {}

    def begin(self, element: Element) -> None:
        """Go into a list, or into a list in an item of one."""
        outer, counts = self._open[-1] if self._open else ("", None)
        style = attribute(element, "style-name") or outer
        if counts is None:
            continued = attribute(element, "continue-list")
            if is_open_set(element, "continue-numbering"):
                counts = self._by_style.get(style)
            elif continued:
                counts = self._by_id.get(continued)
            counts = {} if counts is None else counts
        self._open.append((style, counts))
        self._by_style[style] = counts
        if name := attribute(element, "id"):
            self._by_id[name] = counts

    def end(self) -> None:
        """Leave a list."""
        self._open.pop()

    def item(self, element: Element) -> str:
        """Return the label of the next item; "" for a bullet."""
        style, counts = self._open[-1]
        start = attribute(element, "start-value")
        own = attribute(element, "style-override") or style
        return _label(self._styles.levels(own), counts, len(self._open), start)

    def heading(self, element: Element) -> str:
        """Return the number of the next heading; "" where headings have none."""
        level = _whole(attribute(element, "outline-level"), 1)
        if not self._styles.outline or is_open_set(element, "is-list-header"):
            return ""
        start = attribute(element, "start-value")
        return _label(self._styles.outline, self._headings, level, start)


def _label(levels: dict[int, ListLevel], counts: dict[int, int], level: int, start: str) -> str:
    rule = levels.get(level, ListLevel())
    counts[level] = _whole(start, counts.get(level, rule.start - 1) + 1)
    for deeper in [node for node in counts if node > level]:
        del counts[deeper]
    if not rule.form:
        return ""

    def value(at: int) -> str:
        shown = levels.get(at, ListLevel())
        return numeral(counts.get(at, shown.start), shown.form) if shown.form else ""

    if rule.pattern:
        return _PLACE.sub(lambda hit: value(int(hit[1])), rule.pattern).strip()
    values = [value(at) for at in range(max(1, level - rule.levels + 1), level + 1)]
    return f"{rule.prefix}{'.'.join(filter(None, values))}{rule.suffix}".strip()


def _levels(element: Element) -> Iterator[tuple[int, ListLevel]]:
    for node in element:
        if not local(node).endswith(("level-style-number", "outline-level-style")):
            continue
        form = attribute(node, "num-format")
        yield (
            _whole(attribute(node, "level"), 1),
            ListLevel(
                _FORMS.get(form, "decimal") if form else "",
                _whole(attribute(node, "start-value"), 1),
                _whole(attribute(node, "display-levels"), 1),
                attribute(node, "num-prefix"),
                attribute(node, "num-suffix"),
                attribute(node, "num-list-format"),
            ),
        )


def _whole(text: str, otherwise: int) -> int:
    return (
        min(int(text), _LARGEST) if text.isdecimal() and len(text) < _LONGEST_CHAIN else otherwise
    )


def _changed(base: RunFormat, properties: Element | None) -> RunFormat:
    if properties is None:
        return base
    hidden, struck, shift, font = base.hidden, base.struck, base.shift, base.font
    if display := attribute(properties, "display"):
        hidden = display == "none"
    for name in ("text-line-through-style", "text-line-through-type"):
        if line := attribute(properties, name):
            struck = line != "none"
    if position := attribute(properties, "text-position"):
        shift = _shift(position.split()[0])
    font = attribute(properties, "font-name") or attribute(properties, "font-family") or font
    color = attribute(properties, "color")
    white = looks_like(color.lower(), _WHITE) if color else base.white
    form = replace(base, hidden=hidden, struck=struck, shift=shift, font=font, white=white)
    size = _POINTS.fullmatch(attribute(properties, "font-size"))
    scale = _PERCENT.fullmatch(attribute(properties, "text-scale"))
    tiny = float(size[1]) <= _SMALLEST if size else base.tiny
    narrow = float(scale[1]) <= _NARROWEST if scale else base.narrow
    form = replace(form, tiny=tiny, narrow=narrow)
    marked = attribute(properties, "background-color").lower()
    return replace(
        form,
        colour=color.lower() or base.colour,
        marked=("" if marked == "transparent" else marked) or base.marked,
    )


def _has_ground(properties: Element) -> bool:
    """Whether a style puts something of another colour than white behind a text."""
    color = attribute(properties, "background-color").lower()
    picture = child(properties, "background-image")
    href = attribute(picture, "href") if picture is not None else ""
    return color not in {"", "transparent", _WHITE} or bool(href)


def _shift(position: str) -> str:
    if position.startswith(("sub", "-")):
        return "subscript"
    return "" if position.rstrip("%").strip("0.") == "" else "superscript"
