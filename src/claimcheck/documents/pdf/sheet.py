"""A page while what stands beside its flow is taken from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.text.pinned_text import CELL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.text.pinned_text import AsideKind


@dataclass(slots=True)
class Sheet:
    """A page by its lines.

    Attributes:
        number: the page's, counted from the document's first.
        rows: its lines by their cells, in order.
        frame: its left, bottom, right and top, in points.
        running: which of its lines, by their places, are heads and feet.
        line_numbers: the numbers in the margin, by the places of the lines that follow them.
        numbers: those at either end of its heads and feet.
    """

    number: int
    rows: list[list[Cell]]
    frame: Box
    running: dict[int, AsideKind] = field(default_factory=dict)
    line_numbers: dict[int, list[int]] = field(default_factory=dict)
    numbers: list[str] = field(default_factory=list)

    def flow(self) -> list[list[Cell]]:
        """Its lines but for heads and feet."""
        return [row for at, row in enumerate(self.rows) if at not in self.running]


def words_of(row: Sequence[Cell]) -> str:
    """Return the text of a line, its cells parted by tabs."""
    return CELL.join(cell.text for cell in row)
