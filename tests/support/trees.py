"""Projects that are held in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.system.git import Blob, Commit
from claimcheck.system.plain_files import LargeError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def tree_of(files: Mapping[str, str | bytes]) -> Commit:
    """Return a tree that holds some files, and nothing else."""

    def stream(path: str, limit: int, consume: Callable[[bytes], object]) -> None:
        content = files[path]
        data = content if isinstance(content, bytes) else content.encode()
        if len(data) > limit:
            raise LargeError(f"it is larger than {limit:,} bytes")
        consume(data)

    return Commit("", {path: Blob(path) for path in files}, stream)
