"""Where in a document a passage is, as people cite it: a page, or a time in a recording.

A pinned text keeps its marks itself, so that nothing else has to be pinned: a form feed stands
between two pages, and `[00:01:02.500]` at the beginning of a line is the time of a cue where the
document is a file of subtitles. A mark is no word of the document. It is blanked here, character
for character, so that a quotation may run over it and every offset, line and column stays true.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from claimcheck.model import Locator, Measure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import Source

TIMED_SUFFIXES = (".srt", ".vtt")
_TIME = re.compile(r"^\[(\d\d+:\d\d:\d\d(?:\.\d{1,3})?)\]", re.MULTILINE)


def blank_marks(text: str, document: str) -> tuple[str, tuple[Locator, ...]]:
    """Blank the marks of pages and times in a text, and say where they stood.

    Args:
        text: the text that quotations are looked up in.
        document: the name of the document that it was taken from; its suffix says what it is.
    """
    name = document.lower()
    if name.endswith(TIMED_SUFFIXES):
        times = [Locator(Measure.TIME, mark[1], mark.start()) for mark in _TIME.finditer(text)]
        return _TIME.sub(lambda mark: " " * len(mark[0]), text), tuple(times)
    if "\f" not in text and not name.endswith(".pdf"):
        return text, ()
    breaks = [offset for offset, character in enumerate(text) if character == "\f"]
    pages = [
        Locator(Measure.PAGE, str(number), offset)
        for number, offset in enumerate((0, *breaks), start=1)
    ]
    return text.replace("\f", " "), tuple(pages)


def locator_labels(source: Source, start: int, end: int) -> tuple[str, ...]:
    """Return the labels of the first and the last page or time that a span touches.

    Args:
        source: the document.
        start: where the span begins in its text, in code points.
        end: where it ends.

    Returns:
        One label where they are the same; none where the document has neither pages nor times.
    """
    first = _label(source.locators, start)
    last = _label(source.locators, max(start, end - 1))
    return tuple(dict.fromkeys(label for label in (first, last) if label))


def locator_phrase(source: Source, start: int, end: int) -> str:
    """Say where a span is: `page 3`, `pages 3–4`, `at 00:01:02`.

    Args:
        source: the document.
        start: where the span begins in its text, in code points.
        end: where it ends.

    Returns:
        The phrase; an empty one where the document has neither pages nor times.
    """
    labels = locator_labels(source, start, end)
    if not labels:
        return ""
    if source.locators[0].measure is Measure.TIME:
        return f"at {labels[0].partition('.')[0]}"
    return f"page{'s' if len(labels) > 1 else ''} {'–'.join(labels)}"


def _label(locators: Sequence[Locator], offset: int) -> str:
    number = bisect_right(locators, offset, key=lambda locator: locator.start)
    return locators[number - 1].label if number else ""
