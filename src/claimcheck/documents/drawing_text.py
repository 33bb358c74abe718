"""Text in drawings of office files (DrawingML): slides, text boxes on sheets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow, office_math
from claimcheck.documents.numerals import numeral
from claimcheck.documents.office_flags import is_set
from claimcheck.documents.package import attribute, child, local
from claimcheck.documents.slide_ground import colour_of
from claimcheck.documents.symbol_fonts import readable
from claimcheck.text.pinned_text import clean, list_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

_NUMBERED: Final = re.compile(
    r"(alphaLc|alphaUc|arabic|romanLc|romanUc)(ParenBoth|ParenR|Period|Plain)"
)
_FORMS: Final = {
    "alphaLc": "lowerLetter", "alphaUc": "upperLetter", "romanLc": "lowerRoman",
    "romanUc": "upperRoman", "arabic": "decimal",
}  # fmt: skip
_FRAMES: Final = {"ParenBoth": "({})", "ParenR": "{})", "Period": "{}.", "Plain": "{}"}


class DrawingText:
    """Takes the text out of drawings, and keeps what is struck out."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.struck: list[str] = []
        self.hidden_words = 0
        self._ground = ""
        self._colours: Mapping[str, str] = {}
        self._counts: dict[int, int] = {}

    def body(self, element: Element) -> None:
        """Go through the paragraphs of a shape, or of a cell."""
        self._counts = {}
        for node in element:
            if local(node) == "p":
                self._paragraph(node)

    def on_ground(self, colour: str, colours: Mapping[str, str]) -> None:
        """Leave out what follows in the colour of its ground.

        Args:
            colour: of the ground; "" where nothing is certain.
            colours: those that the theme names.
        """
        self._ground, self._colours = colour, colours

    def table(self, element: Element) -> None:
        """Go through a table, a line each row."""
        self.pieces.append(flow.PARAGRAPH)
        for row in (node for node in element if local(node) == "tr"):
            pieces, self.pieces = self.pieces, []
            for cell in (node for node in row if local(node) == "tc"):
                body = child(cell, "txBody")
                is_merged = is_set(cell, "hMerge") or is_set(cell, "vMerge")
                if body is not None and not is_merged:
                    self.body(body)
                self.pieces.append(flow.CELL)
            content, self.pieces = "".join(self.pieces), pieces
            self.pieces.append(flow.SOFT_LINE + flow.row(content) + flow.SOFT_LINE)
        self.pieces.append(flow.PARAGRAPH)

    def _paragraph(self, element: Element) -> None:
        start = len(self.pieces)
        for node in element:
            self._in_paragraph(node)
        content = "".join(self.pieces[start:])
        del self.pieces[start:]
        lead = self._label(child(element, "pPr")) if content.strip() else ""
        self.pieces += (flow.PARAGRAPH, lead, content, flow.PARAGRAPH)

    def _in_paragraph(self, element: Element) -> None:
        name = local(element)
        if name in {"r", "fld"}:
            self._run(element)
        elif name == "br":
            self.pieces.append(flow.LINE)
        elif name == "oMath":
            self.pieces.append(clean(office_math.linear(element)))
        elif name == "AlternateContent":
            choice = child(element, "Choice")
            for node in choice if choice is not None else ():
                self._in_paragraph(node)
        elif name not in {"pPr", "endParaRPr"}:
            for node in element:
                self._in_paragraph(node)

    def _run(self, element: Element) -> None:
        properties, words = child(element, "rPr"), child(element, "t")
        text = "" if words is None else words.text or ""
        font = child(properties, "sym") if properties is not None else None
        name = attribute(font, "typeface") if font is not None else ""
        text = re.sub(r"[ \n\r]+", " ", clean(readable(text, name))).replace("\t", flow.TAB)
        if self._is_unseen(properties):
            self.hidden_words += len(text.split())
            return
        strike = attribute(properties, "strike") if properties is not None else ""
        if strike not in {"", "noStrike"}:
            if text.strip():
                self.struck.append(text)
            return
        baseline = attribute(properties, "baseline") if properties is not None else ""
        if baseline.strip("0%-") and text.strip():
            mark = flow.LOWERED if baseline.startswith("-") else flow.RAISED
            text = f"{mark}{text}{flow.SHIFT_END}"
        self.pieces.append(text)

    def _is_unseen(self, properties: Element | None) -> bool:
        if not self._ground or properties is None or child(properties, "highlight") is not None:
            return False
        return colour_of(child(properties, "solidFill"), self._colours) == self._ground

    def _label(self, properties: Element | None) -> str:
        """Return the number before a paragraph that is numbered by itself; "" for any other."""
        level = 0
        numbered = None
        if properties is not None:
            written = attribute(properties, "lvl")
            level = int(written) if written.isdecimal() and len(written) == 1 else 0
            numbered = child(properties, "buAutoNum")
        for deeper in [node for node in self._counts if node > level]:
            del self._counts[deeper]
        hit = _NUMBERED.fullmatch(attribute(numbered, "type")) if numbered is not None else None
        if numbered is None or hit is None:
            self._counts.pop(level, None)
            return ""
        first = attribute(numbered, "startAt")
        # PowerPoint's lists begin at 32767 at most.
        start = int(first) if first.isdecimal() and len(first) < 6 else 1
        self._counts[level] = self._counts.get(level, start - 1) + 1
        return list_number(_FRAMES[hit[2]].format(numeral(self._counts[level], _FORMS[hit[1]])))


def plain_text(element: Element) -> str:
    """Return the text of all shapes in a drawing, a line each paragraph."""
    drawing = DrawingText()
    for node in element.iter():
        if local(node) in {"txBody", "t", "rich"} and child(node, "p") is not None:
            drawing.body(node)
    return flow.finished("".join(drawing.pieces))
