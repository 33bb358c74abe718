"""`claimcheck unlink`: take an evidence item out of a claim."""

from __future__ import annotations

from functools import partial

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ItemArgument, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import edited_claim, without_evidence


@command("unlink", "Take an evidence item out of a claim.")
def unlink_command(
    context: typer.Context,
    claim: ClaimArgument,
    number: ItemArgument,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Take an evidence item out of a claim's file, with its lines and nothing else.

    \b
    Example:
      claimcheck unlink bridge-open 2
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    chosen = choose_claim(claim, assessment).claim
    edit = edited_claim(
        project, assessment.dossier, chosen, partial(without_evidence, number=number)
    )
    return written(project, [edit], dry_run=dry_run)
