"""`claimcheck verdict`: write a person's conclusion beside the derived status."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.editing import written
from claimcheck.cli.options import ClaimArgument, DryRunOption, ProjectOption, SigningDayOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.operations.edit_claim import conclude, edited_claim
from claimcheck.model import Status
from claimcheck.text.suggest import did_you_mean


@command("verdict", "Write what a person concludes beside the derived status.")
def verdict_command(
    context: typer.Context,
    claim: ClaimArgument,
    status: Annotated[
        Status, typer.Argument(metavar="STATUS", help=f"What you conclude: {', '.join(Status)}.")
    ],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who concludes it.")],
    because: Annotated[
        str, typer.Option(metavar="TEXT", help="Why; needed where the derived status differs.")
    ] = "",
    rating: Annotated[
        str, typer.Option(metavar="WORD", help="A word of `ratings` in the configuration.")
    ] = "",
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: SigningDayOption = None,
) -> CommandResult:
    """Write what you conclude, dated today, beside the derived status and never instead of it.

    \b
    Example:
      claimcheck verdict bridge-open supported --by "Ana Lind" --because "Seen on site."
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    assessed = choose_claim(claim, assessment)
    console.text_only(by=by, because=because, rating=rating)
    if not by.strip():
        console.refuse("say who concludes it: --by NAME")
    verdict = assessed.claim.verdict
    has_reason = verdict is not None and verdict.status is status and verdict.rationale
    if status != assessed.derivation.status and not because and not has_reason:
        console.refuse(
            f"the evidence makes it {assessed.derivation.status}, so say why it is {status}",
            "--because TEXT",
        )
    ratings = project.config.ratings
    if rating and ratings and rating not in ratings:
        hint = did_you_mean(rating, ratings) or f"there are {', '.join(ratings)}"
        console.refuse(f"the project has no rating '{rating}'", hint)
    concluded = partial(
        conclude,
        status=str(status),
        by=by,
        on=assessment.today,
        rationale=because,
        rating=rating,
    )
    edit = edited_claim(project, assessment.dossier, assessed.claim, concluded)
    return written(project, [edit], dry_run=dry_run)
