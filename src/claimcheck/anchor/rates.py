"""Figures that are no plain numbers: `one in five`, `tripled`, `the 1970s`, by language.

A rate is a share in other words, and has the same unit. How many times something is, or grows, has
the unit `times`, and a decade the unit `decade`, with the year that it begins with.
"""

from __future__ import annotations

import itertools
import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.anchor import number_words
from claimcheck.anchor.measure_words import CODE_OF
from claimcheck.anchor.shares import SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator

TIMES: Final = "times"
DECADE: Final = "decade"
# Units that no plain number has.
OF_RATES: Final = frozenset((SHARE, TIMES, DECADE))
# `N` and `M` stand for numbers; M of them are of N.
_RATES: Final = {
    # `one post in nineteen is vacant`, and not `one goal in six games`
    "en": r"M (?P<counted>(?!of |in |out )[a-z]+ )?(?:out of|in) (?:every )?N"
    r"(?! (?:day|week|month|year|hour|minute))"
    r"(?(counted)(?=[.,;]| (?:is|are|was|were|has|have|had|will|would|did|does)\b))",
    "de": r"(?:ein(?:er|e|es|s)?|M) von N|jede[rsnm]? O",
    "fr": r"M (?:\w+ ){0,2}sur N",
    "es": r"M de cada N",
    "it": r"M (?:\w+ ){0,2}su N",
    "pt": r"M em cada N",
    "nl": r"M (?:op|van) (?:de|elke) N",
    "pl": r"\bco O",
    "ru": r"\bкажд\w+ O",
    "sv": r"\bvart?(?:je)? O|M av (?:de )?N",
    "no": r"\bhver(?:t)? O|M av (?:de )?N",
    "da": r"\bhver(?:t)? O|M (?:ud )?af N",
}
_ONE: Final = {
    "no": "ett?|én|en", "da": "et|én|en", "sv": "ett?|en",
    "en": "one", "fr": "une?", "es": "un[oa]", "it": "un[oa']?", "pt": "uma?", "nl": "een|één",
    "de": "ein",
}  # fmt: skip
# Every so many: the beginnings of ordinals, from the second to the tenth.
_EACH: Final = {
    "de": "zweit dritt viert fünft sechst siebt acht neunt zehnt",
    "pl": "drug trzec czwart piąt szóst siódm ósm dziewiąt dziesiąt",
    "ru": "втор трет четв[её]рт пят шест седьм восьм девят десят",
    "sv": "(?:andra|annan) tredje fjärde femte sjätte sjunde åttonde nionde tionde",
    "no": "(?:annen|annet|andre) tredje fjerde femte sjette (?:sju|syv)ende åttende niende tiende",
    "da": "(?:anden|andet) tredje fjerde femte sjette syvende ottende niende tiende",
}
# What says how many times by itself, from two on; `N` stands for a number.
_MULTIPLES: Final = {
    "en": ("twice|doubl(?:ed|es|ing)", "thrice|tripl(?:ed|es|ing)|trebl(?:ed|es|ing)",
           "quadrupl(?:ed|es|ing)"),
    "de": ("doppelt(?:e[nrsm]?)?|zweimal|verdoppel\\w+|zweifach\\w*",
           "dreimal|dreifach\\w*|verdreifach\\w+", "viermal|vierfach\\w*|vervierfach\\w+",
           "fünfmal|fünffach\\w*|verfünffach\\w+"),
    "fr": ("doublé(?:e?s?)|doubler|doublent|le double", "triplé(?:e?s?)|tripler|triplent|le triple",
           "quadruplé(?:e?s?)|quadrupler|le quadruple"),
    "es": ("dupli(?:c|qu)\\w+|doble", "tripli(?:c|qu)\\w+|triple", "cuadrupli(?:c|qu)\\w+"),
    "it": ("raddoppi\\w+|doppi[oa]", "triplic\\w+|triplo", "quadruplic\\w+"),
    "pt": ("dobrou|dobrar\\w*|dobrad\\w+|duplic\\w+|dobro", "triplic\\w+|triplo",
           "quadruplic\\w+"),
    "nl": ("verdubbel\\w+|tweemaal|dubbel", "verdrievoudig\\w+|driemaal", "verviervoudig\\w+"),
    "pl": ("podwoi\\w+|dwukrotn\\w+", "potroi\\w+|trzykrotn\\w+", "czterokrotn\\w+"),
    "ru": ("удво\\w+|вдвое|дважды|двукратн\\w+", "утро(?:и|ен)\\w+|втрое|трижды|тр[её]хкратн\\w+",
           "учетвер\\w+|вчетверо"),
    "sv": ("fördubbl\\w+|dubbelt", "tredubbl\\w+", "fyrdubbl\\w+"),
    "no": ("(?:for)?dobl\\w+|dobbelt", "tredobl\\w+|tredobbel\\w*", "firedobl\\w+"),
    "da": ("fordobl\\w+|dobbelt", "tredobl\\w+", "firedobl\\w+"),
}  # fmt: skip
_HALVED: Final = {
    "en": "halv(?:ed|es|ing)", "de": "halbier\\w+", "it": "dimezz\\w+", "sv": "halver\\w+",
    "no": "halver\\w+", "da": "halver\\w+",
    "nl": "gehalveerd|halve\\w+",
}  # fmt: skip
_SO_MANY_TIMES: Final = {
    "en": r"N(?: times|-?fold)", "de": r"N(?:[- ]?mal|[- ]?fach\w*)",
    "fr": r"N fois|multipli\w+ par N",
    "es": r"N veces|multiplic\w+ por N", "it": r"N volte|moltiplic\w+ per N",
    "pt": r"N vezes|multiplic\w+ por N", "nl": r"N (?:keer|maal)",
    "pl": r"N razy", "ru": r"\bв N раза?", "sv": r"N gånger",
    "no": r"N ganger", "da": r"N gange",
}  # fmt: skip
# Around the tens of a decade, in digits or in words; `T` stands for them.
_DECADES: Final = {
    "en": r"(?:\b\d\d|\bthe (?:early |mid-?|late )?['’]?|['’])\d0s"
    r"|\bthe (?:early |mid-?|late )?(?:nineteen[- ])?T",
    "de": r"\b\d\d\d0er[nr]?\b(?:[- ]Jahren?)?|\b(?:\d0|T)er[- ]Jahren?",
    "fr": r"\bannées (?:(?:\d\d|['’])?\d0|T)",
    "es": r"\b(?:años|década de(?: los)?) (?:\d\d)?(?:\d0|T)"
    r"|\b(?:en|(?:mediados|principios|comienzos|finales) de) los T(?! \w+[oae]s\b)",
    "it": r"\b(?:anni|anni ['’]) ?['’]?(?:\d\d)?(?:\d0|T)",
    "pt": r"\b(?:anos|década de) (?:\d\d)?(?:\d0|T)",
    "nl": r"\bjaren ['’]?(?:\d\d)?(?:\d0|T)",
    "pl": r"\blat(?:a|ach)? (?:(?:\d\d)?\d0(?=\.)|T(?:e|ych))",
    "ru": r"\b(?:\d\d)?\d0-(?:е|х|ые|ых)(?: год\w+)?|\bT(?:ые|ых) год\w+",
    "sv": r"\b(?:\d\d?)?\d0-talets?|\bTtalets?",
    "no": r"\b(?:\d\d?)?\d0-(?:åra|årene|tall\w*)|\bT(?:åra|årene|tall\w*)",
    "da": r"\b(?:\d\d)?\d0['’]?er(?:ne|nes)?|\bT(?:erne|ernes)",
}
_TENS_OF_DECADES: Final = {
    **number_words.TENS,
    "en": "twenties thirties forties fifties sixties seventies eighties nineties",
    "pl": "dwudziest trzydziest czterdziest pięćdziesiąt sześćdziesiąt siedemdziesiąt "
    "osiemdziesiąt dziewięćdziesiąt",
    "ru": "двадцат тридцат сороков пятидесят шестидесят семидесят восьмидесят девяност",
}
# `der dreiköpfige Rat`, `ein sechswöchiger Prozess`: what each counts.
_COMPOUNDS: Final = {
    "jährig": "yr", "monatig": "mo", "wöchig": "wk", "tägig": "d", "stündig": "h", "köpfig": "",
    "stöckig": "", "spurig": "",
}  # fmt: skip
_COMPOUND: Final = re.compile(
    r"\b(?P<many>zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf)"
    rf"(?P<counted>{'|'.join(_COMPOUNDS)})\w{{0,2}}\b",
    re.IGNORECASE,
)
# Half an hour, and half a year: what is so long, by language and by unit.
_HALF_SPANS: Final = {
    "en": {"h": "half an hour|(?:the )?half[ -]hour", "yr": "half a year"},
    "de": {"h": r"(?:eine[rn]? )?halbe[n]? stunde", "yr": r"(?:ein(?:em)? )?halbe[sn]? jahr"},
    "fr": {"h": "(?:une )?demi-heure"}, "es": {"h": "media hora", "yr": "medio año"},
    "it": {"h": "mezz['’]ora|mezzora", "yr": "mezzo anno"},
    "pt": {"h": "meia hora", "yr": "meio ano"},
    "nl": {"h": "(?:een )?half uur", "yr": "(?:een )?half jaar"},
    "sv": {"h": "(?:en )?halvtimme", "yr": "(?:ett )?halvår"},
    "no": {"h": "(?:en )?halvtime|en halv time", "yr": "(?:et )?halvt? ?år"},
    "da": {"h": "(?:en )?halv time", "yr": "(?:et )?halvt? ?år"},
    "pl": {"h": "pół godziny", "yr": "pół roku"}, "ru": {"h": "полчаса", "yr": "полгода"},
}  # fmt: skip
_HAN_SHARE: Final = re.compile(
    rf"(?P<parts>{number_words.HAN_NUMBER}+|\d{{1,3}})分[之の]"
    rf"(?P<many>{number_words.HAN_NUMBER}+|\d{{1,3}})"
    rf"|(?P<of>{number_words.HAN_NUMBER}+|\d{{1,3}})人[に中]有?(?P<one>[1１一])人"
)
_HAN_DECADE: Final = re.compile(
    r"(?P<year>(?:\d\d)?\d0|[二三四五六七八九]十|[一二][一二三四五六七八九〇零]{2}[〇零])年代"
)
_LARGEST: Final = 1000
# A pattern has no word for what lies between them: there would be thousands.
_HUNDRED: Final = 100
_HUNDREDS: Final = range(2 * _HUNDRED, _LARGEST + 1, _HUNDRED)
# The noun that a rate is of, behind `of the`; a short word behind it is none.
_NEXT_WORD: Final = re.compile(
    r"\s+(?:(?:of|de|der|des|di|dei|delle|degli|van|av|af|von)\s+)?"
    r"(?:(?:the|les|l[oa]s|la|le|i|gli|os|as|de|het|den|die|der)\s+)?(\w{4,})"
)
_HOW_OFTEN: Final = (
    r"\s+(?:an?|per|each|every|pro|im|am|in der|par|al|a la|por|all['’]|alla|ao|à|w|в|om)\b"
)


