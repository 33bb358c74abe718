"""`claimcheck undo`: take back what the last command wrote."""

from __future__ import annotations

import typer

from claimcheck.cli import console, session
from claimcheck.cli.app import command, journal_key
from claimcheck.cli.editing import written
from claimcheck.cli.options import DryRunOption, ProjectOption
from claimcheck.cli.result import CommandResult
from claimcheck.editing.file_edit import FileEdit
from claimcheck.system import cache, journal
from claimcheck.system.plain_files import RefusedError

_NOTHING = "nothing was written here that could be taken back"


@command("undo", "Take back what the last command wrote.")
def undo_command(
    context: typer.Context, dry_run: DryRunOption = False, directory: ProjectOption = None
) -> CommandResult:
    """Take back what the last command wrote: its files get the contents that they had before.

    Refused where one of them was changed since. Undone once more, it is written again.

    \b
    Example:
      claimcheck undo --dry-run
    """
    project = session.project_of(context.obj, directory)
    stored = cache.get(journal.KIND, journal_key(project.root))
    if stored is None:
        console.refuse(_NOTHING, "what is older is in the repository's commits")
    try:
        last = journal.read_journal(stored)
    except (ValueError, KeyError, TypeError):
        console.refuse(_NOTHING)
    edits = []
    for path, (before, after) in last.files.items():
        try:
            present = project.tree.read(path, journal.MAX_BYTES).data
        except RefusedError:
            present = None
        if present != after:
            console.refuse(
                f"{path}: was changed since, so nothing was taken back",
                "take it back by hand, or with git",
            )
        edits.append(FileEdit(path, after, before))
    return written(project, edits, dry_run=dry_run)
