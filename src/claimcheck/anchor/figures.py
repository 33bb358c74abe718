"""Figures in running text: what each is worth, of what, and how it is written.

Numbers in digits with their grouping, scale words, percentages, money, units, dates, years, times,
ordinals and number words. Values are exact decimals; nothing is rounded here.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, Final, TypedDict

from claimcheck.anchor import number_words
from claimcheck.anchor.figure import MONEY, Figure, FigureKind, kind_of
from claimcheck.anchor.figure_dates import centuries_in, dates_in, times_in
from claimcheck.anchor.figure_halves import fraction_behind, half_words_in, with_halves
from claimcheck.anchor.figure_pairs import with_shared_units
from claimcheck.anchor.figure_values import (
    number_in_digits,
    number_in_words,
    significant_digits,
)
from claimcheck.anchor.figure_words import (
    COUNTED,
    COUNTERS,
    HALF_OF,
    HALVED_NUMBERS,
    LESS,
    MORE,
    NO_NOUN,
    OF,
    QUALIFIERS,
    ROUGH,
    SHORT_NOUNS,
    SMALL_BEFORE,
    limit_before,
)
from claimcheck.anchor.languages import vocabulary_at
from claimcheck.anchor.large_words import large_words_in
from claimcheck.anchor.measure_words import CODE_OF, SCALES, UNIT_OF, exponent_of
from claimcheck.anchor.minus_words import minus_before
from claimcheck.anchor.punctuation import CURRENCY_SIGNS
from claimcheck.anchor.rates import rates_in
from claimcheck.anchor.shares import SHARE, changes_in, shares_in
from claimcheck.anchor.subunits import in_currency, subunit_behind
from claimcheck.anchor.wrapped_lines import joined_lines

if TYPE_CHECKING:
    from claimcheck.anchor.languages.vocabulary import Vocabulary


_BLANKS: Final = "\u00a0\u202f\u2009 "
_NUMBER: Final = (
    rf"\d{{1,3}}(?:[{_BLANKS}'’]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d])"
    r"|\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])"
    r"|\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)"
    r"|\d+(?:[.,·٫]\d+)?"
)
# In Slavic languages a year is named with its noun, in the singular: `в мае 2019 года`;
# `von 2025 an` counts no years.
_WORDS_OF_A_DATE: Final = frozenset(
    ("год", "года", "году", "годом", "рік", "року", "roku", "rok", "rokiem", "rokem", "an")
)
# `1,6 mil milhões`
_MILLIONS_BEHIND: Final = re.compile(r"\s(?:millones|milhões)\b", re.IGNORECASE)
_YEAR_BEHIND: Final = re.compile(r"\s(?:1[5-9]|20)\d\d\b")
# `85 M€`, `2 Md€`.
_BEFORE_MONEY: Final = {"k": 3, "K": 3, "M": 6, "m": 6, "Mio": 6, "Md": 9, "Mds": 9, "Mrd": 9}
_MONEY_SIGNS: Final = frozenset("€$£")
_CODES: Final = "USD|EUR|GBP|JPY|CHF|PLN|SEK|NOK|DKK|RUB|CNY|INR|US\\$|A\\$|C\\$|R\\$"
# `EUR 20m`, `between $3 and 4m`
_MONEY_BEFORE: Final = re.compile(rf"[{CURRENCY_SIGNS}]|\b(?:{_CODES})")
_FAR_OF_MONEY: Final = 16
_CODE_UNITS: Final = {
    "USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "CHF": "CHF", "PLN": "zł", "SEK": "kr",
    "NOK": "kr", "DKK": "kr", "RUB": "₽", "CNY": "¥", "INR": "₹", "US$": "$", "A$": "A$",
    "C$": "C$", "R$": "R$",
}  # fmt: skip
_FIGURE: Final = re.compile(
    rf"(?P<minus>(?<![\w)])[-−])?(?P<code>(?<![A-Za-z])(?:{_CODES})\s?|[{CURRENCY_SIGNS}]\s?)?"
    r"(?P<sign>(?<![\w)])[-−+])?"
    # A sign or a code may touch its number, other letters may not: `CHF20`, `F16`.
    rf"(?(code)|(?<![A-Za-z\u00c0-\u058f\d_])(?<!\d[.,])(?<![A-Za-z]-))(?P<number>{_NUMBER})"
    r"(?P<ordinal>(?:st|nd|rd|th|ère|er|ème|e|ª|º)\b)?"
)
_ABBREVIATED_WORDS: Final = "mio mia mrd mln mld bln tsd tys tis тыс млн млрд трлн mill milj"
_ABBREVIATED: Final = frozenset(_ABBREVIATED_WORDS.split())
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
_NEXT_WORD: Final = re.compile(r" ([^\W\d_]+)")
_UNIT_WORD: Final = re.compile(r"[^\W\d_]+[²³23]?")
_UNIT_SIGN: Final = re.compile(rf"[{_BLANKS}-]?(%|％|٪|‰|[{CURRENCY_SIGNS}]|°[CF]|℃|km²|m²|m³)")
_POINT: Final = re.compile(r"[ -]?point", re.IGNORECASE)
# Behind a distance, these make it a speed.
_BY_THE_HOUR: Final = re.compile(
    r"/[ht]\b|\s(?:(?:an|a|per|por|à|pro|je|die|in der|na|в|i|par)\s|(?:all|l|à l)['’])"
    r"(?:hour|uur|stunde|heure|hora|ora|timmen|timen|godzinę|час)\b",
    re.IGNORECASE,
)
_SPEEDS: Final = {"km": "km/h", "mi": "mph"}
_WORD_BEHIND: Final = re.compile(rf"(?:[ ]d(?:e|i)[ ]|[ ]d['’]|[{_BLANKS}-]?)([^\W\d_]+[²³23]?)")
_SIGNS_OF_ABOUT: Final = tuple("~≈约約近超")
_HALF_PAST: Final = re.compile(r"\b(?:halb|halv|half)\s\Z", re.IGNORECASE)
_HOURS: Final = 12
_TWENTY: Final = 20
_SINCE: Final = 1000
_UNTIL: Final = 2199

# In a paragraph of more characters than these, only those in digits are read.
_LONGEST: Final = 200_000


def unit_of(word: str) -> str:
    """Return a unit in the one spelling that stands for all; "" for what is none that is known."""
    lowered = word.lower()
    bare = lowered.removesuffix(".")
    return UNIT_OF.get(lowered) or _CODE_UNITS.get(word) or UNIT_OF.get(bare, "")


def scale_of(word: str) -> Decimal | None:
    """Return what a word of scale multiplies by: `million`, `Mrd.`; None for any other word."""
    lowered = word.lower()
    exponent = SCALES.get(lowered.removesuffix("."))
    if exponent is None or lowered == "m":
        return None
    if lowered == "mil.":  # with its stop it is Czech, Slovak or Romanian, and no thousand
        return Decimal(10) ** 6
    return Decimal(10) ** exponent


# Several comparisons look into the same sentences, and an article is checked at every keystroke.
@lru_cache(maxsize=1024)
def figures_in(
    text: str, start: int = 0, end: int | None = None, vocabulary: Vocabulary | None = None
) -> tuple[Figure, ...]:
    """Find every figure of a stretch of a text, in order.

    Args:
        text: the text.
        start: where the stretch begins, in code points.
        end: where it ends, exclusive; with None, where the text does.
        vocabulary: the words of its language, where a longer text has told it.
    """
    end = len(text) if end is None else end
    vocabulary = vocabulary or vocabulary_at(text, start, end)
    text, moved = joined_lines(text, start, end)
    start, end = start - moved, end - moved
    reading = _FigureReading(text, start, end, vocabulary.name if vocabulary else "")
    is_read_whole = end - start <= _LONGEST
    if is_read_whole:
        reading.large_words()
    large = tuple(reading.figures)  # `a quarter of a million` is no share
    reading.dates()
    reading.numbers()
    shares: list[Figure] = []
    if is_read_whole:
        reading.words()
        shares = [
            Figure(
                share.start,
                share.end,
                FigureKind.MEASURE,
                share.value,
                SHARE,
                share.noun,
                digits=1,
                **reading.nearness(share.start),
                in_words=True,
            )
            for share in shares_in(text, start, end, vocabulary)
        ]
        shares += [
            Figure(
                share.start, share.end, FigureKind.MEASURE, share.value, SHARE,
                digits=1, **reading.nearness(share.start), in_words=True, is_change=True,
            )
            for share in changes_in(text, start, end, vocabulary)
        ]  # fmt: skip
        shares += _rates_in(reading, start, end)
        shares += half_words_in(text, start, end)
    apart = sorted(_apart([*large, *shares, *reading.figures]), key=lambda figure: figure.start)
    figures = with_shared_units(text, list(with_halves(text, apart, end)))
    if moved:
        return tuple(replace(f, start=f.start + moved, end=f.end + moved) for f in figures)
    return tuple(figures)


def _apart(figures: list[Figure]) -> list[Figure]:
    """Those figures that overlap none before them: a share is no number."""
    covered: set[int] = set()
    apart = []
    for figure in figures:
        places = range(figure.start, figure.end)
        if covered.isdisjoint(places):
            covered.update(places)
            apart.append(figure)
    return apart


def _rates_in(reading: _FigureReading, start: int, end: int) -> list[Figure]:
    """The rates, multiples and decades of a stretch of a text, one figure a place."""
    text, language = reading.text, reading.language
    rates: list[Figure] = []
    for rate in sorted(rates_in(text, start, end, language), key=lambda rate: rate.start):
        if rates and rate.start < rates[-1].end:
            continue
        in_words = not any(map(str.isdecimal, text[rate.start : rate.end]))
        rates.append(
            Figure(
                rate.start, rate.end, kind_of(rate.unit), rate.value, rate.unit, rate.noun.lower(),
                digits=significant_digits(rate.value) if in_words else 4,
                **reading.nearness(rate.start), in_words=in_words,
            )
        )  # fmt: skip
    return rates


class _Nearness(TypedDict):
    rough: bool
    bound: int


class _FigureReading:
    def __init__(self, text: str, start: int, end: int, language: str) -> None:
        self.text = self._text = text
        self._start, self._end = start, end
        self.language = language
        self._code = CODE_OF.get(language, "")
        self._taken: set[int] = set()
        self.figures: list[Figure] = []

    def large_words(self) -> None:
        """Read what is a million or more, or a part of it, by an article: `half a million`."""
        for large in large_words_in(self._text, self._start, self._end, self.language):
            self._word_figure(large.start, large.end, large.value, rough=True)

    def dates(self) -> None:
        """Read dates and times."""
        for figure in chain(
            centuries_in(self._text, self._start, self._end),
            dates_in(self._text, self._start, self._end),
            times_in(self._text, self._start, self._end),
        ):
            if self._is_free(figure.start, figure.end):
                self._take(figure)

    def numbers(self) -> None:
        """Read what is written in digits."""
        for match in _FIGURE.finditer(self._text, self._start, self._end):
            at, end = match.start(), match.end()
            if not self._is_free(at, end):
                at = match.start("number")  # the sign is the unit of the figure before it
            if self._is_free(at, end):
                self._number(match, at, end)

    def _number(self, match: re.Match[str], at: int, end: int) -> None:
        text = self._text
        number = number_in_digits(match["number"], self.language)
        part = fraction_behind(text, end, self._end, number)
        digits = significant_digits(number) + part.digits
        value, end = number + part.value, part.end
        if (match["sign"] or match["minus"]) in ("-", "−"):
            value = -value
        if match["ordinal"] and not match["ordinal"].startswith(("e",)):
            self._take(Figure(at, end, FigureKind.ORDINAL, value, digits=digits))
            return
        follows = text[end : end + 1]
        is_name = follows.isalpha() and not self._glued_unit(end) and not _is_wide(follows)
        if is_name or self._is_part_of_money(at, end, value):  # `4x4`, `3D`; `30 cents`
            return
        scale, end = self._scale(end)
        value *= scale
        unit, noun, unit_end = self._unit(end)
        if unit == "yr" and self._is_of_a_date(match, end, unit_end):
            unit = ""
        code = (match["code"] or "").strip() if at == match.start() else ""
        if code:
            unit = _CODE_UNITS.get(code, code)
        minus = minus_before(text, self._start, at, unit)
        if minus is not None and value > 0 and not match["sign"]:
            value, at = -value, minus
        kind = FigureKind.MONEY if code else kind_of(unit)
        if unit:
            end = end if code else unit_end
        elif self._is_page(at):
            return
        elif self._may_be_year(match, value) and not self._counts(noun, end):
            kind = FigureKind.YEAR
        self._take(Figure(at, end, kind, value, unit, noun, digits=digits, **self.nearness(at)))

    def _is_part_of_money(
        self, at: int, end: int, value: Decimal, *, in_words: bool = False
    ) -> bool:
        """Take a number as a part of a currency, if it counts one: `30 cents`."""
        part = subunit_behind(self._text, end, self._end, self._code)
        if part is not None:
            money = Figure(
                at, part.end, FigureKind.MONEY, in_currency(value), part.unit, in_words=in_words,
                digits=significant_digits(value), **self.nearness(at),
            )  # fmt: skip
            self._take(money)
        return part is not None

    def _is_of_a_date(self, match: re.Match[str], end: int, unit_end: int) -> bool:
        """Whether the word for a year belongs to a date: `2019 года`, `452 år 2023`."""
        if _YEAR_BEHIND.match(self._text, unit_end):
            return True
        word = self._text[end:unit_end].strip().lower()
        return word in _WORDS_OF_A_DATE and len(match["number"]) == 4  # digits of a year

    def words(self) -> None:
        """Read what is written in words."""
        code = self._code
        if self.language in ("Chinese", "Japanese"):
            self._han()
            return
        table = number_words.values(code)
        if not table:
            return
        multiples, ordinals = number_words.multiples(code), number_words.ordinals(code)
        joiners = number_words.joiners(code)
        words = list(_WORD.finditer(self._text, self._start, self._end))
        number = 0
        while number < len(words):
            last, value = number_in_words(words, number, (table, multiples, joiners), self._text)
            if last is None:
                self._word_alone(words[number], table, ordinals)
                number += 1
                continue
            at, end = words[number].start(), words[last].end()
            if self._text[end - 1] == ".":
                end -= 1
            if self._is_free(at, end):
                self._word_figure(at, end, value)
            number = last + 1

    def _word_alone(
        self, match: re.Match[str], table: dict[str, int], ordinals: dict[str, int]
    ) -> None:
        """Take an ordinal, or a number that begins a word: `third-place`, `twenty-first`."""
        at, word = match.start(), match[0].lower().removesuffix(".")
        if not self._is_free(at, match.end()):
            return
        many, _, counted = word.partition("-")
        unit, _, behind = counted.partition("-")
        if word in ordinals:
            value, length, noun = ordinals[word], len(word), self._unit(match.end())[1]
        elif counted and many in ordinals:
            value, length, noun = ordinals[many], len(many), counted
        elif unit in ordinals and table.get(many, 0) >= _TWENTY:
            value, length = table[many] + ordinals[unit], len(f"{many}-{unit}")
            noun = behind or self._unit(match.end())[1]
        else:
            number = f"{many}-{unit}" if f"{many}-{unit}" in table else many  # `twenty-two-year`
            if counted and table.get(number, 0) > 1:
                self._word_figure(at, at + len(number), table[number])
            return
        self._take(
            Figure(
                at, at + length, FigureKind.ORDINAL, Decimal(value), noun=noun, in_words=True,
                digits=1,
            )
        )  # fmt: skip

    def _word_figure(self, at: int, end: int, value: int | Decimal, *, rough: bool = False) -> None:
        if self._is_part_of_money(at, end, Decimal(value), in_words=True):
            return
        is_hour = self._code != "en" and value <= _HOURS  # `half dozen` is a number
        if is_hour and _HALF_PAST.search(self._text, max(0, at - 5), at):
            return  # `halb fünf` is no five
        scale, scale_end = self._scale(end)
        unit, noun, unit_end = self._unit(scale_end)
        if value == 1 and scale == 1 and not unit:
            return  # an article, a pronoun
        exact = Decimal(value) * scale
        if value in HALVED_NUMBERS and (half := HALF_OF.search(self._text, max(0, at - 12), at)):
            at, exact = half.start(), exact / 2
        nearness = self.nearness(at)
        self._take(
            Figure(
                at, unit_end, kind_of(unit), exact, unit, noun,
                digits=significant_digits(exact), in_words=True,
                rough=rough or nearness["rough"], bound=nearness["bound"],
            )
        )  # fmt: skip

    def _han(self) -> None:
        char = number_words.HAN_NUMBER
        pattern = rf"{char}{{2,}}|{char}(?=[{COUNTERS}])"
        for match in re.finditer(pattern, self._text[self._start : self._end]):
            at, end = self._start + match.start(), self._start + match.end()
            if self._is_free(at, end) and any(char not in "十百千万萬亿億" for char in match[0]):
                unit, noun, unit_end = self._unit(end)
                value = Decimal(number_words.han_value(match[0]))
                self._take(
                    Figure(
                        at, unit_end, kind_of(unit), value, unit, noun,
                        digits=significant_digits(value), in_words=True,
                    )
                )  # fmt: skip

    def _scale(self, end: int) -> tuple[Decimal, int]:  # noqa: PLR0911 - a way out for each form
        """The factor behind a number: `million`, `bn`, `万`."""
        text = self._text
        match = re.compile(rf"[{_BLANKS}-]?([^\W\d_]+)\.?").match(text, end, self._end)
        if match is None:
            return Decimal(1), end
        word = match[1].lower()
        glued = match.start(1) == end
        if _is_wide(word[0]):
            for length in (2, 1):
                if len(word) >= length and word[:length] in SCALES:
                    return Decimal(10) ** SCALES[word[:length]], match.start(1) + length
            return Decimal(1), end
        if (
            match[1] in _BEFORE_MONEY
            and self._text[match.end(1) : match.end(1) + 1] in _MONEY_SIGNS
        ):
            return Decimal(10) ** _BEFORE_MONEY[match[1]], match.end(1)
        if word in ("m", "k") and not glued:
            return Decimal(1), end
        exponent = exponent_of(word, self.language)
        if exponent is None or (word == "mil" and glued):
            return Decimal(1), end
        if word == "m" and not self._means_millions(end, match.end()):
            return Decimal(1), end
        is_cut = word in _ABBREVIATED or exponent != SCALES.get(word)
        behind = match.end() if is_cut else match.end(1)
        if word == "mil" and (larger := _MILLIONS_BEHIND.match(text, behind, self._end)):
            return Decimal(10) ** 9, larger.end()
        return Decimal(10) ** exponent, behind

    def _means_millions(self, start: int, end: int) -> bool:
        """Whether an `m` says million: `EUR 20m`, `1.2m members`, `3.2m euros`."""
        follows = _NEXT_WORD.match(self._text, end, self._end)
        counted = follows[1] if follows else ""
        if counted in COUNTED or unit_of(counted) in MONEY:
            return True
        before = self._text[max(self._start, start - _FAR_OF_MONEY) : start]
        return _MONEY_BEFORE.search(before) is not None

    def _glued_unit(self, end: int) -> bool:
        match = _UNIT_WORD.match(self._text, end, self._end)
        word = match[0].lower() if match else ""
        return word in SCALES or word in UNIT_OF or word.removesuffix("s") in SCALES

    def _unit(self, end: int) -> tuple[str, str, int]:
        """The unit behind a number, the noun behind it, and where it ends with its unit."""
        text = self._text
        sign = _UNIT_SIGN.match(text, end, self._end)
        if sign:
            behind = _POINT.match(text, sign.end(), self._end)
            return ("pp" if behind else UNIT_OF[sign[1].lower()]), "", sign.end()
        words = self._words_behind(end)
        if not words:
            return "", "", end
        if _is_wide(words[0][1][0]):
            return self._wide_unit(words[0], end)
        is_letter = words[0][1] == "M" and words[0].start(1) != end  # `7 M` are no metres
        for count in () if is_letter else (2, 1):  # words of a unit
            phrase = " ".join(word[1].lower() for word in words[:count])
            bare = phrase.removesuffix("n")  # a case's ending
            if phrase not in UNIT_OF and bare in UNIT_OF and len(phrase) > 4:
                phrase = bare
            if len(words) >= count and (phrase in UNIT_OF or phrase == "m"):
                unit, unit_end = UNIT_OF.get(phrase, "m"), words[count - 1].end()
                hour = _BY_THE_HOUR.match(text, unit_end, self._end)
                if hour and unit in _SPEEDS:
                    return _SPEEDS[unit], "", hour.end()
                return unit, "", unit_end
        noun = next((word[1] for word in words if self._may_be_noun(word, words[-1])), "")
        return "", unicodedata.normalize("NFC", noun).lower(), end

    def _words_behind(self, end: int) -> list[re.Match[str]]:
        """The words behind a number that may be its unit or what it counts, three at most."""
        words: list[re.Match[str]] = []
        at = end
        while len(words) < 3:  # no noun stands farther
            match = _WORD_BEHIND.match(self._text, at, self._end)
            if match is None or match[1].lower() in NO_NOUN:
                break
            if match.start(1) == at != end and not _is_wide(match[1][0]):
                break
            words.append(match)
            at = match.end()
        return words

    def _may_be_noun(self, word: re.Match[str], last: re.Match[str]) -> bool:
        """Whether a word may be what is counted: small words are not, but `men` may."""
        if word[1].lower() in OF or word[1].lower() in QUALIFIERS:
            return False
        if len(word[1]) > 3 or word is last:  # letters of most small words
            return True
        return len(word[1]) == 3 and self.language == "English" and word[1].lower() in SHORT_NOUNS

    def _wide_unit(self, word: re.Match[str], end: int) -> tuple[str, str, int]:
        for length in range(8, 0, -1):
            piece = word[1][:length]
            if len(piece) == length and piece in UNIT_OF:
                return UNIT_OF[piece], "", word.start(1) + length
        return "", word[1][:1], end

    def _counts(self, noun: str, end: int) -> bool:
        """Whether a number of four digits counts what follows: `1200 people` is no year."""
        follows = _NEXT_WORD.match(self._text, end, self._end)
        return bool(noun) and follows is not None and follows[1].islower() and noun in COUNTED

    @staticmethod
    def _may_be_year(match: re.Match[str], value: Decimal) -> bool:
        digits = len(match["number"])  # a year's stand together, and are four
        return digits == 4 and _SINCE <= value <= _UNTIL and not match["sign"]

    def _is_page(self, at: int) -> bool:
        before = self._text[max(self._start, at - 6) : at]
        return bool(re.search(r"\b(?:pp?|no|nr|fig|art)\.\s?$", before, re.IGNORECASE))

    def nearness(self, at: int) -> _Nearness:
        """Say whether the text says that a figure is about so much, and that it is more or less."""
        before = self._text[max(self._start, at - 24) : at].lower()
        if before.rstrip().endswith(_SIGNS_OF_ABOUT):
            return {"rough": True, "bound": 0}
        if limit := limit_before(self._text, at, self._start):
            return {"rough": True, "bound": limit}
        preceding = re.findall(r"[^\W\d_]+", before)
        while preceding and preceding[-1] in SMALL_BEFORE:
            preceding.pop()  # `more than the half`
        words = frozenset(preceding[-2:])
        bound = bool(words & MORE) - bool(words & LESS)
        return {"rough": bool(words & (ROUGH | MORE | LESS)), "bound": bound}

    def _is_free(self, start: int, end: int) -> bool:
        return start not in self._taken and (end - 1) not in self._taken

    def _take(self, figure: Figure) -> None:
        self._taken.update(range(figure.start, figure.end))
        self.figures.append(figure)


def _is_wide(char: str) -> bool:
    return not char.isascii() and unicodedata.east_asian_width(char) in "WF"
