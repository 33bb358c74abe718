"""`claimcheck rm`: remove a claim."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import removal


@command("rm", "Remove a claim and its signatures.")
def rm_command(
    context: typer.Context,
    claim: ClaimArgument,
    force: Annotated[
        bool, typer.Option("--force", help="Remove it though other claims rest on it.")
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Remove a claim's file and its review. `claimcheck undo` brings them back.

    \b
    Example:
      claimcheck rm bridge-open
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    chosen = choose_claim(claim, assessment).claim
    edits = removal(project, assessment.dossier, chosen, force=force)
    return written(project, edits, dry_run=dry_run)
