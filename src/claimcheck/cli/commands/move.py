"""`claimcheck move`: bring an evidence item to another claim."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim, complete_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ItemArgument, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.conflicts import explained
from claimcheck.editing.operations.edit_claim import (
    edited_claim,
    with_copied_evidence,
    without_evidence,
)
from claimcheck.editing.splice import no_item
from claimcheck.model.errors import EditError


@command("move", "Bring an evidence item to another claim.")
def move_command(
    context: typer.Context,
    claim: ClaimArgument,
    number: ItemArgument,
    other: Annotated[
        str,
        typer.Argument(metavar="OTHER", help="The other claim.", autocompletion=complete_claim),
    ],
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Take an evidence item out of one claim and write it as the last one of another.

    What it does to the other claim is for you to judge: look at its stance with `claimcheck show`.

    \b
    Example:
      claimcheck move bridge-open 2 storm-was-weak
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    source, target = (choose_claim(name, assessment).claim for name in (claim, other))
    if source.id == target.id:
        console.refuse(f"'{source.id}' is the claim that it is in already")
    item = next((evidence for evidence in source.evidence if evidence.number == number), None)
    if item is None:
        with explained(source.place.path):
            if number > source.items_written:
                raise no_item(number)
            raise EditError(
                f"evidence item {number} of it cannot be read", "`claimcheck check` says why"
            )
    edits = [
        edited_claim(project, assessment.dossier, target, partial(with_copied_evidence, item=item)),
        edited_claim(project, assessment.dossier, source, partial(without_evidence, number=number)),
    ]
    return written(project, edits, dry_run=dry_run)
