"""`claimcheck show`: one claim, with every passage in its surroundings."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim, complete_claim
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import claim as claim_formats
from claimcheck.gate.check import check
from claimcheck.system import plugins


@command("show", "One claim, with its status, why, and every passage.")
def show_command(
    context: typer.Context,
    claim: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="The claim's id, a beginning that no other shares, or its file.",
            autocompletion=complete_claim,
        ),
    ],
    format_name: Annotated[str, format_option(plugins.names(claim_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Show one claim: what is claimed, by whom, its status and why, and every passage.

    \b
    Examples:
      claimcheck show email-sent-in-error
      claimcheck show email-s
      claimcheck show email-sent-in-error --format json
    """
    project = session.project_of(context.obj, directory)
    report = check(session.assessment_of(project, today))
    assessed = choose_claim(claim, report.assessment.claims)
    return CommandResult(
        console.render(claim_formats, format_name, assessed, report), repeatable=True
    )
