"""Tables as a pinned text has them: a line each row, cells by tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents import flow
from claimcheck.text.pinned_text import CELL, clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def line(cells: Iterable[str]) -> str:
    """Return a row; the ends of lines in a cell are blanks, and so are its tabs."""
    return CELL.join(" ".join(clean(cell).split()) for cell in cells).rstrip()


def lines_of(rows: Mapping[int, Mapping[int, str]]) -> str:
    """Return a sheet: columns that are empty everywhere are left out, and a gap is an empty line.

    Args:
        rows: what cells show, by their rows and columns; with the marks of a walk.
    """
    columns = sorted({column for row in rows.values() for column, text in row.items() if text})
    pieces = []
    last = 0
    for number in sorted(rows):
        row = rows[number]
        cells = (row.get(column, "") for column in columns)
        content = flow.TAB.join(" ".join(cell.split()) for cell in cells).rstrip(flow.TAB)
        if content:
            pieces.append(flow.PARAGRAPH if last and number > last + 1 else flow.SOFT_LINE)
            pieces.append(content)
            last = number
    return flow.finished("".join(pieces))
