"""Limits of sums, products and integrals in a line: what stands above and below such a sign.

The file sets them as lines of their own. They follow their sign, as those of web pages and office
files do: `∑_(i=1)^n`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.lines import SMALL, TOUCHING, PageWord
from claimcheck.documents.pdf.placed_signs import placed_signs
from claimcheck.documents.pdf.tex_fonts import AXIS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph
    from claimcheck.documents.pdf.lines import Line
    from claimcheck.documents.pdf.placed_signs import PlacedSign

SUMS: Final = frozenset("∑∏∐⋃⋂⨄⋀⋁⨀⨁⨂⨆")
_OPERATORS: Final = SUMS | frozenset("∫∮")
_MOST_SIGNS: Final = 200
_MOST_NEAR: Final = 1500  # signs around one of them
# All in sizes of the letters of its line.
_ABOVE: Final = 0.9  # from the sign to the baseline of what stands above it
_BELOW: Final = 1.2  # the same below it
_OVERLAP: Final = 0.25  # of a limit and the sign
_OFF_CENTRE: Final = 0.45
_BESIDE: Final = 0.2  # from the end of the sign to a limit behind it
_LEANS: Final = 0.2  # an integral, over what stands below it
_APART: Final = (0.45, 0.15)  # of a limit's own size: between two signs of it, at most
_COLUMN: Final = 3.0  # across the page, between two signs one of which is below the other
_REACH: Final = 1.3  # from the sign to all that may be of it
_MIDDLE: Final = 3  # signs in the middle of a limit, one of which is of its full size
_LEVEL: Final = 0.5  # of a limit's own size: raised and lowered signs of it
_LONGEST: Final = 40  # signs of a limit


def with_limits(lines: Sequence[Line]) -> list[Line]:
    """Set limits behind their signs, and return the lines that are left.

    Args:
        lines: those of a page, which are changed.
    """
    signs = placed_signs(lines, _OPERATORS)
    operators = [sign for sign in signs if sign.glyph.sign in _OPERATORS]
    if not 0 < len(operators) <= _MOST_SIGNS:
        return list(lines)
    signs.sort(key=_base)
    by_word: dict[int, list[PlacedSign]] = {}
    for sign in signs:
        by_word.setdefault(id(sign.word), []).append(sign)
    taken: set[int] = set()
    for operator in operators:
        reach = _REACH * operator.glyph.style.size
        first = bisect_left(signs, operator.glyph.bottom - reach, key=_base)
        last = bisect_right(signs, operator.glyph.top + reach, key=_base)
        if last - first > _MOST_NEAR or id(operator.glyph) in taken:
            continue
        near = [sign for sign in signs[first:last] if id(sign.glyph) not in taken]
        near = _nearest_to(operator.glyph, [sign.glyph for sign in operators], near)
        low, high = _limits(operator.glyph, near, _size_beside(operator.glyph, near))
        if low or high:
            taken |= {id(sign.glyph) for sign in (*low, *high)}
            mates = by_word[id(operator.word)]
            for word in _set(operator, low, high):
                within = set(map(id, word.glyphs))
                by_word[id(word)] = [mate for mate in mates if id(mate.glyph) in within]
                for mate in by_word[id(word)]:
                    mate.word = word
    return [line for line in lines if line.words]


def _base(sign: PlacedSign) -> float:
    return sign.glyph.base


def _nearest_to(
    operator: Glyph, operators: Sequence[Glyph], signs: Sequence[PlacedSign]
) -> list[PlacedSign]:
    """Return signs without those that stand nearer to an operator of the line above or below.

    Args:
        operator: one of the operators.
        operators: all of a page.
        signs: those around it.
    """
    size = operator.style.size
    others = [
        other
        for other in operators
        if abs(other.left - operator.left) < _COLUMN * size
        and (other.bottom > operator.top or other.top < operator.bottom)
    ]
    return [
        sign
        for sign in signs
        if all(_gap(sign.glyph, operator) <= _gap(sign.glyph, other) for other in others)
    ]


def _gap(glyph: Glyph, operator: Glyph) -> float:
    """Return how far a sign stands above or below an operator."""
    return max(0.0, glyph.bottom - operator.top, operator.bottom - glyph.top)


def _size_beside(operator: Glyph, signs: Sequence[PlacedSign]) -> float:
    """Return the size of the letters of an operator's line, which may be smaller than its own."""
    size = operator.style.size
    base = (operator.bottom + operator.top) / 2 - AXIS * size
    level = [
        sign.glyph
        for sign in signs
        if abs(sign.glyph.base - base) < AXIS * size and sign.glyph.sign.isalnum()
    ]
    if not level:
        return size
    nearest = min(level, key=lambda glyph: abs(glyph.left - operator.left))
    return min(size, nearest.style.size) or size


def _limits(
    operator: Glyph, signs: Sequence[PlacedSign], size: float
) -> tuple[list[PlacedSign], list[PlacedSign]]:
    """Return what stands below and above a sign.

    Args:
        operator: the sign.
        signs: those that may stand there.
        size: of the letters of its line, which may be smaller than its own.
    """
    near = [
        sign
        for sign in signs
        if sign.glyph.style.size < SMALL * size
        and operator.bottom - _BELOW * size < sign.glyph.base < operator.top + _ABOVE * size
        and sign.glyph.sign not in SUMS
    ]
    if operator.sign in SUMS:
        reach = _OVERLAP * size
        upper = [sign for sign in near if sign.glyph.base > operator.top - reach]
        lower = [sign for sign in near if sign.glyph.base + size / 2 < operator.bottom + reach]
        low, high = _centred(lower, operator, size), _centred(upper, operator, size)
        if low or high or any(_is_within(sign.glyph, operator) for sign in (*lower, *upper)):
            return low, high
    middle = (operator.bottom + operator.top) / 2
    lower = [sign for sign in near if sign.glyph.base < middle - AXIS * size]
    upper = [sign for sign in near if sign.glyph.base > middle]
    return _beside(lower, operator, size), _beside(upper, operator, size)