class Rate(NamedTuple):
    """A rate, a multiple or a decade: where it stands, what it is worth, and its unit."""

    start: int
    end: int
    value: Decimal
    unit: str
    noun: str = ""


def rates_in(text: str, start: int, end: int, language: str) -> Iterator[Rate]:
    """Yield the rates, multiples and decades of a stretch of a text.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive.
        language: the English name of its language; "" where none is known.
    """
    code = CODE_OF.get(language)
    if language in ("Chinese", "Japanese"):
        yield from _han_rates(text, start, end)
    if code:
        yield from _shares(text, start, end, code)
        yield from _times(text, start, end, code)
        for match in _decades(code).finditer(text, start, end):
            yield _decade(code, match)
        for unit, pattern in _half_spans(code).items():
            for match in pattern.finditer(text, start, end):
                yield Rate(*match.span(), Decimal("0.5"), unit)
    if code == "de":
        for match in _COMPOUND.finditer(text, start, end):
            counted = match["counted"].lower()
            value = Decimal(_number(code, match["many"]))
            yield Rate(*match.span(), value, _COMPOUNDS[counted], counted)


def _shares(text: str, start: int, end: int, code: str) -> Iterator[Rate]:
    """So many out of so many: `one in five`, `jeder fünfte`."""
    for match in _rates(code).finditer(text, start, end):
        groups = match.groupdict()
        if groups.get("each"):
            value = Decimal(1) / _each_of(code, groups["each"])
            yield Rate(*match.span(), value, SHARE, _noun(text, match.end(), end))
            continue
        # Where there is no number, an article says one.
        many = _number(code, match["many"]) if groups.get("many") else 1
        parts = _number(code, match["parts"])
        if 0 < many < parts < _LARGEST:
            yield Rate(*match.span(), Decimal(many) / parts, SHARE, _noun(text, match.end(), end))


