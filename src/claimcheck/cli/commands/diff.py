"""`claimcheck diff`: what a change does, in terms of claims."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.assess import assess
from claimcheck.assessment.compare import compare_assessments
from claimcheck.assessment.comparison import SideName
from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.dossier.at_commit import dossier_at
from claimcheck.dossier.load import load
from claimcheck.formats import comparison
from claimcheck.model import Config, Dossier
from claimcheck.system import git, plugins

if TYPE_CHECKING:
    from claimcheck.dossier.project import Project


@app.command("diff", short_help="What a change does to claims, evidence and sources.")
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
    output: Annotated[str, cli.format_option(plugins.names(comparison))] = "terminal",
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Say what changed between two commits: claims, their statuses and why, evidence and sources.

    Both sides are judged as of the same day and each by its own settings. Nothing is checked out.

    \b
    Examples:
      claimcheck diff main
      claimcheck diff v1.0 v2.0
      claimcheck diff origin/main --merge-base --format markdown
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    day = today or dt.date.today()  # noqa: DTZ011 - the user's own calendar
    old_commit = git.resolve(found.root, base)
    old_name = base
    if from_merge_base:
        old_commit = git.merge_base(found.root, base, head or "HEAD")
        old_name = f"where this change left {base}"
    old, old_side = _at(found, old_commit, old_name)
    if head is None:
        new, new_side = load(found.root, found.config), SideName("the working tree")
    else:
        new, new_side = _at(found, git.resolve(found.root, head), head)
    compared = compare_assessments(assess(old, day), assess(new, day), (old_side, new_side))
    view = plugins.module(comparison, output).render
    console.say(view(compared, console.screen()))


def _at(project: Project, commit: str, name: str) -> tuple[Dossier, SideName]:
    dossier = dossier_at(project.root, commit)
    exists = dossier is not None
    return dossier or Dossier(Config()), SideName(name, commit, exists)
