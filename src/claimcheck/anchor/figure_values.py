"""The value of a number in digits or in words."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

# What may stand between the groups of a number's digits.
_PARTS: Final = "\u00a0\u202f\u2009 '’"
_POINTS: Final = str.maketrans("٫·", "..")
_GROUP: Final = 3
_DECIMAL_POINT: Final = frozenset(
    {
        "English",
        "Chinese",
        "Japanese",
        "Korean",
        "Thai",
        "Hebrew",
        "Hindi",
        "Tamil",
        "Amharic",
        "Burmese",
        "Urdu",
    }
)
_TEN: Final = 10
_TWENTY: Final = 20
_SIXTY: Final = 60
_HUNDRED: Final = 100


def significant_digits(value: Decimal) -> int:
    """Return how many digits of a number say something: 3 of 41,200."""
    digits = "".join(map(str, value.as_tuple().digits))
    return max(1, len(digits.rstrip("0").lstrip("0")))


def number_in_digits(written: str, language: str) -> Decimal:
    """Read a number in digits.

    Args:
        written: the number as it is written, as `figures` looks for it.
        language: the English name of its language; "" where it is not known.
    """
    text = "".join(char for char in written if char not in _PARTS).translate(_POINTS)
    marks = [char for char in text if char in ".,"]
    whole, mark, rest = text.rpartition(marks[-1]) if marks else (text, "", "")
    if len(marks) == 1:
        may_group = len(rest) == _GROUP and len(whole) <= _GROUP and whole != "0"
        decimal_mark = "," if language and language not in _DECIMAL_POINT else "."
        has_decimals = mark == decimal_mark or not may_group
    else:
        has_decimals = len(set(marks)) > 1
    digits = whole.replace(".", "").replace(",", "")
    return Decimal(f"{digits}.{rest}" if has_decimals else digits + rest)


# `a few hundred` is no hundred.
_SEVERAL: Final = re.compile(
    r"\b(?:few|several|couple|couple of|paar|einige|mehrere|etliche|quelques|plusieurs|vari[oa]s|"
    r"algun[oa]s|poc[oa]s|alcun[ei]|diverse|parecchie|alguns|algumas|vári[oa]s|enkele|meerdere|"
    r"några|flera|ett par|noen|flere|et par|nogle|kilka|parę|несколько)\s+\Z",
    re.IGNORECASE,
)


def number_in_words(
    words: list[re.Match[str]],
    first: int,
    tables: tuple[dict[str, int], dict[str, int], frozenset[str]],
    text: str,
) -> tuple[int | None, int]:
    """Put the words of a number together.

    Args:
        words: the words of a text.
        first: the place of the number's first among them.
        tables: what words are worth, what they multiply by, and those that join two.
        text: the text.

    Returns:
        The place of the number's last word, or None for no number; and what they are worth.
    """
    table, multiples, joiners = tables
    if _plain(words[first]) in multiples and _SEVERAL.search(text, 0, words[first].start()):
        return None, 0
    total = group = 0
    last = None
    number = first
    previous = -1
    while number < len(words):
        if number > first and not _is_joined(text, words[number - 1], words[number]):
            break
        word = _plain(words[number])
        if word in multiples:
            previous = multiples[word]
            group = (group or 1) * previous
            if previous >= 1000:  # a thousand ends its group
                total, group = total + group, 0
        elif word in table:
            if previous != -1 and _begins_another(table[word], previous, table):
                break
            previous = table[word]
            group += previous
        elif word in joiners and previous >= _TWENTY:  # `twenty and one`, not `two and three`
            number += 1
            continue
        else:
            break
        last = number
        number += 1
    return last, total + group


def _plain(word: re.Match[str]) -> str:
    return word[0].lower().removesuffix(".")


def _begins_another(value: int, previous: int, table: dict[str, int]) -> bool:
    """Whether a word does not belong to the number of the word before it: `five six`.

    Args:
        value: what the word is worth.
        previous: what the word before it is worth.
        table: what words of the language are worth.
    """
    # `soixante et onze` is one number.
    if previous == _SIXTY and value < _TWENTY and "soixante" in table:
        return False
    return previous < _TEN or value >= previous or (value >= _TEN and previous < _HUNDRED)


def _is_joined(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    between = text[first.end() : second.start()]
    return between in (" ", "\u00a0") and not first[0].endswith(".")
