"""HTML: headings, paragraphs, lists, tables, captions and block quotes; notes by their links."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from claimcheck.documents.charset import decode
from claimcheck.dossier.article import BlockKind, Draft

if TYPE_CHECKING:
    from claimcheck.dossier.article import Article

SUFFIXES = (".html", ".htm", ".xhtml")
_BLOCKS: Final = {
    **dict.fromkeys(("p", "div", "section", "article", "main", "address", "dd", "dt", "pre"), None),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING),
    "li": BlockKind.ITEM,
    "tr": BlockKind.ROW,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_PARTS: Final = frozenset({"ul", "ol", "dl", "table", "tbody", "thead", "body", "html", "figure",
                           "header", "footer", "aside", "hr", "nav", "form"})  # fmt: skip
_HIDDEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "nav", "title"}
)
# What browsers set around `<q>`, outermost first.
_MARKS_OF_Q: Final = (("“", "”"), ("‘", "’"))
_VOID: Final = frozenset({"br", "img", "hr", "meta", "link", "input", "wbr", "source", "col"})
_NUMBERED: Final = re.compile(r"\A\[?\^?[\w*†‡]{1,12}\]?\Z")
_NOTE_ID: Final = re.compile(r"(?:fn|foot|note|ftn|endnote|ref)", re.IGNORECASE)
_LETTER: Final = re.compile(r"\S")


def read(path: str, data: bytes) -> Article:
    """Return a draft in HTML."""
    raw = decode(data, "").text.replace("\r\n", "\n").replace("\r", "\n")
    draft = Draft(path, raw)
    reading = _HtmlReading(draft, raw)
    reading.feed(raw)
    reading.close()
    reading.finish()
    return draft.article()


# What paragraphs stand in, and do not end.
_HOLDING: Final = (BlockKind.ITEM, BlockKind.ROW)


class _HtmlReading(HTMLParser):
    """Reads tags as they come; nothing is nested, so nothing can be nested too deeply."""

    def __init__(self, draft: Draft, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        self._draft, self._raw = draft, raw
        self._starts = [0, *(line_end.end() for line_end in re.finditer("\n", raw))]
        self._hidden: list[str] = []
        self._quotes = 0
        self._marked = 0
        self._kind: BlockKind | None = None
        self._open = False
        self._blank_before = False
        self._notes = frozenset(
            match[1]
            for match in re.finditer(r"""href\s*=\s*["']#([^"']{1,200})["']""", raw)
            if _NOTE_ID.search(match[1])
        )
        self._note_tag = ""
        self._note_depth = 0
        self._link: tuple[str, int, list[str]] | None = None

    def finish(self) -> None:
        """End what is open at the end of the file."""
        self._draft.end_note()
        self._draft.end()

    def handle_starttag(  # noqa: C901, PLR0912 - one branch a kind of tag
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Begin a block, a note or a link."""
        if tag in _HIDDEN:
            self._hidden.append(tag)
        if self._hidden:
            return
        values = dict(attrs)
        at = self._offset()
        name = values.get("id") or ""
        if name in self._notes and not self._note_tag and tag not in ("a", "sup"):
            self._end()
            self._note_tag, self._note_depth = tag, 1
            self._draft.begin_note(name, at)
            return
        if self._note_tag:
            self._note_depth += tag == self._note_tag
            return
        target = (values.get("href") or "").lstrip("#")
        if tag == "a" and target in self._notes and (values.get("href") or "").startswith("#"):
            self._link = target, at, []
        elif tag == "blockquote":
            self._end()
            self._quotes += 1
        elif tag in _BLOCKS:
            if not (self._open and tag == "p" and self._kind in (BlockKind.ITEM, BlockKind.ROW)):
                self._end()
                self._kind = _BLOCKS[tag]
        elif tag in ("td", "th"):
            if self._open:
                self._draft.add(" | ", at, 0)
            self._blank_before = False
        elif tag in _PARTS:
            self._end()
        elif tag == "br":
            self._blank_before = True
        elif tag == "q":
            written = self.get_starttag_text() or ""
            self._add(_MARKS_OF_Q[self._marked % 2][0], at, len(written))
            self._marked += 1

    def handle_endtag(self, tag: str) -> None:
        """End a block, a note or a link."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if self._note_tag:
            self._note_depth -= tag == self._note_tag
            if self._note_depth <= 0:
                self._note_tag = ""
                self._draft.end_note()
            return
        if tag == "a" and self._link is not None:
            self._end_link()
        elif tag == "q" and self._marked:
            self._marked -= 1
            at = self._offset()
            length = self._raw.find(">", at) + 1 - at
            self._add(_MARKS_OF_Q[self._marked % 2][1], at, max(0, length))
        elif tag == "blockquote":
            self._end()
            self._quotes = max(0, self._quotes - 1)
        elif (
            tag in _PARTS
            or (tag in _BLOCKS and tag != "p")
            or (tag == "p" and self._kind not in (BlockKind.ITEM, BlockKind.ROW))
        ):
            self._end()

    def handle_data(self, data: str) -> None:
        """Add text."""
        self._add(data, self._offset(), len(data))

    def handle_entityref(self, name: str) -> None:
        """Add a character that is written by its name."""
        self._reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Add a character that is written by its number."""
        self._reference(f"&#{name};")

    def _reference(self, written: str) -> None:
        from html import unescape

        at = self._offset()
        length = len(written) if self._raw.startswith(written, at) else len(written) - 1
        self._add(unescape(written), at, length)

    def _add(self, text: str, at: int, length: int) -> None:
        if self._hidden:
            return
        if self._note_tag:
            self._draft.add(text, at)
            return
        if self._link is not None:
            self._link[2].append(text)
            return
        if length != len(text):
            self._begin()
            self._gap(at)
            self._draft.add(text, at, length)
            return
        # White space is one blank; each word keeps its place.
        for match in re.finditer(r"[ \t\n\f]+|[^ \t\n\f]+(?: [^ \t\n\f]+)*", text):
            if not match[0].strip(" \t\n\f"):
                self._blank_before = self._open
                continue
            self._begin()
            self._gap(at + match.start())
            self._draft.add(match[0], at + match.start())

    def _gap(self, at: int) -> None:
        if self._blank_before:
            self._draft.blank(at)
            self._blank_before = False

    def _begin(self) -> None:
        if not self._open:
            kind = BlockKind.QUOTE if self._quotes else self._kind or BlockKind.PARAGRAPH
            self._draft.begin(kind)
            self._open = True
            self._blank_before = False

    def _end(self) -> None:
        self._draft.end()
        self._open = False
        self._kind = None
        self._blank_before = False

    def _end_link(self) -> None:
        label, start, words = self._link or ("", 0, [])
        self._link = None
        shown = "".join(words).strip()
        if _NUMBERED.match(shown):
            end = self._raw.find(">", self._offset()) + 1
            self._draft.refer(label, start, end)
        else:
            self._add(shown, self._raw.find(shown, start), len(shown))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
