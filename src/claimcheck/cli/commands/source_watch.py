"""`claimcheck source watch`: whether pages still say what was quoted from them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

import typer

from claimcheck.assessment.sources import catalogue
from claimcheck.cli import console, session
from claimcheck.cli.choosing import complete_source
from claimcheck.cli.exit_status import CLEAN, FINDINGS
from claimcheck.cli.networks import AllowNetworkOption, allowed_networks
from claimcheck.cli.options import ProjectOption, TimeLimitOption, format_option
from claimcheck.cli.progress import show_spinner
from claimcheck.cli.result import CommandResult
from claimcheck.editing.conflicts import no_source
from claimcheck.editing.operations.watch_source import WatchRequest, watch_source
from claimcheck.formats import watched as watched_formats
from claimcheck.formats.watched_lines import lines_of_source, lines_of_totals
from claimcheck.system import plugins
from claimcheck.system.plain_files import SECONDS_PER_DOCUMENT


def watch_command(
    context: typer.Context,
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...",
            help="Ids; by default, all that are quoted and have a url.",
            autocompletion=complete_source,
        ),
    ] = None,
    format_name: Annotated[str, format_option(plugins.names(watched_formats))] = "terminal",
    time_limit: TimeLimitOption = SECONDS_PER_DOCUMENT,
    allow_network: AllowNetworkOption = None,
    directory: ProjectOption = None,
) -> Iterator[CommandResult]:
    """Fetch quoted pages again, and say what became of each passage; nothing is written.

    A line for each passage: unchanged, moved, reworded around, changed (with the difference), gone;
    or what became of its page: gone, redirected, behind a paywall, or why it could not be looked
    at. The evidence stands on the pinned document all the same; `claimcheck source add` pins the
    page as it is now, with `supersedes` in its record.

    \b
    Exit status:
      0  every passage stands as it stood
      1  some passages stand otherwise, or could not be looked at

    \b
    Examples:
      claimcheck source watch
      claimcheck source watch daily-news-2020-07-10
      claimcheck source watch --format json
    """
    project = session.project_of(context.obj, directory)
    assessment = session.assessment_of(project, None)
    entries = {entry.source.id: entry for entry in catalogue(assessment)}
    for name in sources or ():
        if name not in entries:
            raise no_source(name, entries, assessment.dossier.unread_records)
    quoted = [name for name, entry in entries.items() if entry.cited]
    chosen = list(dict.fromkeys(sources or (name for name in quoted if entries[name].source.url)))
    request = WatchRequest(allowed_networks(allow_network), time_limit)
    watched = []
    for name in chosen:
        watch = watch_source(entries[name], assessment, request, show_spinner)
        watched.append(watch)
        # A person is told of each page as soon as it was looked at.
        text = lines_of_source(watch) if format_name == "terminal" else ""
        yield CommandResult(text, CLEAN if watch.is_fine else FINDINGS)
    left = 0 if sources else len(quoted) - len(chosen)
    if format_name == "terminal":
        yield CommandResult(lines_of_totals(watched, left))
    else:
        yield CommandResult(console.render(watched_formats, format_name, watched, left))
