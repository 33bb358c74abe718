"""Words and dashes that say that a figure is below nought: `minus 5 °C`, `moins 3 %`."""

from __future__ import annotations

import re
from typing import Final

from claimcheck.anchor.figure import FigureKind, kind_of

# A dash says so of degrees alone, since elsewhere it parts clauses.
_OF_DEGREES: Final = re.compile(
    r"(?:(?<![\w)])–|\b(?:minus|moins|menos|meno|минус|мінус)\s)\Z", re.IGNORECASE
)
# `menos 50 mil` says by how much something is less.
_OF_SUMS: Final = re.compile(r"\b(?:minus|moins|минус|мінус)\s\Z", re.IGNORECASE)
_DEGREES: Final = frozenset(("°C", "°F"))
_FAR: Final = 8


def minus_before(text: str, start: int, at: int, unit: str) -> int | None:
    """Return where a word or a dash begins that says that a figure is below nought; None for none.

    Args:
        text: the text.
        start: where the stretch begins that is read, in code points.
        at: where the figure begins.
        unit: its unit.
    """
    if unit in _DEGREES:
        pattern = _OF_DEGREES
    elif kind_of(unit) in (FigureKind.PERCENT, FigureKind.MONEY):
        pattern = _OF_SUMS
    else:
        return None
    match = pattern.search(text, max(start, at - _FAR), at)
    return match.start() if match else None
