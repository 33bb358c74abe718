"""Where a word, a number or a grapheme ends: a quote may begin and end only there."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, partial
from typing import Final

from claimcheck.text.ignorable import IGNORABLE

# How far to look on the other side of a border.
_CONTEXT_CHARACTERS: Final = 12
# A "word" longer than this (a megabyte of one letter) is shown in part.
MAX_WORD_CHARACTERS: Final = 200

# Beside what nobody sees a word goes on: so far it is looked for, in steps. No text that is printed
# has more of it in one place.
_REACHES: Final = (_CONTEXT_CHARACTERS, 200, 4000)
_JOINER: Final = "\u200d"
_UNSEEN: Final = f"{IGNORABLE}\ufff9-\ufffb_".replace("\u200b-\u200f", "\u200b\u200c\u200e\u200f")
# A soft hyphen at a line's end is seen.
_UNSEEN_SIGNS: Final = re.compile(f"(?!\xad[ \\t]*\\r?\\n)[{_UNSEEN}]")
_EMPHASIS_ON_THE_LEFT: Final = re.compile(f"[*{_UNSEEN}]+\\Z")
# Whatever is printed, typed or mistaken for an apostrophe within a word.
_APOSTROPHES: Final = str.maketrans(
    dict.fromkeys(
        "‘‚‛`´＇ʹʻʼʽˈˊˋ\u0374\u0384\u055a\u05f3\u1fbd\u1fbf\u1fef\u1ffd\u2032\u2035\ua78b\ua78c",
        "’",
    )
)
_SIGNS: Final = (
    "-−+±–\u02d7\u2010\u2011\u2012\u2052\u207a\u207b\u208b\u2795\u2796\ufe62\ufe63\uff0b\uff0d"
)
# What stands for letters that are not printed, where nothing like it opened emphasis before.
_CENSORED: Final = frozenset({"***", "___"})
_PARAGRAPH: Final = 300
_BLANKS: Final = " \xa0\u202f"
_HYPHENS: Final = (
    "-\u02d7\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2043\u2052\u207b\u208b\u2212\u2e17\u2e1a"
    "\u2e40\u2e5d\ufe58\ufe63\uff0d\U00010ead"
)
# What stands inside a number before its next digit: points, commas, and what is used for them.
_NUMBER_MARKS: Final = (
    ".,:/'’·\u02d9\u060c\u066b\u066c\u2022\u2024\u2027\u2044\u2215\u2219\u22c5\u2236\u2396\u30fb\ufe50\ufe52\uff0c\uff0e"
    "\uff0f\uff1a\uff61"
)
_SENTENCE_STOPS: Final = frozenset(".!?")
# A word behind a word or a sentence, with one blank between.
_PLAIN_BEGINNING: Final = re.compile(r"[^\W\d_] [^\W\d_]|[.!?] [A-Za-z][^\W\d_]")
_RATES: Final = "%‰‱°"
# Blanks that keep a number together: those that do not break, or are narrow.
_NUMBER_BLANKS: Final = "\xa0\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f"
_LARGE_NUMBERS: Final = "十百千万萬亿億兆"
_HAN_NUMERALS: Final = "〇零一二三四五六七八九十百千万萬亿億兆两兩"
_HAN_DIGITS_ON_THE_LEFT: Final = _HAN_NUMERALS + "数數几幾点點"
# Signs and ranges that belong to the number after them, blanks between included.
_SIGN_BEFORE_NUMBER: Final = cache(
    partial(
        re.compile,
        r"(?:[<≤≥≠≈~∼≃≲≳±×≦≧≨≩⩽⩾⪅⪆⋜⋝∓＜＞﹤﹥≪≫≮≯≰≱➖]|(?<!\n)(?<!\A)>|\d[ \xa0\u202f]*[-–−])"
        r"[ \xa0\u202f]*\Z"
        r"|[ \xa0\u202f]—\Z|(?<![^\s(])−[ \xa0\u202f]{1,2}\Z",
    )
)
_SIGN_AFTER_NUMBER: Final = cache(
    partial(
        re.compile,
        r"[ \xa0\u202f]*(?:[-–−~〜～][ \xa0\u202f]*\d|[±×·][ \xa0\u202f]*\d|x[ \xa0\u202f]*10)"
        r"|[ \xa0\u202f]*[¼½¾⅐-⅞↉]|[ \xa0\u202f]\d{1,2}[/⁄]\d{1,2}(?![\d/])|\+(?![\w+])",
    )
)
# A small number and what makes a range or a share of it with the next one: `5 to 6`, `5 out of 10`.
_BETWEEN_NUMBERS: Final = (
    "to|or|out of|of|in|bis|oder|von|ou|à|sur|o|u|a|de|do|lub|albo|z|до|или|из|tot|uit|til|till|"
    "eller|av|af"
)
_SHARE_ON_THE_LEFT: Final = cache(
    partial(
        re.compile, rf"(?<![\w.,:/-])\d{{1,3}}[ \xa0\u202f](?:{_BETWEEN_NUMBERS})[ \xa0\u202f]\Z"
    )
)
_SHARE_ON_THE_RIGHT: Final = cache(
    partial(
        re.compile,
        rf"[ \xa0\u202f](?:{_BETWEEN_NUMBERS})[ \xa0\u202f]"
        r"(?:10{3,6}|\d{1,3}(?:[., \xa0\u202f]000){0,2})(?![\w:/-]|[.,]\d)",
    )
)
_SMALL_NUMBER: Final = re.compile(r"(?<![\w.,:/-])\d{1,3}\Z")
# A beginning of a word in brackets: `(un)safe`, `[il]legal`.
_BEGINNING_IN_BRACKETS: Final = re.compile(r"(?<![^\W_])[(\[][^\W\d_]{1,8}[)\]]\Z")
# What joins letters in a word, beside hyphens: a middle dot, a tilde.
_JOINTS: Final = frozenset("·‧∙⋅•・\u30a0~")
# A prefix that a line's end, or a careless hand, parted from its word.
_DETACHED_PREFIX: Final = re.compile(
    r"(?<![^\W_])(?:non|un|in|im|anti|dis|mis|counter|contra|pseudo|quasi|semi|ex|pro)"
    r"[-\u2010\u2011][ \xa0]+\Z",
    re.IGNORECASE,
)
_INITIALS_ON_THE_LEFT: Final = re.compile(r"(?<![^\W_])(?:[A-Z]\.)+\Z")
_INITIALS_ON_THE_RIGHT: Final = re.compile(r"\.[A-Z](?![a-z])")
# Scripts without blanks: what negates the words after it.
_HAN_NEGATIONS: Final = "不没沒無无非未"
_COMPOUND_WITHOUT_NEGATION: Final = cache(
    partial(re.compile, r"(?:[南北西东東中是莫]非|[淹沉出埋吞][没沒]|有[无無])\Z")
)
_NEGATIONS_ON_THE_LEFT: Final = ("ไม่", "ບໍ່", "មិន", "分之")
_LEADING_VOWELS: Final = "เแโใไເແໂໃໄ"
# Japanese puts it at the end: `参加し` is not quoted from `参加しなかった`.
_NEGATION_ON_THE_RIGHT: Final = cache(
    partial(
        re.compile,
        r"(?:[でにと]?[はも]|じゃ|が)?(?:あり|おり)?(?:ませ[んぬ]|な(?:い|かっ|く|けれ))|ず(?![っいつれ])",
    )
)
# English contractions: `can` is not quoted from `can't`. The possessive `'s` is left out.
_CONTRACTION: Final = re.compile(r"['’](?:t|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
# `t` is not quoted from `can't`, while `homme` is quoted from `l'homme`.
_CONTRACTED_ENDING: Final = re.compile(r"[^\W\d_](?:t|s|d|m|re|ve|ll)(?![^\W_])", re.IGNORECASE)
_LAST_GROUP: Final = re.compile(r"(?<![\w.,])\d{1,3}(?: \d{3})*( ?)\Z")
_NEXT_GROUP: Final = re.compile(r" ?\d{3}(?!\d)")
_LINE_BREAK_IN_WORD: Final = cache(
    partial(
        re.compile, r"(?:[-\u2010\xad]{1,3}[ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)(?=[^\W\d_])"
    )
)
_LINE_BREAK_IN_WORD_ON_THE_LEFT: Final = re.compile(
    r"[^\W\d_](?:[-\u2010\xad]{1,3}[ \t]*\r?\n\s{0,8}|¬[ \t]*(?:\r?\n)?[ \t]*)\Z"
)
_RAISED: Final = re.compile(r"\^[(+−-]?\w")
_FOOTNOTE_SIGNS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉"
_MIN_LETTERS_BEFORE_FOOTNOTE: Final = 4


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
def _is_combining(char: str) -> bool:
    return (
        unicodedata.category(char)[0] == "M"
        or char == _JOINER
        or "\u1160" <= char <= "\u11ff"
        or "\U0001f3fb" <= char <= "\U0001f3ff"
    )


def cuts_left(text: str, start: int) -> bool:
    """Whether a passage that begins at an offset begins inside a word, number or grapheme."""
    if start <= 0 or start >= len(text):
        return False
    first = text[start]
    if first in _BLANKS:
        return _cuts_blank_left(text, start)
    if first.isalpha() and _PLAIN_BEGINNING.match(text, start - 2):
        return False  # by far the most frequent cases
    if _is_combining(first):
        return True
    left, right = _seen_left(text, start), _seen_right(text, start)
    if not left or not right:
        return left is None or right is None
    left, right = _without_emphasis(left), _without_opening_emphasis(right)
    return left.endswith(_JOINER) or _cuts_token_left(left, right)


def _seen_left(text: str, start: int) -> str | None:
    """The visible characters before an offset, the last of which matter; None out of reach."""
    for reach in _REACHES:
        left = text[max(0, start - reach) : start].translate(_APOSTROPHES)
        left = left.replace("_", "") if left.isascii() else _UNSEEN_SIGNS.sub("", left)
        if reach >= start or any(not _is_combining(char) for char in reversed(left)):
            return left[-_CONTEXT_CHARACTERS:] if reach == _CONTEXT_CHARACTERS else left
    return None


def _seen_right(text: str, end: int) -> str | None:
    """The visible characters behind an offset, the first of which matter; None out of reach."""
    for reach in _REACHES:
        right = text[end : end + reach].translate(_APOSTROPHES)
        right = right.replace("_", "") if right.isascii() else _UNSEEN_SIGNS.sub("", right)
        if right or end + reach >= len(text):
            return right
    return None


def _cuts_blank_left(text: str, start: int) -> bool:
    """Whether a passage that begins with a blank leaves out the sign before a number: `€ 5`."""
    left = text[max(0, start - _CONTEXT_CHARACTERS) : start]
    return text[start + 1 : start + 2].isdigit() and (
        _is_currency(left[-1]) or bool(_SIGN_BEFORE_NUMBER().search(left))
    )


def _cuts_token_left(left: str, right: str) -> bool:
    """Whether a border lies inside a number, initials, a contraction or a word."""
    first, second = right[0], right[1:2]
    if not first.isalnum():
        return _joins(left, first, second)
    if first.isdigit() and (_number_goes_on_left(left) or _in_digit_groups(left, right)):
        return True
    initial = first.isupper() and second == "."
    if first.isdigit() and _SHARE_ON_THE_LEFT().search(left):
        return True
    return (
        (initial and bool(_INITIALS_ON_THE_LEFT.search(left)))
        or (left[-1] in "'’" and bool(_CONTRACTED_ENDING.match(left[-2:-1] + right)))
        or _word_goes_on_left(left, first)
    )


def _joins(left: str, mark: str, following: str) -> bool:
    """Whether a mark at a border stands inside a word or a number: `.5` in `1.5`, `-safe`, `’t`."""
    last = left[-1:]
    if last.isdigit() and following.isdigit():
        return mark in _NUMBER_MARKS or mark in _SIGNS
    # A dash after a word begins nothing, nor does one before a figure.
    return last.isalpha() and following.isalpha() and (mark in _HYPHENS or mark in "'’")


def _without_emphasis(left: str) -> str:
    """The marks of emphasis inside a word are no border: `un*lawful*`."""
    bare = _EMPHASIS_ON_THE_LEFT.sub("", left)
    return bare if bare != left and bare[-1:].isalnum() else left


def _without_opening_emphasis(right: str) -> str:
    """The first characters of a passage behind its marks of emphasis: `*lawful*`."""
    bare = right.lstrip("*")
    return bare if bare[:1].isalnum() else right


def _word_goes_on_left(left: str, first: str) -> bool:
    if is_unspaced(first) and (is_unspaced(left[-1]) or left[-1].isdigit()):
        return _unspaced_word_goes_on_left(left, first)
    while left and _is_combining(left[-1]):
        left = left[:-1]
    last, second_last = left[-1:], left[-2:-1]
    if last.isalnum():
        return not (is_unspaced(last) or is_unspaced(first))
    if last and last in _HYPHENS:
        return second_last.isalnum()
    compound = last == "–" and second_last.isalpha() and first.isalpha()
    if compound or _is_joined_on_left(left, first) or _DETACHED_PREFIX.search(left):
        return True
    return not first.isupper() and bool(_LINE_BREAK_IN_WORD_ON_THE_LEFT.search(left))


def _is_joined_on_left(left: str, first: str) -> bool:
    """Whether a dot in a word, or its beginning in brackets, goes before: `un·safe`, `(un)safe`."""
    if not first.isalpha() or is_unspaced(first):
        return False
    joined = left[-1:] in _JOINTS and left[-2:-1].isalpha()
    return joined or (first.islower() and bool(_BEGINNING_IN_BRACKETS.search(left)))


def _unspaced_word_goes_on_left(left: str, first: str) -> bool:
    """Whether a negation, a numeral or a leading vowel of a script without blanks goes before."""
    last = left[-1]
    if last.isdigit():
        return first in _LARGE_NUMBERS
    if first in _HAN_NUMERALS and last in _HAN_DIGITS_ON_THE_LEFT:
        return True
    if last in _LEADING_VOWELS or left.endswith(_NEGATIONS_ON_THE_LEFT):
        return True
    return (
        last in _HAN_NEGATIONS
        and first >= "\u3400"
        and not _COMPOUND_WITHOUT_NEGATION().search(left)
    )


def _number_goes_on_left(left: str) -> bool:
    if _SIGN_BEFORE_NUMBER().search(left):
        return True
    last, second_last = left[-1], left[-2:-1]
    if last in _NUMBER_MARKS and second_last.isdigit():
        return True
    if last == "^" or (last in ".,·" and not second_last.isalnum()):
        return True
    if last in _SIGNS and not second_last.isalnum():
        return second_last not in "-–" or not second_last
    if last in _NUMBER_BLANKS and second_last.isdigit():
        return True
    return _is_currency(left.rstrip(_BLANKS)[-1:])


def _in_digit_groups(left: str, right: str) -> bool:
    """Whether a number goes on behind a blank, in groups of three: `10` and `000` of `10 000`."""
    return (
        left[-1:].isdigit() != left[-1:].isspace()
        and bool(_LAST_GROUP.search(left))
        and bool(_NEXT_GROUP.match(right))
    )


def _is_currency(char: str) -> bool:
    return bool(char) and unicodedata.category(char) == "Sc"


def _is_rate(char: str) -> bool:
    return bool(char) and (char in _RATES or _is_currency(char))


def cuts_right(text: str, end: int) -> bool:
    """Whether a passage that ends at an offset ends inside a word, number or grapheme."""
    if end <= 0 or end >= len(text) or _ends_word_or_sentence(text, end):
        return False
    if text[end - 1] in _BLANKS:
        return text[max(0, end - 2)].isdigit() and _is_rate(text[end])
    if _is_combining(text[end]):
        return True
    left, right = _seen_left(text, end), _seen_right(text, end)
    if not left or not right:
        return left is None or right is None
    last = left[-1]
    if (
        last.isalpha()
        and right[:3] in _CENSORED
        and right[:3] not in text[max(0, end - _PARAGRAPH) : end]
    ):
        return True
    left = _without_emphasis(left)
    if right[:1] == "*" and last.isalnum() and (bare := right.lstrip("*"))[:1].isalnum():
        right = bare
    return text[end - 1] == _JOINER or _cuts_token_right(left, right)


def _ends_word_or_sentence(text: str, end: int) -> bool:
    """Whether a passage ends with a word before a blank, or a sentence: most passages do."""
    following, last = text[end], text[end - 1]
    if following == " " and last.isalpha():
        return True
    return following in " \n" and last in _SENTENCE_STOPS and text[end - 3 : end - 1].islower()


def _cuts_token_right(left: str, right: str) -> bool:
    """Whether a border lies inside initials, a number or a word; a footnote's sign is outside."""
    last = left[-1]
    # A pinned text marks raised letters and digits with `^`.
    if right[0] == "^" and last.isalnum() and _RAISED.match(right):
        return len(left) < _MIN_LETTERS_BEFORE_FOOTNOTE or not (
            left[-_MIN_LETTERS_BEFORE_FOOTNOTE:].isalpha()
        )
    if right[0] in _FOOTNOTE_SIGNS and left[-_MIN_LETTERS_BEFORE_FOOTNOTE:].isalpha():
        return len(left) < _MIN_LETTERS_BEFORE_FOOTNOTE
    if last.isdigit() and (_number_goes_on_right(right) or _in_digit_groups(left, right)):
        return True
    if last.isdigit() and _SHARE_ON_THE_RIGHT().match(right) and _SMALL_NUMBER.search(left):
        return True
    if not last.isalnum() and _joins(left[:-1], last, right[0]):
        return True
    return _cuts_initials(left, right) or (
        (last.isalnum() or _is_combining(last)) and _word_goes_on_right(last, right)
    )


