"""`claimcheck report`: pages for readers."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command
from claimcheck.cli.options import NoHistoryOption, ProjectOption, TitleOption, TodayOption
from claimcheck.cli.outputs import link_on_the_way, refuse_own_folders
from claimcheck.cli.report_folder import write_report
from claimcheck.cli.reporting import SiteOptions, site_of
from claimcheck.cli.result import CommandResult
from claimcheck.dossier.project import Project
from claimcheck.editing.conflicts import explained
from claimcheck.system import atomic
from claimcheck.text.plural import count
from claimcheck.text.printable import printable


@command("report", "Pages for readers: every claim, every source, in a folder or one file.")
def report_command(
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="The folder to write to: a new one, an empty one, or an earlier report's.",
            show_default=False,
        ),
    ] = None,
    single_file: Annotated[
        Path | None,
        typer.Option(
            "--single-file",
            metavar="FILE",
            help="Write everything into one file, to be mailed.",
            show_default=False,
        ),
    ] = None,
    title: TitleOption = "",
    base_url: Annotated[
        str,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="Where the pages will be published: for citations, search engines and the feed.",
            show_default=False,
        ),
    ] = "",
    templates: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Templates of your own, each in the place of the one of its name.",
            show_default=False,
        ),
    ] = None,
    no_history: NoHistoryOption = False,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Write pages that anybody can open: an index, every claim, every source, parties, a timeline.

    They need no server and no scripts, ask nothing of any other host, and can be put anywhere. Only
    pages that changed are written again.

    \b
    Examples:
      claimcheck report build/site
      claimcheck report build/site --title "TikTok, July 2020" --base-url https://facts.example.org/
      claimcheck report --single-file dossier.html
    """
    if folder is None and single_file is None:
        console.refuse("say where to: a folder, or --single-file FILE")
    if folder is not None and single_file is not None:
        console.refuse("a folder and --single-file exclude each other", "name one of them")
    project = session.project_of(context.obj, directory)
    if single_file is not None and single_file.name in {"", ".."}:
        console.refuse(f"{single_file}: is a folder", "name a file")
    place = _place(folder or single_file or Path(), project)
    if single_file is not None and (place.is_dir() or place.is_symlink()):
        console.refuse(f"{single_file}: is a folder or a link; name a file")
    options = SiteOptions(title, base_url, templates, not no_history, today)
    if single_file is not None:
        site, notes = site_of(context.obj, project, options)
        from claimcheck.formats.site import pages  # only once its library is known to be there

        data = pages.render_single(site)
        with explained(str(single_file)):
            atomic.overwrite(place, data)
        return CommandResult(
            f"{printable(str(single_file))}: {count(len(site.claims), 'claim')}, "
            f"{count(len(site.source_cards), 'source')}, {len(data):,} bytes\n",
            notes=notes,
        )
    result, notes = write_report(context.obj, project, options, place)
    removed = f", {result.removed} removed" if result.removed else ""
    return CommandResult(
        f"{printable(str(folder))}: {count(result.files, 'file')}, "
        f"{result.written} written{removed}\n",
        notes=notes,
    )


def _place(path: Path, project: Project) -> Path:
    """Return where to write, where that is no harm to the project."""
    label = printable(str(path))
    if link := link_on_the_way(path, project):
        console.refuse(
            f"{label}: lies behind a symbolic link ({link})",
            "a change can bring such a link; name the folder that is meant",
        )
    if path.name in {"", ".."}:
        path = path.resolve()
    parent = path.parent.resolve()
    if parent / path.name in {project.root, *project.root.parents}:
        console.refuse(
            f"{label}: the project lies in this folder",
            "name one for the pages alone, such as site",
        )
    if not parent.is_dir():
        console.refuse(f"{label}: there is no folder {parent}", "make it first")
    place = parent / path.name
    refuse_own_folders(label, place, project)
    return place