def _times(text: str, start: int, end: int, code: str) -> Iterator[Rate]:
    """How many times something is or grows: `tripled`, `three times`."""
    for match in _multiples(code).finditer(text, start, end):
        number = next(name for name, words in match.groupdict().items() if words)
        if number.startswith("many"):
            value = Decimal(_number(code, match[number]))
        else:
            value = Decimal(1) / 2 if number == "half" else Decimal(number.removeprefix("times"))
        if value and value != 1:
            yield Rate(*match.span(), value, TIMES)


def _noun(text: str, start: int, end: int) -> str:
    following = _NEXT_WORD.match(text, start, end)
    return following[1] if following else ""


def _han_rates(text: str, start: int, end: int) -> Iterator[Rate]:
    for match in _HAN_SHARE.finditer(text, start, end):
        parts, many = match["parts"] or match["of"], match["many"] or "1"
        numbers = [_han_number(each) for each in (parts, many)]
        if 0 < numbers[1] < numbers[0]:
            value = Decimal(numbers[1]) / numbers[0]
            yield Rate(*match.span(), value, SHARE, text[match.end() : end].lstrip("的の")[:1])
    for match in _HAN_DECADE.finditer(text, start, end):
        yield Rate(*match.span(), Decimal(_full_year(_han_number(match["year"]))), DECADE)


