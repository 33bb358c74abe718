"""What commands that edit files have in common: the difference is shown, then written."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from claimcheck.cli.result import CommandResult, joined
from claimcheck.dossier import modeline
from claimcheck.editing.file_edit import FileEdit, apply
from claimcheck.system import journal, terminal
from claimcheck.text.printable import one_line, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcheck.dossier.project import Project
    from claimcheck.editing.operations.rename import Renaming

# What people write and edit; schemas, documents and their texts nobody reads as a difference.
_SHOWN: Final = frozenset({"", ".yaml", ".toml", ".md", ".json"})
_COLOURS: Final = {"+": 32, "-": 31, "@": 36}
_LONGEST_SHOWN: Final = 4_000  # bytes


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


def rehearsed(
    steps: Iterable[CommandResult], *, with_text: bool = False
) -> Iterator[CommandResult]:
    """Run a command that writes, but write nothing: show what it would write as a difference.

    What is noted on the way is said, and so is the command's own answer where it would write
    nothing.

    Args:
        steps: what the command does, step by step.
        with_text: whether its answer is shown in any case, since it says what would be.
    """
    with journal.opened(is_rehearsal=True) as rehearsal:
        results = list(steps)
    edits = [FileEdit(path, *sides) for path, sides in rehearsal.files.items()]
    for result in results:
        text = "" if edits and not with_text else result.text
        yield CommandResult(text, result.status, result.notes)
    yield CommandResult(difference(edits))


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
    lines = (printable(line) for edit in edits for line in _lines_of(edit))
    return joined(map(_coloured, lines) if terminal.color() else lines)


def _coloured(line: str) -> str:
    """Return a line of a difference in the colour of what becomes of it."""
    code = 1 if line[:3] in {"---", "+++"} else _COLOURS.get(line[:1])
    return f"\x1b[{code}m{line}\x1b[0m" if code else line


def _lines_of(edit: FileEdit) -> Iterator[str]:
    """Go through the lines of a difference; of a document or its text only its name and size."""
    data = (edit.after if edit.before is None else edit.before) or b""
    path = PurePosixPath(edit.path)
    is_short = 0 < len(data) < _LONGEST_SHOWN
    is_shown = is_short and path.suffix in _SHOWN and not path.is_relative_to(modeline.FOLDER)
    is_whole = edit.before is None or edit.after is None
    if is_whole and not is_shown:
        yield f"{'new' if edit.before is None else 'removed'} file {edit.path}, {len(data):,} bytes"
        return
    yield from edit.diff().split("\n")[:-1]
