"""What a browser shows of a web page, in reading order, as a pinned text.

The walk goes over the page as lxml parsed it, with what its own style sheets declare, and without
scripts. Everything that is seen is kept, furniture included; nothing that is hidden is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from lxml import etree

from claimcheck.documents import flow
from claimcheck.documents.generated import Counters, content, counts, list_number
from claimcheck.documents.hidden import (
    HIDDEN_TAGS,
    Seen,
    block_like,
    hides,
    is_struck,
    on_ground,
    seen_in,
)
from claimcheck.text import pinned_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcheck.documents.page_element import PageElement
    from claimcheck.documents.stylesheet import PageStyles

_SPACE: Final = re.compile(r"[ \t\n\r\f]+")
# Parts of a drawing that are not drawn where they stand.
_UNDRAWN: Final = frozenset(
    {"clippath", "defs", "desc", "marker", "mask", "metadata", "pattern", "symbol", "title"}
)
_ROWS: Final = frozenset({"tr"})
_CELLS: Final = frozenset({"td", "th"})
_EPUB_TYPE: Final = "{http://www.idpf.org/2007/ops}type"
_INLINE_BOXES: Final = frozenset({"inline-block", "inline-flex", "inline-table", "inline-grid"})
# Of an element by itself: what sheets say of margins is not followed.
_MARGIN: Final = re.compile(r"(?:margin|padding)(?:-left|-right)?\s*:[^;]*[1-9]")
_BOXES: Final = frozenset({"checkbox", "radio"})
_TYPED: Final = frozenset(
    {"text", "search", "email", "url", "tel", "number", "submit", "button", "reset", "date"}
)
_NOTE_CLASS: Final = re.compile(
    r"footnote|noteref|fnref|reference|citation|\bnote\b", re.IGNORECASE
)
_BACK: Final = re.compile(r"#.*ref", re.IGNORECASE)
_MATH_IMAGE: Final = re.compile(r"math|latex|\btex\b|equation", re.IGNORECASE)
_WRAPPED_TEX: Final = re.compile(r"\{\\(?:displaystyle|textstyle)\s+(.*)\}", re.DOTALL)
# Browsers show nothing for these.
_INVISIBLE: Final = re.compile(r"[\x80-\x9f]")
_MOST_CELLS: Final = 50
_MOST_OPTIONS: Final = 2_000
_LONGEST_MARK: Final = 12
_LONGEST_SYMBOL: Final = 8
_FIRST_SYMBOL: Final = 0x2000  # what lies below are dashes, letters and marks, no pictures


Frame = Callable[["PageElement"], str]


@dataclass(frozen=True, slots=True)
class PageText:
    """What is seen of a page.

    Attributes:
        text: the flow, in the form of a pinned text.
        struck: what is struck out, in order.
        hidden: the elements that are not shown, the topmost ones.
        hidden_words: how many words they hold.
        folded_words: how many words stand in sections that a reader has to open.
    """

    text: str
    struck: tuple[str, ...] = ()
    hidden: tuple[PageElement, ...] = ()
    hidden_words: int = 0
    folded_words: int = 0

    @property
    def words(self) -> int:
        """How many words are seen."""
        return len(self.text.split())


def page_text(tree: PageElement, styles: PageStyles, frame: Frame) -> PageText:
    """Return what is seen of a page.

    Args:
        tree: the page, as lxml parsed it.
        styles: what its style sheets declare.
        frame: what is seen in a frame, given its element.
    """
    walk = _Walk(styles, frame)
    walk.over(tree)
    struck = tuple(text for text in map(flow.finished, walk.struck) if text)
    return PageText(
        flow.finished("".join(walk.pieces)),
        tuple(" ".join(text.split()) for text in struck),
        tuple(walk.hidden),
        walk.hidden_words,
        walk.folded_words,
    )


@dataclass(slots=True)
class _Table:
    """Cells that reach down into the rows below, by column: how many rows are left."""

    reaching: dict[int, int] = field(default_factory=dict)
    column: int = 0


class _Walk:
    """Goes over a tree without recursion, since pages nest as deeply as they like."""

    def __init__(self, styles: PageStyles, frame: Frame) -> None:
        self.pieces: list[str] = []
        self.struck: list[str] = []
        self.hidden: list[PageElement] = []
        self.hidden_words = 0
        self.folded_words = 0
        self._declared = styles.declared
        self._beside = {"before": styles.before, "after": styles.after}
        self._ground = styles.ground
        self._frame = frame
        self._counters = Counters()
        self._counted = any(
            counts(values)
            for of_elements in (styles.declared, *self._beside.values())
            for values in of_elements.values()
        )
        self._reached: dict[PageElement, int] = {}
        self._numbers: list[tuple[PageElement, str]] = []
        self._buffers: list[list[str]] = []
        self._readings: list[list[str]] = []
        self._tables: list[_Table] = []
        self._quotes = 0
        self._steps: list[tuple[Any, ...]] = []
        self._slotted: list[PageElement] = []

    def over(self, root: PageElement) -> None:
        """Walk over a tree."""
        self._steps = [(self._open, root, Seen(ground=self._ground))]
        while self._steps:
            step, *arguments = self._steps.pop()
            step(*arguments)

    # ---- what is emitted

    def _emit(self, text: str) -> None:
        self.pieces.append(text)

    def _text(self, text: str, seen: Seen) -> None:
        if not seen.shown:
            self.hidden_words += len(text.split())
            return
        text = pinned_text.clean(_INVISIBLE.sub("", text.replace("\f", " ")))
        if seen.keeps_lines:
            text = (
                text.replace("\n", flow.KEPT_BREAK).replace("\t", " ").replace(" ", flow.KEPT_BLANK)
            )
        else:
            text = _SPACE.sub(" ", text)
        if text.strip():
            self._emit_numbers()
        self.pieces.append(text)

    def _emit_numbers(self) -> None:
        """Emit the numbers of the items that begin here."""
        self.pieces += [pinned_text.list_number(number) for _item, number in self._numbers]
        self._numbers.clear()

    def _later(self, *step: Any) -> None:
        self._steps.append(step)

    # ---- elements

    def _open(self, element: PageElement, seen: Seen) -> None:
        tag = element.tag
        if not isinstance(tag, str):
            return
        tag = tag.lower()
        # What hides a whole page does so until a script has run.
        declared = {} if tag in {"html", "body"} else self._declared.get(element, {})
        if tag in HIDDEN_TAGS:
            self._open_special(element, tag, seen)
            return
        if hides(element, tag, declared, seen):
            self.hidden.append(element)
            self.hidden_words += words_of(element)
            return
        inner = seen_in(tag, declared, seen)
        if not declared:
            inner = on_ground(self._declared.get(element, {}), inner)
        if self._counted:
            self._counters.count(self._declared.get(element, {}))
            self._counters.enter()
            self._later(self._counters.leave)
        if tag == "li" and (number := list_number(element, self._declared, self._reached)):
            self._numbers.append((element, number))
            self._later(self._drop_number, element)
        if inner.shown and is_struck(tag, declared) and _holds_words(element):
            self.hidden.append(element)
            self._set_aside()
        self._structure(element, tag, declared, seen, inner)

    def _structure(  # noqa: C901 - one branch a kind of element
        self,
        element: PageElement,
        tag: str,
        declared: Mapping[str, str],
        around: Seen,
        seen: Seen,
    ) -> None:
        display = declared.get("display", "").split(" ")[0]
        if tag == "br":
            self._emit(flow.LINE)
        elif tag in _CELLS or display == "table-cell":
            self._begin_cell(element)
            self._later(self._end_cell, element)
        elif tag in _ROWS or display == "table-row":
            self._begin_row()
            self._later(self._end_row)
        elif tag == "table":
            self._tables.append(_Table())
            self._emit(flow.PARAGRAPH)
            self._later(self._end_table)
        elif tag == "ruby":
            self._readings.append([])
            self._later(self._end_ruby)
        elif tag in {"rt", "rtc"}:
            self._begin_buffer()
            self._later(self._end_reading)
        elif tag == "q":
            if declared.get("quotes") != "none" and element not in self._beside["before"]:
                self._quotes += 1
                self._emit("“" if self._quotes % 2 else "‘")
                self._later(self._end_quote)
        elif mark := _shift(element, tag, declared):
            self._begin_shift(element, mark, seen)
            self._later(self._emit, flow.SHIFT_END)
        elif block_like(element, tag, declared, around):
            self._emit(flow.PARAGRAPH)
            self._later(self._emit, flow.PARAGRAPH)
        elif tag == "button":
            self._emit(flow.GAP)
            self._later(self._emit, flow.GAP)
        elif display in _INLINE_BOXES or _MARGIN.search(element.get("style") or ""):
            self._emit(flow.EDGE)
            self._later(self._emit, flow.EDGE)
        self._children(element, tag, seen)

    def _children(self, element: PageElement, tag: str, seen: Seen) -> None:
        if (root := _shadow_root(element)) is not None:
            self._slotted.append(element)
            self._later(self._leave_shadow)
            element, tag = root, "template"
        elif tag == "slot" and self._slotted:
            self._slot(element, seen)
            return
        folded = tag == "details" and element.get("open") is None
        steps = self._written_beside(element, "before", seen)
        if folded:
            self.folded_words += words_of(element) - words_of(_summary(element))
        elif element.text:
            steps.append((self._text, element.text, seen))
        summary = False
        for child in element:
            if folded and (summary or child.tag != "summary"):
                if isinstance(child.tag, str):
                    self.hidden.append(child)
            else:
                summary = summary or child.tag == "summary"
                steps.append((self._open, child, seen))
            if child.tail and not folded:
                steps.append((self._text, child.tail, seen))
        steps += self._written_beside(element, "after", seen)
        self._steps.extend(reversed(steps))

    def _begin_shift(self, element: PageElement, mark: str, seen: Seen) -> None:
        """Begin raised or lowered text: the number of an item that it opens stands before it."""
        if seen.shown and "".join(element.itertext()).strip():
            self._emit_numbers()
        self._emit(mark)

    # ---- what the style writes

    def _drop_number(self, item: PageElement) -> None:
        """Forget the number of an item without a text."""
        self._numbers = [number for number in self._numbers if number[0] is not item]

    def _written_beside(self, element: PageElement, side: str, seen: Seen) -> list[tuple[Any, ...]]:
        """Return the steps that emit what the style writes before or after an element's text."""
        if element not in self._beside[side]:
            return []
        return [(self._generate, element, side, seen)]

    def _generate(self, element: PageElement, side: str, around: Seen) -> None:
        """Emit what the style writes before or after an element's text."""
        declared = self._beside[side][element]
        if self._counted:
            self._counters.count(declared)
        seen = seen_in("", declared, around)
        words = content(element, declared["content"], self._counters)
        if not words or not seen.shown or hides(element, "", declared, around):
            return
        block = block_like(element, "", declared, around)
        if block and not words.strip():
            return
        self._emit(flow.PARAGRAPH if block else "")
        self._text(words, seen)
        self._emit(flow.PARAGRAPH if block else "")

    def _open_special(self, element: PageElement, tag: str, seen: Seen) -> None:
        """Emit what stands for an element whose content is no text of the page."""
        if not seen.shown or hides(element, tag, self._declared.get(element, {}), seen):
            return
        if tag == "input":
            self._input(element, seen)
        elif tag == "select":
            self._select(element, seen)
        elif tag == "img":
            self._text(_image(element), seen)
        elif tag in {"iframe", "frame"} and not _is_tiny(element):
            self._framed(element)
        elif tag == "math":
            from claimcheck.documents.formula import linear

            self._text(linear(element), seen)
        elif tag == "svg" and not _is_tiny(element):
            for drawn in element.iter("text"):
                if self._is_drawn(drawn, element):
                    self._emit(flow.PARAGRAPH)
                    self._text(_lettering(drawn), seen)
                    self._emit(flow.PARAGRAPH)

    def _input(self, element: PageElement, seen: Seen) -> None:
        """Emit what is typed into a field, or the box that it is."""
        kind = (element.get("type") or "text").lower()
        if kind in _TYPED:
            self._text(f" {element.get('value') or ''} ", seen)
        elif kind in _BOXES and self._declared.get(element, {}).get("appearance", "auto") != "none":
            is_on = element.get("checked") is not None
            self._emit(f" {pinned_text.form_box(is_on=is_on, is_round=kind == 'radio')}")

    def _select(self, element: PageElement, seen: Seen) -> None:
        """Emit what a field to choose from shows; a list box has a line for each."""
        mark = flow.LINE if _is_list_box(element) else " "
        for words in _chosen(element):
            self._emit(mark)
            self._text(words, seen)
        self._emit(mark)

    def _is_drawn(self, text: PageElement, drawing: PageElement) -> bool:
        """Whether lettering of a drawing is seen."""
        for outer in (text, *text.iterancestors()):
            if outer is drawing:
                break
            declared: dict[str, str] = {**outer.attrib, **self._declared.get(outer, {})}
            unseen = (
                hides(outer, outer.tag, declared, Seen()) or not seen_in("", declared, Seen()).shown
            )
            if unseen or outer.tag.lower() in _UNDRAWN or declared.get("fill") == "none":
                return False
        return True

    def _framed(self, element: PageElement) -> None:
        if text := self._frame(element):
            flow_text = text.replace("\n", flow.KEPT_BREAK).replace("\t", flow.TAB)
            self._emit(flow.PARAGRAPH + flow_text + flow.PARAGRAPH)

    # ---- shadow trees: a browser shows them, and in them what stands in their host

    def _leave_shadow(self) -> None:
        self._slotted.pop()

    def _slot(self, slot: PageElement, seen: Seen) -> None:
        host = self._slotted[-1]
        name = slot.get("name") or ""
        given: list[tuple[Any, ...]] = []
        if not name and host.text:
            given.append((self._text, host.text, seen))
        for child in host:
            is_given = isinstance(child.tag, str) and child.tag != "template"
            if is_given and (child.get("slot") or "") == name:
                given.append((self._open, child, seen))
            if not name and child.tail:
                given.append((self._text, child.tail, seen))
        if not given:
            self._children(slot, "", seen)
            return
        self._steps.extend(reversed(given))

    # ---- parts that are finished when they end

    def _begin_buffer(self) -> None:
        self._buffers.append(self.pieces)
        self.pieces = []

    def _end_buffer(self) -> str:
        text = "".join(self.pieces)
        self.pieces = self._buffers.pop()
        return text

    def _set_aside(self) -> None:
        self._begin_buffer()
        self._later(self._end_struck)

    def _end_struck(self) -> None:
        text = self._end_buffer()
        if text.strip():
            self.struck.append(text)

    def _end_quote(self) -> None:
        self._emit("”" if self._quotes % 2 else "’")
        self._quotes -= 1

    def _end_reading(self) -> None:
        reading = self._end_buffer().strip()
        if self._readings:
            self._readings[-1].append(reading)
        elif reading:
            self._emit(f"({reading})")

    def _end_ruby(self) -> None:
        reading = "".join(self._readings.pop())
        if reading:
            self._emit(f"({reading})")

    # ---- tables

    def _begin_row(self) -> None:
        self._begin_buffer()
        if self._tables:
            self._tables[-1].column = 0

    def _begin_cell(self, element: PageElement) -> None:
        if not self._tables:
            return
        table = self._tables[-1]
        while table.reaching.get(table.column, 0) > 0:
            table.reaching[table.column] -= 1
            table.column += 1
            self._emit(flow.CELL)
        wide, rows = _number(element.get("colspan")), _number(element.get("rowspan"))
        if rows > 1:
            for column in range(table.column, table.column + wide):
                table.reaching[column] = rows - 1
        table.column += wide

    def _end_cell(self, element: PageElement) -> None:
        self._emit(flow.CELL * _number(element.get("colspan")))

    def _end_row(self) -> None:
        content = self._end_buffer()
        self._emit(flow.SOFT_LINE + flow.row(content) + flow.SOFT_LINE)

    def _end_table(self) -> None:
        self._tables.pop()
        self._emit(flow.PARAGRAPH)


