"""Marks that a page sets at the ends and beginnings of its lines, and a quotation does not.

Mail sets `> ` before each line of what it answers, French and Spanish a » before each line of a
long quotation; verse in a running text is quoted with a slash for each line's end.
"""

from __future__ import annotations

import re
from typing import Final

_MAIL: Final = re.compile(r"(?<=\n)[ \t]*(?:>[ \t]?)+")
_ANGLES: Final = re.compile(r"(?<=\n)[ \t]*»[ \t\xa0\u202f]?")
_PARAGRAPH: Final = 3000
_VERSE: Final = re.compile(r"\s+//?\s+")


def without_line_marks(raw: str, low: int, high: int) -> str:
    """A stretch of a text with blanks for what its page sets before each line.

    Args:
        raw: the text.
        low: where the stretch begins, in code points.
        high: where it ends.

    Returns:
        The stretch, of the same length; as it is where its lines bear no such marks.
    """
    stretch = raw[low:high]
    if "\n" not in stretch:
        return stretch
    # A stretch begins behind the last word before it, which may stand in another paragraph.
    first = next((at for at in range(low, high) if raw[at].isalnum()), low)
    words = raw[first:high]
    if ">" in stretch and _begins_line(raw, first, ">") and _every_line(words, _MAIL):
        stretch = _MAIL.sub(_blanks, stretch)
    if "»" in stretch and _is_open(raw, first, high):
        stretch = _ANGLES.sub(_blanks, stretch)
    return stretch


def _begins_line(raw: str, at: int, mark: str) -> bool:
    line = raw.rfind("\n", 0, at) + 1
    return raw[line:at].lstrip(" \t").startswith(mark)


def _every_line(words: str, marks: re.Pattern[str]) -> bool:
    return len(marks.findall(words)) == words.rstrip().count("\n")


def _is_open(raw: str, low: int, high: int) -> bool:
    """Whether a « is not closed yet where the lines of a stretch begin."""
    before = raw[max(0, low - _PARAGRAPH) : low]
    before = before[before.rfind("\n\n") + 1 :] + raw[low:high].partition("\n")[0]
    return before.count("«") > len(re.findall("(?<!\n)»", before))


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match[0])


def verse_lines(words: str) -> list[str]:
    """The lines of verse that a quote sets one behind the other; one where it has no slashes."""
    return _VERSE.split(words)
