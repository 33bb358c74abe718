"""The flow of a page as a pinned text has it: lines, rows of cells, paragraphs."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING, Final

from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.model import Span

_PARAGRAPH: Final = 1.35  # times the usual distance between lines
_DISTANT: Final = 2.5  # times the letters' size: no two lines of a paragraph are so far apart
_SOLID: Final = 1.2  # times their size: the distance of lines where no other is known
_HEADING: Final = 0.87  # between the sizes of two lines of one paragraph


def flow_of(rows: Sequence[Sequence[Cell]]) -> tuple[str, list[Span]]:
    """Return the text of a page, and the spans of it whose letters are in doubt."""
    text, doubtful = "", []
    leading = leading_of(rows)
    for at, row in enumerate(rows):
        if at and _begins_paragraph(rows[at - 1], row, leading):
            text += "\n"
        for number, cell in enumerate(row):
            text += pinned_text.CELL if number else ""
            if cell.doubtful and cell.text:
                doubtful.append((len(text), len(text) + len(cell.text)))
            text += cell.text
        text += "\n"
    return text or "\n", doubtful


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
