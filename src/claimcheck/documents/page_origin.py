"""Where a saved page came from: what archives and browsers write into the pages that they save."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

_SINGLE_FILE: Final = re.compile(
    r"Page saved with SingleFile\s+url:\s*(\S+)\s+saved date:\s*\w{3} (\w{3}) (\d\d) (\d{4})"
)
_BROWSER: Final = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
_WAYBACK: Final = re.compile(
    r"https?://web\.archive\.org/web/(\d{4,14})[a-z_]*/(https?:/{1,2}[^\s\"'<>]+)", re.IGNORECASE
)
_RETRIEVED: Final = re.compile(
    r"RETRIEVED FROM THE\s+INTERNET ARCHIVE ON \d\d:\d\d:\d\d (\w{3}) (\d\d), (\d{4})"
)
_MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_SEARCHED: Final = 8192


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a page came from, and when; "" where nothing says so.

    Attributes:
        url: its own address.
        archive_url: the address of an archive's copy.
        accessed: the day on which it was saved, as YYYY-MM-DD.
    """

    url: str = ""
    archive_url: str = ""
    accessed: str = ""


def of_page(text: str) -> Origin:
    """Return the address and day that a saved page gives for itself, outside of its own words.

    Args:
        text: the page, with its comments.
    """
    head = text[:_SEARCHED]
    url = accessed = ""
    if hit := _SINGLE_FILE.search(head):
        url, accessed = hit[1], _day(hit[2], hit[3], hit[4])
    elif hit := _BROWSER.search(head):
        url = hit[1]
    if hit := _RETRIEVED.search(text, max(0, len(text) - _SEARCHED)):
        accessed = _day(*hit.groups())
    origin = of_address(url)
    url = origin.url if is_address(origin.url) else ""
    return Origin(url, origin.archive_url, accessed)


def of_address(url: str) -> Origin:
    """Return the address of a page and of an archive's copy of it, from what may be either."""
    if hit := _WAYBACK.fullmatch(url.strip()):
        original = re.sub(r"^(https?:)/(?!/)", r"\1//", hit[2])
        return Origin(original, url.strip())
    return Origin(url.strip())


def is_address(url: str) -> bool:
    """Whether a text is an address that a record may have."""
    if not url.lower().startswith(("https://", "http://")) or any(map(str.isspace, url)):
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.hostname) and "@" not in parts.netloc


def _day(month: str, day: str, year: str) -> str:
    try:
        return dt.date(int(year), _MONTHS.index(month.lower()) + 1, int(day)).isoformat()
    except ValueError:
        return ""
