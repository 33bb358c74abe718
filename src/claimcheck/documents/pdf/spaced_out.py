"""Words whose letters are set apart for weight (`S p e r r s a t z`), as a person reads them.

PDFium puts a blank between any two of their letters. What tells such words from signs that are set
side by side is that all gaps are equally wide, whatever the width of their letters: the places of
cells and of variables in a formula are even, but not the gaps between them.
"""

from __future__ import annotations

from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# All in sizes of the letters concerned.
_NARROWEST, _WIDEST = 0.1, 0.75  # gap between two letters of a word
_CELLS_APART: Final = 2.0  # wider, and a word is in another cell
_EVEN: Final = 0.03  # gaps that differ by less are equally wide
_BLANK: Final = 0.12  # a gap that is wider by so much parts words
_EVEN_GAPS: Final = 0.75  # of all gaps within words: pairs that are kerned differ
_FEWEST_LETTERS: Final = 5
_FEWEST_WIDTHS: Final = 3  # letters of one width are even in cells, too
_LONG_WORDS: Final = 2.5  # letters, on average: words in capitals are no row of signs then
_LETTERS: Final = 0.8  # of the signs: a formula has more of others
_VOWELS: Final = frozenset("aeiouyäöüáéíóúàèâêîôåæøаеиоуыэюяёієαεηιουω")


def joined(line: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the glyphs of a line without the blanks that PDFium puts into such words.

    A letter of one is as wide as the step to the next, so that its gaps part nothing later on.

    Args:
        line: glyphs of a line.
    """
    part: list[Glyph] = []
    last: Glyph | None = None
    for glyph in line:
        if glyph.sign.isspace() and not glyph.made_up:
            yield from _joined(part)
            yield glyph
            part = []
            continue
        if last and not glyph.made_up and _is_elsewhere(glyph, last):
            yield from _joined(part)
            part = []
        part.append(glyph)
        last = last if glyph.made_up else glyph
    yield from _joined(part)


def _is_elsewhere(glyph: Glyph, last: Glyph) -> bool:
    """Whether PDFium goes on in another line, or in another cell."""
    return glyph.left < last.left or glyph.left - last.right > _CELLS_APART * last.style.size


def _joined(part: Sequence[Glyph]) -> Sequence[Glyph]:
    """Return what stands between two blanks of the file's own, without PDFium's in its words."""
    letters = [glyph for glyph in part if not glyph.made_up]
    pitch = _pitch(letters)
    if not pitch:
        return part
    size = letters[0].style.size
    together: list[Glyph] = []
    for letter, following in pairwise([*letters, letters[-1]]):
        gap = following.left - letter.right
        is_last = following is letters[-1] and letter is following
        if is_last or gap > pitch + _BLANK * size:
            together.append(letter)
            if not is_last:
                together.append(letter._replace(sign=" ", left=letter.right, made_up=True))
        else:
            together.append(letter._replace(right=max(letter.right, following.left)))
    return together


def _pitch(letters: Sequence[Glyph]) -> float:
    """Return how far apart the letters of words are that are spaced out; 0 for any other text."""
    if len(letters) < _FEWEST_LETTERS:
        return 0.0
    size = letters[0].style.size
    if any(glyph.guessed or glyph.ordered or glyph.style.size != size for glyph in letters):
        return 0.0
    gaps = [following.left - letter.right for letter, following in pairwise(letters)]
    pitch = median_low(gaps)
    within = [gap for gap in gaps if gap <= pitch + _BLANK * size]
    even = sum(abs(gap - pitch) <= _EVEN * size for gap in within)
    widths = {round((glyph.right - glyph.left) / size, 2) for glyph in letters}
    is_even = even >= _EVEN_GAPS * len(within) and len(widths) >= _FEWEST_WIDTHS
    if not (_NARROWEST * size <= pitch <= _WIDEST * size and is_even):
        return 0.0
    words = 1 + len(gaps) - len(within)
    return pitch if _are_words([glyph.sign for glyph in letters], words) else 0.0


def _are_words(signs: Sequence[str], words: int) -> bool:
    """Whether signs may be words: small letters with vowels, or capitals by several.

    Args:
        signs: the signs, without blanks.
        words: how many words their gaps make of them.
    """
    if sum(map(str.isalnum, signs)) < _LETTERS * len(signs):
        return False
    small = sum(map(str.islower, signs))
    has_vowels = any(sign.lower() in _VOWELS for sign in signs)
    in_order = list(signs) == sorted(signs)
    capitals = sum(map(str.isupper, signs))
    is_title = words > 1 and 2 * capitals > len(signs) >= _LONG_WORDS * words
    return has_vowels and not in_order and (2 * small > len(signs) or is_title)
