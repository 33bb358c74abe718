"""`claimcheck quote`: does a quotation appear in these files?"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from claimcheck.anchor import Fit
from claimcheck.assessment.quotations import LocatedQuotation, locate_among, unchecked
from claimcheck.cli import console
from claimcheck.cli.app import command
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.options import CharsetOption, PartOption, WholePageOption, finite, format_option
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.quotations import quotations_of
from claimcheck.cli.result import CommandResult, joined, refusal
from claimcheck.documents.extract import Bounds
from claimcheck.documents.reader import ExtractOptions
from claimcheck.documents.searchable import open_or_explain
from claimcheck.formats import quotations as quotation_formats
from claimcheck.system import plugins
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT


@command("quote", "Does a quotation appear in these files?  Needs no project.")
def quote_command(
    quote: Annotated[
        str,
        typer.Argument(
            metavar="QUOTE",
            help="The quotation; - reads many from standard input, a line each or as JSON lines "
            'with "quote" and, where given, "id".',
        ),
    ],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILE...",
            help="Text, HTML, PDF, Word, Excel, PowerPoint, OpenDocument, EPUB, RTF, CSV, JSON, "
            "e-mail, subtitles, MHTML, WARC.",
        ),
    ],
    whole_page: WholePageOption = False,
    charset: CharsetOption = "",
    part: PartOption = "",
    time_limit: Annotated[
        float,
        typer.Option(
            metavar="SECONDS",
            min=1,
            max=3600,
            callback=finite,
            help="Give up a document that takes longer to read.",
        ),
    ] = SECONDS_PER_DOCUMENT,
    format_name: Annotated[str, format_option(plugins.names(quotation_formats))] = "terminal",
) -> CommandResult:
    """Check quotations against files, whoever wrote them: a person, a script, a language model.

    A quotation stands only if its words are there, all of them and no others; typography may
    differ. What is only near is shown with its difference, and does not pass. Documents are read as
    `source add` reads them; where they have pages or times, the answer says which. Every file that
    has the quotation is named. A file that cannot be read is told, and the others are looked in;
    what is not in them is unchecked, as it is where a part of a file could not be read. A document
    that was read earlier is not read again.

    \b
    Exit status:
      0  every quotation appears in some file
      1  at least one quotation appears in no file
      2  a file, or a line with a quotation, could not be read

    \b
    Examples:
      claimcheck quote "sent in error" article.html statement.pdf
      claimcheck quote - article.txt --format jsonl < answers.jsonl
    """
    quotations = quotations_of(quote)
    options, bounds = ExtractOptions(whole_page, charset, part), Bounds(seconds=time_limit)
    opened = [open_or_explain(file, options, bounds, show_spinner) for file in dict.fromkeys(files)]
    texts = [file for file, _error in opened]
    located = [
        unchecked(sent.name, sent.quote.exact, sent.trouble)
        if sent.trouble
        else locate_among(sent.quote, texts, sent.name)
        for sent in quotations
    ]
    rendered = console.render(quotation_formats, format_name, located)
    notes = joined(f"error: {sent.trouble}" for sent in quotations if sent.trouble)
    outcome = CommandResult(rendered, _status(located), notes)
    for error in filter(None, (error for _file, error in opened)):
        outcome += refusal(error)
    return outcome


def _status(located: Sequence[LocatedQuotation]) -> int:
    fits = {quotation.anchor.fit for quotation in located if not quotation.stands}
    if Fit.UNCHECKED in fits:
        return UNABLE
    return FINDINGS if fits else CLEAN
