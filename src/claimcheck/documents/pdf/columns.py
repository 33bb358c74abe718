"""Columns that a file sets line by line, put one after the other as they are read.

Most files set a column whole before the next; PDFium hands it out so, and nothing is to be done.
Some set the lines of all columns in turn: read on, such lines make sentences that nobody wrote. A
table is set so, too, and is meant to be read by rows. What tells columns is prose on both sides of
a gap that several lines share, which goes on from line to line on each side.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby, pairwise, starmap
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.lines import Piece, Row

_FEWEST_LINES: Final = 4  # of prose on each side of a gap
_MOST_LINES: Final = 3000  # no page that people read has more
_MEETS: Final = 1.0  # points: two lines that meet between two cells leave no gap
_MOST_GAPS: Final = 40
_MOST_ACROSS: Final = 0.1  # of all pieces, headings over several columns
_WORDS_OF_PROSE: Final = 3
_LETTERS_OF_PROSE: Final = 0.6
_GOING_ON: Final = 0.4  # of all pairs of lines, in a column of prose
_FEWEST_TURNS: Final = 3  # from column to column and back
_ENDS_OF_SENTENCES: Final = ".!?:;。！？؟"


def in_columns(rows: Sequence[Row], bars: Iterable[Box] = ()) -> list[Row]:
    """Put the lines of columns that are set in turn one column after the other.

    Args:
        rows: the lines of a page in PDFium's order.
        bars: the level lines that are drawn on it: no column goes on over one that crosses its gap,
            as those between the rows of a table do.
    """
    gutters = _gutters([piece for row in rows for piece in row])
    if not gutters:
        return list(rows)
    heights = sorted(
        (bottom + top) / 2
        for left, bottom, right, top in bars
        if any(left - _MEETS <= at <= right + _MEETS for at in gutters)
    )
    return [
        row
        for part in _between_headings(rows, gutters)
        for _band, band in groupby(part, key=lambda row: bisect_left(heights, row[0].base))
        for row in _parted(list(band), gutters)
    ]


def _gutters(pieces: Sequence[Piece]) -> list[float]:
    """Return where the gaps between columns of prose are, from left to right."""
    prose = [piece for piece in pieces if _is_prose(piece)]
    if not 2 * _FEWEST_LINES <= len(prose) <= _MOST_LINES:
        return []
    gutters: list[float] = []
    for at in _gaps(prose, pieces):
        if all(starmap(_side_by_side, pairwise(_shares(prose, sorted([*gutters, at]))))):
            gutters.append(at)
    return sorted(gutters)


def _gaps(prose: Sequence[Piece], pieces: Sequence[Piece]) -> list[float]:
    """Return the middles of gaps that hardly anything runs across, the clearest first."""
    lefts = sorted({piece.left for piece in prose})
    clearest: dict[float, tuple[int, float]] = {}
    for right in {piece.right for piece in prose}:
        if (number := bisect_right(lefts, right)) < len(lefts):
            at = (right + lefts[number]) / 2
            across = sum(piece.left < at < piece.right for piece in pieces)
            clearest_piece = clearest.get(lefts[number], (len(pieces), at))
            clearest[lefts[number]] = min(clearest_piece, (across, at))
    free = [
        (across, at) for across, at in clearest.values() if across <= _MOST_ACROSS * len(pieces)
    ]
    return [at for _across, at in sorted(free)[:_MOST_GAPS]]


def _shares(prose: Iterable[Piece], gutters: Sequence[float]) -> list[list[Piece]]:
    columns: list[list[Piece]] = [[] for _ in range(len(gutters) + 1)]
    for piece in prose:
        first, last = bisect_right(gutters, piece.left), bisect_left(gutters, piece.right)
        if first == last:
            columns[first].append(piece)
    return columns


def _side_by_side(before: Sequence[Piece], after: Sequence[Piece]) -> bool:
    bases = sorted(piece.base for piece in after)
    beside = 0
    for piece in before:
        number = bisect_left(bases, piece.base - piece.em / 2)
        beside += number < len(bases) and bases[number] < piece.base + piece.em / 2
    return beside >= _FEWEST_LINES


def _between_headings(band: Sequence[Row], gutters: Sequence[float]) -> Iterator[list[Row]]:
    """Part rows at those that run across a gap."""
    part: list[Row] = []
    for row in band:
        if any(piece.left < at < piece.right for piece in row for at in gutters):
            yield part
            yield [row]
            part = []
        else:
            part.append(row)
    yield part


def _parted(part: list[Row], gutters: Sequence[float]) -> list[Row]:
    columns: list[list[Row]] = [[] for _ in range(len(gutters) + 1)]
    order: list[int] = []
    for row in part:
        by_column: dict[int, Row] = {}
        for piece in row:
            by_column.setdefault(sum(piece.left > at for at in gutters), []).append(piece)
        for number, pieces in by_column.items():
            columns[number].append(pieces)
            order.append(number)
    turns = sum(first != second for first, second in pairwise(order))
    used = [column for column in columns if column]
    if len(used) < 2 or turns < len(used) - 1 + _FEWEST_TURNS or not _goes_on(used):  # two columns
        return part
    if _right_to_left(part):
        used.reverse()
    return [row for column in used for row in column]


def _goes_on(columns: Iterable[list[Row]]) -> bool:
    """Whether each column's lines go on from one to the next, as those of a table do not."""
    together, total = 0, 0
    for column in columns:
        pairs = list(pairwise(column))
        going_on = sum(_is_run_on(upper[-1], lower[0]) for upper, lower in pairs)
        if len(pairs) >= _FEWEST_LINES - 1 and not going_on:
            return False
        together, total = together + going_on, total + len(pairs)
    return together >= _GOING_ON * total


def _is_run_on(upper: Piece, lower: Piece) -> bool:
    before, after = str(upper.words[-1]), str(lower.words[0])
    return before[-1] not in _ENDS_OF_SENTENCES and after[0].isalpha() and not after[0].isupper()


def _is_prose(piece: Piece) -> bool:
    if len(piece.words) < _WORDS_OF_PROSE:
        return False
    signs = [glyph.sign for word in piece.words for glyph in word.glyphs]
    return sum(map(str.isalpha, signs)) >= _LETTERS_OF_PROSE * len(signs)


def _right_to_left(part: Iterable[Row]) -> bool:
    signs = [sign for row in part for piece in row for word in piece.words for sign in str(word)]
    return 2 * sum("\u0590" <= sign <= "\u08ff" for sign in signs) > len(signs)
