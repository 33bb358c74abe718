"""The command line: its options, its help, and the command that it names."""

from __future__ import annotations

import contextlib
import importlib
import inspect
import io
import keyword
import os
import re
from functools import cache, partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, cast

import typer

from claimcheck import __version__
from claimcheck.cli import replay
from claimcheck.cli.exit_status import CLEAN, UNABLE
from claimcheck.cli.help_text import beside, fitted
from claimcheck.cli.options import ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.system import terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.cli.mistakes import Program
    from claimcheck.cli.result import Command, Result
    from claimcheck.cli.session import Session

P = ParamSpec("P")

# What help shows, in this order: the commands by what they are for, and what each does. The summary
# stands here as well as at its command, which is imported only when it is called.
GROUPS = (
    (
        "Begin, and look around",
        {
            "init": "Start a dossier in a folder.",
            "status": "The dossier on one screen: what fails, what waits, what goes stale.",
            "list": "Every claim, its status and its counts of evidence.",
            "show": "Claims, each with its status, why, and every passage.",
            "log": "What became of a claim or a source over the repository's commits.",
        },
    ),
    (
        "Documents",
        {
            "source": "Pin documents that claims can cite.",
            "pin": "Accept a changed document, after seeing what it does.",
            "find": "Where do the sources speak of this? Candidates for evidence.",
        },
    ),
    (
        "Claims and evidence",
        {
            "new": "Begin a claim.",
            "link": "Add a passage of a source to a claim, if it appears there.",
            "set": "Change a claim, or one of its evidence items, by its keys.",
            "unlink": "Take an evidence item out of a claim.",
            "move": "Bring an evidence item to another claim.",
            "verdict": "Write what a person concludes beside the derived status.",
            "allow": "Let a claim keep what a rule finds, with a reason.",
            "tag": "Add a tag to claims, or take it away.",
            "rename": "Give a claim another id, wherever it is named.",
            "rm": "Remove a claim and its signatures.",
            "undo": "Take back what the last command wrote.",
            "party": "Who is who: add, change, remove and list parties.",
            "import": "Draft claims from answers, spreadsheets and notes; "
            "take over bibliographies.",
            "judge": "What does each drafted passage do to its claim?",
        },
    ),
    (
        "The gate",
        {
            "check": "The gate: run every rule over claims and sources.",
            "watch": "Check again after every save.",
            "article": "Is everything in these articles what the sources say?",
            "rules": "What the gate looks for, and how to mend it.",
            "mend": "Write quotations as their sources print them.",
            "review": "Sign a claim and its passages as they stand.",
            "diff": "What a change does to claims, evidence and sources.",
            "baseline": "Accept today's findings, so that only new ones fail.",
        },
    ),
    (
        "Readers, editors and other programs",
        {
            "report": "Pages for readers: every claim, every source, in a folder or one file.",
            "serve": "The reader's pages on this machine, live after a save, with a form to sign.",
            "export": "The dossier for other programs: spreadsheets, Zotero, archives and more.",
            "quote": "Does a quotation appear in these files?  Needs no project.",
            "bulk": "Whole tables of quotations, by the million.",
            "lsp": "Be the language server of an editor (Language Server Protocol).",
            "mcp": "Serve the project's tools to agents (Model Context Protocol).",
            "agents": "A section, a skill and a hook for coding agents.",
            "schema": "The JSON Schema of the project's files and of the output.",
            "cache": "What is remembered between runs, and how to forget it.",
        },
    ),
)
COMMANDS = tuple(name for _title, group in GROUPS for name in group)
_OF_EVERY_COMMAND = ("--debug", replay.NO_CACHE)
EXAMPLES = (
    ("init", "start a dossier in this folder"),
    ("source add report.pdf", "pin a document"),
    ('find "the bridge reopened"', "where do the documents speak of it?"),
    ("list --status conflicting", "what sources disagree about"),
    ("show bridge-reopened", "one claim, with every passage"),
    ("check", "the gate: exit status 1 on errors"),
)
_EXIT_STATUSES = """\b
Exit status:
  0  done, and nothing is wrong
  1  the answer is no: an error in a claim, a quotation in no file, a refusal
  2  there is no answer: a wrong command line, no such claim, no such file
"""

