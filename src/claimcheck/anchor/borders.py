"""Where a word, a number or a grapheme ends: a quote may begin and end only there."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

_CONTEXT: Final = 12
# A "word" longer than this (a megabyte of one letter) is shown in part.
LONGEST_WORD: Final = 200

_INVISIBLE: Final = "\xad\u200b\u200c\u2060\ufeff\u200e\u200f_"
_JOINER: Final = "\u200d"
_SIGNS: Final = "-−+±–"
_BLANKS: Final = " \xa0\u202f"
_HYPHENS: Final = "-\u2010\u2011"
_RATES: Final = "%‰‱°"
_NO_BREAK_BLANKS: Final = "\xa0\u2007\u2009\u202f"
_LARGE_NUMBERS: Final = "十百千万萬亿億兆"
# English contractions: `can` is not quoted from `can't`. The possessive `'s` is left out.
_CONTRACTION: Final = re.compile(r"['’](?:t|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_BROKEN: Final = re.compile(
    r"(?:[-\u2010\xad][ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)(?=[^\W\d_])"
)
_BROKEN_BEFORE: Final = re.compile(
    r"[^\W\d_](?:[-\u2010\xad][ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)\Z"
)
_FOOTNOTE: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_LETTERS_BEFORE_A_FOOTNOTE: Final = 4


@lru_cache(maxsize=1 << 12)
def _unspaced(char: str) -> bool:
    """Whether the script of a character sets no blanks between words."""
    return (
        "\u0e00" <= char <= "\u0eff"  # Thai, Lao
        or "\u1000" <= char <= "\u109f"  # Burmese
        or "\u1780" <= char <= "\u17ff"  # Khmer
        or "\u3041" <= char <= "\u30ff"  # Kana
        or "\u31f0" <= char <= "\u31ff"
        or "\u3400" <= char <= "\u4dbf"  # Han
        or "\u4e00" <= char <= "\u9fff"
        or "\uf900" <= char <= "\ufaff"
        or "\U00020000" <= char <= "\U0003ffff"
    )


@lru_cache(maxsize=1 << 12)
def _combines(char: str) -> bool:
    return (
        unicodedata.category(char)[0] == "M"
        or char == _JOINER
        or "\u1160" <= char <= "\u11ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def cuts_left(text: str, start: int) -> bool:
    """Whether a passage that begins at `start` begins inside a word, number or grapheme."""
    if start <= 0 or start >= len(text):
        return False
    first = text[start]
    if first in _BLANKS:
        return text[start + 1 : start + 2].isdigit() and _is_currency(text[start - 1])
    if text[start - 1] == " " and first.isalpha() and text[start - 2 : start - 1].isalpha():
        return False  # as nearly always
    before = text[max(0, start - _CONTEXT) : start].rstrip(_INVISIBLE)
    if _combines(first) or before.endswith(_JOINER) or not before:
        return bool(before) or _combines(first)
    if first in _SIGNS + ".,":
        # `.5` is not quoted from `1.5`; a dash after a word begins nothing
        return before[-1].isdigit() and text[start + 1 : start + 2].isdigit()
    return (first.isdigit() and _number_goes_on_left(before)) or (
        first.isalnum() and _word_goes_on_left(before, first)
    )


def _word_goes_on_left(before: str, first: str) -> bool:
    while before and _combines(before[-1]):
        before = before[:-1]
    last, earlier = before[-1:], before[-2:-1]
    if last.isalnum():
        return not (_unspaced(last) or _unspaced(first))
    if last and last in _HYPHENS:
        return earlier.isalnum()
    return not first.isupper() and bool(_BROKEN_BEFORE.search(before))


def _number_goes_on_left(before: str) -> bool:
    last, earlier = before[-1], before[-2:-1]
    if last in ".,:/'’" and earlier.isdigit():
        return True
    if last in ".," and not earlier.isalnum():
        return True
    if last in _SIGNS and not earlier.isalnum():
        return earlier not in "-–" or not earlier
    if last in _NO_BREAK_BLANKS and earlier.isdigit():
        return True
    return _is_currency(before.rstrip(_BLANKS)[-1:])


def _is_currency(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "Sc"


def _is_rate(char: str) -> bool:
    return bool(char) and (char in _RATES or _is_currency(char))


def cuts_right(text: str, end: int) -> bool:
    """Whether a passage that ends at `end` ends inside a word, number or grapheme."""
    if end <= 0 or end >= len(text):
        return False
    last = text[end - 1]
    if last in _BLANKS:
        return text[max(0, end - 2)].isdigit() and _is_rate(text[end])
    if text[end] == " " and last.isalpha():
        return False  # as nearly always
    after = text[end : end + _CONTEXT].lstrip(_INVISIBLE)
    if _combines(text[end]) or not after or last == _JOINER:
        return bool(after) or _combines(text[end])
    if after[0] in _FOOTNOTE and text[max(0, end - _LETTERS_BEFORE_A_FOOTNOTE) : end].isalpha():
        return end < _LETTERS_BEFORE_A_FOOTNOTE
    return (last.isdigit() and _number_goes_on_right(after)) or (
        (last.isalnum() or _combines(last)) and _word_goes_on_right(last, after)
    )


def _word_goes_on_right(last: str, after: str) -> bool:
    first = after[0]
    if first.isalnum():
        return not (_unspaced(last) or _unspaced(first))
    if first in _HYPHENS and after[1:2].isalnum():
        return True
    broken = _BROKEN.match(after)
    return bool(_CONTRACTION.match(after) or (broken and not after[broken.end()].isupper()))


def _number_goes_on_right(after: str) -> bool:
    first, then = after[0], after[1:2]
    if first in _LARGE_NUMBERS:
        return True
    if first in ".,:/'’⁄" and then.isdigit():
        return True
    if first in _NO_BREAK_BLANKS and then.isdigit():
        return True
    if first in "–-" and then.isdigit():
        return True
    return first == "^" or _is_rate(after.lstrip(_BLANKS)[:1])


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a passage to the words, numbers and graphemes that it cuts, within bounds."""
    low = max(0, start - LONGEST_WORD)
    while start > low and cuts_left(text, start):
        start -= 1
    high = min(len(text), end + LONGEST_WORD)
    while end < high and cuts_right(text, end):
        end += 1
    return start, end
