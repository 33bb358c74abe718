"""`claimcheck list`: every claim and its status."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated

import typer

from claimcheck.assessment.assessed import AssessedClaim
from claimcheck.assessment.claim_filter import ClaimFilter, select_claims
from claimcheck.assessment.status import Flag
from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import ProjectOption, TodayOption, format_option
from claimcheck.cli.result import CommandResult
from claimcheck.formats import claims as claims_formats
from claimcheck.formats import evidence as evidence_formats
from claimcheck.gate.report import Report
from claimcheck.model import Status
from claimcheck.system import plugins


class Order(StrEnum):
    """In which order claims are listed."""

    ID = "id"
    STATUS = "status"
    ORIGINS = "origins"
    CLAIM = "claim"


_KEYS: dict[Order, Callable[[AssessedClaim], tuple[int, str]]] = {
    Order.ID: lambda _claim: (0, ""),
    Order.STATUS: lambda claim: (list(Status).index(claim.derivation.status), ""),
    Order.ORIGINS: lambda claim: (-claim.derivation.counts.origins, ""),
    Order.CLAIM: lambda claim: (0, claim.claim.text.casefold()),
}


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
    failing: Annotated[
        bool,
        typer.Option("--failing", help="Only claims with a quotation that is not in its source."),
    ] = False,
    unreviewed: Annotated[
        bool, typer.Option("--unreviewed", help="Only claims that nobody has signed as they stand.")
    ] = False,
    by: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only claims that this person has signed."),
    ] = None,
    sort: Annotated[
        Order,
        typer.Option(metavar="ORDER", help=f"The order: {', '.join(Order)}."),
    ] = Order.ID,
    evidence: Annotated[
        bool, typer.Option("--evidence", help="List the passages of the claims, each by itself.")
    ] = False,
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
      claimcheck list --failing
      claimcheck list --unreviewed --sort status
      claimcheck list --format csv > claims.csv
      claimcheck list --evidence --tag bridge --format csv > passages.csv
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    claim_filter = ClaimFilter(
        status or (),
        tag or (),
        source or (),
        party or (),
        flag or (),
        failing,
        unreviewed,
        by or (),
    )
    formats = evidence_formats if evidence else claims_formats
    with session.progress(len(assessment.claims), "listing {} claims"):
        claims = sorted(select_claims(assessment, claim_filter), key=_KEYS[sort])
        text = console.render(formats, format_name, claims, Report(assessment, ()))
    return CommandResult(text, repeatable=session.is_lasting(project))
