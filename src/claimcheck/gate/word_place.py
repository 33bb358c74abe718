"""The place of the wrong word within a quotation, where a finding marks one."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from claimcheck.model import Place

if TYPE_CHECKING:
    from claimcheck.model import Finding

# A quotation is looked for in so much of the file behind the place where it begins.
_MAX_CHARACTERS = 20_000
_MAX_WORDS = 400
_QUOTE = "quote"


def word_place(finding: Finding, text: str) -> Place:
    """Return where the first marked word of a finding's quotation stands in its file.

    Args:
        finding: a finding that stands where a quotation begins.
        text: what the file says.

    Returns:
        The place of the word; the finding's own where nothing is marked, or where the file writes
        the words otherwise, as with escapes.
    """
    place = finding.place
    runs = next((excerpt.runs for excerpt in finding.excerpts if excerpt.label == _QUOTE), ())
    if not place.line or not place.column or not any(run.marked for run in runs):
        return place
    start = _offset(text, place)
    before = "".join(run.text for run in takewhile(lambda run: not run.marked, runs))
    words = before.rpartition("…")[2].split()  # `…` is for what is not shown
    marked = next(run.text for run in runs if run.marked).split()
    if start is None or not marked or len(words) + len(marked) > _MAX_WORDS:
        return place
    gap = r"\s+" if words and before[-1].isspace() else ""
    lead = r"\s+".join(map(re.escape, words)) + gap
    match = re.compile(rf"{lead}({re.escape(marked[0])})").search(
        text, start, start + _MAX_CHARACTERS
    )
    if match is None:
        return place
    at = match.start(1)
    line_start = text.rfind("\n", 0, at) + 1
    line = place.line + text.count("\n", start, at)
    return Place(place.path, line, at - line_start + 1)


def _offset(text: str, place: Place) -> int | None:
    """Return where a place is in a text, in code points; None where the text has no such line."""
    starts = _line_starts(text)
    return starts[place.line - 1] + place.column - 1 if place.line <= len(starts) else None


@lru_cache(maxsize=2)
def _line_starts(text: str) -> list[int]:
    """Where each line begins; every finding of a file asks for it."""
    return [0, *(match.end() for match in re.finditer("\n", text))]
