"""The command line: its options, its help, and the command that it names."""

from __future__ import annotations

import datetime as dt
import importlib
import keyword
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claimcheck import __version__
from claimcheck.cli import console, replay
from claimcheck.cli.session import conducted
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.cli.session import Session

# In the order in which help shows them.
COMMANDS = (
    "init",
    "source",
    "find",
    "new",
    "link",
    "import",
    "list",
    "show",
    "check",
    "rules",
    "mend",
    "review",
    "pin",
    "diff",
    "baseline",
    "quote",
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


class _InOrder(typer.core.TyperGroup):
    """Shows groups of commands among the commands, where typer shows them last."""

    def list_commands(self, ctx: typer.Context) -> list[str]:  # type: ignore[override]
        """Return the names of the commands."""
        return sorted(super().list_commands(ctx), key=COMMANDS.index)


app = typer.Typer(
    name="claimcheck",
    cls=_InOrder,
    help="A test runner for facts: curated claims, verified quotes, derived statuses.\n\n"
    + EXAMPLES,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def day(text: str) -> dt.date:
    """Read a date that was given on the command line."""
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        message = f"{printable(text)} is no date; write year-month-day, such as 2026-01-31"
        raise typer.BadParameter(message) from None


ProjectOption = Annotated[
    Path | None,
    typer.Option(
        "--project",
        "-C",
        metavar="DIR",
        help="The project's folder, or one below it.  [default: the working directory]",
        show_default=False,
    ),
]
TodayOption = Annotated[
    dt.date | None,
    typer.Option(
        "--today",
        metavar="DATE",
        parser=day,
        help="Judge as of this day: what is stale depends on it.  [default: today]",
        show_default=False,
    ),
]
CharsetOption = Annotated[
    str,
    typer.Option(
        metavar="NAME", help="How its characters are encoded, where it does not say so rightly."
    ),
]
DebugOption = Annotated[
    bool, typer.Option("--debug", help="Show where claimcheck itself failed, if it does.")
]


def format_option(known: Sequence[str]) -> Any:  # noqa: ANN401 - typer.Option's own type
    """Return the option `--format` for a view, given the formats that offer it."""

    def known_or_refused(name: str) -> str:
        if name not in known:
            hint = did_you_mean(name, known) or f"there are {', '.join(known)}"
            raise typer.BadParameter(f"there is no format '{printable(name)}' here; {hint}")
        return name

    return typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"How to say it: {', '.join(known)}.",
        callback=known_or_refused,
        autocompletion=lambda incomplete: [name for name in known if name.startswith(incomplete)],
    )


def _version(asked: bool) -> None:  # noqa: FBT001 - typer calls it with the flag's value
    if asked:
        console.say(f"claimcheck {__version__}\n")
        raise typer.Exit


@app.callback()
def _options(
    context: typer.Context,
    project: ProjectOption = None,
    debug: DebugOption = False,  # noqa: ARG001 - read from the arguments by __main__, where failures end
    no_cache: Annotated[  # noqa: ARG001 - as above
        bool,
        typer.Option(replay.NO_CACHE, help="Work everything out anew; see `claimcheck cache`."),
    ] = False,
    version: Annotated[  # noqa: ARG001 - handled by its callback
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    context.obj.project = project


def invoke(arguments: list[str], session: Session) -> int:
    """Run the command that the arguments name; return its exit status.

    Usage errors, and projects that cannot be checked, are explained on standard error and give 2.
    """
    # Only what the arguments may name is imported; help and mistakes get to see every command.
    for name in [name for name in COMMANDS if name in arguments] or COMMANDS:
        # A module cannot be called as Python calls an order of its own.
        module = f"{name}_" if keyword.iskeyword(name) else name
        importlib.import_module(f"claimcheck.cli.commands.{module}")
    # Typer itself would answer a broken pipe with exit status 1, a finding's.
    kept = [one for one in arguments if one not in _OF_EVERY_COMMAND]
    return conducted(session, partial(_dispatch, kept, session))


def _dispatch(arguments: list[str], session: Session) -> int:
    try:
        app(args=arguments, prog_name="claimcheck", obj=session)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    return 0


def repeatable(context: typer.Context) -> None:
    """Say that the command's output depends on nothing but what `Session` lists."""
    context.obj.repeatable = True
