"""`claimcheck check`: the gate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import command
from claimcheck.cli.check import CheckOptions, inspect
from claimcheck.cli.options import ProjectOption, TimeLimitOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import findings
from claimcheck.system import plugins
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT


@command("check", "The gate: run every rule over claims and sources.")
def check_command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Report only findings in these files, folders and claims."
        ),
    ] = None,
    format_name: Annotated[str, format_option(plugins.names(findings))] = "terminal",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            metavar="FORMAT=FILE",
            help="Write it to a file too, in any format; may be given several times.",
            show_default=False,
        ),
    ] = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REF",
            help="Fail only on what the change since REF brought; changed pins are findings.",
            show_default=False,
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE", help="Run only this rule (repeatable; or several with commas)."
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(
            metavar="RULE", help="Do not run this rule (repeatable; or several with commas)."
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    quiet: Annotated[
        bool,
        typer.Option("--quiet", "-q", help="Say nothing where the gate is green, and else a line."),
    ] = False,
    re_extract: Annotated[
        bool,
        typer.Option(
            "--re-extract",
            help="Read the documents again and compare the pinned texts with them; with --base, "
            "those that the change touches.",
        ),
    ] = False,
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> Iterator[CommandResult]:
    """Run every rule over every claim and source; the exit status says whether the gate is green.

    Quotations are looked up in the pinned texts. Documents are compared with their hashes, and
    none is parsed: whether a text is what its document says is asked with --re-extract, in child
    processes with bounds.

    \b
    Exit status:
      0  no errors were found (warnings and notes do not fail)
      1  at least one error was found, or with --strict a warning
      2  the project could not be checked

    \b
    Examples:
      claimcheck check
      claimcheck check claims/budget.yaml
      claimcheck check budget -q
      claimcheck check --base origin/main
      claimcheck check --base origin/main --re-extract
      claimcheck check --strict --ignore claim-stale
      claimcheck check --format json > findings.json
      claimcheck check --output sarif=out.sarif --output markdown=comment.md
    """
    if quiet and format_name != "terminal":
        console.refuse(
            f"--quiet and --format {format_name} exclude each other",
            f"to have both, write a file: --output {format_name}=FILE",
        )
    options = CheckOptions(
        paths=tuple(paths or ()),
        format=format_name,
        output=tuple(output or ()),
        base=base,
        select=tuple(_named(select)),
        ignore=tuple(_named(ignore)),
        strict=strict,
        quiet=quiet,
        directory=directory,
        today=today,
        re_extract=re_extract,
        time_limit=time_limit,
    )
    return inspect(context.obj, options)


def _named(options: list[str] | None) -> Iterator[str]:
    """Go through the rules that an option names; some programs take them all at once, so do we."""
    for option in options or ():
        yield from filter(None, (name.strip() for name in option.split(",")))
