"""The unit and the scale of the numbers in a column, as read from its head.

`Budget (in millions, EUR)`, `Kosten in Tsd. €`, `Revenue ($m)`, `Population ('000)`, `Share (%)`.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Final

from claimcheck.anchor.figures import scale_of, unit_of
from claimcheck.text.confusables import latin_letters
from claimcheck.text.ignorable import without_ignorable

# Longer ones are no heads, and no captions.
_LONGEST_HEAD: Final = 200
_THOUSANDS: Final = re.compile(r"(?<![\d.,'’])['’]?000s?\b|\b(?:in|en) 1[.,'’ ]?000\b(?![.,]\d)")
_SHORT_SCALE: Final = re.compile(
    r"(?:[$€£¥]|\b(?:US\$|EUR|USD|GBP|CHF)) ?(?P<scale>k|m|mn|bn|b|tn)\b", re.IGNORECASE
)
_SHORT: Final = {"k": 3, "m": 6, "mn": 6, "bn": 9, "b": 9, "tn": 12}
# Thousands that are no number by themselves: in Spanish their word is that of miles, too.
_THOUSANDS_OF: Final = re.compile(
    r"\b(?:miles|millares) d(?:e|el)\b|\bmilhares d[eo]s?\b|\bmigliaia d[i']\b|"
    r"\bmilliers d(?:e\b|['’])|\b(?:tisíc\w*|duizendtallen)\b",
    re.IGNORECASE,
)
# Where a head says what its numbers are: in brackets, behind a comma or a stroke, behind `in`.
_ASIDE: Final = re.compile(
    r"\(([^()]*)\)|\[([^\[\]]*)\]|[,;/|–—] *([^,;/|()\[\]–—]*)|(?:\bin|\ben|\bем|\bв) (.*)"
)
_WORD: Final = re.compile(r"[^\W\d_]+\$?\.?|[%‰€$£¥₽₹]")
_LETTERS: Final = re.compile(r"[^\W\d_]+\.?")
_POWER: Final = re.compile(
    r"[×x*]? ?(?:10(?:\^|\*\*)(?P<power>\d{1,2})|1(?P<zeros>(?:[.,'’ ]?0)+)"
    r"|[eE](?P<exponent>\d{1,2})|[.,'’]?(?P<thousands>(?:000[.,'’ ]?)+))(?!\d)"
)
# They multiply, and are no words of scale in running text: `a hundred metres`.
_MULTIPLES: Final = {
    **dict.fromkeys(
        ("hundred", "hundreds", "hundert", "centaine", "centaines", "honderd", "сотня", "сотни"),
        100,
    ),
    **dict.fromkeys(
        ("dozen", "dozens", "dutzend", "douzaine", "douzaines", "docena", "docenas", "dozzina",
         "dúzia", "dozijn", "дюжина"),
        12,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HeadMeasure:
    """The unit and the scale of the numbers below a head.

    Attributes:
        unit: their unit, in the one spelling that stands for all; "" where the head names none.
        scale: what each is to be multiplied by: 1,000,000 below `in millions`.
    """

    unit: str = ""
    scale: Fraction = Fraction(1)


def head_measure(head: str) -> HeadMeasure:
    """Read the unit and the scale in a head, or in the caption of a table.

    Args:
        head: what stands over a column.
    """
    text = _THOUSANDS_OF.sub("mil ", " ".join(head.split()))
    if len(text) > _LONGEST_HEAD:
        return HeadMeasure()
    asides = [next(filter(None, hit.groups()), "") for hit in _ASIDE.finditer(text)]
    unit, scale = "", Fraction(1)
    if len(text.split()) <= 2 and any(map(unit_of, _WORD.findall(text))):  # `Mio. €`
        asides.append(text)
    for aside in asides:
        words = _WORD.findall(aside)
        for word in words:
            word_unit = unit_of(word)
            unit = unit or word_unit
            factor = scale_of(word) if scale == 1 and not word_unit else None
            if factor is not None:
                scale = Fraction(factor)
    if scale == 1 and (short := _SHORT_SCALE.search(text)):
        scale = Fraction(10 ** _SHORT[short["scale"].lower()])
        unit = unit or unit_of(short[0][: short.start("scale") - short.start()].strip())
    if scale == 1 and _THOUSANDS.search(text):
        scale = Fraction(1000)
    return HeadMeasure(unit, scale)


@lru_cache(maxsize=1 << 10)
def scale_in(words: str) -> Fraction:
    """Return what a unit, or a label in a table, says that numbers count by; 1 for nothing.

    Args:
        words: as they are written: `million EUR`, `$m`, `1000 people`, `Budget (in millions)`.
    """
    if len(words) > _LONGEST_HEAD:
        return Fraction(1)
    text = without_ignorable(unicodedata.normalize("NFKC", words))
    # Letters that look like others make no other word for whoever reads it.
    forms = (text,) if text.isascii() else (text, latin_letters(text))
    return next((scale for scale in map(_scale_of_words, forms) if scale != 1), Fraction(1))


def _scale_of_words(words: str) -> Fraction:
    words = _THOUSANDS_OF.sub("mil ", words)
    letters = _LETTERS.findall(words)
    named = next(filter(None, map(scale_of, letters)), None)
    if named is not None:
        return Fraction(named)
    if multiple := next(filter(None, (_MULTIPLES.get(each.lower()) for each in letters)), None):
        return Fraction(multiple)
    if power := _POWER.match(words):
        digits = power["power"] or power["exponent"]
        zeros = power["zeros"] or power["thousands"]
        return Fraction(10 ** (int(digits) if digits else zeros.count("0")))
    return head_measure(words).scale


class TableHeads:
    """The heads in a text that has a row each line, and tabs between its cells.

    Args:
        text: the text.

    Attributes:
        rows: where the rows below heads begin and end, in code points.
    """

    def __init__(self, text: str) -> None:
        self.rows: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._heads: list[list[str]] = []
        self._lines: list[int] = []
        at, in_table = 0, False
        for line in text.split("\n"):
            cells = line.split("\t")
            if len(cells) == 1:
                in_table = False
            elif not in_table:
                self._starts.append(at)
                self._heads.append(cells)
                in_table = True
            else:
                self.rows.append((at, at + len(line)))
            self._lines.append(at)
            at += len(line) + 1
        self._text = text

    def row(self, at: int) -> tuple[int, int] | None:
        """Return where the row begins and ends that a place is in; None outside of tables."""
        line = self._lines[bisect_right(self._lines, at) - 1]
        end = self._text.find("\n", at)
        end = len(self._text) if end < 0 else end
        return (line, end) if "\t" in self._text[line:end] else None

    def over(self, at: int) -> str:
        """Return the head of the column that a place is in; "" for none.

        Args:
            at: a place in the text, in code points.
        """
        row = self.row(at)
        table = bisect_right(self._starts, at) - 1
        if row is None or table < 0 or row[0] == self._starts[table]:
            return ""
        number = self._text.count("\t", row[0], at)
        heads = self._heads[table]
        return heads[number].strip() if number < len(heads) else ""
