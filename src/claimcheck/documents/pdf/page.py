"""One page of a PDF: what a person sees of it as rows of words, and what cannot be read there."""

from __future__ import annotations

import ctypes
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.cells import Cell, cell_of
from claimcheck.documents.pdf.columns import in_columns
from claimcheck.documents.pdf.drawn_boxes import drawn_boxes
from claimcheck.documents.pdf.drawn_twice import drawn_once
from claimcheck.documents.pdf.form_boxes import (
    FormBox,
    form_boxes,
    is_button,
    set_in_lines,
    without_looks,
)
from claimcheck.documents.pdf.fractions import with_fractions
from claimcheck.documents.pdf.glyph import LINE_END, Box, Glyph, Style
from claimcheck.documents.pdf.glyphs import glyphs_of
from claimcheck.documents.pdf.limits import with_limits
from claimcheck.documents.pdf.lines import joined_rows, level_lines_of, lines_of, rows_of
from claimcheck.documents.pdf.missing_fonts import misses_fonts
from claimcheck.documents.pdf.pdfium import text_of
from claimcheck.documents.pdf.readings import with_readings
from claimcheck.documents.pdf.roots import with_roots
from claimcheck.documents.pdf.sight import (
    Sight,
    Views,
    box_of,
    drawn,
    has_ink,
    is_on_page,
    placed,
)
from claimcheck.documents.pdf.strikes import (
    level_bars,
    struck_bars,
    take_struck,
    upright_bars,
)
from claimcheck.documents.pdf.turned_lines import from_above
from claimcheck.documents.pdf.under import words_under
from claimcheck.documents.pdf.values import with_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.documents.pdf.lines import Line, PageWord, Piece
    from claimcheck.documents.pdf.pdfium import Handle, Library
    from claimcheck.documents.pdf.sight import Picture

_MOST_OBJECTS: Final = 20_000
_FILLS_PAGE: Final = 0.5  # of its area: a picture so large may be a scan
_FEW_WORDS: Final = 12
_STAMPED: Final = 0.07  # of its height: what stands so near its edge was stamped on it
_HIDDEN: Final = 2 | 32  # an annotation that is hidden, or not shown on screens
_LETTERS_IN_FIELD: Final = 0.7  # of the height of a field of one line
_GRID: Final = 3.0  # points
_MOST_CELLS: Final = 400


