"""The form in which a cell of a spreadsheet shows a number: `#,##0.00`, `0.0%`, `yyyy-mm-dd`.

As a program in English shows it. Dates in the form of the reader's own country (format 14) are
written as 2020-07-10, which nobody reads as another day.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BUILT_IN: Final = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: '"$"#,##0;-"$"#,##0',
    6: '"$"#,##0;-"$"#,##0', 7: '"$"#,##0.00;-"$"#,##0.00', 8: '"$"#,##0.00;-"$"#,##0.00',
    9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "General", 13: "General", 14: "yyyy-mm-dd",
    15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm",
    21: "h:mm:ss", 22: "yyyy-mm-dd h:mm", 37: "#,##0;(#,##0)", 38: "#,##0;(#,##0)",
    39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 41: '#,##0;-#,##0;"-"',
    42: '"$"#,##0;-"$"#,##0;"-"', 43: '#,##0.00;-#,##0.00;"-"',
    44: '"$"#,##0.00;-"$"#,##0.00;"-"', 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0",
    48: "##0.0E+0", 49: "@",
}  # fmt: skip
_TOKEN: Final = re.compile(
    r'"([^"]*)"|\\(.)|_(.)|\*(.)|\[([^\]]*)\]|(AM/PM|A/P)|(General)|([Ee][+-])|(y+|m+|d+|h+|s+)'
    r"|(.)",
    re.IGNORECASE | re.DOTALL,
)
_PLAIN: Final = re.compile(r"(#,##)?0(?:\.(0{1,10}))?(%)?")
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)")
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_FRACTION: Final = re.compile(r"[#0?]\s*/\s*[#0?\d]")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MOST_DIGITS: Final = 15  # of a number in a spreadsheet
_SHOWN_DIGITS: Final = 10  # of a number without a format
_LONGEST: Final = 300
# Spreadsheets count 29 February 1900, which there was not, as their day 60.
_FIRST_RIGHT_DAY: Final = 60
_BEGINNING: Final = dt.datetime(1899, 12, 30)  # noqa: DTZ001 - a table's day has no zone
_BEGINNING_FROM_1904: Final = dt.datetime(1904, 1, 1)  # noqa: DTZ001 - a table's day has no zone
# The largest number of a file has 309 digits, and a format of 300 signs may have as many percents.
_EXACT: Final = Context(prec=1000)


@dataclass(frozen=True, slots=True)
class _Token:
    """A piece of a format: `kind` is literal, date, elapsed, half, exponent, general or sign."""

    kind: str
    text: str


def shown(value: str, code: str, *, from_1904: bool = False) -> str:
    """Return what a cell shows of a number.

    Args:
        value: the number, as the file has it.
        code: its format.
        from_1904: whether days are counted from 1904, as old files of one system do.

    Returns:
        The number as shown; as the file has it where it is no number, or its format is too odd.
    """
    try:
        number = Decimal(repr(float(value)))
    except (ValueError, InvalidOperation):
        return value
    if not number.is_finite() or len(code) > _LONGEST:
        return value
    # Nearly all numbers of a long table have a plain format, and taking one apart takes long.
    plain = _plain(code)
    return _plainly(number, plain) if plain else _by_tokens(number, code, from_1904=from_1904)


def _by_tokens(number: Decimal, code: str, *, from_1904: bool) -> str:
    sections = _sections(code or "General")
    tokens, number = _chosen(sections, number)
    kinds = {token.kind for token in tokens}
    if "date" in kinds or "elapsed" in kinds:
        return _moment(number, tokens, from_1904=from_1904) or _general(number)
    if "general" in kinds:
        words = (
            _general(abs(number)) if piece.kind == "general" else piece.text for piece in tokens
        )
        return ("-" if number < 0 else "") + "".join(words)
    if _FRACTION.search(code) or _Token("sign", "@") in tokens:
        return _general(number)
    return _number(number, tokens).strip()


@cache
def _plain(code: str) -> re.Match[str] | None:
    return _PLAIN.fullmatch(code)


def _plainly(number: Decimal, plain: re.Match[str]) -> str:
    decimals = len(plain[2] or "")
    number = number * 100 if plain[3] else number
    rounded = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, _EXACT)
    return f"{rounded:{',' if plain[1] else ''}f}{plain[3] or ''}"


@cache
def _sections(code: str) -> list[list[_Token]]:
    """Return the parts of a format; a sheet has few formats and many cells."""
    sections: list[list[_Token]] = [[]]
    for hit in _TOKEN.finditer(code):
        if hit[10] == ";":
            sections.append([])
        else:
            sections[-1] += _tokens(hit)
    return sections


def _tokens(hit: re.Match[str]) -> Iterator[_Token]:
    quoted, escaped, _space, _fill, bracket, half, general, exponent, date, sign = hit.groups()
    if quoted is not None or escaped is not None:
        yield _Token("literal", quoted if quoted is not None else escaped)
    elif hit[3] is not None:
        yield _Token("literal", " ")
    elif bracket is not None:
        yield from _bracketed(bracket)
    elif half:
        yield _Token("half", half)
    elif general:
        yield _Token("general", "")
    elif exponent:
        yield _Token("exponent", exponent[1])
    elif date:
        yield _Token("date", date.lower())
    elif sign:
        yield _Token("sign" if sign in "0#?.,%@" else "literal", sign)


def _bracketed(text: str) -> Iterator[_Token]:
    if text.startswith("$"):
        yield _Token("literal", text[1:].partition("-")[0])
    elif _ELAPSED.fullmatch(text):
        yield _Token("elapsed", text.lower())
    elif _CONDITION.fullmatch(text):
        yield _Token("condition", text)


def _chosen(sections: Sequence[list[_Token]], number: Decimal) -> tuple[list[_Token], Decimal]:
    """Return the section of a format that a number gets, and the number as it is shown there."""
    conditions = [
        next((token.text for token in section if token.kind == "condition"), "")
        for section in sections
    ]
    plain = [[token for token in piece if token.kind != "condition"] for piece in sections]
    if any(conditions):
        fits = (at for at, piece in enumerate(conditions) if not piece or _holds(piece, number))
        at = next(fits, 0)
        return plain[at], abs(number) if _is_for_losses(conditions, at) else number
    if number < 0 and len(plain) > 1:
        return plain[1], -number
    if number == 0 and len(plain) > 2:  # the third is for zero
        return plain[2], number
    return plain[0], number


def _is_for_losses(conditions: Sequence[str], at: int) -> bool:
    """Whether a section is for numbers below nought alone, whose sign it writes by itself."""
    other = _CONDITION.fullmatch(conditions[0]) if at == 1 and not conditions[1] else None
    hit = _CONDITION.fullmatch(conditions[at]) or other
    signs = {">", ">="} if other is not None else {"<", "<="}
    return hit is not None and hit[1] in signs and Decimal(hit[2]) == 0


def _holds(condition: str, number: Decimal) -> bool:
    hit = _CONDITION.fullmatch(condition)
    if hit is None:
        return False
    other = Decimal(hit[2])
    return {
        "<": number < other, ">": number > other, "=": number == other, "<>": number != other,
        "<=": number <= other, ">=": number >= other,
    }[hit[1]]  # fmt: skip


def _general(number: Decimal) -> str:
    """Return a number as it is shown without a format: no more digits than a cell has room for."""
    if number == number.to_integral_value():
        whole = int(number)
        return str(whole) if len(str(abs(whole))) <= _MOST_DIGITS else f"{float(number):.5E}"
    rounded = Decimal(f"{number:.{_SHOWN_DIGITS}g}")
    if rounded.adjusted() < -5:  # from 0.00001 on it is written with its power
        mantissa, _, power = f"{float(rounded):.5E}".partition("E")
        return f"{mantissa.rstrip('0').rstrip('.')}E{power}"
    text = f"{rounded:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


# ---- numbers


def _number(number: Decimal, tokens: Sequence[_Token]) -> str:
    signs = [at for at, token in enumerate(tokens) if _is_digit(token)]
    if not signs:
        minus = "-" if number < 0 and tokens else ""
        return minus + "".join(token.text for token in tokens if token.kind != "exponent")
    percents = sum(token == _Token("sign", "%") for token in tokens)
    point = next((at for at, piece in enumerate(tokens) if piece == _Token("sign", ".")), None)
    power = next((at for at, piece in enumerate(tokens) if piece.kind == "exponent"), None)
    end = power if power is not None else len(tokens)
    whole = [at for at in signs if at < min(point if point is not None else end, end)]
    minus = "-" if number < 0 else ""
    number = abs(number) * 100**percents
    number /= 1000 ** sum(_scaling(tokens, at) for at in {*whole[-1:], signs[-1]})
    decimals = [at for at in signs if point is not None and point < at < end]
    exponent = ""
    if power is not None:
        number, exponent = _scientific(number, tokens, power, decimals)
    digits = f"{number.quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP, _EXACT):f}"
    left, _, right = digits.partition(".")
    fill = _filled(left.lstrip("0"), tokens, whole) | _decimals(right, tokens, decimals)
    if exponent:
        fill |= {at: "" for at in signs if at > end} | {end: exponent}
    text = "".join(_piece(at, token, fill, point) for at, token in enumerate(tokens))
    return minus + text


def _is_digit(token: _Token) -> bool:
    return token.kind == "sign" and token.text in {"0", "#", "?"}


def _scaling(tokens: Sequence[_Token], last: int) -> int:
    """Return how many commas stand directly behind a digit: each divides by a thousand."""
    count = 0
    for token in tokens[last + 1 :]:
        if token != _Token("sign", ","):
            break
        count += 1
    return count


def _scientific(
    number: Decimal, tokens: Sequence[_Token], power: int, decimals: Sequence[int]
) -> tuple[Decimal, str]:
    mantissa, _, exponent = f"{number:.{len(decimals)}E}".partition("E")
    size = sum(_is_digit(token) for token in tokens[power:])
    value = int(exponent)
    sign = "-" if value < 0 else ("+" if tokens[power].text == "+" else "")
    return Decimal(mantissa), f"E{sign}{abs(value):0{max(1, size)}}"


def _filled(digits: str, tokens: Sequence[_Token], places: Sequence[int]) -> dict[int, str]:
    """Return which digits before the point each place takes, with commas between thousands."""
    between = tokens[places[0] : places[-1]] if places else ()
    grouped = _Token("sign", ",") in between
    fill: dict[int, str] = {}
    left, count = digits, 0
    for at in reversed(places):
        is_first = at == places[0]
        taken = left if is_first else left[-1:]
        left = "" if is_first else left[:-1]
        if not taken:
            taken = "0" if tokens[at].text == "0" else ""
        text = ""
        for digit in reversed(taken):
            text = digit + ("," if grouped and count and count % 3 == 0 else "") + text
            count += 1
        fill[at] = text
    return fill


def _decimals(digits: str, tokens: Sequence[_Token], places: Sequence[int]) -> dict[int, str]:
    fill = dict(zip(places, digits, strict=False))
    for at in reversed(places):
        if fill.get(at) != "0" or tokens[at].text == "0":
            break
        fill[at] = ""
    return fill


def _piece(at: int, token: _Token, fill: dict[int, str], point: int | None) -> str:
    if at in fill:
        return fill[at]
    if token == _Token("sign", "."):
        return "." if at == point else ""
    return "" if token.kind == "sign" and token.text in ",@" else token.text


# ---- days and times


class _Time(NamedTuple):
    """A day and an hour that a cell shows.

    Attributes:
        moment: the day and the hour.
        seconds: how many have passed since the table's first day.
        fraction: the digits of a second that are shown, behind a point; "" where none are.
        halves: whether the day has two halves of twelve hours.
    """

    moment: dt.datetime
    seconds: Decimal
    fraction: str
    halves: bool


def _moment(number: Decimal, tokens: Sequence[_Token], *, from_1904: bool) -> str:
    start = _BEGINNING_FROM_1904 if from_1904 else _BEGINNING
    last = (dt.datetime.max - start).days  # noqa: DTZ901 - a table's day has no zone
    if not 0 <= number <= last + 1:
        return ""
    smallest = _fraction_digits(tokens)
    seconds = (number * 86400).quantize(Decimal(1).scaleb(-smallest), ROUND_HALF_UP)
    days, rest = divmod(seconds, 86400)
    if days > last:
        return ""
    early = 0 if from_1904 or days >= _FIRST_RIGHT_DAY else 1
    moment = start + dt.timedelta(days=int(days) + early, seconds=int(rest))
    fraction = f".{f'{rest % 1:.{smallest}f}'[2:]}" if smallest else ""
    halves = any(token.kind == "half" for token in tokens)
    time = _Time(moment, seconds, fraction, halves)
    return "".join(_time_piece(time, tokens, at) for at in range(len(tokens))).strip()


def _time_piece(time: _Time, tokens: Sequence[_Token], at: int) -> str:
    """Return what one token of a format shows of a time.

    Args:
        time: the time.
        tokens: the tokens of the format.
        at: which of them it is.
    """
    token = tokens[at]
    if token.kind == "date":
        return _part(time.moment, token.text, tokens, at, halves=time.halves)
    if token.kind == "elapsed":
        return _elapsed(time.seconds, token.text)
    if token.kind == "half":
        half = "AM" if time.moment.hour < 12 else "PM"  # noon
        return half if "M" in token.text.upper() else half[0]
    if token.kind == "sign" and time.fraction and token.text in {"0", "."}:
        return time.fraction if token.text == "." else ""
    return "" if token.text == "@" else token.text


def _fraction_digits(tokens: Sequence[_Token]) -> int:
    """Return how many digits of a second are shown: `ss.000` has three."""
    text = "".join(token.text if token.kind in {"date", "sign"} else " " for token in tokens)
    hit = re.search(r"s\.(0{1,3})", text)
    return len(hit[1]) if hit else 0


def _part(
    moment: dt.datetime, text: str, tokens: Sequence[_Token], at: int, *, halves: bool
) -> str:
    letter, size = text[0], len(text)
    if letter == "m" and size <= 2 and _is_minute(tokens, at):  # m or mm
        return f"{moment.minute:0{size}}"
    if letter == "y":
        return f"{moment.year:04}" if size > 2 else f"{moment.year % 100:02}"  # yy
    if letter == "m":
        name = _MONTHS[moment.month - 1]
        return {3: name[:3], 4: name, 5: name[0]}.get(size, f"{moment.month:0{min(size, 2)}}")
    if letter == "d":
        name = _DAYS[moment.weekday()]
        return {3: name[:3], 4: name}.get(size, f"{moment.day:0{min(size, 2)}}")
    hour = (moment.hour % 12 or 12) if halves else moment.hour
    return f"{hour if letter == 'h' else moment.second:0{min(size, 2)}}"


def _is_minute(tokens: Sequence[_Token], at: int) -> bool:
    """Whether an m means minutes: it stands behind hours or before seconds."""
    before = [piece.text[0] for piece in tokens[:at] if piece.kind in {"date", "elapsed"}]
    after = [piece.text[0] for piece in tokens[at + 1 :] if piece.kind in {"date", "elapsed"}]
    return before[-1:] == ["h"] or after[:1] == ["s"]


def _elapsed(seconds: Decimal, text: str) -> str:
    unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
    return f"{int(seconds // unit):0{len(text)}}"
