"""Readings of Chinese characters that are printed small above them: they follow in brackets.

The file sets them as lines of their own. In web pages they stand in brackets as well (`ruby`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph
    from claimcheck.documents.pdf.lines import Line, PageWord

_HAN: Final = (
    ("\u3400", "\u9fff"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
    ("々", "〇"),
)
# Kana, Bopomofo and Hangul: small letters of other scripts above such characters may be their own
# line.
_LETTERS: Final = (("\u3040", "\u312f"), ("\u31a0", "\u31bf"), ("\uac00", "\ud7a3"))
_SMALL: Final = 0.7  # of the size of what it stands above
_LOWEST, _HIGHEST = 0.6, 1.4  # of that size, above its baseline
_GAP: Final = 0.5  # of the reading's size: farther apart, and two readings stand there
_MOST: Final = 500  # characters near a reading that are looked at


class _Character(NamedTuple):
    """A character that may have a reading, and the line and word that it stands in.

    `order` is its place on the page as it is read.
    """

    order: int
    glyph: Glyph
    line: Line
    word: PageWord


def with_readings(lines: Sequence[Line]) -> list[Line]:
    """Set readings behind their characters, and return the lines that are left.

    Args:
        lines: those of a page, which are changed.
    """
    readings = [line for line in lines if _is_reading(line)]
    if not readings:
        return list(lines)
    places = sorted(
        _places(line for line in lines if not _is_reading(line)),
        key=lambda place: place.glyph.base,
    )
    bases = [place.glyph.base for place in places]
    tallest = max((place.glyph.style.size for place in places), default=0.0)
    for line in readings:
        for part in _parts(line):
            base = part[0].base
            first, last = bisect_left(bases, base - _HIGHEST * tallest), bisect_right(bases, base)
            near = sorted(places[first : min(last, first + _MOST)], key=lambda place: place.order)
            if under := _under(part, near):
                _set(part, under)
                _take(part, line)
    return [line for line in lines if line.words]


def _is_reading(line: Line) -> bool:
    return all(_may_read(glyph.sign) for word in line.words for glyph in word.glyphs)


def _may_read(sign: str) -> bool:
    return any(first <= sign <= last for first, last in _LETTERS)


def _places(lines: Iterable[Line]) -> Iterator[_Character]:
    order = 0
    for line in lines:
        for word in line.words:
            for glyph in word.glyphs:
                if any(first <= glyph.sign <= last for first, last in _HAN):
                    yield _Character(order, glyph, line, word)
                    order += 1


def _parts(line: Line) -> list[list[Glyph]]:
    """Part a line of readings where one ends."""
    glyphs = [glyph for word in line.words for glyph in word.glyphs]
    parts = [glyphs[:1]]
    for glyph in glyphs[1:]:
        if abs(glyph.left - parts[-1][-1].right) > _GAP * glyph.style.size:
            parts.append([])
        parts[-1].append(glyph)
    return parts


def _under(reading: Sequence[Glyph], places: Iterable[_Character]) -> list[_Character]:
    """Return the characters of one line that a reading stands above."""
    left, right = reading[0].left, reading[-1].right
    style, base = reading[0].style, reading[0].base
    under = [
        place
        for place in places
        if left < (place.glyph.left + place.glyph.right) / 2 < right
        and style.size <= _SMALL * place.glyph.style.size
        and _LOWEST < (base - place.glyph.base) / place.glyph.style.size < _HIGHEST
        and style.turn == place.glyph.style.turn
    ]
    nearest = max((place.glyph.base for place in under), default=0.0)
    return [place for place in under if place.glyph.base == nearest]


def _take(reading: Sequence[Glyph], line: Line) -> None:
    """Take a reading out of the line that it was drawn as."""
    taken = {id(glyph) for glyph in reading}
    for word in line.words:
        word.glyphs = [glyph for glyph in word.glyphs if id(glyph) not in taken]
    line.words = [word for word in line.words if word.glyphs]


def _set(reading: Sequence[Glyph], under: Sequence[_Character]) -> None:
    """Set a reading in brackets behind the last of its characters, which become one word."""
    line = under[0].line
    by_word = groupby(under, key=lambda place: id(place.word))
    words = [next(group).word for _word, group in by_word]
    word = words[0]
    for other in words[1:]:
        word.glyphs += other.glyphs
        word.right = other.right
        line.words = [each for each in line.words if each is not other]
    last = under[-1].glyph
    signs = "".join(glyph.sign for glyph in reading)
    at = next(at for at, glyph in enumerate(word.glyphs) if glyph is last)
    word.glyphs[at + 1 : at + 1] = [
        last._replace(sign=sign, left=last.right, made_up=False) for sign in f"({signs})"
    ]
