"""Whether the text of an OpenDocument cell is its number: programs show the number, in a format.

The file has both. A program makes the text anew when it opens the file, so that a text which is
another number is seen by nobody.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from claimcheck.documents.package import attribute

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_KINDS: Final = frozenset({"float", "currency", "percentage"})
_VALUE: Final = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?(?:[eE][+-]?\d{1,3})?")
_SHOWN: Final = re.compile(r"(?P<sign>[-−–(]\s?)?(?P<digits>\d(?:[\d.,'’ \u00a0\u2009\u202f]*\d)?)")
# Fractions, powers of ten, numbers of telephones: no single number stands there.
_OTHER_FORM: Final = re.compile(r"\d\s?[/eE×:⁄-]\s?[+-]?\d|[¼-¾⅐-⅞]")
_DECIMALS: Final = re.compile(r"[.,](\d+)\Z")
_SHARES: Final = {"%": 2, "‰": 3}
_IN_THOUSANDS: Final = (0, 3, 6, 9)  # powers of ten that a format may leave out


def value_in_place_of(cell: Element, text: str) -> str:
    """Return the number of a cell as the file has it, where its text is another one; else "".

    Args:
        cell: the cell.
        text: the words in it.
    """
    if attribute(cell, "value-type") not in _KINDS:
        return ""
    value = attribute(cell, "value").strip()
    shown = list(_SHOWN.finditer(text))
    if len(shown) != 1 or _OTHER_FORM.search(text) or not _VALUE.fullmatch(value):
        return ""
    return "" if _is_shown(Decimal(value), shown[0], text) else value


def _is_shown(value: Decimal, shown: re.Match[str], text: str) -> bool:
    """Whether a number may be shown so: rounded, in per cent, in thousands, without its sign."""
    if value > 0 and shown["sign"] and not shown["sign"].startswith("–"):
        return False
    digits = re.sub(r"\D", "", shown["digits"])
    decimals = _DECIMALS.search(shown["digits"])
    places = {0, len(decimals[1]) if decimals else 0}
    share = next((power for sign, power in _SHARES.items() if sign in text), 0)
    return any(
        abs(abs(value).scaleb(place + share - left_out) - int(digits)) < 1
        for place in places
        for left_out in _IN_THOUSANDS
    )
