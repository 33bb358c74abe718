"""Markdown: CommonMark with footnotes, tables and front matter.

markdown-it says what is text and what is mark-up, and of text that stands in a line not in which
column. So each inline token is looked for again in the lines that its block was made of, from where
the token before it ended, past mark-up that is known.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from claimcheck.documents.article_text import article_text
from claimcheck.documents.block_tags import BLOCKS, CELLS, PARTS
from claimcheck.dossier.article import BlockKind, Draft

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

    from claimcheck.dossier.article import Article

SUFFIXES = (".md", ".markdown", ".mdown", ".qmd", ".rmd")
# Longer ones are read as plain text: the parser's work on one paragraph of brackets is not bounded
# by its length alone.
_LONGEST_PARAGRAPH: Final = 100_000
_MOST_BRACKETS: Final = 5_000
_MANY_NOTES: Final = 1_000
# The parser keeps a kilobyte and more of each cell of a table.
_MOST_CELLS: Final = 50_000
_NOTE_LINE: Final = re.compile(
    r"^[ ]{0,3}\[\^(?P<label>[^\s\[\]^]{1,200})\]:[ \t]*(?P<note>[^\n]*)", re.MULTILINE
)
_LONG: Final = "paragraphs of more than 100,000 characters were read as plain text"
_MANY_CELLS: Final = "tables were read as plain text, since there are more than 50,000 cells"
# A value is taken apart in code: a pattern for its blanks and marks takes forever on long runs.
_ALLOWED: Final = re.compile(
    r"^[ \t]+(?P<rule>article-[a-z-]+)[ \t]*:(?P<reason>[^\n]*)$", re.MULTILINE
)
_ALLOW: Final = re.compile(r"^(?:claimcheck-)?allow:[ \t]*\n(?:[ \t]+\S[^\n]*\n?)+", re.MULTILINE)
_TITLE: Final = re.compile(r"^title:[ \t]*(?P<title>[^ \t\n>|][^\n]*)$", re.MULTILINE)
_MARKS: Final = ("'", '"')
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<unseen>script|style)\b.*?(?:</(?P=unseen)\s*>|\Z)"
    r"|</?(?P<name>[a-z][a-z0-9]*)?[^<>]{0,2000}>",
    re.DOTALL | re.IGNORECASE,
)
# What browsers set around `<q>`; `<blockquote>` within a paragraph of text sets as much apart.
_QUOTING: Final = re.compile(r"<(?P<end>/?)(?:q|(?P<block>blockquote))(?=[\s>])", re.IGNORECASE)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BREAK: Final = re.compile(r"<br\s*/?>", re.IGNORECASE)


def read(path: str, data: bytes) -> Article:
    """Return an article in Markdown."""
    raw = article_text(data)
    draft = Draft(path, raw)
    _MarkdownReading(draft, raw).read(_parser())
    return draft.article()


def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    parser.use(footnote_plugin).use(front_matter_plugin)
    # Notes stay where they are written, and escapes stay tokens of their own.
    parser.core.ruler.disable(["footnote_tail", "text_join"])
    return parser


def _is_all_bold(token: Token) -> bool:
    """Whether a paragraph is one line in bold letters, which stands for a heading."""
    words = [child for child in token.children or [] if child.type != "text" or child.content]
    kinds = [child.type for child in words]
    return kinds == ["strong_open", "text", "strong_close"] and not words[1].content.endswith(".")


def _unquoted(value: str) -> str:
    """Return a value without the blanks and the marks around it."""
    value = value.strip(" \t")
    mark = value[:1] if value.startswith(_MARKS) else ""
    return value.removeprefix(mark).removesuffix(mark).strip(" \t")


class _MarkdownReading:
    """Goes through the blocks of an article, in order."""

    def __init__(self, draft: Draft, raw: str) -> None:
        self._draft = draft
        self._raw = raw
        self._starts = [0]
        for match in re.finditer("\n", raw):
            self._starts.append(match.end())
        self._quotes = 0
        self._tagged_quotes = 0
        self._items = 0
        self._row: list[Token] | None = None
        self._head = False
        self._anonymous: dict[int, str] = {}
        self._heading = False
        self._row_cursor = 0

    def read(self, parser: MarkdownIt) -> None:
        """Read every block."""
        env: dict[str, object] = {}
        source = self._without_many_notes(self._raw.replace("\0", "\ufffd"))
        parser.core.ruler.disable("inline")
        if source.count("|") > _MOST_CELLS:
            parser.disable("table")
            self._draft.gaps.append(_MANY_CELLS)
        tokens = parser.parse(source, env)
        for token in tokens:
            if token.type == "inline":
                self._parse_inline(parser, token, env)
            self._take(token)

    def _without_many_notes(self, source: str) -> str:
        """Read notes of one line by themselves where there are very many, and leave them out.

        The parser nests each in the one before, and takes its time for it.
        """
        if source.count("\n[^") < _MANY_NOTES:
            return source
        parts, reached = [], 0
        for match in _NOTE_LINE.finditer(source):
            self._draft.begin_note(match["label"], match.start("note"))
            self._draft.add(match["note"], match.start("note"))
            self._draft.end_note()
            parts.append(source[reached : match.start()])
            reached = match.end()
        return "".join([*parts, source[reached:]])

    def _parse_inline(self, parser: MarkdownIt, token: Token, env: dict[str, object]) -> None:
        content = token.content
        if len(content) > _LONGEST_PARAGRAPH or content.count("[") > _MOST_BRACKETS:
            token.children = None
            if _LONG not in self._draft.gaps:
                self._draft.gaps.append(_LONG)
            return
        token.children = []
        parser.inline.parse(content, parser, env, token.children)
        notes = env.get("footnotes")
        if isinstance(notes, dict):
            listed = notes.get("list", {})
            self._anonymous = {
                number: entry["content"] for number, entry in listed.items() if "content" in entry
            }

    def _take(self, token: Token) -> None:  # noqa: C901, PLR0912 - one branch a kind of token
        kind, draft = token.type, self._draft
        if kind == "inline":
            self._inline(token)
        elif kind == "front_matter":
            self._front_matter(token)
        elif kind == "blockquote_open":
            self._quotes += 1
        elif kind == "blockquote_close":
            self._quotes -= 1
        elif kind == "list_item_open":
            self._items += 1
        elif kind == "list_item_close":
            self._items -= 1
        elif kind == "thead_open":
            self._head = True
        elif kind == "thead_close":
            self._head = False
        elif kind == "tr_open":
            draft.begin(BlockKind.HEADING if self._head else BlockKind.ROW)
            self._row_cursor = 0
            self._row = []
        elif kind == "tr_close":
            draft.end()
            self._row = None
        elif kind == "footnote_reference_open":
            start = self._starts[token.map[0]] if token.map else 0
            colon = self._raw.find("]:", start)
            draft.begin_note(token.meta["label"], colon + 2 if colon >= 0 else start)
        elif kind == "footnote_reference_close":
            draft.end_note()
        elif kind == "heading_open":
            self._heading = True
        elif kind == "heading_close":
            self._heading = False
        elif kind == "html_block":
            self._html(token)

    def _inline(self, token: Token) -> None:
        cursor = None if self._row is None else self._row_cursor
        lines = _BlockLines(self._raw, self._starts, token, cursor)
        if self._row is not None:
            if self._row:
                self._draft.add(" | ", lines.raw(0), 0)
            self._row.append(token)
            self._row_cursor = lines.row_end
        else:
            self._draft.begin(self._kind(token))
        if token.children is None:
            lines.add_plain(self._draft)
        else:
            _Inline(self._draft, lines, token, self._anonymous).walk()
        if self._row is None:
            self._draft.end()

    def _kind(self, token: Token) -> BlockKind:
        if self._heading:
            return BlockKind.HEADING
        if self._quotes or self._tagged_quotes:
            return BlockKind.QUOTE
        if self._items:
            return BlockKind.ITEM
        images = [child for child in token.children or [] if child.type == "image"]
        if images and len(images) == len(token.children or []):
            return BlockKind.CAPTION
        return BlockKind.HEADING if _is_all_bold(token) else BlockKind.PARAGRAPH

    def _front_matter(self, token: Token) -> None:
        start = self._starts[token.map[0]] if token.map else 0
        body = self._raw.find(token.content, start) if token.content else -1
        if body < 0:
            return
        match = _TITLE.search(token.content)
        title = _unquoted(match["title"]) if match else ""
        if match and title:
            self._draft.begin(BlockKind.HEADING)
            self._draft.add(title, body + token.content.index(title, match.start("title")))
            self._draft.end()
        allow = _ALLOW.search(token.content)
        if allow:
            for entry in _ALLOWED.finditer(allow[0]):
                reason = _unquoted(entry["reason"])
                if reason and not any(mark in reason for mark in _MARKS):
                    self._draft.allow.setdefault(entry["rule"], reason)

    def _html(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        start = self._starts[first]
        end = self._starts[last] if last < len(self._starts) else len(self._raw)
        self._begin_html()
        at = start
        for tag in _TAG.finditer(self._raw, start, end):
            self._html_text(at, tag.start())
            at = tag.end()
            quoting = _QUOTING.match(tag[0])
            if quoting and quoting["block"]:
                self._tagged_quotes = max(0, self._tagged_quotes + (-1 if quoting["end"] else 1))
                self._begin_html()
            elif quoting:
                self._draft.add("”" if quoting["end"] else "“", tag.start(), len(tag[0]))
            elif tag["name"]:
                self._break_html(tag["name"].lower(), tag.start(), is_end=tag[0][1] == "/")
        self._html_text(at, end)
        self._draft.end()

    def _break_html(self, name: str, at: int, *, is_end: bool) -> None:
        """Part the words before a tag from those behind it, where readers see them apart."""
        if name in CELLS and not is_end:
            self._draft.part(" | ", at)
        elif name == "br":
            self._draft.part(" ", at)
        elif name in BLOCKS or name in PARTS:
            self._begin_html(None if is_end else BLOCKS.get(name))

    def _begin_html(self, kind: BlockKind | None = None) -> None:
        is_quote = self._quotes or self._tagged_quotes
        self._draft.begin(BlockKind.QUOTE if is_quote else kind or BlockKind.PARAGRAPH)

    def _html_text(self, start: int, end: int) -> None:
        at = start
        for line in re.finditer(r"[^\n]+", self._raw[start:end]):
            if line[0].strip():
                if at > start:
                    self._draft.blank(start + line.start())
                self._html_line(start + line.start(), start + line.end())
                at = start + line.end()

    def _html_line(self, start: int, end: int) -> None:
        """Add a line of a block of HTML, with its entities read."""
        at = start
        for entity in _ENTITY.finditer(self._raw, start, end):
            if entity.start() > at:
                self._draft.add(self._raw[at : entity.start()], at)
            self._draft.add(html.unescape(entity[0]), entity.start(), len(entity[0]))
            at = entity.end()
        if end > at:
            self._draft.add(self._raw[at:end], at)


class _BlockLines:
    """The lines of a block's content, each with its place in the original."""

    def __init__(self, raw: str, starts: list[int], token: Token, cursor: int | None) -> None:
        self.content = token.content
        self._raw = raw
        first = (token.map or [0, 0])[0]
        self._at: list[tuple[int, int]] = []
        self._exact: list[bool] = []
        self._lines: list[tuple[int, int]] = []
        offset = 0
        self.row_end = cursor or 0
        for number, line in enumerate(self.content.split("\n")):
            start = starts[first + number] if first + number < len(starts) else len(raw)
            stop = raw.find("\n", start)
            stop = len(raw) if stop < 0 else stop
            low = max(start, cursor or 0)
            # A cell is the next one of its row; what stands before other content is marks.
            at = raw.rfind(line, low, stop) if cursor is None else raw.find(line, low, stop)
            exact = at >= 0
            if not exact:
                at = low
            self._at.append((offset, at))
            self._exact.append(exact)
            self._lines.append((low, stop))
            offset += len(line) + 1
            self.row_end = at + len(line) if exact else low
        self._maps: dict[int, list[int]] = {}

    def add_plain(self, draft: Draft) -> None:
        """Add the content as it stands, line by line."""
        for number, line in enumerate(self.content.split("\n")):
            offset, start = self._at[number]
            if number:
                draft.blank(start)
            draft.add(line, self.raw(offset))

    def raw(self, offset: int) -> int:
        """Return where an offset of the content stands in the original."""
        low, high = 0, len(self._at)
        while high - low > 1:
            middle = (low + high) // 2
            if self._at[middle][0] <= offset:
                low = middle
            else:
                high = middle
        begin, start = self._at[low]
        if self._exact[low]:
            return start + offset - begin
        return self._aligned(low)[min(offset - begin, len(self._aligned(low)) - 1)]

    def _aligned(self, number: int) -> list[int]:
        """The places of a line's characters where tabs or escaped bars make it another text."""
        if number not in self._maps:
            low, stop = self._lines[number]
            begin = self._at[number][0]
            end = self.content.find("\n", begin)
            line = self.content[begin : end if end >= 0 else None]
            places, at = [], low
            for char in line:
                place = at
                while place < stop and self._raw[place] != char:
                    blank = char == " " and self._raw[place] == "\t"
                    if blank:
                        break
                    place += 1
                if place >= stop:
                    place = at
                places.append(min(place, stop))
                at = place if char == " " and self._raw[place : place + 1] == "\t" else place + 1
            self._maps[number] = [*places, min(at, stop)]
        return self._maps[number]


