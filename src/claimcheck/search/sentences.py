"""The sentences of a source's text as quotations, each of which anchors where it was taken."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit, passes, too_short
from claimcheck.anchor.sentences import breaks
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Effort, Text

# A longer stretch without a full stop is a table or a list, and is split.
MAX_SENTENCE_CHARACTERS: Final = 600
# YAML holds no such characters, so that no quotation can run over one.
_UNWRITABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)
_ROW: Final = re.compile(r"^[^\n\t]*\t[^\n]*$", re.MULTILINE)
# How many words of context a quotation is given, until it stands in one place only.
_CONTEXT_WORDS: Final = (2, 4, 8, 16)
_QUOTE_CONTEXT_CHARACTERS: Final = 400


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand, without the blanks around them."""
    borders = [0, *breaks(text, 0, len(text)), len(text)]
    if "\t" in text:
        # A row of a table says something by itself.
        rows = chain.from_iterable(row.span() for row in _ROW.finditer(text))
        borders = sorted({*borders, *rows})
    gaps = [gap.span() for gap in _UNWRITABLE.finditer(text)]
    if gaps:
        borders = sorted({*borders, *chain.from_iterable(gaps)})
    unwritable = dict(gaps)
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(borders):
        if start not in unwritable:
            spans += _split_long(text, start, end)
    return spans


def _split_long(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a stretch of text at blanks into pieces that are not too long."""
    while end - start > MAX_SENTENCE_CHARACTERS:
        middle, limit = start + MAX_SENTENCE_CHARACTERS // 2, start + MAX_SENTENCE_CHARACTERS
        blank = max(text.rfind(char, middle, limit) for char in " \n\t")
        cut = blank if blank > 0 else limit
        yield from _without_blanks(text, start, cut)
        start = cut
    yield from _without_blanks(text, start, end)


def _without_blanks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a stretch without the blanks around it; nothing where it holds only blanks."""
    part = text[start:end]
    first, last = len(part) - len(part.lstrip()), len(part.rstrip())
    return [(start + first, start + last)] if last else []


def quote_of_span(text: Text, start: int, end: int, effort: Effort | None = None) -> Quote | None:
    """Return a quotation of a span: one that a check would find there, and nowhere else.

    What stands around the words is added where they alone are too short, or stand there twice.

    Args:
        text: a source's text.
        start: where the span begins, in code points from 0.
        end: where it ends.
        effort: what may be spent on looking where else its words stand.

    Returns:
        None when no quotation of the span would be found just there.
    """
    exact = _on_one_line(text.raw[start:end])
    left = text.raw[max(0, start - _QUOTE_CONTEXT_CHARACTERS) : start]
    right = text.raw[end : end + _QUOTE_CONTEXT_CHARACTERS]
    left_words = _on_one_line(_writable(left, -1)).split()
    right_words = _on_one_line(_writable(right, 0)).split()
    for number in (0, *_CONTEXT_WORDS):
        quote = Quote(
            exact,
            " ".join(left_words[-number:]) if number else "",
            " ".join(right_words[:number]),
        )
        anchor = passes(quote, text, effort)
        if anchor is None or anchor.fit not in {Fit.VERBATIM, Fit.NORMALIZED, Fit.AMBIGUOUS}:
            return None
        unique = (anchor.start, anchor.end) == (start, end) and anchor.fit is not Fit.AMBIGUOUS
        if unique and not too_short(quote):
            return quote
        if number >= max(len(left_words), len(right_words)):
            break
    return None


def _writable(text: str, piece: int) -> str:
    """Return the first or last piece of a text that YAML can hold."""
    return _UNWRITABLE.split(text)[piece]


def _on_one_line(text: str) -> str:
    visible = "".join(char for char in text if unicodedata.category(char) != "Cf")
    return " ".join(visible.split())
