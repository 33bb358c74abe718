"""`claimcheck link`: add a passage of a source to a claim, if it stands there."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.choosing import choose_claim, complete_claim, complete_source
from claimcheck.cli.citing import cite_passage
from claimcheck.cli.options import ProjectOption, TodayOption
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.strict_yaml import MAX_BYTES
from claimcheck.editing import EvidenceToWrite
from claimcheck.editing.operations.cite import in_print
from claimcheck.model import Quote, Stance


@command("link", "Add a passage of a source to a claim, if it stands there.")
def link_command(
    context: typer.Context,
    claim: Annotated[
        str, typer.Argument(metavar="CLAIM", help="The claim's id.", autocompletion=complete_claim)
    ],
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help="The source's id.", autocompletion=complete_source),
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
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Add an evidence item to a claim. A quote that does not stand in its source is refused.

    Only the lines of the new item are added; everything else in the file stays as it is. What the
    gate would hold against the item is said before anything is written.

    \b
    Examples:
      claimcheck link bridge-closed daily-2021-04-03 --stance supports \\
        --quote "The bridge was closed on 3 April"
      pbpaste | claimcheck link bridge-closed daily-2021-04-03 --stance context --quote -
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, today)
    assessed = choose_claim(claim, assessment.claims)
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
        quote=in_print(words, source, assessment.dossier) if printed else words,
        speaker=speaker or None,
        rationale=rationale or None,
        page=page or None,
    )
    return cite_passage(project, assessment, assessed, item)
