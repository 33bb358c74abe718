"""`claimcheck pin`: accept a changed document, after seeing what the change did."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.options import DryRunOption, ProjectOption, SourceArgument, TimeLimitOption
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.documents.extract import Bounds
from claimcheck.editing.operations.repin import pin_update, repin
from claimcheck.formats.impact import impact_text
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT


@command("pin", "Accept a changed document, after seeing what it does.")
def pin_command(
    context: typer.Context,
    source: SourceArgument,
    accept: Annotated[
        bool,
        typer.Option(
            "--accept-harm",
            help="Pin it even though passages are altered, gone, unchecked or in other "
            "surroundings.",
        ),
    ] = False,
    dry_run: DryRunOption = False,
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Read a document again, show what its change did, and pin it with its text.

    Shown are the lines of the text that changed, and what became of every passage quoted from it.
    When each stands where the sentences around it are what they were, the new text and the new
    hashes are written. Otherwise nothing is written, unless you accept the harm: a passage may be
    altered or gone, or appear in a note that takes it back.

    \b
    Exit status:
      0  it is pinned, or was pinned as it is
      1  a passage would be altered, gone, unchecked or in other surroundings; nothing is written
      2  the document cannot be read

    \b
    Examples:
      claimcheck pin daily-news-2020-07-10
      claimcheck pin daily-news-2020-07-10 --accept-harm
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    bounds = Bounds(seconds=time_limit)
    update = pin_update(project, assessment, source, show_spinner, bounds)
    if not update.values and update.text is None:
        yield CommandResult(at_width(f"{source} is pinned as it is; nothing to do\n"))
        return
    yield CommandResult(impact_text(update, console.screen()))
    if not (update.impact.safe or accept):
        advice = "correct the claims first, or run again with --accept-harm"
        yield CommandResult(at_width(f"\nnothing was written; {advice}\n"), FINDINGS)
        return
    if dry_run:
        yield CommandResult("\nnothing was written\n")
        return
    repin(project.root, update)
    text = f" and its text {update.source.text_path}" if update.text is not None else ""
    record = update.source.place.path
    yield CommandResult(at_width(f"\npinned the present bytes of {source}{text} in {record}\n"))
