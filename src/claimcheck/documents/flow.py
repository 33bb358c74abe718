"""Pieces that a reader emits on its walk through a document, and the pinned text made of them.

Readers emit words with marks between them: the end of a paragraph, of a line, of a cell; raised
text. Only what stands around a mark tells what becomes of it, so that is decided at the end.
"""

from __future__ import annotations

import re
from typing import Final

from claimcheck.text import pinned_text

# Marks of the walk; the document's own control characters are gone before.
RAISED, NOTE, LOWERED, SHIFT_END = "\x01", "\x02", "\x03", "\x04"
KEPT_BREAK, KEPT_BLANK = "\x05", "\x06"
PARAGRAPH, LINE, SOFT_LINE, CELL, TAB, EDGE = "\x07", "\x0e", "\x0f", "\x10", "\x11", "\x12"
GAP = "\x13"  # a blank, but before a mark of the sentence around it

_SHIFTED: Final = re.compile(
    f"([{RAISED}{NOTE}{LOWERED}])([^{RAISED}{NOTE}{LOWERED}{SHIFT_END}]*){SHIFT_END}"
)
_SEPARATORS: Final = re.compile(f" *[{PARAGRAPH}{LINE}{SOFT_LINE}][{PARAGRAPH}{LINE}{SOFT_LINE} ]*")
_BLANKS: Final = re.compile(" {2,}")
_FOLLOWS: Final = re.compile(r"[^\s\x01-\x13]?")
_BETWEEN_NUMBERS: Final = re.compile(f"(?<=[^\\W_]){EDGE}+(?=[^\\W_])")
# A bracket of a note's mark that is raised by itself, beside what it opens or closes.
_OPENS: Final = re.compile(f"([{RAISED}{NOTE}][\\[(]){SHIFT_END}[{RAISED}{NOTE}]")
_CLOSES: Final = re.compile(f"{SHIFT_END}[{RAISED}{NOTE}]([\\])]{SHIFT_END})")
_NO_GAP: Final = re.compile(f"{GAP}(?=[,.;:!?)\\]»”])")
# Behind raised letters, the mark of the sentence that is raised with them.
_RAISED_MARK: Final = re.compile(r"(.*\w)([,.;:])", re.DOTALL)
_LEFT_OVER: Final = re.compile(f"[{RAISED}{NOTE}{LOWERED}{SHIFT_END}]")  # without their other half
_CONTEXT: Final = 40
_LONGEST_CELL: Final = 400


def row(content: str) -> str:
    """Return a row of a table: its cells with tabs, or one below another where they lay out."""
    cells = [cell.strip(f" {GAP}{PARAGRAPH}{LINE}{SOFT_LINE}") for cell in content.split(CELL)]
    if any(_is_layout(cell) for cell in cells):
        return PARAGRAPH.join(cell for cell in cells if cell)
    return TAB.join(_SEPARATORS.sub(" ", cell) for cell in cells).rstrip(TAB)


def _is_layout(cell: str) -> bool:
    """Whether a cell holds what no cell of data does: rows, or several paragraphs."""
    parts = [part for part in _SEPARATORS.split(cell) if part.strip()]
    return SOFT_LINE in cell or (len(parts) > 1 and len(cell) > _LONGEST_CELL)


def finished(text: str) -> str:
    """Make a pinned text of what a walk emitted."""
    text = _NO_GAP.sub("", text).replace(GAP, " ")
    text = _BETWEEN_NUMBERS.sub(_apart, text).replace(EDGE, "")
    text = _CLOSES.sub(r"\1", _OPENS.sub(r"\1", text))
    while SHIFT_END in text:
        text, count = _SHIFTED.subn(_shifted, text)
        if not count:
            break
    text = _LEFT_OVER.sub("", text.replace(CELL, " "))
    text = _SEPARATORS.sub(_separator, _BLANKS.sub(" ", text))
    lines = text.replace(TAB, "\t").split("\n")
    text = "\n".join(line.strip(" ") if "\t" not in line else line.rstrip() for line in lines)
    text = text.replace(KEPT_BREAK, "\n").replace(KEPT_BLANK, " ")
    return re.sub(r"[ \t]*\n(?:[ \t]*\n)+", "\n\n", text).strip(" \n")


def _separator(hit: re.Match[str]) -> str:
    run = hit[0]
    return "\n\n" if PARAGRAPH in run or run.count(LINE) > 1 else "\n"


def _apart(hit: re.Match[str]) -> str:
    around = hit.string[hit.start() - 1] + hit.string[hit.end()]
    return " " if any(sign.isdigit() for sign in around) else ""


def _shifted(hit: re.Match[str]) -> str:
    text, start, end = hit.string, hit.start(), hit.end()
    before = text[max(0, start - _CONTEXT) : start]
    words = _SEPARATORS.sub(" ", hit[2])
    if hit[1] == NOTE:
        return pinned_text.note_mark(words)
    following = _FOLLOWS.match(text, end)
    lead = " " if hit[2][:1].isspace() else ""
    tail = " " if hit[2].strip() and hit[2][-1:].isspace() else ""
    after = tail or (following[0] if following else "")
    if hit[1] == RAISED and (marked := _RAISED_MARK.fullmatch(words.strip())):
        words, after, tail = marked[1], marked[2], f"{marked[2]}{tail}"
    make = pinned_text.lowered if hit[1] == LOWERED else pinned_text.raised
    return lead + make(words, before, after) + tail
