"""How two editions of a text differ, line by line and word by word, within bounds."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.difference import difference

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcheck.anchor import Segment

# More lines that may differ are compared as one block, since comparing costs their square.
_MOST_LINES: Final = 2000


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that two editions of a text do not share.

    Attributes:
        line: its number in the new edition, from 1; where it was taken out, that of what follows.
        segments: the word diff from the old line to the new one; `written` is the old.
    """

    line: int
    segments: tuple[Segment, ...]


def line_changes(old: str, new: str) -> tuple[LineChange, ...]:
    """Return the lines in which two editions of a text differ; their white space is no difference.

    Args:
        old: the earlier edition.
        new: the later one.
    """
    old_lines, new_lines = _lines(old), _lines(new)
    common = min(len(old_lines), len(new_lines))
    start = 0
    while start < common and old_lines[start] == new_lines[start]:
        start += 1
    end = 0
    while end < common - start and old_lines[-1 - end] == new_lines[-1 - end]:
        end += 1
    removed = old_lines[start : len(old_lines) - end]
    added = new_lines[start : len(new_lines) - end]
    return tuple(
        LineChange(start + number, difference(before, after))
        for number, before, after in _pairs(removed, added)
    )


def _lines(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.split("\n")]


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    """Yield changed lines side by side, with the number, from 1, of the new one."""
    blocks: Iterable[tuple[str, int, int, int, int]] = [("replace", 0, len(old), 0, len(new))]
    if max(len(old), len(new)) <= _MOST_LINES:
        blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    for kind, old_start, old_end, new_start, new_end in blocks:
        if kind == "equal":
            continue
        rows = zip_longest(old[old_start:old_end], new[new_start:new_end], fillvalue="")
        for number, (before, after) in enumerate(rows, new_start + 1):
            if before != after:
                yield min(number, max(new_end, new_start + 1)), before, after
