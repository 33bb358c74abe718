"""A character of a page, where it is drawn, and how it is set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

HYPHEN: Final = "\x02"  # PDFium's sign for the hyphen of a word that goes on in the next line
LINE_END: Final = "\n"

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Style:
    """How a run of text is set.

    Attributes:
        size: of its font, in points, as it comes out on the page.
        turn: degrees by which it is turned, counterclockwise.
        invisible: it is drawn without ink, as the text that OCR puts behind a picture.
        embedded: the file brings the outlines of its letters.
        font: the font's name.
        dingbats: its letters are pictures, whatever the file calls them.
        grows: its signs grow with what they hold, and hang below their baseline.
        press: a press calls it so, and may have signs on the keys of its letters.
    """

    size: float
    turn: float
    invisible: bool
    embedded: bool
    font: str
    dingbats: bool = False
    grows: bool = False
    press: bool = False


class Glyph(NamedTuple):
    """A character, and where it stands; lengths are points.

    All but `ink` are in the direction of reading: text that runs upwards is laid level.

    Attributes:
        sign: the character; `HYPHEN` and `LINE_END` are PDFium's.
        left: where its own width begins.
        right: where that ends.
        bottom: where what is drawn of it begins.
        top: where that ends.
        base: the height of its baseline.
        ink: left, bottom, right and top of what is drawn, on the page as the file has it.
        made_up: PDFium put it in.
        guessed: the file does not say which letter it is.
        style: how it is set.
        ordered: its place in its line was told by where it stands; so are the blanks beside it.
    """

    sign: str
    left: float
    right: float
    bottom: float
    top: float
    base: float
    ink: Box
    made_up: bool
    guessed: bool
    style: Style
    ordered: bool = False
