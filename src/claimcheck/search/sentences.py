"""The sentences of a source's text as quotations, each of which anchors where it was taken."""

from __future__ import annotations

import re
import unicodedata
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import Fit, locate, too_short
from claimcheck.anchor.sentences import breaks
from claimcheck.model import Quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcheck.anchor import Text

# A longer stretch without a full stop is a table or a list, and is taken by pieces.
LONGEST: Final = 600
# YAML holds no such characters, so that no quotation can run over one.
_UNWRITABLE: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"
)
_WORDS_AROUND: Final = (2, 4, 8, 16)
_REACH: Final = 400


def sentences(text: str) -> list[tuple[int, int]]:
    """Return where the sentences of a text stand, without the blanks around them."""
    borders = [0, *breaks(text, 0, len(text)), len(text)]
    gaps = [gap.span() for gap in _UNWRITABLE.finditer(text)]
    if gaps:
        borders = sorted({*borders, *chain.from_iterable(gaps)})
    unwritable = dict(gaps)
    found: list[tuple[int, int]] = []
    for start, end in pairwise(borders):
        if start not in unwritable:
            found += _bare(text, start, end) if end - start <= LONGEST else _short(text, start, end)
    return found


def _short(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        blank = max(text.rfind(sign, start + LONGEST // 2, start + LONGEST) for sign in " \n\t")
        cut = blank if blank > 0 else start + LONGEST
        yield from _bare(text, start, cut)
        start = cut
    yield from _bare(text, start, end)


def _bare(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a stretch without the blanks around it; nothing where it holds only blanks."""
    part = text[start:end]
    begin, beyond = len(part) - len(part.lstrip()), len(part.rstrip())
    return [(start + begin, start + beyond)] if beyond else []


def quotation(text: Text, start: int, end: int) -> Quote | None:
    """Return the quotation of a span: one that a check would find there, and nowhere else.

    What stands around the words is added where they alone are too short, or stand there twice.

    Args:
        text: a source's text.
        start: where the span begins, in code points from 0.
        end: where it ends.

    Returns:
        None when no quotation of the span would be found just there.
    """
    exact = _flat(text.raw[start:end])
    before = _flat(_written(text.raw[max(0, start - _REACH) : start], -1)).split()
    after = _flat(_written(text.raw[end : end + _REACH], 0)).split()
    for around in (0, *_WORDS_AROUND):
        quote = Quote(
            exact,
            " ".join(before[-around:]) if around else "",
            " ".join(after[:around]),
        )
        anchor = locate(quote, text)
        if anchor.fit not in {Fit.VERBATIM, Fit.NORMALIZED, Fit.AMBIGUOUS}:
            return None
        there = (anchor.start, anchor.end) == (start, end)
        if there and anchor.fit is not Fit.AMBIGUOUS and not too_short(quote):
            return quote
        if around >= max(len(before), len(after)):
            break
    return None


def _written(text: str, which: int) -> str:
    """Return the stretch beside the span that can be written."""
    return _UNWRITABLE.split(text)[which]


def _flat(text: str) -> str:
    shown = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    return " ".join(shown.split())