class _Inline:
    """Walks the inline tokens of a block, and finds each again in its content."""

    def __init__(
        self, draft: Draft, lines: _BlockLines, token: Token, anonymous: dict[int, str]
    ) -> None:
        self._draft = draft
        self._lines = lines
        self._content = lines.content
        self._children = token.children or []
        self._anonymous = anonymous
        self._cursor = 0
        self._links: list[str] = []

    def walk(self) -> None:
        """Add every token's text."""
        for child in self._children:
            self._take(child)

    def _take(self, child: Token) -> None:  # noqa: C901, PLR0912 - one branch a kind of token
        kind = child.type
        if kind == "text":
            self._text(child.content)
        elif kind == "text_special":
            at = self._find(child.markup)
            self._draft.add(child.content, self._lines.raw(at), len(child.markup))
            self._cursor = at + len(child.markup)
        elif kind in ("softbreak", "hardbreak"):
            at = self._find("\n")
            self._draft.blank(self._lines.raw(at))
            self._cursor = at + 1
            while self._content[self._cursor : self._cursor + 1] in (" ", "\t"):
                self._cursor += 1
        elif kind == "code_inline":
            self._code(child)
        elif kind == "link_open":
            self._links.append(child.markup)
            self._cursor = self._find("<" if child.markup == "autolink" else "[") + 1
        elif kind == "link_close":
            self._close_link(self._links.pop() if self._links else "")
        elif kind == "image":
            self._image(child)
        elif kind == "html_inline":
            at = self._find(child.content)
            self._cursor = at + len(child.content)
            if _BREAK.match(child.content):
                self._draft.blank(self._lines.raw(at))
            elif quoting := _QUOTING.match(child.content):
                mark = "”" if quoting["end"] else "“"
                self._draft.add(mark, self._lines.raw(at), len(child.content))
        elif kind == "footnote_ref":
            self._reference(child)
        elif child.markup:
            self._cursor = self._find(child.markup) + len(child.markup)

    def _find(self, words: str) -> int:
        """Where words stand from the cursor on; the cursor where they do not."""
        if self._content.startswith(words, self._cursor):
            return self._cursor
        offset = self._content.find(words, self._cursor)
        return offset if offset >= 0 else self._cursor

    def _text(self, words: str) -> None:
        if not words:
            return
        at = self._find(words)
        self._add(words, at)
        self._cursor = at + len(words)

    def _add(self, words: str, at: int) -> None:
        """Add words that stand in the content as they are, line by line."""
        if "\n" not in words:
            raw = self._lines.raw(at)
            if self._lines.raw(at + len(words) - 1) - raw == len(words) - 1:
                self._draft.add(words, raw)
            else:
                for number, char in enumerate(words):
                    self._draft.add(char, self._lines.raw(at + number))
            return
        for number, line in enumerate(words.split("\n")):
            if number:
                self._draft.blank(self._lines.raw(at))
                at += 1
            if line:
                self._add(line, at)
            at += len(line)

    def _code(self, child: Token) -> None:
        opening = self._find(child.markup) + len(child.markup)
        closing = self._content.find(child.markup, opening + max(1, len(child.content)))
        closing = closing if closing >= 0 else len(self._content)
        inner = self._content[opening:closing]
        shift = inner.replace("\n", " ").find(child.content) if child.content else 0
        if shift >= 0:
            words = inner[shift : shift + len(child.content)]
            self._add(words, opening + shift)
        self._cursor = min(len(self._content), closing + len(child.markup))

    def _close_link(self, markup: str) -> None:
        if markup == "autolink":
            self._cursor = self._find(">") + 1
            return
        self._cursor = self._behind_link(self._find("]") + 1)

    def _behind_link(self, at: int) -> int:
        """Where a link ends whose bracket was just closed."""
        from markdown_it.helpers import parseLinkDestination, parseLinkTitle

        content = self._content
        most = len(content)
        if content[at : at + 1] == "(":
            place = _past_blanks(content, at + 1)
            destination = parseLinkDestination(content, place, most)
            if destination.ok:
                place = destination.pos
            behind = _past_blanks(content, place)
            if behind > place:
                title = parseLinkTitle(content, behind, most)
                if title.ok:
                    behind = _past_blanks(content, title.pos)
            if content[behind : behind + 1] == ")":
                return behind + 1
        if content[at : at + 1] == "[":
            closing = content.find("]", at)
            if closing >= 0:
                return closing + 1
        return at

    def _image(self, child: Token) -> None:
        opening = self._find(f"![{child.content}]")
        self._add_caption(child, opening + 2)
        self._cursor = self._behind_link(opening + len(child.content) + 3)

    def _add_caption(self, child: Token, at: int) -> None:
        if child.content.strip():
            self._add(child.content, at)

    def _reference(self, child: Token) -> None:
        label = child.meta.get("label")
        written = f"[^{label}]" if label is not None else self._anonymous_mark(child)
        at = self._find(written)
        start, end = self._lines.raw(at), self._lines.raw(at + len(written) - 1) + 1
        if label is not None:
            self._draft.refer(label, start, end)
        else:
            self._draft.cite(written[2:-1], start, end)
        self._cursor = at + len(written)

    def _anonymous_mark(self, child: Token) -> str:
        return f"^[{self._anonymous.get(child.meta.get('id', -1), '')}]"


def _past_blanks(text: str, at: int) -> int:
    while text[at : at + 1].isspace():
        at += 1
    return at
