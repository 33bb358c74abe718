"""`claimcheck bulk`: whole tables of quotations, by the million."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.anchor import Fit
from claimcheck.cli import console, session
from claimcheck.cli.app import app, command
from claimcheck.cli.exit_status import CLEAN, FINDINGS, UNABLE
from claimcheck.cli.options import TodayOption
from claimcheck.cli.progress import show_steps
from claimcheck.cli.result import CommandResult, joined
from claimcheck.documents.document import refuse_unless_folder
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.bulk.local import Settings, Summary

bulk_app = typer.Typer(
    help="Whole tables of quotations, by the million.", no_args_is_help=True, rich_markup_mode=None
)
app.add_typer(bulk_app, name="bulk")

QuotesOption = Annotated[
    str,
    typer.Option(
        "--quotes", metavar="TABLE", help="The quotations: a file, a folder or an address."
    ),
]
DocumentsOption = Annotated[
    str, typer.Option("--documents", metavar="TABLE", help="The documents, with their texts.")
]
OutOption = Annotated[
    str,
    typer.Option(
        "--out",
        metavar="FILE",
        help="Where to write: .parquet, .jsonl or .csv; without an ending, a folder of Parquet.",
    ),
]
OutFileOption = Annotated[
    str, typer.Option("--out", metavar="FILE", help="Where to write: .parquet, .jsonl or .csv.")
]
QuoteColumn = Annotated[
    str, typer.Option("--quote-column", metavar="NAME", help="The column of the words.")
]
IdColumn = Annotated[
    str, typer.Option("--id-column", metavar="NAME", help="The column of the quotations' ids.")
]
DocumentColumn = Annotated[
    str,
    typer.Option(
        "--document-column",
        metavar="NAME",
        help="The column that names the document, or a list of documents.",
    ),
]
PrefixColumn = Annotated[
    str,
    typer.Option("--prefix-column", metavar="NAME", help="The column of what comes before."),
]
SuffixColumn = Annotated[
    str, typer.Option("--suffix-column", metavar="NAME", help="The column of what comes after.")
]
DocumentIdColumn = Annotated[
    str,
    typer.Option("--document-id-column", metavar="NAME", help="The column of the documents' ids."),
]
TextColumn = Annotated[
    str, typer.Option("--text-column", metavar="NAME", help="The column of the documents' texts.")
]
ProcessesOption = Annotated[
    int,
    typer.Option(
        metavar="N",
        min=0,
        max=1024,
        help="How many processes work at once.  [default: one a processor]",
        show_default=False,
    ),
]
WorkOption = Annotated[
    str,
    typer.Option(
        "--work",
        metavar="DIR",
        help="Where rows lie on their way.  [default: the system's folder of temporary files]",
        show_default=False,
    ),
]


@command("verify", "Does each quotation of a table appear in the document that it names?", bulk_app)
def verify_command(
    quotes: QuotesOption,
    documents: DocumentsOption,
    out: OutOption,
    quote_column: QuoteColumn = "quote",
    id_column: IdColumn = "id",
    document_column: DocumentColumn = "document",
    prefix_column: PrefixColumn = "prefix",
    suffix_column: SuffixColumn = "suffix",
    document_id_column: DocumentIdColumn = "id",
    text_column: TextColumn = "text",
    processes: ProcessesOption = 0,
    work: WorkOption = "",
) -> CommandResult:
    """Check every quotation against the document that it names, on all processors.

    Tables are Parquet, JSON lines or CSV. The results are those of `claimcheck quote`, in the
    order of the quotations; `claimcheck schema bulk-quotations` has their columns. A row that
    cannot be read becomes an unchecked result with the reason. docs/guide/bulk.md says how to do
    the same on a cluster.

    \b
    Exit status:
      0  every quotation appears in its document
      1  at least one quotation is not in its document, or could not be checked
      2  a table could not be read or written

    \b
    Examples:
      claimcheck bulk verify --quotes q.parquet --documents d.parquet --out v.parquet
      claimcheck bulk verify --quotes answers.jsonl --documents wire/ --out results.csv
    """
    console.text_only(quotes=quotes, documents=documents, out=out, work=work)
    names = [quote_column, id_column, document_column, prefix_column, suffix_column]
    console.text_only(columns=[*names, document_id_column, text_column])
    _require_library()
    from claimcheck.bulk import local, tables

    columns = tables.QuoteColumns(*names)
    with _settings(processes, work) as settings:
        summary = local.verify_files(
            local.QuoteTable(quotes, columns),
            local.DocumentTable(documents, tables.DocumentColumns(document_id_column, text_column)),
            out,
            settings,
        )
    return _result_of(summary, out)


@command("locate", "In which document of a table does each quotation appear?", bulk_app)
def locate_command(
    quotes: QuotesOption,
    documents: DocumentsOption,
    out: OutOption,
    quote_column: QuoteColumn = "quote",
    id_column: IdColumn = "id",
    prefix_column: PrefixColumn = "prefix",
    suffix_column: SuffixColumn = "suffix",
    document_id_column: DocumentIdColumn = "id",
    text_column: TextColumn = "text",
    processes: ProcessesOption = 0,
    work: WorkOption = "",
) -> CommandResult:
    """Look for quotations that name no document in all documents of a table.

    A quotation that appears in some document is always found; of several documents, the one with
    the first id is told. One that appears in none is compared with the few that share most with it,
    to show what it was made of. The results have the columns of `bulk verify`.

    \b
    Exit status:
      0  every quotation appears in some document
      1  at least one quotation is in no document, or could not be checked
      2  a table could not be read or written

    \b
    Example:
      claimcheck bulk locate --quotes q.jsonl --documents archive/ --out v.parquet
    """
    names = [quote_column, id_column, prefix_column, suffix_column]
    console.text_only(quotes=quotes, documents=documents, out=out, work=work)
    console.text_only(columns=[*names, document_id_column, text_column])
    _require_library()
    from claimcheck.bulk import tables
    from claimcheck.bulk.local import DocumentTable, QuoteTable
    from claimcheck.bulk.locate import locate_files

    # No table has a column without a name: what documents a quotation names does not count.
    columns = tables.QuoteColumns(quote_column, id_column, "", prefix_column, suffix_column)
    with _settings(processes, work) as settings:
        summary = locate_files(
            QuoteTable(quotes, columns),
            DocumentTable(documents, tables.DocumentColumns(document_id_column, text_column)),
            out,
            settings,
        )
    return _result_of(summary, out)


@command("find", "Where do the documents of a table speak of each claim?", bulk_app)
def find_command(
    claims: Annotated[
        str, typer.Option("--claims", metavar="TABLE", help="The claims: a file or a folder.")
    ],
    documents: DocumentsOption,
    out: OutFileOption,
    limit: Annotated[
        int, typer.Option(metavar="N", min=1, max=1000, help="How many passages of each at most.")
    ] = 10,
    claim_column: Annotated[
        str, typer.Option("--claim-column", metavar="NAME", help="The column of the claims' words.")
    ] = "claim",
    id_column: Annotated[
        str, typer.Option("--id-column", metavar="NAME", help="The column of the claims' ids.")
    ] = "id",
    document_id_column: DocumentIdColumn = "id",
    text_column: TextColumn = "text",
    processes: ProcessesOption = 0,
    work: WorkOption = "",
) -> CommandResult:
    """Rank the passages of all documents for every claim, as `claimcheck find` does.

    Documents are taken apart on all processors and put together into one index, so that the first
    passages are those of one index. `claimcheck schema bulk-passages` has the columns.

    \b
    Exit status:
      0  every claim has a passage
      1  at least one claim has no passage
      2  a table could not be read or written

    \b
    Example:
      claimcheck bulk find --claims c.jsonl --documents archive/ --out passages.parquet
    """
    console.text_only(claims=claims, documents=documents, out=out, work=work)
    console.text_only(columns=[claim_column, id_column, document_id_column, text_column])
    _require_library()
    from claimcheck.bulk import tables
    from claimcheck.bulk.find import FindJob, find_files
    from claimcheck.bulk.local import DocumentTable, QuoteTable

    columns = tables.QuoteColumns(claim_column, id_column, "", "", "")
    job = FindJob(
        QuoteTable(claims, columns),
        DocumentTable(documents, tables.DocumentColumns(document_id_column, text_column)),
        out,
        limit,
    )
    with _settings(processes, work) as settings:
        summary = find_files(job, settings)
    searched = count(summary.searched, "document")
    lines = [
        (
            f"{count(summary.claims, 'claim')}: {count(summary.passages, 'passage')}, "
            f"{summary.without:,} without one"
        ),
        (
            f"{one_line(out)}: in {summary.seconds:.1f} s, of {searched}; "
            f"{summary.unsearched:,} could not be searched"
        ),
    ]
    return CommandResult(
        joined(lines), FINDINGS if summary.without else CLEAN, _killed(summary.deaths)
    )


@command("check", "Check every project below a folder, with one table of findings.", bulk_app)
def check_command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="The folder; projects are looked for in it.")
    ],
    out: OutFileOption,
    today: TodayOption = None,
    processes: ProcessesOption = 0,
) -> CommandResult:
    """Check many dossiers, such as those of a monorepo or an archive, on all processors.

    A project is a folder with a configuration. One that cannot be checked has a row that says why.
    `claimcheck schema bulk-findings` has the columns.

    \b
    Exit status:
      0  no project has an error
      1  at least one project has an error
      2  at least one could not be checked

    \b
    Example:
      claimcheck bulk check dossiers/ --out findings.parquet
    """
    console.text_only(folder=str(folder), out=out)
    _require_library()
    from claimcheck.bulk.check import FAILURE, check_projects

    refuse_unless_folder(str(folder))
    with _settings(processes, "") as settings:
        summary = check_projects(folder, out, today or session.present_day(), settings)
    errors, failures = summary.severities["error"], summary.severities[FAILURE]
    total = f"{count(errors, 'error')}, {count(summary.severities['warning'], 'warning')}"
    lines = [
        (
            f"{count(summary.projects, 'project')}: {total}; {summary.unchecked:,} unchecked, "
            f"{failures:,} could not be checked"
        ),
        f"{one_line(out)}: in {summary.seconds:.1f} s",
    ]
    status = UNABLE if failures else FINDINGS if errors else CLEAN
    return CommandResult(joined(lines), status, _killed(summary.deaths))


def _killed(deaths: int) -> str:
    """The note on workers that the system killed."""
    if not deaths:
        return ""
    were = "worker was" if deaths == 1 else "workers were"
    return f"note: {deaths} {were} killed; others did the work again\n"


def _require_library() -> None:
    """Refuse bulk jobs where Arrow is not installed.

    Raises:
        MissingLibraryError: it is not.
    """
    try:
        importlib.import_module("pyarrow")
    except ImportError:
        raise MissingLibraryError(
            "tables need the library pyarrow, which is not installed",
            f"install it with: {install_command('bulk')}",
        ) from None


@contextlib.contextmanager
def _settings(processes: int, work: str) -> Iterator[Settings]:
    from claimcheck.bulk.local import Settings

    with show_steps() as progress:
        yield Settings(processes=processes, folder=work, progress=progress)


def _result_of(summary: Summary, out: str) -> CommandResult:
    """Say what came of a job."""
    unchecked = summary.fits[Fit.UNCHECKED]
    standing = sum(summary.fits[fit] for fit in Fit if fit.passes)
    rows = [(str(fit), summary.fits[fit]) for fit in Fit if summary.fits[fit]]
    failing = summary.rows - standing - unchecked
    total = (
        f"{count(standing, 'stands', 'stand')}, {count(failing, 'does not', 'do not')}, "
        f"{unchecked:,} unchecked"
    )
    read, moved = _megabytes(summary.bytes_read), _megabytes(summary.bytes_moved)
    cost = f"{read} read, {moved} moved, {_megabytes(summary.peak_bytes)} at most in a process"
    lines = [
        f"{count(summary.rows, 'quotation')}: {total}",
        *(f"  {fit:<13} {number:>13,}" for fit, number in rows),
        f"{one_line(out)}: in {summary.seconds:.1f} s, {cost}",
    ]
    notes = _killed(summary.deaths)
    if summary.beyond:
        notes += (
            f"note: the letters of {count(summary.beyond, 'quotation')} appear in more documents "
            "than were looked in; it may appear in others\n"
        )
    status = CLEAN if standing == summary.rows else FINDINGS
    return CommandResult(joined(lines), status, notes)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.1f} MB"
