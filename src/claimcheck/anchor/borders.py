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
_APOSTROPHE: Final = "\u02bc"
_SIGNS: Final = "-−+±–"
_BLANKS: Final = " \xa0\u202f"
_HYPHENS: Final = "-\u2010\u2011"
_RATES: Final = "%‰‱°"
_NO_BREAK_BLANKS: Final = "\xa0\u2007\u2009\u202f"
_LARGE_NUMBERS: Final = "十百千万萬亿億兆"
_HAN_NUMERALS: Final = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
_HAN_DIGITS_BEFORE: Final = _HAN_NUMERALS + "数數几幾点點"
# Signs and ranges that belong to the number after them, blanks between included.
_BOUND_BEFORE: Final = re.compile(
    r"(?:[<≤≥≠≈~∼≃≲≳±×]|(?<!\n)(?<!\A)>|\d[ \xa0\u202f]*[-–−])[ \xa0\u202f]*\Z"
)
_BOUND_AFTER: Final = re.compile(
    r"[ \xa0\u202f]*(?:[-–−][ \xa0\u202f]*\d|[±×·][ \xa0\u202f]*\d|x[ \xa0\u202f]*10)"
)
# A prefix that a line's end, or a careless hand, parted from its word.
_PREFIX: Final = re.compile(
    r"(?<![^\W_])(?:non|un|in|im|anti|dis|mis|counter|contra|pseudo|quasi|semi|ex|pro)"
    r"[-\u2010\u2011][ \xa0]+\Z",
    re.IGNORECASE,
)
_INITIALS_BEFORE: Final = re.compile(r"(?<![^\W_])(?:[A-Z]\.)+\Z")
_INITIALS_AFTER: Final = re.compile(r"\.[A-Z](?![a-z])")
# Scripts without blanks: what negates the words after it.
_HAN_NEGATIONS: Final = "不没沒無无非未"
_NO_NEGATION: Final = re.compile(r"(?:[南北西东東中是莫]非|[淹沉出埋吞][没沒]|有[无無])\Z")
_NEGATIONS_BEFORE: Final = ("ไม่", "ບໍ່", "មិន", "分之")
_VOWELS_BEFORE: Final = "เแโใไເແໂໃໄ"
# Japanese puts it at the end: `参加し` is not quoted from `参加しなかった`.
_NEGATION_AFTER: Final = re.compile(
    r"(?:[でにと]?[はも]|じゃ|が)?(?:あり|おり)?(?:ませ[んぬ]|な(?:い|かっ|く|けれ))|ず(?![っいつれ])"
)
# English contractions: `can` is not quoted from `can't`. The possessive `'s` is left out.
_CONTRACTION: Final = re.compile(r"['’](?:t|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
# `t` is not quoted from `can't`, while `homme` is quoted from `l'homme`.
_CONTRACTED: Final = re.compile(r"[^\W\d_](?:t|s|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_LAST_GROUP: Final = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})*( ?)\Z")
_NEXT_GROUP: Final = re.compile(r" ?\d{3}(?!\d)")
_BROKEN: Final = re.compile(
    r"(?:[-\u2010\xad][ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)(?=[^\W\d_])"
)
_BROKEN_BEFORE: Final = re.compile(
    r"[^\W\d_](?:[-\u2010\xad][ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)\Z"
)
_FOOTNOTE: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_LETTERS_BEFORE_A_FOOTNOTE: Final = 4


@lru_cache(maxsize=1 << 12)
def is_unspaced(char: str) -> bool:
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
        return text[start + 1 : start + 2].isdigit() and (
            _is_currency(text[start - 1])
            or bool(_BOUND_BEFORE.search(text[max(0, start - _CONTEXT) : start]))
        )
    if text[start - 1] == " " and first.isalpha() and text[start - 2 : start - 1].isalpha():
        return False  # as nearly always
    before = text[max(0, start - _CONTEXT) : start].replace(_APOSTROPHE, "’").rstrip(_INVISIBLE)
    before = _without_emphasis(before)
    if _combines(first) or before.endswith(_JOINER) or not before:
        return bool(before) or _combines(first)
    if first in _SIGNS + ".,":
        # `.5` is not quoted from `1.5`; a dash after a word begins nothing
        return before[-1].isdigit() and text[start + 1 : start + 2].isdigit()
    initial = first.isupper() and text[start + 1 : start + 2] == "."
    return (
        (initial and bool(_INITIALS_BEFORE.search(before)))
        or (first.isdigit() and _number_goes_on_left(before))
        or (first.isdigit() and _in_a_group(before, text[start : start + _CONTEXT]))
        or (before[-1] in "'’" and bool(_CONTRACTED.match(before[-2:-1] + text[start : start + 4])))
        or (first.isalnum() and _word_goes_on_left(before, first))
    )


def _without_emphasis(before: str) -> str:
    """The marks of emphasis inside a word are no border: `un*lawful*`."""
    bare = before.rstrip("*" + _INVISIBLE)
    return bare if bare != before and bare[-1:].isalnum() else before


def _word_goes_on_left(before: str, first: str) -> bool:
    if is_unspaced(first) and (is_unspaced(before[-1]) or before[-1].isdigit()):
        return _negated_left(before, first)
    while before and _combines(before[-1]):
        before = before[:-1]
    last, earlier = before[-1:], before[-2:-1]
    if last.isalnum():
        return not (is_unspaced(last) or is_unspaced(first))
    if last and last in _HYPHENS:
        return earlier.isalnum()
    compound = last == "–" and earlier.isalpha() and first.isalpha()
    if compound or _PREFIX.search(before):
        return True
    return not first.isupper() and bool(_BROKEN_BEFORE.search(before))


def _negated_left(before: str, first: str) -> bool:
    """Whether a negation, a numeral or a leading vowel of a script without blanks goes before."""
    last = before[-1]
    if last.isdigit():
        return first in _LARGE_NUMBERS
    if first in _HAN_NUMERALS and last in _HAN_DIGITS_BEFORE:
        return True
    if last in _VOWELS_BEFORE or before.endswith(_NEGATIONS_BEFORE):
        return True
    return last in _HAN_NEGATIONS and first >= "\u3400" and not _NO_NEGATION.search(before)


def _number_goes_on_left(before: str) -> bool:
    if _BOUND_BEFORE.search(before):
        return True
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


def _in_a_group(before: str, after: str) -> bool:
    """Whether a number goes on behind a blank, in groups of three: `10` and `000` of `10 000`."""
    return (
        before[-1:].isdigit() != before[-1:].isspace()
        and bool(_LAST_GROUP.search(before))
        and bool(_NEXT_GROUP.match(after))
    )


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
    after = text[end : end + _CONTEXT].replace(_APOSTROPHE, "’").lstrip(_INVISIBLE)
    if after[:1] == "*" and last.isalnum() and (bare := after.lstrip("*"))[:1].isalnum():
        after = bare
    if _combines(text[end]) or not after or last == _JOINER:
        return bool(after) or _combines(text[end])
    if after[0] in _FOOTNOTE and text[max(0, end - _LETTERS_BEFORE_A_FOOTNOTE) : end].isalpha():
        return end < _LETTERS_BEFORE_A_FOOTNOTE
    return (
        _cuts_initials(text, end, last, after)
        or (last.isdigit() and _number_goes_on_right(after))
        or (last.isdigit() and _in_a_group(text[max(0, end - _CONTEXT) : end], after))
        or ((last.isalnum() or _combines(last)) and _word_goes_on_right(last, after))
    )


def _cuts_initials(text: str, end: int, last: str, after: str) -> bool:
    """Whether a passage ends inside initials: `U.S` and `U.S.` out of `U.S.S.R.`."""
    if last == "." and text[max(0, end - 2) : end - 1].isupper():
        return not text[max(0, end - 3) : end - 2].isalnum() and bool(
            _INITIALS_AFTER.match("." + after)
        )
    return (
        last.isupper()
        and not text[max(0, end - 2) : end - 1].isalnum()
        and bool(_INITIALS_AFTER.match(after))
    )


def _word_goes_on_right(last: str, after: str) -> bool:
    first = after[0]
    if is_unspaced(last) and is_unspaced(first):
        return (last in _HAN_NUMERALS and first in _HAN_NUMERALS + "点點") or bool(
            _NEGATION_AFTER.match(after)
        )
    if first.isalnum():
        return not (is_unspaced(last) or is_unspaced(first))
    if first in _HYPHENS and after[1:2].isalnum():
        return True
    if first == "–" and last.isalpha() and after[1:2].isalpha():
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
    if _BOUND_AFTER.match(after):
        return True
    return first == "^" or _is_rate(after.lstrip(_BLANKS)[:1])


def extend_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a passage to the words, numbers and graphemes that it cuts, within bounds."""
    first, last = start, end
    low = max(0, start - LONGEST_WORD)
    while start > low and (
        cuts_left(text, start)
        or (start < first and not text[start].isalnum() and text[start - 1].isalnum())
    ):
        start -= 1
    high = min(len(text), end + LONGEST_WORD)
    while end < high and (
        cuts_right(text, end)
        or (end > last and not text[end - 1].isalnum() and text[end].isalnum())
    ):
        end += 1
    return start, end
