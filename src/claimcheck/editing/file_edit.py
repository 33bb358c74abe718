"""What is to become of a file: shown as a difference, written, and taken back again."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimcheck.editing import conflicts

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_NO_FILE = "/dev/null"


@dataclass(frozen=True, slots=True)
class FileEdit:
    """What a file holds, and what it is to hold.

    Attributes:
        path: the file, relative to the project's root.
        before: what it holds; None where there is none.
        after: what it is to hold; None where it is to go.
    """

    path: str
    before: bytes | None = field(repr=False)
    after: bytes | None = field(repr=False)

    def diff(self) -> str:
        """Return the difference, as `diff -u` prints it."""
        before, after = map(_lines, (self.before, self.after))
        pieces = difflib.unified_diff(
            before,
            after,
            _NO_FILE if self.before is None else f"a/{self.path}",
            _NO_FILE if self.after is None else f"b/{self.path}",
        )
        return "".join(piece if piece.endswith("\n") else f"{piece}\n" for piece in pieces)

    def reversed(self) -> FileEdit:
        """Return the edit that takes this one back."""
        return FileEdit(self.path, self.after, self.before)


def apply(root: Path, edits: Iterable[FileEdit]) -> None:
    """Write edits, one file after another.

    Args:
        root: the project's root.
        edits: the files; one that stays as it is is not written.

    Raises:
        ConflictError: a file does not hold what it is thought to hold, lies behind a link, or
            cannot be written.
    """
    for edit in edits:
        if edit.before == edit.after:
            continue
        if edit.before is None and edit.after is not None:
            conflicts.create(root, edit.path, edit.after)
        elif edit.before is not None and edit.after is None:
            conflicts.remove(root, edit.path, expect=edit.before)
        elif edit.before is not None and edit.after is not None:
            conflicts.replace(root, edit.path, edit.after, expect=edit.before)


def _lines(data: bytes | None) -> list[str]:
    return (data or b"").decode("utf-8", "replace").splitlines(keepends=True)
