"""A sign of life while something takes long: on a terminal alone, and gone when it is done."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from claimcheck.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextlib.contextmanager
def busy(doing: str) -> Iterator[None]:
    """Show what is being done, while it is done, where standard error is a terminal."""
    stream = sys.__stderr__
    if stream is None or not stream.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    with console.status(Text(f"{one_line(doing)} …")):
        yield


@contextlib.contextmanager
def standing(doing: str) -> Iterator[None]:
    """Show the same without a movement, for work in two processes: a moving sign needs a thread."""
    stream = sys.__stderr__
    if stream is None or not stream.isatty():
        yield
        return
    from rich.console import Console
    from rich.live import Live
    from rich.text import Text

    console = Console(file=stream, markup=False, emoji=False, highlight=False)
    with Live(Text(f"{one_line(doing)} …"), console=console, auto_refresh=False, transient=True):
        yield
