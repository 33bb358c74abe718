"""The result of looking a value up in the tables of its source."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.anchor import Anchor, Fit

if TYPE_CHECKING:
    from claimcheck.anchor.table_text import TableCell


class ValueFit(StrEnum):
    """How a value stands in the tables of its source."""

    STANDS = "stands"
    DIFFERS = "differs"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    UNCHECKED = "unchecked"


class ValueReading(NamedTuple):
    """What the cells that a value names say.

    Attributes:
        fit: whether they say what the claim says.
        cells: the cells, in the order in which they were named.
        says: what they come to, in a line: `14`, `14 + 20 = 34`; "" where that is not known.
        reason: why the value does not stand, in a clause; "" where it does.
        near: keys that are there, like one that is not, or that would tell cells apart.
    """

    fit: ValueFit
    cells: tuple[TableCell, ...] = ()
    says: str = ""
    reason: str = ""
    near: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether the cells say what the claim says."""
        return self.fit is ValueFit.STANDS

    @property
    def anchor(self) -> Anchor:
        """Where the cells stand, as if they had been quoted."""
        fits = {
            ValueFit.STANDS: Fit.VERBATIM,
            ValueFit.DIFFERS: Fit.ALTERED,
            ValueFit.UNCHECKED: Fit.UNCHECKED,
        }
        fit = fits.get(self.fit, Fit.NOT_FOUND)
        spans = tuple(sorted({(cell.start, cell.end) for cell in self.cells}))
        if not spans:
            return Anchor(fit, reason=self.reason)
        parts = spans if len(spans) > 1 else ()
        end = max(end for _start, end in spans)
        return Anchor(fit, spans[0][0], end, parts, count=1, reason=self.reason)
