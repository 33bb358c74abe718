"""Lines that are read from right to left, put in the order of reading by where their signs stand.

A PDF has places and no order. PDFium orders the words of such a line, but parts brackets, signs and
numbers from what they belong to, and turns brackets round that the file names by their looks. The
way back is known: Unicode's bidirectional algorithm set the line, and here it is undone. Numbers
and words of the other direction go on to the right within the line; of two brackets the first that
is read opens.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import accumulate, groupby
from statistics import median_low
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Glyph

# In sizes of the letters concerned.
_LEVEL: Final = 0.5  # a line's baselines differ from most by less, those of marks too
_BLANK: Final = 0.2  # a wider gap parts words
_BLANK_AT_SHARE: Final = 0.6  # the same where letters are drawn without names and a mark has all
_SHARE: Final = 0.12  # no letter is so narrow
_CELLS: Final = 1.0  # a wider one parts cells
_CELLS_OF_NUMBERS: Final = 0.45
_REACH: Final = 0.05  # a blank that the file sets lies so near its gap
_UNDER: Final = 0.7  # of a blank's width
_BESIDE: Final = 0.01  # so near each other are the halves of what is drawn in one
_COPY: Final = 0.5  # of its letter's width: what is so narrow is written once more, for its mark
_PAIRS: Final = {sign: pair for pair in ("()", "[]", "{}") for sign in pair}
_LABEL: Final = 4  # units before the bracket of `12)`, where a line begins
_THREE_DIGITS: Final = re.compile(r" \d{3}(?!\d)")
_PERCENT: Final = "٪"
_SIGNS: Final = frozenset("+-−–±")
_RIGHT: Final = frozenset({"R", "AL"})
_NUMBERS: Final = frozenset({"EN", "AN"})

_Unit = list["Glyph"]  # a letter with the marks on it, or the letters of one drawing


def is_level(line: Iterable[Glyph]) -> bool:
    """Whether the signs of a line stand on one baseline, or raised above or lowered below it."""
    solid = [glyph for glyph in line if not glyph.sign.isspace()]
    if not solid:
        return False
    bases = [glyph.base for glyph in solid]
    usual, size = median_low(bases), max(glyph.style.size for glyph in solid)
    return max(abs(base - usual) for base in bases) < _LEVEL * size


def in_logical_order(line: Sequence[Glyph], pending: list[str]) -> list[Glyph]:
    """Return the signs of a line in the order of reading, with a blank between words.

    Args:
        line: a line that is read from right to left, and stands on one level.
        pending: the brackets that are open where it begins; in the end those open where it ends.
    """
    units = _spaced(_units(line), line)
    ordered = [unit for run in reversed(list(_runs(units))) for unit in run]
    bracketed = _with_blanks_after_words(list(_bracketed(ordered, pending)))
    return _as_ordered(bracketed)


def from_left(line: Sequence[Glyph]) -> list[Glyph]:
    """Return the signs of a line on one level from left to right, with a blank between words."""
    return _as_ordered(_spaced(_units(line), line))


def with_words_turned(line: Sequence[Glyph]) -> list[Glyph]:
    """Return the signs of a line that goes to the right, with words of the other way in order.

    Args:
        line: a line on one level, some words of which are read from right to left.
    """
    units = _spaced(_units(line), line)
    ordered: list[_Unit] = []
    at = 0
    while at < len(units):
        end = _words_to_left_end(units, at)
        if end > at:
            ordered += [unit for run in reversed(list(_runs(units[at:end]))) for unit in run]
        else:
            ordered.append(units[at])
        at = max(end, at + 1)
    bracketed = _bracketed(ordered, [])
    return _as_ordered(bracketed)


def _words_to_left_end(units: Sequence[_Unit], at: int) -> int:
    """Return where words end that begin at some place and are read from right to left; or it."""
    kinds = [unicodedata.bidirectional(unit[0].sign) for unit in units[at:]]
    end = at
    for number, kind in enumerate(kinds if kinds[:1] and kinds[0] in _RIGHT else ()):
        if kind == "L" or _is_gap(units[at + number]):
            break
        end = at + number + 1 if kind in _RIGHT else end
    return end


def cells_from_right(line: Sequence[Glyph]) -> list[Glyph]:
    """Return a line of numbers cell by cell from the right, each with its sign before it.

    Args:
        line: a line without letters, on a page that is read from right to left.
    """
    cells: list[list[_Unit]] = [[]]
    units = _spaced(_units(line), line)
    for at, unit in enumerate(units):
        if unit[0].sign == " " and (_is_gap(unit, _CELLS_OF_NUMBERS) or not _groups(units, at)):
            cells.append([])
        else:
            cells[-1].append(unit)
    for cell in cells:
        if len(cell) > 1 and cell[-1][0].sign in _SIGNS and cell[0][0].sign not in _SIGNS:
            cell.insert(0, cell.pop())
        if len(cell) > 1 and (percent := next((u for u in cell if u[0].sign == _PERCENT), None)):
            cell.append(cell.pop(cell.index(percent)))
    blank = next(glyph for glyph in line if not glyph.sign.isspace())._replace(sign=" ")
    ordered: list[Glyph] = []
    for cell in reversed(cells):
        ordered += [blank] if ordered else []
        ordered += [glyph for unit in cell for glyph in unit]
    return [glyph._replace(ordered=True) for glyph in ordered]


# Letters and their marks.


def _as_ordered(units: Iterable[_Unit]) -> list[Glyph]:
    return [glyph._replace(ordered=True) for unit in units for glyph in unit]


def _units(line: Sequence[Glyph]) -> list[_Unit]:
    """Return the letters of a line with their marks, from left to right."""
    solid = [glyph for glyph in line if not glyph.sign.isspace()]
    drawn = [
        sorted(group, key=is_mark)
        for _key, group in groupby(solid, key=lambda glyph: (glyph.ink, glyph.left))
    ]
    letters = [unit for unit in drawn if not all(map(is_mark, unit))]
    units = [unit for unit in letters if not any(_is_copy(unit[0], other[0]) for other in letters)]
    loose = [unit for unit in drawn if not any(unit is other for other in units)]
    copied = {unit[0].sign for unit in loose if not is_mark(unit[0])}
    own = {id(unit): {glyph.sign for glyph in unit} for unit in units}
    marks = [glyph for unit in loose for glyph in unit if is_mark(glyph)]
    for mark in sorted(marks, key=lambda mark: -mark.right) if units else ():
        nearest = min(units, key=lambda unit: _distance(mark, unit))
        is_again = mark.sign in own[id(nearest)] and nearest[0].sign in copied
        if not is_again:
            nearest.append(mark)
    return sorted(units, key=lambda unit: (unit[0].left, unit[0].right))


def _is_copy(letter: Glyph, other: Glyph) -> bool:
    """Whether a letter is written once more, for a mark that stands on it."""
    return (
        letter is not other
        and letter.sign == other.sign
        and unicodedata.bidirectional(letter.sign) in _RIGHT
        and other.ink[0] <= letter.ink[0]
        and letter.ink[2] <= other.ink[2]
        and letter.ink[2] - letter.ink[0] < _COPY * (other.ink[2] - other.ink[0])
    )


def _distance(mark: Glyph, unit: _Unit) -> tuple[bool, float, float]:
    """Return how far a mark is from being a letter's, the nearest the least.

    Where a letter is drawn together with its marks PDFium gives each a part of the whole's width.
    """
    letter, last = unit[0], unit[-1]
    near = _BESIDE * mark.style.size
    is_part = (
        abs(last.left - mark.right) < near
        and abs(_width(mark) - _width(letter)) < near
        and mark.base == letter.base
    )
    out = max(0.0, letter.ink[0] - mark.ink[0]) + max(0.0, mark.ink[2] - letter.ink[2])
    return not is_part, out, _width(letter)


def _extent(unit: _Unit) -> tuple[float, float]:
    return min(glyph.left for glyph in unit), max(glyph.right for glyph in unit)


def is_mark(glyph: Glyph) -> bool:
    """Whether a sign stands on a letter, as points and accents do."""
    return unicodedata.combining(glyph.sign) != 0


def _width(glyph: Glyph) -> float:
    return glyph.ink[2] - glyph.ink[0]


# Words.


def _spaced(units: Sequence[_Unit], line: Sequence[Glyph]) -> list[_Unit]:
    """Return units with a blank wherever the line has one, or a gap that is one."""
    gaps = gaps_between(list(map(_extent, units)))
    blanks = {
        at
        for glyph in line
        if glyph.sign.isspace() and not any(_is_under(glyph, unit[0]) for unit in units)
        for at in _gap_of(glyph, gaps)
    }
    has_blanks = any(glyph.sign.isspace() and not glyph.made_up for glyph in line)
    spaced = list(units[:1])
    for at, (unit, (right, left)) in enumerate(zip(units[1:], gaps, strict=True)):
        letter = unit[0]
        is_share = has_blanks and any(map(_is_share, (units[at][0], letter)))
        blank = _BLANK_AT_SHARE if is_share else _BLANK
        if at in blanks or left - right > blank * letter.style.size:
            spaced.append([letter._replace(sign=" ", left=right, right=left, made_up=True)])
        spaced.append(unit)
    return spaced


def gaps_between(extents: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return where what stands left of each place but the first ends, and where that begins.

    Args:
        extents: where each place begins and ends, from left to right.
    """
    reached = accumulate((right for _left, right in extents), max)
    return [(right, left) for right, (left, _right) in zip(reached, extents[1:], strict=False)]