def _is_within(glyph: Glyph, operator: Glyph) -> bool:
    """Whether the middle of a sign stands above or below an operator."""
    return operator.left < (glyph.left + glyph.right) / 2 < operator.right


def _beside(signs: Sequence[PlacedSign], operator: Glyph, size: float) -> list[PlacedSign]:
    """Return the signs of one row that begins right where their operator ends."""
    after = [sign for sign in signs if sign.glyph.left > operator.left + _LEANS * size]
    row = _row(after, operator.right, _APART[1])
    return row if row and row[0].glyph.left - operator.right < _BESIDE * size else []


def _centred(signs: Sequence[PlacedSign], operator: Glyph, size: float) -> list[PlacedSign]:
    """Return the signs of one row whose middle is that of their operator."""
    centre, most = (operator.left + operator.right) / 2, _OFF_CENTRE * size
    for apart in _APART:  # the limits of two signs may stand near each other
        row = _row(signs, centre, apart)
        if row and abs((row[0].glyph.left + row[-1].glyph.right) / 2 - centre) < most:
            return row
    return []


def _row(row: Sequence[PlacedSign], at: float, apart: float) -> list[PlacedSign]:
    """Return the signs of one row that touch each other, from the nearest to a place on.

    Args:
        row: those that may belong to it.
        at: the place, in points from the left.
        apart: how far two of them are from each other at most, in sizes of them.
    """
    if not row:
        return []
    by_distance = sorted(row, key=lambda sign: abs((sign.glyph.left + sign.glyph.right) / 2 - at))
    # The nearest may be a lowered sign of a limit, and other columns have other sizes.
    nearest = max(by_distance[:_MIDDLE], key=lambda sign: sign.glyph.style.size)
    size, base = nearest.glyph.style.size, nearest.glyph.base
    level = sorted(
        (sign for sign in row if abs(sign.glyph.base - base) < _LEVEL * size),
        key=lambda sign: sign.glyph.left,
    )
    parts = [[level[0]]]
    for last, sign in pairwise(level):
        if sign.glyph.left - last.glyph.right > apart * size:
            parts.append([])
        parts[-1].append(sign)
    part = next(part for part in parts if any(sign is nearest for sign in part))
    return part if len(part) <= _LONGEST else []


def _set(
    operator: PlacedSign, low: Sequence[PlacedSign], high: Sequence[PlacedSign]
) -> list[PageWord]:
    """Set limits behind their sign, and return the words that its word is parted into."""
    taken = {id(each.glyph) for each in (*low, *high)}
    for each in (*low, *high):
        if each.word is not operator.word:
            _take(each, taken)
    sign, word, line = operator.glyph, operator.word, operator.line
    base = (sign.bottom + sign.top) / 2 - AXIS * sign.style.size
    around = [sign, *(each.glyph for each in (*low, *high))]
    left, right = min(each.left for each in around), max(each.right for each in around)
    wide = sign._replace(left=left, right=right, base=base)
    whole = [wide, *_marked("_", low, wide), *_marked("^", high, wide)]
    at = next(at for at, glyph in enumerate(word.glyphs) if glyph is sign)
    rest = [
        [glyph for glyph in part if id(glyph) not in taken]
        for part in (word.glyphs[:at], word.glyphs[at + 1 :])
    ]
    parts = [part for part in (rest[0], whole, rest[1]) if part]
    place = next(place for place, other in enumerate(line.words) if other is word)
    words = [PageWord(part, spaced=True) for part in parts]
    words[0].spaced = word.spaced
    line.words[place : place + 1] = words
    return words


def _take(placed: PlacedSign, taken: set[int]) -> None:
    """Take the signs of limits out of the line that they were drawn as."""
    placed.word.glyphs = [glyph for glyph in placed.word.glyphs if id(glyph) not in taken]
    placed.line.words = [word for word in placed.line.words if word.glyphs]


def _marked(mark: str, part: Sequence[PlacedSign], sign: Glyph) -> Iterator[Glyph]:
    """Yield a limit as signs of its operator's line, behind a mark.

    Args:
        mark: `^` or `_`.
        part: the limit.
        sign: the operator, on the baseline of its line.
    """
    if not part:
        return
    text = part[0].glyph.sign
    for last, each in pairwise(part):
        is_word = last.glyph.sign.isalnum() and each.glyph.sign.isalnum()
        apart = each.glyph.left - last.glyph.right > TOUCHING * each.glyph.style.size
        text += f" {each.glyph.sign}" if is_word and apart else each.glyph.sign
    signs = mark + (text if text.isalnum() else f"({text})")
    guessed = any(each.glyph.guessed for each in part)
    style = replace(part[0].glyph.style, size=sign.style.size)
    for letter in signs:
        yield sign._replace(
            sign=letter, left=sign.right, guessed=guessed, made_up=False, style=style
        )
