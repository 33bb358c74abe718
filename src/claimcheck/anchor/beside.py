"""Whether a quote's prefix and suffix stand right beside a place where its words stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.anchor.borders import cuts_left, cuts_right
from claimcheck.anchor.counting import cuts_number
from claimcheck.anchor.effort import Effort
from claimcheck.anchor.fold import Folded, fold, matched
from claimcheck.anchor.key import key_of
from claimcheck.anchor.spacing import tighten

if TYPE_CHECKING:
    from claimcheck.model import Quote

# The source may space a prefix or suffix more widely than the quote does, by this much.
_SLACK_CHARACTERS: Final = 80
# Of a prefix so many letters are compared first, at little cost: most places have other ones.
_LETTERS_COMPARED_FIRST: Final = 32
_GLANCE_CHARACTERS: Final = 4 * _LETTERS_COMPARED_FIRST
# Marks before the first letter of a prefix, and blanks between them that only one side has.
_MAX_LEADING_MARKS: Final = 16


class Context:
    """The words that a quote's writer gave to say which of several places is meant.

    Args:
        quote: the selector.
        effort: what may be spent on places beyond the first one.
    """

    def __init__(self, quote: Quote, effort: Effort | None = None) -> None:
        self._effort = effort or Effort()
        self._length_before, self._length_after = len(quote.prefix), len(quote.suffix)
        self._is_first = True
        if quote.prefix:
            self._prefix = fold(quote.prefix.strip())
            self._end_of_prefix = key_of(quote.prefix)[-_LETTERS_COMPARED_FIRST:]
        if quote.suffix:
            self._suffix = fold(quote.suffix.strip())
            self._start_of_suffix = key_of(quote.suffix)[:_LETTERS_COMPARED_FIRST]

    def is_beside(self, place: tuple[int, int], raw: str) -> bool:
        """Whether prefix and suffix stand beside a place, after the fold, and cut no word.

        Args:
            place: where the quote stands.
            raw: the text that it stands in.
        """
        if not self._length_before and not self._length_after:
            return True
        return self._may_be_beside(place, raw) and self._compared(place, raw)

    def _may_be_beside(self, place: tuple[int, int], raw: str) -> bool:
        """Whether the letters next to a place are the right ones, as far as a glance can tell."""
        start, end = place
        if self._length_before:
            letters = key_of(raw[max(0, start - _GLANCE_CHARACTERS) : start])
            # A glance may be too short, where marks and blanks fill it.
            expected = self._end_of_prefix
            if not (letters.endswith(expected) or expected.endswith(letters)):
                return False
        if self._length_after:
            letters = key_of(raw[end : end + _GLANCE_CHARACTERS])
            expected = self._start_of_suffix
            return letters.startswith(expected) or expected.startswith(letters)
        return True

    def _compared(self, place: tuple[int, int], raw: str) -> bool:
        start, end = place
        before = 2 * self._length_before + _SLACK_CHARACTERS if self._length_before else 0
        after = 2 * self._length_after + _SLACK_CHARACTERS if self._length_after else 0
        if not self._is_first and not self._effort.may_compare(before + after):
            return False
        self._is_first = False
        if before and not self._ends(raw[max(0, start - before) : start].rstrip()):
            return False
        return not after or self._begins(raw, end, end + after)

    def _ends(self, left: str) -> bool:
        """Whether a stretch of text ends with the prefix, and this begins with a whole word."""
        folded = fold(left)
        start = _start_of(self._prefix, folded)
        if start is None:
            return False
        at = folded.raw_span_of_marked(start, len(folded.marked))[0]
        return not (cuts_left(left, at) or cuts_number(left, at, len(left)))

    def _begins(self, raw: str, low: int, high: int) -> bool:
        """Whether a stretch of text begins with the suffix, and this ends with a whole word."""
        right = raw[low:high]
        bare = right.lstrip()
        folded = fold(bare)
        alike = tighten(folded.text).startswith(tighten(self._suffix.text))
        end = matched(self._suffix, folded, 0) if alike else None
        if end is None:
            return False
        offset = low + len(right) - len(bare)
        stop = offset + folded.raw_span_of_marked(0, end)[1]
        return not (cuts_right(raw, stop) or cuts_number(raw, offset, stop))


def _start_of(words: Folded, text: Folded) -> int | None:
    """Where words begin in `text.marked`, if the text ends with them."""
    if not tighten(text.text).endswith(tighten(words.text)):
        return None
    marked = text.marked
    letters = sum(map(str.isalnum, words.marked))
    start = len(marked)
    while start and letters:
        start -= 1
        letters -= marked[start].isalnum()
    # Before the first letter may stand marks that are the prefix's own.
    for _mark in range(_MAX_LEADING_MARKS):
        if matched(words, text, start) == len(marked):
            return start
        if not start or marked[start - 1].isalnum():
            return None
        start -= 1
    return None
