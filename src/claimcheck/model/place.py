"""Where something stands in a file of the project."""

from __future__ import annotations

from typing import NamedTuple


class Place(NamedTuple):
    """Where something stands: a path relative to the project root, line and column from 1.

    Line 0 means the file as a whole; column 0 means the line as a whole.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """`path`, `path:line` or `path:line:column`, as editors and terminals make clickable."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part)
