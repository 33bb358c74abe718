"""`claimcheck check`: the gate."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck import cli, discover, formats, outputs, words
from claimcheck.check import severities
from claimcheck.cli import ProjectOption, TodayOption, app
from claimcheck.format import Screen, needs_claims, offering
from claimcheck.gate import judge
from claimcheck.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.check import Report
    from claimcheck.project import Project
    from claimcheck.rule import Finding


@app.command("check", short_help="The gate: run every rule over claims and sources.")
def check_command(
    context: typer.Context,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", help="Report only findings in these files and folders."
        ),
    ] = None,
    shown: Annotated[str, cli.format_option(offering("findings"))] = "terminal",
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
    found = cli.project_of(context, project)
    chosen = outputs.outputs(output or (), found)
    if base is not None and not base.strip():
        cli.refuse("--base is empty", "name a branch, tag or commit, such as origin/main")
    levels = severities(found.config.rules, select or (), ignore or ())
    views = {shown, *(one.format for one in chosen)}
    if base is None and not paths and not any(map(needs_claims, views)):
        report = cli.judged_again(context, found, today, levels)
    else:
        report = judge(found, cli.assessment_of(found, today), base, levels)
    if paths:
        report = _only(report, paths, found)
    screen = cli.screen()
    # With nothing to show, the closing line needs no page, and so not the time to load one.
    bare = shown == "terminal" and not report.findings and not screen.color
    cli.say(_said(report, "concise" if bare else shown, screen))
    for one in chosen:
        try:
            outputs.write(one, _said(report, one.format, Screen()))
        except OSError as error:
            cli.refuse(f"{one.path}: cannot be written: {error.strerror or error}")
    for failure in report.failures:
        sys.stderr.write(
            f"error: rule {failure.rule} itself failed ({type(failure.error).__name__}: "
            f"{printable(str(failure.error))}); please report it\n"
        )
    if report.failures:
        raise typer.Exit(2)
    if base is None and not chosen and not paths:
        cli.repeatable(context)
    if report.failed or (strict and report.totals.warnings):
        raise typer.Exit(1)


def _said(report: Report, name: str, screen: Screen) -> str:
    view: Callable[[Report, Screen], str] = discover.module(formats, name).findings
    return view(report, screen)


def _only(report: Report, paths: list[Path], project: Project) -> Report:
    """Keep the findings in some files, and on the sources that the claims there cite."""
    dossier = report.assessment.dossier
    own = (project.config.claims, project.config.sources, project.config.reviews)
    chosen = []
    for path in paths:
        full = path if path.is_absolute() else Path.cwd() / path
        if not full.exists():
            cli.refuse(f"{path}: there is no such file or folder")
        inside = full.resolve()
        name = (
            inside.relative_to(project.root).as_posix()
            if inside.is_relative_to(project.root)
            else ""
        )
        if name != "." and not any(f"{name}/".startswith(f"{one}/") for one in own):
            cli.refuse(f"{path}: is no file or folder of this dossier ({', '.join(own)})")
        chosen.append(name)

    def among(file: str) -> bool:
        return any(path in {".", file} or file.startswith(f"{path}/") for path in chosen)

    cited = {
        item.source
        for claim in dossier.claims
        if among(claim.place.path)
        for item in claim.evidence
    }

    def concerned(finding: Finding) -> bool:
        return among(finding.place.path) or (not finding.claim and finding.source in cited)

    kept = tuple(filter(concerned, report.findings))
    elsewhere = len(report.findings) - len(kept)
    if elsewhere:
        sys.stderr.write(
            f"not shown: {words.count(elsewhere, 'finding')} elsewhere in the dossier\n"
        )
    return replace(
        report,
        findings=kept,
        allowed=tuple(filter(concerned, report.allowed)),
        inherited=tuple(filter(concerned, report.inherited)),
    )
