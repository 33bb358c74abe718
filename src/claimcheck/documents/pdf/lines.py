"""Lines of a page: words as PDFium parts them, cut where the boxes show a gap that it passed over.

PDFium's order is kept. Its boxes serve to part digits that belong to two numbers, to part the cells
of a row, and to put raised marks back beside the word that they belong to.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from statistics import median_low
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.blanks import (
    LEVEL,
    are_apart,
    is_blank,
    is_upside_down,
    with_true_blanks,
)
from claimcheck.documents.pdf.glyph import HYPHEN, LINE_END
from claimcheck.documents.pdf.right_to_left import is_right_to_left

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.documents.pdf.glyph import Box, Glyph

# All in heights of the letters concerned.
_GAP_OF_CELLS: Final = 1.0
_GAP_OF_NUMBER_CELLS: Final = 0.6
_EVEN: Final = 0.06  # blanks of a line that is justified differ by less
SMALL: Final = 0.85  # what is smaller than this beside the rest can be raised or lowered
RISE: Final = 0.15
MOST_RISE: Final = 0.9
_LOWEST_FALL, _MOST_FALL = 0.6, 2.0  # from one line of a block to the next
_LONG_LINE: Final = 5.0  # from the end of a line back to the beginning of the next
_MOST_INDENT: Final = 2.5
_BESIDE: Final = 0.6  # no farther from its word than this stands a raised mark
_CROSSES: Final = 0.5  # of a letter's size
TOUCHING: Final = 0.2
_INITIAL: Final = 1.8  # times the size of the letters beside it
_WORDS_OF_A_LETTER: Final = frozenset("AIOEYUÀÉÓ")
GLUED: Final = 0.1  # nearer than this, and there is no blank between two letters
# Signs of what stands raised: a number, a mark of a note, an ordinal's letters, a short exponent.
_LONGEST_MARK: Final = 8
_MARK_ALONE: Final = re.compile(r"\d{1,3}|\[\d{1,3}\]|[*†‡§¶]{1,3}")
_MARK_REACH: Final = 4  # a mark is drawn so many pieces before or after its line, at most
_NUMBER_ENDS: Final = re.compile(r"\d[%)]?\Z")
_NUMBER_BEGINS: Final = re.compile(r"[(+−–-]?[$€£]?\d")
_HEBREW: Final = "\u0590"  # no letter before it is read from right to left


@dataclass(slots=True)
class PageWord:
    """Glyphs between two blanks.

    Attributes:
        glyphs: at least one.
        spaced: the file itself has a blank before it.
        covered: it stands under something opaque, and is not to be read.
        left: where it begins, in points.
        right: where it ends.
    """

    glyphs: list[Glyph]
    spaced: bool = False
    covered: bool = False
    left: float = field(init=False)
    right: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure it."""
        self.left = min(glyph.left for glyph in self.glyphs)
        self.right = max(glyph.right for glyph in self.glyphs)

    def __str__(self) -> str:
        """Its signs."""
        return "".join(glyph.sign for glyph in self.glyphs)


@dataclass(slots=True)
class Line:
    """The words of a line; `broken` where the last one goes on in the next line."""

    words: list[PageWord]
    broken: bool = False


@dataclass(slots=True)
class Piece:
    """Words of one line with no wide gap between them: a cell, or a column's share of a line.

    `size` is that of its letters, `base` its baseline, `em` the size of the whole line's letters;
    all in points. `broken` says that its last word goes on in the next line, `is_ruled` that an
    upright line parts it from the piece before.
    """

    words: list[PageWord]
    em: float
    broken: bool = False
    is_ruled: bool = False
    left: float = field(init=False)
    right: float = field(init=False)
    bottom: float = field(init=False)
    top: float = field(init=False)
    size: float = field(init=False)
    base: float = field(init=False)
    turn: float = field(init=False)

    def __post_init__(self) -> None:
        """Measure it."""
        glyphs = [glyph for word in self.words for glyph in word.glyphs]
        self.left = min(word.left for word in self.words)
        self.right = max(word.right for word in self.words)
        self.bottom = min(glyph.bottom for glyph in glyphs)
        self.top = max(glyph.top for glyph in glyphs)
        self.size, self.base = setting(glyphs)
        self.turn = glyphs[0].style.turn


