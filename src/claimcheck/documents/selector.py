"""Which elements of a page a selector of a style sheet means.

cssselect reads selectors. It would turn them into XPath, which looks at every element for every
selector; pages have thousands of both. Here a selector is compared only with the elements that have
the class, id or name at its end, and the number of comparisons is bounded. What stands in brackets
(`:is`, `:where`, `:not`, `:has`) is parsed here: cssselect knows only the simplest of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, TypeAlias

from cssselect import parser as css

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcheck.documents.page_element import PageElement

    Tree: TypeAlias = "css.Tree | _Among"
    # A list in brackets, each selector with what parts it from the element: "" but for `has`.
    Alternatives = tuple[tuple[str, Tree], ...]

_LIST: Final = re.compile(r":(is|where|not|has|-webkit-any|-moz-any)\(", re.IGNORECASE)
_LIST_NAME: Final = "\ufdd0"  # no class of a page has it: it is no character
_DEEPEST: Final = 5
_IN_BRACKETS: Final = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\]]*\]")
_NAMES: Final = re.compile(r"[.#](?:[\w-]|\\.|[^\x00-\x7f])+")
_ESCAPE: Final = re.compile(r"\\(.)")
_LONGEST: Final = 2000
# What counts an element's place: whether among those of its name, and whether from the first.
_COUNTED: Final = {
    "nth-child": (False, True), "nth-last-child": (False, False),
    "nth-of-type": (True, True), "nth-last-of-type": (True, False),
}  # fmt: skip
_BESIDE: Final = ("", "before", "after")


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector as cssselect parsed it, with the names that an element and its ancestors need.

    Attributes:
        tree: the selector.
        specificity: how exact it is.
        needed: the names without which nothing can match.
        end: the rarest name of the element itself.
        beside: `before` or `after` where it means what is written there; "" for elements.
    """

    tree: Tree
    specificity: tuple[int, int, int]
    needed: frozenset[str]
    end: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class _Among:
    """An element that is, or is not, what one of a list of selectors in brackets means.

    Attributes:
        selector: what it is besides.
        role: the list's name: `is`, `where`, `not` or `has`.
        alternatives: the list, each with what parts it from the element: "" but for `has`.
    """

    selector: Tree
    role: str
    alternatives: Alternatives

    def specificity(self) -> tuple[int, int, int]:
        """How exact it is: as the most exact of the list."""
        ids, classes, names = self.selector.specificity()
        if self.role == "where":
            return ids, classes, names
        most = max((tree.specificity() for _, tree in self.alternatives), default=(0, 0, 0))
        return ids + most[0], classes + most[1], names + most[2]

    @property
    def only(self) -> Tree | None:
        """The one selector of the list that must hold; None where there is a choice."""
        alone = len(self.alternatives) == 1 and self.role != "not"
        return self.alternatives[0][1] if alone else None


@lru_cache(maxsize=4096)
def selectors_of(text: str) -> tuple[Selector, ...]:
    """Return the selectors of a list that mean elements, or what is written beside them.

    Those that cannot be understood are left out.
    Each stands by itself, so that one that is too new does not undo the others.
    """
    if len(text) > _LONGEST:
        return ()
    return tuple(selector for part in parted(text) if (selector := _selector(part)) is not None)


def parted(text: str) -> list[str]:
    """Part a list at its commas, but not at those in brackets or quotation marks."""
    parts, depth, start, quoted = [], 0, 0, ""
    for at, sign in enumerate(text):
        if quoted:
            quoted = "" if sign == quoted else quoted
        elif sign in "\"'":
            quoted = sign
        elif sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign == "," and depth == 0:
            parts.append(text[start:at].strip())
            start = at + 1
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _selector(text: str) -> Selector | None:
    try:
        return _parsed(text, 0)
    except (css.SelectorError, ValueError, TypeError, AttributeError, RecursionError):
        return None


def _parsed(text: str, depth: int) -> Selector | None:
    """Return a selector; None for what is written beside an element and cannot be read.

    Args:
        text: the selector.
        depth: how many brackets it stands in.
    """
    lists: dict[str, tuple[str, Alternatives]] = {}
    while hit := _LIST.search(text):
        end = _closing(text, hit.end())
        role = hit[1].lower()
        role = "is" if role.endswith("any") else role
        name = f"{_LIST_NAME}{len(lists)}"
        lists[name] = (role, tuple(_alternatives(role, text[hit.end() : end], depth + 1)))
        text = f"{text[: hit.start()]}.{name}{text[end + 1 :]}"
    (selector,) = css.parse(text)
    beside = selector.pseudo_element or ""
    if beside not in _BESIDE:
        return None
    tree = _with_lists(selector.parsed_tree, lists)
    return Selector(tree, tree.specificity(), frozenset(_needed(tree)), _end(tree), beside)


