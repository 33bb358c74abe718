"""Heads that name a speaker without a colon, or within a line: `[Roe] …`, `Roe – …`, `@roe …`.

None of them is a label by itself: a glossary, a list and a table have such heads, too. They are
where one of them comes again, as speakers do.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

# How far around a passage heads are looked for, in characters.
_REACH: Final = 6000
_NAME: Final = r"[^\W\d_a-zß-öø-ÿ][\w.’'-]{0,30}(?: [\w.’'-]{1,30}){0,3}"
_CAPITALS: Final = r"[A-Z][A-Z'’-]+(?: [A-Z][A-Z'’-]+){0,3}"
_ITEM: Final = r"^[ \t]*(?:\d{1,3}[.)][ \t]+)?"
_SHAPES: Final = tuple(
    re.compile(shape, re.MULTILINE)
    for shape in (
        rf"^[ \t]*\[({_NAME})\][ \t]+(?=\S)",
        rf"^[ \t]*({_NAME})[ \t]+[–—-][ \t]+(?=\S)",
        r"^[ \t]*@(\w{1,30})[ \t]+(?=\S)",
        rf"^[ \t]*({_CAPITALS})[ \t]{{2,}}(?=\S)",
        rf"^[ \t]*({_NAME})[ \t]*[\[(]\d{{1,2}}:\d{{2}}[^\])\n]{{0,20}}[\])][ \t]*$",
        r"^[ \t]*(?:\d{1,2}[ \t]+)?([QA])[ \t]+(?=[A-Z])",
        # question and answer in Spanish, Portuguese and Italian
        r"^[ \t]*([PRD])\.[ \t]+(?=\S)",
        rf"^[ \t]*({_NAME})[ \t]+>[ \t]+(?=\S)",
        rf"^[ \t]*[\[(]?\d{{1,2}}(?::\d{{2}}){{1,2}}[\])]?[ \t]+({_CAPITALS})[ \t]+(?=[A-Z])",
        rf"{_ITEM}([^\W\d_][^\n:：]{{0,60}})[:：](?=\s)",
        rf"(?:^[ \t]*|(?<=[.!?…”\"»])[ \t])({_NAME}):[ \t]+(?=\S)",
    )
)
# Shapes that many lines have for other reasons: every other line, at least, has such a head.
_PLAIN: Final = _SHAPES[-2]
_TIMED: Final = _SHAPES[4]
_FEWEST: Final = 3
_FEWEST_TIMED: Final = 2


def other_head(text: str, first: int, end: int, start: int) -> str:
    """Return the head of another speaker's words in a gap; empty if it has none.

    Args:
        text: the text.
        first: where the part before the gap begins, in code points.
        end: where the gap begins.
        start: where it ends.
    """
    low, high = max(0, first - _REACH), start + _REACH
    for shape in _SHAPES:
        # Most gaps have no such head; what stands behind one is the part that follows.
        if not shape.search(text, end, start + 1):
            continue
        heads = [(head.start(1), head[1]) for head in shape.finditer(text, low, high)]
        own = [label for at, label in heads if at < end]
        others = [label for at, label in heads if end <= at < start]
        if own and others and own[-1] != others[-1] and _are_speakers(shape, heads, text[low:high]):
            return others[-1]
    return ""


def _are_speakers(shape: re.Pattern[str], heads: list[tuple[int, str]], around: str) -> bool:
    """Whether heads of one shape are speakers' names: one comes again, or says when it was."""
    if shape is _TIMED:
        return len(heads) >= _FEWEST_TIMED
    again = max(Counter(label for _, label in heads).values()) > 1
    if shape is _PLAIN and 2 * len(heads) < sum(map(bool, map(str.strip, around.split("\n")))):
        return False
    return again and len(heads) >= _FEWEST
