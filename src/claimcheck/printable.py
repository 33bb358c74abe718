"""Foreign text made safe to look at: what controls, hides or reorders text is shown escaped."""

from __future__ import annotations

import re

_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2064\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_UNSAFE = re.compile(f"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff{_BIDI}{_INVISIBLE}]")
_LATIN1, _BMP = 0x100, 0x10000


def printable(text: str) -> str:
    r"""Escape control, bidirectional and invisible characters (`\x1b`, `\u202e`), all on one line.

    Method: the characters named in "Trojan Source" (Boucher and Anderson 2021) and Unicode's
    default-ignorable ones; everything else is shown as it is.
    """
    return _UNSAFE.sub(_escape, text)


def one_line(text: str) -> str:
    """Fold white space into single blanks, then make the text printable."""
    return printable(" ".join(text.split()))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < _LATIN1:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _BMP else f"\\U{code:08x}"
