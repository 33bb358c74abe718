"""What formats for other programs share: what is asked of them, and how they write."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.errors import MissingLibraryError
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

# The first day that a zip archive can tell: an archive made twice is the same.
_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_LINES_AT_ONCE: Final = 500


def _no_file(path: str) -> bytes:
    raise FileNotFoundError(path)


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What is asked of an export.

    Attributes:
        table: the one table that is wanted, where a format holds one; "" for its own choice.
        base_url: where the report of the dossier is public, with a slash at its end; "" if nowhere.
        title: what the dossier is called.
        publisher: who publishes it; "" where nobody says.
        read: returns the bytes of a file of the project, by its path relative to the root.
    """

    table: str = ""
    base_url: str = ""
    title: str = "Claims and evidence"
    publisher: str = ""
    read: Callable[[str], bytes] = field(default=_no_file)


def missing(what: str, library: str, extra: str) -> MissingLibraryError:
    """Return the error for a library that a format needs and that is not installed.

    Args:
        what: what cannot be written, in the plural.
        library: the library.
        extra: the extra that brings it.
    """
    return MissingLibraryError(
        f"{what} cannot be written: the library {library} is not installed",
        f"install it with: {install_command(extra)}",
    )


def in_pieces(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines, each with its line end, some hundred at a time, so that memory is bounded."""
    batch: list[str] = []
    for line in lines:
        batch.append(line)
        if len(batch) >= _LINES_AT_ONCE:
            yield _encoded(batch)
            batch = []
    if batch:
        yield _encoded(batch)


def _encoded(lines: Iterable[str]) -> bytes:
    return "".join(lines).encode("utf-8", "backslashreplace")


def archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a zip archive of files, the same bytes for the same files.

    Args:
        files: names within the archive, with contents.
    """
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files:
            info = zipfile.ZipInfo(name, _ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, data)
    return out.getvalue()
