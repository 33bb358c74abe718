"""`claimcheck link`: add a passage of a source to a claim, if it stands there."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.anchor import Text
from claimcheck.cli import console, session
from claimcheck.cli.app import ProjectOption, TodayOption, app
from claimcheck.cli.commands.show import choose, claim_ids, source_ids
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.editing import EditError, EvidenceToWrite, with_evidence
from claimcheck.editing.as_printed import as_printed
from claimcheck.editing.preview import proposal
from claimcheck.formats.findings import terminal
from claimcheck.model import Quote, Stance
from claimcheck.system import atomic
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from claimcheck.assessment.assess import AssessedClaim, Assessment
    from claimcheck.dossier.project import Project
    from claimcheck.editing.preview import Proposal


@app.command("link", short_help="Add a passage of a source to a claim, if it stands there.")
def link_command(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id.", autocompletion=claim_ids)
    ],
    source: Annotated[
        str, typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=source_ids)
    ],
    quote: Annotated[
        str,
        typer.Option(
            metavar="TEXT", help="The source's own words; - reads them from standard input."
        ),
    ],
    stance: Annotated[
        Stance,
        typer.Option(metavar="STANCE", help=f"What they do to the claim: {', '.join(Stance)}."),
    ],
    prefix: Annotated[
        str, typer.Option(metavar="TEXT", help="The words before, to tell places apart.")
    ] = "",
    suffix: Annotated[str, typer.Option(metavar="TEXT", help="The words behind, likewise.")] = "",
    speaker: Annotated[str, typer.Option(metavar="PARTY", help="Whose words these are.")] = "",
    rationale: Annotated[
        str, typer.Option(metavar="TEXT", help="Why they bear on the claim.")
    ] = "",
    page: Annotated[
        str, typer.Option(metavar="PAGE", help="The page, counted from the first; or 12-13.")
    ] = "",
    printed: Annotated[
        bool, typer.Option("--as-printed", help="Write the words as the source spells them.")
    ] = False,
    project: ProjectOption = None,
    today: TodayOption = None,
) -> None:
    """Add an evidence item to a claim. A quote that does not stand in its source is refused.

    Only the lines of the new item are added; everything else in the file stays as it is. What the
    gate would hold against the item is said before anything is written.

    \b
    Examples:
      claimcheck link bridge-closed daily-2021-04-03 --stance supports \\
        --quote "The bridge was closed on 3 April"
      pbpaste | claimcheck link bridge-closed daily-2021-04-03 --stance context --quote -
    """  # noqa: D301 - \b keeps the lines of a block as they are
    found = session.project_of(context.obj, project)
    assessment = session.assessment_of(found, today)
    chosen = choose(claim, assessment.claims)
    console.text_only(
        quote=quote, prefix=prefix, suffix=suffix, speaker=speaker, rationale=rationale
    )
    exact = console.from_standard_input(MAX_BYTES).strip() if quote == "-" else quote
    if not exact.strip():
        console.refuse("there is no quotation", "give the source's own words with --quote")
    words = Quote(exact, prefix, suffix)
    item = EvidenceToWrite(
        source=source,
        stance=stance,
        quote=_spelled(words, source, assessment) if printed else words,
        speaker=speaker or None,
        rationale=rationale or None,
        page=page or None,
    )
    if source not in assessment.dossier.sources:
        hint = did_you_mean(source, assessment.dossier.sources)
        console.refuse(f"there is no source '{source}'", hint or "see `claimcheck source list`")
    cite(found, assessment, chosen, item)


def cite(
    project: Project, assessment: Assessment, chosen: AssessedClaim, item: EvidenceToWrite
) -> None:
    """Write an item into a claim's file, and say what that does; refuse what the gate would.

    Raises:
        typer.Exit: with status 1, when nothing was written.
        ProjectError: the file cannot be edited.
    """
    linked = _linked(project, assessment, chosen.claim.place.path, item)
    if linked.report.findings:
        console.say(terminal.render(linked.report, console.screen()))
    if not linked.stands or linked.claim is None:
        sys.stderr.write("nothing was written\n")
        raise typer.Exit(1)
    before, now = chosen.derivation.status, linked.claim.derivation.status
    where = linked.claim.evidence[-1].evidence.place
    console.say(f"linked {item.source} to {chosen.claim.id}, {where}\n")
    console.say(f"status {now}" + (f" (was {before})" if now != before else "") + "\n")


def _linked(project: Project, assessment: Assessment, path: str, item: EvidenceToWrite) -> Proposal:
    """Write the item, unless the gate would refuse it; the file may be edited by others, too."""
    target = project.root / path
    if atomic.behind_link(target, project.root):
        console.refuse(f"{path}: lies behind a symbolic link, so nothing was written")
    tried: list[Proposal] = []

    def edit(before: bytes) -> bytes | None:
        edited = with_evidence(before, item)
        tried.append(proposal(project, assessment, path, edited))
        return edited if tried[-1].stands else None

    try:
        atomic.revise(target, target.read_bytes, edit)
    except EditError as error:
        console.refuse(f"{path}: {error}", error.help)
    except atomic.BusyError:
        console.refuse(f"{path}: others keep changing it; nothing was written", "try again")
    return tried[-1]


def _spelled(quote: Quote, source_id: str, assessment: Assessment) -> Quote:
    source = assessment.dossier.sources.get(source_id)
    if source is None or source.text is None:
        return quote
    return as_printed(quote, Text(source.text))