Row = list[Piece]


def setting(glyphs: Sequence[Glyph]) -> tuple[float, float]:
    """Return the size in which most of some glyphs are set, and their baseline.

    Where several are larger than most, as in `$12` with raised cents, theirs counts.
    """
    sizes = Counter(round(glyph.style.size, 1) for glyph in glyphs if glyph.sign.isalnum())
    if not sizes:
        size = max(glyph.style.size for glyph in glyphs)
    else:
        size, largest = sizes.most_common(1)[0][0], max(sizes)
        counted = sum(number for rounded, number in sizes.items() if rounded >= 0.95 * largest)
        if counted >= max(2, sum(sizes.values()) / 4):
            size = largest
    level = [glyph.base for glyph in glyphs if glyph.style.size >= SMALL * size]
    return size or 1.0, median_low(level or [glyph.base for glyph in glyphs])


def lines_of(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Part glyphs into lines of words, as PDFium does, but for the gaps that it passes over."""
    glyphs = with_true_blanks(glyphs)
    line: list[PageWord] = []
    word: list[Glyph] = []
    spaced = False
    for glyph in glyphs:
        ends_line = glyph.sign == LINE_END and glyph.made_up
        breaks_word = glyph.sign == HYPHEN and not glyph.guessed
        blank = not ends_line and is_blank(glyph)
        if breaks_word:
            word.append(glyph._replace(sign="-"))
        if word and (ends_line or breaks_word or blank or are_apart(word, glyph)):
            line.append(PageWord(word, spaced))
            word, spaced = [], False
        if ends_line or breaks_word:
            if line:
                yield Line(line, breaks_word)
            line, spaced = [], False
        elif blank:
            spaced = spaced or not glyph.made_up
        else:
            word.append(glyph)
    if word:
        line.append(PageWord(word, spaced))
    if line:
        yield Line(line)


def rows_of(lines: Iterable[Line], rules: Sequence[Box] = ()) -> list[Row]:
    """Return the lines of a page by their pieces.

    Lines are cut at wide gaps, at upright lines, and where PDFium took several for one. What it
    parted since a raised mark began a line, or stood on one of its own, is joined.

    Args:
        lines: the lines.
        rules: the upright lines that are drawn between the cells of tables.
    """
    pieces: list[Piece] = []
    upright = _with_initials(
        list(_upright(piece for line in lines for piece in _untangled(_pieces(line, rules))))
    )
    for piece in _with_marks(_with_whole_numbers(upright)):
        if pieces and _goes_on(pieces[-1], piece):
            last = pieces.pop()
            words = _joined(last.words, piece.words, GLUED * last.size)
            pieces.append(Piece(words, max(last.em, piece.em), piece.broken, last.is_ruled))
        else:
            pieces.append(piece)
    return joined_rows([piece] for piece in pieces)


def _untangled(pieces: list[Piece]) -> list[Piece]:
    """Put two lines of one block together that a line of another block stands between.

    PDFium takes them for one line where the blocks stand side by side and their levels differ;
    the cells of a row share one.
    """
    ordered = list(pieces)
    for at in range(len(pieces) - 2):
        upper, between, lower = ordered[at : at + 3]
        if _is_below(lower, upper) and not (_shares(between, upper) or _shares(between, lower)):
            ordered[at + 1 : at + 3] = [lower, between]
    return ordered


def _is_below(lower: Piece, upper: Piece) -> bool:
    fall = upper.base - lower.base
    is_under = abs(upper.left - lower.left) < TOUCHING * lower.em
    return is_under and _LOWEST_FALL * lower.em < fall < _MOST_FALL * lower.em


def _shares(piece: Piece, other: Piece) -> bool:
    """Whether two pieces share a level, or what is across the page."""
    if piece.turn != other.turn or abs(piece.base - other.base) < LEVEL * max(piece.em, other.em):
        return True
    return min(piece.right, other.right) > max(piece.left, other.left)


def _with_initials(pieces: list[Piece]) -> list[Piece]:
    """Put the large first letter of a paragraph back before the word that it begins."""
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _is_initial(joined[-1], piece):
            first, *others = piece.words
            letter = joined.pop().words[0]
            words = [letter, first]
            if str(letter) not in _WORDS_OF_A_LETTER or not _is_word(str(first), pieces):
                words = [PageWord(letter.glyphs + first.glyphs, letter.spaced)]
            piece = Piece([*words, *others], piece.em, piece.broken)  # noqa: PLW2901 - its whole line
        joined.append(piece)
    return joined


def _with_whole_numbers(pieces: list[Piece]) -> list[Piece]:
    """Put the digits of one number together where the file sets other lines between them."""
    begins: dict[int, list[int]] = {}
    for at, piece in enumerate(pieces):
        if str(piece.words[0])[0].isdigit():
            begins.setdefault(round(piece.base), []).append(at)
    joined: dict[int, Piece] = {}
    taken: set[int] = set()
    for at, piece in enumerate(pieces):
        if at in taken or not str(piece.words[-1])[-1].isdigit():
            continue
        base = round(piece.base)
        near = [other for by in (-1, 0, 1) for other in begins.get(base + by, ())]
        for other in near:
            if other > at + 1 and other not in taken and _is_rest(pieces[other], piece):
                words = _joined(piece.words, pieces[other].words, GLUED * piece.size)
                joined[at] = Piece(words, piece.em, pieces[other].broken, piece.is_ruled)
                taken.add(other)
                break
    return [joined.get(at, piece) for at, piece in enumerate(pieces) if at not in taken]


def _is_rest(piece: Piece, number: Piece) -> bool:
    """Whether a piece touches a number's end, in its size."""
    sizes = sorted((piece.size, number.size))
    is_level = abs(piece.base - number.base) < GLUED * sizes[0]
    touches = abs(piece.left - number.right) < GLUED / 2 * sizes[0]
    is_alike = sizes[0] > SMALL * sizes[1] and piece.turn == number.turn
    return is_level and touches and is_alike and not (number.broken or piece.is_ruled)


def _is_initial(letter: Piece, line: Piece) -> bool:
    """Whether a piece is a letter that reaches over several lines, and this the first of them."""
    sign = str(letter.words[0])
    return (
        len(letter.words) == len(sign) == 1
        and sign.isalpha()
        and letter.size >= _INITIAL * line.size
        and letter.turn == line.turn
        and letter.base < line.base < letter.base + letter.size
        and -TOUCHING * letter.size <= line.left - letter.right <= _BESIDE * letter.size
        and str(line.words[0])[:1].isalpha()
    )


def _is_word(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether a word stands elsewhere on the page, too."""
    words = (str(word) for piece in pieces for word in piece.words[1:])
    return any(word.strip(".,;:").casefold() == text.casefold() for word in words)


def _with_marks(pieces: list[Piece]) -> Iterator[Piece]:
    """Put a raised mark that is drawn by itself back into the line in which it stands."""
    marks = {at for at, piece in enumerate(pieces) if _is_mark(piece)}
    for at in sorted(marks):
        around = range(max(0, at - _MARK_REACH), min(len(pieces), at + _MARK_REACH + 1))
        for other in around:
            if other not in marks and (line := _with_mark(pieces[other], pieces[at])):
                pieces[other] = line
                break
        else:
            marks.discard(at)
    yield from (piece for at, piece in enumerate(pieces) if at not in marks)


def _is_mark(piece: Piece) -> bool:
    return len(piece.words) == 1 and bool(_MARK_ALONE.fullmatch(str(piece.words[0])))


def _with_mark(line: Piece, mark: Piece) -> Piece | None:
    """Return a line with a mark between two of its words; None where it does not stand there."""
    rise = (mark.base - line.base) / line.size
    if mark.size >= SMALL * line.size or mark.turn != line.turn or not RISE < rise < MOST_RISE:
        return None
    reach = TOUCHING * line.size
    for at, (word, following) in enumerate(pairwise(line.words), 1):
        beside = abs(mark.left - word.right) <= _BESIDE * line.size
        if beside and mark.left >= word.right - reach and mark.right <= following.left + reach:
            words = [*line.words[:at], *mark.words, *line.words[at:]]
            return Piece(words, line.em, line.broken)
    return None


def level_lines_of(glyphs: Sequence[Glyph]) -> Iterator[Line]:
    """Part glyphs into lines where they stand on other levels, too, as the fields of a form do."""
    level: list[Glyph] = []
    for glyph in glyphs:
        letters = [glyph for glyph in level[-2:] if not is_blank(glyph)]
        if letters and not is_blank(glyph) and not glyph.made_up:
            size = max(glyph.style.size, letters[-1].style.size, 1.0)
            if abs(glyph.base - letters[-1].base) > MOST_RISE * size:
                yield from lines_of(level)
                level = []
        level.append(glyph)
    yield from lines_of(level)


def _upright(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Put the lines of a text that stands upside down in order: PDFium mixes their halves up."""
    for turned, run in groupby(pieces, key=lambda piece: is_upside_down(piece.turn)):
        if turned:
            yield from sorted(run, key=lambda piece: (-round(piece.base), piece.left))
        else:
            yield from run


def _joined(words: list[PageWord], following: list[PageWord], touching: float) -> list[PageWord]:
    """Join the words of a line that was parted, perhaps within a word."""
    last, first = words[-1], following[0]
    level = abs(last.glyphs[-1].base - first.glyphs[0].base) < touching
    if not level or first.left - last.right > touching or last.covered or first.covered:
        return words + following
    return [*words[:-1], PageWord(last.glyphs + first.glyphs, last.spaced), *following[1:]]


def _pieces(line: Line, rules: Sequence[Box]) -> list[Piece]:
    glyphs = [glyph for word in line.words for glyph in word.glyphs]
    height = median_low([glyph.top - glyph.bottom for glyph in glyphs])
    em = max(setting(glyphs)[0], height, 1.0)
    borders = _borders(glyphs, rules) if rules else []
    if glyphs[0].ordered:
        runs = _runs_by_place(line.words, em, borders)
        ruled = set(range(1, len(runs)))
    else:
        goes_left = is_right_to_left(glyphs)
        runs, ruled = _runs_in_order(line.words, em, borders, goes_left=goes_left)
    last = len(runs) - 1
    return [Piece(run, em, line.broken and at == last, at in ruled) for at, run in enumerate(runs)]


def _runs_in_order(
    words: Sequence[PageWord], em: float, borders: Sequence[float], *, goes_left: bool
) -> tuple[list[list[PageWord]], set[int]]:
    """Return the words of a line in runs without a wide gap, and the runs before which a line is.

    Args:
        words: the words in PDFium's order.
        em: the size of the line's letters.
        borders: where upright lines cross the line.
        goes_left: it is read from right to left.
    """
    runs: list[list[PageWord]] = []
    ruled: set[int] = set()
    right = left = 0.0
    reach = TOUCHING * em
    is_justified = _is_justified(words, em)
    for word in words:
        follows = goes_left and -reach <= left - word.right <= _GAP_OF_CELLS * em
        gap = word.left - right
        is_wide = bool(runs) and gap > _gap_of_cells(runs[-1][-1], word) * em and not is_justified
        leaps = (
            is_wide
            or word.right < right - 3 * em
            or (runs and _begins_line(words[0], runs[-1][-1], word, em))
        )
        is_ruled = bool(runs) and any(right - reach < at < word.left + reach for at in borders)
        if not runs or is_ruled or (leaps and not follows):
            ruled |= {len(runs)} if is_ruled else set()
            runs.append([])
            left = word.left
        runs[-1].append(word)
        right, left = word.right, min(left, word.left)
    return runs, ruled


def _begins_line(first: PageWord, last: PageWord, word: PageWord, em: float) -> bool:
    """Whether a word stands below the first of its line: PDFium took two lines for one.

    Args:
        first: the first word of the line.
        last: the word before.
        word: the word.
        em: the size of the line's letters.
    """
    fall = last.glyphs[0].base - word.glyphs[0].base
    indent = abs(word.left - first.left)
    is_left = word.left <= last.left and indent < TOUCHING * em
    returns = last.right - word.left > _LONG_LINE * em and indent < _MOST_INDENT * em
    return (is_left or returns) and _LOWEST_FALL * em < fall < _MOST_FALL * em


def _is_justified(words: Sequence[PageWord], em: float) -> bool:
    """Whether a line's blanks are stretched: all are as wide, as gaps between cells seldom are."""
    gaps = [after.left - before.right for before, after in pairwise(words)]
    # One gap is as wide as all.
    if len(gaps) < 2 or not _GAP_OF_CELLS * em < max(gaps) < min(gaps) + _EVEN * em:
        return False
    return 2 * sum(str(word)[-2:].islower() for word in words) > len(words)


def _runs_by_place(
    words: Sequence[PageWord], em: float, borders: Sequence[float]
) -> list[list[PageWord]]:
    """Return the words of a line in runs without a wide gap or an upright line between them.

    Args:
        words: the words in the order of reading, whatever their places.
        em: the size of the line's letters.
        borders: where upright lines cross the line.
    """
    placed = sorted(words, key=lambda word: word.left)
    cells, reach, right = {id(placed[0]): 0}, TOUCHING * em, placed[0].right
    for last, word in pairwise(placed):
        is_wide = word.left - right > _gap_of_cells(last, word) * em
        is_ruled = any(right - reach < at < word.left + reach for at in borders)
        cells[id(word)] = cells[id(last)] + (is_wide or is_ruled)
        right = max(right, word.right)
    return [list(run) for _cell, run in groupby(words, key=lambda word: cells[id(word)])]


def _gap_of_cells(last: PageWord, word: PageWord) -> float:
    """Return how wide a gap parts two words' cells: between two numbers a blank is narrower."""
    if _NUMBER_ENDS.search(str(last)) and _NUMBER_BEGINS.match(str(word)):
        return _GAP_OF_NUMBER_CELLS
    return _GAP_OF_CELLS


def _borders(glyphs: Sequence[Glyph], rules: Sequence[Box]) -> list[float]:
    """Return where upright lines cross a line of text."""
    size, base = setting(glyphs)
    if glyphs[0].style.turn:
        return []
    return [
        (left + right) / 2 for left, bottom, right, top in rules
        if bottom <= base and base + _CROSSES * size <= top
    ]  # fmt: skip


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a piece begins right where another ends, on its level or a mark above it."""
    gap = piece.left - last.right
    size = max(last.size, piece.size)
    if (
        piece.is_ruled
        or last.broken
        or last.turn != piece.turn
        or not -TOUCHING * size <= gap <= _BESIDE * size
    ):
        return False
    rise = piece.base - last.base
    if abs(rise) < LEVEL * size:
        sizes = _largest(last), _largest(piece)
        return min(sizes) > SMALL * max(sizes)
    mark, word = (piece, last) if rise > 0 else (last, piece)
    return (
        mark.size < SMALL * word.size
        and RISE * size < abs(rise) < MOST_RISE * size
        and sum(len(word.glyphs) for word in mark.words) <= _LONGEST_MARK
    )


def _largest(piece: Piece) -> float:
    """Return the size of a piece's largest letters: most of a short one may be raised."""
    return max(glyph.style.size for word in piece.words for glyph in word.glyphs)


def joined_rows(rows: Iterable[Row]) -> list[Row]:
    """Make one row of what stands side by side on one line, though the file sets it in pieces."""
    joined: list[Row] = []
    pieces = [piece for row in rows for piece in row]
    goes_left = _page_goes_left(pieces)
    for piece in pieces:
        last = joined[-1][-1] if joined else None
        if (
            last is not None
            and abs(last.base - piece.base) < LEVEL * last.em
            and not last.broken
            and (
                piece.left - last.right > TOUCHING * last.em
                or (goes_left and last.left - piece.right > TOUCHING * last.em)
            )
        ):
            joined[-1].append(piece)
        else:
            joined.append([piece])
    return joined


def _page_goes_left(pieces: Iterable[Piece]) -> bool:
    """Whether most letters of a page are read from right to left."""
    glyphs = [glyph for piece in pieces for word in piece.words for glyph in word.glyphs]
    return any(glyph.sign >= _HEBREW for glyph in glyphs) and is_right_to_left(glyphs)
