"""Numbers as lists count: 3, 03, c, C, iii, III, 3rd."""

from __future__ import annotations

from typing import Final

_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LAST_ROMAN: Final = 3999
_MOST_LETTERS: Final = 10
_ORDINAL_ENDS: Final = {1: "st", 2: "nd", 3: "rd"}


def numeral(number: int, form: str) -> str:
    """Return a number as a list counts.

    Args:
        number: the number.
        form: `decimalZero`, `lowerRoman`, `upperRoman`, `lowerLetter`, `upperLetter`, `ordinal`
            (in English); anything else is decimal.
    """
    if form in {"lowerRoman", "upperRoman"}:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in {"lowerLetter", "upperLetter"} and number > 0:
        count, letter = divmod(number - 1, 26)
        letters = chr(ord("a") + letter) * min(count + 1, _MOST_LETTERS)
        return letters.upper() if form == "upperLetter" else letters
    if form == "ordinal":
        is_teen = number // 10 % 10 == 1
        return f"{number}{'th' if is_teen else _ORDINAL_ENDS.get(number % 10, 'th')}"
    return f"{number:02}" if form == "decimalZero" else str(number)


def _roman(number: int) -> str:
    if not 0 < number <= _LAST_ROMAN:
        return str(number)
    letters = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        letters += sign * count
    return letters
