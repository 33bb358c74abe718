"""The words in charts of office files: titles, axes, legends, and numbers that are labelled.

A chart draws its numbers. Those that stand beside a bar or a point are text; the others are not,
since nobody can read them off to the last digit.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Final, NamedTuple

from claimcheck.documents import flow
from claimcheck.documents.drawing_text import plain_text
from claimcheck.documents.number_format import shown
from claimcheck.documents.office_flags import has_flag, is_set
from claimcheck.documents.package import attribute, child, child_value, children, local
from claimcheck.text.pinned_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from claimcheck.documents.package import Package

SILENT: Final = (
    "numbers that its charts draw and do not print, and the scales beside them, are not read"
)
UNREAD: Final = "charts are not read"
_NEW_KINDS: Final = (
    "/chartex}"  # waterfalls, maps and others of Office 2016, which are kept otherwise
)
_UNITS: Final = {
    "hundreds": 2, "thousands": 3, "tenThousands": 4, "hundredThousands": 5, "millions": 6,
    "tenMillions": 7, "hundredMillions": 8, "billions": 9, "trillions": 12,
}  # fmt: skip
_MOST_POINTS: Final = 5000
_LARGEST: Final = 300  # digits of a number
_LONGEST_PLACE: Final = 9  # digits of a point's number


@dataclass(slots=True)
class ChartText:
    """The words in a chart.

    Attributes:
        lines: its titles, then a line each category, with its labels, cells parted by tabs.
        has_silent_numbers: it draws numbers that it does not print, or has a scale.
    """

    lines: list[str] = field(default_factory=list)
    has_silent_numbers: bool = False


@dataclass(slots=True)
class _Series:
    """The numbers of a chart that have one colour.

    Attributes:
        name: what the legend calls them.
        categories: what each is of, by number.
        groups: what stands over the categories from one on, the outermost first.
        labels: what is printed beside each, by number.
        is_printed: all have a label.
    """

    name: str
    categories: dict[int, str]
    groups: dict[int, list[str]]
    labels: dict[int, str]
    is_printed: bool


def chart_in(package: Package, part: str) -> ChartText | None:
    """Return what is written in a chart of an office file, with what is drawn over it.

    None where there is no such part, or it is of a kind that is not read.
    """
    tree = package.tree(part)
    if tree is None or _NEW_KINDS in tree.tag:
        return None
    text = chart_text(tree)
    for _id, kind, name in package.related(part):
        drawing = package.tree(name) if kind == "chartUserShapes" else None
        if drawing is not None and (words := " ".join(plain_text(drawing).split())):
            text.lines.append(words)
    return text


def chart_text(tree: Element) -> ChartText:
    """Return what is written in a chart.

    Args:
        tree: the chart's part (`c:chartSpace`).
    """
    chart = child(tree, "chart")
    area = child(chart, "plotArea")
    axes = [axis for axis in _nodes(area) if local(axis).endswith("Ax")]
    divisors = {child_value(axis, "axId"): _divisor(axis) for axis in axes}
    table = child(area, "dTable") is not None
    series = [
        _series(node, group, _divisor_of(group, divisors), has_table=table)
        for group in _nodes(area)
        for node in children(group, "ser")
    ]
    titles = [_title(child(chart, "title"), series)]
    titles += [_title(child(axis, "title"), []) for axis in axes if not has_flag(axis, "delete")]
    text = ChartText([title for title in titles if title])
    names_shown = child(chart, "legend") is not None
    is_pie = any(local(group).startswith(("pie", "doughnut", "ofPie")) for group in _nodes(area))
    categories_shown = (
        names_shown
        if is_pie
        else any(
            local(axis) in {"catAx", "dateAx"} and not has_flag(axis, "delete") for axis in axes
        )
    )
    text.lines += _rows(
        series,
        names_shown=(names_shown and not is_pie) or table,
        of_all=categories_shown or table,
    )
    has_scale = any(map(_has_scale, axes))
    text.has_silent_numbers = has_scale or not all(entry.is_printed for entry in series)
    return text


def _rows(series: list[_Series], *, names_shown: bool, of_all: bool) -> list[str]:
    """Return a head with the series' names, and a line each category.

    Args:
        series: the numbers.
        names_shown: whether the legend names them.
        of_all: whether all categories are shown, and not only those with a label.
    """
    head = ["", *(entry.name for entry in series)] if names_shown else []
    names: dict[int, str] = {}
    groups: dict[int, list[str]] = {}
    for entry in series:
        names = {**entry.categories, **names}
        groups = groups or entry.groups
    numbers = {at for entry in series for at in entry.labels} | (set(names) if of_all else set())
    rows = [head] if any(head) else []
    for at in sorted(numbers)[:_MOST_POINTS]:
        rows += [[group] for group in groups.get(at, ()) if of_all]
        name = names.get(at, "") if of_all else ""
        rows.append([name, *(entry.labels.get(at, "") for entry in series)])
    if any(head) and not any(entry.labels for entry in series):
        rows[0] = head[1:]
    return [line for row in rows if (line := "\t".join(row).strip("\t"))]


class _Point(NamedTuple):
    """A number of a chart.

    Attributes:
        text: the number.
        code: the number format of its cell; "" where it has none.
        series: the name of its colour.
        category: what it is of.
        cell: the words of the cell that may be printed beside it.
        divisor: what it is divided by before it is shown.
        total: what the numbers of its colour come to.
    """

    text: str
    code: str
    series: str
    category: str
    cell: str
    divisor: Decimal
    total: Decimal

    def value(self, code: str = "") -> str:
        """Return it as it is shown.

        Args:
            code: the number format of its label; "" for that of its cell.
        """
        return clean(shown(_divided(self.text, self.divisor), code or self.code or "General"))

    def percent(self, code: str = "0%") -> str:
        """Return its share of all numbers of its colour; "" where they come to nothing.

        Args:
            code: the number format.
        """
        return clean(shown(str(_number(self.text) / self.total), code)) if self.total else ""

    def meaning(self, field_type: str) -> str | None:
        """Return what stands in a label in the place of a field; None for a field of another kind.

        Args:
            field_type: the kind of the field.
        """
        return {
            "CELLRANGE": self.cell, "VALUE": self.value(), "YVALUE": self.value(),
            "CATEGORYNAME": self.category, "XVALUE": self.category, "SERIESNAME": self.series,
            "PERCENTAGE": self.percent(),
        }.get(field_type)  # fmt: skip


def _series(element: Element, group: Element, divisor: Decimal, *, has_table: bool) -> _Series:
    """Return the numbers of a colour, and what is printed of them.

    Args:
        element: them.
        group: the bars, lines and so on that they belong to.
        divisor: what each is divided by before it is shown.
        has_table: whether the chart prints its numbers below it.
    """
    categories = {at: text for at, text, _code in _points(child(element, "cat"))}
    name = _words(child(element, "tx"))
    values = child(element, "val")
    numbers = list(_points(values if values is not None else child(element, "yVal")))
    own = child(element, "dLbls")
    labels = own if own is not None else child(group, "dLbls")
    cells = _cells_of_labels(element)
    total = sum((_number(text) for _at, text, _code in numbers), Decimal(0))
    points = {
        at: _Point(text, code, name, categories.get(at, ""), cells.get(at, ""), divisor, total)
        for at, text, code in numbers
    }
    own_labels = list(_own_labels(own, points))
    printed = {at: text for at, text in own_labels if text}
    if labels is not None and not has_flag(labels, "delete"):
        hidden = {at for at, text in own_labels if not text}
        for at, point in points.items():
            if at not in printed and at not in hidden and (label := _label(labels, point)):
                printed[at] = label
    # Programs differ in whether they divide the numbers of a table.
    for at, text, code in numbers if has_table and divisor == 1 else ():
        number = clean(shown(text, code or "General"))
        printed[at] = "; ".join(dict.fromkeys(filter(None, (number, printed.get(at)))))
    groups = _groups(child(element, "cat"))
    return _Series(name, categories, groups, printed, len(printed) >= len(numbers))


def _label(labels: Element, point: _Point) -> str:
    """Return what is printed of a number; "" for nothing.

    Args:
        labels: what is asked to be printed.
        point: the number.
    """
    own_code = child(labels, "numFmt")
    is_own = own_code is not None and not is_set(own_code, "sourceLinked", otherwise=True)
    code = attribute(own_code, "formatCode") if own_code is not None and is_own else ""
    parts = [point.cell] if _prints_cells(labels) else []
    if has_flag(labels, "showSerName"):
        parts.append(point.series)
    if has_flag(labels, "showCatName"):
        parts.append(point.category)
    if has_flag(labels, "showVal"):
        parts.append(point.value(code))
    if has_flag(labels, "showPercent"):
        parts.append(point.percent(code if "%" in code else "0%"))
    return "; ".join(filter(None, parts))


def _prints_cells(labels: Element) -> bool:
    """Whether labels are to have the words of other cells (`Value From Cells`)."""
    nodes = (node for node in _nodes(child(labels, "extLst")) for node in node.iter())
    return any(local(node) == "showDataLabelsRange" and is_set(node, "val") for node in nodes)


def _cells_of_labels(series: Element) -> dict[int, str]:
    """Return the words of the cells that may be printed beside the numbers of a colour."""
    extensions = _nodes(child(series, "extLst"))
    ranges = (child(node, "datalabelsRange") for node in extensions)
    caches = (cache for cells in ranges if (cache := child(cells, "dlblRangeCache")) is not None)
    return {at: text for cache in caches for at, text, _code in _points_in(cache, "")}


def _groups(categories: Element | None) -> dict[int, list[str]]:
    """Return what stands over categories, such as years over months."""
    cache = child(child(categories, "multiLvlStrRef"), "multiLvlStrCache")
    groups: dict[int, list[str]] = {}
    for level in reversed(children(cache, "lvl")[1:]):
        for at, words, _code in _points_in(level, ""):
            groups.setdefault(at, []).append(words)
    return groups


def _divisor(axis: Element) -> Decimal:
    """Return what the numbers of an axis are divided by, as one that counts in millions."""
    units = child(axis, "dispUnits")
    own, built_in = child_value(units, "custUnit"), child_value(units, "builtInUnit")
    divisor = _number(own) if own else Decimal(10) ** _UNITS.get(built_in, 0)
    return divisor if divisor > 0 else Decimal(1)


def _divisor_of(group: Element, divisors: dict[str, Decimal]) -> Decimal:
    axes = [attribute(axis, "val") for axis in children(group, "axId")]
    return next((divisors[axis] for axis in axes if divisors.get(axis, 1) != 1), Decimal(1))


def _divided(text: str, divisor: Decimal) -> str:
    return f"{_number(text) / divisor:f}" if divisor != 1 and _number(text) else text


def _has_scale(axis: Element) -> bool:
    is_shown = not has_flag(axis, "delete") and child_value(axis, "tickLblPos") != "none"
    return local(axis) == "valAx" and is_shown


def _own_labels(labels: Element | None, points: dict[int, _Point]) -> Iterator[tuple[int, str]]:
    """Yield the labels that somebody wrote, or took away: point, words.

    Args:
        labels: the labels of a colour.
        points: its numbers, by which fields in labels are filled.
    """
    for label in children(labels, "dLbl"):
        at = child_value(label, "idx")
        if not _is_place(at):
            continue
        text = child(label, "tx")
        if text is not None and (point := points.get(int(at))) is not None:
            text = _filled(text, point)
        words = _words(text)
        if words or has_flag(label, "delete"):
            yield int(at), words


def _filled(label: Element, point: _Point) -> Element:
    """Return a label with what its fields mean: a file holds `[CELLRANGE]` in their places."""
    if not any(local(node) == "fld" for node in label.iter()):
        return label
    label = copy.deepcopy(label)
    for node in label.iter():
        meaning = point.meaning(attribute(node, "type")) if local(node) == "fld" else None
        words = child(node, "t")
        if meaning is not None and words is not None:
            words.text = meaning
    return label


def _title(title: Element | None, series: list[_Series]) -> str:
    """Return a title; one without words of its own is the name of the only series."""
    if title is None:
        return ""
    if child(title, "tx") is not None:
        return _words(child(title, "tx"))
    return series[0].name if len(series) == 1 else ""


def _words(text: Element | None) -> str:
    """Return a text that is written here, or kept from cells."""
    if text is None:
        return ""
    rich = child(text, "rich")
    if rich is not None:
        return " ".join(plain_text(rich).split())
    return " ".join(words for _at, words, _code in _points(text))


def _points(element: Element | None) -> Iterator[tuple[int, str, str]]:
    """Yield what is kept of cells: point, content, its format."""
    for kind in ("strRef", "numRef", "multiLvlStrRef", ""):
        holder = child(element, kind) if kind else element
        for cache in _nodes(holder):
            if not local(cache).endswith(("Cache", "Lit")):
                continue
            code = child(cache, "formatCode")
            levels = children(cache, "lvl")[:1] or [cache]
            yield from _points_in(levels[0], code.text or "" if code is not None else "")


def _points_in(level: Element, code: str) -> Iterator[tuple[int, str, str]]:
    for point in children(level, "pt"):
        at, value = attribute(point, "idx"), child(point, "v")
        if _is_place(at) and value is not None:
            words = " ".join((value.text or "").split())
            yield int(at), clean(words), attribute(point, "formatCode") or code


def _is_place(text: str) -> bool:
    return text.isdecimal() and len(text) < _LONGEST_PLACE


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return Decimal(0)
    return number if number.is_finite() and abs(number.adjusted()) < _LARGEST else Decimal(0)


def _nodes(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def in_paragraphs(lines: list[str]) -> str:
    """Return lines as a walk emits them: a table by itself."""
    return (
        flow.PARAGRAPH
        + flow.SOFT_LINE.join(line.replace("\t", flow.TAB) for line in lines)
        + flow.PARAGRAPH
    )
