"""A figure of a source or a claim, with which one of an article is compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.anchor.figure import Figure


@dataclass(frozen=True, slots=True)
class PrintedFigure:
    """A figure that a source or a claim prints.

    `head` is that of its column in a table, where that says its unit or what it counts by.
    """

    figure: Figure
    text: str
    source: str
    offset: int
    head: str = ""

    @property
    def written(self) -> str:
        """The figure as it is printed, on one line."""
        return " ".join(self.text[self.figure.start : self.figure.end].split())