# How far typer moves in what a command does.
_HELP_INDENT = 2


# What typer takes for the narrowest screen, unless it is told.
_NARROWEST = 52


def _examples(width: int) -> str:
    """Return the examples, each beside what it is for, or above it on a narrow screen."""
    rows = ((f"claimcheck {arguments}", purpose) for arguments, purpose in EXAMPLES)
    return "\n".join(["\b", "Examples:", *beside(rows, width - _HELP_INDENT)])


_MISTAKE = "\nError: "
# What a path of this machine is called in the usage of a command.
_PATH = re.compile(r"\b(?:FILE|FOLDER|DIR|PATH|TABLE)\b")


def _refuse_empty_paths(command: Any, context: typer.Context, arguments: list[str]) -> None:  # noqa: ANN401 - typer's own, of its private part
    """Refuse a path that is empty, as that of a variable that nobody set: it is the folder here.

    Args:
        command: the command that takes the arguments.
        context: what typer knows of them.
        arguments: the arguments.

    Raises:
        BadParameter: a path among them is empty.
    """
    if context.resilient_parsing or not any(text == "" or text[-1] == "=" for text in arguments):
        return
    typed, _rest, _order = command.make_parser(context).parse_args(args=list(arguments))
    for parameter in command.params:
        value = typed.get(parameter.name)
        is_empty = value == "" or (isinstance(value, list | tuple) and "" in value)
        if is_empty and _PATH.search(parameter.metavar or ""):
            raise typer.BadParameter(
                "it is empty; was a variable not set?", ctx=context, param=parameter
            )


class _Commands(typer.core.TyperGroup):
    """All commands, in our order: typer shows groups of commands last."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        return sorted(super().list_commands(ctx), key=COMMANDS.index)

    def format_commands(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401 - typer's own, of its private part
        """Write all commands in groups, each with what it does, without importing any."""
        del ctx
        color = terminal.color()
        for title, group in GROUPS:
            with formatter.section(typer.style(title, bold=True) if color else title):
                names = (typer.style(name, fg="cyan") if color else name for name in group)
                formatter.write_dl(list(zip(names, group.values(), strict=True)))

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own, of its private part
        """Read the options before a command's name."""
        _refuse_empty_paths(self, ctx, args)
        return super().parse_args(ctx, args)

    def invoke(self, ctx: typer.Context) -> None:  # type: ignore[override]
        """Keep what the command line asks for: typer would answer a broken pipe with status 1."""
        ctx.obj.command = super().invoke(ctx)


class _Command(typer.core.TyperCommand):
    """A command whose help fits on the screen, its examples included."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer's own, of its private part
        """Read a command's options and arguments."""
        _refuse_empty_paths(self, ctx, args)
        return super().parse_args(ctx, args)

    def format_help_text(self, ctx: typer.Context, formatter: Any) -> None:  # type: ignore[override]  # noqa: ANN401 - typer's own, of its private part
        """Write what the command does."""
        written = self.help
        self.help = written and fitted(inspect.cleandoc(written), formatter.width - _HELP_INDENT)
        super().format_help_text(ctx, formatter)
        self.help = written


app = typer.Typer(
    name="claimcheck",
    cls=_Commands,
    help="A test runner for facts: curated claims, verified quotes, derived statuses.\n\n"
    f"{_examples(terminal.width())}\n\n{fitted(_EXIT_STATUSES, terminal.width() - _HELP_INDENT)}",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={
        "help_option_names": ["-h", "--help"],
        # What typer prints is caught first, so it would take the colours out.
        "color": terminal.color(),
        "terminal_width": terminal.width() if terminal.width() < _NARROWEST else None,
    },
)


