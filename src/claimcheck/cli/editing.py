"""What commands that edit files have in common: the difference is shown, then written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.cli.result import CommandResult, joined
from claimcheck.editing.file_edit import apply
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.dossier.project import Project
    from claimcheck.editing.file_edit import FileEdit
    from claimcheck.editing.operations.rename import Renaming


def written(
    project: Project, edits: Iterable[FileEdit], *, dry_run: bool, head: str = ""
) -> CommandResult:
    """Write edits, and show their difference; with `dry_run` only show it.

    Args:
        project: where the files are.
        edits: what is to become of them.
        dry_run: whether nothing is to be written.
        head: what is said before the difference.

    Raises:
        ConflictError: a file was changed meanwhile, or cannot be written.
    """
    changed = [edit for edit in edits if edit.before != edit.after]
    if not changed:
        return CommandResult(f"{head}nothing to change\n")
    if not dry_run:
        apply(project.root, changed)
    return CommandResult(head + difference(changed))


def renamed(project: Project, renaming: Renaming, *, dry_run: bool) -> CommandResult:
    """Write what gives something another id, and say which articles a person must edit.

    Args:
        project: where the files are.
        renaming: what is to become of them.
        dry_run: whether nothing is to be written.

    Raises:
        ConflictError: a file was changed meanwhile, or cannot be written.
    """
    done = written(project, renaming.edits, dry_run=dry_run)
    notes = "".join(
        f"{one_line(path)}: names the old id, and is not edited here: change it in its program\n"
        for path in renaming.by_hand
    )
    return done + CommandResult(notes=notes)


def difference(edits: Iterable[FileEdit]) -> str:
    """Return the difference of files, safe for a terminal."""
    lines = (line for edit in edits for line in edit.diff().split("\n")[:-1])
    return joined(map(printable, lines))
