"""`claimcheck diff`: what a change does, in terms of claims."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from claimcheck.assessment.commits import compare_commits
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.listing import list_claims
from claimcheck.formats import comparison as comparison_formats
from claimcheck.system import plugins


@command("diff", "What a change does to claims, evidence and sources.")
def diff_command(
    context: typer.Context,
    base: Annotated[
        str, typer.Argument(metavar="BASE", help="The branch, tag or commit to compare with.")
    ],
    head: Annotated[
        str | None,
        typer.Argument(
            metavar="[HEAD]",
            help="What to compare; the working tree, when left out.",
            show_default=False,
        ),
    ] = None,
    from_merge_base: Annotated[
        bool,
        typer.Option(
            "--merge-base", help="Compare with where HEAD left BASE: what a pull request does."
        ),
    ] = False,
    format_name: Annotated[str, format_option(plugins.names(comparison_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Say what changed between two commits: claims, their statuses and why, evidence and sources.

    Both sides are judged as of the same day and each by its own settings. Nothing is checked out.

    \b
    Examples:
      claimcheck diff main
      claimcheck diff v1.0 v2.0
      claimcheck diff origin/main --merge-base --format markdown
    """
    project = session.project_of(context.obj, directory)
    day = today or dt.date.today()  # noqa: DTZ011 - the user's own calendar
    claims = len(list_claims(project.tree, project.config))
    with session.progress(claims, "comparing {} claims with those of another commit"):
        comparison = compare_commits(
            project, base, head, today=day, from_merge_base=from_merge_base
        )
        text = console.render(comparison_formats, format_name, comparison)
    return CommandResult(text)
