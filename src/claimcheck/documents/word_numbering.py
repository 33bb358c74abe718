"""The numbers that Word sets before paragraphs: `§ 3`, `5.1`, `(b)`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents.numerals import numeral
from claimcheck.documents.office_flags import has_flag
from claimcheck.documents.package import attribute, child, child_value, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACE: Final = re.compile(r"%(\d)")
_LARGEST: Final = 100_000
_EACH: Final = 9  # levels


@dataclass(frozen=True, slots=True)
class _Level:
    """How paragraphs of a level are numbered.

    Attributes:
        start: the first number.
        format: how it is written, as `numeral` takes it; `bullet` or `none` for no number.
        text: what is printed, with `%1` for the number of the first level.
        restart: the level, from 1, that lets this one begin again, as do those before it; 0 for
            none. Nothing says that each does.
        is_legal: all its numbers are decimal.
    """

    start: int = 0
    format: str = "decimal"
    text: str = ""
    restart: int = _EACH
    is_legal: bool = False


@dataclass(slots=True)
class _List:
    """A list: its levels, how far each has counted, and where it begins when it is first used.

    Lists that are made of one another count together.
    """

    levels: dict[int, _Level]
    reached: dict[int, int] = field(default_factory=dict)
    begins: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, which count while its paragraphs are read.

    Args:
        tree: the part `numbering.xml`; None where there is none.
    """

    def __init__(self, tree: Element | None) -> None:
        self._bases: dict[str, _List] = {}
        self._lists: dict[str, _List] = {}
        for element in tree if tree is not None else ():
            if local(element) == "abstractNum":
                name = attribute(element, "abstractNumId")
                self._bases[name] = _List(dict(_levels(element)))
            elif local(element) == "num":
                self._number(element)

    def label(self, number: str, level: int) -> str:
        """Return what stands before the next paragraph of a list; "" for a bullet or no list.

        Args:
            number: the list's `numId`.
            level: the paragraph's level, from 0.
        """
        current = self._lists.get(number)
        rule = current.levels.get(level) if current else None
        if current is None or rule is None:
            return ""
        begin = current.begins.pop(level, None)
        if begin is not None:
            current.reached[level] = begin - 1
        current.reached[level] = current.reached.get(level, rule.start - 1) + 1
        for upper in range(level):
            start = current.levels.get(upper, rule).start
            current.reached.setdefault(upper, start)
        for deeper in [reached_level for reached_level in current.reached if reached_level > level]:
            if level < current.levels.get(deeper, _Level()).restart:
                del current.reached[deeper]
        if rule.format == "bullet":
            return ""
        return _PLACE.sub(lambda place: _value(current, int(place[1]) - 1, rule), rule.text).strip()

    def _number(self, element: Element) -> None:
        origin = self._bases.get(child_value(element, "abstractNumId"))
        if origin is None:
            return
        levels, begins = dict(origin.levels), {}
        for change in element:
            if local(change) != "lvlOverride":
                continue
            levels |= dict(_levels(change))
            start = child(change, "startOverride")
            if start is not None:
                begins[_whole(attribute(change, "ilvl"))] = _whole(attribute(start, "val"))
        self._lists[attribute(element, "numId")] = _List(levels, origin.reached, begins)


def _value(current: _List, level: int, rule: _Level) -> str:
    """The number of a level, in a paragraph that another level's rule numbers."""
    own = current.levels.get(level, _Level())
    if own.format in {"bullet", "none"}:
        return ""
    form = "decimal" if rule.is_legal else own.format
    return numeral(current.reached.get(level, own.start), form)


def _levels(element: Element) -> list[tuple[int, _Level]]:
    levels = []
    for level in element:
        if local(level) != "lvl":
            continue
        values = {local(setting): attribute(setting, "val") for setting in level}
        rule = _Level(
            _whole(values.get("start", "0")), values.get("numFmt", "decimal"),
            values.get("lvlText", ""), _whole(values.get("lvlRestart", ""), _EACH),
            is_legal=has_flag(level, "isLgl"),
        )  # fmt: skip
        levels.append((_whole(attribute(level, "ilvl")), rule))
    return levels


def _whole(text: str, otherwise: int = 0) -> int:
    return min(int(text), _LARGEST) if text.isdecimal() else otherwise
