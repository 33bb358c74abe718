"""Signs before numbers: `−5` is no `— 5`, though both are drawn with a line.

The fold reads hyphens, dashes and minus signs alike, since print and typing mix them. Before a
number the difference is one of meaning, so that it is looked at again.
"""

from __future__ import annotations

import re
from functools import cache, partial
from itertools import zip_longest
from typing import Final

from claimcheck.anchor.punctuation import CURRENCY_SIGNS

_LINES: Final = "-\u2010-\u2015\u2212\u2e3a\u2e3b\u207b\ufe58\ufe63\uff0d"
# Each run of lines is tried once, from its beginning.
_NUMBER_WITH_LINE: Final = cache(
    partial(
        re.compile,
        rf"(?<![{_LINES}])([{_LINES}]++)([ \xa0\u2009\u202f]*+)[{CURRENCY_SIGNS}]?[.,]?(?=\d)",
    )
)
_NUMBER: Final = re.compile(r"\d+")
# What a minus sign is written with directly before its number. A long dash is none.
_MINUS: Final = frozenset("-\u2010\u2011\u2012\u2013\u2212\u207b\ufe63\uff0d")
_TRUE_MINUS: Final = "\u2212"


def same_signs(words: str, passage: str) -> bool:
    """Whether the numbers of two texts have minus signs in the same places.

    Args:
        words: a quote's words.
        passage: a passage that equals them after the fold, and so has the same numbers.
    """
    if not (_NUMBER_WITH_LINE().search(words) or _NUMBER_WITH_LINE().search(passage)):
        return True
    pairs = zip_longest(_negatives(words), _negatives(passage))
    return all(first == second for first, second in pairs)


def _negatives(text: str) -> list[bool]:
    """Say of each number of a text whether it has a minus sign."""
    signed = {match.end(): _is_minus(text, match) for match in _NUMBER_WITH_LINE().finditer(text)}
    return [signed.get(number.start(), False) for number in _NUMBER.finditer(text)]


def _is_minus(text: str, match: re.Match[str]) -> bool:
    line, blanks = match.groups()
    if line not in _MINUS or text[match.start() - 1 : match.start()].isalnum():
        return False  # a dash, a range or a compound: `3-5`, `Covid-19`
    return line == _TRUE_MINUS or not blanks
