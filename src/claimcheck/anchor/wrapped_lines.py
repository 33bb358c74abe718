"""Lines of running text that a document breaks where its column ends: `2.1` / `million pounds`."""

from __future__ import annotations

import re
from typing import Final

# A shorter line is a heading, a cell or an item, and ends where its author ended it.
_SHORTEST_LINE: Final = 40
_LINE_END: Final = re.compile(rf"(?<=[^\n\t]{{{_SHORTEST_LINE}}})(?<=[\w,])\n(?=[^\W\d_])")
# Characters before a stretch that say something of its first figure.
_BEFORE: Final = 64


def joined_lines(text: str, start: int, end: int) -> tuple[str, int]:
    """Return a text whose wrapped lines are one in a stretch, and how far its places have moved.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.

    Returns:
        The text itself and 0, where no line of the stretch is wrapped; else a piece of it, and
        what to add to a place there for the place in the text.
    """
    if "\n" not in text[start:end]:
        return text, 0
    moved = max(0, start - _BEFORE)
    piece = text[moved:end]
    joined = _LINE_END.sub(" ", piece)
    return (text, 0) if joined == piece else (joined, moved)
