"""`claimcheck list`: every claim and its status."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.assessment.independence import topmost
from claimcheck.assessment.status import Flag
from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.dossier.party_names import PartyNames, name_key
from claimcheck.formats import claims as claims_formats
from claimcheck.gate.report import Report
from claimcheck.model import Status
from claimcheck.system import plugins
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcheck.assessment.assess import AssessedClaim, Assessment


_MOST_NAMED = 8


@app.command("list", short_help="Every claim, its status and its counts of evidence.")
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
    output: Annotated[str, cli.format_option(plugins.names(claims_formats))] = "terminal",
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """List the claims: id, derived status, counts of evidence, flags, and what is claimed.

    Every filter may be given several times: any of its values will do, but all filters must hold.

    \b
    Examples:
      claimcheck list
      claimcheck list --status conflicting --status refuted
      claimcheck list --party amazon
      claimcheck list --format csv > claims.csv
    """  # noqa: D301 - \b keeps the lines of a block as they are
    cli.repeatable(context)
    assessment = session.assessment_of(session.project_of(context.obj, project), today)
    every = assessment.claims
    _refuse_unknown("tag", tag, {name for one in every for name in one.claim.tags})
    _refuse_unknown("source", source, assessment.dossier.sources)
    register = PartyNames(assessment.dossier.parties)
    party = [register.resolve(name) for name in party or ()]
    known = {name for one in every for name in _parties(one, assessment)}
    same = {name_key(name): name for name in known}
    _refuse_unknown("party", [same.get(name_key(name), name) for name in party], known)
    parts = set(map(name_key, party))
    chosen = [
        one
        for one in every
        if (not status or one.derivation.status in status)
        and (not tag or set(tag) & set(one.claim.tags))
        and (not source or set(source) & {item.source for item in one.claim.evidence})
        and (not parts or parts & set(map(name_key, _parties(one, assessment))))
        and (not flag or set(flag) & set(one.derivation.flags))
    ]
    view = plugins.module(claims_formats, output).render
    console.say(view(chosen, Report(assessment, ()), console.screen()))


def _parties(one: AssessedClaim, assessment: Assessment) -> set[str]:
    named = {one.claim.claimant, *one.claim.interested}
    for item in one.evidence:
        named |= {item.voice.speaker, item.voice.outlet, item.voice.key}
    present = {name for name in named if name}
    return present | {topmost(name, assessment.dossier.parties) for name in present}


def _refuse_unknown(what: str, wanted: Collection[str] | None, known: Collection[str]) -> None:
    for name in wanted or ():
        if name not in known:
            hint = did_you_mean(name, known)
            if not hint and known:
                more = " …" if len(known) > _MOST_NAMED else ""
                hint = f"there are {', '.join(sorted(known)[:_MOST_NAMED])}{more}"
            console.refuse(f"no claim has the {what} '{name}'", hint)
