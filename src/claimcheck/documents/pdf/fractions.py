"""Fractions in a line: what stands above and below a short bar is one word, `12/35`.

A bar between two rows of a table has no line beside it whose middle it stands in.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents.pdf.lines import MOST_RISE, SMALL, TOUCHING, PageWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box, Glyph
    from claimcheck.documents.pdf.lines import Line

_MOST_BARS: Final = 400
_MOST_NEAR: Final = 1500  # words around a bar
_LONGEST: Final = 150.0  # points
_MEETS: Final = 1.0  # points between two lines that touch
_AROUND: Final = 2.0  # points that a part of a fraction may be wider than its bar, at either end
_WINDOW: Final = 40.0  # points above and below a bar, in which its parts and its line stand
# All in sizes of the letters concerned.
_ABOVE: Final = 0.6  # from a bar to the baseline above it
_NEAR: Final = 1.3  # from a bar to the baselines of all that may belong to it
_LOWEST_AXIS, _HIGHEST_AXIS = 0.15, 0.42  # where a bar stands above the baseline of its line
_BESIDE: Final = 0.8  # from its end to the next word of that line
_LONGER: Final = 0.7  # than its parts at most, is a bar
_OFF_CENTRE: Final = 0.3  # of a bar, at most, is the middle of a part
_LEVEL: Final = 0.05
_APART: Final = 0.2  # from the baseline of its line to that of a part


class _Placed(NamedTuple):
    """A word, its line, its baseline and the size of its letters."""

    base: float
    size: float
    word: PageWord
    line: Line


def with_fractions(lines: Sequence[Line], bars: Sequence[Box], rules: Sequence[Box]) -> list[Line]:
    """Set the parts of fractions into the lines that they stand in, and return the lines left.

    Args:
        lines: those of a page, which are changed.
        bars: the level lines that are drawn on it.
        rules: the upright ones.
    """
    short = [bar for bar in _sparse(bars) if not any(_meets(bar, other) for other in rules)]
    if not 0 < len(short) <= _MOST_BARS:
        return list(lines)
    placed = sorted(_placed(lines), key=_base)
    parts: set[int] = set()
    for bar in sorted(short, key=lambda bar: bar[2] - bar[0]):  # a fraction within another first
        first = bisect_left(placed, bar[1] - _WINDOW, key=_base)
        last = bisect_right(placed, bar[3] + _WINDOW, key=_base)
        near = [each for each in placed[first:last] if id(each.word) not in parts]
        if len(near) <= _MOST_NEAR and (fraction := _fraction(bar, near, parts)):
            insort(placed, fraction, key=_base)
    return [line for line in lines if line.words]


def _sparse(bars: Sequence[Box]) -> list[Box]:
    """Return the short bars that no other one goes on from, as the lines of a table do."""
    by_height = sorted(bars, key=lambda bar: (round(bar[1]), bar[0]))
    short = []
    for at, bar in enumerate(by_height):
        beside = by_height[max(0, at - 1) : at] + by_height[at + 1 : at + 2]
        if bar[2] - bar[0] <= _LONGEST and not any(_meets(bar, other) for other in beside):
            short.append(bar)
    return short


def _meets(bar: Box, other: Box) -> bool:
    """Whether two lines touch."""
    return (
        bar[0] - _MEETS <= other[2]
        and other[0] <= bar[2] + _MEETS
        and bar[1] - _MEETS <= other[3]
        and other[1] <= bar[3] + _MEETS
    )


def _base(word: _Placed) -> float:
    return word.base


def _placed(lines: Sequence[Line]) -> Iterator[_Placed]:
    for line in lines:
        for word in line.words:
            largest = max(word.glyphs, key=lambda glyph: glyph.style.size)
            if not (word.covered or largest.style.turn or largest.style.invisible):
                yield _Placed(largest.base, largest.style.size or 1.0, word, line)


def _fraction(bar: Box, near: Sequence[_Placed], taken: set[int]) -> _Placed | None:
    """Make one word of what stands above and below a bar, if a line goes on beside it.

    Args:
        bar: the bar.
        near: the words around it.
        taken: the identities of words that have become parts of fractions, which grows.
    """
    left, bottom, right, top = bar
    axis = (bottom + top) / 2
    parts = [
        each
        for each in near
        if left - _AROUND <= each.word.left and each.word.right <= right + _AROUND
    ]
    upper = [each for each in parts if 0 < each.base - axis < _NEAR * each.size]
    lower = [each for each in parts if 0 < axis - each.base < _NEAR * each.size]
    if not (_is_row(upper) and _is_row(lower) and _fit(upper, lower, bar)):
        return None
    if _row(upper).base - axis > _ABOVE * _row(upper).size:
        return None
    beside = [
        each
        for each in near
        if _LOWEST_AXIS * each.size < axis - each.base < _HIGHEST_AXIS * each.size
        and -_LEVEL * each.size <= _gap(each.word, bar) <= _BESIDE * each.size
        and each.size > SMALL * _largest(each.line)
        and _row(upper).base - each.base > _APART * each.size < each.base - _row(lower).base
    ]
    if not beside:
        return None
    host = min(beside, key=lambda each: _gap(each.word, bar))
    glyphs = list(_in_line(upper, lower, host, bar))
    for each in (*upper, *lower):
        each.line.words = [word for word in each.line.words if word is not each.word]
        taken.add(id(each.word))
    at = next(at for at, word in enumerate(host.line.words) if word is host.word)
    follows = host.word.right <= left + _AROUND
    word = PageWord(glyphs, spaced=True)
    host.line.words.insert(at + follows, word)
    host.line.broken = host.line.broken and not (follows and at == len(host.line.words) - 2)
    return _Placed(host.base, host.size, word, host.line)


def _largest(line: Line) -> float:
    """Return the size of a line's largest letters: a fraction in an exponent stays as it is."""
    return max(glyph.style.size for word in line.words for glyph in word.glyphs)


