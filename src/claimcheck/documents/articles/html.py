"""HTML: headings, paragraphs, lists, tables, captions and block quotes; notes by their links."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from claimcheck.documents.article_text import article_text
from claimcheck.documents.block_tags import BLOCKS, CELLS, PARTS
from claimcheck.dossier.article import BlockKind, Draft

if TYPE_CHECKING:
    from claimcheck.dossier.article import Article

SUFFIXES = (".html", ".htm", ".xhtml")
_HIDDEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "svg", "nav", "title"}
)
# All that may stand in a head: whatever else comes, the body begins, for the end of a head need not
# be written.
_OF_HEADS: Final = frozenset(
    {"base", "link", "meta", "noscript", "script", "style", "template", "title"}
)
# What browsers set around `<q>`, outermost first.
_MARKS_OF_Q: Final = (("“", "”"), ("‘", "’"))
# What leads to a note: a number, a letter or a sign; other words lead to a part of the page.
_MARK: Final = re.compile(
    r"\[\^?[^\[\]]{1,40}\]|\(?(?:\d{1,4}[a-z]?|[a-z]|[ivx]{1,6}|[*∗†‡§¶]{1,4})\)?", re.IGNORECASE
)
_LINK: Final = re.compile(
    r"""<a\s[^<>]{0,300}?href\s*=\s*["']\#(?P<id>[^"']{1,200})["'][^<>]{0,300}>"""
    r"(?P<shown>.{0,1500}?)</a",
    re.IGNORECASE | re.DOTALL,
)
_TAG: Final = re.compile(r"<[^>]*>")
_NOTE_ID: Final = re.compile(r"(?:fn|foot|note|ftn|endnote|ref)", re.IGNORECASE)
_LETTER: Final = re.compile(r"\S")


def read(path: str, data: bytes) -> Article:
    """Return an article in HTML."""
    raw = article_text(data)
    draft = Draft(path, raw)
    reading = _HtmlReading(draft, raw)
    # The parser tries a tag that never ends anew from each of its signs on, so it gets none.
    last = raw.find("<", raw.rfind(">") + 1)
    end = last if last >= 0 else len(raw)
    reading.feed(raw[:end])
    reading.close()
    reading.finish(end)
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
            link["id"]
            for link in _LINK.finditer(raw)
            if _NOTE_ID.search(link["id"]) and _MARK.fullmatch(_TAG.sub("", link["shown"]).strip())
        )
        self._note_tag = ""
        self._note_depth = 0
        self._link: tuple[str, int, list[str]] | None = None

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 - the library's
        """Pass over `<![if …]>`, and over what only looks like it, which the library breaks at."""
        return self.parse_bogus_comment(i)

    def finish(self, end: int) -> None:
        """Add a tag that never ends as the text that it is, and end what is open.

        Args:
            end: where that begins, in code points.
        """
        rest = self._raw[end:]
        self._add(rest, end, len(rest))
        if self._link is not None:
            self._end_link()
        self._draft.end_note()
        self._draft.end()

    def handle_starttag(  # noqa: C901 - one branch a kind of tag
        self, tag: str, attrs: list[tuple[str, str | None]]
    ) -> None:
        """Begin a block, a note or a link."""
        self._hide(tag)
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
            self._go_on_in_note(tag, at)
            return
        target = (values.get("href") or "").lstrip("#")
        if tag == "a" and target in self._notes and (values.get("href") or "").startswith("#"):
            self._link = target, at, []
        elif tag == "blockquote":
            self._end()
            self._quotes += 1
        elif tag in BLOCKS:
            if not (self._open and tag == "p" and self._kind in (BlockKind.ITEM, BlockKind.ROW)):
                self._end()
                self._kind = BLOCKS[tag]
        elif tag in CELLS:
            if self._open:
                self._draft.add(" | ", at, 0)
            self._blank_before = False
        elif tag in PARTS:
            self._end()
        elif tag == "br":
            self._blank_before = True
        elif tag == "q":
            written = self.get_starttag_text() or ""
            self._add(_MARKS_OF_Q[self._marked % 2][0], at, len(written))
            self._marked += 1

    def _hide(self, tag: str) -> None:
        """Note that what a tag begins is not shown; a head may have ended there."""
        if self._hidden == ["head"] and tag not in _OF_HEADS:
            self._hidden.clear()
        if tag in _HIDDEN:
            self._hidden.append(tag)

    def _go_on_in_note(self, tag: str, at: int) -> None:
        self._note_depth += tag == self._note_tag
        if tag in BLOCKS or tag in CELLS or tag == "br":
            self._draft.add(" ", at)

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
            tag in PARTS
            or (tag in BLOCKS and tag != "p")
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
        if self._hidden == ["head"] and text.strip():
            self._hidden.clear()
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
        if _MARK.fullmatch(shown):
            end = self._raw.find(">", self._offset()) + 1
            self._draft.refer(label, start, end)
        else:
            self._add(shown, self._raw.find(shown, start), len(shown))

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column
