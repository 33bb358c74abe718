"""A document that somebody wants to pin: a file, standard input, or a page of the web."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from claimcheck.documents import extract, media
from claimcheck.documents.fetch import fetch, is_public
from claimcheck.dossier.wrong_content import wrong_content
from claimcheck.model.errors import FetchError, RequestError
from claimcheck.system.file_errors import cannot_read
from claimcheck.system.plain_files import MAX_DOCUMENT_BYTES
from claimcheck.system.standard_input import read_standard_input
from claimcheck.text.suggest import near_miss

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcheck.documents.fetch import Address, Limits

STANDARD_INPUT = "-"
# How an address begins, whole or not quite.
_ADDRESS_START = re.compile(
    r"(?:https?:?/+|(?=www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/))", re.IGNORECASE
)
# Of a page's name in its address: an id cannot be made of these.
_UNTELLING_STEMS = frozenset({"index", "default", "article"})
_PICTURE: Final = (
    "run it through OCR and add the PDF that has its words, or transcribe it as plain text"
)
_RECORDING: Final = "add its transcript, as subtitles (.srt, .vtt) or as plain text"
# What to do with files of kinds that people try most.
_ADVICE: Final = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic"), _PICTURE),
    **dict.fromkeys(
        (".mp3", ".m4a", ".wav", ".ogg", ".flac", ".mp4", ".mov", ".mkv", ".webm", ".avi"),
        _RECORDING,
    ),
    **dict.fromkeys((".doc", ".dot", ".wpd", ".pages"), "save it as .docx, .odt or .pdf"),
    **dict.fromkeys((".xls", ".xlsb", ".numbers"), "save it as .xlsx, .ods or .csv"),
    **dict.fromkeys((".ppt", ".key"), "save it as .pptx, .odp or .pdf"),
    **dict.fromkeys((".msg", ".pst", ".mbox"), "save the message as .eml"),
    ".zip": "unpack it, and add what is in it",
}


@dataclass(frozen=True, slots=True)
class Document:
    """A document's bytes, what kind it is, and where it came from.

    Attributes:
        data: its bytes.
        name: what the user called it, for messages.
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


def is_url(name: str) -> bool:
    """Whether an argument is an address of the web rather than a file's name."""
    return "://" in name[:16]


