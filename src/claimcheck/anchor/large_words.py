"""Numbers of which an article or a part stands before the scale: `half a million`, `a fortnight`.

They are about so much wherever nothing else is said, as `1 million` is not.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor.measure_words import CODE_OF, exponent_of

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands before the scale, by what it takes of it, and the scales; by language. `Two and a half
# million` begins before its half.
_PARTS: Final = {
    "en": {"1": "a", "0.5": "half an?|half-an?-|(?<!and )an? half",
           "0.25": "an? quarter(?: of an?)?", "0.75": "three[ -]quarters(?: of an?)?"},
    "de": {"0.5": "(?:eine[rn]? )?halbe[n]?", "0.25": "(?:eine )?viertel",
           "0.75": "(?:eine )?dreiviertel"},
    "fr": {"0.5": "(?:un )?demi-?"},
    "es": {"0.5": "medio"},
    "it": {"0.5": "mezzo"},
    "pt": {"0.5": "meio"},
    "nl": {"0.5": "(?:een )?half", "0.25": "(?:een )?kwart"},
    "sv": {"0.5": "en halv", "0.25": "en kvarts"},
    "no": {"0.5": "en halv", "0.25": "en kvart"},
    "da": {"0.5": "en halv", "0.25": "en kvart"},
    "pl": {"0.5": "pół", "0.25": "ćwierć"},
    "ru": {"0.5": "пол-? ?"},
}  # fmt: skip
_SCALES: Final = {
    "en": "million billion trillion", "de": "million milliarde billion",
    "fr": "million milliard", "es": "millón billón", "it": "milione miliardo",
    "pt": "milhão bilhão bilião", "nl": "miljoen miljard biljoen", "sv": "miljon miljard",
    "no": "million milliard", "da": "million milliard", "pl": "miliona miliarda",
    "ru": "миллиона миллиарда",
}  # fmt: skip
# `one in a million` counts nothing.
_NO_NUMBER_BEFORE: Final = r"(?<!\bin )(?<![\w-])"


# An article that counts one of what is a unit: elsewhere its number word is the same.
_ONE: Final = re.compile(r"\ba(?=\s(?:fortnight|decade)\b)", re.IGNORECASE)


class LargeNumber(NamedTuple):
    """A number in words: where it begins and ends, in code points, and what it is worth."""

    start: int
    end: int
    value: Decimal


def large_words_in(text: str, start: int, end: int, language: str) -> Iterator[LargeNumber]:
    """Yield the numbers of a stretch of a text that are a scale with an article, or a part of one.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        language: the English name of its language; "" where none is known.
    """
    code = CODE_OF.get(language)
    if code is None:
        return
    if code == "en":
        for match in _ONE.finditer(text, start, end):
            yield LargeNumber(*match.span(), Decimal(1))
    for match in _large(code).finditer(text, start, end):
        place = next(at for at, words in enumerate(match.groups()) if words is not None)
        part = Decimal(tuple(_PARTS[code])[place])
        exponent = exponent_of(match["scale"].lower(), language) or 0
        yield LargeNumber(*match.span(), part.scaleb(exponent))


@cache
def _large(code: str) -> re.Pattern[str]:
    parts = "|".join(f"({words})" for words in _PARTS[code].values())
    scales = "|".join(_SCALES[code].split())
    return re.compile(
        rf"{_NO_NUMBER_BEFORE}(?:{parts})[ \u00a0-]?(?P<scale>{scales})\b(?!-)", re.IGNORECASE
    )
