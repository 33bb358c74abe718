"""What git leaves in a file that two people changed: the marks of a merge conflict."""

from __future__ import annotations

import re
from functools import cache, partial
from typing import Final

CONFLICT: Final = "a merge conflict was left in the file"
REMEDY: Final = "finish the merge, then check again"
_MARKER: Final = cache(partial(re.compile, r"^(?:<{7} |={7}\r?$|>{7} )", re.MULTILINE))


def conflict_line(text: str) -> int:
    """Return the line, from 1, with the first mark of a merge conflict; 0 where there is none."""
    marker = _MARKER().search(text)
    return text.count("\n", 0, marker.start()) + 1 if marker else 0
