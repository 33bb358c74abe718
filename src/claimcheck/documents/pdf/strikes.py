"""Lines that are drawn on a page: what they strike out, and what they part.

A word is struck out where a line is drawn through its middle.
"""

from __future__ import annotations

import ctypes
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.lines import Line, PageWord
    from claimcheck.documents.pdf.pdfium import Handle, Library

_MOST_OBJECTS: Final = 5000  # of a page whose lines are looked at; more are a map or a drawing
_THICKEST: Final = 2.0  # points
_THICKEST_RULE: Final = 2.5
_THINNEST_PICTURE: Final = 1.0
_MOST_RULES: Final = 1500
_LOWEST, _HIGHEST = 0.12, 0.45  # of the letters' size, above the baseline
_LEAST: Final = 0.8  # of a word's width
_BEYOND: Final = 1.0  # of the letters' size: a line that goes on farther is a table's, or a form's


def level_bars(pdfium: Library, page: Handle) -> Iterator[Box]:
    """Yield the thin level lines that are drawn on a page: left, bottom, right and top."""
    for left, bottom, right, top in _paths(pdfium, page):
        if top - bottom <= _THICKEST < right - left:
            yield left, bottom, right, top


def upright_bars(pdfium: Library, page: Handle) -> list[Box]:
    """Return the thin upright lines that are drawn on a page: left, bottom, right and top."""
    thin = (
        box for box in _paths(pdfium, page) if box[2] - box[0] <= _THICKEST_RULE < box[3] - box[1]
    )
    return list(islice(thin, _MOST_RULES))


def _paths(pdfium: Library, page: Handle) -> Iterator[Box]:
    """Yield the boxes of what is drawn on a page and is no text and no picture.

    Old files of TeX draw each line as a picture of one pixel.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    if count > _MOST_OBJECTS:
        return
    edges = [ctypes.c_float() for _ in range(4)]
    for at in range(count):
        thing = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind not in {pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE}:
            continue
        if pdfium.FPDFPageObj_GetBounds(thing, *edges):
            left, bottom, right, top = (edge.value for edge in edges)
            is_picture = kind == pdfium.FPDF_PAGEOBJ_IMAGE
            if not is_picture or min(right - left, top - bottom) < _THINNEST_PICTURE:
                yield left, bottom, right, top


def struck_bars(pdfium: Library, annotation: Handle) -> Iterator[Box]:
    """Yield the lines that an annotation draws through words: one in the middle of each stretch."""
    quad = pdfium.FS_QUADPOINTSF()
    for at in range(pdfium.FPDFAnnot_CountAttachmentPoints(annotation)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, ctypes.byref(quad)):
            across = (quad.x1, quad.x2, quad.x3, quad.x4)
            up = (quad.y1, quad.y2, quad.y3, quad.y4)
            middle = min(up) + (max(up) - min(up)) * 0.45
            yield min(across), middle, max(across), middle


def take_struck(lines: Sequence[Line], bars: Sequence[Box]) -> list[str]:
    """Empty the words of lines that are struck out, and return them, a text each stretch.

    Args:
        lines: the lines of a page.
        bars: the level lines that are drawn on it.
    """
    texts: list[str] = []
    for line in lines:
        words = [word for word in line.words if word.glyphs]
        if not bars or not words:
            continue
        goes_on = False
        last: PageWord | None = None
        for word in words:
            is_struck = _is_struck(word, words, bars)
            if is_struck and goes_on:
                texts[-1] += f" {word}"
            elif is_struck:
                texts.append(str(word))
            if is_struck:
                word.glyphs = []
                if last is not None:
                    last.right = max(last.right, word.right)  # no gap stands where it stood
            else:
                last = word
            goes_on = is_struck
    return texts


def _is_struck(word: PageWord, words: Sequence[PageWord], bars: Sequence[Box]) -> bool:
    glyph = word.glyphs[0]
    size, base = glyph.style.size, glyph.base
    is_word = any(glyph.sign.isalnum() for glyph in word.glyphs)
    if glyph.style.turn or glyph.style.invisible or word.covered or not is_word:
        return False
    start = min(part.left for part in words) - _BEYOND * size
    end = max(part.right for part in words) + _BEYOND * size
    covered = sum(
        max(0.0, min(word.right, right) - max(word.left, left))
        for left, bottom, right, top in bars
        if base + _LOWEST * size < (bottom + top) / 2 < base + _HIGHEST * size
        and start <= left
        and right <= end
    )
    return covered >= _LEAST * (word.right - word.left) > 0