def _holds_words(element: PageElement) -> bool:
    """Whether a text has a letter or a digit; signs alone (`<s>#</s>name`) are struck by no one."""
    return any(map(str.isalnum, "".join(element.itertext())))


def _shift(element: PageElement, tag: str, declared: Mapping[str, str]) -> str:
    """Return the mark that begins raised or lowered text; nothing for text on the line."""
    align = declared.get("vertical-align", "")
    if tag == "a" and _is_called_note(element):
        return flow.NOTE
    if tag == "sub" or (align == "sub" and _is_short(element)):
        return flow.LOWERED
    if tag != "sup" and not (align == "super" and _is_short(element)):
        return ""
    return flow.NOTE if _leads_to_note(element) else flow.RAISED


def _is_called_note(link: PageElement) -> bool:
    """Whether a link that is not raised is called the mark of a note, as in books."""
    kinds = f"{link.get('role') or ''} {link.get('epub:type') or ''} {link.get(_EPUB_TYPE) or ''}"
    if not {"doc-noteref", "noteref"}.intersection(kinds.split()) or not _is_short(link):
        return False
    return not [*link.iter("sup"), *link.iterancestors("sup")]


def _is_short(element: PageElement) -> bool:
    return len("".join(element.itertext()).strip()) <= _LONGEST_MARK


