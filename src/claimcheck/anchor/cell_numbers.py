"""Numbers as cells of tables write them: grouping, decimals, signs, units; exact, never rounded.

`1,234` can be a thousand and more, or one and a fraction. What else stands in its column decides:
`1,234,567` groups by commas, `0,5` has decimals behind one. Where nothing does, decimals stand
behind a point and commas group, unless the caller knows better.
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from claimcheck.anchor.figure import MONEY
from claimcheck.anchor.figures import scale_of, unit_of
from claimcheck.anchor.punctuation import CURRENCY_SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

# Longer cells hold no number: a bound on what is looked at, in characters.
LONGEST_CELL: Final = 120
_BLANKS: Final = " \u00a0\u202f\u2009\u2007"
_DIGITS: Final = (
    rf"\d{{1,3}}(?:[{_BLANKS}]\d{{3}})+(?:[.,]\d+)?(?!\d)"
    r"|\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?(?!\d)"
    r"|\d+(?:[.,]\d+)*|[.,]\d+"
)
_FRACTIONS: Final = "¼-¾⅐-⅞↉⁄"
_CELL: Final = re.compile(
    rf"(?P<open>\()?(?P<sign>[-−–+])?[{_BLANKS}]*(?P<before>[^\d\W]{{1,4}}\$?|[{CURRENCY_SIGNS}])?"
    rf"[{_BLANKS}]*(?P<inner>[-−–])?(?P<number>{_DIGITS})(?P<power>[eE][+-]?\d{{1,3}})?"
    # `m2` is a unit; `5:2`, `10-2` and `5½` are other numbers than what they begin with.
    rf"[{_BLANKS}]*(?P<after>[^()\d{_FRACTIONS}]{{0,40}}(?:(?<=[^\W\d_])[23])?)"
    r"(?:\([^()\d]{0,20}\))?(?P<close>\))?"
)
_PLAIN: Final = re.compile(r"[-+−]?[0-9]{1,100}(?:\.[0-9]{1,100})?")
_SCALED: Final = re.compile(r"([^\W\d_]+\.?)(.*)", re.DOTALL)
_ROUNDING: Final = re.compile(r"(?:(?P<direction>up|down) )?(?:to )?(?P<step>[0-9.]+)")
# `14 or more` is a bound, and no number; `14-` may be one, or below nought.
_BOUND: Final = re.compile(
    r"\+|^[-−–]$|\bmax\b|\b(?:or|and|oder|und|ou|et|o|y|e|en|of|eller|och|lub|i|или|и) "
    r"(?:more|over|above|fewer|less|under|mehr|weniger|plus|moins|más|menos|mais|più|meno|meer|"
    r"minder|mer|färre|więcej|mniej|более|менее|больше|меньше|so|older|younger|later|earlier|up|"
    r"älter|jünger|mayores|ouder|äldre|starsi|старше)\b|\bat (?:least|most)\b",
    re.IGNORECASE,
)
# Words beside a number that are no unit: `3 approx.`, `3 of them dead`.
_NO_UNIT: Final = re.compile(
    r"^(?:approx(?:imately)?|circa|ca|est(?:imated)?|about|roughly|provisional|prel|env(?:iron)?|"
    r"etwa|rund|ungefähr|geschätzt|vorläufig|aprox|ok|около)\b\.?\s*"
    r"|^(?:of (?:them|these|which|whom)|davon|darunter|dont|de ellos|de ellas|de los cuales|di cui|"
    r"deles|delas|dos quais|waarvan|varav|hvorav|heraf|w tym|из них)\s+",
    re.IGNORECASE,
)
_POWER_OF_TEN: Final = re.compile(r"10[⁰¹²³⁴-⁹⁻].*")
_NOTES: Final = "*†‡§"
# Behind a sum of money these are no metres: `€5m`.
_MILLIONS: Final = ("m", "M")
_MINUS: Final = frozenset("-−–")
_LARGEST_POWER: Final = 60
_GROUP: Final = 3
_DIGITS_SHOWN: Final = 8


@dataclass(frozen=True, slots=True)
class CellNumber:
    """A number in a cell.

    Attributes:
        value: what it is worth, exactly.
        unit: the words beside it as they are written: `%`, `km`, `people`; "" for none.
        other: what it is worth where its only mark is read in the other way; None where it can be
            read in one way alone.
    """

    value: Fraction
    unit: str = ""
    other: Fraction | None = None


def plain_number(text: str) -> Fraction | None:
    """Return a number as claims write it, in digits with a point; None for anything else."""
    return Fraction(text.replace("−", "-")) if _PLAIN.fullmatch(text) else None


def decimal_mark(cells: Iterable[str]) -> str:
    """Return the sign that numbers have before decimals; "" where they do not say.

    Args:
        cells: what stands in a column, or in a table.
    """
    marks = [mark for cell in cells if (mark := _mark_of(cell))]
    points = marks.count(".")
    if 2 * points > len(marks):
        return "."
    return "," if 2 * points < len(marks) else ""


def _mark_of(cell: str) -> str:
    """Return the sign before decimals in a cell; "" where it can be read in two ways."""
    hit = _CELL.fullmatch(cell.strip(_BLANKS + _NOTES)) if len(cell) <= LONGEST_CELL else None
    if hit is None:
        return ""
    number = hit["number"]
    points, commas = number.count("."), number.count(",")
    if points and commas:
        return max(".,", key=number.rfind)
    if points + commas > 1:
        return "," if points else "."
    if not (points or commas):
        return ""
    mark = "." if points else ","
    return "" if _is_group(*number.split(mark)) else mark


def _is_group(whole: str, rest: str) -> bool:
    """Whether the only mark of a number may part thousands."""
    return len(rest) == _GROUP and 1 <= len(whole) <= _GROUP and not whole.startswith("0")


def cell_number(cell: str, mark: str = "") -> CellNumber | None:
    """Return the number that a cell holds; None where it holds none, or several.

    Args:
        cell: what stands in it.
        mark: the sign before decimals, where it is known.
    """
    text = cell.strip(_BLANKS + _NOTES)
    hit = _CELL.fullmatch(text) if len(text) <= LONGEST_CELL else None
    if hit is None or bool(hit["open"]) != bool(hit["close"]):
        return None
    before = (hit["before"] or "").strip()
    if before and not unit_of(before):
        return None
    if _BOUND.search(hit["after"]) or _POWER_OF_TEN.fullmatch(hit["number"] + hit["after"]):
        return None
    unit, scale = _unit(before, hit["after"].strip(_BLANKS + _NOTES))
    worth = _worth(hit["number"], mark)
    exponent = int((hit["power"] or "e0")[1:])
    if worth is None or abs(exponent) > _LARGEST_POWER:
        return None
    negative = bool(hit["open"]) or (hit["sign"] or hit["inner"]) in _MINUS
    factor = (-1 if negative else 1) * scale * Fraction(10) ** exponent
    value, other = worth
    return CellNumber(value * factor, unit, None if other is None else other * factor)


def _unit(before: str, after: str) -> tuple[str, Fraction]:
    """Return the unit, and what a word of scale beside it multiplies by: `million km`."""
    words = _SCALED.fullmatch(after)
    scale = scale_of(words[1]) if words else None
    if words and words[1] in _MILLIONS and _is_money(before):
        scale = Decimal(10) ** 6
    rest = _NO_UNIT.sub("", words[2].strip() if words and scale else after)
    return " ".join(part for part in (before, rest) if part), Fraction(scale or 1)


def _is_money(unit: str) -> bool:
    return unit.endswith("$") or unit_of(unit) in MONEY


def _worth(number: str, mark: str) -> tuple[Fraction, Fraction | None] | None:
    """Return what digits are worth, and what they may be worth otherwise; None for no number."""
    text = "".join(char for char in number if char not in f"{_BLANKS}'’")
    text = "".join(char if char in ".," else str(unicodedata.digit(char)) for char in text)
    points, commas = text.count("."), text.count(",")
    if points + commas != 1:
        return _grouped(text)
    sign = "." if points else ","
    whole, rest = text.split(sign)
    as_decimals = Fraction(f"{whole or 0}.{rest}")
    if not _is_group(whole, rest) or len(text) != len(number):
        return as_decimals, None
    as_group = Fraction(whole + rest)
    if mark:
        return (as_decimals if sign == mark else as_group), None
    return (as_decimals, as_group) if sign == "." else (as_group, as_decimals)


def _grouped(text: str) -> tuple[Fraction, None] | None:
    """Return what digits with no mark or with several are worth; None where they are no number."""
    last = max(".,", key=text.rfind)
    whole, _, rest = text.partition(last) if text.count(last) == 1 else (text, "", "")
    groups = re.split("[.,]", whole)
    if len({char for char in whole if char in ".,"}) > 1:
        return None
    if len(groups) > 1 and (
        not 1 <= len(groups[0]) <= _GROUP
        or len(groups[-1]) != _GROUP
        or any(len(group) not in (_GROUP - 1, _GROUP) for group in groups[1:])  # 12,34,567
    ):
        return None
    return Fraction(f"{''.join(groups)}.{rest}"), None


def same_unit(unit: str, other: str) -> bool | None:
    """Whether two units are one; None where one of them is not known.

    Args:
        unit: as a person wrote it.
        other: as a cell or a header has it.
    """
    left, right = unit_of(unit), unit_of(other)
    if left and right:
        return left == right
    return True if unit.casefold() == other.casefold() else None


@dataclass(frozen=True, slots=True)
class Rounding:
    """How a number was rounded: to a multiple of a step, the nearest one or the next one.

    Attributes:
        step: to what: 1000, or 0.1.
        direction: 1 up, -1 down, 0 to the nearest; half a step goes away from nought.
    """

    step: Fraction
    direction: int = 0

    def of(self, value: Fraction) -> Fraction:
        """Return a number as it is rounded."""
        steps = value / self.step
        if self.direction:
            whole = math.floor(steps) if self.direction < 0 else math.ceil(steps)
        else:
            whole = math.floor(abs(steps) + Fraction(1, 2)) * (1 if steps >= 0 else -1)
        return whole * self.step


def read_rounding(text: str) -> Rounding | None:
    """Read how a number was rounded: `to 1000`, `down to 0.1`, `100`; None for anything else."""
    hit = _ROUNDING.fullmatch(text.strip())
    step = plain_number(hit["step"]) if hit else None
    if hit is None or step is None or step <= 0:
        return None
    return Rounding(step, {"up": 1, "down": -1}.get(hit["direction"], 0))


def digits(value: Fraction) -> str:
    """Return a number in digits, all of them where it has an end, else with an ellipsis."""
    denominator = value.denominator
    for prime in (2, 5):
        while denominator % prime == 0:
            denominator //= prime
    with localcontext(prec=2 * LONGEST_CELL if denominator == 1 else _DIGITS_SHOWN):
        text = f"{Decimal(value.numerator) / Decimal(value.denominator):f}"
    return text if denominator == 1 else f"{text}…"
