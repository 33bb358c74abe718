"""Values as evidence: what cells of a pinned table say, beside what a claim says that they say.

Exact: numbers are fractions, and only a rounding that the claim states is applied.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING, Final, TypeVar

from claimcheck.anchor.cell_numbers import (
    CellNumber,
    cell_number,
    digits,
    plain_number,
    read_rounding,
    same_unit,
)
from claimcheck.anchor.effort import Effort
from claimcheck.anchor.figures import unit_of
from claimcheck.anchor.table_cells import CellIndex, same_words
from claimcheck.anchor.table_heads import head_measure, scale_in
from claimcheck.anchor.table_text import TableText
from claimcheck.assessment.value_readings import ValueFit, ValueReading
from claimcheck.assessment.value_scales import (
    head_scale,
    in_ones,
    is_counted_so,
    prefix_differs,
    share_factor,
    units_differ,
)
from claimcheck.dossier.claim_value import Marks
from claimcheck.dossier.locators import NO_LABEL
from claimcheck.model import Measure, Operation

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcheck.anchor.cell_numbers import Rounding
    from claimcheck.anchor.table_cells import CellSearch
    from claimcheck.anchor.table_text import TableCell
    from claimcheck.model import CellValue, Source

Key = TypeVar("Key")
# A text, and what its pages call themselves, with the offsets at which they begin.
_Table = tuple[str, tuple[tuple[str, int], ...]]

_PERCENT: Final = "%"
_POINTS: Final = "pp"
# In an article these may be pages.
_POINTS_CUT_SHORT: Final = frozenset({"pp", "pp.", "p.p."})
_HUNDRED: Final = 100
_SIGNS: Final = {_HUNDRED: " %", 1000: " ‰"}
# Where nothing tells, decimals stand behind a point: the other reading has them behind a comma.
_OTHER_MARK: Final = (f"decimal: {Marks.COMMA}",)
_MOST_ADDENDS_SHOWN: Final = 6
# How decimals are written (Unicode's CLDR): of other languages nothing is taken for known.
_DECIMAL_COMMA: Final = frozenset(
    (
        "af", "ast", "az", "be", "bg", "br", "bs", "ca", "cs", "da", "de", "dsb", "el", "eo", "es",
        "et", "eu", "fi", "fo", "fr", "fur", "fy", "gl", "hr", "hsb", "hu", "hy", "ia", "id", "is",
        "it", "jv", "ka", "kk", "kl", "km", "ky", "lb", "lo", "lt", "lv", "mk", "nb", "nds", "nl",
        "nn", "no", "oc", "os", "pl", "pt", "ro", "ru", "rw", "sah", "sc", "se", "sk", "sl", "smn",
        "sq", "sr", "su", "sv", "tg", "tk", "tr", "tt", "uk", "uz", "vi", "wo",
    )
)  # fmt: skip
_DECIMAL_POINT: Final = frozenset(
    (
        "am", "bn", "cy", "en", "fil", "ga", "gd", "gu", "ha", "he", "hi", "ig", "ja", "kn", "ko",
        "mi", "ml", "mn", "mr", "ms", "mt", "my", "ne", "om", "pa", "rm", "si", "so", "sw", "ta",
        "te", "th", "ti", "tl", "ur", "xh", "yo", "yue", "zh", "zu",
    )
)  # fmt: skip
_REGIONS_WITH_POINT: Final = {
    "de": frozenset({"ch", "li"}),
    "es": frozenset(
        ("419", "bz", "cu", "do", "gt", "hn", "mx", "ni", "pa", "pe", "pr", "sv", "us")
    ),
    "it": frozenset({"ch"}),
}


def read_values(values: Sequence[CellValue], source: Source | None) -> list[ValueReading]:
    """Look values up in the tables of one source.

    Args:
        values: what claims say that its cells come to.
        source: the source; None where no record describes it.
    """
    wanted = [(number, value, "") for number, value in enumerate(values)]
    readings = read_each(wanted, {} if source is None else {"": source})
    return [readings[number] for number in range(len(values))]


def read_each(
    wanted: Iterable[tuple[Key, CellValue, str]],
    sources: Mapping[str, Source],
    effort: Effort | None = None,
) -> dict[Key, ValueReading]:
    """Look values up in the tables of several sources, each text of which is prepared once.

    Args:
        wanted: values, each with a key of its own and the id of its source.
        sources: the sources by id.
        effort: the cells that may be looked at, from which those that were are taken.

    Returns:
        What the cells say, by the keys.
    """
    by_source: dict[str, list[tuple[Key, CellValue]]] = {}
    for key, value, source_id in wanted:
        by_source.setdefault(source_id, []).append((key, value))
    readings: dict[Key, ValueReading] = {}
    by_table: dict[_Table, list[tuple[Key, CellValue, str]]] = {}
    for source_id, keyed in by_source.items():
        source = sources.get(source_id)
        if source is None or source.text is None:
            reason = source.no_text_because if source else "no record describes the source"
            readings |= {key: ValueReading(ValueFit.UNCHECKED, reason=reason) for key, _ in keyed}
            continue
        usual = _usual_mark(source)
        of_table = by_table.setdefault((source.text, tuple(_sheets(source))), [])
        of_table += ((key, value, usual) for key, value in keyed)
    effort = effort or Effort()
    for (text, sheets), queries in by_table.items():
        addresses = [address for _key, value, _usual in queries for address in value.addresses]
        index = CellIndex(TableText(text, sheets, addresses, effort))
        readings |= {key: _reading(value, index, usual) for key, value, usual in queries}
    return readings


def _usual_mark(source: Source) -> str:
    """Return the sign before decimals in a source's language; "" where that is not known."""
    language, *others = (source.language or "").lower().split("-")
    has_point = not _REGIONS_WITH_POINT.get(language, frozenset()).isdisjoint(others)
    if language in _DECIMAL_POINT or has_point:
        return "."
    return "," if language in _DECIMAL_COMMA else ""


