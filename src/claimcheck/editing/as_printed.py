"""A quotation in the source's own spelling, for those who typed it with another keyboard."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from claimcheck.anchor import Fit, fold, locate
from claimcheck.model import Quote

if TYPE_CHECKING:
    from claimcheck.anchor import Anchor, Text

_LINE_END_HYPHEN = re.compile(r"[-\u2010\u2011]\s*[\r\n]\s*")
_WORDS = re.compile(r"([^\W_]+)")
_JOINTS = re.compile(r"(\[[^\[\]]{1,200}\]|\((?:…|\.\s?\.\s?\.)\)|…|\.\s?\.\s?\.)")
# Emphasis of plain-text editions: the fold knows it, and no quotation should have to.
_EMPHASIS = re.compile(r"[_*]+")
_NEEDLESS = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")


def as_printed(quote: Quote, text: Text) -> Quote:
    """Return a quote whose marks are those that its source prints.

    Only what the fold makes equal can differ, and of that only what stands between the words is
    taken over: quotation marks, dashes, apostrophes, points of omission. What is layout is not:
    blanks are single, words are not broken, and ligatures, marks of emphasis and invisible
    characters stay out. What the writer put in brackets or left out stays so. The quote is returned
    as it is where it does not stand in the text, or stands there more than once, and where the
    printed form would not be found at the same place.
    """
    anchor = locate(quote, text)
    if anchor.fit is Fit.ELIDED:
        return _part_by_part(quote, text, anchor)
    if anchor.fit is not Fit.NORMALIZED or anchor.start is None or anchor.end is None:
        return quote
    spelled = _respelled(quote.exact, text.raw[anchor.start : anchor.end])
    return _verified(quote, spelled, text, anchor.start, anchor.end)


def passage_for(quote: Quote, text: Text, start: int, end: int) -> Quote:
    """Return a quote that holds just what its source prints between two offsets.

    The quote is returned as it is where that cannot be quoted plainly: where a word is broken at a
    line's end, say, or where the words before and after are not what the quote says.

    Args:
        quote: the quote, whose prefix and suffix are kept.
        text: the source's text.
        start: where the passage begins in the raw text, in code points.
        end: where it ends.
    """
    passage = text.raw[start:end]
    if _LINE_END_HYPHEN.search(passage):
        return quote
    return _verified(quote, _tidy(passage), text, start, end)


def _part_by_part(quote: Quote, text: Text, anchor: Anchor) -> Quote:
    """Spell the parts of an elided quote as they are printed, each with its own marks."""
    pieces = _JOINTS.split(quote.exact)
    places = [at for at, piece in enumerate(pieces) if at % 2 == 0 and re.search(r"\w", piece)]
    if len(places) != len(anchor.parts):
        return quote
    for at, (start, end) in zip(places, anchor.parts, strict=True):
        part = pieces[at].strip()
        pieces[at] = pieces[at].replace(part, _respelled(part, text.raw[start:end]))
    printed = Quote("".join(pieces), quote.prefix, quote.suffix)
    again = locate(printed, text)
    alike = fold(printed.exact).text == fold(quote.exact).text
    same = (again.fit, again.parts) == (Fit.ELIDED, anchor.parts)
    return printed if alike and same else quote


def _verified(quote: Quote, exact: str, text: Text, start: int, end: int) -> Quote:
    printed = Quote(exact, quote.prefix, quote.suffix)
    again = locate(printed, text)
    same = again.fit.passes and (again.start, again.end) == (start, end)
    return printed if same else quote


def _respelled(written: str, passage: str) -> str:
    """Put the marks of a passage between the words of a quotation that is equal to it when folded.

    The quotation is returned as it is where their words do not go side by side.
    """
    mine = _WORDS.split(unicodedata.normalize("NFC", written.translate(_NEEDLESS)))
    theirs = _WORDS.split(_visible(passage))
    # Words stand at the odd places, what is between them at the even ones.
    spelled, position = [_between(mine[0], theirs[0])], 1
    for word, gap in zip(mine[1::2], mine[2::2], strict=True):
        printed = theirs[position] if position < len(theirs) else ""
        while not _same(word, printed) and position + 2 < len(theirs):
            if not _LINE_END_HYPHEN.fullmatch(theirs[position + 1]):
                return written
            position += 2
            printed += theirs[position]
        if not _same(word, printed):
            return written
        spelled += [word, _between(gap, theirs[position + 1])]
        position += 2
    return "".join(spelled) if position == len(theirs) else written


def _same(word: str, printed: str) -> bool:
    return word == printed or fold(word).text == fold(printed).text


def _between(written: str, printed: str) -> str:
    """Return what is to stand between two words, as printed but for what is layout."""
    if _LINE_END_HYPHEN.fullmatch(printed):
        return written
    gap = re.sub(r"\s+", " ", printed)
    return gap if _EMPHASIS.search(written) else _EMPHASIS.sub("", gap)


def _tidy(passage: str) -> str:
    return re.sub(r"\s+", " ", _visible(passage))


def _visible(passage: str) -> str:
    broken = re.sub("\u00ad(?=\\s*[\r\n])", "-", passage)
    visible = "".join(sign for sign in broken if unicodedata.category(sign) != "Cf")
    return unicodedata.normalize("NFC", visible)
