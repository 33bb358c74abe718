"""A formula of an office document (OMML) on one line: x^2, (a+b)/2, √x."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.formula import grouped
from claimcheck.documents.package import attribute, child, child_value, local

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element


def linear(element: Element) -> str:
    """Return a formula on one line, with `^` before what is raised and `_` before what is lowered.

    Args:
        element: an `oMath` element, or one in it.
    """
    name = local(element)
    if name == "t":
        return element.text or ""
    if name.endswith("Pr"):
        return ""
    arrange = _ARRANGED.get(name)
    return arrange(element) if arrange else "".join(map(linear, element))


def _part(element: Element, name: str) -> str:
    part = child(element, name)
    return linear(part).strip() if part is not None else ""


def _property(element: Element, properties: str, name: str) -> str:
    return child_value(child(element, properties), name)


def _limits(element: Element) -> str:
    below, above = _part(element, "sub"), _part(element, "sup")
    return (f"_{grouped(below)}" if below else "") + (f"^{grouped(above)}" if above else "")


def _delimited(element: Element) -> str:
    properties = child(element, "dPr")
    signs = {"begChr": "(", "endChr": ")", "sepChr": "|"}
    for name in signs:
        mark = child(properties, name)
        if mark is not None:
            signs[name] = attribute(mark, "val")
    inner = signs["sepChr"].join(linear(part) for part in element if local(part) == "e")
    return f"{signs['begChr']}{inner}{signs['endChr']}"


def _fraction(element: Element) -> str:
    return f"{grouped(_part(element, 'num'))}/{grouped(_part(element, 'den'))}"


def _root(element: Element) -> str:
    degree = _part(element, "deg")
    return f"√{f'[{degree}]' if degree else ''}{grouped(_part(element, 'e'))}"


def _sum(element: Element) -> str:
    sign = _property(element, "naryPr", "chr") or "∫"
    return f"{sign}{_limits(element)} {_part(element, 'e')}"


def _limited(element: Element) -> str:
    mark = "_" if local(element) == "limLow" else "^"
    return f"{_part(element, 'e')}{mark}{grouped(_part(element, 'lim'))}"


def _rows(element: Element) -> str:
    rows = (child for child in element if local(child) in {"mr", "e"})
    return "; ".join(
        ", ".join(map(linear, row)) if local(row) == "mr" else linear(row) for row in rows
    )


_ARRANGED: Final[dict[str, Callable[[Element], str]]] = {
    "acc": lambda element: _part(element, "e") + (_property(element, "accPr", "chr") or "\u0302"),
    "d": _delimited,
    "eqArr": _rows,
    "f": _fraction,
    "func": lambda element: f"{_part(element, 'fName')} {_part(element, 'e')}",
    "limLow": _limited,
    "limUpp": _limited,
    "m": _rows,
    "nary": _sum,
    "rad": _root,
    "sPre": lambda element: f"{_limits(element)}{_part(element, 'e')}",
    "sSub": lambda element: f"{_part(element, 'e')}{_limits(element)}",
    "sSubSup": lambda element: f"{_part(element, 'e')}{_limits(element)}",
    "sSup": lambda element: f"{_part(element, 'e')}{_limits(element)}",
}