def _is_share(letter: Glyph) -> bool:
    """Whether a letter has but a part of the width of what is drawn in one with it."""
    is_narrow = letter.right - letter.left < _SHARE * letter.style.size
    return is_narrow and unicodedata.bidirectional(letter.sign) in _RIGHT


def _is_under(blank: Glyph, letter: Glyph) -> bool:
    """Whether a blank lies where a letter stands, as one at a line's end may."""
    shared = min(blank.right, letter.right) - max(blank.left, letter.left)
    return shared > _UNDER * (blank.right - blank.left)


def _gap_of(blank: Glyph, gaps: Sequence[tuple[float, float]]) -> list[int]:
    """Return the gap that a blank of the file is in: the nearest, where it is one."""
    middle, reach = (blank.left + blank.right) / 2, _REACH * blank.style.size
    if not gaps or blank.right <= blank.left:  # PDFium's own
        return []
    at = min(range(len(gaps)), key=lambda at: abs(sum(gaps[at]) / 2 - middle))
    right, left = gaps[at]
    is_near = right - reach < blank.right and blank.left < left + reach
    return [at] if is_near and left - right > -reach else []


def _with_blanks_after_words(units: Sequence[_Unit]) -> Iterator[_Unit]:
    """Yield units with a blank wherever letters follow on a word of the other direction.

    Programs lose it on the page; what is written together is a prefix before such a word.
    """
    last = ""
    for unit in units:
        kind = unicodedata.bidirectional(unit[0].sign)
        if last == "L" and kind in _RIGHT:
            yield [unit[0]._replace(sign=" ", left=unit[0].right, made_up=True)]
        yield unit
        last = kind