def _sheets(source: Source) -> list[tuple[str, int]]:
    """Return what the pages of a source call themselves, with where they begin."""
    pages = [locator for locator in source.locators if locator.measure is Measure.PAGE]
    if not pages and len(source.page_labels) == 1:
        return [(source.page_labels[0], 0)]  # a text of one page has no place where another begins
    labels = dict(enumerate(source.page_labels))
    named = [
        (labels.get(number, NO_LABEL), page.label, page.start) for number, page in enumerate(pages)
    ]
    return [(number if own == NO_LABEL else own, start) for own, number, start in named]


def _reading(value: CellValue, index: CellIndex, usual: str) -> ValueReading:
    """Return what the cells of a value say.

    Args:
        value: the value.
        index: the cells of its source.
        usual: the sign before decimals in the source's language; "" where that is not known.
    """
    groups: list[tuple[TableCell, ...]] = []
    for address in value.addresses:
        search = index.find(address, several=value.operation is Operation.SUM)
        if search.problem:
            return _nowhere(search, address.text if len(value.addresses) > 1 else "")
        groups.append(search.cells)
    cells = tuple(dict.fromkeys(cell for group in groups for cell in group))
    expected = plain_number(value.expected)
    if value.operation is Operation.CELL and expected is None:
        return _words(value, cells[0])
    as_written: list[CellNumber] = []
    for cell in cells:
        number = cell_number(cell.text, value.decimal or cell.mark or usual)
        if number is None:
            return _no_number(cells, cell.text, says=cell.text)
        as_written.append(number)
    if expected is None:
        return _no_number(cells, value.expected)
    return _comparison(value, expected, index, cells, as_written)


def _no_number(cells: tuple[TableCell, ...], words: str, says: str = "") -> ValueReading:
    reason = f"'{words}' is no number by itself"
    return ValueReading(ValueFit.DIFFERS, cells, says, reason)


