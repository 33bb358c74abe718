"""What typer says of a wrong command line, with what to write instead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_NO_CHOICE = re.compile(r"'([^']*)' is not one of ([^.]*)\.\s*\Z")
_NO_OPTION = re.compile(r"No such option: (--\S+) \(Possible options: ([^)]*)\)\s*\Z")
_NO_NUMBER = re.compile(r"is not a valid (?:int|integer|float)(?: range)?\.\s*\Z")
_NOT_READABLE = re.compile(r"(?:Path|File|Directory) '([^']*)' is not readable\.\s*\Z")
_DENIED = (
    r"\1: cannot be read: permission denied\n"
    "  help: allow yourself to read it, such as with `chmod u+r`\n"
)
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)\s*\Z", re.DOTALL)
_MISSING = re.compile(r"Missing (?:option|argument) '([^']+)'\.\s*\Z")
_NO_COMMAND = re.compile(r"No such command '([^']*)'\.(?: Did you mean .*)?\s*\Z")
_USAGE = re.compile(r"Usage: claimcheck ([a-z ]+?) \[")
_LIKE_A_FILE = re.compile(r"[./\\]")
_TEXTS = re.compile(r"TEXT|QUOTE")
_QUOTED = re.compile(r"'([^']*)'")


class Parameter(Protocol):
    """An option or an argument, as typer holds it.

    Attributes:
        opts: how it is written.
        metavar: what stands for its value in the usage.
        param_type_name: `option` or `argument`.
        help: what it is for.
    """

    opts: Sequence[str]
    metavar: str | None
    param_type_name: str
    help: str


class Program(Protocol):
    """A command, or a group of them, as typer holds it: its own type is private.

    Attributes:
        params: its options and arguments.
        commands: the commands of a group, by their names.
    """

    params: Sequence[Parameter]
    commands: Mapping[str, Program]

    def __call__(self, *, args: Sequence[str], prog_name: str, obj: object) -> object:
        """Run what a command line names."""


def with_hint(notes: str, program: Program) -> str:
    """Add the nearest word, what it is that is missing, or what else to do about a mistake.

    Args:
        notes: what typer says, which begins with the command's usage.
        program: the command line, as typer holds it.
    """
    notes = notes.replace("extra argument(s)", "extra arguments")
    notes = _NO_NUMBER.sub("is not a number.\n", notes)
    notes = _NOT_READABLE.sub(_DENIED, notes)
    if missing := _MISSING.search(notes):
        return notes.rstrip() + "\n" + _meaning(_command(notes, program), missing[1])
    if extra := _TOO_MUCH.search(notes):
        remedy = _of_extra(extra[1].split(" "), _name(notes), _command(notes, program))
        return f"{notes.rstrip()}\n  help: {remedy}\n"
    return _with_command(notes, program) or _with_nearest(notes) or notes


def _with_command(notes: str, program: Program) -> str:
    """What is said of a word that should be a command, and is no misspelt one."""
    word, group = _NO_COMMAND.search(notes), _name(notes)
    # `import answers.csv` is no misspelt `import csv`.
    is_file = word is not None and _LIKE_A_FILE.search(word[1]) is not None
    if not word or ("Did you mean" in word[0] and not is_file):
        return ""
    if not group:
        remedy = "`claimcheck -h` shows every command"
    elif is_file:
        remedy = f"write a command before it: claimcheck {group} COMMAND {word[1]}"
    else:
        remedy = f"claimcheck {group} has {', '.join(_command(notes, program).commands)}"
    return f"{notes[: word.end(1)]}'.\n  help: {remedy}\n"


def _of_extra(words: list[str], name: str, command: Program) -> str:
    """Say what to write instead of words that a command does not take.

    Args:
        words: the words.
        name: the command's, as it is typed.
        command: the command.
    """
    first, equals, value = words[0].partition("=")
    options = {option for each in command.params for option in each.opts}
    taken = [each.metavar or "" for each in command.params if each.param_type_name == "argument"]
    if f"--{first}" in options:
        return f"{words[0]} is written --{first}{' ' if equals else ''}{value}"
    if outputs := options & {"--output", "--out"}:
        return f"the file to write is named with {min(outputs)}: {min(outputs)} {words[0]}"
    if any(_TEXTS.search(metavar) for metavar in taken):
        return "put words that belong together between quotation marks"
    takes = f"{' '.join(taken)} and nothing after it" if taken else "no arguments"
    return f"claimcheck {name} takes {takes}; see claimcheck {name} -h"


def _with_nearest(notes: str) -> str:
    """What is said of an unknown option, or of a value that is no choice, with the nearest one."""
    hint = ""
    if unknown := _NO_OPTION.search(notes):
        hint = did_you_mean(unknown[1], unknown[2].split(", "))
        notes = f"{notes[: unknown.end(1)]}."
    elif wrong := _NO_CHOICE.search(notes):
        hint = did_you_mean(wrong[1], _QUOTED.findall(wrong[2]))
        notes = notes.rstrip()
    return f"{notes} D{hint[1:]}\n" if hint else ""


def _command(notes: str, program: Program) -> Program:
    """Return the command whose usage typer shows."""
    for word in _name(notes).split():
        program = program.commands[word]
    return program


def _name(notes: str) -> str:
    """Return the name of the command whose usage typer shows; "" for claimcheck's own."""
    usage = _USAGE.search(notes)
    return usage[1] if usage else ""


def _meaning(command: Program, name: str) -> str:
    """Return what a command's help says of an option or an argument, as a line of help.

    Args:
        command: the command.
        name: the option, or the argument as the usage names it.
    """
    for parameter in command.params:
        is_argument = parameter.param_type_name == "argument"
        if name in ({parameter.metavar} if is_argument else parameter.opts):
            meaning = parameter.help.partition("  [")[0].rstrip(".")
            value = "" if is_argument else f" {parameter.metavar}"
            return f"  help: write {name}{value}: {meaning[:1].lower()}{meaning[1:]}\n"
    return ""
