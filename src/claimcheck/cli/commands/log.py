"""`claimcheck log`: what became of a claim over the commits."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import complete_claim
from claimcheck.cli.history import project_history
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.editing.conflicts import no_claim
from claimcheck.formats import log as log_formats
from claimcheck.system import plugins


@command("log", "What became of a claim over the repository's commits.")
def log_command(
    context: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="The claim's id; of one that was removed, too.",
            autocompletion=complete_claim,
        ),
    ],
    format_name: Annotated[str, format_option(plugins.names(log_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Show what became of a claim: at which commits its words, its status or its flags changed.

    The project is assessed as it was at each commit of the branch that touched its files, all as of
    one day, so that what differs was changed by somebody.

    \b
    Examples:
      claimcheck log email-sent-in-error
      claimcheck log email-sent-in-error --format json
    """
    project = session.project_of(context.obj, directory)
    history = project_history(context.obj, project, today or session.present_day())
    if not history.of_claim(claim):
        raise no_claim(claim, history.claim_ids)
    return CommandResult(console.render(log_formats, format_name, claim, history))
