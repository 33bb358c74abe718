"""A formula of a web page (MathML) on one line: x^2, a/b, √(x)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAVES: Final = frozenset({"mi", "mn", "mo", "mtext", "ms"})
_LEFT_OUT: Final = frozenset({"annotation", "annotation-xml", "mphantom"})
_DEEPEST: Final = 60


class MathElement(Protocol):
    """An element of a formula, as lxml or the standard library parsed it.

    Attributes:
        tag: its name.
    """

    tag: str

    def __iter__(self) -> Iterator[MathElement]:
        """Yield its children."""

    def itertext(self) -> Iterator[str]:
        """Yield the pieces of its text, in order."""


def linear(element: MathElement, depth: int = 0) -> str:
    """Return a formula on one line, with `^` before what is raised and `_` before what is lowered.

    Args:
        element: a `math` element, or one in it.
        depth: how deep it stands; what is nested deeper than 60 levels is left out.
    """
    tag = element.tag if isinstance(element.tag, str) else ""
    tag = tag.rpartition("}")[2].rpartition(":")[2].lower()
    if tag in _LEFT_OUT or depth > _DEEPEST:
        return ""
    if tag in _LEAVES:
        return " ".join("".join(element.itertext()).split())
    parts = [linear(child, depth + 1) for child in element if isinstance(child.tag, str)]
    return _arranged(tag, parts)


def _arranged(tag: str, parts: list[str]) -> str:  # noqa: PLR0911 - one line a kind of element
    first, second, third = (*parts, "", "", "")[:3]
    if tag in {"msup", "mover"} and second:
        return f"{first}^{grouped(second)}"
    if tag in {"msub", "munder"} and second:
        return f"{first}_{grouped(second)}"
    if tag in {"msubsup", "munderover"}:
        return f"{first}_{grouped(second)}^{grouped(third)}"
    if tag == "mfrac":
        return f"{grouped(first)}/{grouped(second)}"
    if tag == "msqrt":
        return f"√{grouped(''.join(parts))}"
    if tag == "mroot":
        return f"√[{second}]{grouped(first)}"
    if tag == "mtr":
        return "\t".join(parts)
    if tag == "mtable":
        return "; ".join(parts)
    return "".join(parts)


def grouped(text: str) -> str:
    """Return a part of a formula, in brackets where it has several letters or signs."""
    return text if text.isalnum() or len(text) == 1 else f"({text})"
