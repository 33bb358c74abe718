"""`claimcheck check`: the gate."""

from __future__ import annotations

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck import cli, discover, formats
from claimcheck.check import check
from claimcheck.cli import ProjectOption, TodayOption, app
from claimcheck.printable import printable

if TYPE_CHECKING:
    from claimcheck.check import Report
    from claimcheck.project import Project
    from claimcheck.rule import Finding


class Format(StrEnum):
    """The formats that findings can be had in."""

    TERMINAL = "terminal"
    CONCISE = "concise"
    JSON = "json"


@app.command("check", short_help="The gate: run every rule over claims and sources.")
def check_command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Report only findings in these files and folders."
        ),
    ] = None,
    output: Annotated[
        Format,
        typer.Option("--format", metavar="FORMAT", help=f"How to say it: {', '.join(Format)}."),
    ] = Format.TERMINAL,
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
      claimcheck check --format json > findings.json
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = cli.project_of(context, project)
    report = check(cli.assessment_of(found, today))
    if paths:
        report = _only(report, paths, found)
    view = discover.module(formats, output).findings
    cli.say(view(report, cli.screen()))
    for failure in report.failures:
        sys.stderr.write(
            f"error: rule {failure.rule} itself failed ({type(failure.error).__name__}: "
            f"{printable(str(failure.error))}); please report it\n"
        )
    if report.failures:
        raise typer.Exit(2)
    if report.failed:
        raise typer.Exit(1)


def _only(report: Report, paths: list[Path], project: Project) -> Report:
    chosen = []
    for path in paths:
        full = path if path.is_absolute() else Path.cwd() / path
        if not full.exists():
            cli.refuse(f"{path}: there is no such file or folder")
        resolved = full.resolve()
        if not resolved.is_relative_to(project.root):
            cli.refuse(f"{path}: is not in the project {project.root}")
        chosen.append(resolved.relative_to(project.root).as_posix())

    def concerned(finding: Finding) -> bool:
        return any(
            path in {".", finding.place.path} or finding.place.path.startswith(f"{path}/")
            for path in chosen
        )

    return replace(
        report,
        findings=tuple(filter(concerned, report.findings)),
        allowed=tuple(filter(concerned, report.allowed)),
    )
