"""`claimcheck list`: every claim and its status."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.assessment.selection import ClaimFilter, select_claims
from claimcheck.assessment.status import Flag
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import claims as claims_formats
from claimcheck.gate.report import Report
from claimcheck.model import Status
from claimcheck.system import plugins


@command("list", "Every claim, its status and its counts of evidence.")
def list_command(
    context: typer.Context,
    status: Annotated[
        list[Status] | None,
        typer.Option(metavar="STATUS", help=f"Only claims of this status: {', '.join(Status)}."),
    ] = None,
    tag: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="Only claims with this tag."),
    ] = None,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="SOURCE", help="Only claims that cite this source."),
    ] = None,
    party: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Only claims in which this party has a part."),
    ] = None,
    flag: Annotated[
        list[Flag] | None,
        typer.Option(metavar="FLAG", help=f"Only claims with this flag: {', '.join(Flag)}."),
    ] = None,
    format_name: Annotated[str, format_option(plugins.names(claims_formats))] = "terminal",
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """List the claims: id, derived status, counts of evidence, flags, and what is claimed.

    Every filter may be given several times: any of its values will do, but all filters must hold.

    \b
    Examples:
      claimcheck list
      claimcheck list --status conflicting --status refuted
      claimcheck list --party amazon
      claimcheck list --format csv > claims.csv
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    claim_filter = ClaimFilter(status or (), tag or (), source or (), party or (), flag or ())
    claims = select_claims(assessment, claim_filter)
    text = console.render(claims_formats, format_name, claims, Report(assessment, ()))
    return CommandResult(text, repeatable=True)
