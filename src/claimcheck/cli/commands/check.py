"""`claimcheck check`: the gate."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import app as cli
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.cli.check import Asked, inspect
from claimcheck.formats import findings
from claimcheck.system import plugins


@app.command("check", short_help="The gate: run every rule over claims and sources.")
def check_command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Report only findings in these files and folders."
        ),
    ] = None,
    shown: Annotated[str, cli.format_option(plugins.names(findings))] = "terminal",
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
        typer.Option(metavar="RULE", help="Run only this rule; may be given several times."),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="RULE", help="Do not run this rule; may be given several times."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail, too.")] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Run every rule over every claim and source; the exit status says whether the gate is green.

    \b
    Exit status:
      0  no errors (warnings and notes do not fail)
      1  at least one error was found
      2  the project could not be checked

    \b
    Examples:
      claimcheck check
      claimcheck check claims/budget.yaml
      claimcheck check --base origin/main
      claimcheck check --strict --ignore claim-stale
      claimcheck check --format json > findings.json
      claimcheck check --output sarif=out.sarif --output markdown=comment.md
    """  # noqa: D301 - \b keeps the lines of a block as they are
    status = inspect(
        context.obj,
        Asked(
            paths=tuple(paths or ()),
            shown=shown,
            output=tuple(output or ()),
            base=base,
            select=tuple(select or ()),
            ignore=tuple(ignore or ()),
            strict=strict,
            project=project,
            today=today,
        ),
    )
    if status:
        raise typer.Exit(status)
