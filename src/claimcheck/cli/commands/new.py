"""`claimcheck new`: begin a claim."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import complete_source
from claimcheck.cli.citing import findings_in, not_written
from claimcheck.cli.editing import difference
from claimcheck.cli.options import (
    DryRunOption,
    PageOption,
    ProjectOption,
    RationaleOption,
    SpeakerOption,
    TodayOption,
    day,
)
from claimcheck.cli.result import CommandResult, at_width
from claimcheck.editing import ClaimToWrite, EvidenceToWrite
from claimcheck.editing.operations.begin_claim import NewClaim, begin_claim
from claimcheck.editing.preview import PresentProject
from claimcheck.model import Kind, Quote, Stance
from claimcheck.text.printable import one_line


@command("new", "Begin a claim.")
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
        typer.Option(metavar="DATE", parser=day, help="When it was asserted.", show_default=False),
    ] = None,
    kind: Annotated[
        Kind | None,
        typer.Option(metavar="KIND", help="event, or state: something that can stop being true."),
    ] = None,
    interested: Annotated[
        list[str] | None,
        typer.Option(metavar="PARTY", help="Whose word is not independent (repeatable)."),
    ] = None,
    as_of: Annotated[
        dt.date | None,
        typer.Option(
            metavar="DATE", parser=day, help="The day for which it is meant.", show_default=False
        ),
    ] = None,
    review_by: Annotated[
        dt.date | None,
        typer.Option(
            metavar="DATE", parser=day, help="When to look at it again.", show_default=False
        ),
    ] = None,
    tag: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="A tag (repeatable).")
    ] = None,
    source: Annotated[
        str,
        typer.Option(
            metavar="ID",
            help="A source to begin its evidence with.",
            autocompletion=complete_source,
        ),
    ] = "",
    stance: Annotated[
        Stance | None,
        typer.Option(metavar="STANCE", help=f"What it does to the claim: {', '.join(Stance)}."),
    ] = None,
    quote: Annotated[str, typer.Option(metavar="TEXT", help="The source's own words.")] = "",
    speaker: SpeakerOption = "",
    rationale: RationaleOption = "",
    page: PageOption = "",
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Write a claim's file, with its first passage if you have one.

    Without, it cites nothing yet, and fails the gate until it does.

    \b
    Exit status:
      0  the claim is written, or with --dry-run shown
      1  the gate would refuse the passage; nothing is written
      2  it cannot be written

    \b
    Examples:
      claimcheck new "The bridge was closed on 3 April 2021."
      claimcheck new "Prices rose by 4 % in 2023." --id prices-2023 --claimant "Acme Ltd"
      claimcheck new "Nobody was hurt." --source daily --stance supports \\
        --quote "no one was hurt" --speaker "the harbour master" --interested ferry-company
    """
    console.text_only(
        TEXT=text, claimant=claimant, interested=interested, tag=tag, quote=quote,
        speaker=speaker, rationale=rationale, page=page,
    )  # fmt: skip
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    earlier = session.present_check(context.obj, project, today)
    claim = ClaimToWrite(
        text,
        claimant=claimant,
        claimed_on=claimed_on,
        interested=tuple(interested or ()),
        kind=kind,
        as_of=as_of,
        review_by=review_by,
        tags=tuple(tag or ()),
        evidence=_evidence(source, stance, quote, (speaker, rationale, page)),
    )
    present = PresentProject(project, assessment, earlier)
    new = begin_claim(present, claim, claim_id, dry_run=dry_run)
    if dry_run and new.preview.passes:
        return CommandResult(findings_in(new.preview) + difference([new.preview.edit]))
    return _outcome(new) if new.preview.passes else not_written(new.preview)


def _evidence(
    source: str, stance: Stance | None, quote: str, more: tuple[str, str, str]
) -> tuple[EvidenceToWrite, ...]:
    """Return the first evidence item, if there is one.

    Args:
        source: its source.
        stance: what it does to the claim.
        quote: the source's words.
        more: its speaker, rationale and page; "" where none is given.
    """
    if not (source or stance or quote or any(more)):
        return ()
    if not (source and stance and quote):
        console.refuse("--source, --stance and --quote go together", "give all three, or none")
    speaker, rationale, page = (text or None for text in more)
    return (EvidenceToWrite(source, stance, Quote(quote), speaker, rationale, page),)


def _outcome(new: NewClaim) -> CommandResult:
    text, notes, claim = f"wrote {new.path}\n", "", new.preview.claim
    if new.similar:
        similar = f"'{new.similar.id}': {one_line(new.similar.text)}"
        notes = f"warning: this nearly repeats {similar}\n"
    if claim and claim.evidence:
        text = findings_in(new.preview) + text
        text += f"status {claim.derivation.status}\n"
    else:
        text += f"next: claimcheck link {new.id} SOURCE --stance supports --quote '…'\n"
    return CommandResult(at_width(text), notes=notes)
