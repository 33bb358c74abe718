"""`claimcheck source fetch`: bring back documents that are pinned, and not here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.choosing import complete_source
from claimcheck.cli.editing import rehearsed
from claimcheck.cli.exit_status import CLEAN, FINDINGS
from claimcheck.cli.networks import AllowNetworkOption, allowed_networks
from claimcheck.cli.options import ProjectOption, TimeLimitOption
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.result import CommandResult, at_width, joined
from claimcheck.documents.originals import STANDARD_INPUT
from claimcheck.dossier.load import load_tree
from claimcheck.editing.conflicts import no_source
from claimcheck.editing.operations.fetch_source import FetchRequest, fetch_source, is_wanting
from claimcheck.system import journal
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT
from claimcheck.text.plural import count
from claimcheck.text.printable import one_line

if TYPE_CHECKING:
    from claimcheck.dossier.project import Project
    from claimcheck.editing.operations.fetch_source import FetchedFile
    from claimcheck.model import Source


def fetch_command(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE|-]...",
            help="Ids; by default, all of which a file is not here. With - the document is read "
            "from standard input.",
            autocompletion=complete_source,
        ),
    ] = None,
    place: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="DIR",
            help="Look in this folder, and below it, for files with the hashes in the records.  "
            "[default: ask the records' url and archive_url]",
            show_default=False,
        ),
    ] = "",
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    allow_network: AllowNetworkOption = None,
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Look for the files and say what is had; write nothing."),
    ] = False,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Bring back pinned documents that are not here: the very bytes, or none.

    A dossier may be handed on without documents that may not be (`shipped: no`). They are looked
    for at the addresses in their records, in a folder, or on standard input, and written only where
    their SHA-256 is the one in the record. A text that was taken out of a document is taken out
    again. Nothing else is overwritten.

    \b
    Exit status:
      0  every file is here
      1  some files are missing: each place that was asked is named, with what it has instead

    \b
    Examples:
      claimcheck source fetch
      claimcheck source fetch annual-report
      claimcheck source fetch --from ~/documents
      claimcheck source fetch annual-report - < report.pdf
    """
    project = session.project_of(context.obj, directory)
    dossier = load_tree(project.tree, project.config)
    records = dossier.sources
    ids = [name for name in dict.fromkeys(sources or ()) if name != STANDARD_INPUT]
    if STANDARD_INPUT in (sources or ()):
        if place:
            console.refuse("- and --from exclude each other", "name one place to look in")
        place = STANDARD_INPUT
    if place == STANDARD_INPUT and len(ids) != 1:
        console.refuse("standard input holds one document", "name the source that it is")
    for name in ids:
        if name not in records:
            raise no_source(name, records, dossier.unread_records)
    chosen = ids or [source.id for source in records.values() if is_wanting(source)]
    request = FetchRequest(place, allowed_networks(allow_network), time_limit)
    steps = _fetched(project, [records[name] for name in chosen], request)
    yield from rehearsed(steps, with_text=True) if dry_run else steps


def _fetched(
    project: Project, chosen: Sequence[Source], request: FetchRequest
) -> Iterator[CommandResult]:
    """Bring back the files of sources, and say at the end how many were had.

    Args:
        project: the project.
        chosen: the sources.
        request: where to look.
    """
    fetched = failed = 0
    for source in chosen:
        files = 0
        for file in fetch_source(project, source, request, show_spinner):
            files += 1
            fetched += bool(file.origin)
            failed += not file.origin
            yield CommandResult(at_width(_file_text(file)), CLEAN if file.origin else FINDINGS)
        if not files:
            yield CommandResult(at_width(f"{source.id}: every file of it is here\n"))
    would = "would be " if journal.rehearsed() is not None else ""
    numbers = f"{count(fetched, 'file')} {would}fetched, {failed} not"
    yield CommandResult(f"{numbers}\n" if chosen else "every pinned file is here\n")


def _file_text(file: FetchedFile) -> str:
    """Say what became of a file, a line for each place that was asked in vain."""
    if file.origin:
        becomes = "would be here" if journal.rehearsed() is not None else "is here now"
        return f"{file.source}: {one_line(file.path)} {becomes}, from {one_line(file.origin)}\n"
    head = f"{file.source}: {one_line(file.path)} was not fetched"
    return joined(f"{head}: {one_line(problem)}" for problem in file.problems)
