"""What is written in charts of OpenDocument files: titles, axes, names, numbers with labels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcheck.documents.chart_text import ChartText
from claimcheck.documents.package import attribute, child, local
from claimcheck.text.pinned_text import clean

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def open_chart_text(chart: Element, tree: Element) -> ChartText:
    """Return what is written in a chart.

    Args:
        chart: the chart (`chart:chart`).
        tree: the part that it stands in, with its styles.
    """
    lines = [_words(node) for node in chart.iter() if local(node) in {"title", "subtitle"}]
    styles = {
        attribute(node, "name"): {attribute(inner, "data-label-number") for inner in node}
        for node in tree.iter()
        if local(node) == "style"
    }
    labels = {
        label
        for node in chart.iter()
        if local(node) in {"series", "data-point", "plot-area"}
        for label in styles.get(attribute(node, "style-name"), ())
    }
    is_printed = bool(labels & {"value", "value-and-percentage"})
    has_legend = child(chart, "legend") is not None
    table = child(chart, "table")
    rows = [
        [_words(cell) for cell in row if local(cell) == "table-cell"]
        for row in (table.iter() if table is not None else ())
        if local(row) == "table-row"
    ]
    for at, row in enumerate(rows):
        cells = row if is_printed or not at else row[:1]  # of the others its category alone
        if (at or has_legend) and (line := "\t".join(cells).strip("\t")):
            lines.append(line)
    return ChartText([line for line in lines if line], has_silent_numbers=not is_printed)


def _words(element: Element) -> str:
    return clean(" ".join("".join(element.itertext()).split()))
