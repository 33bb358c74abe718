"""The command line as typer holds it: every command, with its options."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import TYPE_CHECKING, Any

import typer.main

from claimcheck.cli import app, commands

if TYPE_CHECKING:
    from collections.abc import Iterator


@cache
def program() -> Any:  # noqa: ANN401 - what typer makes of commands has no public type
    """Return the program with all of its commands."""
    for module in pkgutil.iter_modules(commands.__path__):
        importlib.import_module(f"{commands.__name__}.{module.name}")
    return typer.main.get_command(app.app)


def names() -> list[tuple[str, ...]]:
    """Return the words of every command, groups before what they hold, in the order of `--help`."""
    return list(_named(program()))


def _named(group: Any, before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:  # noqa: ANN401 - what typer makes of commands has no public type
    inner = getattr(group, "commands", {})
    for name in group.list_commands(None) if inner else ():
        yield (*before, name)
        yield from _named(inner[name], (*before, name))


def exists(line: str) -> bool:
    """Whether a command line, without the program's name, names commands and options that exist."""
    command = program()
    options = _options(command)
    words = line.split()
    while words and (inner := getattr(command, "commands", {})):
        if words[0] not in inner:
            # What is written in capitals, or as an option, stands for something.
            return not words[0].isidentifier() or not words[0].islower()
        command = inner[words.pop(0)]
        options |= _options(command)
    return all(
        word.partition("=")[0] in options
        for word in words
        if word.startswith("-") and word.strip("-")
    )


def _options(command: Any) -> set[str]:  # noqa: ANN401 - what typer makes of commands has no public type
    return {"-h", "--help", *(option for each in command.params for option in each.opts)}
