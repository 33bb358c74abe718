"""Ctrl-C that waits until what must not be cut in two is done."""

from __future__ import annotations

import contextlib
import signal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def deferred() -> Iterator[None]:
    """Let an interruption wait until the block is done.

    Raises:
        KeyboardInterrupt: there was one meanwhile.
    """
    pending: list[int] = []
    try:
        handler = signal.signal(signal.SIGINT, lambda number, _frame: pending.append(number))
    except ValueError:  # no other thread than the main one is interrupted
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
    if pending:
        raise KeyboardInterrupt
