"""Where sentences begin and end, as far as punctuation tells."""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

REACH: Final = 1200
# How far back to look first, in characters: many passages begin a sentence, and most of the rest
# stand near its beginning.
_NEAR: Final = (16, 160)
_AHEAD: Final = 12
_END: Final = re.compile(
    r"[.!?…。！？।؟۔][\"'”’»)\]_]*(?:\s+(?=[\"'“‘„«(\[_—-]*\s?[^\W\d_a-zß-öø-ÿ])|\Z)"
    r"|[。！？।؟۔][”’」』)]*"
    r"|\n[ \t\r]*\n\s*"
)
_PARAGRAPH: Final = re.compile(r"\n[ \t\r]*\n")
# `Mr. Smith`, `F. C.`, `No. 5`: the full stop ends no sentence after a single letter or a title.
_ABBREVIATION: Final = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Sen|Rep|Gov|No|Nr|vs|Jr|Sr|Bd|Fr|Hr|Mme|MM)\Z"
)


def breaks(text: str, start: int, end: int) -> list[int]:
    """Return the offsets where a sentence begins, in order.

    Args:
        text: the text.
        start: the offset from which on sentences are looked for.
        end: the offset up to which they are.
    """
    return [stop for _start, stop in _each_break(text, start, end)]


def _each_break(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the marks of each sentence's end begin, and where the next sentence does."""
    for stop in _END.finditer(text, max(0, start), min(len(text), end + _AHEAD)):
        if stop.end() > end:
            break
        before = max(0, stop.start() - _AHEAD), stop.start()
        ends = text[stop.start()] != "." or _PARAGRAPH.search(stop[0])
        if ends or not _ABBREVIATION.search(text, *before):
            yield stop.span()


def sentence_start(text: str, at: int) -> int:
    """Where the sentence around `at` begins; `at` itself when that is farther than `REACH`."""
    low = max(0, at - REACH)
    for start in (*(at - reach for reach in _NEAR if at - reach > low), low):
        last = deque(_each_break(text, start, at), maxlen=1)
        # Marks right where one began to look may be the end of longer ones.
        if last and (last[0][0] > start or start == low):
            return last[0][1]
    return at if low else min(at, len(text) - len(text.lstrip()))


def sentence_end(text: str, at: int) -> int:
    """Where the sentence around `at` ends, its marks included; `at` when farther than `REACH`."""
    high = min(len(text), at + REACH)
    for _marks, stop in _each_break(text, max(0, at - 1), high):
        if stop > at:
            return max(at, at + len(text[at:stop].rstrip()))
    return at if high < len(text) else at + len(text[at:].rstrip())