def _han_number(written: str) -> int:
    return int(written) if written.isdecimal() else number_words.han_value(written)


def _decade(code: str, match: re.Match[str]) -> Rate:
    digits = re.search(r"\d+", match[0])
    if digits is not None:
        return Rate(*match.span(), Decimal(_full_year(int(digits[0]))), DECADE)
    tens, written = _TENS_OF_DECADES[code].split(), match[0].lower()
    # `quatre-vingt` holds `vingt`
    word = max((each for each in tens if each in written), key=len)
    return Rate(*match.span(), Decimal(_full_year(10 * (2 + tens.index(word)))), DECADE)


def _full_year(year: int) -> int:
    """Return the year that `70` or `1970` is: two digits are of the twentieth century."""
    return year if year >= _HUNDRED else 1900 + year


def _number(code: str, word: str) -> int:
    """The value of a number in digits or in words; 0 for none."""
    return int(word) if word.isdecimal() else number_words.values(code).get(word.lower(), 0)


def _each_of(code: str, word: str) -> int:
    stems = _EACH[code].split()
    return next(
        number for number, stem in enumerate(stems, 2) if re.match(stem, word, re.IGNORECASE)
    )


@cache
def _numbers(code: str) -> str:
    words = [
        word
        for word, value in number_words.values(code).items()
        if 1 < value <= _HUNDRED or value in _HUNDREDS
    ]
    return "|".join([*sorted(map(re.escape, words), key=len, reverse=True), r"\d{1,3}"])


@cache
def _rates(code: str) -> re.Pattern[str]:
    single = _ONE.get(code, "(?!)")
    each = "|".join(sorted(_EACH.get(code, "(?!)").split(), key=len, reverse=True))
    pattern = _RATES[code].replace(" O", rf" (?P<each>(?:{each})\w{{0,4}})")
    many = rf"(?:(?:{single})|(?P<many>{_numbers(code)}))"
    parts = rf"(?P<parts>{_numbers(code)})\b(?![.,]\d|[ \u00a0\u202f]\d{{3}})"
    pattern = re.sub(r"\bN\b", lambda _: parts, re.sub(r"\bM\b", lambda _: many, pattern))
    return re.compile(rf"(?<![\w.,])(?:{pattern})\b", re.IGNORECASE)


@cache
def _multiples(code: str) -> re.Pattern[str]:
    alone = [rf"(?P<times{number}>{words})" for number, words in enumerate(_MULTIPLES[code], 2)] + [
        rf"(?P<half>{_HALVED.get(code, '(?!)')})"
    ]
    places = itertools.count()
    so_many = re.sub(
        r"\bN", lambda _: rf"(?P<many{next(places)}>{_numbers(code)})", _SO_MANY_TIMES[code]
    )
    # `eight times a year` says how often.
    return re.compile(
        rf"(?<![\w.,-])(?:{'|'.join(alone)}|(?:{so_many})(?!{_HOW_OFTEN}))\b", re.IGNORECASE
    )


@cache
def _half_spans(code: str) -> dict[str, re.Pattern[str]]:
    # `two and a half hours` is more, and `the first half hour` is one of several.
    return {
        unit: re.compile(rf"(?<![\w-])(?<!\band a )(?:{words})\b", re.IGNORECASE)
        for unit, words in _HALF_SPANS[code].items()
    }


@cache
def _decades(code: str) -> re.Pattern[str]:
    tens = "|".join(sorted(_TENS_OF_DECADES[code].split(), key=len, reverse=True))
    return re.compile(
        rf"(?<![\d.,])(?:{_DECADES[code].replace('T', f'(?:{tens})')})\b", re.IGNORECASE
    )