def _comparison(
    value: CellValue,
    expected: Fraction,
    index: CellIndex,
    cells: tuple[TableCell, ...],
    as_written: Sequence[CellNumber],
) -> ValueReading:
    """Return what cells that hold numbers say, beside the number of a claim.

    Args:
        value: what the claim says.
        expected: the number in it.
        index: the cells of the source.
        cells: those of the value.
        as_written: what they hold.
    """
    numeric = in_ones(cells, as_written)
    result, says = _shown(value, cells, numeric)
    _head, scale = head_scale(value, cells)
    reason = (
        _mark_problem(value, cells)
        or _unit_problem(value, cells, as_written)
        or _rounding_problem(value, (result or 0) * scale, says)
    )
    if reason or result is None:
        reason = reason or _no_result(numeric)
        return ValueReading(ValueFit.DIFFERS, cells, says, reason)
    if scale == 1 and not is_counted_so(value, cells, index.table):
        return _in_full(value, expected, cells, (result, says))
    reading = _compared(value, expected, numeric[0], cells, (result, says))
    is_other = reading.fit is ValueFit.DIFFERS and value.operation is not Operation.CELL
    return (is_other and _read_otherwise(value, expected, cells, as_written)) or reading


def _read_otherwise(
    value: CellValue,
    expected: Fraction,
    cells: tuple[TableCell, ...],
    numbers: Sequence[CellNumber],
) -> ValueReading | None:
    """Say that a result stands where the marks of cells part thousands, or decimals, after all.

    Args:
        value: what the claim says.
        expected: the number in it.
        cells: the cells.
        numbers: what they hold.

    Returns:
        None where no cell can be read in another way, or that comes to another number, too.
    """
    unclear = [cell for cell, each in zip(cells, numbers, strict=True) if each.other is not None]
    if not unclear:
        return None
    others = [
        each if each.other is None else replace(each, value=each.other, other=None)
        for each in numbers
    ]
    result, says = _shown(value, cells, in_ones(cells, others))
    if result is None:
        return None
    reading = _compared(value, expected, others[0], cells, (result, says))
    if reading.fit is not ValueFit.STANDS:
        return None
    reason = f"{says}, where the mark in '{unclear[0].text}' is read otherwise"
    return ValueReading(ValueFit.AMBIGUOUS, cells, says, reason, _OTHER_MARK)


def _nowhere(search: CellSearch, address: str) -> ValueReading:
    fit = ValueFit.AMBIGUOUS if search.ambiguous else ValueFit.NOT_FOUND
    fit = ValueFit.UNCHECKED if search.unchecked else fit
    reason = f"{search.problem} (at {address})" if address else search.problem
    return ValueReading(fit, reason=reason, near=search.near)


def _words(value: CellValue, cell: TableCell) -> ValueReading:
    """Compare a cell that holds words."""
    if same_words(value.expected, cell.text):
        return ValueReading(ValueFit.STANDS, (cell,), cell.text)
    reason = f"the cell says '{cell.text}', not '{value.expected}'"
    return ValueReading(ValueFit.DIFFERS, (cell,), cell.text, reason)


def _in_full(
    value: CellValue, expected: Fraction, cells: tuple[TableCell, ...], shown: tuple[Fraction, str]
) -> ValueReading:
    """Compare what cells come to, which count by nothing, with a number that counts by its unit.

    Args:
        value: what the claim says: `14` with the unit `million people`.
        expected: the number in it.
        cells: the cells.
        shown: what they come to, and how that is worked out.
    """
    result, says = shown
    scale = scale_in(value.unit)
    if _comes_to(value, expected, result):
        return ValueReading(ValueFit.STANDS, cells, says)
    verb = "the cell says" if value.operation is Operation.CELL else "the cells come to"
    untold = result == expected
    why = f", and nothing beside it or over it counts by {digits(scale)}" if untold else ""
    written = f"{value.expected} {value.unit}"
    return ValueReading(ValueFit.DIFFERS, cells, says, f"{verb} {says}, not {written}{why}")


