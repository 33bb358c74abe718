"""Flags of office files, by the words of the standard that each format follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import attribute, child

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Office Open XML: the words of ST_OnOff, which has those of xsd:boolean among it. Programs take
# any other word, as the value of a flag that is written, for on.
_OFF: Final = frozenset({"0", "false", "off"})


def is_on(value: str, *, otherwise: bool) -> bool:
    """Whether a flag of Office Open XML (Word, Excel, PowerPoint, charts) is on.

    Args:
        value: what is written; "" where nothing is.
        otherwise: what holds where nothing is written.
    """
    return value.strip().lower() not in _OFF if value else otherwise


def is_set(element: Element | None, name: str, *, otherwise: bool = False) -> bool:
    """Whether a flag of Office Open XML that is an attribute is on.

    Args:
        element: the element that has it; None where there is none.
        name: the attribute's name, without its space.
        otherwise: what holds where it is not written.
    """
    return is_on("" if element is None else attribute(element, name), otherwise=otherwise)


def has_flag(element: Element | None, name: str) -> bool:
    """Whether a flag of Office Open XML that is an element of its own is there, and on.

    Args:
        element: the element that it stands in; None where there is none.
        name: the flag's name, as `strike` in `<strike val="0"/>`: without a value it is on.
    """
    flag = child(element, name)
    return flag is not None and is_set(flag, "val", otherwise=True)


def is_open_set(element: Element, name: str, *, otherwise: bool = False) -> bool:
    """Whether a flag of OpenDocument is on: its one pair of words is `true` and `false`.

    Args:
        element: the element that has it.
        name: the attribute's name, without its space.
        otherwise: what holds where it is not written, or is neither word.
    """
    return {"true": True, "false": False}.get(attribute(element, name), otherwise)
