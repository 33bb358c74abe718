"""Hours that a text names by a part of the day: `7 in the evening`, `um sieben Uhr abends`."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from claimcheck.anchor import number_words
from claimcheck.anchor.figure import Figure, FigureKind
from claimcheck.anchor.measure_words import CODE_OF

if TYPE_CHECKING:
    from collections.abc import Iterator

# What stands before an hour, what behind it, and the parts of the day behind that: before noon,
# behind it, and the night, which is both.
_PHRASES: Final = (
    (
        r"(?:at|by|from|until|till|to|around|about|before|after|and)\s",
        r"(?:\so['’]clock)?",
        "in the morning",
        "in the (?:afternoon|evening)",
        "at night",
    ),
    (
        "",
        r"\sUhr",
        "morgens|früh|vormittags|am (?:Morgen|Vormittag)|in der Frühe?",
        "nachmittags|abends|am (?:frühen |späten )?(?:Nachmittag|Abend)",
        "nachts|in der Nacht",
    ),
    ("", r"\s?h(?:eures?)?", "du matin", "de l['’]après-midi|du soir", "(?!)"),
    (r"las?\s", "", "de la (?:mañana|madrugada)", "de la (?:tarde|noche)", "(?!)"),
    (
        r"(?:al|da)?(?:le|ll['’])\s?",
        "",
        "d(?:i|el) mattin[ao]",
        "d(?:i|el) (?:pomeriggio|sera)",
        "di notte",
    ),
    (r"(?:às?|das?)\s", "", "da (?:manhã|madrugada)", "da (?:tarde|noite)", "(?!)"),
    (
        "",
        r"\suur",
        "['’]s (?:ochtends|morgens)|in de ochtend",
        "['’]s (?:middags|avonds)|in de (?:middag|avond)",
        "['’]s nachts",
    ),
    (
        r"(?:klockan|kl\.?)\s",
        "",
        "på (?:morgonen|förmiddagen)",
        "på (?:eftermiddagen|kvällen)",
        "på natten",
    ),
    (
        r"(?:klokken|kl\.?)\s",
        "",
        "om (?:morgenen|formiddagen)",
        "om (?:ettermiddagen|eftermiddagen|kvelden|aftenen)",
        "om natt?en",
    ),
    (r"o\s", "", "rano", "po południu|wieczorem", "w nocy"),
    (r"в\s", r"(?:\sчас(?:а|ов)?)?", "утра", "дня|вечера", "ночи"),
)
_HALF: Final = r"(?P<half>\s(?:et demie|y media|e mezz[ao]|e meia))?"
_O_CLOCK: Final = r"\b(?P<hour>%s)\s?(?:o['’]clock)\b"
_SPOKEN: Final = r"\b(?P<hour>%s)\sUhr\b"
# Without such a word, `drie uur` is how long something lasts.
_IN_DUTCH: Final = r"\b(?:om|tot|vanaf|rond|omstreeks)\s(?P<hour>%s)\suur\b"
_NOON: Final = 12
_EARLIEST_OF_AN_EVENING: Final = 6
# What is in every such time, and seldom elsewhere.
_PART_OF_DAY: Final = re.compile(
    rf"o['’]clock|\s(?:uhr|uur|{'|'.join(part for phrase in _PHRASES for part in phrase[2:])})\b",
    re.IGNORECASE,
)


def hours_in(text: str, start: int, end: int) -> Iterator[Figure]:
    """Yield the times of a stretch of a text that are an hour and a part of the day.

    An hour by itself, as `seven o'clock`, may be either: its `may_turn` says so. A full hour in
    words is said of what is near it: `rough`.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
    """
    if not _PART_OF_DAY.search(text, start, end):
        return
    for pattern in _patterns():
        for match in pattern.finditer(text, start, end):
            groups = match.groupdict()
            hour = _hour(groups["hour"])
            minute = 30 if groups.get("half") else int(groups.get("minute") or 0)  # of an hour
            is_open = "before_noon" not in groups
            if groups.get("behind_noon") or (
                groups.get("night") and _EARLIEST_OF_AN_EVENING <= hour < _NOON
            ):
                hour = hour if hour >= _NOON else hour + _NOON
            elif hour == _NOON and not is_open:
                hour = 0
            begin = match.start("hour")
            yield Figure(
                begin, match.end(), FigureKind.TIME, Decimal(60 * hour + minute),
                parts=(hour, minute), may_turn=is_open and hour <= _NOON,
                in_words=not groups["hour"].isdecimal(),
                rough=not (minute or groups["hour"].isdecimal()),
            )  # fmt: skip


def _hour(written: str) -> int:
    return int(written) if written.isdecimal() else _hours_in_words()[written.lower()]


@cache
def _hours_in_words() -> dict[str, int]:
    """What the hours are called in all languages; the part of the day says which is meant."""
    return {
        word: value
        for code in CODE_OF.values()
        for word, value in number_words.values(code).items()
        if 0 < value <= _NOON and " " not in word
    }


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = "|".join(sorted(map(re.escape, _hours_in_words()), key=len, reverse=True))
    hour = rf"(?P<hour>(?:1[0-2]|0?[1-9])(?!\d)|{words})"
    with_parts = (
        rf"(?<![\w.,:]){before}{hour}(?:[.:h](?P<minute>[0-5]\d))?{behind}{_HALF}\s"
        rf"(?:(?P<before_noon>{morning})|(?P<behind_noon>{evening})|(?P<night>{night}))\b"
        for before, behind, morning, evening, night in _PHRASES
    )
    either = (_O_CLOCK % rf"1[0-2]|[1-9]|{words}", _SPOKEN % words, _IN_DUTCH % words)
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*with_parts, *either))