def _leads_to_note(element: PageElement) -> bool:
    text = "".join(element.itertext()).strip()
    if not text or len(text) > _LONGEST_MARK:
        return text.startswith("[") and text.endswith("]")
    parent = element.getparent()
    around = [element, parent] if parent is not None and parent.tag in {"a", "span"} else [element]
    links = [*element.iter("a"), *(node for node in around if node.tag == "a")]
    targets = [link.get("href") or "" for link in links]
    if any(_BACK.search(target) for target in targets):
        return False
    if any(targets):
        return True
    return any(_NOTE_CLASS.search(node.get("class") or "") for node in (*around, *links))


def _shadow_root(element: PageElement) -> PageElement | None:
    for child in element:
        if child.tag == "template":
            mode = child.get("shadowrootmode") or child.get("shadowroot")
            return child if mode == "open" else None
    return None


def _is_tiny(element: PageElement) -> bool:
    sizes = (element.get("width") or "", element.get("height") or "")
    return any(size.strip().removesuffix("px") in {"0", "1"} for size in sizes)


def _is_list_box(select: PageElement) -> bool:
    return select.get("multiple") is not None or _number(select.get("size")) > 1


def _chosen(select: PageElement) -> list[str]:
    """Return what a field to choose from shows: all of a list box, else what is chosen."""
    options = [*select.iter("option")]
    if not _is_list_box(select):
        selected = [option for option in options if option.get("selected") is not None]
        options = selected[-1:] or options[:1]
    return [option.text_content() for option in options[:_MOST_OPTIONS]]