def open_document(
    name: str,
    *,
    allow: Callable[[Address], bool] = is_public,
    limits: Limits | None = None,
    with_media: bool = False,
) -> Document:
    """Get a document: from the web if its name is an address, else from a file or standard input.

    Args:
        name: a file's name, an address, or `-`.
        allow: which machines may be asked for an address.
        limits: what that may cost.
        with_media: whether a file may be a picture, sound or video, which has no text.

    Raises:
        RequestError: there is no such document, it is too large, or of a kind that is not read.
    """
    if name == STANDARD_INPUT:
        document = _from_standard_input()
    elif is_url(name):
        document = _from_web(name, allow, limits)
    else:
        document = _from_file(name, with_media=with_media)
    if len(document.data) > MAX_DOCUMENT_BYTES:
        raise RequestError(f"{name}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    refuse_blank(name, document.data)
    if document.kind != media.KIND and (
        wrong := wrong_content(document.data, f"document{document.suffix}")
    ):
        raise RequestError(f"{name}: is {wrong.what}", help=wrong.help)
    return document


def _from_standard_input() -> Document:
    data = read_standard_input(MAX_DOCUMENT_BYTES + 1)
    kind = extract.kind_of_content(data) or "text"
    return Document(data, "standard input", "", extract.suffix_of(kind), kind)


def read_input(name: str, most: int) -> bytes:
    """Return the bytes of a file, or of standard input by its name, and no more than so many.

    Raises:
        RequestError: it is a folder, there is no such file, or it may not be read.
    """
    if name == STANDARD_INPUT:
        return read_standard_input(most)
    refuse_unless_file(name)
    try:
        with Path(name).open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise cannot_read(name, error) from None


def refuse_unless_file(name: str) -> None:
    """Refuse what a user calls a file and is none, with what may have been meant.

    Raises:
        RequestError: it is a folder, or there is no such file.
    """
    path = Path(name)
    if path.is_file():
        return
    if path.is_dir():
        raise RequestError(f"{name}: is a folder, not a file", "name a file in it")
    if path.exists():
        raise RequestError(f"{name}: is not a plain file", "save what it holds as one")
    raise RequestError(f"{name}: there is no such file", help=_suggestion(name, path))


def refuse_blank(name: str, content: str | bytes) -> None:
    """Refuse a file, or an answer from the web, in which nothing is written.

    Raises:
        RequestError: it is empty, or has blanks alone.
    """
    if not content.strip():
        problem = "is empty, it has not one byte" if content == b"" else "holds no text"
        raise RequestError(f"{name}: {problem}", "save it again from where it came")


def refuse_unless_folder(name: str) -> None:
    """Refuse what a user calls a folder and is none.

    Raises:
        RequestError: it is a file, or there is no such folder.
    """
    path = Path(name)
    if path.is_dir():
        return
    if path.exists():
        raise RequestError(f"{name}: is a file, not a folder", "name the folder that it lies in")
    raise RequestError(
        f"{name}: there is no such folder", "name it as it is seen from the working directory"
    )


@dataclass(frozen=True, slots=True)
class FolderContent:
    """The files in a folder and in those inside of it, hidden ones left out.

    Attributes:
        documents: the names of those that are of a kind that is read, in order.
        others: the names of those that are not.
    """

    documents: tuple[str, ...]
    others: tuple[str, ...]


def folder_content(folder: Path) -> FolderContent:
    """Return what is in a folder, without following links.

    Raises:
        RequestError: it, or a folder in it, cannot be read.
    """
    documents: list[str] = []
    others: list[str] = []

    def refuse(error: OSError) -> None:
        raise cannot_read(str(error.filename), error)

    for place, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(place, name)
            is_known = extract.kind_of_name(name) or path.suffix.lower() in media.SUFFIXES
            is_read = is_known and path.is_file() and not path.is_symlink()
            (documents if is_read else others).append(str(path))
    return FolderContent(tuple(documents), tuple(others))


def _suggestion(name: str, path: Path) -> str:
    """Say what a name that is no file's may have been meant for; nothing where that is unknown."""
    if _ADDRESS_START.match(name) and not path.parent.is_dir():
        return f"an address is written whole, such as https://{_ADDRESS_START.sub('', name)}"
    try:
        siblings = [entry.name for entry in path.parent.iterdir() if entry.is_file()]
    except OSError:
        return ""
    sibling = near_miss(path.name, siblings)
    if sibling:
        return f"did you mean {path.parent / sibling}?"
    return "name it as it is seen from the working directory"


def _from_file(name: str, *, with_media: bool = False) -> Document:
    refuse_unless_file(name)
    path = Path(name)
    if with_media and path.suffix.lower() in media.SUFFIXES:
        return _media(path, name)
    kind = extract.kind_of_name(path.name)
    if not kind:
        raise RequestError(
            f"{path}: files of this kind are not read",
            help=_ADVICE.get(path.suffix.lower())
            or f"save it as one of these: {', '.join(extract.suffixes())}",
        )
    if path.stat().st_size > MAX_DOCUMENT_BYTES:
        raise RequestError(f"{path}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    lower_name = path.name.lower()
    suffix = max((ending for ending in extract.suffixes() if lower_name.endswith(ending)), key=len)
    stem = path.name[: -len(suffix)]
    return Document(path.read_bytes(), str(path), stem, suffix, kind, file=path.resolve())


def _media(path: Path, name: str) -> Document:
    if path.stat().st_size > MAX_DOCUMENT_BYTES:
        raise RequestError(f"{path}: is larger than {MAX_DOCUMENT_BYTES:,} bytes")
    data = path.read_bytes()
    if data and (wrong := media.problem(path.suffix, data)):
        raise RequestError(f"{name}: {wrong}", help="give it the ending of the kind that it is")
    return Document(data, name, path.stem, path.suffix.lower(), media.KIND, file=path.resolve())


def _from_web(url: str, allow: Callable[[Address], bool], limits: Limits | None) -> Document:
    try:
        fetched = fetch(url, allow=allow, limits=limits)
    except FetchError as error:
        raise RequestError(f"{url}: cannot be fetched: {error}", help=error.help) from None
    path = PurePosixPath(unquote(urlsplit(fetched.url).path))
    kind = (
        extract.kind_of_media_type(fetched.media_type)
        or extract.kind_of_content(fetched.data)
        or extract.kind_of_name(path.name)
    )
    if not kind:
        media_type = fetched.media_type or "the server does not say"
        raise RequestError(
            f"{url}: is of a kind that is not read ({media_type})",
            help="save it in a form that claimcheck reads, and add the file",
        )
    stem = path.stem if path.stem.lower() not in _UNTELLING_STEMS else ""
    suffix = extract.suffix_of(kind)
    return Document(fetched.data, url, stem, suffix, kind, charset=fetched.charset, url=fetched.url)
