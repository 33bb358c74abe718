"""`claimcheck export`: the dossier for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.exchange import report_on_demand
from claimcheck.cli.exit_status import FINDINGS
from claimcheck.cli.options import ProjectOption, TodayOption
from claimcheck.cli.outputs import link_on_the_way, refuse_own_folders
from claimcheck.cli.reporting import public_address
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.dossier.listing import list_claims
from claimcheck.editing.conflicts import explained
from claimcheck.formats import exports
from claimcheck.formats.export import ExportOptions, ReportOnDemand
from claimcheck.formats.phrases import unread_file
from claimcheck.formats.tables import TABLES
from claimcheck.system import atomic, plugins
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES
from claimcheck.text.plural import count
from claimcheck.text.printable import printable
from claimcheck.text.suggest import did_you_mean

if TYPE_CHECKING:
    from types import ModuleType

    from claimcheck.dossier.project import Project
    from claimcheck.model import Dossier

_TABLES = ", ".join(TABLES)


def _help() -> str:
    """The command's help: every format with who reads it."""
    rows = plugins.modules(exports).items()
    width = max(len(name) for name, _module in rows)
    lines = "\n".join(f"  {name:<{width}}  {module.READERS}" for name, module in rows)
    return f"""Write the dossier in a format that other programs read.

The same dossier gives the same bytes. With --check nothing is written: what the format cannot say
is listed instead, a line each.

\b
Formats, and who reads them:
{lines}

\b
Exit status:
  0  it is written; with --check: the format says everything
  1  with --check: the format leaves something out
  2  it cannot be written

\b
Examples:
  claimcheck export csv --table claims > claims.csv
  claimcheck export xlsx --output dossier.xlsx
  claimcheck export csl > sources.json
  claimcheck export claimreview --base-url https://facts.example.org/ --check
"""


def export_command(  # noqa: D103 - its help is made of the formats
    context: typer.Context,
    format_name: Annotated[str, typer.Argument(metavar="FORMAT", help="One of the formats below.")],
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="The file to write.  [default: standard output]",
            show_default=False,
        ),
    ] = None,
    table: Annotated[
        str, typer.Option(metavar="TABLE", help=f"Only this table: {_TABLES}.", show_default=False)
    ] = "",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where the report of the dossier is public.",
            show_default=False,
        ),
    ] = "",
    title: Annotated[
        str,
        typer.Option(
            metavar="TEXT",
            help="What the dossier is called.  [default: the name of the project's folder]",
            show_default=False,
        ),
    ] = "",
    publisher: Annotated[
        str,
        typer.Option(metavar="NAME", help="Who publishes the verdicts.", show_default=False),
    ] = "",
    check_only: Annotated[
        bool,
        typer.Option("--check", help="List what the format cannot say; write nothing."),
    ] = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    module = _format(format_name)
    if table and table not in TABLES:
        hint = did_you_mean(table, TABLES) or f"there are {_TABLES}"
        console.refuse(f"--table {printable(table)}: there is no such table", hint)
    project = session.project_of(context.obj, directory)
    options = ExportOptions(
        table=table,
        base_url=public_address(base_url),
        title=title or project.root.name or "Claims",
        publisher=publisher,
        read=lambda path: project.tree.read(path, MAX_DOCUMENT_BYTES).data,
    )
    report = report_on_demand(project, today)
    claims = len(list_claims(project.tree, project.config))
    if check_only:
        with session.progress(claims):
            losses = _losses(module, report, options)
        return losses + CommandResult(notes=_unread(report.dossier))
    if output is not None:
        with session.progress(claims, "writing {} claims"):
            data = b"".join(module.render(report, options))
        notes = _left_out(module, report, options)
        return _written(output, project, data) + CommandResult(notes=notes)
    pieces = module.render(report, options)
    if module.BINARY and sys.stdout.isatty():
        console.refuse(f"{format_name} is no text", "name a file: --output FILE")
    console.write_pieces(pieces)
    return CommandResult(notes=_left_out(module, report, options))


def _format(name: str) -> ModuleType:
    names = plugins.names(exports)
    if name not in names:
        hint = did_you_mean(name, names) or f"there are {', '.join(names)}"
        console.refuse(f"there is no format '{printable(name)}'", hint)
    return plugins.module(exports, name)


def _left_out(module: ModuleType, report: ReportOnDemand, options: ExportOptions) -> str:
    """Say how many claims a format leaves out, and which files could not be read."""
    claims = module.left_out(report, options) if hasattr(module, "left_out") else 0
    why = f"left out: {count(claims, 'claim')}; the same command with --check says why\n"
    return (why if claims else "") + _unread(report.dossier)


def _unread(dossier: Dossier) -> str:
    """Say which files could not be read, so that what they say is in no export."""
    paths = (*dossier.unread, *dossier.unread_records)
    return joined(f"left out: {unread_file(path)}" for path in paths)


def _losses(module: ModuleType, report: ReportOnDemand, options: ExportOptions) -> CommandResult:
    losses = [printable(line) for line in module.losses(report, options)]
    total = count(len(losses), "loss", "losses") if losses else "the format says everything"
    return CommandResult(at_width(joined([*losses, total])), FINDINGS if losses else 0)


def _written(output: Path, project: Project, data: bytes) -> CommandResult:
    label = printable(str(output))
    if link := link_on_the_way(output, project):
        console.refuse(
            f"{label}: lies behind a symbolic link ({link})",
            "a change can bring such a link; name the folder that is meant",
        )
    folder = output.parent.resolve()
    if output.is_dir() or output.is_symlink():
        console.refuse(f"{label}: is a folder or a link; name a file")
    refuse_own_folders(label, folder, project)
    with explained(label):
        atomic.overwrite(folder / output.name, data)
    return CommandResult(f"{label}: {len(data):,} bytes\n")


# The formats that there are appear in the help, so it is made before the command is.
export_command.__doc__ = _help()
command("export", "The dossier for other programs: spreadsheets, Zotero, archives and more.")(
    export_command
)