def _cuts_initials(left: str, right: str) -> bool:
    """Whether a border lies inside initials: a passage `U.S` or `U.S.` out of `U.S.S.R.`."""
    if left[-1] == "." and left[-2:-1].isupper():
        return not left[-3:-2].isalnum() and bool(_INITIALS_ON_THE_RIGHT.match("." + right))
    return (
        left[-1].isupper()
        and not left[-2:-1].isalnum()
        and bool(_INITIALS_ON_THE_RIGHT.match(right))
    )


def _word_goes_on_right(last: str, right: str) -> bool:
    first = right[0]
    if is_unspaced(last) and is_unspaced(first):
        return (last in _HAN_NUMERALS and first in _HAN_NUMERALS + "点點") or bool(
            _NEGATION_ON_THE_RIGHT().match(right)
        )
    if first.isalnum():
        return not (is_unspaced(last) or is_unspaced(first))
    if first in _HYPHENS and right[1:2].isalnum():
        return True
    if first in _JOINTS and last.isalpha() and right[1:2].isalpha():
        return not is_unspaced(last)
    if first == "–" and last.isalpha() and right[1:2].isalpha():
        return True
    line_break = _LINE_BREAK_IN_WORD().match(right)
    return bool(_CONTRACTION.match(right) or (line_break and not right[line_break.end()].isupper()))


def _number_goes_on_right(right: str) -> bool:
    first, second = right[0], right[1:2]
    if first in _LARGE_NUMBERS:
        return True
    if first in _NUMBER_MARKS and second.isdigit():
        return True
    if first in _NUMBER_BLANKS and second.isdigit():
        return True
    if _SIGN_AFTER_NUMBER().match(right):
        return True
    return first == "^" or _is_rate(right.lstrip(_BLANKS)[:1])


def extend_to_words(text: str, start: int, end: int) -> tuple[int, int]:
    """Extend a passage to the words, numbers and graphemes that it cuts.

    Args:
        text: the text.
        start: where the passage begins, in code points.
        end: where it ends, exclusive.

    Returns:
        The new start and end, each at most `MAX_WORD_CHARACTERS` farther out.
    """
    first, last = start, end
    low = max(0, start - MAX_WORD_CHARACTERS)
    while start > low and (
        cuts_left(text, start)
        or (start < first and not text[start].isalnum() and text[start - 1].isalnum())
    ):
        start -= 1
    high = min(len(text), end + MAX_WORD_CHARACTERS)
    while end < high and (
        cuts_right(text, end)
        or (end > last and not text[end - 1].isalnum() and text[end].isalnum())
    ):
        end += 1
    return start, end
