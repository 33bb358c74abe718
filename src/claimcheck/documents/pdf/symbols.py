"""Signs of the fonts Symbol, Wingdings and Mathematical Pi in a PDF, whose codes are no letters."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.documents.symbol_fonts import letter
from claimcheck.text.pinned_text import UNREADABLE

FIRST_PRIVATE: Final = "\uf000"
_LAST_PRIVATE: Final = "\uf0ff"
_FONT: Final = re.compile(
    r"(?:[A-Z]{6}\+)?(Symbol|Wingdings)(?:MT|PS|-?Regular|[,-]?Bold|[,-]?Italic)*"
)

# The second name is what a press calls the same font in its papers.
_PI: Final = re.compile(r"(?:[A-Z]{6}\+)?(?:MathematicalPi-(?:One|Four)|AdvP414BFB)")
# On its keys for digits it has signs, on those for letters Greek ones, so that `37 °C` comes out as
# `37 8C`, `± SD` as `6 SD`, `50 μg` as `50 mg`.
_SIGNS_OF_PI: Final = str.maketrans("123456789,.#$abgdmuxDV", "+−×÷=±∓°′<>≤≥αβγδμθχΔΩ")


def is_dingbats(font: str) -> bool:
    """Whether all letters of a font are pictures, whatever its codes say."""
    hit = _FONT.fullmatch(font)
    return bool(_PI.fullmatch(font)) or (hit is not None and hit[1] == "Wingdings")


def symbol(sign: str, font: str) -> str:
    """Return what a sign of a symbol font means; the sign itself where nobody can tell.

    Args:
        sign: what the file says that it is: a private code, or of pictures any letter.
        font: the font's name, as the file has it.
    """
    if _PI.fullmatch(font):
        return sign.translate(_SIGNS_OF_PI)
    hit = _FONT.fullmatch(font)
    if hit is None:
        return sign
    if FIRST_PRIVATE <= sign <= _LAST_PRIVATE:
        code = ord(sign)
    elif hit[1] == "Wingdings":
        code = _code_of(sign)
    else:
        return sign
    meaning = letter(hit[1], code)
    return sign if meaning == UNREADABLE else meaning


def _code_of(letter_sign: str) -> int:
    """Return the code of a letter in the encoding of Windows; 0 where it has none."""
    code = letter_sign.encode("cp1252", "ignore") or b"\0"
    return code[0]
