"""`claimcheck rename`: give a claim another id."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim, complete_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import rename


@command("rename", "Give a claim another id: its file, its review, and who names it.")
def rename_command(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id.", autocompletion=complete_claim)
    ],
    new_id: Annotated[str, typer.Argument(metavar="NEW", help="The id that it is to have.")],
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Give a claim another id. Its file and its review move, and claims that rest on it follow.

    `check --base` and `diff` know it again by its words.

    \b
    Example:
      claimcheck rename bridge-open elm-bridge-reopened
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    chosen = choose_claim(claim, assessment.claims).claim
    edits = rename(project, assessment.dossier, chosen, new_id)
    return written(project, edits, dry_run=dry_run)
