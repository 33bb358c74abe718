"""Accents that a file draws by themselves, over or under their letters, as TeX and old fonts do.

"Poincar´e" is "Poincaré" on the page; PDFium hands out both signs, and at times the accent far from
its letter.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# Spacing signs, and the combining ones that make one letter with the letter before them.
_COMBINING: Final = {
    "`": "\u0300", "\u02cb": "\u0300", "´": "\u0301", "\u02ca": "\u0301", "ˆ": "\u0302",
    "^": "\u0302", "˜": "\u0303", "~": "\u0303", "¯": "\u0304", "\u02c9": "\u0304",
    "˘": "\u0306", "˙": "\u0307", "¨": "\u0308", "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c",
    "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
_MARKS: Final = frozenset(map(chr, range(0x300, 0x370)))
_DOTLESS: Final = str.maketrans({"ı": "i", "ȷ": "j"})
_REACH: Final = 12  # glyphs before and after an accent, among which its letter is
_REACH_OF_STRAYS: Final = 150  # the same for a mark that PDFium sets elsewhere in its line
_OFF_CENTRE: Final = 0.3  # of the letter's width
_LEAST_OFF_CENTRE: Final = 0.05  # of its size: an i is narrow
_APART: Final = 0.5  # of the letters' size: farther above or below, and it is another line's
_GLUED: Final = 0.1  # of the letters' size: letters nearer than this are of one word


def with_accents(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Put accents that stand over or under a letter into it.

    Args:
        glyphs: those of a page, in order.

    Returns:
        The glyphs; an accent that makes no letter with what it stands at is left where it is.
    """
    accents = [
        at for at, glyph in enumerate(glyphs) if glyph.sign in _COMBINING or _is_stray(glyphs, at)
    ]
    if not accents:
        return list(glyphs)
    changed = list(glyphs)
    dropped: set[int] = set()
    for at in accents:
        letter = _letter_of(changed, at)
        if letter >= 0:
            changed[letter] = changed[letter]._replace(sign=_composed(changed[letter], glyphs[at]))
            dropped.add(at)
            dropped.update(_blanks_around(changed, at))
    return [glyph for at, glyph in enumerate(changed) if at not in dropped]


def _is_stray(glyphs: Sequence[Glyph], at: int) -> bool:
    """Whether a glyph is a mark of a letter that PDFium sets elsewhere, behind a blank."""
    return at > 0 and glyphs[at].sign in _MARKS and _is_false_blank(glyphs[at - 1])


def _letter_of(glyphs: Sequence[Glyph], at: int) -> int:
    """Return the place of the letter that an accent stands at; -1 for none."""
    accent = glyphs[at]
    if accent.made_up or accent.style.turn:
        return -1
    reach = _REACH if accent.sign in _COMBINING else _REACH_OF_STRAYS
    around = range(max(0, at - reach), min(len(glyphs), at + reach + 1))
    letters = [
        (_off_centre(glyphs[other], accent), other)
        for other in around
        if glyphs[other].sign.isalpha()
        and not glyphs[other].style.turn
        and _is_at(glyphs[other], accent)
        and _composed(glyphs[other], accent)
    ]
    return min(letters)[1] if letters else -1


def _composed(letter: Glyph, accent: Glyph) -> str:
    """Return the letter with the accent; "" where there is no such letter."""
    sign = letter.sign.translate(_DOTLESS) + _COMBINING.get(accent.sign, accent.sign)
    composed = unicodedata.normalize("NFC", sign)
    return composed if len(composed) == 1 else ""


def _off_centre(letter: Glyph, accent: Glyph) -> float:
    return abs(letter.ink[0] + letter.ink[2] - accent.ink[0] - accent.ink[2]) / 2


def _is_at(letter: Glyph, accent: Glyph) -> bool:
    """Whether an accent stands over or under a letter, near it."""
    width = letter.ink[2] - letter.ink[0]
    farthest = max(_OFF_CENTRE * width, _LEAST_OFF_CENTRE * letter.style.size)
    if accent.ink[2] <= accent.ink[0] or _off_centre(letter, accent) > farthest:
        return False
    reach = _APART * letter.style.size
    above = accent.ink[1] - letter.ink[3]
    below = letter.ink[1] - accent.ink[3]
    middle = (letter.ink[1] + letter.ink[3]) / 2
    return (accent.ink[1] > middle and above < reach) or (
        (accent.ink[1] + accent.ink[3]) / 2 < letter.ink[1] and below < reach
    )


def _blanks_around(glyphs: Sequence[Glyph], at: int) -> Iterator[int]:
    """Go through the blanks that PDFium put beside an accent inside a word."""
    before, after = at - 1, at + 1
    while before > 0 and _is_false_blank(glyphs[before]):
        before -= 1
    while after < len(glyphs) - 1 and _is_false_blank(glyphs[after]):
        after += 1
    if before < 0 or after >= len(glyphs):
        return
    last, following = glyphs[before], glyphs[after]
    gap = following.left - last.right
    if last.sign.isalpha() and following.sign.isalpha() and abs(gap) < _GLUED * last.style.size:
        yield from (place for place in range(before + 1, after) if place != at)


def _is_false_blank(glyph: Glyph) -> bool:
    return glyph.made_up and glyph.sign == " "
