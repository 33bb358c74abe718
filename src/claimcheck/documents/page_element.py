"""The type of an element of a page: lxml, which parses pages, has no types of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableMapping


class PageElement(Protocol):
    """What is used of an element that lxml parsed.

    Attributes:
        tag: its name. Comments and instructions have a function in its place; who walks over all
            nodes passes them over.
        text: what stands before its first child, if anything.
        tail: what stands behind it, before its next sibling.
        attrib: its attributes.
    """

    tag: str
    text: str | None
    tail: str | None
    attrib: MutableMapping[str, str]

    def __len__(self) -> int:
        """Return how many children it has."""

    def __hash__(self) -> int:
        """Return the same for the same element."""

    def get(self, name: str, /) -> str | None:
        """Return the value of an attribute; None where it has none of that name."""

    def getparent(self) -> PageElement | None:
        """Return the element around it; None for the root."""

    def getnext(self) -> PageElement | None:
        """Return its next sibling."""

    def getprevious(self) -> PageElement | None:
        """Return its previous sibling."""

    def __iter__(self) -> Iterator[PageElement]:
        """Yield its children."""

    def iter(self, *tags: str) -> Iterator[PageElement]:
        """Yield it and all that is in it, in order; only those of some names, if any are given."""

    def iterancestors(self, *tags: str) -> Iterator[PageElement]:
        """Yield the elements around it, the nearest first."""

    def iterchildren(self) -> Iterator[PageElement]:
        """Yield its children."""

    def iterdescendants(self) -> Iterator[PageElement]:
        """Yield all that is in it, in order."""

    def itertext(self) -> Iterator[str]:
        """Yield the pieces of its text, in order."""

    def text_content(self) -> str:
        """Return all of its text in one."""

    def drop_tree(self) -> None:
        """Take it out of its page, with all that is in it and without its tail."""

    def xpath(self, path: str, /) -> object:
        """Return what an XPath expression comes to."""
