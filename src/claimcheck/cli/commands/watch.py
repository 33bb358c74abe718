"""`claimcheck watch`: check again after every save."""

from __future__ import annotations

import importlib.util
import os
import sys
from typing import TYPE_CHECKING

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.check import CheckOptions, inspect
from claimcheck.cli.options import ProjectOption, TodayOption
from claimcheck.cli.result import CommandResult, conduct
from claimcheck.cli.session import Session
from claimcheck.dossier import baseline_file
from claimcheck.model.errors import MissingLibraryError
from claimcheck.system.installation import install_command
from claimcheck.text.printable import printable

if TYPE_CHECKING:
    from claimcheck.dossier.project import Project

_RULE = "-" * 60
_TURN = 250  # milliseconds after which the watcher looks whether it was interrupted


@command("watch", "Check again after every save.")
def watch_command(
    context: typer.Context,
    directory: ProjectOption = None,
    today: TodayOption = None,
) -> CommandResult:
    """Check the project now, and again after every save, until Ctrl-C.

    Only claims that a save can have changed are looked at again.

    \b
    Examples:
      claimcheck watch
      claimcheck watch -C my-dossier
    """
    if importlib.util.find_spec("watchfiles") is None:
        raise MissingLibraryError(
            "saves cannot be watched: the library watchfiles is not installed",
            f"install it with: {install_command('serve')}",
        )
    project = session.project_of(context.obj, directory)
    options = CheckOptions(directory=project.root, today=today)
    _watch(project, options, cached=context.obj.cached)
    return CommandResult()


def _watch(project: Project, options: CheckOptions, *, cached: bool) -> None:
    import watchfiles  # an extra

    config = project.config
    folders = (config.claims, config.sources, config.reviews)
    articles = (pattern.partition("/")[0] for pattern in config.articles)
    watched = {str(project.root / name) for name in (*folders, *articles)}
    names = (project.file, config.signers, baseline_file.FILE, *config.articles)
    files = {str(project.root / name) for name in names if name}

    def concerns(_change: watchfiles.Change, path: str) -> bool:
        return path in files or any(path.startswith(folder + os.sep) for folder in watched)

    # A first turn comes without a save, when the watcher is there: what is saved during the first
    # check is not missed.
    turns = watchfiles.watch(
        project.root, watch_filter=concerns, rust_timeout=_TURN, yield_on_timeout=True
    )
    is_first = True
    for changes in turns:
        if changes or is_first:
            # Each check is a run of its own: what it read last time is not what lies there now.
            conduct(lambda: inspect(Session(cached=cached), options))
            sys.stdout.write(f"{_RULE}\nwatching {printable(str(project.root))}; Ctrl-C ends it\n")
            sys.stdout.flush()
        is_first = False
