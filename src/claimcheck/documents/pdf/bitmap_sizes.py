"""Sizes of letters that a file draws as small pictures, as TeX's fonts once were.

Such a font has no name, and units of its own, so that PDFium gives its size as a quarter of a
point, whatever its letters measure. Their drawings tell.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.documents.pdf.glyph import Glyph, Style

_MOST_HEIGHT: Final = 1.6  # of a letter, in sizes of its font: none is higher
# How high the drawings of letters are, in sizes of their font.
_HEIGHTS: Final = {
    sign: height
    for signs, height in (
        ("0123456789", 0.66),
        ("ABCDEFGHIKLMNOPRSTUVWXYZ", 0.69),
        ("bdfhkl", 0.7),
        ("acemnorsuvwxz", 0.44),
        ("gpqyi", 0.65),
        ("t", 0.62),
        ("()[]", 1.0),
    )
    for sign in signs
}


def with_true_sizes(glyphs: Sequence[Glyph], fonts: Mapping[int, int]) -> list[Glyph]:
    """Return glyphs with the sizes of their letters as they come out on the page.

    Args:
        glyphs: those of a page.
        fonts: the font of each style, by the style's identity.
    """
    measured = _measured_sizes(glyphs, fonts)
    if not measured:
        return list(glyphs)
    sizes = {key: round(median(of_letters), 2) for key, of_letters in measured.items()}
    usual = max(measured, key=lambda key: len(measured[key]))
    largest = max(size for _font, size in sizes)
    styles: dict[int, Style] = {}
    for glyph in glyphs:
        style = glyph.style
        if style.size <= largest and not style.font and id(style) not in styles:
            key = (fonts.get(id(style), 0), style.size)
            size = sizes.get(key, sizes[usual] * style.size / usual[1])
            styles[id(style)] = replace(style, size=size)
    return [
        glyph._replace(style=styles[id(glyph.style)]) if id(glyph.style) in styles else glyph
        for glyph in glyphs
    ]


def _measured_sizes(
    glyphs: Sequence[Glyph], fonts: Mapping[int, int]
) -> dict[tuple[int, float], list[float]]:
    """Return the sizes that letters have by their drawings, by their font and the size it gives.

    Args:
        glyphs: those of a page.
        fonts: the font of each style, by the style's identity.
    """
    measured: dict[tuple[int, float], list[float]] = defaultdict(list)
    for glyph in glyphs:
        style, height = glyph.style, glyph.top - glyph.bottom
        is_too_high = not style.font and height > _MOST_HEIGHT * style.size
        if is_too_high and glyph.sign in _HEIGHTS:
            measured[fonts.get(id(style), 0), style.size].append(height / _HEIGHTS[glyph.sign])
    return measured
