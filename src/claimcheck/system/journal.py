"""What a command wrote, so that the last one can be taken back.

Every write of a project's files goes through `claimcheck.editing.conflicts`, which tells the
journal that is open, if one is. Where that journal is of a rehearsal, nothing is written: it notes
what would be.
"""

from __future__ import annotations

import base64
import json
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_open: ContextVar[Journal | None] = ContextVar("journal", default=None)
# Old contents are kept in the cache; what is larger is not taken back.
MAX_BYTES = 32 << 20
KIND = "journals"


@dataclass(slots=True)
class Journal:
    """The files that a command wrote, with what they held before and after.

    Attributes:
        root: the project's root; "" where nothing was written.
        files: by path relative to the root; None stands for no file.
        is_rehearsal: whether nothing is written, and only noted.
    """

    root: str = ""
    files: dict[str, tuple[bytes | None, bytes | None]] = field(default_factory=dict)
    is_rehearsal: bool = False

    def note(self, root: Path, path: str, before: bytes | None, after: bytes | None) -> None:
        """Note that a file was written.

        Args:
            root: the project's root.
            path: the file, relative to the root.
            before: what it held; None where there was none.
            after: what it holds; None where it is gone.
        """
        self.root = str(root.resolve())
        earlier = self.files.get(path)
        self.files[path] = (before if earlier is None else earlier[0], after)

    def data(self) -> bytes:
        """Return the journal as bytes; nothing where nothing was written, or too much."""
        size = sum(len(side or b"") for sides in self.files.values() for side in sides)
        if not self.files or size > MAX_BYTES:
            return b""
        files = {
            path: [_text(before), _text(after)] for path, (before, after) in self.files.items()
        }
        return json.dumps({"root": self.root, "files": files}).encode("ascii")


def read_journal(data: bytes) -> Journal:
    """Read a journal again.

    Raises:
        ValueError: it is none.
    """
    value = json.loads(data)
    files = {
        path: (_bytes(before), _bytes(after)) for path, (before, after) in value["files"].items()
    }
    return Journal(value["root"], files)


@contextmanager
def opened(*, is_rehearsal: bool = False) -> Iterator[Journal]:
    """Open a journal: what is written meanwhile is noted in it.

    Args:
        is_rehearsal: whether nothing is to be written meanwhile, and only noted.
    """
    journal = Journal(is_rehearsal=is_rehearsal)
    token = _open.set(journal)
    try:
        yield journal
    finally:
        _open.reset(token)


def note(root: Path, path: str, before: bytes | None, after: bytes | None) -> None:
    """Note in the open journal, if there is one, that a file was written.

    Args:
        root: the project's root.
        path: the file, relative to the root.
        before: what it held; None where there was none.
        after: what it holds; None where it is gone.
    """
    journal = _open.get()
    if journal is not None:
        journal.note(root, path, before, after)


def rehearsed() -> Journal | None:
    """Return the open journal where it is that of a rehearsal; else nothing."""
    journal = _open.get()
    return journal if journal is not None and journal.is_rehearsal else None


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else base64.b64decode(text, validate=True)
