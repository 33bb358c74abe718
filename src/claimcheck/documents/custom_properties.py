"""Values that the sheets of a web page name (`--x: none`) and use by name (`display: var(--x)`)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcheck.documents.page_element import PageElement

_USE: Final = re.compile(r"var\(\s*(--[^\s,()]+)", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"(?:^|[;{\s])([\w-]+)\s*:\s*([^;{}]*var\([^;{}]*)", re.IGNORECASE)
_IN_BRACKETS: Final = r"[^()]*(?:\([^()]*\)[^()]*)*"
# A name, and what stands in the place of its value where it has none.
_WHOLE_USE: Final = re.compile(rf"var\(\s*(--[^\s,()]+)\s*(?:,({_IN_BRACKETS}))?\)", re.IGNORECASE)
_DEEPEST: Final = 10
_MOST_NAMES: Final = 300
_LONGEST: Final = 500  # characters of a value


def names_used(sheets: Iterable[str], properties: frozenset[str]) -> frozenset[str]:
    """Return the names, in small letters, on which the values of some properties depend.

    Args:
        sheets: the texts of sheets, and of elements' own styles.
        properties: the names of the properties whose values matter.
    """
    uses: dict[str, set[str]] = {}
    for sheet in sheets:
        if "var(" not in sheet:
            continue
        for name, value in _DECLARATION.findall(sheet):
            used = {use.lower() for use in _USE.findall(value)}
            uses.setdefault(name.lower(), set()).update(used)
    wanted = {use for name in properties for use in uses.get(name, ())}
    to_follow = list(wanted)
    while to_follow and len(wanted) < _MOST_NAMES:
        further = uses.get(to_follow.pop(), set()) - wanted
        wanted |= further
        to_follow += further
    return frozenset(wanted)


def resolve(
    declared: dict[PageElement, dict[str, str]], names: frozenset[str]
) -> dict[PageElement, dict[str, str]]:
    """Return what is declared for elements, with the values in the place of their names.

    A property that uses a name without a value is not declared, as browsers have it.

    Args:
        declared: what is declared for each element, the named values among it.
        names: the names that are followed; others stay as they are.
    """
    if not names:
        return declared
    resolved: dict[PageElement, dict[str, str]] = {}
    for element, values in declared.items():
        own = {}
        for name, value in values.items():
            if name.startswith("--"):
                continue
            whole = _resolved(element, value, declared, names) if "var(" in value else value
            if whole:
                own[name] = whole if name == "content" else whole.lower()
        if own:
            resolved[element] = own
    return resolved


def _resolved(
    element: PageElement,
    value: str,
    declared: Mapping[PageElement, Mapping[str, str]],
    names: frozenset[str],
) -> str:
    """Return a value with those that it names; "" where one of them has none.

    Args:
        element: the element for which it is declared.
        value: the value.
        declared: what is declared for each element.
        names: the names that are followed.
    """
    for _step in range(_DEEPEST):
        use = _WHOLE_USE.search(value)
        if use is None or use[1].lower() not in names:
            return value
        meaning = _inherited(element, use[1].lower(), declared)
        meaning = use[2] if meaning is None else meaning
        if meaning is None:
            return ""
        value = f"{value[: use.start()]}{meaning.strip()}{value[use.end() :]}"[:_LONGEST]
    return ""


def _inherited(
    element: PageElement, name: str, declared: Mapping[PageElement, Mapping[str, str]]
) -> str | None:
    around: PageElement | None = element
    while around is not None:
        value = declared.get(around, {}).get(name, "inherit")
        if value not in {"inherit", "unset"}:
            return None if value == "initial" else value
        around = around.getparent()
    return None
