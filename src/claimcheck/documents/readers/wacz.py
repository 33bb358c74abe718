"""Packed web archives (WACZ): the WARCs in them, and the page that they were made for."""

from __future__ import annotations

import io
import json
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from claimcheck.documents.saved_pages import read_saved
from claimcheck.documents.web_archive import pages_of
from claimcheck.model.errors import UnreadableError

if TYPE_CHECKING:
    from claimcheck.documents.reader import Extract, ExtractOptions
    from claimcheck.documents.saved_pages import SavedPage

SUFFIXES = (".wacz",)
MEDIA_TYPES = ("application/wacz",)
DISTRIBUTION = "warcio"
EXTRA = "warc"
HAS_PARTS = True
_MAX_LIST: Final = 16 << 20


def read(data: bytes, options: ExtractOptions) -> Extract:
    """Return the page that is asked for, or the one that the archive names as its own.

    Raises:
        UnreadableError: it is damaged, there is no page in it, or it cannot be read.
    """
    pages: list[SavedPage] = []
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            main = _main(archive)
            for name in archive.namelist():
                if name.startswith("archive/") and name.endswith((".warc", ".warc.gz")):
                    with archive.open(name) as file:
                        pages += pages_of(file)
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError,
    ) as error:  # fmt: skip
        raise UnreadableError(f"it is damaged, or no WACZ: {error}") from None
    except RuntimeError as error:
        raise UnreadableError(f"it is locked: {error}") from None
    return read_saved(pages, options, main)


def _main(archive: zipfile.ZipFile) -> str:
    """Return the address of the page that the archive was made for; "" where it names none."""
    package = _json(archive, "datapackage.json")
    if isinstance(package, dict):
        named = package.get("mainPageUrl") or package.get("mainPageURL")
        if isinstance(named, str):
            return named
    for line in _bytes(archive, "pages/pages.jsonl").splitlines():
        try:
            page = json.loads(line)
        except (ValueError, RecursionError):
            continue
        if isinstance(page, dict) and isinstance(page.get("url"), str):
            return str(page["url"])
    return ""


def _json(archive: zipfile.ZipFile, name: str) -> object:
    try:
        value: object = json.loads(_bytes(archive, name) or b"null")
    except (ValueError, RecursionError):
        return None
    return value


def _bytes(archive: zipfile.ZipFile, name: str) -> bytes:
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(_MAX_LIST)
