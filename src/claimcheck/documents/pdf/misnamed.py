"""Letters of fonts that name them falsely: their own drawing tells what they are.

Publishers' fonts of signs call an equals sign ¼ or 5, a minus 2, a plus þ, brackets ð and Þ, a dash
e or K. So what a page shows as `p = 0.91` and `272–278` comes out as `p¼0.91`, which reads as
40.91, and `272e278`; `k = −1` as `k521`. No such letter or digit is drawn so low, so flat, or so
far below its line.
"""

from __future__ import annotations

from typing import Final

# All in heights of the letters concerned.
FLAT: Final = 0.13  # no letter is lower
_LONG: Final = 0.25
_AXIS: Final = (0.1, 0.5)  # above the baseline
_LOW: Final = 0.45  # a fraction is higher
_FALLS: Final = 0.1  # below the baseline
_NARROW: Final = 0.45
_DASH: Final = "–"
_SIGNS_ON_DIGITS: Final = {"2": "−", "5": "="}
LOWEST_DIGIT: Final = 0.35  # the heights of old-style digits begin at 0.4
_WIDE: Final = 0.4
_LAST_LATIN: Final = "\x7f"
SUSPECTS: Final = frozenset("¼þðÞ")


def drawn_sign(sign: str, width: float, bottom: float, top: float) -> str:
    """Return what is drawn for a letter: the letter itself, unless its drawing cannot be one.

    Args:
        sign: one letter, as its font names it.
        width: of its drawing, as all that follows in heights of the font.
        bottom: the lower edge of the drawing, above the baseline.
        top: its upper edge.
    """
    height = top - bottom
    if height <= 0 or sign in _SIGNS_ON_DIGITS:
        return _drawn_digit(sign, width, bottom, top) if height > 0 else sign
    if height < FLAT:
        low, high = _AXIS
        is_dash = sign < _LAST_LATIN and width > _LONG and low < bottom and top < high
        return _DASH if is_dash and sign.isalpha() else sign
    if sign == "¼":
        return "=" if height < _LOW else sign
    if sign == "þ":
        return "+" if bottom > -_FALLS and width > height / 2 and height < 1 - _FALLS * 3 else sign
    if sign in "ðÞ" and bottom < -_FALLS and width < _NARROW:
        return "(" if sign == "ð" else ")"
    return sign


def _drawn_digit(digit: str, width: float, bottom: float, top: float) -> str:
    """Return what is drawn for a digit on whose key a font may have a sign.

    Args:
        digit: the digit.
        width: of its drawing, as all that follows in heights of the font.
        bottom: the lower edge of the drawing, above the baseline.
        top: its upper edge.
    """
    sign, (low, high) = _SIGNS_ON_DIGITS[digit], _AXIS
    is_as_high = (top - bottom < FLAT) is (sign == "−") and top - bottom < LOWEST_DIGIT
    return sign if width > _WIDE and is_as_high and low < bottom and top < high else digit
