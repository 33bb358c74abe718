"""What keeps a file from being written, and ids that name nothing: one wording for all."""

from __future__ import annotations

import contextlib
from posixpath import basename, splitext
from typing import TYPE_CHECKING

from claimcheck.model.errors import ConflictError, EditError, RequestError
from claimcheck.system import atomic, journal
from claimcheck.system.file_errors import reading_help, writing_clause, writing_help
from claimcheck.system.folder import Folder
from claimcheck.system.plain_files import RefusedError
from claimcheck.text.suggest import did_you_mean, suggestions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator
    from pathlib import Path

    from claimcheck.model import Flaw

_AGAIN = "run the command again"


def refuse_new_flaws(
    before: Iterable[Flaw], after: Iterable[Flaw], keys: Collection[str] = ()
) -> None:
    """Refuse an edit after which something cannot be read that could be before.

    Args:
        before: what was wrong with the file.
        after: what would be.
        keys: those that were edited, in which nothing may be wrong at all.

    Raises:
        RequestError: something new is wrong.
    """
    standing = {flaw.message for flaw in before}
    for flaw in after:
        if flaw.message not in standing or any(f"`{key}`" in flaw.message for key in keys):
            raise RequestError(f"nothing was written: {flaw.message}", flaw.help)


def create(root: Path, path: str, data: bytes) -> None:
    """Create a file of a project, and the folders that it is to lie in.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        data: what it is to hold.

    Raises:
        ConflictError: it is there already, lies behind a link, or cannot be written.
    """
    with explained(path):
        _create(root, path, data)


def create_missing(root: Path, path: str, data: bytes) -> bool:
    """Create a file of a project, unless there is one of that name.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        data: what it is to hold.

    Returns:
        Whether it was created.

    Raises:
        ConflictError: it lies behind a link, or cannot be written.
    """
    with explained(path), contextlib.suppress(atomic.ExistsError):
        _create(root, path, data)
        return True
    return False


def _create(root: Path, path: str, data: bytes) -> None:
    file = target(root, path)
    if rehearsal := journal.rehearsed():
        if path in rehearsal.files or file.exists() or file.is_symlink():
            raise atomic.ExistsError(path)
    else:
        file.parent.mkdir(parents=True, exist_ok=True)
        atomic.create(file, data)
    journal.note(root, path, None, data)


def replace(root: Path, path: str, data: bytes, *, expect: bytes) -> None:
    """Replace a file of a project.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        data: what it is to hold.
        expect: what it holds, as far as the caller knows.

    Raises:
        ConflictError: it holds something else, lies behind a link, or cannot be written.
    """
    with explained(path):
        file = target(root, path)
        if not _rehearses_change(root, path, expect):
            atomic.replace(file, data, expect=expect)
        journal.note(root, path, expect, data)


def remove(root: Path, path: str, *, expect: bytes) -> None:
    """Remove a file of a project.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        expect: what it holds, as far as the caller knows.

    Raises:
        ConflictError: it holds something else, lies behind a link, or cannot be removed.
    """
    with explained(path):
        file = target(root, path)
        if not _rehearses_change(root, path, expect):
            atomic.remove(file, expect=expect)
        journal.note(root, path, expect, None)


def _rehearses_change(root: Path, path: str, expect: bytes) -> bool:
    """Whether a change is only rehearsed; then it is looked whether the file could be changed.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        expect: what it holds, as far as the caller knows.

    Raises:
        ChangedError: it holds something else.
    """
    if journal.rehearsed() is None:
        return False
    if _present(root, path) != expect:
        raise atomic.ChangedError(path)
    return True


def _present(root: Path, path: str) -> bytes:
    """Return what a file holds, or would hold after what was rehearsed so far."""
    rehearsal = journal.rehearsed()
    if rehearsal is not None and path in rehearsal.files:
        return rehearsal.files[path][1] or b""
    return Folder(root).read(path).data