@dataclass(slots=True)
class ReadPage:
    """The contents of a page.

    Attributes:
        rows: its lines by their cells, in reading order.
        notes: the texts of the notes that open when they are clicked.
        struck: what is struck out.
        covered: how many words stand under something opaque.
        unseen: how many are not seen for another reason.
        frame: the page's left, bottom, right and top.
        by_ocr: its text was put behind a picture by a program that reads pictures.
        mostly_picture: a picture fills it, and hardly anything in it is text.
        lost: it could not be loaded.
        misses_fonts: most of its letters are set in fonts that are neither in the file nor here.
        guessed: the letters that the file does not tell, by font.
    """

    rows: list[list[Cell]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    struck: list[str] = field(default_factory=list)
    covered: int = 0
    unseen: int = 0
    frame: Box = (0.0, 0.0, 0.0, 0.0)
    by_ocr: bool = False
    mostly_picture: bool = False
    lost: bool = False
    misses_fonts: bool = False
    guessed: dict[str, Counter[str]] = field(default_factory=dict)


def read_page(
    pdfium: Library, document: Handle, number: int, ligatures: Mapping[str, Mapping[int, str]]
) -> ReadPage:
    """Read a page.

    Args:
        pdfium: `pypdfium2.raw`.
        document: the document's handle; forms that it has are set up.
        number: its place in the file, from 0.
        ligatures: what fonts of the document call some of their codes, by their names.

    Raises:
        ValueError: it cannot be loaded.
    """
    page, form = _loaded(pdfium, document, number), document.formenv
    try:
        _remove_unseen(pdfium, page)
        typed, notes, places = _annotations(pdfium, form, page)
        strikes = _strikes(pdfium, page)
        layers = Layers(_glyphs(pdfium, page, ligatures), [], typed, strikes=strikes, places=places)
        layers.boxes = form_boxes(pdfium, form, page)
        picture = drawn(pdfium, page, colour=True, notes=True) if places else None
        if pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
            pdfium.FPDF_ClosePage(page)
            page = _loaded(pdfium, document, number)
            layers.part(_glyphs(pdfium, page, ligatures), picture)
        layers.own = drawn_once(layers.own)
        layers.looks = without_looks(layers.looks, layers.boxes)
        return _page_text(pdfium, page, layers, notes)
    finally:
        pdfium.FPDF_ClosePage(page)


def _loaded(pdfium: Library, document: Handle, number: int) -> Handle:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        raise ValueError("the page cannot be loaded")
    return page


def _glyphs(
    pdfium: Library, page: Handle, ligatures: Mapping[str, Mapping[int, str]]
) -> list[Glyph]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        raise ValueError("the page's text cannot be loaded")
    try:
        return glyphs_of(pdfium, text, ligatures)
    finally:
        pdfium.FPDFText_ClosePage(text)


@dataclass(slots=True)
class Layers:
    """The glyphs of a page.

    Attributes:
        own: the page's own.
        looks: those of its annotations.
        typed: those of fields that have no look of their own.
        picture: the page as it was drawn before annotations were made a part of it, where that
            spoilt it.
        strikes: the lines that annotations draw through words.
        boxes: those of its form that can be ticked.
        places: where its annotations stand that have a look.
    """

    own: list[Glyph]
    looks: list[Glyph]
    typed: list[Glyph]
    picture: Picture | None = None
    strikes: list[Box] = field(default_factory=list)
    boxes: list[FormBox] = field(default_factory=list)
    places: list[Box] = field(default_factory=list)

    def part(self, glyphs: Sequence[Glyph], picture: Picture | None) -> None:
        """Part what annotations add to a page's text; PDFium sets it behind the rest.

        Flattening may set it elsewhere, and may lose the letters of fonts: then places tell what is
        new, and the page as it was before is looked at.

        Args:
            glyphs: those of the flattened page.
            picture: the page as it was drawn before.
        """
        count = len(self.own)
        if [glyph.sign for glyph in self.own] == [glyph.sign for glyph in glyphs[:count]]:
            self.own, self.looks = list(glyphs[:count]), list(glyphs[count:])
            return
        inked = {cell for glyph in self.own if not glyph.made_up for cell in _cells(glyph.ink)}
        self.looks = [
            glyph
            for glyph in glyphs
            if glyph.made_up
            or (glyph.ink[0] < glyph.ink[2] and inked.isdisjoint(_cells(glyph.ink)))
        ]
        self.picture = picture


def _cells(ink: Box) -> set[tuple[int, int]]:
    """Return the cells of a grid that a box lies in, or its middle where it is large."""
    left, bottom, right, top = (round(edge / _GRID) for edge in ink)
    if (right - left) * (top - bottom) > _MOST_CELLS:
        return {((left + right) // 2, (bottom + top) // 2)}
    return {(x, y) for x in range(left, right + 1) for y in range(bottom, top + 1)}


# What people typed on a page.


def _remove_unseen(pdfium: Library, page: Handle) -> None:
    """Take annotations from a page that no screen shows: flattening would draw them."""
    for at in reversed(range(pdfium.FPDFPage_GetAnnotCount(page))):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if annotation:
            flags = pdfium.FPDFAnnot_GetFlags(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if flags & _HIDDEN:
                pdfium.FPDFPage_RemoveAnnot(page, at)


def _annotations(
    pdfium: Library, form: Handle | None, page: Handle
) -> tuple[list[Glyph], list[str], list[Box]]:
    """Return the values that fields show without a look of their own, notes, and where looks stand.

    Args:
        pdfium: `pypdfium2.raw`.
        form: the document's form; None where it has none.
        page: the page's handle.
    """
    places: list[Box] = []
    typed: list[Glyph] = []
    notes: list[str] = []
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN:
                continue
            appears = bool(
                text_of(pdfium.FPDFAnnot_GetAP, annotation, pdfium.FPDF_ANNOT_APPEARANCEMODE_NORMAL)
            )
            if appears:
                places.append(_rectangle(pdfium, annotation))
            value = ""
            if kind == pdfium.FPDF_ANNOT_WIDGET and not appears:
                if is_button(pdfium, form, annotation):
                    continue
                value = text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"V")
            elif kind == pdfium.FPDF_ANNOT_FREETEXT and not appears:
                value = text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
            elif kind in {pdfium.FPDF_ANNOT_TEXT, pdfium.FPDF_ANNOT_HIGHLIGHT}:
                notes.append(text_of(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents"))
            typed.extend(_typed(value, _rectangle(pdfium, annotation)))
        finally:
            pdfium.FPDFPage_CloseAnnot(annotation)
    return typed, [note for note in notes if note.strip()], places


def _strikes(pdfium: Library, page: Handle) -> list[Box]:
    bars: list[Box] = []
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        if not annotation:
            continue
        is_shown = not pdfium.FPDFAnnot_GetFlags(annotation) & _HIDDEN
        if is_shown and pdfium.FPDFAnnot_GetSubtype(annotation) == pdfium.FPDF_ANNOT_STRIKEOUT:
            bars += struck_bars(pdfium, annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
    return bars


def _rectangle(pdfium: Library, annotation: Handle) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDFAnnot_GetRect(annotation, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _typed(value: str, box: Box) -> Iterator[Glyph]:
    """Set a value into its field's box: where exactly matters to nobody."""
    lines = [line for line in value.replace("\r\n", "\n").replace("\r", "\n").split("\n") if line]
    left, bottom, right, top = box
    for number, line in enumerate(lines):
        height = (top - bottom) / len(lines)
        base = top - (number + _LETTERS_IN_FIELD) * height
        style = Style(_LETTERS_IN_FIELD * height, 0.0, invisible=False, embedded=False, font="")
        step = min((right - left) / len(line), style.size / 2)
        for at, sign in enumerate(line):
            ink = (left + at * step, base, left + (at + 1) * step, base + style.size)
            yield Glyph(sign, ink[0], ink[2], ink[1], ink[3], base, ink, False, False, style)  # noqa: FBT003
        yield Glyph(LINE_END, 0, 0, 0, 0, 0, (0, 0, 0, 0), True, False, style)  # noqa: FBT003


# What is seen.


def _page_text(pdfium: Library, page: Handle, layers: Layers, notes: list[str]) -> ReadPage:
    """Put a page together: its own glyphs, those of its annotations, and those of bare fields."""
    read = ReadPage(notes=notes, misses_fonts=misses_fonts(pdfium, page, len(layers.own)))
    lines = from_above(list(lines_of(layers.own)), pdfium.FPDFPage_GetRotation(page))
    added = list(level_lines_of(layers.looks))
    words = [word for line in (*lines, *added) for word in line.words]
    pictures = list(_pictures(pdfium, page))
    boxes = _shown_boxes(pdfium, page, layers)
    _look(pdfium, page, words, (pictures, layers.picture), read)
    bars = list(level_bars(pdfium, page))
    read.struck = take_struck([*lines, *added], [*bars, *layers.strikes])
    lines, added = ([line for line in some if _left(line)] for some in (lines, added))
    rules = upright_bars(pdfium, page)
    lines = with_roots(with_limits(with_readings(lines)), bars)
    lines = with_fractions(lines, bars, rules)
    alone = set_in_lines([*lines, *added], boxes)
    typed = list(level_lines_of([*layers.typed, *alone]))
    rows = with_values(
        joined_rows(in_columns(rows_of(lines, rules), bars)),
        rows_of([*added, *typed]),
        layers.places,
    )
    pieces = [piece for row in rows for piece in row]
    read.rows = [list(map(cell_of, row)) for row in rows]
    shown = [glyph for piece in pieces for word in piece.words for glyph in word.glyphs]
    read.frame = _frame(pdfium, page)
    hidden = sum(glyph.style.invisible for glyph in shown)
    read.by_ocr = bool(pictures) and 2 * hidden > len(shown)
    if not read.by_ocr:
        read.mostly_picture = _is_mostly_picture(pdfium, page, pictures, pieces)
    for glyph in shown:
        if glyph.guessed:
            read.guessed.setdefault(glyph.style.font, Counter())[glyph.sign] += 1
    return read


def _look(
    pdfium: Library,
    page: Handle,
    words: Sequence[PageWord],
    drawing: tuple[Sequence[Box], Picture | None],
    read: ReadPage,
) -> None:
    """Mark the words that are covered, and empty those that are not seen for another reason.

    Args:
        pdfium: `pypdfium2.raw`.
        page: the page's handle.
        words: its words.
        drawing: where it has pictures, and the page as it was drawn, where it is to be no more.
        read: what is counted.
    """
    if not words:
        return
    pictures, in_colour = drawing
    place = placed(pdfium, page)
    views = Views(pdfium, page, in_colour)
    inked: list[PageWord] = []
    for word in words:
        seen = Sight.SEEN
        if not is_on_page(word, place):
            seen = Sight.ABSENT
        elif not _is_of_picture(word, pictures):
            seen = views.sight_of(word)
        if seen is Sight.COVERED:
            word.covered = True
            read.covered += 1
        elif seen is Sight.ABSENT:
            word.glyphs = []
            read.unseen += 1
        elif not _lies_in(word, pictures):
            inked.append(word)
    for word in words_under(pdfium, page, inked, views.grey) if views.grey else ():
        word.covered = True
        read.covered += 1


def _shown_boxes(pdfium: Library, page: Handle, layers: Layers) -> list[FormBox]:
    """Return the boxes that the flattened page shows: some of a form have no look and no frame."""
    if not layers.boxes:
        return drawn_boxes(pdfium, page, layers.own)
    picture = drawn(pdfium, page)
    return [box for box in layers.boxes if picture is None or has_ink(box.place, picture)]


def _is_of_picture(word: PageWord, pictures: Sequence[Box]) -> bool:
    """Whether a word is what OCR read in a picture, and so has no ink of its own."""
    return all(glyph.style.invisible for glyph in word.glyphs) and _lies_in(word, pictures)


def _lies_in(word: PageWord, pictures: Sequence[Box]) -> bool:
    """Whether the middle of a word lies in a picture."""
    left, bottom, right, top = box_of(word)
    across, up = (left + right) / 2, (bottom + top) / 2
    return any(box[0] <= across <= box[2] and box[1] <= up <= box[3] for box in pictures)


def _left(line: Line) -> bool:
    line.words = [word for word in line.words if word.glyphs]
    return bool(line.words)


def _pictures(pdfium: Library, page: Handle) -> Iterator[Box]:
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(page), _MOST_OBJECTS)):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(
            thing
        ) == pdfium.FPDF_PAGEOBJ_IMAGE and pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            yield left, bottom, right, top


def _frame(pdfium: Library, page: Handle) -> Box:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _is_mostly_picture(
    pdfium: Library, page: Handle, pictures: Sequence[Box], pieces: Sequence[Piece]
) -> bool:
    area = pdfium.FPDF_GetPageWidthF(page) * pdfium.FPDF_GetPageHeightF(page)
    for box in pictures:
        if (box[2] - box[0]) * (box[3] - box[1]) < _FILLS_PAGE * area:
            continue
        edge = _STAMPED * (box[3] - box[1])
        inside = [
            piece
            for piece in pieces
            if box[0] <= piece.left <= box[2] and box[1] + edge <= piece.base <= box[3] - edge
        ]
        if sum(len(piece.words) for piece in inside) < _FEW_WORDS:
            return True
    return False
