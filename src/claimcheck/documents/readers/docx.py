"""Word documents (DOCX): what is seen and printed, as it reads when changes are accepted."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from claimcheck.documents import flow, office_math
from claimcheck.documents.chart_text import SILENT, UNREAD, chart_in, in_paragraphs
from claimcheck.documents.diagram_text import diagram_text
from claimcheck.documents.gaps import hidden_text, unaccepted_changes
from claimcheck.documents.office_flags import has_flag, is_set
from claimcheck.documents.package import Package, attribute, child, local
from claimcheck.documents.properties import office_properties
from claimcheck.documents.reader import Extract, ExtractOptions
from claimcheck.documents.symbol_fonts import letter, readable
from claimcheck.documents.word_frames import is_beside_page, page_size
from claimcheck.documents.word_numbering import Numbering
from claimcheck.documents.word_styles import RunFormat, WordStyles
from claimcheck.model.errors import UnreadableError
from claimcheck.text.pinned_text import (
    COVERED,
    UNREADABLE,
    Aside,
    AsideKind,
    clean,
    list_number,
    pinned,
)
from claimcheck.text.plural import count

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

SUFFIXES = (".docx", ".docm", ".dotx")
MEDIA_TYPES = ("application/vnd.openxmlformats-officedocument.wordprocessingml.document",)
DISTRIBUTION = ""
EXTRA = ""
_KIND: Final = "Word document"
_NOTES: Final = ("footnotes", "endnotes")
_BREAKS: Final = {"cr": flow.LINE, "tab": flow.TAB, "ptab": flow.TAB, "noBreakHyphen": "-",
                  "softHyphen": "\u00ad"}  # fmt: skip
_LEFT_OUT: Final = frozenset({"del", "moveFrom", "instrText", "delText", "delInstrText", "fldData"})
_CHANGES: Final = frozenset({"ins", "del", "moveFrom", "moveTo"})
_NOT_READ: Final = re.compile(r"word/(embeddings)/[^/]+$")
_HEX: Final = re.compile(r"[0-9A-Fa-f]{2,5}")
_WRAPPERS: Final = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"})
_MOST_CELLS: Final = 50
_LONGEST_MARK: Final = 8
# What may lie behind a text and make white letters seen.
_GROUNDS: Final = frozenset({"anchor", "background", "pict", "object"})


def read(data: bytes, options: ExtractOptions) -> Extract:  # noqa: ARG001 - its charset is its own
    """Return a document's paragraphs, its notes, heads and feet aside, and its metadata.

    Raises:
        UnreadableError: it is locked, damaged, declares entities, or unpacks to too much.
    """
    package = Package(data, _KIND)
    main = next((name for _id, kind, name in package.related("") if kind == "officeDocument"), "")
    main = main if main in package.names else "word/document.xml"
    tree = package.tree(main)
    if tree is None:
        raise UnreadableError(f"it is no {_KIND} ({main} is missing)")
    body = _WordBody(package, main, tree)
    body.look_for_grounds(tree)
    body.walk(tree)
    text = flow.finished("".join(body.pieces))
    asides = [*body.struck_asides(), *body.notes(), *body.heads_and_feet()]
    if not text.strip() and not asides:
        raise UnreadableError("it holds no text")
    metadata, remarks = office_properties(package, text)
    return Extract(pinned([text], asides), metadata, remarks, tuple(_gaps(body, package, text)))


def _gaps(body: _WordBody, package: Package, text: str) -> list[str]:
    gaps = []
    if body.changes:
        gaps.append(unaccepted_changes(body.changes))
    if body.hidden_words:
        gaps.append(hidden_text(body.hidden_words))
    if unknown := text.count(UNREADABLE):
        gaps.append(f"{count(unknown, 'symbol')} could not be read: {UNREADABLE} stands there")
    if body.comments:
        gaps.append(f"its comments are not read ({body.comments:,})")
    gaps += [f"{clause} ({number:,})" for clause, number in sorted(body.not_read.items())]
    kinds = [hit[1] for name in package.names if (hit := _NOT_READ.match(name))]
    gaps += [
        f"its {kind} are not read ({count(kinds.count(kind), 'part')})"
        for kind in sorted(set(kinds))
    ]
    return gaps


class _WordBody:
    """Goes through a document's body, and keeps what stands beside its flow.

    Args:
        package: the file.
        main: the name of the main part.
        tree: that part.
    """

    def __init__(self, package: Package, main: str, tree: Element) -> None:
        self._package = package
        self._parts: dict[str, list[str]] = {}
        self._by_id: dict[str, str] = {}
        self._related = list(package.related(main))
        for name, kind, part in self._related:
            self._parts.setdefault(kind, []).append(part)
            self._by_id[name] = part
        self._styles = WordStyles(package.tree(self._part("styles")))
        self._numbering = Numbering(package.tree(self._part("numbering")))
        self.pieces: list[str] = []
        self.hidden_words = 0
        self.changes = 0
        self.comments = 0
        self.not_read: dict[str, int] = {}
        self._has_grounds = False
        self._page = page_size(tree)
        self._struck: list[str] = []
        self._boxes: list[Element] = []
        self._drawn: list[str] = []
        self._noted: dict[str, list[str]] = {kind: [] for kind in _NOTES}
        self._format = RunFormat()
        self._is_struck = False
        self._joins_next = False
        self._tables = 0
        self._is_in_group = False

    def look_for_grounds(self, tree: Element) -> None:
        """Look whether a page may have a colour that is not its paper's: white letters are seen."""
        parts = [part for kind in ("header", "footer") for part in self._parts.get(kind, ())]
        trees = [
            tree,
            *(other for part in parts if (other := self._package.tree(part)) is not None),
        ]
        self._has_grounds = any(
            local(inner) in _GROUNDS for part_tree in trees for inner in part_tree.iter()
        )

    # ---- what stands aside

    def struck_asides(self) -> list[Aside]:
        """Return what is struck out."""
        return [Aside(AsideKind.STRUCK, flow.finished(text)) for text in self._struck]

    def notes(self) -> list[Aside]:
        """Return the notes that the text refers to, in its order, with their numbers."""
        notes = []
        for kind in _NOTES:
            tree = self._package.tree(self._part(kind)) if self._noted[kind] else None
            written = {attribute(note, "id"): note for note in (tree if tree is not None else ())}
            notes += [
                Aside(AsideKind.NOTE, self._text_of(written[key]), _note_label(kind, number))
                for number, key in enumerate(self._noted[kind], 1)
                if key in written
            ]
        return notes

    def heads_and_feet(self) -> list[Aside]:
        """Return the texts of headers and footers, each once."""
        asides: dict[tuple[AsideKind, str], Aside] = {}
        for kind, role in (("header", AsideKind.HEAD), ("footer", AsideKind.FOOT)):
            for part in self._parts.get(kind, ()):
                tree = self._package.tree(part)
                text = self._text_of(tree) if tree is not None else ""
                if text.strip():
                    asides.setdefault((role, text), Aside(role, text))
        return list(asides.values())

    def _text_of(self, tree: Element) -> str:
        """Return the text of a part by itself; what is struck out there is left out."""
        pieces, self.pieces = self.pieces, []
        struck, self._struck = self._struck, []
        for element in tree:
            self.walk(element)
        text = flow.finished("".join(self.pieces))
        self.pieces, self._struck = pieces, struck
        return " ".join(text.split())

    def _part(self, kind: str) -> str:
        return next(iter(self._parts.get(kind, ())), f"word/{kind}.xml")

    # ---- the walk

    def walk(self, element: Element) -> None:
        """Go through an element and what is in it."""
        name = local(element)
        if name in _CHANGES:
            self.changes += 1
        if name in _LEFT_OUT:
            return
        step: Callable[[Element], None] | None = {
            "p": self._paragraph, "r": self._run, "tbl": self._table, "oMath": self._formula,
            "AlternateContent": self._alternatives, "txbxContent": self._boxes.append,
            "ruby": self._ruby,
        }.get(name)  # fmt: skip
        if step is None:
            for inner in element:
                self.walk(inner)
            return
        step(element)

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        outer, boxes, drawn = self._format, self._boxes, self._drawn
        self._format, self._boxes, self._drawn = self._styles.paragraph(properties), [], []
        frame = child(properties, "framePr")
        if frame is not None and is_beside_page(frame, self._page):
            self._format = replace(self._format, away=True)
        self._is_struck = False
        if not self._joins_next:
            self._emit(flow.PARAGRAPH)
            number, level = self._styles.list_of(properties)
            if number and not self._format.away and (label := self._numbering.label(number, level)):
                self._emit(list_number(label))
        self._joins_next = False
        for inner in paragraph:
            self.walk(inner)
        # A drop cap is a paragraph by itself, and the first letter of the next one's word; a
        # paragraph whose end was deleted goes on in the next one.
        self._joins_next = _is_drop_cap(properties) or _is_end_deleted(properties)
        mine, self._format, self._boxes = self._boxes, outer, boxes
        own, self._drawn = self._drawn, drawn
        if mine or own:
            self._joins_next = False
        if not self._joins_next:
            self._emit(flow.PARAGRAPH)
        for box in mine:
            for inner in box:
                self.walk(inner)
        self.pieces += own

    def _run(self, run: Element) -> None:
        form = self._styles.run(child(run, "rPr"), self._format)
        if (
            form.hidden
            or form.unreadable
            or form.away
            or form.blends
            or self._is_white_on_white(form)
        ):
            self._leave_hidden(run)
            if form.is_bar and self.pieces[-1:] != [COVERED]:
                self._emit(COVERED)
            return
        pieces, self.pieces = self.pieces, []
        for inner in run:
            self._in_run(inner, form)
        text, self.pieces = "".join(self.pieces), pieces
        if form.struck and text.strip():
            if self._is_struck and self._struck:
                self._struck[-1] += text
            else:
                self._struck.append(text)
            self._is_struck = True
            return
        if text.strip():
            self._is_struck = False
        marks = {"superscript": flow.RAISED, "subscript": flow.LOWERED}
        shift = form.shift or (form.moved if self._touches(text) else "")
        if shift and text.strip() and flow.NOTE not in text:
            text = f"{marks[shift]}{text}{flow.SHIFT_END}"
        self._emit(text)

    def _leave_hidden(self, element: Element) -> None:
        self.hidden_words += sum(
            len((inner.text or "").split()) for inner in element.iter() if local(inner) == "t"
        )

    def _is_white_on_white(self, form: RunFormat) -> bool:
        """Whether nobody sees a run: a table's style, or a drawing, may put a colour behind it."""
        return form.white and not (form.grounded or self._has_grounds or self._tables)

    def _touches(self, text: str) -> bool:
        """Whether a run may be a mark of the word before it: an exponent, a note."""
        before = self.pieces[-1][-1:] if self.pieces else ""
        return bool(text.strip()) and len(text) <= _LONGEST_MARK and before.isalnum()

    def _in_run(self, element: Element, form: RunFormat) -> None:
        name = local(element)
        if name == "t":
            self._emit(_flat(readable(element.text or "", form.font)))
        elif name == "sym":
            self._emit(_symbol(element))
        elif name == "symEx":
            self._emit(_emoji(element))
        elif name == "br":
            self._emit(" " if attribute(element, "type") in {"page", "column"} else flow.LINE)
        elif name in _BREAKS:
            self._emit(_BREAKS[name])
        elif name in {"footnoteReference", "endnoteReference"}:
            self._reference(element, name.replace("Reference", "s"))
        elif name == "ffData":
            self._emit(_form_value(element))
        elif name not in _LEFT_OUT:
            self._beside_text(element, form)

    def _beside_text(self, element: Element, form: RunFormat) -> None:
        """Go through what a run holds beside its text: drawings, boxes, alternatives."""
        name = local(element)
        if name == "AlternateContent":
            self._alternatives(element, form)
        elif name == "txbxContent":
            self._boxes.append(element)
        elif name == "ruby":
            self._ruby(element)
        elif name == "chart":
            self._chart(element)
        elif name == "relIds":
            text = diagram_text(self._package, self._related, element)
            self._drawn.append(in_paragraphs((text or "").split("\n")))
            self._leave_out("diagrams whose words it does not hold are not read", text is None)
        elif name == "commentReference":
            self.comments += 1
        elif not self._is_in_group and is_beside_page(element, self._page):
            self._leave_hidden(element)
        elif name != "rPr":
            # Shapes of a group are placed in units of its own.
            outer, self._is_in_group = self._is_in_group, self._is_in_group or name == "group"
            for inner in element:
                self._in_run(inner, form)
            self._is_in_group = outer

    def _chart(self, element: Element) -> None:
        chart = chart_in(self._package, self._by_id.get(attribute(element, "id"), ""))
        self._leave_out(UNREAD, chart is None)
        if chart is not None:
            self._drawn.append(in_paragraphs(chart.lines))
            self._leave_out(SILENT, chart.has_silent_numbers)

    def _leave_out(self, clause: str, is_left_out: bool) -> None:  # noqa: FBT001 - what is counted
        if is_left_out:
            self.not_read[clause] = self.not_read.get(clause, 0) + 1

    def _reference(self, element: Element, kind: str) -> None:
        if is_set(element, "customMarkFollows"):
            return
        noted = self._noted[kind]
        key = attribute(element, "id")
        if key not in noted:
            noted.append(key)
        self._emit(f"{flow.NOTE}{_note_label(kind, noted.index(key) + 1)}{flow.SHIFT_END}")

    def _alternatives(self, element: Element, form: RunFormat | None = None) -> None:
        """Take the first of several forms of one thing that says something."""
        for choice in element:
            before, boxes = len(self.pieces), len(self._boxes)
            for inner in choice:
                if form is None:
                    self.walk(inner)
                else:
                    self._in_run(inner, form)
            if "".join(self.pieces[before:]).strip() or len(self._boxes) > boxes:
                return

    def _ruby(self, element: Element) -> None:
        base, reading = child(element, "rubyBase"), child(element, "rt")
        for inner in base if base is not None else ():
            self.walk(inner)
        letters = reading.iter() if reading is not None else ()
        words = "".join(inner.text or "" for inner in letters if local(inner) == "t")
        if words:
            self._emit(f"({_flat(words)})")

    def _formula(self, element: Element) -> None:
        self._emit(clean(office_math.linear(element)))

    def _table(self, table: Element) -> None:
        self._emit(flow.PARAGRAPH)
        self._tables += 1
        for row in _own(table, "tr"):
            self._row(row)
        self._tables -= 1
        self._emit(flow.PARAGRAPH)

    def _row(self, row: Element) -> None:
        pieces, self.pieces = self.pieces, []
        for cell in _own(row, "tc"):
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            if merged is None or attribute(merged, "val") == "restart":
                for inner in cell:
                    self.walk(inner)
            wide = child(properties, "gridSpan")
            span = attribute(wide, "val") if wide is not None else "1"
            self._emit(flow.CELL * min(int(span) if span.isdecimal() else 1, _MOST_CELLS))
        content, self.pieces = "".join(self.pieces), pieces
        self._emit(flow.SOFT_LINE + flow.row(content) + flow.SOFT_LINE)

    def _emit(self, text: str) -> None:
        self.pieces.append(text)