def _is_gap(unit: _Unit, width: float = _CELLS) -> bool:
    glyph = unit[0]
    return glyph.sign == " " and glyph.right - glyph.left > width * glyph.style.size


def _groups(units: Sequence[_Unit], at: int) -> bool:
    """Whether a blank stands before three digits of a number, as in 12 345."""
    signs = "".join(unit[0].sign for unit in units)
    return signs[at - 1 : at].isdigit() and bool(_THREE_DIGITS.match(signs, at))


def _runs(units: Sequence[_Unit]) -> Iterator[list[_Unit]]:
    """Part units, from left to right, into runs that are read to the right, and single others."""
    kinds = [unicodedata.bidirectional(unit[0].sign) for unit in units]
    is_arabic = "AL" in kinds
    at = 0
    while at < len(units):
        first = at  # of a number, behind its signs
        while not is_arabic and kinds[first : first + 1] == ["ET"]:
            first += 1
        is_number = kinds[first : first + 1] in (["EN"], ["AN"])
        end = _number_end(kinds, first) if is_number else at + 1
        if kinds[at] == "L" or (is_number and kinds[end : end + 1] == ["L"]):
            end = _words_end(units, kinds, end)
        yield list(units[at:end])
        at = end


def _number_end(kinds: Sequence[str], at: int) -> int:
    """Return where a number ends that begins at some place, with the signs that belong to it."""
    kind, end = kinds[at], at + 1
    inside = {"CS", "ES"} if kind == "EN" else {"CS"}
    while end < len(kinds):
        if kinds[end] == kind:
            end += 1
        elif kinds[end] in inside and kinds[end + 1 : end + 2] == [kind]:
            end += 2
        else:
            break
    while kind == "EN" and end < len(kinds) and kinds[end] == "ET":
        end += 1
    return end


def _words_end(units: Sequence[_Unit], kinds: Sequence[str], at: int) -> int:
    """Return where words end that go to the right, of which one stands before some place."""
    end = at
    while at < len(kinds) and kinds[at] not in _RIGHT and not _is_gap(units[at]):
        if kinds[at] in _NUMBERS:
            at = end = _number_end(kinds, at)
        else:
            at += 1
            end = at if kinds[at - 1] == "L" else end
    return end


# Brackets.


def _bracketed(units: Sequence[_Unit], pending: list[str]) -> Iterator[_Unit]:
    """Yield units in which the first of two brackets opens, and the second closes."""
    for at, unit in enumerate(units):
        pair = _PAIRS.get(unit[0].sign)
        if pair is None:
            yield unit
            continue
        closes = pair in pending
        if closes:
            pending.remove(pair)
        elif not _is_label(units, at):
            pending.append(pair)
        else:
            closes = True
        yield [unit[0]._replace(sign=pair[closes]), *unit[1:]]


def _is_label(units: Sequence[_Unit], at: int) -> bool:
    """Whether a bracket closes a label that begins a line: `2)`."""
    before = [unit[0].sign for unit in units[:at]]
    after = units[at + 1][0].sign if at + 1 < len(units) else " "
    return 0 < at <= _LABEL and all(map(str.isalnum, before)) and after == " "