def _gap(word: PageWord, bar: Box) -> float:
    """Return how far a word stands from the nearer end of a bar."""
    return max(bar[0] - word.right, word.left - bar[2])


def _is_row(words: Sequence[_Placed]) -> bool:
    """Whether words stand on one level, but for small ones that are raised or lowered."""
    if not any(glyph.sign.isalnum() for each in words for glyph in each.word.glyphs):
        return False
    row = _row(words)
    return all(
        abs(each.base - row.base)
        < (_LEVEL if each.size > SMALL * row.size else MOST_RISE) * row.size
        for each in words
    )


def _fit(upper: Sequence[_Placed], lower: Sequence[_Placed], bar: Box) -> bool:
    """Whether a bar is as long as the longer of two parts, and both stand in its middle."""
    left, _bottom, right, _top = bar
    size = max(_row(upper).size, _row(lower).size)
    ends = [
        (min(each.word.left for each in part), max(each.word.right for each in part))
        for part in (upper, lower)
    ]
    longest = max(last - first for first, last in ends)
    off_centre = max(abs(first + last - left - right) / 2 for first, last in ends)
    return right - left - longest < _LONGER * size and off_centre < _OFF_CENTRE * size


def _row(words: Sequence[_Placed]) -> _Placed:
    """Return a word on the level of a part of a fraction: one of its largest."""
    return max(words, key=lambda each: each.size)


def _in_line(
    upper: Sequence[_Placed], lower: Sequence[_Placed], host: _Placed, bar: Box
) -> Iterator[Glyph]:
    """Yield the letters of a fraction as letters of its line, side by side where its bar is.

    Args:
        upper: the words above the bar.
        lower: those below it.
        host: the word beside it.
        bar: the bar.
    """
    letters = [*_grouped(upper), (upper[0].word.glyphs[0]._replace(sign="/"), upper[0])]
    letters += _grouped(lower)
    step = (bar[2] - bar[0]) / len(letters)
    for at, (glyph, part) in enumerate(letters):
        scale = host.size / part.size
        yield glyph._replace(
            left=bar[0] + at * step,
            right=bar[0] + (at + 1) * step,
            bottom=host.base + (glyph.bottom - part.base) * scale,
            top=host.base + (glyph.top - part.base) * scale,
            base=host.base + (glyph.base - part.base) * scale,
            made_up=False,
            style=replace(glyph.style, size=glyph.style.size * scale),
        )


def _grouped(words: Sequence[_Placed]) -> list[tuple[Glyph, _Placed]]:
    """Return the letters of a part, in brackets where they are more than a number or a name."""
    ordered = sorted(words, key=lambda each: each.word.left)
    row = _row(words)
    letters: list[tuple[Glyph, _Placed]] = []
    for each in ordered:
        last, first = (letters[-1][0] if letters else None), each.word.glyphs[0]
        if last and last.sign.isalnum() and first.sign.isalnum():
            is_word = abs(first.base - last.base) < _LEVEL * row.size
            if is_word and first.left - last.right > TOUCHING * row.size:
                letters.append((last._replace(sign=" "), row))
        letters += [(glyph, row) for glyph in each.word.glyphs]
    signs = "".join(glyph.sign for glyph, _row in letters)
    if signs.isalnum() or (signs[0] == "(" and signs.find(")") == len(signs) - 1):
        return letters
    opening, closing = (
        (next(glyph for glyph, _row in letters)._replace(sign=sign, base=row.base), row)
        for sign in "()"
    )
    return [opening, *letters, closing]
