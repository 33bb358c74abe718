"""`claimcheck pin`: accept a changed document, after seeing what the change did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import complete_source
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.options import ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.repin import pin_update, repin
from claimcheck.formats.impact import impact_text


@command("pin", "Accept a changed document, after seeing what it does.")
def pin_command(
    context: typer.Context,
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=complete_source),
    ],
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-harm", help="Pin it even though passages are altered, gone or unchecked."
        ),
    ] = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Show what became of every passage quoted from a source, then pin its present bytes.

    When every passage still stands, the new hash is written into the record. When one is altered,
    gone or unchecked, nothing is written and the exit status is 1, unless you accept the harm.

    \b
    Examples:
      claimcheck pin daily-news-2020-07-10
      claimcheck pin daily-news-2020-07-10 --accept-harm
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    update = pin_update(project, assessment, source)
    if not update.pins:
        yield CommandResult(f"{source} is pinned as it is; nothing to do\n")
        return
    yield CommandResult(impact_text(update, assessment, console.screen()))
    if not (update.impact.safe or accept):
        advice = "mend the claims first, or run again with --accept-harm"
        yield CommandResult(f"\nnothing was written; {advice}\n", FINDINGS)
        return
    repin(project.root, update)
    yield CommandResult(f"\npinned the present bytes of {source} in {update.source.place.path}\n")
