"""Signs that a press's fonts have on the keys of digits, letters and points.

Such a font is cut from Mathematical Pi or Universal under a name of the press (`AdvP7DA6`), and
names its signs by their keys: `6` for `×` or `±`, `,` for `<`, `$` for `≥`, `v` for another `<`. So
what a page shows as `1.2 × 2 µm` comes out as `1.262 mm`, and `< 0.05` as `, 0.05`. Their drawings
tell: of 2,000 public files none has a font for text that draws such a letter or digit so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.ligature_names import whole_font
from claimcheck.documents.pdf.tex_fonts import has_no_digits, tex_sign

if TYPE_CHECKING:
    from claimcheck.documents.pdf.glyph import Glyph

_ALIKE: Final = 0.04  # of their size: drawings that differ by less are one
# What a key has, and how wide, how high and how far above its baseline that is drawn, in sizes of
# its font.
_Drawing = tuple[str, float, float, float]
_SQUARE: Final = (0.59, 0.59, 0.03)
_KEYS: Final[dict[str, tuple[_Drawing, ...]]] = {
    "1": (("+", *_SQUARE),),
    "3": (("×", *_SQUARE), ("×", 0.48, 0.48, 0.01)),
    "4": (("÷", *_SQUARE),),
    "6": (("±", *_SQUARE), ("×", 0.48, 0.48, 0.01), ("°", 0.25, 0.25, 0.46)),
    "7": (("∓", *_SQUARE),),
    "8": (("°", 0.28, 0.28, 0.42),),
    "9": (("′", 0.14, 0.29, 0.42),),
    ",": (("<", 0.66, 0.57, 0.04), ("∼", 0.66, 0.14, 0.25)),
    ".": ((">", 0.66, 0.57, 0.04),),
    "<": (("≈", 0.66, 0.28, 0.19),),
    "#": (("≤", 0.66, 0.51, 0.07),),
    "$": (("≥", 0.66, 0.51, 0.07),),
    "+": (("±", 0.63, 0.75, -0.12),),
    "*": (("∼", 0.65, 0.21, 0.15),),
    "!": (("<", 0.66, 0.6, 0.0),),
    "{": (("−", 0.65, 0.04, 0.23),),
    "|": (("×", 0.5, 0.48, 0.01),),
    "~": (("=", 0.63, 0.22, 0.14),),
    "Z": (("=", 0.66, 0.23, 0.18),),
    "i": (("≥", 0.63, 0.64, -0.07),),
    "l": (("μ", 0.5, 0.67, -0.21),),
    "m": (("μ", 0.48, 0.66, -0.2),),
    "u": (("°", 0.26, 0.26, 0.44),),
    "z": (("+", 0.65, 0.65, -0.07),),
}
# Keys whose signs are drawn like letters: the font tells them.
_OF_FONTS: Final = {
    "AdvP40798": {"1": "§", "3": "†"},
    "AdvP4980C": {"v": "<", "w": ">"},
    "AdvPS44A44B": {"C": "+"},
    "AdvPS4731B1": {"N": "∞", "O": ">"},
    "AdvP3EAA99": {"D": "Δ", "V": "Ω", "Y": "Ψ"},
    "AdvP43B38B": dict(zip("abhjkpsvx", "αβθξκπσωχ", strict=True)),
    "AdvPSMP13": {"D": "Δ", "a": "α", "b": "β"},
    "Mathematica2": {"@": "[", "D": "]", "H": "(", "L": ")", "8": "{", "<": "}", "\x90": "/"},
}
_DIGITS: Final = frozenset("0123456789")
KEYS_ANYWHERE: Final = _DIGITS | {",", "."}  # keys that are looked at in fonts of any name
_PRESS: Final = re.compile(r"[A-Za-z]{0,6}Adv[A-Z]\w*|Mathematica2")
_UPRIGHT: Final = (90, 270)


def has_signs_on_keys(font: str) -> bool:
    """Whether a press, or Mathematica, calls a font so in which letters may be signs."""
    return bool(_PRESS.fullmatch(whole_font(font)))


def with_sign_of_key(glyph: Glyph) -> Glyph:
    """Return a glyph as the sign that is drawn where its font names that by a key.

    A digit of a font of TeX that has but signs is in doubt where its drawing does not tell it.

    Args:
        glyph: the glyph.
    """
    sign, style = glyph.sign, glyph.style
    if not style.embedded or not style.size:
        return glyph
    low, height = (glyph.bottom - glyph.base) / style.size, (glyph.top - glyph.bottom) / style.size
    if sign in _DIGITS and has_no_digits(style.font):
        named = tex_sign(ord(sign), style.font, _width(glyph), low, low + height)
        return glyph._replace(sign=named or sign, guessed=not named)
    if style.press and (named := _OF_FONTS.get(whole_font(style.font), {}).get(sign, "")):
        return glyph._replace(sign=named, guessed=False)
    for named, wide, high, bottom in _KEYS.get(sign, ()):
        is_as_high = abs(height - high) < _ALIKE and abs(low - bottom) < _ALIKE
        if is_as_high and abs(_width(glyph) - wide) < _ALIKE:
            return glyph._replace(sign=named, guessed=False)
    return glyph


def _width(glyph: Glyph) -> float:
    """Return how wide a glyph is drawn, in sizes of its font."""
    left, bottom, right, top = glyph.ink
    return (top - bottom if glyph.style.turn in _UPRIGHT else right - left) / glyph.style.size
