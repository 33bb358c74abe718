"""A sign of life while something takes long: on a terminal alone, and gone when it is done."""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING

from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.console import Console
    from rich.text import Text


@contextlib.contextmanager
def show_spinner(phrase: str) -> Iterator[None]:
    """Show what is being done while it is done, such as `reading x`, if a person looks."""
    if (console := _console()) is None:
        yield
        return
    with console.status(_line(phrase)):
        yield


@contextlib.contextmanager
def show_line(phrase: str) -> Iterator[None]:
    """Show it without a movement, for work in two processes: a moving sign needs a thread."""
    if (console := _console()) is None:
        yield
        return
    from rich.live import Live

    with Live(_line(phrase), console=console, auto_refresh=False, transient=True):
        yield


def _console() -> Console | None:
    """Return what to write on; None where no person looks."""
    stream = sys.__stderr__
    if stream is None or not stream.isatty():
        return None
    from rich.console import Console  # 40 ms that nobody pays who does not look

    return Console(file=stream, markup=False, emoji=False, highlight=False)


def _line(phrase: str) -> Text:
    from rich.text import Text

    return Text(f"{one_line(phrase)} …")


@contextlib.contextmanager
def show_steps() -> Iterator[Callable[[str, int, int], None]]:
    """Show how far a long job is, if a person looks.

    Yields:
        What to tell: the phase, and how many of how many of its steps are done.
    """
    if (console := _console()) is None:
        yield lambda _phase, _done, _steps: None
        return
    from rich.live import Live

    with Live(console=console, auto_refresh=False, transient=True) as live:
        yield lambda phase, done, steps: live.update(
            _line(f"{phase}: {done:,} of {steps:,}"), refresh=True
        )
