"""The numbers that Word sets before paragraphs: `§ 3`, `5.1`, `(b)`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from claimcheck.documents.numerals import numeral
from claimcheck.documents.package import attribute, child, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PLACE: Final = re.compile(r"%(\d)")
_LARGEST: Final = 100_000


@dataclass(frozen=True, slots=True)
class _Level:
    """How paragraphs of a level are numbered."""

    start: int = 1
    format: str = "decimal"
    text: str = ""


@dataclass(slots=True)
class _List:
    """A list: its levels, and how far each has counted."""

    levels: dict[int, _Level]
    reached: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The lists of a document, which count while its paragraphs are read.

    Args:
        tree: the part `numbering.xml`; None where there is none.
    """

    def __init__(self, tree: Element | None) -> None:
        self._lists: dict[str, _List] = {}
        self._of: dict[str, str] = {}
        for element in tree if tree is not None else ():
            if local(element) == "abstractNum":
                name = attribute(element, "abstractNumId")
                self._lists[name] = _List(dict(_levels(element)))
            elif local(element) == "num":
                self._number(element)

    def label(self, number: str, level: int) -> str:
        """Return what stands before the next paragraph of a list; "" for a bullet or no list.

        Args:
            number: the list's `numId`.
            level: the paragraph's level, from 0.
        """
        current = self._lists.get(self._of.get(number, ""))
        rule = current.levels.get(level) if current else None
        if current is None or rule is None:
            return ""
        current.reached[level] = current.reached.get(level, rule.start - 1) + 1
        for deeper in [reached_level for reached_level in current.reached if reached_level > level]:
            del current.reached[deeper]
        if rule.format in {"bullet", "none"}:
            return ""
        return _PLACE.sub(lambda place: self._value(current, int(place[1]) - 1), rule.text).strip()

    def _value(self, current: _List, level: int) -> str:
        rule = current.levels.get(level, _Level())
        return numeral(current.reached.get(level, rule.start), rule.format)

    def _number(self, element: Element) -> None:
        number, base = attribute(element, "numId"), child(element, "abstractNumId")
        name = attribute(base, "val") if base is not None else ""
        changes = [override for override in element if local(override) == "lvlOverride"]
        if changes and name in self._lists:
            levels = dict(self._lists[name].levels)
            for change in changes:
                at, start = _whole(attribute(change, "ilvl")), child(change, "startOverride")
                level = levels.get(at, _Level())
                if start is not None:
                    levels[at] = _Level(_whole(attribute(start, "val")), level.format, level.text)
                levels |= dict(_levels(change))
            name = f"{name} {number}"
            self._lists[name] = _List(levels)
        self._of[number] = name


def _levels(element: Element) -> list[tuple[int, _Level]]:
    levels = []
    for level in element:
        if local(level) != "lvl":
            continue
        values = {
            local(setting): attribute(setting, "val")
            for setting in level
            if local(setting) in {"start", "numFmt", "lvlText"}
        }
        rule = _Level(
            _whole(values.get("start", "1"), 1), values.get("numFmt", "decimal"),
            values.get("lvlText", ""),
        )  # fmt: skip
        levels.append((_whole(attribute(level, "ilvl")), rule))
    return levels


def _whole(text: str, otherwise: int = 0) -> int:
    return min(int(text), _LARGEST) if text.isdecimal() else otherwise
