"""Foreign text made safe to look at: what controls, hides or reorders text is shown escaped."""

from __future__ import annotations

import re
from functools import cache, partial

from claimcheck.text.ignorable import BLANKED_NOTE, IGNORABLE

# Marks of annotation and of layout, which programs show as nothing though Unicode does not ask it.
_EMPTY = "\ufff9-\ufffb\U00013430-\U0001345f\U0001d159"
_NO_CHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = re.compile(
    f"{BLANKED_NOTE}|[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_NO_CHARACTERS}{IGNORABLE}{_EMPTY}]"
)
# What CI's log readers would take for an order: GitHub's `##[…]` and Azure's `##vso[…]`
# anywhere in a line, GitHub's `::error …::` where wrapping may bring it to a line's beginning.
_ORDER = cache(
    partial(
        re.compile,
        r"#(?=#(?:[a-z]*\[|$))|:(?=:(?:error|warning|notice|debug|group|endgroup|echo|add-mask|add-path"
        r"|set-env|set-output|save-state|stop-commands|add-matcher|remove-matcher)\b)",
        re.IGNORECASE,
    )
)
_LATIN1_END, _BMP_END = 0x100, 0x10000
_LONGEST_REPR = 60  # characters, before they are escaped


def printable(text: str) -> str:
    r"""Escape control, bidirectional and invisible characters (`\x1b`, `\u202e`), all on one line.

    Method: the characters named in "Trojan Source" (Boucher and Anderson 2021) and Unicode's
    default-ignorable ones, and what begins an order to a CI service (`##[`, `::error`);
    everything else is shown as it is.
    """
    safe = _UNSAFE.sub(_escape, text)
    return _ORDER().sub(_escape, safe) if "##" in safe or "::" in safe else safe


def one_line(text: str) -> str:
    """Fold white space into single blanks, then make the text printable."""
    return printable(" ".join(text.split()))


def short_repr(text: str) -> str:
    """Return a text in quotation marks, escaped and cut to a length fit for a message."""
    return repr(text if len(text) <= _LONGEST_REPR else text[:_LONGEST_REPR] + "…")


def _escape(match: re.Match[str]) -> str:
    if len(match[0]) > 1:
        return ""
    code = ord(match[0])
    if code < _LATIN1_END:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _BMP_END else f"\\U{code:08x}"
