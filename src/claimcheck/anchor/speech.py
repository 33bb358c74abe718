"""Who is speaking: whether a passage stands inside quotation marks in its source."""

from __future__ import annotations


def inside_quotation(text: str, start: int, end: int) -> bool:
    """Whether a passage stands inside quotation marks in its source."""
    low = text.rfind("\n", 0, start) + 1
    before, after = text[low:start], text[end : end + 600].partition("\n")[0]
    opened = before.count("“") > before.count("”") or before.count('"') % 2 == 1
    return opened and ("”" in after or '"' in after)
