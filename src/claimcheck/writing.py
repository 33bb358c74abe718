"""Write a new file whole or not at all, never over another."""

from __future__ import annotations

import contextlib
import os
import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ExistsError(Exception):
    """There is a file of that name already; nothing was written."""


def create(path: Path, data: bytes) -> None:
    """Create a file with its bytes, complete from its first moment.

    Raises:
        ExistsError: the file exists.
        OSError: the folder cannot be written, or the disk is full; then nothing was left behind.
    """
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:80]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o666 & ~_umask())  # noqa: PTH101 - mkstemp gives a plain name
        # A link fails when the target exists, where a rename would replace it.
        os.link(name, path)
    except FileExistsError:
        raise ExistsError(str(path)) from None
    finally:
        with contextlib.suppress(OSError):
            os.unlink(name)  # noqa: PTH108 - as above


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
