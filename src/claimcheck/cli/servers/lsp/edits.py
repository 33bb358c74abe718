"""Edits of texts as editors make them: the smallest changes, each in its place."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile


@dataclass(frozen=True, slots=True)
class TextChange:
    """A stretch of a text, in code points, and what is to stand there."""

    start: int
    end: int
    new: str


def changes_between(before: str, after: str) -> list[TextChange]:
    """Return the changes that make one text of another, line by line, without what is the same.

    So cursors, folds and marks of an editor stay where they are.
    """
    lines = before.splitlines(keepends=True), after.splitlines(keepends=True)
    starts = [0]
    for line in lines[0]:
        starts.append(starts[-1] + len(line))
    changes = []
    matcher = SequenceMatcher(None, *lines, autojunk=False)
    for what, low, high, first, last in matcher.get_opcodes():
        if what == "equal":
            continue
        if high - low == last - first:
            pairs = zip(range(low, high), range(first, last), strict=True)
            changes += [_trimmed(starts[old], lines[0][old], lines[1][new]) for old, new in pairs]
        else:
            old, new = "".join(lines[0][low:high]), "".join(lines[1][first:last])
            changes.append(_trimmed(starts[low], old, new))
    return changes


def _trimmed(start: int, old: str, new: str) -> TextChange:
    """Return the change of a stretch without what its ends have in common."""
    head = _alike(old, new)
    if old[head - 1 : head] == "\r":
        head -= 1  # the two signs of a line's end stay together
    tail = _alike(old[head:][::-1], new[head:][::-1])
    if old[len(old) - tail :][:1] == "\n" and old[: len(old) - tail].endswith("\r"):
        tail -= 1
    return TextChange(start + head, start + len(old) - tail, new[head : len(new) - tail])


def _alike(old: str, new: str) -> int:
    """Return how many signs two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