def _closing(text: str, start: int) -> int:
    """Return where the bracket that was opened before a place is closed.

    Raises:
        ValueError: it is not.
    """
    depth = 1
    for at in range(start, len(text)):
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        if not depth:
            return at
    raise ValueError


def _alternatives(role: str, text: str, depth: int) -> Iterator[tuple[str, Tree]]:
    """Yield the selectors of a list; those of `is` and `where` that cannot be read are passed over.

    Args:
        role: the list's name.
        text: what stands in its brackets.
        depth: how many brackets it stands in.

    Raises:
        ValueError: it is nested too deeply, or one of a list that must be read whole is not.
    """
    if depth > _DEEPEST:
        raise ValueError
    for part in parted(text):
        between, rest = "", part
        if role == "has":
            between = part[0] if part[0] in ">+~" else " "
            rest = part.removeprefix(between).strip()
        try:
            selector = _parsed(rest, depth)
        except css.SelectorError:
            selector = None
        if selector is not None and not selector.beside:
            yield between, selector.tree
        elif role not in {"is", "where"}:
            raise ValueError


def _with_lists(tree: Tree, lists: dict[str, tuple[str, Alternatives]]) -> Tree:
    """Return a tree with the lists where their names stand as classes."""
    if not lists:
        return tree
    for part in ("selector", "subselector"):
        if (inner := getattr(tree, part, None)) is not None:
            setattr(tree, part, _with_lists(inner, lists))
    if isinstance(tree, css.Class) and tree.class_name in lists:
        return _Among(tree.selector, *lists[tree.class_name])
    return tree


def _needed(tree: Tree | None) -> Iterator[str]:
    """Return the classes (`.x`), ids (`#x`) and names (`x`) without which nothing can match."""
    while tree is not None:
        if isinstance(tree, css.Class):
            yield f".{tree.class_name}"
        elif isinstance(tree, css.Hash):
            yield f"#{tree.id}"
        elif isinstance(tree, css.Element) and tree.element:
            yield tree.element.lower()
        elif isinstance(tree, css.CombinedSelector):
            yield from _needed(tree.subselector)
        elif isinstance(tree, _Among):
            yield from _needed(tree.only)
        tree = getattr(tree, "selector", None)


def _end(tree: Tree) -> str:
    """Return the rarest name that the element itself has: its id, a class, its tag, or nothing."""
    return min(_names(tree), key=lambda name: "#.".find(name[0]) % 3, default="")


def _names(tree: Tree | None) -> Iterator[str]:
    """Yield the id (`#x`), classes (`.x`) and tag (`x`) that the element itself must have."""
    if isinstance(tree, css.CombinedSelector):
        tree = tree.subselector
    while tree is not None:
        if isinstance(tree, css.Hash):
            yield f"#{tree.id}"
        elif isinstance(tree, css.Class):
            yield f".{tree.class_name}"
        elif isinstance(tree, css.Element) and tree.element:
            yield tree.element.lower()
        elif isinstance(tree, _Among) and tree.role != "has":
            yield from _names(tree.only)
        tree = getattr(tree, "selector", None)


