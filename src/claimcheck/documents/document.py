"""A document that somebody wants to pin: a file, standard input, or a page of the web."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from claimcheck.documents import extract
from claimcheck.documents.fetch import fetch, is_public
from claimcheck.errors import FetchError, ProjectError
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES
from claimcheck.text.suggest import near_miss

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.documents.fetch import Address, Limits

STANDARD_INPUT = "-"
_ADDRESS = re.compile(r"(?:https?:?/+|(?=www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Document:
    """A document's bytes, what kind it is, and where it came from.

    Attributes:
        data: its bytes.
        named: what the user called it, for messages.
        stem: a name without its ending, which an id can be made from; "" where there is none.
        suffix: the ending that its file is to have.
        kind: the reader that reads it.
        charset: the charset that its server declared; "" where nobody did.
        url: where it was fetched from; "" where it was not.
        file: the file that it came from, if it did.
    """

    data: bytes
    name: str
    stem: str
    suffix: str
    kind: str
    charset: str = ""
    url: str = ""
    file: Path | None = None


def is_url(named: str) -> bool:
    """Whether an argument is an address of the web rather than a file's name."""
    return "://" in named[:16]


def open_document(
    named: str,
    *,
    allow: Callable[[Address], bool] = is_public,
    limits: Limits | None = None,
) -> Document:
    """Get a document: from the web if that is what is named, else from a file or standard input.

    Args:
        named: a file's name, an address, or `-`.
        allow: which machines may be asked for an address.
        limits: what that may cost.

    Raises:
        ProjectError: there is no such document, it is too large, or of a kind that is not read.
    """
    if named == STANDARD_INPUT:
        got = _from_standard_input()
    elif is_url(named):
        got = _from_web(named, allow, limits)
    else:
        got = _from_file(named)
    if len(got.data) > MAX_DOCUMENT_BYTES:
        raise ProjectError(f"{named}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    if not got.data.strip():
        raise ProjectError(f"{named}: holds no text")
    return got


def _from_standard_input() -> Document:
    data = sys.stdin.buffer.read(MAX_DOCUMENT_BYTES + 1)
    kind = extract.kind_of_content(data) or "text"
    return Document(data, "standard input", "", extract.suffix_of(kind), kind)


def refuse_unless_file(named: str) -> None:
    """Refuse what a user calls a file and is none, with what may have been meant.

    Raises:
        ProjectError: it is a folder, or there is no such file.
    """
    file = Path(named)
    if file.is_file():
        return
    if file.is_dir():
        raise ProjectError(f"{named}: is a folder, not a file")
    if file.exists():
        raise ProjectError(f"{named}: is no plain file")
    raise ProjectError(f"{named}: there is no such file", help=_meant(named, file))


def _meant(named: str, file: Path) -> str:
    if _ADDRESS.match(named) and not file.parent.is_dir():
        return f"an address is written whole, such as https://{_ADDRESS.sub('', named)}"
    try:
        beside = [entry.name for entry in file.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    found = near_miss(file.name, beside)
    return f"did you mean {file.parent / found}?" if found else ""


def _from_file(named: str) -> Document:
    refuse_unless_file(named)
    file = Path(named)
    kind = extract.kind_of_name(file.name)
    if not kind:
        known = ", ".join(extract.suffixes())
        raise ProjectError(
            f"{file}: files of this kind are not read",
            help=f"save it as one of these: {known}",
        )
    if file.stat().st_size > MAX_DOCUMENT_BYTES:
        raise ProjectError(f"{file}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    name = file.name.lower()
    suffix = max((one for one in extract.suffixes() if name.endswith(one)), key=len)
    return Document(
        file.read_bytes(), str(file), file.name[: -len(suffix)], suffix, kind, file=file.resolve()
    )


def _from_web(url: str, allow: Callable[[Address], bool], limits: Limits | None) -> Document:
    try:
        got = fetch(url, allow=allow, limits=limits)
    except FetchError as error:
        raise ProjectError(f"{url}: cannot be fetched: {error}", help=error.help) from None
    path = PurePosixPath(unquote(urlsplit(got.url).path))
    kind = (
        extract.kind_of_media_type(got.media_type)
        or extract.kind_of_content(got.data)
        or extract.kind_of_name(path.name)
    )
    if not kind:
        raise ProjectError(
            f"{url}: is of a kind that is not read ({got.media_type or 'the server does not say'})",
            help="save it in a form that claimcheck reads, and add the file",
        )
    # A name such as `index.html` says nothing.
    stem = path.stem if path.stem.lower() not in {"index", "default", "article"} else ""
    suffix = extract.suffix_of(kind)
    return Document(got.data, url, stem, suffix, kind, charset=got.charset, url=got.url)
