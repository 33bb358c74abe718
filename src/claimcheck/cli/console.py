"""The person at the terminal: what there is to write on, what they are asked and what they send."""

from __future__ import annotations

import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING, NoReturn

from claimcheck.formats.screen import Screen
from claimcheck.model.errors import RequestError
from claimcheck.system import plugins, terminal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import ModuleType


_root: ContextVar[Path | None] = ContextVar("root", default=None)


def lead_links_to(root: Path) -> None:
    """Let what is written from now on link to files of a project, where the terminal has links.

    Args:
        root: the project's folder.
    """
    _root.set(root)


def screen() -> Screen:
    """Ask once what there is to write on."""
    root = _root.get()
    address = root.resolve().as_uri() if root is not None and terminal.links() else ""
    return Screen(terminal.width(), terminal.color(), address)


def render(formats: ModuleType, name: str, *values: object) -> str:
    """Return what a format makes of values.

    Args:
        formats: the formats of a view, such as `claimcheck.formats.findings`.
        name: which of them.
        values: what is to be shown.
    """
    text: str = plugins.module(formats, name).render(*values, screen())
    return text


def ask(question: str) -> str | None:
    """Ask the person at the terminal; return the line that was typed, None at the input's end."""
    stream = sys.__stderr__
    if stream is None:
        return None
    # A command's text waits for its end; a question cannot.
    stream.write(question)
    stream.flush()
    return sys.stdin.readline() or None


def refuse(message: str, help: str = "") -> NoReturn:  # noqa: A002 - the word that findings use
    """Refuse what the command line asks for: exit status 2, and a reason.

    Raises:
        RequestError: always; `claimcheck.cli.result.steps` explains it.
    """
    raise RequestError(message, help)


def text_only(**arguments: str | list[str] | None) -> None:
    """Refuse arguments that are to be written into a file, and hold bytes that are no text.

    Raises:
        RequestError: one of them was not typed in UTF-8.
    """
    for name, value in arguments.items():
        for text in [value] if isinstance(value, str) else value or ():
            try:
                text.encode()
            except UnicodeEncodeError:
                refuse(f"what was given as {name} is not UTF-8: {text}", "type it as UTF-8 text")


def from_standard_input(limit: int) -> str:
    """Read all of standard input, which must be UTF-8.

    Raises:
        RequestError: it is not, or holds more than `limit` bytes.
    """
    from claimcheck.system.standard_input import read_standard_input

    data = read_standard_input(limit + 1)
    if len(data) > limit:
        refuse(f"standard input is larger than {limit:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refuse(f"line {line} of standard input is not UTF-8", "send it as UTF-8 text")


def write_pieces(pieces: Iterable[bytes]) -> None:
    """Write bytes to standard output as they come, so that memory is bounded."""
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()