class Matcher:
    """Looks for the elements that selectors mean, in one page, within a number of steps.

    Attributes:
        elements: the page's elements in order.
        complete: whether the steps were enough so far.
    """

    def __init__(self, tree: PageElement, steps: int) -> None:
        self.elements = [element for element in tree.iter() if isinstance(element.tag, str)]
        self.complete = True
        self._steps = steps
        self._root = tree
        self._parent: dict[PageElement, PageElement | None] = {}
        self._before: dict[PageElement, PageElement | None] = {}
        self._classes: dict[PageElement, frozenset[str]] = {}
        self._named: dict[str, list[PageElement]] = defaultdict(list)
        last: dict[PageElement | None, PageElement] = {}
        for element in self.elements:
            parent = element.getparent()
            self._parent[element] = parent
            self._before[element] = last.get(parent)
            last[parent] = element
            self._named[element.tag.lower()].append(element)
            if names := element.get("class"):
                classes = frozenset(names.split())
                self._classes[element] = classes
                for name in classes:
                    self._named[f".{name}"].append(element)
            if own := element.get("id"):
                self._named[f"#{own}"].append(element)

    def may_have(self, text: str) -> bool:
        """Whether the page has every class and id that a selector names, judged by its text."""
        plain = _IN_BRACKETS.sub("", text)
        return all(_ESCAPE.sub(r"\1", name) in self._named for name in _NAMES.findall(plain))

    def knows(self, selector: Selector) -> bool:
        """Whether the page has all the names that a selector needs."""
        return all(name in self._named for name in selector.needed)

    def matching(self, selector: Selector) -> list[PageElement]:
        """Return the elements that a selector means; none once the steps are used up."""
        candidates: Sequence[PageElement] = self.elements
        if selector.end:
            candidates = self._named.get(selector.end, ())
        return [candidate for candidate in candidates if self._matches(selector.tree, candidate)]

    def _matches(self, tree: Tree, element: PageElement) -> bool:  # noqa: C901, PLR0911 - one branch a kind of selector
        self._steps -= 1
        if self._steps < 0:
            self.complete = False
            return False
        if isinstance(tree, css.Element):
            return not tree.element or tree.element.lower() == element.tag.lower()
        if isinstance(tree, css.CombinedSelector):
            return self._combined(tree, element)
        if not self._matches(tree.selector, element):
            return False
        if isinstance(tree, css.Class):
            return tree.class_name in self._classes.get(element, ())
        if isinstance(tree, css.Hash):
            return element.get("id") == tree.id
        if isinstance(tree, css.Attrib):
            return _has_attribute(tree, element)
        if isinstance(tree, _Among):
            return self._among(tree, element)
        if isinstance(tree, css.Pseudo):
            return self._pseudo(tree.ident.lower(), element)
        if isinstance(tree, css.Function):
            return self._function(tree, element)
        return False

    def _combined(self, tree: css.CombinedSelector, element: PageElement) -> bool:
        if not self._matches(tree.subselector, element):
            return False
        step = self._before if tree.combinator in {"+", "~"} else self._parent
        other = step.get(element)
        while other is not None:
            if self._matches(tree.selector, other):
                return True
            if tree.combinator in {"+", ">"}:
                return False
            other = step.get(other)
        return False

    def _among(self, tree: _Among, element: PageElement) -> bool:
        holds = any(
            self._matches(alternative, other)
            for between, alternative in tree.alternatives
            for other in self._beside(between, element)
        )
        return holds != (tree.role == "not")

    def _beside(self, between: str, element: PageElement) -> Iterator[PageElement]:
        """Yield what a selector in brackets may mean: the element itself, or others in `has`."""
        if between in {"+", "~"}:
            other = self._after(element)
            while other is not None:
                yield other
                other = self._after(other) if between == "~" else None
        elif between:
            others = element.iterchildren() if between == ">" else element.iterdescendants()
            yield from (other for other in others if isinstance(other.tag, str))
        else:
            yield element

    def _pseudo(self, name: str, element: PageElement) -> bool:
        first, last = self._before.get(element) is None, self._after(element) is None
        holds = {
            "root": element is self._root,
            "scope": element is self._root,
            "defined": "-" not in element.tag,
            "link": element.tag == "a" and element.get("href") is not None,
            "any-link": element.tag == "a" and element.get("href") is not None,
            "first-child": first,
            "last-child": last,
            "only-child": first and last,
            "empty": len(element) == 0 and not (element.text or ""),
            "checked": element.get("checked") is not None,
            "disabled": element.get("disabled") is not None,
            "enabled": element.get("disabled") is None,
        }
        if name.endswith("-of-type"):
            sides = {"first": (True,), "last": (False,), "only": (True, False)}
            checked = sides.get(name.removesuffix("-of-type"), ())
            return bool(checked) and all(
                self._count(element, same_type=True, before=side) == 1 for side in checked
            )
        # States such as `hover` are not those of a page that has just been opened.
        return holds.get(name, False)

    def _function(self, tree: css.Function, element: PageElement) -> bool:
        name = tree.name.lower()
        if name not in _COUNTED:
            return False
        step, first = css.parse_series(tree.arguments)
        same_type, before = _COUNTED[name]
        place = self._count(element, same_type=same_type, before=before) - first
        return place == 0 if step == 0 else place % step == 0 and place // step >= 0

    def _count(self, element: PageElement, *, same_type: bool, before: bool) -> int:
        """Return an element's place among its parent's children, from 1.

        Args:
            element: the element.
            same_type: only those of its name count.
            before: it is counted from the first, not from the last.
        """
        neighbour = self._before.get if before else self._after
        count, other = 1, neighbour(element)
        while other is not None:
            self._steps -= 1
            count += not same_type or other.tag == element.tag
            other = neighbour(other)
        return count

    def _after(self, element: PageElement) -> PageElement | None:
        other = element.getnext()
        while other is not None and not isinstance(other.tag, str):
            other = other.getnext()
        return other


def _has_attribute(tree: css.Attrib, element: PageElement) -> bool:  # noqa: PLR0911 - one line an operator
    value = element.get(tree.attrib.lower())
    if value is None:
        return False
    if tree.operator == "exists":
        return True
    wanted = str(getattr(tree.value, "value", tree.value) or "")
    if getattr(tree, "flag", None) == "i":
        value, wanted = value.lower(), wanted.lower()
    if tree.operator == "=":
        return value == wanted
    if tree.operator == "~=":
        return wanted in value.split()
    if tree.operator == "|=":
        return value == wanted or value.startswith(f"{wanted}-")
    if not wanted:
        return False
    if tree.operator == "^=":
        return value.startswith(wanted)
    if tree.operator == "$=":
        return value.endswith(wanted)
    return tree.operator == "*=" and wanted in value
