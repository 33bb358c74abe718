"""Parts of a currency: `30 cents` are 0.30 of a dollar or a euro."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from decimal import Decimal

# By language, since `cent` is a hundred in French. `¢` stands for the currency that a text names.
_WORDS: Final = {
    "en": {"¢": "cent cents", "£": "pence penny"},
    "de": {"¢": "cent cents eurocent", "CHF": "rappen"},
    "fr": {"¢": "centime centimes"},
    "es": {"¢": "céntimo céntimos"},
    "pt": {"¢": "cêntimo cêntimos", "R$": "centavo centavos"},
    "it": {"¢": "centesimi_di_euro cent"},
    "nl": {"¢": "cent cents eurocent"},
    "sv": {"kr": "öre"},
    "no": {"kr": "øre"},
    "da": {"kr": "øre"},
}
_EURO: Final = re.compile(r"€|euro|eur\b", re.IGNORECASE)
_DOLLAR: Final = re.compile(r"\$|dollar|d[oó]lar", re.IGNORECASE)
_HUNDRED: Final = 100
_AROUND: Final = 2000  # code points in which a text names its currency


class Subunit(NamedTuple):
    """A part of a currency behind a number.

    Attributes:
        unit: the currency, as `measure_words` calls it.
        end: where its word ends, in code points.
    """

    unit: str
    end: int


def subunit_behind(text: str, at: int, end: int, code: str) -> Subunit | None:
    """Return the part of a currency that a number counts.

    Args:
        text: the text.
        at: where the number ends, in code points.
        end: where the stretch ends that is read.
        code: the code of the language; "" where it is not known.
    """
    match = _pattern(code).match(text, at, end) if code in _WORDS else None
    if match is None:
        return None
    unit = next(unit for unit, words in _WORDS[code].items() if _key(match[1]) in words.split())
    if unit == "¢":
        around = text[max(0, at - _AROUND) : at + _AROUND]
        is_other = _EURO.search(around) is None and (code == "en" or _DOLLAR.search(around))
        unit = "$" if is_other else "€"
    return Subunit(unit, match.end())


def in_currency(value: Decimal) -> Decimal:
    """Return how much of a currency so many hundredths are."""
    return value / _HUNDRED


def _key(words: str) -> str:
    return "_".join(words.lower().split())


@cache
def _pattern(code: str) -> re.Pattern[str]:
    words = " ".join(_WORDS[code].values()).split()
    choices = "|".join(word.replace("_", r"\s+") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"[ \u00a0\u202f-]?({choices})(?!\w)", re.IGNORECASE)
