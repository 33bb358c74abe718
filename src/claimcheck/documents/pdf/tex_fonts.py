"""Signs of TeX's fonts for formulas, where a file does not say which letters their codes are.

Encodings hold them: of letters (OML), of symbols (OMS), of what grows (OMX), of the AMS. Without a
map a prime comes out as `0`, a bracket as `h`, a sum as `X`, and `≠` as `6=`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Glyph

AXIS: Final = 0.25  # of a size: so high above the baseline is the middle of what grows
_FONT: Final = re.compile(
    r"(?:[A-Z]{6}\+)?(?:"
    r"(?P<oms>CMB?SY\d+|LMMathSymbols.*|[TP]XB?SYS?|MathDesign-.*-Symbol-\d+)"
    r"|(?P<oml>CMMIB?\d+|LMMathItalic.*|R?[TP]XB?MI|MathDesign-.*-MathItalic-\d+)"
    r"|(?P<omx>CMEX\d+|LMMathExtension.*|[TP]XB?EXS?|MathDesign-.*-Extension-\d+)"
    r"|(?P<ams>MSAM\d+)"
    r")",
    re.IGNORECASE,
)
_NEGATED: Final = "\u0338"  # a stroke through the sign that follows it
_ARROW: Final = "→"
_BARRED: Final = "↦"  # the bar at the beginning of such an arrow, which follows it
_ALIKE: Final = 0.2  # part of its measures by which a drawing differs from font to font
_LEVEL: Final = 0.08  # in sizes of the font
_REACH: Final = 3  # glyphs from a stroke to its sign: PDFium may set a blank between them
# What a sign is, and how wide, how high and how far above its baseline its drawing is, in sizes of
# its font: programs that save a file again number the letters of a font anew.
_SIGNS: Final[dict[str, dict[int, tuple[str, float, float, float]]]] = {
    "oml": {
        0x0F: ("ϵ", 0.34, 0.44, 0.0),
        0x22: ("ε", 0.38, 0.46, 0.0),
        0x3F: ("⋆", 0.5, 0.48, 0.0),
        0x60: ("ℓ", 0.4, 0.72, 0.0),
    },
    "oms": {
        0x05: ("⋄", 0.48, 0.48, 0.0),
        0x0D: ("◯", 0.89, 0.93, -0.21),
        0x1C: ("≪", 0.89, 0.63, -0.07),
        0x1D: ("≫", 0.89, 0.63, -0.07),
        0x30: ("′", 0.26, 0.5, 0.04),
        0x31: ("∞", 0.94, 0.45, 0.0),
        0x32: ("∈", 0.5, 0.58, -0.04),
        0x33: ("∋", 0.5, 0.58, -0.04),
        0x36: (_NEGATED, 0.51, 0.93, -0.21),
        0x37: (_BARRED, 0.07, 0.37, 0.06),
        0x3E: ("⊤", 0.7, 0.69, 0.0),
        0x60: ("⊢", 0.55, 0.69, 0.0),
        0x61: ("⊣", 0.55, 0.69, 0.0),
        0x68: ("⟨", 0.22, 1.0, -0.25),
        0x69: ("⟩", 0.22, 1.0, -0.25),
        0x6B: ("∥", 0.24, 1.0, -0.25),
        0x76: ("⊑", 0.65, 0.81, -0.15),
        0x77: ("⊒", 0.65, 0.81, -0.15),
    },
    "ams": {
        0x36: ("≤", 0.61, 0.77, -0.14),
        0x3E: ("≥", 0.61, 0.77, -0.14),
    },
}
# The same of signs that grow, with their heights alone.
_GROWING: Final = "[]⌊⌋⌈⌉{}⟨⟩"
_BIG: Final = "∑∏∫⋃⋂⨄⋀⋁"
_GROWN: Final[dict[int, tuple[str, float]]] = {
    code: (sign, height)
    for first, signs, height in (
        (0x00, f"(){_GROWING}", 1.2),
        (0x10, "()", 1.8),
        (0x12, f"(){_GROWING}/\\", 2.4),
        (0x20, f"(){_GROWING}/\\", 3.0),
        (0x44, "⟨⟩", 1.8),
        (0x50, _BIG, 1.05),
        (0x58, _BIG, 1.4),
        (0x5A, "∫", 2.22),
        (0x60, "∐", 1.0),
        (0x61, "∐", 1.4),
        (0x68, "[]⌊⌋⌈⌉{}", 1.8),
        (0x70, "√", 1.2),
        (0x71, "√", 1.8),
        (0x72, "√", 2.4),
        (0x73, "√", 3.0),
    )
    for code, sign in enumerate(signs, first)
}


def tex_sign(code: int, font: str, width: float, bottom: float, top: float) -> str:
    """Return what a code is in one of TeX's fonts for formulas; nothing where nobody can tell.

    Args:
        code: the code of a letter in its font.
        font: the font's name, as the file has it.
        width: of its drawing, as all that follows in sizes of the font.
        bottom: the lower edge of the drawing, above the baseline.
        top: its upper edge.
    """
    hit = _FONT.fullmatch(font)
    if hit is None:
        return ""
    encoding, height = str(hit.lastgroup), top - bottom
    if encoding == "omx":
        sign, usual = _GROWN.get(code, ("", 0.0))
        return sign if abs(height - usual) < _ALIKE * usual else ""
    sign, wide, usual, low = _SIGNS[encoding].get(code, ("", 0.0, 0.0, 0.0))
    is_wide = wide * (1 - 2 * _ALIKE) < width < wide * (1 + 2 * _ALIKE)
    is_high = abs(height - usual) < _ALIKE * usual and abs(bottom - low) < _LEVEL
    return sign if is_wide and is_high else ""


@lru_cache(maxsize=256)
def has_no_digits(font: str) -> bool:
    """Whether a font holds but signs: what a file takes for digits in it is none."""
    hit = _FONT.fullmatch(font)
    return hit is not None and hit.lastgroup != "oml"


def with_strokes(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Return glyphs with the signs that two drawings make: `≠`, `∉`, `↦`.

    Args:
        glyphs: those of a page, in order.
    """
    if not any(glyph.sign in {_NEGATED, _BARRED} for glyph in glyphs):
        return list(glyphs)
    changed: list[Glyph] = list(glyphs)
    dropped: set[int] = set()
    for at, glyph in enumerate(glyphs):
        if glyph.sign not in {_NEGATED, _BARRED}:
            continue
        around = range(at + 1, min(at + 1 + _REACH, len(glyphs)))
        other = next((to for to in around if not glyphs[to].made_up), at)
        follows = glyphs[other].left < glyph.right + glyph.style.size / 2
        if glyph.sign == _BARRED:
            if follows and glyphs[other].sign == _ARROW:
                dropped.update(range(at + 1, other + 1))
            continue
        whole = unicodedata.normalize("NFC", glyphs[other].sign + _NEGATED)
        if follows and other > at and len(whole) == 1:
            changed[other] = glyphs[other]._replace(sign=whole)
            dropped.update(range(at, other))
        else:
            changed[at] = glyph._replace(sign="/")
    return [glyph for at, glyph in enumerate(changed) if at not in dropped]


def grows(font: str) -> bool:
    """Whether a font holds the signs that grow: they hang below their baseline."""
    hit = _FONT.fullmatch(font)
    return hit is not None and hit.lastgroup == "omx"
