"""Ligatures whose codes a PDF hands out for letters: put back as the letters that are drawn.

A font may name them letter by letter (`ligature_names` finds those), or be drawn by the file from
one of TeX's fonts, which has its five at the codes 11 to 15. Letters of formulas have these codes
in other fonts of TeX, so that they count as ligatures within words alone.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.ligature_names import whole_font

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

_OF_TEX: Final = {"\x0b": "ff", "\x0c": "fi", "\r": "fl", "\x0e": "ffi", "\x0f": "ffl"}
_UNDRAWN: Final = 0.005  # of the size: no letter is so low
_FEWEST_LETTERS: Final = 3  # of the word besides
_TOUCHING: Final = 0.2  # of their height
_TALL: Final = 1.2  # times the height of a small letter: all five have an ascender


def with_ligatures(
    glyphs: Sequence[Glyph], letters: Mapping[str, Mapping[int, str]]
) -> Iterator[Glyph]:
    """Yield the glyphs of a page with a glyph for each letter of such ligatures, all at its place.

    Args:
        glyphs: in the order of reading.
        letters: what fonts call some of their codes, by their names.
    """
    for at, glyph in enumerate(glyphs):
        if glyph.sign == "f" and _is_undrawn(glyphs, at):
            if at == 0 or glyphs[at - 1].ink != glyph.ink:
                yield glyph._replace(sign=" ", right=glyph.left, made_up=True)
            continue
        words = ""
        if glyph.guessed:  # PDFium's own mark of a hyphen is none
            words = letters.get(whole_font(glyph.style.font), {}).get(ord(glyph.sign), "")
            if not (words or glyph.style.font or glyph.sign >= " ") and _is_in_word(glyphs, at):
                words = _OF_TEX.get(glyph.sign, "")
        for letter in words:
            yield glyph._replace(sign=letter, guessed=False)
        if not words:
            yield glyph


def _is_undrawn(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether an f is of a ligature of two that its font has no drawing of.

    Cover pages of an open archive have `ff` where they lack an angle bracket, so that a number
    comes out as `ffhal-02441653ff`.
    """
    glyph = glyphs[at]
    style = glyph.style
    if glyph.top - glyph.bottom > _UNDRAWN * style.size or style.invisible or not style.embedded:
        return False
    return any(
        other.sign == "f" and other.ink == glyph.ink
        for other in (*glyphs[max(0, at - 1) : at], *glyphs[at + 1 : at + 2])
    )


def _is_in_word(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether a tall glyph stands among letters of a word that touch, three of them at least."""
    ligature, heights = glyphs[at], []
    tall = ligature.top - ligature.bottom
    for step in (-1, 1):
        last = ligature
        places = range(at + step, at + (_FEWEST_LETTERS + 1) * step, step)
        reach = (glyphs[place] for place in places if 0 <= place < len(glyphs))
        for glyph in takewhile(lambda glyph: glyph.sign.isalpha() and glyph.sign.isascii(), reach):
            gap = glyph.left - last.right if step > 0 else last.left - glyph.right
            if abs(gap) > _TOUCHING * tall or glyph.style.size != ligature.style.size:
                break
            heights.append(glyph.top - glyph.bottom)
            last = glyph
    return len(heights) >= _FEWEST_LETTERS and tall > _TALL * min(heights)