def _note_label(kind: str, number: int) -> str:
    return str(number) if kind == "footnotes" else f"end {number}"


def _own(element: Element, name: str) -> list[Element]:
    """Return the rows of a table, or the cells of a row, those in content controls too."""
    own: list[Element] = []
    for inner in element:
        if local(inner) == name:
            own.append(inner)
        elif local(inner) in _WRAPPERS:
            own += _own(inner, name)
    return own


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", clean(text)) if not text.isalnum() else text


def _symbol(element: Element) -> str:
    code = attribute(element, "char")
    return letter(attribute(element, "font"), int(code, 16)) if _HEX.fullmatch(code) else UNREADABLE


def _emoji(element: Element) -> str:
    code = attribute(element, "char")
    return clean(chr(int(code, 16))) if _HEX.fullmatch(code) else UNREADABLE


def _form_value(element: Element) -> str:
    box = child(element, "checkBox")
    if box is None:
        return ""
    state = "default" if child(box, "checked") is None else "checked"
    return "☒" if has_flag(box, state) else "☐"


def _is_drop_cap(properties: Element | None) -> bool:
    frame = child(properties, "framePr")
    return frame is not None and attribute(frame, "dropCap") in {"drop", "margin"}


def _is_end_deleted(properties: Element | None) -> bool:
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None
