"""`claimcheck rename`: give a claim another id."""

from __future__ import annotations

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import renamed
from claimcheck.cli.options import ClaimArgument, DryRunOption, NewIdArgument, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.rename import rename_claim


@command("rename", "Give a claim another id, wherever it is named.")
def rename_command(
    context: typer.Context,
    claim: ClaimArgument,
    new_id: NewIdArgument,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Give a claim another id. Its file and its signatures move, and whatever names it follows.

    That is claims that rest on it, signatures under them, articles and the baseline. A signature
    that held holds afterwards. An article that cannot be edited here (DOCX, ODT) is told. `check
    --base` and `diff` know the claim again by its words.

    \b
    Example:
      claimcheck rename bridge-open elm-bridge-reopened
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    chosen = choose_claim(claim, assessment).claim
    renaming = rename_claim(project, assessment.dossier, chosen, new_id, assessment.today)
    return renamed(project, renaming, dry_run=dry_run)
