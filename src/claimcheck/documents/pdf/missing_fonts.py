"""Whether a page's letters are lost since neither the file nor this machine has their fonts.

PDFium hands out no letter that it cannot draw. It brings fonts for Latin letters; those of Chinese,
Japanese and Korean ones are looked for on the machine.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from claimcheck.documents.pdf.pdfium import Handle, Library

_MOST_OBJECTS: Final = 20_000
_FEWEST: Final = 5  # texts without a letter: files have blanks that are drawn by themselves
_HEIGHT: Final = 0.01  # points


def misses_fonts(pdfium: Library, page: Handle, letters: int) -> bool:
    """Whether most texts of a page have nothing to be drawn with.

    Args:
        pdfium: `pypdfium2.raw`.
        page: the page's handle.
        letters: how many characters it hands out.
    """
    count = pdfium.FPDFPage_CountObjects(page)
    if not letters < count <= _MOST_OBJECTS:
        return False
    edges = [ctypes.c_float() for _ in range(4)]
    texts = lost = 0
    for at in range(count):
        thing = pdfium.FPDFPage_GetObject(page, at)
        if pdfium.FPDFPageObj_GetType(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        texts += 1
        font = pdfium.FPDFTextObj_GetFont(thing)
        if pdfium.FPDFFont_GetIsEmbedded(font) == 0:
            pdfium.FPDFPageObj_GetBounds(thing, *edges)
            lost += edges[3].value - edges[1].value < _HEIGHT
    return lost >= _FEWEST and 2 * lost > texts
