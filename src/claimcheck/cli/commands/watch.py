"""`claimcheck watch`: check again after every save."""

from __future__ import annotations

import contextlib
import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from claimcheck.cli import session
from claimcheck.cli.app import command
from claimcheck.cli.check import CheckOptions, inspect
from claimcheck.cli.options import ProjectOption, TodayOption
from claimcheck.cli.result import CommandResult, conduct
from claimcheck.cli.session import Session
from claimcheck.cli.watched_files import watched_files
from claimcheck.dossier.project import find_project
from claimcheck.model.errors import MissingLibraryError, ProjectError
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
    """Check the project now, after every save, and when a day has passed, until Ctrl-C.

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

    root = project.root
    watched = watched_files(project)
    day = options.today or session.present_day()

    def concerns(_change: watchfiles.Change, path: str) -> bool:
        return watched.concern(Path(path).relative_to(root).as_posix())

    # A first turn comes without a save, when the watcher is there: what is saved during the first
    # check is not missed.
    turns = watchfiles.watch(root, watch_filter=concerns, rust_timeout=_TURN, yield_on_timeout=True)
    is_first = True
    for changes in turns:
        present = options.today or session.present_day()
        if changes or is_first or present != day:
            # Each check is a run of its own: what it read last time is not what lies there now.
            conduct(lambda: inspect(Session(cached=cached), options))
            sys.stdout.write(f"{_RULE}\nwatching {printable(str(root))}; Ctrl-C ends it\n")
            sys.stdout.flush()
            # Where the settings cannot be read, they are waited for where they were.
            with contextlib.suppress(ProjectError):
                watched = watched_files(find_project(root))
        is_first, day = False, present
