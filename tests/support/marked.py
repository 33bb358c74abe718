"""Texts of which a passage is marked, by `⟦` and `⟧` or by `[[` and `]]`."""

from __future__ import annotations

import re
from typing import Final

_MARKS: Final = re.compile(r"\[\[|\]\]|[⟦⟧]")


def passage_in(marked: str) -> tuple[str, int, int]:
    """Return the text without the marks, and where the passage begins and ends in it."""
    before, passage, behind = _MARKS.split(marked)
    return before + passage + behind, len(before), len(before) + len(passage)


def with_omission(marked: str) -> tuple[str, str]:
    """Return a quotation of the text that leaves the passage out, and the text."""
    text, start, end = passage_in(marked)
    return f"{text[:start].strip()} […] {text[end:].strip()}", text
