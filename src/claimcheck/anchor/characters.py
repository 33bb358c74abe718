"""What characters print, and which letters set no blanks or apostrophes between them."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

# Stands in a marked fold where a word was broken at a line's end: the hyphen may or may not belong
# to the word (`exam-ple`, `well-known`), and only the other side of a comparison can tell.
BREAK: Final = "\x01"
# Han, Kana and the marks between them.
UNSPACED: Final = (
    "\u3001-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
# Thai, Lao, Tibetan, Burmese and Khmer: a blank parts sentences, the end of a line nothing.
BROKEN_ANYWHERE: Final = "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff"
HANGUL: Final = "\u1100-\u11ff\uac00-\ud7a3"
RAISED_SIGNS: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿⁱ"
LOWERED_SIGNS: Final = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"
SHIFTED_SIGNS: Final = frozenset(RAISED_SIGNS + LOWERED_SIGNS)

# Format characters (category Cf) that print: Arabic and other number and verse signs.
_VISIBLE_FORMATS: Final = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
# The tatweel only stretches a word.
_INVISIBLE_MARKS: Final = frozenset(
    "\u0640\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164"
)
# What stands for a break or a blank while a text is folded, and goes.
_DROPPED: Final = "\x00" + BREAK
_ASCII: Final = bytes(range(128))


def is_invisible(char: str) -> bool:
    """Whether a character prints nothing, and takes no room."""
    return (
        (unicodedata.category(char) == "Cf" and char not in _VISIBLE_FORMATS)
        or char in _INVISIBLE_MARKS
        or "\ufe00" <= char <= "\ufe0f"  # variation selectors
        or "\U000e0100" <= char <= "\U000e01ef"
    )


def visible_before(text: str, at: int) -> int:
    """Return the offset of the last character before another that prints; -1 if there is none.

    Args:
        text: a text, with the signs that stand for breaks and blanks while it is folded.
        at: the offset of a character, in code points.
    """
    at -= 1
    while at >= 0 and (text[at] in _DROPPED or is_invisible(text[at])):
        at -= 1
    return at


def visible_after(text: str, at: int) -> int:
    """Return the offset of the first character from another on that prints; the length if none.

    Args:
        text: a text, with the signs that stand for breaks and blanks while it is folded.
        at: the offset of the first character that is looked at, in code points.
    """
    while at < len(text) and (text[at] in _DROPPED or is_invisible(text[at])):
        at += 1
    return at


def beyond_ascii(text: str) -> set[str]:
    """Return the distinct characters of a text that are not ASCII."""
    rest = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
    return set(rest.decode("utf-8", "surrogatepass"))


# Classes of so many letters take milliseconds to compile, and most texts have none of them.
@lru_cache(maxsize=1)
def letters_without_apostrophes() -> re.Pattern[str]:
    """Return the letters of scripts that set no apostrophes between letters."""
    return re.compile(f"[{UNSPACED}{BROKEN_ANYWHERE}{HANGUL}]")


@lru_cache(maxsize=1)
def letters_broken_anywhere() -> re.Pattern[str]:
    """Return the letters of scripts in which the end of a line parts nothing."""
    return re.compile(f"[{BROKEN_ANYWHERE}]")


@lru_cache(maxsize=1)
def hangul_letters() -> re.Pattern[str]:
    """Return the Korean letters."""
    return re.compile(f"[{HANGUL}]")


@lru_cache(maxsize=1)
def letters_without_blanks() -> re.Pattern[str]:
    """Return the letters and signs beside which Chinese and Japanese set no blanks."""
    return re.compile(f"[{UNSPACED}\uff00-\uffef]")
