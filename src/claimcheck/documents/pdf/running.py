"""Running heads and feet, and the numbers that pages bear in them.

They stand between two halves of a sentence where a page ends in it. What repeats from page to page
near an edge, at one height, is a head or a foot, whatever numbers in it change.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from claimcheck.documents.pdf.flow import leading_of
from claimcheck.documents.pdf.glyphs import level
from claimcheck.documents.pdf.sheet import words_of
from claimcheck.text.pinned_text import AsideKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.documents.pdf.cells import Cell
    from claimcheck.documents.pdf.sheet import Sheet

NO_LABEL: Final = "-"  # of a page that bears no number where others do

_MOST_ROWS: Final = 6  # that are looked at: a head or a foot has fewer
_NEAR_EDGE: Final = 0.2  # of the page's height
_GAP: Final = 1.25  # times the usual distance between lines, below a head or above a foot
_SAME_HEIGHT: Final = 3.0  # points
_FEWEST_PAGES: Final = 3  # that share a head, where there are so many
_FEW_PAGES: Final = 3
_ROWS_ON_FEW: Final = 2  # of a head, where there are few pages to tell it from a copy
_NUMBER: Final = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_AROUND_NUMBER: Final = "-–—·|[]()."
_ANY_NUMBER: Final = "#"
_WORDS_OF_NUMBER: Final = 4  # page 3 of 12


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line near the edge of a page: what is the same on other pages, its height, its numbers."""

    row: list[Cell]
    pattern: str
    height: float
    numbers: tuple[str, ...]


def mark_running(sheets: Sequence[Sheet]) -> None:
    """Tell heads and feet from the flow on all pages of a document."""
    for kind in (AsideKind.HEAD, AsideKind.FOOT):
        edges = [_outermost(sheet, kind) for sheet in sheets]
        running = _running(edges)
        few = sum(map(bool, edges)) <= _FEW_PAGES
        for sheet, near in zip(sheets, edges, strict=True):
            taken = _outer_part(near, running, leading_of(sheet.flow()))
            # A page that is like another as a whole is a copy, and has no head.
            most = min(_ROWS_ON_FEW if few else _MOST_ROWS - 1, len(sheet.flow()) - 1)
            if 0 < len(taken) <= most:
                _take(sheet, taken, kind)


