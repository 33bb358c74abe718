"""Dates and times in running text: `4 May 2021`, `2021年5月4日`, `4.30 p.m.`."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.figure_hours import hours_in
from claimcheck.anchor.figure_values import significant_digits
from claimcheck.anchor.measure_words import MONTH_NUMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

MONTHS: Final = frozenset(MONTH_NUMBERS)
_MONTH: Final = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_YEAR: Final = r"(?:1[0-9]|20|21)\d\d"
_DATES: Final = (
    re.compile(rf"\b(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)\b"),
    re.compile(
        rf"(?P<y>{_YEAR})\s?[年년]\s?(?P<m>\d{{1,2}})\s?[月월](?:\s?(?P<d>\d{{1,2}})\s?[日일])?"
    ),
    re.compile(
        rf"\b(?P<d>[0-3]?\d)(?:\.|st|nd|rd|th|er|º|°)?(?:\s+(?:de|of|di))?\s+"
        rf"(?P<name>{_MONTH})\b(?:\.?(?:,|\s+(?:del?|of))?\s+(?P<y>{_YEAR})\b)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})\b\.?\s+(?P<d>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*[.,]?\d{{3}}(?!\d))"
        rf"(?:(?:,)?\s+(?P<y>{_YEAR})\b)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?P<name>{_MONTH})\b\.?(?:,|\s+(?:del?|of))?\s+(?P<y>{_YEAR})\b", re.IGNORECASE
    ),
    # `am 26.11.`, `am 3. 4. 2021`
    re.compile(
        r"(?:(?<=\b[Aa]m )|(?<=\b[Vv]om )|(?<=\b[Bb]is )|(?<=\b[Zz]um )"
        r"|(?<=\b[Dd]en )|(?<=\b[Dd]em ))"
        rf"(?P<d>[0-3]?\d)\.\s?(?P<m>[01]?\d)\.(?!\d)(?:\s(?P<y>{_YEAR})\b)?"
    ),
    re.compile(rf"\b(?P<d>[0-3]?\d)(?P<mark>[./-])(?P<m>[0-3]?\d)(?P=mark)(?P<y>{_YEAR})\b"),
    # `3.6.21`
    re.compile(
        r"(?<![\w.,/-])(?P<d>[0-3]?\d)(?P<mark>[./-])(?P<m>[0-3]?\d)(?P=mark)(?P<yy>\d\d)"
        r"(?![\w/-]|[.,]\d)"
    ),
    # The whole cell of a table; in running text, `2010-11` is two years.
    re.compile(rf"(?:^|(?<=\t))(?P<y>{_YEAR})-(?P<m>0[1-9]|1[0-2])(?=\t)", re.MULTILINE),
    re.compile(rf"(?:^|(?<=\t))(?P<m>0[1-9]|1[0-2])/(?P<y>{_YEAR})(?=\t)", re.MULTILINE),
)
_DATES_IN_DIGITS: Final = tuple(pattern for pattern in _DATES if "name" not in pattern.groupindex)
# `in november 14 balen`: what follows is counted, and the number no day.
_COUNTS: Final = re.compile(r"\s+[^\W\d_]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_TIME: Final = re.compile(
    r"\b(?P<h>[01]?\d|2[0-4])(?:[:h]|\sh\s)(?P<m>[0-5]\d)(?:\b|(?=[ap]\.?m\b))"
    r"(?:\s?(?P<half>[ap])(?:\.m\b\.?|m\b))?"
    r"|\b(?P<h2>1[0-2]|0?[1-9])\s?(?P<half2>[ap])(?:\.m\b\.?|m\b)"
    # `4.30 p.m.`, `16.30 Uhr`
    r"|\b(?P<h3>[01]?\d|2[0-4])\.(?P<m3>[0-5]\d)"
    r"(?=\s?(?:[ap]\.?m\b|Uhr\b|uur\b))(?:\s?(?P<half3>[ap])(?:\.m\b\.?|m\b))?"
    # `16 Uhr`, `kl. 16`
    r"|\b(?P<h5>[01]?\d|2[0-4])\s?Uhr\b"
    r"|(?:(?<=\bkl\. )|(?<=\bkl )|(?<=klokken )|(?<=klockan ))(?P<h6>[01]?\d|2[0-4])\b(?![.,:]\d)"
    # `kl. 16.30`, `a las 21.10`
    r"|(?:(?<=\bkl\. )|(?<=\bkl )|(?<=klokken )|(?<=klockan )|(?<=a las )|(?<=alle )|(?<=às ))"
    r"(?P<h4>[01]?\d|2[0-4])\.(?P<m4>[0-5]\d)\b(?![.,]\d)",
    re.IGNORECASE,
)
# `in 2:08:41`; behind a word such as `at` it is a time of day.
_DURATION: Final = re.compile(
    r"(?<!\bat )(?<!\bum )(?<!\bom )(?<!\bkl )(?<!\bkl\. )(?<!\balle )(?<!\blas )(?<![\w:.,/\[])"
    r"(?P<h>\d{1,2}):(?P<m>[0-5]\d):(?P<s>[0-5]\d)(?![\w:/\]]|\.\d)"
)
_DIGIT: Final = re.compile(r"\d")
_DIGITS_OR_LETTERS: Final = re.compile(r"\d+|[^\W\d_]+")
# Characters of a stretch in which digits are looked for before dates: no sentence has as many.
_LONG_STRETCH: Final = 4000
_BEHIND_DIGITS: Final = 4
_REST_OF_A_WORD: Final = re.compile(r"\w*")
_NOON: Final = 12
# `3.6.21` is of this century, `3.6.71` of the last one.
_YEARS_OF_THIS_CENTURY: Final = 50
_CENTURY_NOW, _CENTURY_BEFORE = 2000, 1900
# `le XIXe siècle`, `siglo XIX`, `the 19th century`, `im 19. Jahrhundert`
_CENTURY: Final = re.compile(
    r"\b(?P<r1>[IVX]{1,5})(?:e|ème|º|°)?\s(?P<n1>siècle|secolo|wiek\w*|век\w*)"
    r"|\b(?P<n2>siglo|século|secolo)\s(?P<r2>[IVX]{1,5})\b"
    r"|\b(?P<d>\d{1,2})(?:st|nd|rd|th|\.|de|e|a)?\s?(?P<n3>century|jahrhundert\w*|eeuw|århundre\w*)\b",
    re.IGNORECASE,
)
_ROMAN: Final = {"I": 1, "V": 5, "X": 10}


def dates_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield what may be the dates of a stretch of a text; of two that overlap, the first is one.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    if not _DIGIT.search(text, start, end):
        return
    if end - start > _LONG_STRETCH:
        start, end = _digits_and_months(text, start, end)
    for pattern in _DATES if _names_month(text, start, end) else _DATES_IN_DIGITS:
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            name = groups.get("name")
            month = MONTH_NUMBERS[name.lower()] if name else int(groups["m"])
            day = int(groups["d"]) if groups.get("d") else None
            year = int(groups["y"]) if groups.get("y") else None
            if groups.get("yy"):
                year = int(groups["yy"])
                year += _CENTURY_NOW if year < _YEARS_OF_THIS_CENTURY else _CENTURY_BEFORE
            if groups.get("mark") == "/" and day and day <= 12 < month:  # months of a year
                day, month = month, day  # as Americans write it: `04/13/2021`
            if not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):  # a calendar's
                continue
            if match[0][0].islower() and name and day and _COUNTS.match(text, match.end(), end):
                continue
            value = Decimal((year or 0) * 10_000 + month * 100 + (day or 0))
            is_open = groups.get("mark") == "/" and day is not None and day <= 12  # months
            yield Figure(
                *match.span(), FigureKind.DATE, value, parts=(year, month, day), may_turn=is_open
            )


def times_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the times of day of a stretch of a text, and how long a race took: `2:08:41`.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    yield from hours_in(text, start, end)
    for match in _DURATION.finditer(text, start, end):
        seconds = 3600 * int(match["h"]) + 60 * int(match["m"]) + int(match["s"])
        yield Figure(
            *match.span(), FigureKind.MEASURE, Decimal(seconds), "s",
            digits=significant_digits(Decimal(seconds)),
        )  # fmt: skip
    for match in _TIME.finditer(text, start, end):
        hour = int(
            match["h"] or match["h2"] or match["h3"] or match["h4"] or match["h5"] or match["h6"]
        )
        minute = int(match["m"] or match["m3"] or match["m4"] or 0)
        half = match["half"] or match["half2"] or match["half3"]
        if half in ("p", "P") and hour < _NOON:
            hour += _NOON
        if half in ("a", "A") and hour == _NOON:
            hour = 0
        value = Decimal(hour * 60 + minute)
        yield Figure(*match.span(), FigureKind.TIME, value, parts=(hour, minute))


def centuries_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the centuries of a stretch of a text, as ordinals.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    for match in _CENTURY.finditer(text, start, end):
        digits = match["d"]
        value = int(digits) if digits else _roman((match["r1"] or match["r2"]).upper())
        noun = (match["n1"] or match["n2"] or match["n3"]).lower()
        yield Figure(*match.span(), FigureKind.ORDINAL, Decimal(value), noun=noun, digits=2)


def _roman(letters: str) -> int:
    values = [_ROMAN[letter] for letter in letters]
    return sum(
        -value if value < following else value for value, following in pairwise((*values, 0))
    )


def _digits_and_months(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the part of a stretch outside of which it has neither digits nor names of months.

    Each date begins with either, and ends at most a sign behind one, or a blank and a sign. No word
    is cut, since what is left of it could be the name of a month.
    """
    parts = [
        match.span()
        for match in _DIGITS_OR_LETTERS.finditer(text, start, end)
        if match[0][0].isdigit() or match[0].lower() in MONTHS
    ]
    behind = min(end, parts[-1][1] + _BEHIND_DIGITS)
    rest = _REST_OF_A_WORD.match(text, behind, end)
    return parts[0][0], rest.end() if rest else behind


def _names_month(text: str, start: int, end: int) -> bool:
    """Whether a stretch has the name of a month, which most have not."""
    words = _LETTERS.findall(text, start, end)
    return not MONTHS.isdisjoint(word.lower() for word in words)
