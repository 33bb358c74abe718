"""The heads and feet that a spreadsheet prints: words among codes for their setting."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.office_flags import is_set
from claimcheck.documents.package import child, local
from claimcheck.text.pinned_text import Aside, AsideKind, clean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_CODE: Final = re.compile(
    r'&(?:"[^"]*"|K(?:[0-9A-Fa-f]{6}|\d\d[+-]\d{3})|\d{1,3}|(?P<code>.))', re.DOTALL
)
_PARTS: Final = frozenset("LCR")
# What it stands for is not in the file: a page's number, how many there are, a day, a time, a name.
_ELSEWHERE: Final = frozenset("PNDTZF")
_CONDITIONS: Final = {"first": "differentFirst", "even": "differentOddEven"}


def print_heads(sheet: Element | None, name: str, number: int) -> Iterator[Aside]:
    """Yield the heads and feet that are printed with a sheet, each once.

    Args:
        sheet: the sheet's element; None where there is none.
        name: the sheet's name, which heads may print.
        number: the sheet's place, from 1.
    """
    settings = child(sheet, "headerFooter")
    if settings is None:
        return
    written: set[tuple[AsideKind, str]] = set()
    for element in settings:
        tag = local(element)
        condition = next((_CONDITIONS[at] for at in _CONDITIONS if tag.startswith(at)), "")
        if condition and not is_set(settings, condition):
            continue
        kind = AsideKind.HEAD if tag.endswith("Header") else AsideKind.FOOT
        words = _words(element.text or "", name)
        if any(map(str.isalnum, words)) and (kind, words) not in written:
            written.add((kind, words))
            yield Aside(kind, words, str(number))


def _words(written: str, name: str) -> str:
    """Return the words of a head without its codes."""

    def meaning(hit: re.Match[str]) -> str:
        code = (hit["code"] or "").upper()
        if code in _PARTS:
            return "\n"
        if code in _ELSEWHERE:
            return "…"
        return {"&": "&", "A": name}.get(code, "")

    return " ".join(clean(_CODE.sub(meaning, written)).split())
