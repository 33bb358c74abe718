"""Foreign text on its way into a page: what would hide is shown, what would act does not."""

from __future__ import annotations

import json
import re

from markupsafe import Markup

from claimcheck.text.ignorable import BLANKED_NOTE

# Unlike in a terminal, marks that scripts of the world are written with stay as they are: joiners,
# marks of direction, variation selectors, soft hyphens. Overrides and embeddings of direction do
# not: elements with `dir="auto"` do their work, and cannot reach beyond their end.
_UNSAFE = re.compile(
    f"{BLANKED_NOTE}|[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"
    "\u202a-\u202e\u2028\u2029\u2060-\u206f\u200b\ufeff\u034f\u115f\u1160\u3164\uffa0"
    "\U000e0000-\U000e00ff]"
)
_BMP_END = 0x10000
_CONTROLS_END = 0x100


def visible(value: object) -> object:
    """Return a value as a template is to write it: of text, what hides or reorders is escaped."""
    if value is None:
        return ""
    # Most texts are plain, and pages are made of very many.
    if type(value) is not str or (value.isascii() and value.isprintable()):
        return value
    return _UNSAFE.sub(_escape, value)


def visible_text(text: str) -> str:
    """Return a text in which whatever hides or reorders is escaped."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    if len(match[0]) > 1:
        return ""
    code = ord(match[0])
    if match[0] == "\r":
        return ""
    if code < _CONTROLS_END:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < _BMP_END else f"\\U{code:08x}"


def script_json(value: object) -> Markup:
    """Return a value as JSON that may stand in a script element: nothing in it can end that."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    safe = text.encode("utf-8", "backslashreplace").decode()
    return Markup(safe)  # noqa: S704 - no sign with a meaning to HTML is left in it
