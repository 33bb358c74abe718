"""Where in a document a passage is, as people cite it: a page, or a time in a recording.

A pinned text keeps its marks itself, so that nothing else has to be pinned: a form feed stands
between two pages, `[00:01:02.500]` at the beginning of a line is the time of a cue where the
document is a file of subtitles or most of its lines begin so, and `^3` with an invisible sign
behind it leads to a note (`claimcheck.text.pinned_text` has them all). A mark is no word of the
document. It is blanked here, character for character, so that a quotation may run over it and every
offset, line and column stays true.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cache, partial
from typing import TYPE_CHECKING, NamedTuple

from claimcheck.model import Locator, Measure, PinnedText
from claimcheck.text.pinned_text import (
    asides_of,
    form_of,
    gathered,
    with_list_numbers,
    without_note_marks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.model import AsideSpan, Source

TIMED_SUFFIXES = (".srt", ".vtt")
_MAIL_SUFFIXES = (".eml",)
_QUOTE_MARKS = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)  # a mail program sets them, no writer
NO_LABEL = "-"  # stands for the label of a page that has none, where others have one
_PAGE_RANGE = cache(partial(re.compile, r"([0-9]{1,6})(?:\s*[-–]\s*([0-9]{1,6}))?"))
_DASH = re.compile(r"\s*[-–]\s*")
_TIME = re.compile(r"^\[(\d+:\d\d(?::\d\d)?(?:[.,]\d{1,3})?)\]", re.MULTILINE)


_NO_PAGES = frozenset({"note"})  # the label of a note is its number
_ASIDE_PHRASES = {
    "struck": "struck out",
    "head": "in a running head",
    "foot": "in a running foot",
    "line": "among the numbers of lines",
    "note": "in a note",
    "box": "in a box",
}


class MarksRead(NamedTuple):
    """Which marks are looked for in a text.

    Attributes:
        are_gathered: whether asides are gathered at the text's end.
        is_mail: whether a mail program set marks of quotation.
        is_timed: whether lines begin with times.
        is_paged: whether the document has pages, though there be one alone.
    """

    are_gathered: bool
    is_mail: bool
    is_timed: bool
    is_paged: bool


def marks_read(document: str, extractor: str | None = None) -> MarksRead:
    """Say which marks are looked for in the text of a document.

    Args:
        document: the name of the document; its suffix says what it is.
        extractor: what the record says made the text, and in which form; None for plain text.
    """
    name = document.lower()
    return MarksRead(
        form_of(extractor) > 1,
        name.endswith(_MAIL_SUFFIXES),
        name.endswith(TIMED_SUFFIXES),
        name.endswith(".pdf"),
    )


def read_marks(text: str, document: str, extractor: str | None = None) -> PinnedText:
    """Blank the marks in a text, and say where pages, times and asides begin.

    Args:
        text: the text that quotations are looked up in.
        document: the name of the document that it was taken from; its suffix says what it is.
        extractor: what the record says made the text, and in which form; None for plain text.
    """
    marks = marks_read(document, extractor)
    asides: tuple[AsideSpan, ...] = ()
    if marks.are_gathered:
        text = without_note_marks(gathered(text))
    text = with_list_numbers(text, are_marked=marks.are_gathered)
    if marks.are_gathered:
        asides = asides_of(text)
        if marks.is_mail:
            text = _QUOTE_MARKS.sub(_blanks, text)
    if marks.is_timed or _is_transcript(text):
        times = [Locator(Measure.TIME, mark[1], mark.start()) for mark in _TIME.finditer(text)]
        return PinnedText(_TIME.sub(_blanks, text), tuple(times), asides)
    if "\f" not in text and not marks.is_paged:
        return PinnedText(text, (), asides)
    breaks = [offset for offset, character in enumerate(text) if character == "\f"]
    pages = [
        Locator(Measure.PAGE, str(number), offset)
        for number, offset in enumerate((0, *breaks), start=1)
    ]
    pages += [
        Locator(Measure.PAGE, "" if aside.kind in _NO_PAGES else aside.label, aside.start)
        for aside in asides
    ]
    return PinnedText(text.replace("\f", " "), tuple(pages), asides)


def _is_transcript(text: str) -> bool:
    """Whether most lines of a plain text begin with a time in brackets."""
    if not _TIME.match(text.lstrip("\ufeff \t\r\n")):
        return False
    lines = sum(1 for line in text.split("\n") if line.strip())
    return 1 < lines <= 2 * len(_TIME.findall(text))


def aside_at(source: Source, start: int, end: int) -> AsideSpan | None:
    """Return the aside that a span lies in; None where it stands in the flow.

    Args:
        source: the document.
        start: where the span begins in its text, in code points.
        end: where it ends.
    """
    number = bisect_right(source.asides, start, key=lambda aside: aside.start)
    aside = source.asides[number - 1] if number else None
    return aside if aside is not None and end <= aside.end else None


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
    """Say where a span is: `page 3`, `pages 3–4`, `at 00:01:02`, `page 3, struck out`.

    Args:
        source: the document.
        start: where the span begins in its text, in code points.
        end: where it ends.

    Returns:
        The phrase; an empty one where the document has neither pages nor times, nor asides.
    """
    aside = aside_at(source, start, end)
    phrases = [_page_or_time(source, start, end)]
    phrases += [_ASIDE_PHRASES.get(aside.kind, aside.kind)] if aside else []
    return ", ".join(phrase for phrase in phrases if phrase)


def whole_seconds(label: str) -> str:
    """Return a time without what follows its seconds: `1:02` of `1:02.500` and of `1:02,500`."""
    return label.replace(",", ".").partition(".")[0]


def own_label(source: Source, page: str) -> str:
    """Return what a page calls itself, as it is cited: `iv`, `A-3`.

    Args:
        source: the document.
        page: the page's number, counted from the document's first.

    Returns:
        The label; an empty one where it is that number, or none is known.
    """
    number = int(page) if page.isdecimal() else 0
    label = source.page_labels[number - 1] if 0 < number <= len(source.page_labels) else ""
    return "" if label in {page, NO_LABEL} else label


def cited_pages(source: Source, start: int, end: int) -> str:
    """Return the page or pages of a span as people cite them, by their own labels if they have any.

    Args:
        source: the document.
        start: where the span begins in its text, in code points.
        end: where it ends.

    Returns:
        `12`, `iv` or `12-13`; nothing where the document has no pages.
    """
    if not source.locators or source.locators[0].measure is not Measure.PAGE:
        return ""
    labels = locator_labels(source, start, end)
    return "-".join(own_label(source, label) or label for label in labels)


def is_on_pages(source: Source, page: str, written: str) -> bool | None:
    """Whether a page is one that somebody means, by its number or by what it calls itself.

    Args:
        source: the document.
        page: the page's number, counted from the document's first.
        written: what somebody wrote: `12`, `12-13`, `iv`, `A-3`.

    Returns:
        None where no page is meant that can be looked up.
    """
    numbers = _PAGE_RANGE().fullmatch(written.strip())
    if numbers and int(numbers[1]) <= int(page) <= int(numbers[2] or numbers[1]):
        return True
    meant = _labelled(source, written.strip().casefold())
    if meant is None:
        return False if numbers else None
    return meant[0] <= int(page) <= meant[1]


def _labelled(source: Source, written: str) -> tuple[int, int] | None:
    """Return the numbers of the first and last page that are meant by labels; None for no labels.

    A label may itself have a dash in it, so that each is tried as the end of the first.
    """
    labels = [label.casefold() for label in source.page_labels]
    if written in labels:
        number = labels.index(written) + 1
        return number, number
    for dash in _DASH.finditer(written):
        first, last = written[: dash.start()], written[dash.end() :]
        if first in labels and last in labels:
            return labels.index(first) + 1, labels.index(last) + 1
    return None


def _page_or_time(source: Source, start: int, end: int) -> str:
    labels = locator_labels(source, start, end)
    if not labels:
        return ""
    if source.locators[0].measure is Measure.TIME:
        return f"at {whole_seconds(labels[0])}"
    numbered = "–".join(labels)
    own = "–".join(own_label(source, label) or label for label in labels)
    counted = "" if own == numbered else f" ({numbered} in the file)"
    return f"page{'s' if len(labels) > 1 else ''} {own}{counted}"


def _blanks(mark: re.Match[str]) -> str:
    return " " * len(mark[0])


def _label(locators: Sequence[Locator], offset: int) -> str:
    number = bisect_right(locators, offset, key=lambda locator: locator.start)
    return locators[number - 1].label if number else ""
