"""Words that the styles of a web page generate: numbers of lists, `content`, counters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

import tinycss2

from claimcheck.documents.numerals import numeral

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.documents.page_element import PageElement

_LISTS: Final = frozenset({"ol", "ul", "menu", "dir"})
_FORMS: Final = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
}  # fmt: skip
_ATTRIBUTE_FORMS: Final = {
    "1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman",
}  # fmt: skip
_DEFAULTS: Final = frozenset({"", "revert", "initial", "unset", "inherit"})
_WHOLE: Final = re.compile(r"\s*([+-]?\d{1,9})")
_PAIR: Final = re.compile(r"([^\s()]+)(?:\s+([+-]?\d{1,9}))?")
# Pictures of fonts for icons, which no other font has letters for.
_PICTURES: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
# Arrows, bullets and lines are ornaments: who quotes a sentence leaves them out.
_SAYS: Final = re.compile(r"[^\W_]|[.,:;!?…()\[\]\"'“”„‚‘’«»‹›–—/%‰°$€£¥§&+=±−≤≥≈≠-]")
_ESCAPED_END: Final = re.compile(r"[\n\r]+")
_LONGEST: Final = 1000  # characters beside an element
_DEEPEST: Final = 20
_MOST_COUNTERS: Final = 1000


def list_number(
    item: PageElement,
    declared: Mapping[PageElement, Mapping[str, str]],
    reached: dict[PageElement, int],
) -> str:
    """Count an item of a list, and return the number that a browser sets before it.

    Args:
        item: the item, which is shown.
        declared: what the page's sheets declare for its elements.
        reached: how far each list has counted; this item is added.

    Returns:
        The number with its full stop; "" for a bullet, or where none is shown.
    """
    owner = next((outer for outer in item.iterancestors() if outer.tag in _LISTS), None)
    if owner is None:
        return ""
    step = -1 if owner.get("reversed") is not None else 1
    if (own := _whole(item.get("value"))) is not None:
        number = own
    elif owner in reached:
        number = reached[owner] + step
    else:
        start = _whole(owner.get("start"))
        last = sum(1 for child in owner if child.tag == "li") if step < 0 else 1
        number = last if start is None else start
    reached[owner] = number
    if declared.get(item, {}).get("display", "").split(" ")[0] not in {*_DEFAULTS, "list-item"}:
        return ""
    form = _form(item, owner, declared)
    return f"{numeral(number, _FORMS[form])}." if form in _FORMS else ""


def _form(
    item: PageElement, owner: PageElement, declared: Mapping[PageElement, Mapping[str, str]]
) -> str:
    """Return how the items of a list are counted, by the nearest that says so.

    Args:
        item: an item.
        owner: the list.
        declared: what the page's sheets declare for its elements.
    """
    for element in (item, *item.iterancestors()):
        form = declared.get(element, {}).get("list-style-type", "")
        if form not in _DEFAULTS:
            return form
        if kind := _ATTRIBUTE_FORMS.get((element.get("type") or "").strip()):
            return kind
        if element is owner:
            break
    return "decimal" if owner.tag == "ol" else "disc"


def _whole(text: str | None) -> int | None:
    hit = _WHOLE.match(text or "")
    return int(hit[1]) if hit else None


@dataclass(slots=True)
class Counters:
    """The counters of a page (`counter-reset`, `counter-increment`), while it is walked over.

    A counter is seen by the element that begins it, by its later siblings, and by all in them.
    """

    _values: dict[str, list[int]] = field(default_factory=dict)
    _begun: list[list[str]] = field(default_factory=lambda: [[]])

    def enter(self) -> None:
        """Go into an element."""
        self._begun.append([])

    def leave(self) -> None:
        """Leave the element that was entered last: counters that began in it are over."""
        for name in self._begun.pop():
            self._values[name].pop()

    def count(self, declared: Mapping[str, str]) -> None:
        """Begin and move the counters that are declared for an element, or for what is beside it.

        Args:
            declared: what the page's sheets declare for it.
        """
        for name, value in _pairs(declared.get("counter-reset", ""), 0):
            if name not in self._begun[-1]:
                self._begun[-1].append(name)
                self._values.setdefault(name, []).append(value)
            self._values[name][-1] = value
        for name, value in _pairs(declared.get("counter-increment", ""), 1):
            self._reached(name)[-1] += value
        for name, value in _pairs(declared.get("counter-set", ""), 0):
            self._reached(name)[-1] = value

    def values(self, name: str) -> list[int]:
        """Return how far a counter has counted, the outermost one first."""
        return self._values.get(name) or [0]

    def _reached(self, name: str) -> list[int]:
        values = self._values.setdefault(name, [])
        if not values:
            self._begun[-1].append(name)
            values.append(0)
        return values


def counts(declared: Mapping[str, str]) -> bool:
    """Whether a counter begins or moves by what is declared for an element."""
    return any(name.startswith("counter-") for name in declared)


def content(element: PageElement, value: str, counters: Counters) -> str:
    """Return the words that are written before or after an element.

    Args:
        element: the element.
        value: what is declared as its `content`.
        counters: how far the page has counted.

    Returns:
        The words; "" where there are none, or pictures and ornaments alone.
    """
    parts: list[str] = []
    for token in tinycss2.parse_component_value_list(value, skip_comments=True):
        if token.type == "string":
            parts.append(token.value)
        elif token.type == "function":
            parts.append(_made(element, token, counters))
        elif token.type == "ident":
            parts.append({"open-quote": "“", "close-quote": "”"}.get(token.lower_value, ""))
        elif token.type == "literal" and token.value == "/":
            break  # what follows is read out in its place
    words = _PICTURES.sub("", _ESCAPED_END.sub(" ", "".join(parts)[:_LONGEST]))
    return words if _SAYS.search(words) or not words.strip() else ""


def _made(element: PageElement, function: Any, counters: Counters) -> str:
    arguments = [
        token.value if token.type == "string" else token.lower_value
        for token in function.arguments
        if token.type in {"ident", "string"}
    ]
    if not arguments:
        return ""
    if function.lower_name == "attr":
        return element.get(arguments[0]) or ""
    if function.lower_name not in {"counter", "counters"}:
        return ""
    all_values = counters.values(arguments[0])
    between, rest = "", arguments[1:]
    if function.lower_name == "counter":
        all_values = all_values[-1:]
    elif rest:
        between, rest = rest[0], rest[1:]
    form = rest[0] if rest else "decimal"
    if form not in _FORMS:
        return ""
    return between.join(numeral(value, _FORMS[form]) for value in all_values[-_DEEPEST:])


def _pairs(value: str, otherwise: int) -> list[tuple[str, int]]:
    if value in {*_DEFAULTS, "none"}:
        return []
    hits = _PAIR.findall(value)[:_MOST_COUNTERS]
    return [(name, int(number) if number else otherwise) for name, number in hits]
