"""What was typed into a form, set beside the words that ask for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.glyph import Box
    from claimcheck.documents.pdf.lines import Piece, Row

_BESIDE: Final = 0.5  # of the letters' size: a field's value stands so near a line, or on none


def with_values(rows: Sequence[Row], values: Sequence[Row], places: Sequence[Box]) -> list[Row]:
    """Put values beside the words that ask for them, where there are any.

    The further lines of a field, a stamp or a note that has several follow its first one, whatever
    stands at their height elsewhere on the page.

    Args:
        rows: the lines of a page.
        values: those of its annotations.
        places: the boxes of its annotations.
    """
    together = list(rows)
    last_place: Box | None = None
    last: Row = []
    for value in values:
        place = next((box for box in places if all(_lies_in(piece, box) for piece in value)), None)
        if place is not None and place == last_place:
            at = next(at for at, row in enumerate(together) if row is last)
            together.insert(at + 1, value)
            last = value
        elif beside := _beside(together, value):
            beside.extend(value)
            last = beside
        else:
            together.append(value)
            last = value
        last_place = place
    return together


def _beside(rows: Sequence[Row], value: Row) -> Row | None:
    """Return the line that a value stands in; None where it stands in none."""
    level = (
        row
        for row in rows
        if abs(row[-1].base - value[0].base) < _BESIDE * max(row[-1].em, value[0].em)
        and row[-1].left <= value[0].left
    )
    return max(level, key=lambda row: row[-1].right, default=None)


def _lies_in(piece: Piece, box: Box) -> bool:
    left, bottom, right, top = box
    across, up = (piece.left + piece.right) / 2, (piece.bottom + piece.top) / 2
    return not piece.turn and left <= across <= right and bottom <= up <= top
