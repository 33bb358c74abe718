"""`claimcheck link`: add a passage of a source to a claim, if it stands there."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim
from claimcheck.cli.citing import cite_passage
from claimcheck.cli.options import (
    ClaimArgument,
    DryRunOption,
    PageOption,
    ProjectOption,
    RationaleOption,
    SourceArgument,
    SpeakerOption,
    TodayOption,
)
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.editing import EvidenceToWrite
from claimcheck.editing.operations.cite import in_print
from claimcheck.editing.preview import PresentProject
from claimcheck.model import Operation, Quote, Stance


@command("link", "Add a passage of a source to a claim, if it appears there.")
def link_command(
    context: typer.Context,
    claim: ClaimArgument,
    source: SourceArgument,
    stance: Annotated[
        Stance,
        typer.Option(
            metavar="STANCE", help=f"What the passage does to the claim: {', '.join(Stance)}."
        ),
    ],
    quote: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="The source's own words; - reads them from standard input.",
            show_default=False,
        ),
    ] = "",
    value: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CELL",
            help="A cell of its tables, such as 'row=Elm; column=injured' (repeatable).",
        ),
    ] = None,
    expected: Annotated[
        str, typer.Option("--is", metavar="NUMBER", help="What the cells come to.")
    ] = "",
    operation: Annotated[
        Operation,
        typer.Option(
            "--as", metavar="HOW", help=f"How the cells are put together: {', '.join(Operation)}."
        ),
    ] = Operation.CELL,
    unit: Annotated[
        str, typer.Option(metavar="UNIT", help="What the number counts, such as: people.")
    ] = "",
    rounding: Annotated[
        str, typer.Option(metavar="HOW", help="How it was rounded, such as: to 1000.")
    ] = "",
    prefix: Annotated[
        str, typer.Option(metavar="TEXT", help="The words before, to tell places apart.")
    ] = "",
    suffix: Annotated[
        str, typer.Option(metavar="TEXT", help="The words behind, to tell places apart.")
    ] = "",
    speaker: SpeakerOption = "",
    rationale: RationaleOption = "",
    page: PageOption = "",
    printed: Annotated[
        bool, typer.Option("--as-printed", help="Write the words as the source spells them.")
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Add an evidence item to a claim. What does not appear in its source is refused.

    Only the lines of the new item are added; everything else in the file stays as it is. What the
    gate would hold against the item is said before anything is written.

    \b
    Exit status:
      0  the item is added, or with --dry-run shown
      1  the gate would refuse the item; nothing is written
      2  there is no such claim or source, or no quotation was given

    \b
    Examples:
      claimcheck link bridge-closed daily-2021-04-03 --stance supports \\
        --quote "The bridge was closed on 3 April"
      pbpaste | claimcheck link bridge-closed daily-2021-04-03 --stance context --quote -
      claimcheck link elm-injured casualties --stance supports \\
        --value "sheet=2021; row=Elm; column=injured" --is 14 --unit people
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    assessed = choose_claim(claim, assessment)
    console.text_only(
        quote=quote, prefix=prefix, suffix=suffix, speaker=speaker, rationale=rationale
    )
    cells = _cells(value or [], operation, expected)
    cells |= {key: text for key, text in (("unit", unit), ("rounding", rounding)) if text}
    exact = console.from_standard_input(MAX_BYTES).strip() if quote == "-" else quote
    if not exact.strip() and not value:
        console.refuse("there is no quotation", "give the source's own words with --quote")
    words = Quote(exact, prefix, suffix)
    printed_words = in_print(words, source, assessment.dossier) if printed else words
    item = EvidenceToWrite(
        source=source,
        stance=stance,
        quote=printed_words if exact.strip() else None,
        speaker=speaker or None,
        rationale=rationale or None,
        page=page or None,
        value=cells or None,
    )
    earlier = session.present_check(context.obj, project, today)
    present = PresentProject(project, assessment, earlier)
    return cite_passage(present, assessed, item, dry_run=dry_run)


def _cells(
    value: list[str], operation: Operation, expected: str
) -> dict[str, str | tuple[str, ...]]:
    """Return the keys of a value that say which cells it is of, and what they come to."""
    if not value:
        if expected:
            console.refuse("--is says nothing without a cell", "name it with --value")
        return {}
    if not expected:
        console.refuse("there is nothing that the cells come to", "give it with --is")
    console.text_only(value=value, expected=expected)
    if operation is Operation.CELL and len(value) > 1:
        console.refuse(f"{len(value)} cells are named", "say what of them: --as sum")
    cells = value[0] if operation is Operation.CELL else tuple(value)
    return {str(operation): cells, "is": expected}
