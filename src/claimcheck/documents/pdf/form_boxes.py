"""The check boxes and radio buttons of a form, set into the lines that they stand in.

A tick is drawn by the box's look, not written: a letter of a symbol font, or strokes. What the form
says of the box is what its look shows, so a box is read as one sign, whatever draws it.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.glyph import LINE_END, Glyph, Style
from claimcheck.documents.pdf.lines import Line, PageWord, setting
from claimcheck.documents.pdf.pdfium import text_of
from claimcheck.documents.pdf.right_to_left import is_right_to_left
from claimcheck.text.pinned_text import form_box

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.pdfium import Handle, Library

FONT: Final = "\x1f"  # the name of no font: that of a box's sign
# How each sign is pinned; a document's own is a letter like others.
_SIGNS: Final = {
    form_box(is_on=is_on, is_round=is_round).strip(" ")[-1]: form_box(
        is_on=is_on, is_round=is_round
    ).strip(" ")
    for is_on in (False, True)
    for is_round in (False, True)
}
_MOST_BOXES: Final = 2000  # of a page
_EDGE: Final = 1.0  # points by which a look may leave its box
_REACH: Final = 3.0  # times the size of a line's letters: no farther from a word does its box stand
_MIDDLE: Final = 0.35  # of that size: the middle of letters above their baseline
_LEVEL: Final = 0.6  # of that size: the middle of a box is no farther from that of its words
_LARGE: Final = 2.5  # of that size: a box so much higher belongs to no line
_BLANK: Final = 0.25  # of that size
_BULLET: Final = 0.55  # of that size: what is drawn no higher is a bullet


@dataclass(frozen=True, slots=True)
class FormBox:
    """A box that can be ticked.

    Attributes:
        place: its left, bottom, right and top.
        is_on: it is ticked.
        is_round: it is a radio button.
        is_drawn: the page draws it, and no form says what it is.
    """

    place: Box
    is_on: bool
    is_round: bool
    is_drawn: bool = False

    @property
    def sign(self) -> str:
        """The sign that it is read as."""
        return form_box(is_on=self.is_on, is_round=self.is_round).strip(" ")[-1]

    def holds(self, glyph: Glyph) -> bool:
        """Whether a glyph is a part of its look."""
        left, bottom, right, top = self.place
        across, up = (glyph.ink[0] + glyph.ink[2]) / 2, (glyph.ink[1] + glyph.ink[3]) / 2
        return left - _EDGE <= across <= right + _EDGE and bottom - _EDGE <= up <= top + _EDGE


def pinned_sign(glyphs: Sequence[Glyph]) -> str:
    """Return what is pinned for a box of a form; "" for all other glyphs of one word."""
    return _SIGNS.get(glyphs[0].sign, "") if glyphs[0].style.font == FONT else ""


def is_button(pdfium: Library, form: Handle | None, annotation: Handle) -> bool:
    """Whether an annotation is a button of any kind, whose value is a state and no text.

    Args:
        pdfium: `pypdfium2.raw`.
        form: the document's form; None where it has none.
        annotation: the annotation's handle.
    """
    if form is None:
        return False
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    return kind in {
        pdfium.FPDF_FORMFIELD_PUSHBUTTON,
        pdfium.FPDF_FORMFIELD_CHECKBOX,
        pdfium.FPDF_FORMFIELD_RADIOBUTTON,
    }


def form_boxes(pdfium: Library, form: Handle | None, page: Handle) -> list[FormBox]:
    """Return the boxes of a page that can be ticked.

    Args:
        pdfium: `pypdfium2.raw`.
        form: the document's form; None where it has none.
        page: the page's handle.
    """
    if form is None:
        return []
    boxes = []
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
        is_round = kind == pdfium.FPDF_FORMFIELD_RADIOBUTTON
        if is_round or kind == pdfium.FPDF_FORMFIELD_CHECKBOX:
            edges = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(edges))
            state = text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"AS")
            place = (edges.left, edges.bottom, edges.right, edges.top)
            boxes.append(FormBox(place, state not in {"", "Off"}, is_round))
        pdfium.FPDFPage_CloseAnnot(annotation)
        if len(boxes) == _MOST_BOXES:
            break
    return boxes


def without_looks(glyphs: Sequence[Glyph], boxes: Sequence[FormBox]) -> list[Glyph]:
    """Return the glyphs of annotations without those that draw a tick."""
    if not boxes:
        return list(glyphs)
    return [
        glyph
        for glyph in glyphs
        if glyph.sign == LINE_END or not any(box.holds(glyph) for box in boxes)
    ]


def set_in_lines(lines: Sequence[Line], boxes: Sequence[FormBox]) -> list[Glyph]:
    """Set each box beside the word that it stands at.

    Args:
        lines: the lines of a page, which are changed.
        boxes: its boxes.

    Returns:
        The signs of a form's boxes that stand at no word, each a line of its own.
    """
    if not boxes:
        return []
    places = [place for line in lines for place in _places(line)]
    alone: list[Glyph] = []
    for box in boxes:
        best = min(
            (place for place in places if place.gap_to(box) is not None),
            key=lambda place: place.gap_to(box) or 0.0,
            default=None,
        )
        if best is not None:
            best.set(box)
        elif not box.is_drawn:
            alone += _alone(box)
    return alone


@dataclass(frozen=True, slots=True)
class _Place:
    """A place beside a word, where a box may stand.

    Attributes:
        line: the word's line.
        word: the word.
        size: that of its letters.
        base: its baseline.
        goes_left: the line is read from right to left.
    """

    line: Line
    word: PageWord
    size: float
    base: float
    goes_left: bool

    def gap_to(self, box: FormBox) -> float | None:
        """Return how far from the word a box stands; None where it does not stand beside it."""
        left, bottom, right, top = box.place
        if box.is_drawn and top - bottom < _BULLET * self.size:
            return None
        off = abs((bottom + top) / 2 - self.base - _MIDDLE * self.size)
        if off > _LEVEL * self.size or top - bottom > _LARGE * self.size:
            return None
        gap = self.word.left - right if self._is_left(box) else left - self.word.right
        return gap if -_BLANK * self.size <= gap <= _REACH * self.size else None

    def _is_left(self, box: FormBox) -> bool:
        return box.place[0] + box.place[2] < self.word.left + self.word.right

    def set(self, box: FormBox) -> None:
        """Set a box beside the word, no farther from it than a blank."""
        left, _bottom, right, _top = box.place
        blank = _BLANK * self.size
        if is_left := self._is_left(box):
            right = max(left, self.word.left - blank)
        else:
            left = min(right, self.word.right + blank)
        at = next(at for at, word in enumerate(self.line.words) if word is self.word)
        like = self.word.glyphs[0]
        style = Style(self.size, like.style.turn, invisible=False, embedded=False, font=FONT)
        top = self.base + self.size
        glyph = Glyph(
            box.sign, left, right, self.base, top, self.base, box.place,
            made_up=False, guessed=False, style=style, ordered=like.ordered,
        )  # fmt: skip
        self.line.words.insert(at + (is_left == self.goes_left), PageWord([glyph], spaced=True))


def _places(line: Line) -> Iterator[_Place]:
    """Yield the places beside the words of a line; dots that lead to a box are no words."""
    goes_left = is_right_to_left([glyph for word in line.words for glyph in word.glyphs])
    for word in line.words:
        if str(word).strip(".") and not word.glyphs[0].style.turn:
            size, base = setting(word.glyphs)
            yield _Place(line, word, size, base, goes_left)


def _alone(box: FormBox) -> Iterator[Glyph]:
    left, bottom, right, top = box.place
    style = Style(top - bottom, 0.0, invisible=False, embedded=False, font=FONT)
    for sign in (box.sign, LINE_END):
        yield Glyph(
            sign, left, right, bottom, top, bottom, box.place,
            made_up=sign == LINE_END, guessed=False, style=style,
        )  # fmt: skip
