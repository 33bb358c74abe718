"""`claimcheck new`: begin a claim."""

from __future__ import annotations

import datetime as dt
import sys
from typing import Annotated

import typer

from claimcheck.cli import app as cli
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.cli.commands.show import source_ids
from claimcheck.dossier.fields import is_id
from claimcheck.dossier.modeline import modeline
from claimcheck.editing import ClaimToWrite, EditError, EvidenceToWrite, claim_file
from claimcheck.editing.ids import proposed_claim_id
from claimcheck.editing.preview import proposal
from claimcheck.formats.findings import terminal
from claimcheck.model import Kind, Quote, Stance
from claimcheck.search.duplicates import nearest_claim
from claimcheck.system import atomic
from claimcheck.text.printable import one_line


@app.command("new", short_help="Begin a claim.")
def new_command(
    context: typer.Context,
    text: Annotated[
        str,
        typer.Argument(metavar="TEXT", help="The assertion, in one sentence that stands alone."),
    ],
    claim_id: Annotated[
        str,
        typer.Option("--id", metavar="ID", help="The claim's id.  [default: made of its words]"),
    ] = "",
    claimant: Annotated[
        str, typer.Option(metavar="PARTY", help="Who asserts it: an id or a name.")
    ] = "",
    claimed_on: Annotated[
        dt.date | None,
        typer.Option(
            metavar="DATE", parser=cli.day, help="When it was asserted.", show_default=False
        ),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(metavar="KIND", help="event, or state: something that can stop being true."),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="A tag (repeatable).")
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            metavar="ID", help="A source to begin its evidence with.", autocompletion=source_ids
        ),
    ] = "",
    stance: Annotated[
        Stance | None,
        typer.Option(metavar="STANCE", help=f"What it does to the claim: {', '.join(Stance)}."),
    ] = None,
    quote: Annotated[str, typer.Option(metavar="TEXT", help="The source's own words.")] = "",
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Write a claim's file, with its first passage if you have one.

    Without, it cites nothing yet, and fails the gate until it does.

    \b
    Examples:
      claimcheck new "The bridge was closed on 3 April 2021."
      claimcheck new "Prices rose by 4 % in 2023." --id prices-2023 --claimant "Acme Ltd"
      claimcheck new "Nobody was hurt." --source daily --stance supports --quote "no one was hurt"
    """  # noqa: D301 - \b keeps the lines of a block as they are
    console.text_only(TEXT=text, claimant=claimant, tag=tag, quote=quote)
    found = session.project_of(context.obj, project)
    assessment = session.assessment_of(found, today)
    taken = {one.claim.id.casefold() for one in assessment.claims}
    chosen = claim_id or proposed_claim_id(text)
    if not chosen:
        console.refuse("no id can be made of these words", "give one, such as --id bridge-closed")
    if not is_id(chosen):
        console.refuse(f"'{chosen}' cannot be an id", "choose letters, digits and hyphens")
    if chosen.casefold() in taken:
        console.refuse(f"there is a claim '{chosen}' already", "name this one with --id")
    path = f"{found.config.claims}/{chosen}.yaml"
    target = found.root / path
    claim = ClaimToWrite(
        text,
        claimant=claimant,
        claimed_on=claimed_on,
        kind=kind,
        tags=tuple(tag or ()),
        evidence=_evidence(source, stance, quote),
    )
    try:
        data = claim_file(claim, modeline(found.root, "claim", path))
    except EditError as error:
        console.refuse(str(error), error.help)
    proposed = proposal(found, assessment, path, data)
    if not proposed.stands:
        console.say(terminal.render(proposed.report, console.screen()))
        sys.stderr.write("nothing was written\n")
        raise typer.Exit(1)
    if atomic.behind_link(target, found.root):
        console.refuse(f"{path}: lies behind a symbolic link, so nothing was written")
    try:
        atomic.create(target, data)
    except atomic.ExistsError:
        console.refuse(f"{path}: there is such a file already; nothing was written")
    console.say(f"wrote {path}\n")
    _warn_of_repetition(text, {one.claim.id: one.claim.text for one in assessment.claims})
    if proposed.claim and proposed.claim.evidence:
        console.say(f"status {proposed.claim.derivation.status}\n")
    else:
        console.say(f"next: claimcheck link {chosen} SOURCE --stance supports --quote '…'\n")


def _evidence(source: str, stance: Stance | None, quote: str) -> tuple[EvidenceToWrite, ...]:
    if not (source or stance or quote):
        return ()
    if not (source and stance and quote):
        console.refuse("--source, --stance and --quote go together", "give all three, or none")
    return (EvidenceToWrite(source, stance, Quote(quote)),)


def _warn_of_repetition(text: str, claims: dict[str, str]) -> None:
    there = nearest_claim(text, claims)
    if there:
        sys.stderr.write(f"warning: this nearly repeats '{there}': {one_line(claims[there])}\n")
