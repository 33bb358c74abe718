"""The headers of a message, those that the standard library cannot read as they are written."""

from __future__ import annotations

from email.errors import HeaderParseError
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from email.message import EmailMessage

# What its parsers raise on a header that is written wrongly, such as a day in a year of 60 digits.
_BROKEN: Final = (
    HeaderParseError, OverflowError, ValueError, IndexError, KeyError, AttributeError, TypeError,
)  # fmt: skip


def header(message: EmailMessage, name: str) -> object:
    """Return a header, with what it means where that can be read; None where there is none."""
    try:
        return message.get(name)
    except _BROKEN:
        return written_header(message, name)


def written_header(message: EmailMessage, name: str) -> object:
    """Return a header as it is written, not decoded; None where there is none."""
    written = (value for key, value in message.raw_items() if key.lower() == name.lower())
    return next(written, None)


def day_of(message: EmailMessage) -> str:
    """Return the day on which a message was sent, as YYYY-MM-DD; "" where that cannot be read."""
    moment = getattr(header(message, "Date"), "datetime", None)
    return f"{moment:%Y-%m-%d}" if moment is not None else ""
