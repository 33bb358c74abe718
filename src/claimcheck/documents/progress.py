"""How work on a document that takes long is shown, for front ends that can show it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from contextlib import AbstractContextManager

# Given a phrase such as `reading report.pdf`, returns what to enter while that is done.
Busy = Callable[[str], AbstractContextManager[None]]


def silent(_phrase: str) -> AbstractContextManager[None]:
    """Show nothing."""
    return contextlib.nullcontext()
