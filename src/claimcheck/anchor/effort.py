"""What may be spent on quotes that ask for much work, counted so that all answers stay the same."""

from __future__ import annotations

from dataclasses import dataclass
from operator import sub
from typing import Final

# Some two seconds.
STEPS: Final = 1_000_000_000
TRIES: Final = 10_000
# Characters of passages that are compared in vain: a microsecond each, two at worst.
COMPARISONS: Final = 1_000_000
# Cells of tables that are looked at for values: some fifty nanoseconds each.
CELLS: Final = 60_000_000
# Why a quote has no proposal once the steps are spent.
NOT_SOUGHT: Final = "the nearest passage was not looked for, since so many quotes need one"
# So many more for each quote: texts that nobody made for it ask for far less.
_COMPARISONS_A_QUOTE: Final = 64


@dataclass(slots=True)
class Effort:
    """What may still be spent on quotes that do not stand in their texts at the first look.

    `steps` are for near passages, `tries` for other texts in which a quote may stand, `comparisons`
    for places with the same letters where it turns out not to stand, or stands once more. When
    these are spent, each quote has the first of its places compared, and no other: it may be taken
    for one that stands nowhere, and never for one that stands where it does not. `curtailed` says
    that this happened. `cells` are for values in tables: those that are looked up when these are
    spent are not found.

    Counted in steps of work and not in time, so that the same quotes always have the same answers.
    A check of many hostile quotes ends in time.
    """

    steps: int = STEPS
    tries: int = TRIES
    comparisons: int = COMPARISONS
    cells: int = CELLS
    curtailed: bool = False

    @property
    def exhausted(self) -> bool:
        """Whether a search may have been left out because too little was to be spent."""
        return self.steps <= 0 or self.tries <= 0 or self.cells <= 0 or self.curtailed

    @property
    def left(self) -> tuple[int, int, int, int]:
        """What is left of steps, tries, comparisons and cells."""
        return self.steps, self.tries, self.comparisons, self.cells

    def spent_since(self, earlier: Effort) -> Effort:
        """Return what was spent since a copy was made of this effort.

        Args:
            earlier: the copy.
        """
        steps, tries, comparisons, cells = map(sub, earlier.left, self.left)
        return Effort(steps, tries, comparisons, cells, self.curtailed)

    def settle(self, here: Effort, elsewhere: Effort) -> None:
        """Set what is left after two processes have spent of one effort.

        Args:
            here: what the one process has left.
            elsewhere: what the other has spent.
        """
        self.steps, self.tries, self.comparisons, self.cells = map(sub, here.left, elsewhere.left)
        self.curtailed = here.curtailed or elsewhere.curtailed or self.comparisons <= 0

    def spend(self, units: int) -> None:
        """Take note of work on near passages that was done."""
        self.steps -= units

    def begin_quote(self) -> None:
        """Take note of a quote that is looked for."""
        self.comparisons += _COMPARISONS_A_QUOTE

    def may_compare(self, characters: int) -> bool:
        """Whether one more place may be compared; if so, it is taken note of.

        Args:
            characters: how long the passage is.
        """
        if self.comparisons <= 0:
            self.curtailed = True
            return False
        self.comparisons -= characters
        return True
