"""What the output is written on: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import sys

MIN_WIDTH = 20
_DEFAULT_WIDTH = 80


def width() -> int:
    """Return the columns of the screen: `COLUMNS`, or what the terminal says, or 80."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        try:
            columns = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr] # None is caught
        except (AttributeError, ValueError, OSError):
            columns = _DEFAULT_WIDTH
    return max(MIN_WIDTH, columns or _DEFAULT_WIDTH)


def color() -> bool:
    """Whether to write in colours: on a terminal, unless `NO_COLOR` or `FORCE_COLOR` decide."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    stream = sys.__stdout__
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def can_ask() -> bool:
    """Whether a person can see a question and answer it: both streams are a terminal's."""
    streams = (sys.__stdin__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams)
