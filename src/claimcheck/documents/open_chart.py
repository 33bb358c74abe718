"""The words in charts of OpenDocument files: titles, axes, names, numbers with labels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.chart_text import ChartText
from claimcheck.documents.package import attribute, child, children, local
from claimcheck.text.pinned_text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PRINTED: Final = frozenset({"value", "value-and-percentage"})
_OWN_COLUMN: Final = re.compile(r"local-table\.\$?([A-Z]{1,3})")
_LONGEST_COUNT: Final = 6  # digits of how often a point is repeated


def open_chart_text(chart: Element, tree: Element) -> ChartText:
    """Return what is written in a chart.

    Args:
        chart: the chart (`chart:chart`).
        tree: the part that it stands in, with its styles.
    """
    lines = [_words(node) for node in chart.iter() if local(node) in {"title", "subtitle"}]
    labels, scales = _labels(tree, "data-label-number"), _labels(tree, "display-label")
    has_legend = child(chart, "legend") is not None
    table = child(chart, "table")
    rows = [
        [_words(cell) for cell in children(row, "table-cell")]
        for row in (table.iter() if table is not None else ())
        if local(row) == "table-row"
    ]
    printed = _printed(chart, labels, len(rows))
    is_silent = any(
        attribute(axis, "dimension") == "y" and scales.get(attribute(axis, "style-name")) == "true"
        for axis in chart.iter()
        if local(axis) == "axis"
    )
    for at, row in enumerate(rows):
        # Of a number without a label its category alone is seen.
        cells = [
            cell if not (at and column) or (column, at) in printed else ""
            for column, cell in enumerate(row)
        ]
        is_silent = is_silent or cells != row
        if (at or has_legend) and (line := "\t".join(cells).strip("\t")):
            lines.append(line)
    return ChartText([line for line in lines if line], has_silent_numbers=is_silent or not rows)


def _printed(chart: Element, labels: dict[str, str], rows: int) -> set[tuple[int, int]]:
    """Return which cells of a chart's table, by column and row from 0, stand beside what is drawn.

    Args:
        chart: the chart.
        labels: what each style says of labels.
        rows: how many rows the table has.
    """
    printed: set[tuple[int, int]] = set()
    area = child(chart, "plot-area")
    of_all = labels.get(attribute(area, "style-name"), "") if area is not None else ""
    for number, series in enumerate(children(area, "series"), 1):
        of_series = labels.get(attribute(series, "style-name")) or of_all
        points: list[str] = []
        for point in children(series, "data-point"):
            label = labels.get(attribute(point, "style-name")) or of_series
            repeats = attribute(point, "repeated")
            is_short = repeats.isdecimal() and len(repeats) <= _LONGEST_COUNT
            points += [label] * min(int(repeats) if is_short else 1, rows)
        points += [of_series] * rows
        column = _column(attribute(series, "values-cell-range-address")) or number
        printed |= {(column, row) for row in range(1, rows) if points[row - 1] in _PRINTED}
    return printed


def _column(address: str) -> int:
    """Return the column of the chart's own table that an address names, from 0; 0 for another."""
    hit = _OWN_COLUMN.match(address)
    column = 0
    for letter in hit[1] if hit else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    return max(0, column - 1)


def _labels(tree: Element, name: str) -> dict[str, str]:
    """Return what styles say of a property of charts, by their names."""
    return {
        attribute(node, "name"): next(filter(None, (attribute(inner, name) for inner in node)), "")
        for node in tree.iter()
        if local(node) == "style"
    }


def _words(element: Element) -> str:
    return clean(" ".join("".join(element.itertext()).split()))
