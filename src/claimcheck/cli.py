"""The command line: the only place that prints, exits or looks at the terminal."""

from __future__ import annotations

import contextlib
import datetime as dt
import importlib
import io
import keyword
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from claimcheck import __version__, replay, surroundings
from claimcheck.assess import Assessment, assess
from claimcheck.format import Screen
from claimcheck.load import list_files, load_listed
from claimcheck.opening import Folder
from claimcheck.printable import printable
from claimcheck.project import Project, ProjectError, find
from claimcheck.suggest import did_you_mean
from claimcheck.trace import Asked, Trace, Traced

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.check import Report
    from claimcheck.rule import Severity
    from claimcheck.tree import Tree

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
_MEMORIES = "memories"
# Some second's work.
_MANY_CLAIMS = 3000
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


@dataclass(slots=True)
class Session:
    """One run of the command line.

    `project` is what was named before the command; `asked` what the project's folders answered
    before the command began, if they were asked; `trace` what was read. `said` is what the command
    said, and `repeatable` whether that depends on nothing but its arguments, the day, the screen
    and what was read; `cached` whether anything may be kept.
    """

    asked: Asked | None = None
    cached: bool = False
    project: Path | None = None
    trace: Trace = field(default_factory=Trace)
    said: str = ""
    repeatable: bool = False


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
        say(f"claimcheck {__version__}\n")
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
        importlib.import_module(f"claimcheck.commands.{module}")
    # Held back until typer is done: it would answer a broken pipe with exit status 1, a finding's.
    held = io.StringIO()
    try:
        with contextlib.redirect_stdout(held):
            return _dispatch([one for one in arguments if one not in _OF_EVERY_COMMAND], session)
    finally:
        session.said = held.getvalue()
        sys.stdout.write(session.said)


def _dispatch(arguments: list[str], session: Session) -> int:
    try:
        app(args=arguments, prog_name="claimcheck", obj=session)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 2
    except ProjectError as error:
        for problem in error.problems:
            sys.stderr.write(f"error: {printable(problem)}\n")
        if error.help:
            lines = "\n".join(map(printable, error.help.split("\n")))
            sys.stderr.write(f"  help: {lines}\n")
        return 2
    return 0


def project_of(context: typer.Context, named: Path | None) -> Project:
    """Find the project: named with the command, before it, or that of the working directory."""
    session: Session = context.obj
    start = named or session.project or Path()
    session.trace.note_real(str(start))

    def reading(folder: Path) -> Tree:
        return Traced(Folder(folder), folder, session.trace, session.asked)

    return find(start, reading)


def repeatable(context: typer.Context) -> None:
    """Say that the command's output depends on nothing but what `Session` lists."""
    context.obj.repeatable = True


def assessment_of(project: Project, today: dt.date | None) -> Assessment:
    """Load and assess a project as of a day, by default the present one."""
    listing = list_files(project.tree, project.config)
    with _looking(len(listing.claims)):
        dossier = load_listed(project.tree, project.config, listing)
        return assess(dossier, today or dt.date.today())  # noqa: DTZ011 - the user's own calendar


def _looking(claims: int) -> contextlib.AbstractContextManager[None]:
    if claims < _MANY_CLAIMS:
        return contextlib.nullcontext()
    from claimcheck.progress import standing  # only where it takes a while

    return standing(f"looking at {claims:,} claims")


def judged_again(
    context: typer.Context, project: Project, today: dt.date | None, levels: Mapping[str, Severity]
) -> Report:
    """Judge what has changed in a project since the same rules judged it the last time."""
    from claimcheck import cache, memory  # only the gate has a memory
    from claimcheck.gate import judge_again

    session: Session = context.obj
    key = ""
    if session.cached:
        key = replay.hashed(
            replay.build(), str(project.root), repr(project.config), repr(sorted(levels.items()))
        )
    known = None
    if key:
        known = memory.recall(lambda name: cache.get(_MEMORIES, f"{key}-{name}"))
    day = today or dt.date.today()  # noqa: DTZ011 - the user's own calendar
    report, learnt = judge_again(project, day, levels, known, _looking)
    # Of what was changed while it was read, nothing is known.
    if key and learnt and session.trace.sound:
        memory.save(learnt, lambda name, data: cache.put(_MEMORIES, f"{key}-{name}", data))
    return report


def text_only(**given: str | list[str] | None) -> None:
    """Refuse arguments that are to be written into a file, and hold bytes that are no text.

    Raises:
        ProjectError: one of them was not typed in UTF-8.
    """
    for name, value in given.items():
        for text in [value] if isinstance(value, str) else value or ():
            try:
                text.encode()
            except UnicodeEncodeError:
                refuse(f"what was given as {name} is not UTF-8: {text}", "type it as UTF-8 text")


def from_standard_input(limit: int) -> str:
    """Read all of standard input, which must be UTF-8.

    Raises:
        ProjectError: it is not, or holds more than `limit` bytes.
    """
    data = sys.stdin.buffer.read(limit + 1)
    if len(data) > limit:
        refuse(f"standard input is larger than {limit:,} bytes")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return refuse(f"line {line} of standard input is not UTF-8", "send it as UTF-8 text")


def screen() -> Screen:
    """Ask once what there is to write on."""
    return Screen(surroundings.width(), surroundings.color())


def say(text: str) -> None:
    """Say something on standard output, just as it is, when the command has ended."""
    sys.stdout.write(text)


def ask(question: str) -> str | None:
    """Ask the person at the terminal; return the line that was typed, None at the input's end."""
    stream = sys.__stderr__
    if stream is None:
        return None
    # What is said waits for the command's end; a question cannot.
    stream.write(question)
    stream.flush()
    return sys.stdin.readline() or None


def refuse(message: str, help: str = "") -> NoReturn:  # noqa: A002 - the word that findings use
    """End the command with exit status 2 and a reason.

    Raises:
        ProjectError: always; `invoke` explains it.
    """
    raise ProjectError(message, help=help)
