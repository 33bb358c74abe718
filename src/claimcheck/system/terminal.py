"""What the output is written on: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import sys

MIN_WIDTH = 20
_DEFAULT_WIDTH = 80
_FIRST_VTE_WITH_LINKS = 5000
_PROGRAMS_WITH_LINKS = frozenset(
    {"Hyper", "WezTerm", "ghostty", "iTerm.app", "terminology", "vscode"}
)
_TERMS_WITH_LINKS = frozenset({"alacritty", "foot", "xterm-ghostty", "xterm-kitty"})


def width() -> int:
    """Return the columns of the screen: `COLUMNS`, or what the terminal says, or 80."""
    try:
        columns = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        columns = 0
    if columns <= 0:
        columns = _terminal_columns()
    return max(MIN_WIDTH, columns or _DEFAULT_WIDTH)


def _terminal_columns() -> int:
    """Return the columns that the terminal has; 0 where standard output is none."""
    if sys.__stdout__ is None:
        return 0
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns
    except (ValueError, OSError):
        return 0


def color() -> bool:
    """Whether to write in colours: on a terminal, unless `NO_COLOR` or `FORCE_COLOR` decide."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    stream = sys.__stdout__
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def links() -> bool:
    """Whether places of files are written as links (OSC 8): where the terminal shows them.

    `FORCE_HYPERLINK` decides otherwise: `0` writes none, anything else writes them. There are none
    without colours.
    """
    if not color():
        return False
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced:
        return forced != "0"
    stream = sys.__stdout__
    if stream is None or not stream.isatty():
        return False
    vte = os.environ.get("VTE_VERSION", "")
    return (
        (vte.isascii() and vte.isdigit() and int(vte) >= _FIRST_VTE_WITH_LINKS)
        or os.environ.get("TERM_PROGRAM", "") in _PROGRAMS_WITH_LINKS
        or os.environ.get("TERM", "") in _TERMS_WITH_LINKS
        or any(os.environ.get(name) for name in ("WT_SESSION", "KONSOLE_VERSION", "DOMTERM"))
    )


def can_ask() -> bool:
    """Whether a person can see a question and answer it: both streams are a terminal's."""
    streams = (sys.__stdin__, sys.__stderr__)
    return all(stream is not None and stream.isatty() for stream in streams)
