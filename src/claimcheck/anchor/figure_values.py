"""What a number is worth, in digits or in words."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import re

# What may stand between the groups of a number's digits.
_PARTS: Final = "\u00a0\u202f\u2009 '’"
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


def number_in_digits(written: str, language: str) -> tuple[Decimal, int, bool] | None:
    """Read a number in digits.

    Args:
        written: the number as it is written.
        language: the English name of its language; "" where it is not known.

    Returns:
        The number, its significant digits, and whether it is digits alone; None for no number.
    """
    plain = written.isdigit()
    text = "".join(char for char in written if char not in _PARTS)
    text = text.replace("٫", ".").replace("·", ".")
    points, commas = text.count("."), text.count(",")
    if points and commas:
        decimal = max(text.rfind("."), text.rfind(","))
        text = (
            "".join(char for char in text[:decimal] if char.isdigit()) + "." + text[decimal + 1 :]
        )
    elif points + commas > 1:
        text = text.replace(".", "").replace(",", "")
    elif points + commas == 1:
        mark = "." if points else ","
        whole, _, rest = text.partition(mark)
        decimal_mark = "." if language in _DECIMAL_POINT or not language else ","
        grouped = len(rest) == 3 and 1 <= len(whole) <= 3 and whole != "0"  # digits of a group
        text = whole + rest if grouped and mark != decimal_mark else f"{whole}.{rest}"
    try:
        value = Decimal("".join(str(unicodedata.digit(c)) if c.isdigit() else c for c in text))
    except (ArithmeticError, ValueError):
        return None
    return value, significant_digits(value), plain


def number_in_words(  # noqa: C901 - one branch a kind of word
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
    total = group = 0
    last = None
    number = first
    previous = -1
    while number < len(words):
        if number > first and not _is_joined(text, words[number - 1], words[number]):
            break
        word = words[number][0].lower().rstrip(".")
        if word in multiples:
            times = multiples[word]
            if number == first and word in ("mil", "mille", "cent", "cien", "dozen"):
                group = 0
            group = (group or 1) * times
            if times >= 1000:  # a thousand ends its group
                total, group = total + group, 0
            previous = times
        elif word in table:
            value = table[word]
            # `soixante et onze` is one number.
            is_teen = previous == _SIXTY and value < _TWENTY and "soixante" in table
            if (
                previous != -1
                and not is_teen
                and (
                    previous < _TEN or value >= previous or (value >= _TEN and previous < _HUNDRED)
                )
            ):
                break
            group += value
            previous = value
        elif word in joiners and last is not None and number + 1 < len(words):
            following = words[number + 1][0].lower().rstrip(".")
            if following not in table and following not in multiples:
                break
            # `two and three` are two numbers.
            if table.get(following, 0) >= max(previous, 1) or previous < _TWENTY:
                break
            number += 1
            continue
        else:
            break
        last = number
        number += 1
    return last, total + group


def _is_joined(text: str, first: re.Match[str], second: re.Match[str]) -> bool:
    between = text[first.end() : second.start()]
    return between in (" ", "\u00a0", "-", "") and not first[0].endswith(".")
