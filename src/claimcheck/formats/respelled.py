"""What a spreadsheet makes of cells that nobody edited: it writes dates and numbers its own way."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claimcheck.model.errors import AnswerError

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY_ZERO: Final = dt.date(1899, 12, 30)
# Days that a spreadsheet counts from its first: 1927 to January 2119.
_SERIAL: Final = re.compile(r"([1-7]\d{4})(?:[.,]0+)?")
_ISO: Final = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00(?:\.0+)?)?)?")
_DAY_MONTH_YEAR: Final = re.compile(r"(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})")
_YEAR_MONTH_DAY: Final = re.compile(r"(\d{4})[./](\d{1,2})[./](\d{1,2})")
_PARTIAL: Final = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_NUMBER: Final = re.compile(r"[+-]?\d{1,40}(?:[.,]\d{1,40})?(?:E[+-]?\d{1,2})?", re.IGNORECASE)
_LIKE_A_DATE: Final = re.compile(r"\d{1,4}\s?[-/.]\s?\d{1,2}(?:\s?[-/.]\s?\d{1,4})?\.?")
_MONTH_NAME: Final = re.compile(
    r"(?:\d{1,2}\.?[ -])?[^\W\d_]{3,9}\.?(?:[ -]\d{2,4})?|\d{1,2}\.[ -]?[^\W\d_]{3,9}\.?"
)
# Spreadsheets read years of two digits so: 30 is 1930, and 29 is 2029.
_FIRST_OF_LAST_CENTURY: Final = 30


def is_same_cell(standing: str, cell: str) -> bool:
    """Whether a cell holds what stands there, but for blanks or how a number is written."""
    if standing.split() == cell.split():
        return True
    if _NUMBER.fullmatch(standing) and _NUMBER.fullmatch(cell.strip()):
        return _number(standing) == _number(cell.strip())
    return False


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def is_taken_for_date(standing: str, cell: str) -> bool:
    """Whether a cell holds the date that a spreadsheet takes a text for, such as `3-4`."""
    if not _LIKE_A_DATE.fullmatch(standing):
        return False
    return bool(_SERIAL.fullmatch(cell) or _MONTH_NAME.fullmatch(cell) or any(_days(cell)))


def read_date(standing: str, cell: str) -> str:
    """Return the date of a cell as the dossier writes it, whatever a spreadsheet made of it.

    Args:
        standing: the date that stands there; "" for none.
        cell: what the cell holds.

    Returns:
        What stands there, where the cell may mean it; else the date that it means.

    Raises:
        AnswerError: it is no date, or may be one of two.
    """
    text = cell.strip()
    if not text or _PARTIAL.fullmatch(text):
        return text
    # A spreadsheet takes a year or a month for its first day.
    first = f"{standing}-01-01"[:10] if _PARTIAL.fullmatch(standing) else ""
    days = list(dict.fromkeys(_days(text, first)))
    if any(str(day) == first for day in days):
        return standing
    if len(days) == 1:
        return str(days[0])
    if days:
        raise AnswerError(
            f"'{text}' may be {' or '.join(map(str, days))}",
            "write the year first, as the dossier does",
        )
    raise AnswerError(f"'{text}' is no date", "write it as 2024-03-05, 2024-03 or 2024")


def _days(text: str, standing: str = "") -> Iterator[dt.date]:
    """The days that a text may mean.

    Args:
        text: the text.
        standing: the day that the dossier has; "" for none. It tells a year of two digits.
    """
    parts: list[tuple[str, str, str]] = []
    if match := _SERIAL.fullmatch(text):
        yield _DAY_ZERO + dt.timedelta(days=int(match[1]))
    elif match := _ISO.fullmatch(text) or _YEAR_MONTH_DAY.fullmatch(text):
        parts = [(match[1], match[2], match[3])]
    elif match := _DAY_MONTH_YEAR.fullmatch(text):
        parts = [(match[4], match[3], match[1])]
        if match[2] != ".":
            parts.append((match[4], match[1], match[3]))
    for year, month, day in parts:
        try:
            yield dt.date(_year(year, standing), int(month), int(day))
        except ValueError:
            continue


def _year(written: str, standing: str) -> int:
    if len(written) > 2:
        return int(written)
    if standing[2:4] == written:
        return int(standing[:4])
    return int(written) + (1900 if int(written) >= _FIRST_OF_LAST_CENTURY else 2000)