def revise(root: Path, path: str, edit: Callable[[bytes], bytes | None]) -> bool:
    """Edit a file of a project; where others edit it at the same time, their edit is edited.

    Args:
        root: the project's root.
        path: the file's path, relative to the root.
        edit: returns what the file is to hold, or nothing where it is to stay as it is.

    Returns:
        Whether it was written.

    Raises:
        EditError: `edit` raised it.
        ConflictError: the file lies behind a link, cannot be read or written, or others change it
            again and again.
    """
    with explained(path):
        file = target(root, path)
        written: list[tuple[bytes, bytes]] = []

        def noted(data: bytes) -> bytes | None:
            edited = edit(data)
            written[:] = [] if edited is None else [(data, edited)]
            return edited

        if journal.rehearsed() is None:
            is_written = atomic.revise(file, lambda: Folder(root).read(path).data, noted)
        else:
            is_written = noted(_present(root, path)) is not None
        for before, after in written if is_written else ():
            journal.note(root, path, before, after)
        return is_written


def target(root: Path, path: str) -> Path:
    """Return where a file of a project is to be written.

    Raises:
        ConflictError: that is behind a symbolic link, or outside of the project.
    """
    file = root / path
    if atomic.behind_link(file, root):
        raise behind_link(path)
    return file


def behind_link(path: str) -> ConflictError:
    """Return the error for a file that a symbolic link would lead to."""
    return ConflictError(f"{path}: lies behind a symbolic link, so it was not written")


@contextlib.contextmanager
def explained(path: str) -> Iterator[None]:
    """Tell by a file's name what keeps it from being read, edited or written.

    Raises:
        EditError: an edit is not possible.
        ConflictError: anything else that `claimcheck.system.atomic` raises, or the system itself.
    """
    try:
        yield
    except EditError as error:
        raise EditError(f"{path}: {error}", error.help) from None
    except RefusedError as error:
        raise ConflictError(f"{path}: cannot be read: {error}", reading_help(error)) from None
    except atomic.ExistsError:
        raise ConflictError(f"{path}: there is such a file already; it was left as it is") from None
    except atomic.ChangedError:
        raise ConflictError(
            f"{path}: somebody else changed it meanwhile; it was left as it is", _AGAIN
        ) from None
    except atomic.BusyError:
        raise ConflictError(
            f"{path}: others keep changing it; it was left as it is", _AGAIN
        ) from None
    except OSError as error:
        raise ConflictError(
            f"{path}: cannot be written: {writing_clause(error)}", writing_help(error)
        ) from error


def given_twice(key: str) -> RequestError:
    """Return the refusal of several values for a key that has one."""
    return RequestError(f"'{key}' has one value, and several were given", "give one of them")


def no_source(
    source_id: str, source_ids: Collection[str], unread: Iterable[str] = ()
) -> RequestError:
    """Return the error for a source that is not there, with the nearest that is.

    Args:
        source_id: what was asked for.
        source_ids: the sources that there are.
        unread: the paths of records that could not be read.
    """
    if path := _named_so(source_id, unread):
        return _not_read(path)
    hint = did_you_mean(source_id, source_ids) or (
        "`claimcheck source list` shows every source, `claimcheck source add FILE` pins another"
    )
    return RequestError(f"there is no source '{source_id}'", hint)


def no_claim(claim_id: str, claim_ids: Collection[str], unread: Iterable[str] = ()) -> RequestError:
    """Return the error for a claim that is not there, with the nearest ones that are.

    Args:
        claim_id: what was asked for.
        claim_ids: the claims that there are.
        unread: the paths of claims' files that could not be read.
    """
    if path := _named_so(claim_id, unread):
        return _not_read(path)
    near = suggestions(claim_id, claim_ids)[:2]
    hint = f"did you mean {' or '.join(near)}?" if near else "`claimcheck list` shows every claim"
    return RequestError(f"there is no claim '{claim_id}'", hint)


def _named_so(name: str, paths: Iterable[str]) -> str | None:
    """Return the file whose name stands for an id; None where there is none."""
    return next((path for path in paths if splitext(basename(path))[0] == name), None)


def _not_read(path: str) -> RequestError:
    return RequestError(f"{path} could not be read", "`claimcheck check` says why")
