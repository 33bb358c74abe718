"""The command line: its options, its help, and the command that it names."""

from __future__ import annotations

import contextlib
import importlib
import io
import keyword
from functools import cache, partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, ParamSpec

import typer

from claimcheck import __version__
from claimcheck.cli import replay
from claimcheck.cli.exit_status import CLEAN, UNABLE
from claimcheck.cli.options import ProjectOption
from claimcheck.cli.result import CommandResult

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.cli.result import Command, Result
    from claimcheck.cli.session import Session

P = ParamSpec("P")

# In the order in which help shows them.
COMMANDS = (
    "init",
    "source",
    "find",
    "new",
    "link",
    "set",
    "unlink",
    "move",
    "verdict",
    "allow",
    "tag",
    "rename",
    "rm",
    "undo",
    "party",
    "import",
    "judge",
    "status",
    "list",
    "show",
    "log",
    "check",
    "watch",
    "article",
    "rules",
    "mend",
    "review",
    "pin",
    "diff",
    "baseline",
    "report",
    "serve",
    "export",
    "quote",
    "bulk",
    "lsp",
    "mcp",
    "agents",
    "schema",
    "cache",
)
_OF_EVERY_COMMAND = ("--debug", replay.NO_CACHE)
EXAMPLES = """\b
Examples:
  claimcheck init                        start a dossier in this folder
  claimcheck source add report.pdf       pin a document
  claimcheck find "the bridge reopened"  where do the documents speak of it?
  claimcheck list --status conflicting   what sources disagree about
  claimcheck show email-sent-in-error    one claim, with every passage
  claimcheck check                       the gate: exit status 1 on errors

\b
Exit status:
  0  done, and nothing is wrong
  1  something is wrong with claims or sources, or was refused or not found
  2  it could not be done: a wrong command line, a project that cannot be read
"""


class _Commands(typer.core.TyperGroup):
    """All commands, in our order: typer shows groups of commands last."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        return sorted(super().list_commands(ctx), key=COMMANDS.index)

    def invoke(self, ctx: typer.Context) -> None:  # type: ignore[override]
        """Keep what the command line asks for: typer would answer a broken pipe with status 1."""
        ctx.obj.command = super().invoke(ctx)


app = typer.Typer(
    name="claimcheck",
    cls=_Commands,
    help="A test runner for facts: curated claims, verified quotes, derived statuses.\n\n"
    + EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
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

        group.command(name, short_help=short_help)(parsed)
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
def _parser(_loaded: tuple[int, ...]) -> Callable[..., object]:
    return typer.main.get_command(app)


def invoke(arguments: list[str], session: Session) -> Result:
    """Read a command line, and run the command that it names.

    Returns:
        What that comes to; help, or what is wrong with the command line, where no command is run.
    """
    # Only what the arguments may name is imported; help and mistakes get to see every command.
    for name in [name for name in COMMANDS if name in arguments] or COMMANDS:
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
        kept = replay.NO_CACHE not in given
        return _journalled(session.command) if kept else session.command()
    # It begins the lines of a list with a tab.
    return CommandResult(text.getvalue(), status, notes.getvalue().expandtabs(2))