def printed_labels(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the numbers that pages bear in their heads and feet.

    Args:
        sheets: the pages, whose heads and feet are told.

    Returns:
        A label for each page, `NO_LABEL` where there is none; nothing where these are the numbers
        of the pages in the file, or too few bear one.
    """
    shift = _shift(sheets, roman=False)
    if shift is None:
        return ()
    front = _shift(sheets, roman=True)
    labels = []
    for sheet in sheets:
        if sheet.number > shift:
            labels.append(str(sheet.number - shift))
        else:
            romans = (
                number
                for number in sheet.numbers
                if not number.isdigit() and sheet.number - _value(number) == front
            )
            labels.append(next(romans, NO_LABEL))
    return tuple(labels)


def _shift(sheets: Sequence[Sheet], *, roman: bool) -> int | None:
    """Return by how much the pages' numbers in the file are larger than those that they bear."""
    shifts: Counter[int] = Counter()
    for sheet in sheets:
        own = {
            sheet.number - _value(number)
            for number in sheet.numbers
            if number.isdigit() is not roman
        }
        shifts.update(own - {0})
    if not shifts:
        return None
    shift, count = shifts.most_common(1)[0]
    enough = roman or 2 * count >= len(sheets)
    return shift if enough and count >= min(_FEWEST_PAGES, len(sheets)) else None


def _take(sheet: Sheet, edges: Sequence[_Edge], kind: AsideKind) -> None:
    taken = {id(edge.row) for edge in edges}
    for at, row in enumerate(sheet.rows):
        if id(row) not in taken:
            continue
        sheet.running[at] = kind
        words = words_of(row).split()
        ends = {words[0].strip(_AROUND_NUMBER), words[-1].strip(_AROUND_NUMBER)} if words else ()
        sheet.numbers += [word for word in ends if _NUMBER.fullmatch(word)]


def _outermost(sheet: Sheet, kind: AsideKind) -> list[_Edge]:
    """Return the lines nearest to the upper or lower edge of a page, the outermost first."""
    flow = sheet.flow()
    if not flow:
        return []
    turn = Counter(row[0].turn for row in flow).most_common(1)[0][0]
    _left, bottom, _right, top = level(sheet.frame, turn)
    reach = _NEAR_EDGE * (top - bottom)
    rows = [row for row in flow if row[0].turn == turn]
    if kind is AsideKind.HEAD:
        near = [row for row in rows if row[0].base > top - reach]
    else:
        near = [row for row in rows if row[0].base < bottom + reach]
    near.sort(key=lambda row: row[0].base, reverse=kind is AsideKind.HEAD)
    outermost = [_edge(row) for row in near[:_MOST_ROWS]]
    return list(takewhile(lambda edge: not _goes_on(edge), outermost))


def _goes_on(edge: _Edge) -> bool:
    """Whether a line goes on with a sentence: its first letter is small, and it is no `page iv`."""
    is_number = _ANY_NUMBER in edge.pattern and len(edge.pattern.split()) <= _WORDS_OF_NUMBER
    return edge.row[0].text[:1].islower() and not is_number


def _edge(row: list[Cell]) -> _Edge:
    words = " ".join(words_of(row).split())
    numbers = tuple(_NUMBER.findall(words))
    return _Edge(row, _NUMBER.sub(_ANY_NUMBER, words), row[0].base, numbers)


def _running(edges: Sequence[Sequence[_Edge]]) -> list[tuple[str, float]]:
    """Return what runs from page to page: patterns, and the heights at which they stand."""
    places: dict[str, list[tuple[int, _Edge]]] = defaultdict(list)
    for page, near in enumerate(edges):
        for edge in near:
            places[edge.pattern].append((page, edge))
    fewest = min(_FEWEST_PAGES, max(2, sum(map(bool, edges))))
    running = []
    for pattern, edges_at in places.items():
        for height in {round(edge.height) for _page, edge in edges_at}:
            alike = [edge_at for edge_at in edges_at if _is_level(edge_at[1], height)]
            pages = {page for page, _edge in alike}
            if len(pages) >= fewest and (any(map(str.isalpha, pattern)) or _counts(alike)):
                running.append((pattern, float(height)))
    return running


def _outer_part(
    near: Sequence[_Edge], running: Sequence[tuple[str, float]], leading: float
) -> list[_Edge]:
    """Return the lines from the edge on that run from page to page, up to a gap if there is one."""
    taken: list[_Edge] = []
    for edge in near:
        if not any(
            edge.pattern == pattern and _is_level(edge, height) for pattern, height in running
        ):
            break
        taken.append(edge)
    for count in range(len(taken), 0, -1):
        following = near[count : count + 1]
        if not following or abs(near[count - 1].height - following[0].height) > _GAP * leading:
            return taken[:count]
    return taken


def _is_level(edge: _Edge, height: float) -> bool:
    return abs(edge.height - height) <= _SAME_HEIGHT


def _counts(edges: Sequence[tuple[int, _Edge]]) -> bool:
    """Whether the numbers of lines that hold nothing else go up with the pages."""
    steps = Counter(page - _value(number) for page, edge in edges for number in edge.numbers)
    return bool(steps) and 2 * steps.most_common(1)[0][1] > len(edges)


def _value(number: str) -> int:
    """Return the value of a number, which may be a Roman one."""
    if number.isdigit():
        return int(number[:9])
    values = [_ROMAN[sign] for sign in number.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-digit if digit < following else digit for digit, following in pairs)
