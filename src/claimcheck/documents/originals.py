"""Where the very bytes of a pinned document may be had: a folder, standard input, its addresses."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from claimcheck.documents.fetch import fetch, is_public
from claimcheck.model.errors import RequestError
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES, error_clause
from claimcheck.system.standard_input import read_standard_input

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcheck.documents.fetch import Address, Limits
    from claimcheck.model import Pin, Source

STANDARD_INPUT: Final = "-"
# Of a folder that somebody names: beyond this it is hardly a folder of documents.
MOST_FILES: Final = 10_000
# The archive's own page puts a frame of its own around what it keeps; this address does not.
_ARCHIVED: Final = re.compile(r"(https?://web\.archive\.org/web/[0-9]{4,14})(?=/)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may have a document's bytes: what to call it, and how to get them.

    `read` raises RequestError or FetchError where there are none.
    """

    name: str
    read: Callable[[], bytes]


def from_addresses(
    source: Source, allow: Callable[[Address], bool] = is_public, limits: Limits | None = None
) -> Iterator[Candidate]:
    """Yield the addresses that a source's record names.

    Args:
        source: the source.
        allow: which machines may be asked.
        limits: what fetching may cost.
    """
    for address in (source.url, source.archive_url):
        if address is None:
            continue
        bare = _ARCHIVED.sub(r"\1id_", address, count=1)
        for url in dict.fromkeys((bare, address)):
            yield Candidate(url, partial(_fetched, url, allow, limits))


def _fetched(url: str, allow: Callable[[Address], bool], limits: Limits | None) -> bytes:
    return fetch(url, allow=allow, limits=limits).data


def from_place(place: str, pin: Pin) -> Iterator[Candidate]:
    """Yield what may be the pinned file in a place that somebody names.

    Args:
        place: a folder, a file, or `-` for standard input.
        pin: the file that is wanted; one of its name is looked at first.

    Raises:
        RequestError: there is no such place.
    """
    if place == STANDARD_INPUT:
        yield Candidate("standard input", _read_standard_input)
        return
    path = Path(place)
    if path.is_file():
        yield Candidate(place, partial(_read_file, path))
        return
    if not path.is_dir():
        raise RequestError(f"{place}: there is no such folder or file")
    name = pin.path.rpartition("/")[2]
    files = list(_files(path))
    for file in sorted(files, key=lambda file: (file.name != name, str(file))):
        yield Candidate(str(file), partial(_read_file, file))


def _files(folder: Path) -> Iterator[Path]:
    """Yield the plain files below a folder, at most `MOST_FILES`.

    Raises:
        RequestError: there are more.
    """
    number = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            number += 1
            if number > MOST_FILES:
                message = f"{folder}: holds more than {MOST_FILES:,} files"
                raise RequestError(message, "name the folder, or the file, that has the document")
            file = Path(parent, name)
            if file.is_file():
                yield file


def _read_file(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return _bounded(file.read(MAX_DOCUMENT_BYTES + 1))
    except OSError as error:
        raise RequestError(f"it cannot be read: {error_clause(error)}") from None


def _read_standard_input() -> bytes:
    return _bounded(read_standard_input(MAX_DOCUMENT_BYTES + 1))


def _bounded(data: bytes) -> bytes:
    if len(data) > MAX_DOCUMENT_BYTES:
        raise RequestError(f"it is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    return data
