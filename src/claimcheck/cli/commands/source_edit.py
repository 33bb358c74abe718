"""`claimcheck source set`, `rm` and `rename`: edits of a source."""

from __future__ import annotations

from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.editing import renamed, written
from claimcheck.cli.options import DryRunOption, NewIdArgument, ProjectOption, SourceArgument
from claimcheck.cli.result import CommandResult, joined
from claimcheck.dossier.project import Project
from claimcheck.editing import file_edit
from claimcheck.editing.conflicts import no_source
from claimcheck.editing.operations.edit_source import SETTABLE, removal, set_values
from claimcheck.editing.operations.rename import rename_source
from claimcheck.model import Dossier, Source
from claimcheck.text.printable import one_line


def set_command(
    context: typer.Context,
    source: SourceArgument,
    values: Annotated[
        list[str],
        typer.Argument(
            metavar="KEY=VALUE...",
            help=f"Keys with values: {', '.join(SETTABLE)}. KEY= takes a key away; `author` may be "
            "given several times.",
        ),
    ],
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Change keys of a source's record, and nothing but their lines.

    What is written is shown as a difference. A record that could not be read any more is not
    written.

    \b
    Examples:
      claimcheck source set report publisher=town issued=2021-05-06
      claimcheck source set report notice=retracted
      claimcheck source set report origin=
    """
    project, dossier, chosen = _chosen(context, directory, source)
    pairs = []
    for text in values:
        key, equals, value = text.partition("=")
        if not equals or not key:
            console.refuse(f"'{one_line(text)}' is not KEY=VALUE", "such as publisher=town")
        pairs.append((key, value))
    console.text_only(values=[value for _key, value in pairs])
    return written(project, [set_values(project, dossier, chosen, pairs)], dry_run=dry_run)


def rm_command(
    context: typer.Context,
    source: SourceArgument,
    force: Annotated[
        bool, typer.Option("--force", help="Remove it though it is cited; that leaves findings.")
    ] = False,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Remove a source: its record, and the files that no other record names.

    Refused while a claim cites it, or a record names it as `origin` or `supersedes`. `claimcheck
    undo` brings it back, where its files are not too large.

    \b
    Example:
      claimcheck source rm report
    """
    project, dossier, chosen = _chosen(context, directory, source)
    record, *files = removal(project, dossier, chosen, force=force)
    shown = written(project, [record], dry_run=dry_run)
    if not dry_run:
        file_edit.apply(project.root, files)
    return shown + CommandResult(joined(f"also gone: {one_line(edit.path)}" for edit in files))


def rename_command(
    context: typer.Context,
    source: SourceArgument,
    new_id: NewIdArgument,
    dry_run: DryRunOption = False,
    directory: ProjectOption = None,
) -> CommandResult:
    """Give a source another id. Its record moves, and whatever names it follows.

    That is claims, records, signatures, articles and the baseline. The files that it pins keep
    their names, and a signature that held holds afterwards. An article that cannot be edited here
    (DOCX, ODT) is told.

    \b
    Example:
      claimcheck source rename report bridge-report-2021
    """
    project, dossier, chosen = _chosen(context, directory, source)
    with session.progress(len(dossier.claims)):
        renaming = rename_source(project, dossier, chosen, new_id, session.present_day())
    return renamed(project, renaming, dry_run=dry_run)


def _chosen(
    context: typer.Context, directory: ProjectOption, name: str
) -> tuple[Project, Dossier, Source]:
    """Return the project, what its files say, and one of its sources."""
    project = session.project_of(context.obj, directory)
    dossier = session.dossier_of(project)
    if name not in dossier.sources:
        raise no_source(name, dossier.sources, dossier.unread_records)
    return project, dossier, dossier.sources[name]