def _compared(
    value: CellValue,
    expected: Fraction,
    number: CellNumber,
    cells: tuple[TableCell, ...],
    shown: tuple[Fraction, str],
) -> ValueReading:
    """Compare what cells come to with what a claim says.

    Args:
        value: what the claim says.
        expected: the number in it.
        number: what the first cell holds.
        cells: the cells.
        shown: what they come to, and how that is worked out.
    """
    result, says = shown
    rounding = read_rounding(value.rounding)
    head, scale = head_scale(value, cells)
    if scale != 1:
        says = f"{says}, which is {digits(result * scale)} under '{head}'"
    counted = not value.unit or scale == 1
    if counted and _rounded(rounding, result) == expected:
        return ValueReading(ValueFit.STANDS, cells, says)
    if scale != 1 and _comes_to(value, expected, result * scale):
        return ValueReading(ValueFit.STANDS, cells, says)
    if value.operation is Operation.CELL and number.other is not None:
        if cells[0].text == value.expected:
            return ValueReading(ValueFit.STANDS, cells, value.expected)
        if _rounded(rounding, number.other) == expected:
            return ValueReading(
                ValueFit.AMBIGUOUS, cells, says,
                f"'{cells[0].text}' may be {digits(number.value)} or {digits(number.other)}",
                _OTHER_MARK,
            )  # fmt: skip
    written = f"{value.expected} {value.unit}".strip()
    rounded = (
        f", which is {digits(rounding.of(result))} rounded {value.rounding}" if rounding else ""
    )
    verb = "the cell says" if value.operation is Operation.CELL else "the cells come to"
    return ValueReading(ValueFit.DIFFERS, cells, says, f"{verb} {says}{rounded}, not {written}")


def _comes_to(value: CellValue, expected: Fraction, whole: Fraction) -> bool:
    """Whether cells come to what a claim says, which may count by its unit.

    Args:
        value: what the claim says: `1.5` with the unit `million people`.
        expected: the number in it.
        whole: what the cells come to, in ones.
    """
    rounding, scale = read_rounding(value.rounding), scale_in(value.unit)
    if _rounded(rounding, whole) == expected * scale:
        return True
    # The rounding may be that of the number as it is written.
    return rounding is not None and _rounded(rounding, whole / scale) == expected


def _rounded(rounding: Rounding | None, number: Fraction) -> Fraction | None:
    """Return a number as it is rounded; None where a rounding leaves nothing of it."""
    if rounding is None or not number:
        return number
    rounded = rounding.of(number)
    return rounded if rounded and rounding.step <= 2 * abs(number) else None


def _no_result(numbers: Sequence[CellNumber]) -> str:
    """Say why a share of numbers, or a change in hundredths, cannot be worked out."""
    if all(number.value for number in numbers):
        return "what was below nought and is above it has not changed by any part of itself"
    return "nothing can be divided by 0"


def _shown(
    value: CellValue, cells: tuple[TableCell, ...], numbers: list[CellNumber]
) -> tuple[Fraction | None, str]:
    """Return what cells come to, and how it is worked out; None where it cannot be.

    Args:
        value: what a claim says.
        cells: the cells.
        numbers: what they hold.
    """
    worth = [number.value for number in numbers]
    unit = unit_of(value.unit)
    if value.operation is Operation.CELL:
        plain = digits(worth[0])
        return worth[0], cells[0].text if plain in cells[0].text else f"{cells[0].text} ({plain})"
    if value.operation is Operation.SUM:
        total = sum(worth, Fraction(0))
        terms = " + ".join(map(digits, worth[:_MOST_ADDENDS_SHOWN]))
        more = len(worth) - _MOST_ADDENDS_SHOWN
        return total, f"{terms}{f' + {more} more' if more > 0 else ''} = {digits(total)}"
    first, second = worth[0], worth[-1]
    if value.operation is Operation.SHARE:
        times = share_factor(value.unit)
        return _ratio(first, second, f"{digits(first)} / {digits(second)}", times)
    difference = second - first
    steps = f"{digits(second)} - {digits(first)}"
    if unit == _PERCENT:
        words = f"({steps}) / {digits(first)}"
        return (None, words) if first < 0 < second else _ratio(difference, first, words, _HUNDRED)
    return difference, f"{steps} = {digits(difference)}"


