"""What Word's styles make of a run of text: hidden, struck out, raised; and a paragraph's list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFF: Final = frozenset({"0", "false", "off", "none"})
_LONGEST_CHAIN: Final = 30


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run of text is shown.

    Attributes:
        hidden: it is neither shown nor printed.
        struck: it is struck out.
        shift: `superscript`, `subscript`, or "" for text on the line.
        font: its font, as far as the run names one; "" where it does not.
    """

    hidden: bool = False
    struck: bool = False
    shift: str = ""
    font: str = ""


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
            if local(element) == "style":
                name = attribute(element, "styleId")
                self._styles[name] = element
                is_default = attribute(element, "default") not in {"", *_OFF}
                if is_default and attribute(element, "type") == "paragraph":
                    self._default_paragraph = name

    def paragraph(self, properties: Element | None) -> RunFormat:
        """Return what a paragraph's style makes of its runs."""
        return self._format(_value(properties, "pStyle") or self._default_paragraph)

    def run(self, properties: Element | None, paragraph: RunFormat) -> RunFormat:
        """Return how a run is shown.

        Args:
            properties: the run's own properties.
            paragraph: what its paragraph's style makes of it.
        """
        style = _value(properties, "rStyle")
        if style:
            paragraph = self._chained(style, paragraph)
        return _changed(paragraph, properties)

    def list_of(self, properties: Element | None) -> tuple[str, int]:
        """Return the number of the list that a paragraph belongs to, and its level; "" for none."""
        numbering = child(properties, "numPr")
        name = _value(properties, "pStyle") or self._default_paragraph
        level = _value(numbering, "ilvl")
        for _step in range(_LONGEST_CHAIN):
            number = _value(numbering, "numId")
            if number:
                return ("" if number == "0" else number), int(level) if level.isdecimal() else 0
            style = self._styles.get(name)
            if style is None:
                break
            numbering = child(child(style, "pPr"), "numPr")
            level = level or _value(numbering, "ilvl")
            name = _value(style, "basedOn")
        return "", 0

    def _format(self, name: str) -> RunFormat:
        if name not in self._formats:
            self._formats[name] = self._chained(name, self._default)
        return self._formats[name]

    def _chained(self, name: str, base: RunFormat) -> RunFormat:
        chain: list[Element] = []
        while name in self._styles and len(chain) < _LONGEST_CHAIN:
            chain.append(self._styles[name])
            name = _value(self._styles[name], "basedOn")
        for style in reversed(chain):
            base = _changed(base, child(style, "rPr"))
        return base


def _changed(base: RunFormat, properties: Element | None) -> RunFormat:
    if properties is None:
        return base
    hidden, struck, shift, font = base.hidden, base.struck, base.shift, base.font
    for entry in properties:
        name, value = local(entry), attribute(entry, "val")
        if name == "vanish":
            hidden = value not in _OFF
        elif name in {"strike", "dstrike"}:
            struck = value not in _OFF
        elif name == "vertAlign":
            shift = value if value in {"superscript", "subscript"} else ""
        elif name == "rFonts":
            font = attribute(entry, "ascii") or attribute(entry, "hAnsi") or font
    return replace(base, hidden=hidden, struck=struck, shift=shift, font=font)


def _value(element: Element | None, name: str) -> str:
    entry = child(element, name)
    return attribute(entry, "val") if entry is not None else ""
