"""Write the reader's pages into a folder: only those that changed."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimcheck.model.errors import ConflictError
from claimcheck.system.file_errors import writing_clause, writing_help
from claimcheck.system.output_folder import LIST, ForeignFolderError, OutputFolder
from claimcheck.system.plain_files import RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class WrittenSite:
    """How many files a site has, how many of them were written now, and how many were removed."""

    files: int
    written: int
    removed: int


def write_site(
    folder: Path, files: Iterable[tuple[str, bytes]], paths: Iterable[str]
) -> WrittenSite:
    """Write the files of a site, and remove those of an earlier one that it has no more.

    Args:
        folder: where to; it is made where there is none.
        files: paths relative to the folder, each with its bytes.
        paths: those of all files.

    Raises:
        ConflictError: the folder holds other files, is a link, or cannot be written.
    """
    with refusals(folder):
        output = OutputFolder(folder)
        output.begin(paths)
        there, written = [], 0
        for path, data in files:
            written += output.write(path, data)
            there.append(path)
        return WrittenSite(len(there), written, output.finish(there))


@contextlib.contextmanager
def refusals(folder: Path) -> Iterator[None]:
    """Say in which way a folder cannot be written to.

    Raises:
        ConflictError: the folder holds other files, is a link, or cannot be written.
    """
    try:
        yield
    except ForeignFolderError:
        raise ConflictError(
            f"{folder}: holds files that no report wrote",
            f"name a new folder, or an empty one; a report's own holds {LIST}",
        ) from None
    except RefusedError as error:
        raise ConflictError(
            f"{folder}: {error}, so the report was not written", "name a folder, or a new one"
        ) from None
    except OSError as error:
        raise ConflictError(
            f"{folder}: the report cannot be written: {writing_clause(error)}", writing_help(error)
        ) from error