def _image(element: PageElement) -> str:
    """Return what a picture stands for where it is a sign among words: an emoji, a formula."""
    alternative = element.get("alt") or ""
    symbols = alternative.strip()
    if symbols and len(symbols) <= _LONGEST_SYMBOL and not any(map(str.isalnum, symbols)):
        return symbols if max(map(ord, symbols)) > _FIRST_SYMBOL else ""
    if alternative and _MATH_IMAGE.search(element.get("class") or ""):
        wrapped = _WRAPPED_TEX.fullmatch(symbols)
        return wrapped[1].strip() if wrapped else symbols
    return ""


def _lettering(text: PageElement) -> str:
    """Return the words of a text in a drawing; what is set at a place of its own is apart."""
    parts: list[str] = []
    for event, part in etree.iterwalk(text, events=("start", "end")):
        is_text = isinstance(part.tag, str) and part.tag not in _UNDRAWN
        if event == "start":
            parts.append(
                " " if any(part.get(name) is not None for name in ("x", "y", "dy")) else ""
            )
            parts.append(part.text or "" if is_text else "")
        elif part is not text:
            parts.append(part.tail or "")
    return "".join(parts)


def _summary(details: PageElement) -> PageElement | None:
    return next((child for child in details if child.tag == "summary"), None)


def words_of(element: PageElement | None) -> int:
    """Return how many words an element holds, seen or not; none where there is no element."""
    if element is None or not isinstance(element.tag, str):
        return 0
    total = 0
    for inner in element.iter():
        if isinstance(inner.tag, str) and inner.tag not in {"script", "style", "noscript"}:
            total += len((inner.text or "").split())
        if inner is not element:
            total += len((inner.tail or "").split())
    return total


def _number(text: str | None) -> int:
    return min(int(text), _MOST_CELLS) if text and text.strip().isdecimal() and int(text) else 1
