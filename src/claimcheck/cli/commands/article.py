"""`claimcheck article`: is everything in these articles what the sources say?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console
from claimcheck.cli.app import command
from claimcheck.cli.articles import ArticleOptions, article_formats, judge_files
from claimcheck.cli.binding import bind_files
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.options import DryRunOption, ProjectOption, TodayOption, format_option
from claimcheck.cli.result import Result


@command("article", "Is everything in these articles what the sources say?")
def article_command(
    context: typer.Context,
    files: Annotated[
        list[Path],
        typer.Argument(metavar="FILE...", help="Articles: Markdown, plain text, HTML, DOCX, ODT."),
    ],
    format_name: Annotated[str, format_option(article_formats())] = "terminal",
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="REF",
            help="Report only what a change brings: what was there where it left this branch is "
            "counted.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Fail on warnings, too.")] = False,
    bind: Annotated[
        bool,
        typer.Option("--bind", help="Propose, one by one, what a bare sentence may cite."),
    ] = False,
    write_safe: Annotated[
        bool,
        typer.Option(
            "--write-safe",
            help="Cite the source of each bare quotation that appears word for word in exactly "
            "one place.",
        ),
    ] = False,
    new_claims: Annotated[
        bool,
        typer.Option("--new-claims", help="Draft a claim for each bare assertion."),
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> Result:
    """Hold articles against the dossier, line by line: quotations, figures, assertions.

    Each quotation is looked for in the sources that its footnote names, then in all. Each figure is
    compared with what they print. Each sentence is bound (a footnote or a bracket names a claim or
    a source), declared ([unverified], [opinion], [own reporting: who]), or bare.

    \b
    Footnotes, in any editor:
      [^1]: claim:bridge-reopened
      [^2]: source:gazette "the words" p. 12

    \b
    Exit status:
      0  no errors were found
      1  at least one error was found, or with --strict a warning
      2  a file could not be read

    \b
    Examples:
      claimcheck article bridge.md
      claimcheck article bridge.docx --format html > bridge.html
      claimcheck article articles/*.md --write-safe
    """
    options = ArticleOptions(tuple(files), format_name, base, strict, directory, today)
    if bind or write_safe or new_claims:
        steps = bind_files(
            context.obj, options, ask=bind, write_safe=write_safe, new_claims=new_claims
        )
        return rehearsed(steps) if dry_run else steps
    if dry_run:
        console.refuse("--dry-run goes with --bind, --write-safe and --new-claims, which write")
    return judge_files(context.obj, options)
