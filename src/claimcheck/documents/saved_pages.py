"""The web pages in an archive: which of them is read, and which are frames in it."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urldefrag, urljoin, urlsplit

from claimcheck.documents.page_origin import is_address, of_address
from claimcheck.documents.webpage import SavedParts, read_page
from claimcheck.model.errors import UnreadableError
from claimcheck.system.installation import install_command

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcheck.documents.reader import DocumentMetadata, Extract, ExtractOptions

PAGE_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
SHEET_TYPE: Final = "text/css"
ZSTD_MAGIC: Final = b"\x28\xb5\x2f\xfd"
_FRAME: Final = re.compile(
    rb"""<(?:i?frame)\b[^>]{0,2000}?\bsrc\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})'|([^\s>"']{1,2000}))""",
    re.IGNORECASE,
)
_MOST_NAMED: Final = 5
_MOST_TRIED: Final = 10  # pages of which nothing is seen, as of one with a picture alone
_LONGEST_ADDRESS: Final = 120


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page in an archive, or a style sheet of its pages.

    Attributes:
        address: its address; "" where the archive does not say.
        data: its bytes.
        charset: the charset that was declared outside of it.
        saved: the day on which it was saved, as YYYY-MM-DD; "" where the archive does not say.
        is_frame: whether it was asked for to fill a frame.
        is_sheet: whether it is a style sheet.
        is_cut: whether the archive says that it holds the beginning alone.
    """

    address: str
    data: bytes
    charset: str = ""
    saved: str = ""
    is_frame: bool = False
    is_sheet: bool = False
    is_cut: bool = False


def read_saved(pages: Sequence[SavedPage], options: ExtractOptions, main: str = "") -> Extract:
    """Return one of the pages in an archive, with its frames.

    It is the page that is asked for; else the archive's main page; else the first that no other
    page shows in a frame, and of which something is seen.

    Args:
        pages: the pages in the archive, in order, and their style sheets.
        options: how it is to be read; `part` names a page by its address or its number from 1.
        main: the address that the archive gives as its main page; "" where it gives none.

    Raises:
        UnreadableError: there is no page in it, not the one that is asked for, or it cannot be
            read.
    """
    sheets = {page.address: (page.data, page.charset) for page in pages if page.is_sheet}
    pages = [page for page in pages if not page.is_sheet]
    if not pages:
        raise UnreadableError("there is no web page in it")
    frames = {address for page in pages for address in _frames_of(page)}
    frames |= {page.address for page in pages if page.is_frame}
    chosen = _chosen(pages, options.part, main, frames)
    candidates = [chosen]
    if not options.part:
        after = range(chosen + 1, len(pages))
        candidates += [at for at in after if pages[at].address not in frames]
    chosen, extract = _first_seen(pages, candidates[:_MOST_TRIED], options, sheets)
    page = pages[chosen]
    metadata = _with_address(extract.metadata, page.address)
    if not metadata.accessed:
        metadata = replace(metadata, accessed=page.saved)
    others = [
        other_page
        for other_page in range(len(pages))
        if other_page != chosen and pages[other_page].address not in frames
    ]
    gaps = [*extract.gaps, *([_other_pages(pages, chosen, others)] if others else [])]
    if page.is_cut:
        gaps.append(
            "the archive holds the beginning of the page alone: it was cut when it was saved"
        )
    return replace(extract, metadata=metadata, gaps=tuple(gaps))


def _with_address(metadata: DocumentMetadata, address: str) -> DocumentMetadata:
    """Return what a page declares with where it was found: where the archive has it from.

    A page may give the address of another site as its own; of its own site it knows best.

    Args:
        metadata: what the page declares.
        address: where the archive has it from; "" where it does not say.
    """
    origin = of_address(address)
    if not is_address(origin.url) or _of_one_site(origin.url, metadata.url):
        return metadata
    archive_url = origin.archive_url or metadata.archive_url
    return replace(metadata, url=origin.url, archive_url=archive_url)


def _of_one_site(address: str, other: str) -> bool:
    """Whether two addresses are of one host, or one of a part of the other's (`www`, `m`)."""
    hosts = [(urlsplit(each).hostname or "").removeprefix("www.") for each in (address, other)]
    return all(hosts) and any(
        f".{host}".endswith(f".{above}") for host, above in (hosts, hosts[::-1])
    )


def _first_seen(
    pages: Sequence[SavedPage],
    candidates: Sequence[int],
    options: ExtractOptions,
    sheets: Mapping[str, tuple[bytes, str]],
) -> tuple[int, Extract]:
    """Return the place of the first page of which something is seen, and what is seen of it.

    Args:
        pages: the pages in the archive.
        candidates: places of pages, in the order in which they are tried.
        options: how a page is to be read.
        sheets: the style sheets in the archive, with their charsets, by their addresses.

    Raises:
        UnreadableError: one cannot be read, or nothing is seen of the last.
    """
    for at in candidates:
        page = pages[at]
        if page.data.startswith(ZSTD_MAGIC):
            raise UnreadableError(
                "its page is packed with zstd, which pyarrow unpacks, and that is not installed",
                f"install it with: {install_command('bulk')}",
            )
        inside = {
            other.address: (other.data, other.charset) for other in pages if other is not page
        }
        saved = SavedParts(page.address, inside, sheets)
        try:
            return at, read_page(page.data, options, page.charset, saved)
        except UnreadableError as error:
            if "nothing is seen" not in str(error) or at == candidates[-1]:
                raise
    raise UnreadableError("there is no web page in it")


def _chosen(pages: Sequence[SavedPage], part: str, main: str, frames: set[str]) -> int:
    if part:
        fitting = [at for at, page in enumerate(pages) if part in {page.address, str(at + 1)}]
        if not fitting:
            shown = ", ".join(f"{at} {page.address}" for at, page in enumerate(pages[:5], 1))
            raise UnreadableError(
                f"it has no page '{part[:100]}'", f"it has {len(pages):,}: {shown}"
            )
        return fitting[0]
    for at, page in enumerate(pages):
        if main and _same(page.address, main):
            return at
    return next((at for at, page in enumerate(pages) if page.address not in frames), 0)


def _other_pages(pages: Sequence[SavedPage], chosen: int, others: Sequence[int]) -> str:
    named = [f"{at + 1} {pages[at].address[:_LONGEST_ADDRESS]}" for at in others[:_MOST_NAMED]]
    more = f" and {len(others) - _MOST_NAMED:,} more" if len(others) > _MOST_NAMED else ""
    return (
        f"page {chosen + 1} of {len(pages):,} was read"
        f" ({pages[chosen].address[:_LONGEST_ADDRESS] or 'without address'});"
        f" --part reads another: {', '.join(named)}{more}"
    )


def _frames_of(page: SavedPage) -> list[str]:
    addresses = []
    for hit in _FRAME.finditer(page.data):
        source = html.unescape((hit[1] or hit[2] or hit[3]).decode("utf-8", "replace")).strip()
        try:
            addresses.append(urldefrag(urljoin(page.address, source)).url)
        except ValueError:
            continue
    return [address for address in addresses if address != page.address]


def _same(address: str, other: str) -> bool:
    return urldefrag(address).url.rstrip("/") == urldefrag(other).url.rstrip("/")
