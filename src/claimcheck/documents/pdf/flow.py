"""The flow of a page as a pinned text has it: lines, rows of cells, paragraphs."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.sheet import words_of
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.documents.pdf.sheet import Sheet
    from claimcheck.model import Span

_PARAGRAPH: Final = 1.35  # times the usual distance between lines
_DISTANT: Final = 2.5  # times the letters' size: no two lines of a paragraph are so far apart
_SOLID: Final = 1.2  # times their size: the distance of lines where no other is known
_HEADING: Final = 0.87  # between the sizes of two lines of one paragraph


def flow_of(sheet: Sheet) -> tuple[str, list[Span]]:
    """Return the text of a page, and the spans of its flow whose letters are in doubt.

    Heads, feet and numbers of lines are marked, and stand within the lines beside them.
    """
    parts: list[str] = []
    doubtful: list[Span] = []
    leading = leading_of(sheet.flow())
    start, marks, last = 0, "", None
    for at, row in enumerate(sheet.rows):
        marks += _line_numbers(sheet, at)
        if at in sheet.running:
            marks += pinned_text.running(sheet.running[at], words_of(row))
            continue
        gap = "\n" if last is not None and _begins_paragraph(last, row, leading) else ""
        start += len(gap)
        doubtful += [(start + first, start + end) for first, end in _doubtful(row)]
        words = words_of(row)
        parts.append(f"{gap}{marks}{words}\n")
        start += len(words) + 1
        marks, last = "", row
    text, marks = "".join(parts), marks + _line_numbers(sheet, len(sheet.rows)).rstrip()
    return f"{text[:-1]}{marks}\n", doubtful


def _line_numbers(sheet: Sheet, at: int) -> str:
    """Return the numbers in the margin before a line, marked."""
    return "".join(map(pinned_text.line_number, sheet.line_numbers.get(at, ())))


def _doubtful(row: Sequence[Cell]) -> Iterator[Span]:
    """Yield the spans of a line whose letters are in doubt."""
    start = 0
    for cell in row:
        if cell.doubtful and cell.text:
            yield start, start + len(cell.text)
        start += len(cell.text) + len(pinned_text.CELL)


def leading_of(rows: Sequence[Sequence[Cell]]) -> float:
    """Return the usual distance between two lines of a page, in points."""
    falls = [(upper[0].base - lower[0].base, lower[0].em) for upper, lower in pairwise(rows)]
    close = [fall for fall, em in falls if 0 < fall < _DISTANT * em]
    ems = [row[0].em for row in rows]
    return median(close) if close else _SOLID * median(ems or [0.0])


def _begins_paragraph(upper: Sequence[Cell], lower: Sequence[Cell], leading: float) -> bool:
    last, first = upper[0], lower[0]
    if upper[-1].broken or first.text[:1].islower():
        return False
    fall = last.base - first.base
    apart = fall > _PARAGRAPH * leading or fall < -last.em
    return apart or not _HEADING < last.em / first.em < 1 / _HEADING