def _version(is_given: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if is_given:
        typer.echo(f"claimcheck {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    directory: ProjectOption = None,
    debug: Annotated[  # noqa: ARG001 - read from the arguments by __main__, where failures end
        bool, typer.Option("--debug", help="Show where claimcheck itself failed, if it does.")
    ] = False,
    no_cache: Annotated[  # noqa: ARG001 - read from the arguments by `replay.question`
        bool,
        typer.Option(replay.NO_CACHE, help="Work everything out anew; see `claimcheck cache`."),
    ] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    context.obj.project = directory


def command(
    name: str, short_help: str, group: typer.Typer = app
) -> Callable[[Callable[P, Result]], Callable[P, Result]]:
    """Make a command of a function, whose parameters are read from the command line.

    Args:
        name: the word that calls it.
        short_help: what the list of commands says of it.
        group: the command that it belongs to.
    """

    def register(function: Callable[P, Result]) -> Callable[P, Result]:
        @wraps(function)
        def parsed(*arguments: P.args, **options: P.kwargs) -> Command:
            return partial(function, *arguments, **options)

        group.command(name, cls=_Command, short_help=short_help)(parsed)
        return function

    return register


def _journalled(command: Command) -> Iterator[CommandResult]:
    """Run a command, and keep what it writes, so that `undo` can take it back."""
    from claimcheck.system import cache, journal

    with journal.opened() as journal_of_command:
        try:
            result = command()
            if isinstance(result, CommandResult):
                yield result
            else:
                yield from result
        finally:
            if data := journal_of_command.data():
                cache.put(journal.KIND, journal_key(Path(journal_of_command.root)), data)


def journal_key(root: Path) -> str:
    """Return under what name the journal of a project is kept."""
    from claimcheck.system import cache

    return cache.hashed(str(root.resolve()))


def _loaded_commands() -> tuple[int, ...]:
    """How many commands each group has by now."""
    groups = [app, *(group.typer_instance for group in app.registered_groups)]
    return tuple(len(group.registered_commands) for group in groups if group is not None)


# A server runs many command lines, and making a parser of signatures takes longer than parsing.
@cache
def _parser(_loaded: tuple[int, ...]) -> Program:
    return cast("Program", typer.main.get_command(app))


def invoke(arguments: list[str], session: Session) -> Result:
    """Read a command line, and run the command that it names.

    Returns:
        What that comes to; help, or what is wrong with the command line, where no command is run.
    """
    # Only what the arguments may name is imported; mistakes get to see every command.
    named = [name for name in COMMANDS if name in arguments]
    # A shell that asks for completions gives no arguments either.
    is_help = not named and (
        bool(replay.HELP & set(arguments))
        or not (arguments or "_CLAIMCHECK_COMPLETE" in os.environ)
    )
    for name in () if is_help else named or COMMANDS:
        # A module cannot be called as Python calls an order of its own.
        module = f"{name}_" if keyword.iskeyword(name) else name
        importlib.import_module(f"claimcheck.cli.commands.{module}")
    given = arguments
    arguments = [argument for argument in arguments if argument not in _OF_EVERY_COMMAND]
    text, notes, status = io.StringIO(), io.StringIO(), CLEAN
    # Typer prints help and mistakes itself, and knows no other stream.
    with contextlib.redirect_stdout(text), contextlib.redirect_stderr(notes):
        try:
            _parser(_loaded_commands())(args=arguments, prog_name="claimcheck", obj=session)
        except SystemExit as exit_:
            status = exit_.code if isinstance(exit_.code, int) else UNABLE
    if session.command is not None:
        with_journal = replay.NO_CACHE not in given
        return _journalled(session.command) if with_journal else session.command()
    if (message := notes.getvalue()) and _MISTAKE not in message:
        # A command that cannot stand alone was given nothing: what typer prints is its help.
        return CommandResult(text.getvalue() + message, status)
    asks_for_help = bool(replay.HELP & set(given))
    return CommandResult(text.getvalue(), status, _hinted(message), repeatable=asks_for_help)


def _hinted(message: str) -> str:
    """Return what typer says of a mistake, with what to write instead."""
    if not message:
        return message
    from claimcheck.cli.mistakes import with_hint  # only after a mistake

    # It begins the lines of a list with a tab.
    return with_hint(message.expandtabs(2), _parser(_loaded_commands()))
