"""The signs of a page one by one, for formulas: what stands above, below and beside one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from collections.abc import Set as AbstractSet

    from claimcheck.documents.pdf.glyph import Glyph
    from claimcheck.documents.pdf.lines import Line, PageWord


@dataclass(slots=True)
class PlacedSign:
    """A sign, and the word and line that it stands in."""

    glyph: Glyph
    word: PageWord
    line: Line


def placed_signs(lines: Sequence[Line], sought: AbstractSet[str]) -> list[PlacedSign]:
    """Return the upright signs of a page that are seen; none where none of those sought is drawn.

    Most pages have no formula, and thousands of signs.

    Args:
        lines: those of the page.
        sought: signs of which one must be there.
    """
    words = [(word, line) for line in lines for word in line.words if not word.covered]
    if not any(glyph.sign in sought for word, _line in words for glyph in word.glyphs):
        return []
    return [
        PlacedSign(glyph, word, line)
        for word, line in words
        for glyph in word.glyphs
        if not (glyph.style.turn or glyph.style.invisible)
    ]
