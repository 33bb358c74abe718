"""Roots in a line: their sign hangs from the line above what stands under it.

So it comes as a line of its own. It is put on the baseline of what it stands before, and what its
line covers is set in brackets where it is more than a number or a name: `√(n+1)`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.placed_signs import placed_signs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Box, Glyph
    from claimcheck.documents.pdf.lines import Line
    from claimcheck.documents.pdf.placed_signs import PlacedSign

_ROOT: Final = "√"
_MOST_ROOTS: Final = 200
_MOST_NEAR: Final = 10_000  # signs over and under what stands under a root
# All in sizes of the sign's letters.
_OVERLAP: Final = 0.15  # of the sign and what it stands before
_BESIDE: Final = 0.4  # from the sign to that
_MEETS: Final = 0.3  # between the end of the sign and its line
_LONGEST: Final = 40  # signs under a line


def with_roots(lines: Sequence[Line], bars: Sequence[Box]) -> list[Line]:
    """Put the signs of roots on the baselines of what follows them, and return the lines.

    Args:
        lines: those of a page, whose words are changed.
        bars: the level lines that are drawn on it.
    """
    places = placed_signs(lines, {_ROOT})
    roots = [place for place in places if place.glyph.sign == _ROOT]
    if 0 < len(roots) <= _MOST_ROOTS:
        places = sorted(
            (place for place in places if place.glyph.sign != _ROOT),
            key=lambda place: place.glyph.left,
        )
        for root in roots:
            _set(root, places, bars)
    return list(lines)


def _set(root: PlacedSign, places: Sequence[PlacedSign], bars: Sequence[Box]) -> None:
    """Put a sign on the baseline of what it stands before, and that in brackets.

    Args:
        root: the sign.
        places: all others, from left to right.
        bars: level lines.
    """
    sign = root.glyph
    size = sign.style.size or 1.0
    bar = next((bar for bar in bars if _is_over(bar, sign, size)), None)
    end = bar[2] if bar else sign.right + _BESIDE * size
    first = bisect_left(places, sign.right - _OVERLAP * size, key=lambda place: place.glyph.left)
    last = bisect_right(places, end, key=lambda place: place.glyph.left)
    if last - first > _MOST_NEAR:
        return
    under = [
        place
        for place in places[first:last]
        if sign.bottom - _OVERLAP * size < place.glyph.base < sign.top
        and (place.glyph.left + place.glyph.right) / 2 < end
    ]
    if not under or under[0].glyph.left - sign.right > _BESIDE * size:
        return
    base = under[0].glyph.base
    _replace(root, [sign._replace(base=base)])
    text = "".join(place.glyph.sign for place in under)
    if bar is None or text.isalnum() or not 1 < len(under) <= _LONGEST:
        return
    opens, closes = under[0].glyph, under[-1].glyph
    if opens is closes or not _follow(under, base):
        return
    bracket = opens._replace(sign="(", right=opens.left)
    _replace(under[0], [bracket, opens])
    ends = closes._replace(sign=")", left=closes.right, base=base, style=opens.style)
    _replace(under[-1], [closes, ends])


def _is_over(bar: Box, sign: Glyph, size: float) -> bool:
    """Whether a level line goes on from the upper end of a root's sign."""
    reach = _MEETS * size
    return abs(bar[0] - sign.right) < reach and abs((bar[1] + bar[3]) / 2 - sign.top) < reach


def _follow(under: Sequence[PlacedSign], base: float) -> bool:
    """Whether what stands under a line is one row of signs, but for raised and lowered ones."""
    size = under[0].glyph.style.size
    return all(abs(place.glyph.base - base) < size / 2 for place in under)


def _replace(place: PlacedSign, glyphs: Sequence[Glyph]) -> None:
    word = place.word
    at = next(at for at, glyph in enumerate(word.glyphs) if glyph is place.glyph)
    word.glyphs[at : at + 1] = glyphs
