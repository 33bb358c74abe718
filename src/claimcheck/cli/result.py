"""What a command comes to: a text, notes and an exit status.

A command returns a `CommandResult` and never prints. One that takes several steps, of which a later
one may be refused, yields a result after each, so that what was written is told in any case.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

from claimcheck.cli.exit_status import CLEAN, UNABLE
from claimcheck.model.errors import ClaimcheckError
from claimcheck.system import terminal
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is to be typed, alone or behind what it is for; and a word in a column of its own.
_COMMAND = re.compile(r"(?:[a-z]+: |  )claimcheck \S")
_COLUMN = re.compile(r"(?: {2,}|\w+ {2,})(?=\S)")
_LABEL = re.compile(r" *[a-z]+: ")


@dataclass(frozen=True, slots=True)
class CommandResult:
    """What a command comes to, or one step of it.

    Attributes:
        text: what goes to standard output.
        status: the exit status.
        notes: what goes to standard error: warnings, and why something is refused.
        repeatable: whether it depends on nothing but the arguments, the day, the screen and what
            was read through the project's tree, so that it may be printed again.
    """

    text: str = ""
    status: int = CLEAN
    notes: str = ""
    repeatable: bool = False

    def __add__(self, later: CommandResult) -> CommandResult:
        """Return two steps as one, with the worse of their statuses."""
        return CommandResult(
            self.text + later.text, max(self.status, later.status), self.notes + later.notes
        )


Result = CommandResult | Iterator[CommandResult]
Command = Callable[[], Result]


def conduct(command: Command) -> CommandResult:
    """Run a command, and write its text and its notes when it has ended, however it ends.

    Returns:
        All that it came to. What it cannot do is told in its notes, with exit status 2.
    """
    result: CommandResult | None = None
    try:
        for step in _steps(command):
            result = step if result is None else result + step
    finally:
        if result is not None:
            _write(result)
    return result or CommandResult()


def joined(lines: Iterable[str]) -> str:
    """Return a text of lines that have no line end yet."""
    return "".join(f"{line}\n" for line in lines)


def _steps(command: Command) -> Iterator[CommandResult]:
    try:
        result = command()
        if isinstance(result, CommandResult):
            yield result
        else:
            yield from result
    except ClaimcheckError as error:
        yield refusal(error)


def refusal(error: ClaimcheckError) -> CommandResult:
    """Return what cannot be done, told to whoever asked for it."""
    lines = [f"error: {printable(problem)}" for problem in error.problems]
    notes = joined([*lines, f"  help: {error.help}"] if error.help else lines)
    return CommandResult(status=UNABLE, notes=notes)


def at_width(text: str, stream: TextIO | None = None) -> str:
    """Return an answer for whoever reads it: at a terminal its lines break between words.

    A command to be typed goes on behind a backslash, so that it can be copied.

    Args:
        text: the answer.
        stream: where it goes; by default to standard output.
    """
    return "\n".join(_wrapped(line, stream or sys.__stdout__) for line in text.split("\n"))


def _write(result: CommandResult) -> None:
    try:
        sys.stdout.write(result.text)
    finally:
        lines = map(printable, result.notes.split("\n"))
        sys.stderr.write("\n".join(_wrapped(line, sys.__stderr__) for line in lines))


def _wrapped(line: str, stream: TextIO | None) -> str:
    """Return a line for whoever reads it, at a terminal in lines that break between words.

    Args:
        line: the line.
        stream: where it goes.
    """
    width = terminal.width()
    if len(line) <= width or not (stream is not None and stream.isatty()):
        return line
    import textwrap  # only for a line that a terminal would break inside a word

    if _COMMAND.match(line):
        from claimcheck.cli.help_text import fitted  # only for a command that would be broken

        head, _colon, typed = line.rpartition(": ")
        return (f"{head}:\n" if head else "") + fitted(f"\b\n  {typed.strip()}", width)[2:]
    label = _LABEL.match(line) or _COLUMN.match(line)
    indent = label.end() if label else 0
    return textwrap.fill(
        line,
        width,
        subsequent_indent=" " * indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
