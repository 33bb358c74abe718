"""How a text is written in YAML: plain where that is safe, quoted where not, folded when long."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

WIDTH: Final = 100
# What other readers of YAML take for a truth value, nothing, a number, a time or a date.
_TYPED = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|nan|inf|[-+]?[\d.][\d_.,:a-fx+-]*)", re.IGNORECASE
)
_ENDS_EARLY = re.compile(r":(?:\s|$)|\s#|[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_ENDS_EARLY_IN_FLOW = re.compile(r"[,\[\]{}:]")
_BLANK = re.compile(r"(?<! ) (?! )")


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text may stand without quotation marks and be the same text to every reader.

    Args:
        text: the text.
        flow: whether it stands inside brackets or braces.
    """
    return (
        text[:1].isalnum()
        and text == text.strip()
        and not _TYPED.fullmatch(text)
        and not _ENDS_EARLY.search(text)
        and not (flow and _ENDS_EARLY_IN_FLOW.search(text))
    )


def quoted(text: str) -> str:
    """Return a text in double quotation marks: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def in_flow(text: str) -> str:
    """Return a text as it may stand inside brackets or braces."""
    return text if is_plain(text, flow=True) else quoted(text)


def key_and_text(key: str, text: str, indent: int) -> list[str]:
    """Return the lines of a key and its text in block style, without line ends.

    A text that would make the line too long is folded over several lines.

    Args:
        key: the key.
        text: its text.
        indent: how many blanks the key stands from the line's beginning.
    """
    lead = f"{' ' * indent}{key}: "
    short = text if is_plain(text) else quoted(text)
    if len(lead) + len(short) <= WIDTH or not is_foldable(text):
        return [lead + short]
    inner = indent + 2
    return [f"{lead}>-", *(" " * inner + line for line in wrapped(text, WIDTH - inner))]


def is_foldable(text: str) -> bool:
    """Whether a text can be broken into lines and be put together again by single blanks."""
    return bool(text) and text == text.strip() and not re.search(r"[\t\r\n]", text)


def wrapped(text: str, width: int) -> list[str]:
    """Break a text at single blanks into lines of at most `width`, where its words allow it."""
    lines: list[str] = []
    for word in _BLANK.split(text):
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def lengths(lines: Iterable[str]) -> int:
    """Return the length of the longest line."""
    return max(map(len, lines), default=0)


def breakable(body: str) -> bool:
    """Whether a quoted body may be broken at its blanks: no blank of it is escaped."""
    return is_foldable(body) and not any(a == "\\" and b == " " for a, b in pairwise(body))
