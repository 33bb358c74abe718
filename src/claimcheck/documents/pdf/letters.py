"""Fonts that do not say which letters they draw.

Where a font has no map to letters, PDFium guesses from the numbers of its glyphs. Often that is
right; where it is not, text comes out as a cipher. What reads like words is taken for right; what
does not is no text. Of a few letters nobody can tell: they are kept, and in doubt.
"""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping

    from claimcheck.documents.pdf.cells import Cell

_FEWEST_LETTERS: Final = 15  # of which something can be said
_VOWELS: Final = frozenset("aeiouy")
_LEAST_VOWELS: Final = 0.25  # of the letters of a text in a language of Europe: 0.35 to 0.5
_MOST_VOWELS: Final = 0.65
_LEAST_SMALL: Final = 0.5
_LATIN: Final = 0x250


class Trust(Enum):
    """How far the letters that were guessed for a font can be trusted."""

    READABLE = "readable"
    DOUBTFUL = "doubtful"
    UNREADABLE = "unreadable"


def trust(guessed: Counter[str]) -> Trust:
    """Return how far the signs that were guessed for a font can be trusted.

    Args:
        guessed: how often each sign was guessed.
    """
    letters = {sign: count for sign, count in guessed.items() if sign.isalpha()}
    total = sum(letters.values())
    if total < _FEWEST_LETTERS:
        exact = any(map(str.isalnum, guessed)) or not all(map(str.isprintable, guessed))
        return Trust.DOUBTFUL if exact else Trust.READABLE
    latin = sum(count for sign, count in letters.items() if ord(sign) < _LATIN)
    if 2 * latin < total:
        return Trust.DOUBTFUL
    vowels = sum(count for sign, count in letters.items() if _plain(sign) in _VOWELS)
    small = sum(count for sign, count in letters.items() if sign.islower())
    if not _LEAST_VOWELS <= vowels / latin <= _MOST_VOWELS:
        return Trust.UNREADABLE
    if not small:
        return Trust.DOUBTFUL  # a title in capitals, or a cipher that has vowels by chance
    return Trust.READABLE if small >= _LEAST_SMALL * total else Trust.UNREADABLE


def with_trust(cell: Cell, trusts: Mapping[str, Trust]) -> Cell:
    """Return a cell without the letters that cannot be trusted, and whether others are in doubt.

    Args:
        cell: words of a page.
        trusts: how far the letters that were guessed for a font can be trusted.
    """
    own = {trusts[font] for font in cell.fonts}
    if not own - {Trust.READABLE}:
        return cell
    text = cell.masked if Trust.UNREADABLE in own else cell.text
    return replace(cell, text=text, doubtful=True)


def _plain(sign: str) -> str:
    return unicodedata.normalize("NFD", sign)[0].lower()