def _ratio(part: Fraction, whole: Fraction, words: str, times: int) -> tuple[Fraction | None, str]:
    if not whole:
        return None, words
    ratio = part / whole * times
    return ratio, f"{words} = {digits(ratio)}{_SIGNS.get(times, '')}"


def _unit_problem(
    value: CellValue, cells: tuple[TableCell, ...], numbers: Sequence[CellNumber]
) -> str:
    """Say where a cell, or the head over it, has another unit than the claim; "" for nowhere.

    Args:
        value: what the claim says.
        cells: the cells.
        numbers: what they hold.
    """
    if units := units_differ(value, cells, numbers):
        return f"the cells are in different units: {units[0]} and {units[1]}"
    if not value.unit or value.operation is Operation.SHARE:
        return ""
    unit = _POINTS if value.unit.lower() in _POINTS_CUT_SHORT else unit_of(value.unit)
    if value.operation is Operation.CHANGE and unit in {_PERCENT, _POINTS}:
        return _points_problem(numbers) if unit == _POINTS else ""
    for cell, number in zip(cells, numbers, strict=True):
        if number.unit and not _is_unit(value.unit, number.unit):
            return f"the cell says '{cell.text}', not {value.expected} {value.unit}"
        for head in cell.over if not number.unit else ():
            if _is_over_another(value.unit, head):
                return f"'{head}' stands over the cell, and the value is in {value.unit}"
    return ""


def _points_problem(numbers: Sequence[CellNumber]) -> str:
    """Say that what changed by points is no percentage; "" where it is, or where nothing tells."""
    units = {unit_of(number.unit) for number in numbers} - {"", _PERCENT, _POINTS}
    return f"the cells are in {min(units)}, and points are told of percentages" if units else ""


def _is_over_another(unit: str, head: str) -> bool:
    """Whether a head names another unit than a claim has."""
    theirs = head_measure(head).unit
    if not theirs:
        return prefix_differs(unit, head)
    return not _is_unit(unit, theirs) and bool(unit_of(unit) or theirs == _PERCENT)


def _mark_problem(value: CellValue, cells: Sequence[TableCell]) -> str:
    """Say where decimals are said to be written otherwise than a table has them; "" for nowhere.

    Args:
        value: what the claim says.
        cells: the cells.
    """
    for cell in cells if value.decimal else ():
        if cell.mark not in ("", value.decimal) and cell_number(cell.text, cell.mark) != (
            cell_number(cell.text, value.decimal)
        ):
            return f"the decimals of '{cell.text}' stand behind a {Marks.of(cell.mark)} there"
    return ""


def _rounding_problem(value: CellValue, result: Fraction, says: str) -> str:
    """Say where the rounding that a claim states leaves nothing of a number; "" where it does not.

    Args:
        value: what the claim says.
        result: what the cells come to, in ones.
        says: how that is worked out.
    """
    rounding = read_rounding(value.rounding)
    if not rounding or _rounded(rounding, result) is not None:
        return ""
    return f"nothing is left of {says} when it is rounded {value.rounding}"


def _is_unit(mine: str, theirs: str) -> bool:
    """Whether a unit is the one that a claim has, or a word of it."""
    if same_unit(mine, theirs):
        return True
    words = mine.split()
    return len(words) > 1 and any(same_unit(word, theirs) for word in words)
